//! Changes made here, merged into a draft that changed elsewhere.

mod draft_support;
mod form_support;

use draft_support::{AT, Edit, base, edit, said, unordered};
use proptest::collection::vec;
use proptest::prelude::*;
use selfscore_core::draft::{Change, Conflict, Draft, TaskEntry, changes, merge};
use serde_json::json;

/// What the edits come to, and the changes of each, one after the other.
fn made(start: &Draft, edits: &[Edit]) -> (Draft, Vec<Change>) {
    let (mut draft, mut all, mut added) = (start.clone(), Vec::new(), None);
    for edit in edits {
        let before = draft.clone();
        edit.make(&mut draft, &mut added);
        all.extend(changes(&before, &draft));
    }
    (draft, all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The expected draft is made by doing the edits of both sides one after the other.
    #[test]
    fn edits_of_different_things_all_count(drawn in vec((any::<bool>(), edit()), 0..16)) {
        let owner = |edit: &Edit, side: bool| {
            let other = |one: &&(bool, Edit)| one.1.touches() == edit.touches();
            edit.adds_or_moves() || drawn.iter().find(other).is_none_or(|first| first.0 == side)
        };
        let of = |side: bool| -> Vec<Edit> {
            let own = drawn.iter().filter(|(on, edit)| *on == side && owner(edit, side));
            own.map(|(_, edit)| edit.clone()).collect()
        };
        let ((mine, steps), (theirs, other_steps)) = (made(&base(), &of(true)), made(&base(), &of(false)));
        let (both, _) = made(&theirs, &of(true));

        for steps in [&steps, &changes(&base(), &mine)] {
            let merged = merge(&theirs, steps);
            prop_assert_eq!(&merged.conflicts, &vec![]);
            prop_assert_eq!(unordered(&merged.draft), unordered(&both));
            let other_way = merge(&mine, &other_steps);
            prop_assert_eq!(unordered(&other_way.draft), unordered(&both));
            let again = merge(&merged.draft, steps);
            prop_assert_eq!(said(again.draft), said(merged.draft));
            prop_assert_eq!(again.conflicts, vec![]);
        }
    }

    #[test]
    fn whatever_both_sides_did_merging_again_changes_nothing(
        mine in vec(edit(), 0..12), theirs in vec(edit(), 0..12),
    ) {
        let ((_, steps), (theirs, _)) = (made(&base(), &mine), made(&base(), &theirs));
        let merged = merge(&theirs, &steps);
        for conflict in &merged.conflicts {
            prop_assert_ne!(&conflict.mine, &conflict.theirs);
        }
        let again = merge(&merged.draft, &steps);
        prop_assert_eq!(said(again.draft), said(merged.draft));
        prop_assert_eq!(again.conflicts, merged.conflicts);
    }

    #[test]
    fn nothing_merged_is_theirs_and_into_the_base_it_is_mine(edits in vec(edit(), 0..12)) {
        let (draft, steps) = made(&base(), &edits);
        prop_assert_eq!(said(merge(&draft, &[]).draft), said(draft.clone()));
        let merged = merge(&base(), &steps);
        prop_assert_eq!(said(merged.draft), said(draft));
        prop_assert!(merged.conflicts.is_empty());
    }
}

const TASKS: &str = "/answers/a~1b~0c/tasks";

fn edited(edit: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = base();
    edit(&mut draft);
    draft
}

fn rows(draft: &mut Draft) -> &mut Vec<TaskEntry> {
    &mut draft.entry_mut(AT).tasks
}

fn task(key: u32, title: &str) -> TaskEntry {
    TaskEntry { key, title: title.into(), ..TaskEntry::default() }
}

/// Keys and titles of the tasks.
fn told(draft: &Draft) -> Vec<(u32, &str)> {
    draft.answers[AT].tasks.iter().map(|row| (row.key, row.title.as_str())).collect()
}

fn keys(draft: &Draft) -> Vec<u32> {
    draft.answers[AT].tasks.iter().map(|row| row.key).collect()
}

#[test]
fn a_field_changed_on_both_sides_is_a_conflict_and_theirs_stays() {
    let theirs = edited(|draft| {
        draft.unit = "区财政局".into();
        draft.phone = "12".into();
    });
    let mine = edited(|draft| {
        draft.unit = "区医保局".into();
        draft.phone = "12".into();
        draft.filled_by = "甲".into();
    });
    let merged = merge(&theirs, &changes(&base(), &mine));
    let conflict = Conflict {
        place: "/unit".into(),
        mine: Some("区医保局".into()),
        theirs: Some("区财政局".into()),
    };
    assert_eq!(merged.conflicts, [conflict]);
    assert_eq!(merged.draft, Draft { filled_by: "甲".into(), ..theirs });
}

#[test]
fn members_of_maps_merge_one_by_one_and_lists_as_one() {
    let theirs = edited(|draft| {
        let entry = draft.entry_mut(AT);
        entry.occurrences.insert("y".into(), "1".into());
        entry.done = Some(vec!["a".into()]);
    });
    let mine = edited(|draft| {
        let entry = draft.entry_mut(AT);
        entry.occurrences.remove("x");
        entry.done = Some(vec!["b".into()]);
    });
    let merged = merge(&theirs, &changes(&base(), &mine));
    let times = &merged.draft.answers[AT].occurrences;
    assert_eq!(times.iter().collect::<Vec<_>>(), [(&"y".to_owned(), &"1".to_owned())]);
    assert_eq!(merged.conflicts.len(), 1);
    let conflict = &merged.conflicts[0];
    assert_eq!(conflict.place, "/answers/a~1b~0c/done");
    assert_eq!((&conflict.mine, &conflict.theirs), (&Some(json!(["b"])), &Some(json!(["a"]))));
}

#[test]
fn columns_of_one_row_merge() {
    let theirs = edited(|draft| rows(draft)[1].completion = "80".into());
    let mine = edited(|draft| rows(draft)[1].note = "slow".into());
    let merged = merge(&theirs, &changes(&base(), &mine));
    assert!(merged.conflicts.is_empty());
    let row = &merged.draft.answers[AT].tasks[1];
    assert_eq!((row.completion.as_str(), row.note.as_str()), ("80", "slow"));
}

#[test]
fn rows_that_are_new_on_both_sides_are_two_rows() {
    let theirs = edited(|draft| rows(draft).push(task(17, "theirs")));
    let (mut mine, mut steps) = (base(), Vec::new());
    let mut step = |edit: &dyn Fn(&mut Draft)| {
        let before = mine.clone();
        edit(&mut mine);
        steps.extend(changes(&before, &mine));
    };
    step(&|draft| rows(draft).push(task(17, "")));
    step(&|draft| rows(draft).push(task(18, "also mine")));
    step(&|draft| rows(draft)[4].title = "mine".into());
    let merged = merge(&theirs, &steps);
    assert!(merged.conflicts.is_empty());
    assert_eq!(told(&merged.draft)[4..], [(17, "theirs"), (19, "mine"), (18, "also mine")]);
    assert_eq!(merge(&merged.draft, &steps), merged);
    // The same row on both sides is one.
    let alike = merge(&mine, &steps);
    assert_eq!((alike.draft, alike.conflicts), (mine, vec![]));
}

#[test]
fn two_new_rows_that_say_the_same_stay_two() {
    let theirs = edited(|draft| rows(draft).extend([task(17, "a"), task(18, "b")]));
    let mine = edited(|draft| rows(draft).extend([task(17, "task 1"), task(18, "task 1")]));
    let steps = changes(&base(), &mine);
    let merged = merge(&theirs, &steps);
    let titles: Vec<&str> = told(&merged.draft).into_iter().map(|row| row.1).collect();
    assert_eq!(titles.iter().filter(|title| **title == "task 1").count(), 3);
    assert_eq!(titles.len(), 8);
    assert_eq!(merge(&merged.draft, &steps), merged);
}

#[test]
fn keys_at_the_end_of_all_keys_stay_unique() {
    let theirs = edited(|draft| rows(draft).push(task(u32::MAX, "theirs")));
    let mine = edited(|draft| rows(draft).push(task(u32::MAX, "mine")));
    let merged = merge(&theirs, &changes(&base(), &mine));
    let mut keys = keys(&merged.draft);
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 6);
}

#[test]
fn a_row_removed_here_and_edited_there_stays() {
    let theirs = edited(|draft| rows(draft)[2].title = "edited".into());
    let mine = edited(|draft| {
        rows(draft).remove(2);
    });
    let merged = merge(&theirs, &changes(&base(), &mine));
    assert_eq!(merged.draft, theirs);
    assert_eq!(merged.conflicts.len(), 1);
    let conflict = &merged.conflicts[0];
    assert_eq!((conflict.place.as_str(), &conflict.mine), (&*format!("{TASKS}/3"), &None));
    assert_eq!(conflict.theirs.as_ref().unwrap()["title"], "edited");
    // Where it was not edited it goes, and where it is gone already that is no conflict.
    for theirs in [base(), mine.clone()] {
        let merged = merge(&theirs, &changes(&base(), &mine));
        assert_eq!((merged.draft, merged.conflicts), (mine.clone(), vec![]));
    }
}

#[test]
fn a_row_removed_there_and_edited_here_is_a_conflict() {
    let theirs = edited(|draft| {
        rows(draft).remove(2);
    });
    let mine = edited(|draft| rows(draft)[2].title = "edited".into());
    let steps = changes(&base(), &mine);
    let merged = merge(&theirs, &steps);
    assert_eq!(merged.draft, theirs);
    let place = format!("{TASKS}/3/title");
    assert_eq!(merged.conflicts, [Conflict { place, mine: Some("edited".into()), theirs: None }]);
}

#[test]
fn orders_never_conflict() {
    let moved = |order: [usize; 4]| {
        edited(|draft| {
            let all = rows(draft).clone();
            *rows(draft) = order.iter().map(|at| all[*at].clone()).collect();
        })
    };
    let merged = |theirs: &Draft, mine: &Draft| {
        let merged = merge(theirs, &changes(&base(), mine));
        assert!(merged.conflicts.is_empty());
        keys(&merged.draft)
    };
    // Both moved rows: theirs holds. Only mine: mine holds.
    assert_eq!(merged(&moved([3, 2, 1, 0]), &moved([1, 0, 2, 3])), [4, 3, 2, 1]);
    assert_eq!(merged(&base(), &moved([1, 0, 2, 3])), [2, 1, 3, 4]);
    // Only mine moved rows, and theirs has a new one: behind the row that it followed.
    let theirs = edited(|draft| rows(draft).insert(1, task(19, "theirs")));
    assert_eq!(merged(&theirs, &moved([3, 2, 1, 0])), [4, 3, 2, 1, 19]);
    // Theirs moved rows, and mine has new ones, the second one behind the first.
    let mine = edited(|draft| {
        rows(draft).insert(2, task(18, "mine"));
        rows(draft).insert(3, task(19, "mine as well"));
    });
    assert_eq!(merged(&moved([3, 1, 0, 2]), &mine), [4, 2, 18, 19, 1, 3]);
    // A new row at the very top stays there; one behind a row that went, behind the one before.
    let mine = edited(|draft| {
        rows(draft).insert(0, task(18, "top"));
        rows(draft).insert(3, task(19, "behind 2"));
    });
    let theirs = edited(|draft| {
        rows(draft).remove(1);
    });
    assert_eq!(merged(&theirs, &mine), [18, 1, 19, 3, 4]);
}

#[test]
fn a_change_that_fits_nowhere_is_told() {
    let step =
        Change { place: "/of a newer program".into(), before: None, after: Some("x".into()) };
    let merged = merge(&base(), std::slice::from_ref(&step));
    assert_eq!(merged.draft, base());
    let conflict = Conflict { place: step.place, mine: step.after, theirs: None };
    assert_eq!(merged.conflicts, [conflict]);
}
