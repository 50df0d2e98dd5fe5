//! What changed in a draft: told and taken back exactly, whatever the draft.

mod draft_support;
mod form_support;

use draft_support::{AT, base, draft, edit, said};
use proptest::collection::vec;
use proptest::prelude::*;
use selfscore_core::draft::{Change, Draft, Entry, TaskEntry, apply, changes, merge};
use serde_json::{Value, json};

fn change(place: &str, before: Value, after: Value) -> Change {
    Change { place: place.into(), before: Some(before), after: Some(after) }
}

fn places(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.place.as_str()).collect()
}

/// Both ways lead exactly to the other draft.
fn there_and_back(before: &Draft, after: &Draft) -> Result<(), TestCaseError> {
    let found = changes(before, after);
    prop_assert_eq!(found.is_empty(), said(before.clone()) == said(after.clone()));
    let mut draft = before.clone();
    prop_assert_eq!(apply(&mut draft, &found, true), 0);
    prop_assert_eq!(said(draft.clone()), said(after.clone()));
    prop_assert_eq!(apply(&mut draft, &found, false), 0);
    prop_assert_eq!(said(draft), said(before.clone()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn changes_lead_from_any_draft_to_any_other(before in draft(), after in draft()) {
        there_and_back(&before, &after)?;
        prop_assert!(changes(&before, &before).is_empty());
    }

    #[test]
    fn changes_of_edits_are_exact(edits in vec(edit(), 0..12)) {
        let mut after = base();
        edits.iter().for_each(|edit| edit.make(&mut after, &mut None));
        there_and_back(&base(), &after)?;
    }

    /// Keys repeat in damaged drafts only; even there nothing is lost.
    #[test]
    fn rows_of_the_same_key_are_kept(was in vec(0..3u32, 0..5), is in vec(0..3u32, 0..5)) {
        let of = |keys: &[u32]| {
            let mut draft = Draft::default();
            let task = |(at, key): (usize, &u32)| {
                TaskEntry { key: *key, title: at.to_string(), ..TaskEntry::default() }
            };
            draft.entry_mut("a").tasks = keys.iter().enumerate().map(task).collect();
            draft
        };
        there_and_back(&of(&was), &of(&is))?;
    }

    /// Whatever a damaged record says, nothing breaks, and nothing is lost unnamed.
    #[test]
    fn any_change_is_taken_or_counted(
        place in "(/(answers|tasks|entries|unit|1|a|title|extra|flags|done|~1|)){0,5}",
        before in prop::option::of(form_support::json_value()),
        after in prop::option::of(form_support::json_value()),
    ) {
        let mut draft = base();
        draft.answers.insert("a".into(), base().answers[AT].clone());
        let all = [Change { place, before, after }];
        let mut same = draft.clone();
        if apply(&mut same, &all, true) == 1 {
            prop_assert_eq!(said(same), said(draft.clone()));
        }
        let merged = merge(&draft, &all);
        let again = merge(&merged.draft, &all);
        prop_assert_eq!(said(again.draft), said(merged.draft));
        prop_assert_eq!(again.conflicts, merged.conflicts);
    }
}

#[test]
fn each_field_has_its_place() {
    let before = base();
    let mut after = base();
    after.unit = "区财政局".into();
    after.extra.insert("备注".into(), Value::Null);
    let entry = after.entry_mut(AT);
    entry.choice = Some("best".into());
    entry.done = Some(Vec::new());
    entry.flags.insert("a/b".into(), true);
    entry.occurrences.insert("x".into(), "3".into());
    entry.tasks[2].title = "renamed".into();
    entry.entries[0].level = Some("national".into());
    let at = "/answers/a~1b~0c";
    let absent = |place: String, after: Value| Change { place, before: None, after: Some(after) };
    let expected = vec![
        change("/unit", "区教育局".into(), "区财政局".into()),
        change(&format!("{at}/tasks/3/title"), "task 3".into(), "renamed".into()),
        absent(format!("{at}/choice"), "best".into()),
        change(&format!("{at}/occurrences/x"), "2".into(), "3".into()),
        absent(format!("{at}/done"), json!([])),
        absent(format!("{at}/entries/5/level"), "national".into()),
        absent(format!("{at}/flags/a~1b"), true.into()),
        absent("/extra/备注".into(), Value::Null),
    ];
    assert_eq!(changes(&before, &after), expected);
}

#[test]
fn rows_come_go_and_move_by_their_keys() {
    let before = base();
    let mut after = base();
    let rows = &mut after.entry_mut(AT).tasks;
    rows.remove(0);
    rows.swap(0, 2);
    rows.push(TaskEntry { key: 9, title: "new".into(), ..TaskEntry::default() });
    let found = changes(&before, &after);
    let at = "/answers/a~1b~0c/tasks";
    assert_eq!(places(&found), [&format!("{at}/9"), &format!("{at}/1"), at]);
    assert_eq!(found[0].before, None);
    assert_eq!(found[0].after.as_ref().unwrap()["title"], "new");
    assert_eq!(found[1].before.as_ref().unwrap()["title"], "task 1");
    assert_eq!(found[1].after, None);
    assert_eq!(found[2], change(at, json!([1, 2, 3, 4]), json!([4, 3, 2, 9])));
}

#[test]
fn a_row_where_others_came_stays_behind_its_neighbour() {
    let mut after = base();
    let rows = &mut after.entry_mut(AT).tasks;
    rows.insert(1, TaskEntry { key: 9, ..TaskEntry::default() });
    let added = changes(&base(), &after);
    // Meanwhile another row came; taking the first back leaves the other.
    let mut draft = after.clone();
    draft.entry_mut(AT).tasks.insert(3, TaskEntry { key: 12, ..TaskEntry::default() });
    assert_eq!(apply(&mut draft, &added, false), 0);
    let keys =
        |draft: &Draft| draft.answers[AT].tasks.iter().map(|row| row.key).collect::<Vec<_>>();
    assert_eq!(keys(&draft), [1, 2, 12, 3, 4]);
    assert_eq!(apply(&mut draft, &added, true), 0);
    assert_eq!(keys(&draft), [1, 9, 2, 12, 3, 4]);
}

#[test]
fn what_does_not_fit_is_counted_and_left() {
    let broken = [
        change("/unit", "".into(), 5.into()),
        change("/nothing", "".into(), "x".into()),
        change("/answers/a~1b~0c/tasks/77/title", "".into(), "x".into()),
        change("/answers/a~1b~0c/tasks/1/key", 1.into(), 2.into()),
        change("/answers/a~1b~0c/tasks/01/title", "".into(), "x".into()),
        change("/answers/a~1b~0c/tasks/1/role", "lead".into(), "leader".into()),
        change("/answers/new/met", false.into(), "yes".into()),
        Change {
            place: "/answers/a~1b~0c/tasks".into(),
            before: Some(json!([1, 2, 3, 4])),
            after: None,
        },
        change("/phone", "".into(), "3389".into()),
    ];
    let mut draft = base();
    assert_eq!(apply(&mut draft, &broken, true), 8);
    assert_eq!(draft, Draft { phone: "3389".into(), ..base() });
}

#[test]
fn a_criterion_that_says_nothing_is_dropped() {
    let mut draft = Draft::default();
    draft.entry_mut("a").note = "x".into();
    let back = changes(&Draft::default(), &draft);
    assert_eq!(apply(&mut draft, &back, false), 0);
    assert_eq!(draft, Draft::default());
    let mut blank = Draft::default();
    blank.answers.insert("a".into(), Entry::default());
    assert!(changes(&draft, &blank).is_empty());
}

#[test]
fn changes_are_spelled_shortly() {
    let absent = Change { place: "/extra/x".into(), before: None, after: Some(Value::Null) };
    let spelled = [
        (change("/unit", "".into(), "区医保局".into()), r#"{"p":"/unit","b":"","a":"区医保局"}"#),
        (absent, r#"{"p":"/extra/x","a":null}"#),
    ];
    for (change, text) in spelled {
        assert_eq!(serde_json::to_string(&change).unwrap(), text);
        assert_eq!(serde_json::from_str::<Change>(text).unwrap(), change);
    }
}
