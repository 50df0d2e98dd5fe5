//! Drafts in memory, where the browser keeps nothing: they live as long as the tab.

use std::cell::RefCell;
use std::collections::BTreeMap;

use selfscore_core::kept::Record;

use super::Kept;

/// A draft and its steps by their numbers.
type Held = (Record, BTreeMap<u64, String>);

thread_local! {
    static DRAFTS: RefCell<BTreeMap<String, Held>> = const { RefCell::new(BTreeMap::new()) };
}

pub(super) fn save(id: &str, record: Record, steps: &[(u64, String)]) -> Kept {
    DRAFTS.with_borrow_mut(|drafts| {
        let (_, mut all) = drafts.remove(id).unwrap_or_else(|| (record.clone(), BTreeMap::new()));
        all.extend(steps.iter().cloned());
        drafts.insert(id.to_owned(), (record, all));
    });
    Kept::InMemory
}

pub(super) fn get(id: &str) -> Option<Record> {
    DRAFTS.with_borrow(|drafts| drafts.get(id).map(|(record, _)| record.clone()))
}

pub(super) fn has(id: &str) -> bool {
    DRAFTS.with_borrow(|drafts| drafts.contains_key(id))
}

pub(super) fn steps(id: &str) -> Vec<(u64, String)> {
    DRAFTS.with_borrow(|drafts| {
        let steps = drafts.get(id).into_iter().flat_map(|(_, steps)| steps);
        steps.map(|(number, text)| (*number, text.clone())).collect()
    })
}

pub(super) fn ids() -> Vec<String> {
    DRAFTS.with_borrow(|drafts| drafts.keys().cloned().collect())
}

pub(super) fn remove(id: &str) {
    DRAFTS.with_borrow_mut(|drafts| drafts.remove(id));
}

pub(super) fn erase() {
    DRAFTS.take();
}
