//! What carries over from an earlier year's scheme.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// The map from an earlier scheme: criteria of the same id that are not named here carry over as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Succession {
    /// The earlier scheme's id.
    pub scheme: String,
    /// Criteria that were renamed, split, merged or dropped.
    #[serde(default)]
    pub criteria: Vec<Carried>,
}

/// One change: one to one is renamed, one to several split, several to one merged, none to go to dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Ids of criteria in the earlier scheme.
    pub from: Vec<String>,
    /// Ids of criteria here; empty where it was dropped.
    #[serde(default)]
    pub to: Vec<String>,
    /// Options and items that were renamed: the earlier id, the id here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub items: BTreeMap<String, String>,
    /// Why, for who reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
