//! Steps taken back and again.

mod draft_support;
mod form_support;

use draft_support::{base, edit, said};
use proptest::collection::vec;
use proptest::prelude::*;
use selfscore_core::draft::{Change, Draft, History, Marks, STEPS, Step, changes};

/// Types a text into the unit, sign by sign.
fn typed(draft: &mut Draft, history: &mut History, text: &str) {
    for (nth, sign) in text.chars().enumerate() {
        let before = draft.clone();
        draft.unit.push(sign);
        history.record(changes(&before, draft), nth > 0);
    }
}

/// Changes the note of a criterion: one step.
fn noted(draft: &mut Draft, history: &mut History, note: &str) {
    let before = draft.clone();
    draft.entry_mut("a").note = note.into();
    history.record(changes(&before, draft), false);
}

fn marks(first: u64, at: u64, end: u64) -> Marks {
    Marks { first, at, end }
}

/// All steps of a log by their numbers, as they would be stored.
fn stored(history: &History) -> Vec<(u64, Step)> {
    let Marks { first, end, .. } = history.marks();
    (first..end).map(|seq| (seq, history.step(seq).unwrap().clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn all_steps_back_lead_to_the_first_draft_and_again_to_the_last(
        edits in vec((edit(), any::<bool>(), 0..4u8), 0..30),
    ) {
        let (mut draft, mut history) = (base(), History::default());
        // The drafts as they were, by the number of steps done.
        let mut seen = vec![base()];
        for (edit, goes_on, back) in edits {
            let before = draft.clone();
            edit.make(&mut draft, &mut None);
            history.record(changes(&before, &draft), goes_on);
            seen.truncate(history.marks().at as usize);
            seen.push(draft.clone());
            for _ in 0..back.saturating_sub(2) {
                let could = history.can_undo();
                prop_assert_eq!(history.undo(&mut draft).is_some(), could);
                prop_assert_eq!(said(draft.clone()), said(seen[history.marks().at as usize].clone()));
            }
        }
        while history.can_redo() {
            history.redo(&mut draft);
        }
        let last = draft.clone();
        let restored = History::restore(history.marks(), stored(&history));
        prop_assert_eq!(&restored, &history);
        while history.undo(&mut draft).is_some() {}
        prop_assert_eq!(said(draft.clone()), said(base()));
        while history.redo(&mut draft).is_some() {}
        prop_assert_eq!(said(draft), said(last));
        prop_assert_eq!(restored, history);
    }

    #[test]
    fn any_marks_and_steps_give_a_log_that_works(
        first in any::<u64>(), at in 0..20u64, end in any::<u64>(),
        near in any::<bool>(), seqs in vec(0..20u64, 0..20),
    ) {
        let marks = if near { marks(first % 20, at, end % 20) } else { marks(first, at, end) };
        let step = Step { changes: changes(&Draft::default(), &base()) };
        let mut history = History::restore(marks, seqs.into_iter().map(|seq| (seq, step.clone())));
        let Marks { first, at, end } = history.marks();
        prop_assert!(first <= at && at <= end);
        prop_assert!((first..end).all(|seq| history.step(seq).is_some()));
        let mut draft = base();
        while history.undo(&mut draft).is_some() {}
        while history.redo(&mut draft).is_some() {}
        noted(&mut draft, &mut history, "still works");
        prop_assert!(history.can_undo() && !history.can_redo());
    }
}

#[test]
fn more_than_two_hundred_steps_go_back_to_the_start() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    for nth in 1..=250 {
        noted(&mut draft, &mut history, &nth.to_string());
    }
    let last = draft.clone();
    for nth in (0..250).rev() {
        assert!(history.undo(&mut draft).is_some());
        let note = draft.entry("a").map(|entry| entry.note.clone()).unwrap_or_default();
        assert_eq!(note, if nth == 0 { String::new() } else { nth.to_string() });
    }
    assert_eq!((draft.clone(), history.can_undo()), (Draft::default(), false));
    assert_eq!(history.undo(&mut draft), None);
    while history.can_redo() {
        history.redo(&mut draft);
    }
    assert_eq!((draft, history.marks()), (last, marks(0, 250, 250)));
}

#[test]
fn beyond_the_most_the_oldest_goes_and_numbers_count_on() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    let most = STEPS as u64;
    assert!(most >= 200);
    for nth in 1..=most + 7 {
        noted(&mut draft, &mut history, &nth.to_string());
    }
    assert_eq!(history.marks(), marks(7, most + 7, most + 7));
    assert_eq!((history.step(6), history.step(most + 7)), (None, None));
    while history.undo(&mut draft).is_some() {}
    assert_eq!((draft.answers["a"].note.as_str(), history.marks().at), ("7", 7));
}

#[test]
fn typing_in_one_field_is_one_step() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    typed(&mut draft, &mut history, "区教育局");
    assert_eq!(history.marks(), marks(0, 1, 1));
    noted(&mut draft, &mut history, "x");
    // Back in the field after something else: a step of its own.
    let before = draft.clone();
    draft.unit.push('x');
    history.record(changes(&before, &draft), true);
    assert_eq!(history.marks().end, 3);
    history.undo(&mut draft);
    history.undo(&mut draft);
    let change =
        Change {
            place: "/unit".into(), before: Some("".into()), after: Some("区教育局".into())
        };
    assert_eq!(history.undo(&mut draft), Some(vec![change]));
    assert_eq!(draft, Draft::default());
}

#[test]
fn typing_back_to_what_was_is_no_step() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    noted(&mut draft, &mut history, "x");
    typed(&mut draft, &mut history, "a");
    let before = draft.clone();
    draft.unit.clear();
    history.record(changes(&before, &draft), true);
    assert_eq!(history.marks(), marks(0, 1, 1));
    history.record(Vec::new(), false);
    assert_eq!(history.marks(), marks(0, 1, 1));
}

#[test]
fn nothing_is_typed_on_after_something_was_taken_back() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    typed(&mut draft, &mut history, "ab");
    noted(&mut draft, &mut history, "x");
    history.undo(&mut draft);
    let before = draft.clone();
    draft.unit.push('c');
    history.record(changes(&before, &draft), true);
    // The step taken back is gone, its number is that of the new one.
    assert_eq!(history.marks(), marks(0, 2, 2));
    history.undo(&mut draft);
    assert_eq!(draft.unit, "ab");
}

#[test]
fn where_the_field_changed_otherwise_typing_is_a_step_of_its_own() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    typed(&mut draft, &mut history, "ab");
    // Another tab's text came in, which is no step of this log.
    draft.unit = "other".into();
    let before = draft.clone();
    draft.unit.push('c');
    history.record(changes(&before, &draft), true);
    history.undo(&mut draft);
    assert_eq!(draft.unit, "other");
}

#[test]
fn a_gap_cuts_off_what_cannot_be_reached() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    for note in ["1", "2", "3", "4", "5", "6", "7"] {
        noted(&mut draft, &mut history, note);
    }
    for _ in 0..3 {
        history.undo(&mut draft);
    }
    let without = |gaps: &[u64]| {
        let steps = stored(&history).into_iter().filter(|(seq, _)| !gaps.contains(seq));
        History::restore(history.marks(), steps).marks()
    };
    assert_eq!(history.marks(), marks(0, 4, 7));
    assert_eq!(without(&[]), marks(0, 4, 7));
    assert_eq!(without(&[1]), marks(2, 4, 7));
    assert_eq!(without(&[3]), marks(4, 4, 7));
    assert_eq!(without(&[5]), marks(0, 4, 5));
    assert_eq!(without(&[0, 1, 4]), marks(2, 4, 4));
    // Left over from before: not within the marks.
    let marks = marks(2, 3, 4);
    assert_eq!(History::restore(marks, stored(&history)).marks(), marks);
}

#[test]
fn what_is_not_stored_yet_is_known() {
    let (mut draft, mut history) = (Draft::default(), History::default());
    typed(&mut draft, &mut history, "ab");
    noted(&mut draft, &mut history, "x");
    let moment = history.moment();
    assert_eq!(history.unsaved(), [0, 1]);
    assert_eq!(history.unsaved(), [0, 1]);
    // While that is being stored, the last step goes on and another comes.
    let before = draft.clone();
    draft.entry_mut("a").note.push('y');
    history.record(changes(&before, &draft), true);
    typed(&mut draft, &mut history, "c");
    history.saved(moment);
    assert_eq!(history.unsaved(), [1, 2]);
    history.saved(history.moment());
    assert_eq!(history.unsaved(), [0; 0]);
    // Taking back changes marks only; a step in place of one taken back is new.
    history.undo(&mut draft);
    assert_eq!(history.unsaved(), [0; 0]);
    noted(&mut draft, &mut history, "z");
    assert_eq!(history.unsaved(), [2]);
    assert_eq!(History::restore(history.marks(), stored(&history)).unsaved(), [0; 0]);
}

#[test]
fn marks_and_steps_are_spelled_as_data() {
    let marks = marks(1, 2, 3);
    assert_eq!(serde_json::to_string(&marks).unwrap(), r#"{"first":1,"at":2,"end":3}"#);
    let text = r#"{"changes":[{"p":"/unit","b":"","a":"x"}]}"#;
    let step: Step = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&step).unwrap(), text);
}
