//! The kinds of rule. A rule names every clause that it applies, and holds every number that
//! scoring uses: code has none of its own.

mod deduction;
mod entries;
mod figure;
mod tasks;
mod veto;

pub use deduction::{Applies, DeductionItem, DeductionRule, Further, Requirement};
pub use entries::{EntriesRule, Level, Placement};
pub use figure::{
    Anchor, Asked, AssessedRule, Band, BestRule, JudgedRule, RankRule, Scale, ValueRule,
};
pub use tasks::{Mean, Role, TaskClauses, TasksRule};
pub use veto::{VetoItem, VetoRule};

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::text::Text;

/// How an answer becomes points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
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
