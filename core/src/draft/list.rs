//! Rows of a list while they are being typed.

use serde::{Deserialize, Serialize};

use super::read::join_evidence;
use crate::answer::{Extra, Listed};

/// What is typed for one thing of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEntry {
    /// Tells rows apart while they move; unique within a criterion, unknown to files.
    pub key: u32,
    /// What it is.
    pub title: String,
    /// Its level, by the rule's id.
    pub level: Option<String>,
    /// How often, as typed; empty is once.
    pub times: String,
    /// Its placement, by the rule's id, if it has one.
    pub placement: Option<String>,
    /// How many authors sign it, as typed; empty is one.
    pub authors: String,
    /// Explanation.
    pub note: String,
    /// Evidence numbers as typed.
    pub evidence: String,
    /// Unknown members.
    pub extra: Extra,
}

impl ListEntry {
    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        *self == ListEntry { key: self.key, ..ListEntry::default() }
    }

    pub(super) fn from_listed((index, listed): (usize, &Listed)) -> Self {
        let text = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        ListEntry {
            key: u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1),
            title: listed.title.clone(),
            level: listed.level.clone(),
            times: text(listed.times),
            placement: listed.placement.clone(),
            authors: text(listed.authors),
            note: listed.note.clone(),
            evidence: join_evidence(&listed.evidence),
            extra: listed.extra.clone(),
        }
    }
}
