//! The weighted mean of tasks (加权平均).

use serde::{Deserialize, Serialize};

use crate::points::Points;

/// A unit's part in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 牵头
    Lead,
    /// 配合
    Supporting,
}

/// What the weighted mean runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mean {
    /// Σ(weight × share) ÷ Σ weight over all tasks.
    OverTasks,
    /// The weighted mean of the two roles' plain means.
    OverRoles,
}

/// The weighted mean of tasks, each with a share of full marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TasksRule {
    /// Weight of a lead task, above 0.
    pub lead_weight: Points,
    /// Weight of a supporting task, above 0.
    pub supporting_weight: Points,
    /// Completion in per cent from which on a task has full marks.
    pub full_at: Points,
    /// Completion in per cent below which a task has nothing; this value itself is judged.
    pub zero_below: Points,
    /// What the mean runs over.
    pub mean: Mean,
    /// The clauses of lead tasks.
    pub lead_clauses: TaskClauses,
    /// The clauses of supporting tasks.
    pub supporting_clauses: TaskClauses,
    /// The clause of the mean.
    pub mean_clause: String,
}

/// The clauses that decide one role's tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskClauses {
    /// Full marks, and a system in its debugging stage.
    pub full: String,
    /// No marks.
    pub zero: String,
    /// The judged band (酌情给分).
    pub judged: String,
    /// Tasks that the form leaves out.
    pub unlisted: String,
}

impl TasksRule {
    /// The weight of a role.
    pub fn weight(&self, role: Role) -> Points {
        match role {
            Role::Lead => self.lead_weight,
            Role::Supporting => self.supporting_weight,
        }
    }

    /// The clauses of a role.
    pub fn clauses(&self, role: Role) -> &TaskClauses {
        match role {
            Role::Lead => &self.lead_clauses,
            Role::Supporting => &self.supporting_clauses,
        }
    }
}
