//! The kinds of rule. A rule names every clause that it applies, and holds every number that
//! scoring uses: code has none of its own.

mod entries;
mod figure;
mod veto;

pub use entries::{EntriesRule, Level, Placement};
pub use figure::{
    Anchor, Asked, AssessedRule, Band, BestRule, JudgedRule, RankRule, Scale, ValueRule,
};
pub use veto::{VetoItem, VetoRule};

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::text::Text;

/// How an answer becomes points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// The weighted mean of tasks (加权平均).
    Tasks(TasksRule),
    /// One option of several.
    Choice(ChoiceRule),
    /// From full marks, less something for each event (扣分), down to a floor.
    Deduction(DeductionRule),
    /// Points for each item that is done.
    Checklist(ChecklistRule),
    /// Points for each event, up to a cap (得分累计不超过).
    Count(CountRule),
    /// Points by a number that the unit reports.
    Value(ValueRule),
    /// Points claimed within a range (酌情给分).
    Judged(JudgedRule),
    /// Points for a list of things, each at its level.
    Entries(EntriesRule),
    /// The mean of assessors' scores.
    Assessed(AssessedRule),
    /// In proportion to the best unit; settled at the check.
    Best(BestRule),
    /// By the place among all units; settled at the check.
    Rank(RankRule),
    /// Bounds the total where something happened (一票否决).
    Veto(VetoRule),
    /// Taken down, not counted.
    Record(RecordRule),
}

impl Rule {
    /// Its name in scheme files.
    pub fn kind(&self) -> &'static str {
        match self {
            Rule::Tasks(_) => "tasks",
            Rule::Choice(_) => "choice",
            Rule::Deduction(_) => "deduction",
            Rule::Checklist(_) => "checklist",
            Rule::Count(_) => "count",
            Rule::Value(_) => "value",
            Rule::Judged(_) => "judged",
            Rule::Entries(_) => "entries",
            Rule::Assessed(_) => "assessed",
            Rule::Best(_) => "best",
            Rule::Rank(_) => "rank",
            Rule::Veto(_) => "veto",
            Rule::Record(_) => "record",
        }
    }

    /// Whether its points are settled only when every unit's figures are known.
    pub fn settled_at_check(&self) -> bool {
        matches!(self, Rule::Best(_) | Rule::Rank(_))
    }
}

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

/// One option of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceRule {
    /// The options, best last.
    pub options: Vec<ChoiceOption>,
}

/// An option and its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// Its points; where `to` is given, the least that can be claimed.
    pub points: Points,
    /// The most that can be claimed, where the option is judged within a range (视情、酌情).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Points>,
    /// The clause it applies.
    pub clause: String,
}

impl ChoiceOption {
    /// The most points that it can have.
    pub fn best(&self) -> Points {
        self.to.unwrap_or(self.points)
    }
}

/// From full marks, less something for each event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeductionRule {
    /// What must be met to have any points at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires: Option<Requirement>,
    /// The points below which deductions do not go.
    pub floor: Points,
    /// The clause of the floor (扣完为止), if the source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_clause: Option<String>,
    /// The events.
    pub items: Vec<DeductionItem>,
}

/// What must be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its words.
    pub label: Text,
    /// The clause it applies.
    pub clause: String,
}

/// An event that costs points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeductionItem {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// Points lost for each; where `most` is given, at least.
    pub each: Points,
    /// Points lost for each at most, where that is judged within a range (扣5-10分).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Points>,
    /// Points lost besides, once it has happened so often (连续2次另扣…).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Further>,
    /// Whether it counts at most once.
    #[serde(default)]
    pub once: bool,
    /// Which units it concerns; all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies: Option<Applies>,
    /// The clause it applies.
    pub clause: String,
}

impl DeductionItem {
    /// Points lost besides at so many times.
    pub fn further_at(&self, times: u32) -> Option<Points> {
        let reached = self.further.iter().filter(|further| further.from <= times);
        reached.max_by_key(|further| further.from).map(|further| further.points)
    }
}

/// Points lost besides, from a number of times on. Of several that are reached the one with the
/// most times counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Further {
    /// From so many times on, 2 or more.
    pub from: u32,
    /// Points lost besides.
    pub points: Points,
}

/// Which units an item concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Applies {
    /// Units with at least one lead task.
    LeadUnits,
}

/// Points for each item that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChecklistRule {
    /// The items.
    pub items: Vec<CheckItem>,
}

/// An item and its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckItem {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// Its points.
    pub points: Points,
    /// The clause it applies.
    pub clause: String,
}

/// Points for each event, up to a cap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountRule {
    /// The most points that count.
    pub cap: Points,
    /// The clause of the cap.
    pub cap_clause: String,
    /// The events.
    pub items: Vec<CountItem>,
}

/// An event that earns points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountItem {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// Points for each.
    pub each: Points,
    /// The clause it applies.
    pub clause: String,
}

/// Taken down, not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRule {
    /// Why nothing is counted.
    pub reason: Text,
}
