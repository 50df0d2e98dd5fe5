//! From full marks, less something for each event (扣分), down to a floor.

use serde::{Deserialize, Serialize};

use crate::points::{self, Points};
use crate::text::Text;

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
    /// The least and the most that may be claimed off for so many times, where it is judged
    /// within a range.
    pub fn claimable(&self, times: u32) -> Option<(Points, Points)> {
        let so_many = |each: Points| Points::new(points::mul(each.value(), times.into()));
        Some((so_many(self.each), so_many(self.most?)))
    }

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
