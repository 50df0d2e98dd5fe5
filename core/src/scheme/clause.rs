//! A clause of the source and what it rests on.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// What a clause rests on (依据).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The source's own words, which can be read in one way.
    Notice,
    /// The source's own words, which can be read in more than one way.
    Reading,
    /// Words that the source lacks.
    Assumed,
}

/// How we read a clause that can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The reading that is scored.
    pub ours: Text,
    /// The reading that was not chosen.
    pub rival: Text,
}

/// A clause (条款), word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its name within the criterion; rules refer to it.
    pub id: String,
    /// Its number as printed, `1①`.
    pub mark: String,
    /// Its words: the source's, or for an assumed clause ours.
    pub text: Text,
    /// What it rests on.
    pub basis: Basis,
    /// For `reading`: ours and the rival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// For `assumed`: why it is here at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// What the copy of the source lacks here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Text>,
}

/// A clause's words with its mark. Where the words begin with the mark's end, as in 1① and ①…, that is said
/// once.
pub(crate) fn marked(mark: &str, text: &str) -> String {
    let begun = text.chars().next().and_then(|first| mark.strip_suffix(first));
    match begun {
        Some(mark) => format!("{mark}{text}"),
        None => format!("{mark} {text}"),
    }
}
