//! What a tab had not stored yet when it was left: written in one go, since a page that is being
//! left can wait for nothing.

use serde::{Deserialize, Serialize};

use super::Record;
use super::seal::{seal, unseal};
use crate::draft::{Change, Draft, Merged, merge};

/// Changes on top of a stored draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// The tab that made them.
    pub tab: String,
    /// The number of its last edit in here.
    pub edit: u64,
    /// The draft's name, if that is what changed; else empty.
    pub name: String,
    /// What else changed.
    pub changes: Vec<Change>,
}

impl Pending {
    /// The text to store.
    pub fn seal(&self) -> String {
        seal(self)
    }

    /// Reads a stored text; `None` if it is damaged.
    pub fn open(text: &str) -> Option<Self> {
        serde_json::from_str(unseal(text).ok()?).ok()
    }

    /// A draft with these changes; `None` if they are in the record that it came from already.
    pub fn onto(&self, record: &Record, draft: &Draft) -> Option<Merged> {
        let known = record.seen.get(&self.tab).is_some_and(|edit| *edit >= self.edit);
        let anything = !self.changes.is_empty() || !self.name.is_empty();
        (!known && anything).then(|| merge(draft, &self.changes))
    }
}
