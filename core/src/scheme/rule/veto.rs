//! What makes a total void.

use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::text::Text;

/// Any of these, and the total is at most so much (单项否决、一票否决).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VetoRule {
    /// The total is at most this where one is ticked.
    pub at_most: Points,
    /// The things that veto.
    pub items: Vec<VetoItem>,
}

/// One thing that vetoes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VetoItem {
    /// Its name for machines.
    pub id: String,
    /// Its words.
    pub label: Text,
    /// The clause it applies.
    pub clause: String,
}
