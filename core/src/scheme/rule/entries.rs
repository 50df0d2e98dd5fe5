//! Points for a list of things, each at its level.

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::text::Text;

/// A list of awards, reports, articles: Σ points of the level × times × placement ÷ authors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntriesRule {
    /// Levels (级别), each entry has one.
    pub levels: Vec<Level>,
    /// Placements that multiply an entry's points (头版头条), if any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placements: Vec<Placement>,
    /// The clause by which an entry of several authors is divided by their number, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_clause: Option<String>,
    /// The clause by which of entries with one title only the highest counts, if any
    /// (同一项按最高分只计入1次).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest_clause: Option<String>,
    /// The most points that count: full marks.
    pub cap: Points,
    /// The clause of the cap.
    pub cap_clause: String,
}

/// A level and its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// Points for each.
    pub points: Points,
    /// The clause it applies.
    pub clause: String,
}

/// A placement and its factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// The factor, above 0.
    pub by: Points,
    /// The clause it applies.
    pub clause: String,
}
