//! The mirror: the newest text of each draft in localStorage. It stands in for the journal where
//! there is none; then it has the steps, too.

use std::collections::BTreeMap;

use selfscore_core::kept::{Opened, Record};

use super::{Kept, Refused, local};

const DRAFT: &str = "selfscore/draft/";
const STEPS: &str = "selfscore/steps/";
/// Where version 1 put what was deleted.
const DELETED: &str = "selfscore/deleted/";

fn key(id: &str) -> String {
    format!("{DRAFT}{id}")
}

/// The text of a draft, whatever it holds.
pub(super) fn text(id: &str) -> Option<String> {
    local::get(&key(id)).or_else(|| local::get(&format!("{DELETED}{id}")))
}

/// Whether version 1 of the program deleted it, and nothing happened to it since.
pub(super) fn deleted_in_version_1(id: &str) -> bool {
    local::get(&format!("{DELETED}{id}")).is_some() && local::get(&key(id)).is_none()
}

/// The ids of all drafts in here. One with a further `/` is no key of ours.
pub(super) fn ids() -> Vec<String> {
    let all = local::ids(DRAFT).into_iter().chain(local::ids(DELETED));
    all.filter(|id| !id.contains('/')).collect()
}

/// Saves a draft where there is no journal.
pub(super) fn save(
    id: &str,
    base: &Record,
    text: &str,
    steps: &[(u64, String)],
) -> Result<Kept, Refused> {
    match self::text(id).map(|text| Record::open(&text)) {
        Some(Opened::Intact(there)) if !base.expects(there.revision, &there.by) => {
            return Ok(Kept::Moved);
        }
        Some(Opened::Newer(_)) => return Err(Refused::Newer),
        Some(Opened::Damaged) => return Err(Refused::Damaged),
        _ => {}
    }
    local::set(&key(id), text)?;
    local::remove(&format!("{DELETED}{id}"));
    keep_steps(id, steps);
    Ok(Kept::Stored)
}

/// Without room for the steps the draft itself is kept all the same.
fn keep_steps(id: &str, fresh: &[(u64, String)]) {
    if fresh.is_empty() {
        return;
    }
    let mut all: BTreeMap<u64, String> = steps(id).into_iter().collect();
    all.extend(fresh.iter().cloned());
    let text = serde_json::to_string(&all).unwrap_or_default();
    let _ = local::set(&format!("{STEPS}{id}"), &text);
}

pub(super) fn steps(id: &str) -> Vec<(u64, String)> {
    let text = local::get(&format!("{STEPS}{id}")).unwrap_or_default();
    let all: BTreeMap<u64, String> = serde_json::from_str(&text).unwrap_or_default();
    all.into_iter().collect()
}

/// Copies what the journal has, over nothing but an earlier revision.
pub(super) fn copy(id: &str, record: &Record) {
    match text(id).map(|text| Record::open(&text)) {
        Some(Opened::Intact(there)) if there.revision >= record.revision => return,
        Some(Opened::Newer(_) | Opened::Damaged) => return,
        _ => {}
    }
    put(id, record);
}

/// Puts a draft where a damaged text stood, which has been put aside.
pub(super) fn replace_damaged(id: &str, record: &Record) {
    if matches!(text(id).map(|text| Record::open(&text)), Some(Opened::Damaged)) {
        put(id, record);
    }
}

fn put(id: &str, record: &Record) {
    // A mirror that is full stays at an earlier revision, which is what it is then: earlier.
    if local::set(&key(id), &record.seal()).is_ok() {
        local::remove(&format!("{DELETED}{id}"));
        local::remove(&format!("{STEPS}{id}"));
    }
}

pub(super) fn remove(id: &str) {
    for prefix in [DRAFT, DELETED, STEPS] {
        local::remove(&format!("{prefix}{id}"));
    }
}
