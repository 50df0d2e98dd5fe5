//! What tabs left unsaved, and how a record knows what of it has got there.

mod draft_support;
mod form_support;

use draft_support::{base, edit};
use form_support::{json_value, text};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use selfscore_core::draft::{Change, Conflict, Draft, changes};
use selfscore_core::kept::{Pending, Record, seal};
use serde_json::{Value, json};

proptest! {
    #[test]
    fn few_tabs_are_noted_and_the_oldest_go(
        notes in vec(("[a-f]{1,2}", any::<u64>()), 1..40), damaged in btree_map("[a-z]", any::<u64>(), 0..20),
    ) {
        let mut record = Record::new(Draft::default(), String::new());
        record.seen = damaged;
        for (tab, edit) in notes {
            let mut before = record.seen.clone();
            record.note(&tab, edit);
            before.insert(tab.clone(), edit);
            prop_assert_eq!(record.seen.len(), before.len().min(8));
            prop_assert_eq!(record.seen.get(&tab), Some(&edit));
            let (kept, gone): (Vec<_>, Vec<_>) =
                before.iter().partition(|(name, _)| record.seen.contains_key(*name));
            prop_assert!(kept.iter().all(|(name, edit)| record.seen[*name] == **edit));
            let oldest_kept = kept.iter().map(|(name, _)| *name).find(|name| **name != tab);
            prop_assert!(gone.iter().all(|(name, _)| Some(*name) < oldest_kept));
        }
    }

    #[test]
    fn what_a_tab_left_comes_back_or_not_at_all(
        edits in vec(edit(), 0..6), [tab, name] in [text(), text()], number in any::<u64>(),
        at in any::<Index>(), byte in any::<u8>(),
    ) {
        let mut draft = base();
        edits.iter().for_each(|edit| edit.make(&mut draft, &mut None));
        let pending = Pending { tab, edit: number, name, changes: changes(&base(), &draft) };
        let text = pending.seal();
        prop_assert_eq!(Pending::open(&text), Some(pending.clone()));
        let at = at.index(text.len());
        prop_assert_eq!(Pending::open(text.get(..at).unwrap_or_default()), None);
        let mut bytes = text.clone().into_bytes();
        bytes[at] = byte;
        let same = bytes == text.as_bytes();
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert_eq!(Pending::open(&changed), same.then_some(pending));
        }
    }

    /// Sealed, but of places and values that no draft has.
    #[test]
    fn any_changes_may_have_been_left(
        places in vec(prop_oneof![text(), "/(answers|unit|evidence|extra)(/[a~]{1,2}|/tasks|/-?[0-9]){0,3}"], 0..4),
        [before, after] in [json_value(), json_value()], other in json_value(),
    ) {
        let changes = places.iter().map(|place| json!({ "p": place, "b": before, "a": after }));
        let changes: Vec<Value> = changes.collect();
        let record = Record::new(base(), String::new());
        let left = |changes: Value| {
            Pending::open(&seal(&json!({ "tab": "", "edit": 1, "name": "", "changes": changes })))
        };
        let pending = left(changes.into()).unwrap();
        prop_assert_eq!(pending.onto(&record, &base()).is_some(), !places.is_empty());
        if let Some(pending) = left(other) {
            pending.onto(&record, &base());
        }
    }
}

#[test]
fn the_ninth_tab_pushes_out_the_oldest_other() {
    let mut record = Record::new(base(), String::new());
    for (edit, tab) in ["b", "c", "d", "e", "f", "g", "h", "i"].into_iter().enumerate() {
        record.note(tab, edit as u64);
    }
    let tabs = |record: &Record| record.seen.keys().cloned().collect::<String>();
    record.note("c", 70);
    assert_eq!((tabs(&record).as_str(), record.seen["c"]), ("bcdefghi", 70));
    record.note("j", 1);
    assert_eq!(tabs(&record), "cdefghij");
    // The tab itself stays, be it the oldest of all.
    record.note("a", 1);
    assert_eq!(tabs(&record), "adefghij");
}

#[test]
fn what_a_tab_left_goes_onto_the_draft_once() {
    let change = |place: &str, before: &str, after: &str| Change {
        place: place.into(),
        before: Some(before.into()),
        after: Some(after.into()),
    };
    let changes = vec![change("/phone", "", "12"), change("/unit", "区教育局", "区财政局")];
    let left = Pending { tab: "here".into(), edit: 6, name: "".into(), changes };
    let mut record = Record::new(base(), String::new());
    let both = Draft { phone: "12".into(), unit: "区财政局".into(), ..base() };
    // Nothing of that tab is there, an earlier edit only, and another tab's edit of that number.
    for (tab, edit) in [("there", 9), ("here", 5), ("her", 6)] {
        record.note(tab, edit);
        let merged = left.onto(&record, &base()).unwrap();
        assert_eq!((merged.draft, merged.conflicts), (both.clone(), vec![]));
    }
    let there = Draft { unit: "区医保局".into(), ..base() };
    let merged = left.onto(&record, &there).unwrap();
    assert_eq!(merged.draft, Draft { phone: "12".into(), ..there.clone() });
    let (mine, theirs) = (Some("区财政局".into()), Some("区医保局".into()));
    assert_eq!(merged.conflicts, [Conflict { place: "/unit".into(), mine, theirs }]);
    for edit in [6, 7] {
        record.note("here", edit);
        assert_eq!(left.onto(&record, &there), None);
    }
    let none = Pending { edit: 8, changes: vec![], ..left };
    assert_eq!(none.onto(&record, &there), None);
}
