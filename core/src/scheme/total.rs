//! How the parts of a scheme come together: groups, the total, grades, and what concerns units.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::modifier::Modifier;
use crate::points::Points;
use crate::text::Text;

/// A class of units (单位分类).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitClass {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub title: Text,
    /// Its units, by their names in `units`.
    pub units: Vec<String>,
}

/// What a part weighs among its siblings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// For units of no class named below, above 0.
    pub all: Points,
    /// By class.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_class: BTreeMap<String, Points>,
}

impl Weight {
    /// The weight for a unit of a class.
    pub fn of(&self, class: Option<&str>) -> Points {
        class.and_then(|class| self.by_class.get(class)).copied().unwrap_or(self.all)
    }
}

/// How the parts of a group, or of the whole, come together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// How.
    #[serde(default)]
    pub combine: Combine,
    /// The points of parts that do not apply.
    #[serde(default)]
    pub absent: Absent,
    /// The clause that says how; needed unless parts are simply added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// What happens to the points then, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Modifier>,
}

impl Together {
    /// Whether parts are added and nothing else happens.
    pub fn plain(&self) -> bool {
        self.combine == Combine::Sum && self.absent == Absent::Keep && self.modifiers.is_empty()
    }
}

/// How parts come together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// Added.
    #[default]
    Sum,
    /// Σ(weight × points) ÷ Σ weight (加权平均). Every part has a weight.
    WeightedMean,
}

/// What becomes of the points of a part that does not apply (不适用).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Absent {
    /// Full marks shrink by it.
    #[default]
    Keep,
    /// Σ points ÷ Σ full marks of what applies × full marks of all (折算).
    Rescale,
    /// Its full marks go to the others in equal parts (平均计入其他指标); each is scaled up to them.
    Spread,
}

/// Whether a group counts towards full marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It does.
    #[default]
    Base,
    /// Added on top of full marks (加分).
    Bonus,
    /// Taken off, outside the base (倒扣).
    Penalty,
}

/// How the total comes about, is graded and ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// How the groups of the base come together.
    #[serde(default)]
    pub base: Together,
    /// What happens to the sum of base, bonus and penalties, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Modifier>,
    /// Decimal places that the total is rounded to; the scheme's where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u32>,
    /// Full marks of the total, to be proved; the sum where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// Grades (等次), best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    /// The clause of the grades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grades_clause: Option<String>,
    /// The place after equal totals.
    #[serde(default)]
    pub ties: Ties,
    /// What becomes of a form that is late; forfeited where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
}

/// A grade of totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// The totals that have it.
    pub bounds: Bounds,
}

/// Which place comes after equal ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ties {
    /// Two second places, then the fourth.
    #[default]
    Skip,
    /// Two second places, then the third.
    Dense,
}

/// What becomes of a form that is late or does not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Late {
    /// 视为放弃考核: no total, no rank.
    Forfeit {
        /// The clause it applies.
        clause: String,
    },
    /// Points off for each day.
    Deduct {
        /// For each day.
        each: Points,
        /// At most.
        most: Points,
        /// The clause it applies.
        clause: String,
    },
}
