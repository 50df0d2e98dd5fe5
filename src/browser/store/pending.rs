//! What a tab had not stored when it was left: the changes alone, in one synchronous write.
//!
//! The next time that the draft is loaded they are put onto it, if they did not get there after all.

use selfscore_core::kept::Pending;

use super::{Refused, local};

const PENDING: &str = "selfscore/pending/";

/// What a tab left.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// Its key, to clear once it is stored.
    pub key: String,
    /// The changes.
    pub pending: Pending,
}

fn key(id: &str, tab: &str) -> String {
    format!("{PENDING}{id}/{tab}")
}

/// Writes what is not stored yet.
///
/// # Errors
/// Why it is not written.
pub fn leave(id: &str, pending: &Pending) -> Result<(), Refused> {
    local::set(&key(id, &pending.tab), &pending.seal())
}

/// Clears what is stored by now.
pub fn clear(key: &str) {
    local::remove(key);
}

impl Left {
    /// The key under which a tab leaves what it has not stored of a draft.
    pub fn key_of(id: &str, tab: &str) -> String {
        key(id, tab)
    }
}

/// Everything that was left of a draft. What cannot be read stays where it is.
pub(super) fn left_of(id: &str) -> Vec<Left> {
    let tabs = local::ids(&format!("{PENDING}{id}/"));
    let keys = tabs.iter().map(|tab| key(id, tab));
    keys.filter_map(|key| {
        let pending = Pending::open(&local::get(&key)?)?;
        Some(Left { key, pending })
    })
    .collect()
}

/// The ids of drafts of which something was left.
pub(super) fn ids() -> Vec<String> {
    let all = local::ids(PENDING);
    let readable = all.iter().filter(|rest| {
        local::get(&format!("{PENDING}{rest}")).is_some_and(|text| Pending::open(&text).is_some())
    });
    readable.filter_map(|rest| Some(rest.split_once('/')?.0.to_owned())).collect()
}

pub(super) fn remove(id: &str) {
    for tab in local::ids(&format!("{PENDING}{id}/")) {
        local::remove(&key(id, &tab));
    }
}
