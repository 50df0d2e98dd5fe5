//! What the lint finds by trying answers, and what it must not take for a fault.

mod generated;
mod lint_support {
    pub mod small;
}

use generated::Dice;
use lint_support::small::changed;
use proptest::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::SchemeFile;
use selfscore_core::scheme::lint::{Finding, LintRule, Problem, Proof, Severity, lint};
use serde_json::{Value, json};

/// Where the small scheme has criteria.
const TASKS: &str = "/groups/0/indicators/0/criteria/0";
const CHOICE: &str = "/groups/0/indicators/0/criteria/1";
const DEDUCTION: &str = "/groups/0/indicators/0/criteria/2";
const LINEAR: &str = "/groups/1/indicators/0/criteria/3";
const JUDGED: &str = "/groups/1/indicators/0/criteria/4";

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// What was found by trying answers.
fn searched(file: &SchemeFile) -> Vec<(String, Problem)> {
    let found = lint(file).into_iter().filter(|finding| finding.proof == Proof::Search);
    found.map(|finding| (finding.path, finding.problem)).collect()
}

fn less(before: &str, after: &str, clause: &str) -> Problem {
    let (before, after) = (points(before), points(after));
    Problem::BetterScoresLess { before, after, clause: Some(clause.into()) }
}

/// Half of what the total is short of, or above, full marks; from so many points of the base on.
fn half_loss(from: &str) -> (String, Value) {
    let when = json!({ "on": "points", "of": "base", "bounds": { "at_least": from } });
    let half = json!({ "op": "multiply", "by": "0.5", "of": "loss", "when": when, "clause": "s" });
    ("/total/modifiers".into(), json!([half]))
}

/// Late once the base has 98, and with the bonus of 5 there are 103. Never late it has 100 and
/// there are 105; half of the 5 above full marks goes, which leaves 102.5.
#[test]
fn a_better_answer_that_scores_less_is_named_with_the_clause() {
    let found = searched(&changed(&[half_loss("100")]));
    assert_eq!(found, [(DEDUCTION.to_owned(), less("103", "102.5", "s"))]);
}

/// Nothing that goes in whole steps crosses 96.1 at a loss: from 96 + 5 it goes to 98 + 5 less
/// 1.5 at least. A figure of 60.94 % has 6.09 points: 96.09 + 5 = 101.09. One of 60.95 % has 6.10:
/// 96.1 + 5 = 101.1, of which half of 1.1 goes: 100.55.
#[test]
fn the_two_neighbours_at_a_condition_are_looked_for() {
    let found = searched(&changed(&[half_loss("96.1")]));
    assert_eq!(found, [(LINEAR.to_owned(), less("101.09", "100.55", "s"))]);
}

fn flag(id: &str) -> Value {
    json!({ "on": "flag", "id": id, "label": { "zh": id } })
}

/// One flag must be set and another not: neither all set nor none is best.
#[test]
fn flags_are_tried_in_every_combination() {
    let gate = json!({ "op": "gate", "when": flag("proved"), "clause": "c" });
    let half = json!({ "op": "multiply", "by": "0.5", "of": "points", "when": flag("late"), "clause": "c" });
    let file = changed(&[(format!("{JUDGED}/modifiers"), json!([gate, half]))]);
    assert_eq!(lint(&file), []);
}

/// It concerns class b, and counts for class a only.
#[test]
fn full_marks_that_nobody_concerned_can_have() {
    let gate = json!({ "op": "gate", "when": { "on": "class", "classes": ["a"] }, "clause": "c" });
    let file = changed(&[
        (format!("{JUDGED}/classes"), json!(["b"])),
        (format!("{JUDGED}/modifiers"), json!([gate])),
    ]);
    let problem = Problem::FullMarksNotFound { full: points("10"), found: Points::ZERO };
    assert_eq!(searched(&file), [(format!("{JUDGED}/points"), problem)]);
}

/// Class b has 0.8 of its points; class a has them all, so full marks are there to be had.
#[test]
fn what_one_class_cannot_have_another_can() {
    let when = json!({ "on": "class", "classes": ["b"] });
    let less =
        json!({ "op": "multiply", "by": "0.8", "of": "points", "when": when, "clause": "s" });
    let file = changed(&[("/total/modifiers", json!([less]))]);
    assert_eq!(lint(&file), []);
}

/// Parts of 40 and 60 points, one of which may drop out: full marks follow what is left.
#[test]
fn a_part_that_drops_out_of_a_mean_takes_its_full_marks_along() {
    let weight = || json!({ "all": "1" });
    let of_optional = |combine: &str| {
        let mut changes = vec![
            (
                "/total/base".to_owned(),
                json!({ "combine": combine, "absent": "rescale", "clause": "s" }),
            ),
            (format!("{CHOICE}/optional"), json!("c")),
            (format!("{TASKS}/optional"), json!("c")),
            (format!("{DEDUCTION}/optional"), json!("c")),
        ];
        if combine == "weighted_mean" {
            changes.push(("/groups/0/weight".into(), weight()));
            changes.push(("/groups/1/weight".into(), weight()));
            changes.push(("/total/points".into(), json!("50")));
        }
        changed(&changes)
    };
    for combine in ["sum", "weighted_mean"] {
        let found = lint(&of_optional(combine));
        let above = found.iter().filter(|finding| finding.rule == LintRule::AboveFullMarks);
        assert_eq!(above.count(), 0, "{combine}: {found:#?}");
        let searched = found.iter().filter(|finding| finding.proof == Proof::Search);
        assert_eq!(searched.count(), 0, "{combine}: {found:#?}");
    }
}

/// The search is bounded: as many criteria as a scheme may have, and what is wrong is still found.
#[test]
fn a_scheme_of_five_hundred_criteria() {
    let criterion = |n: usize| {
        json!({ "id": format!("judged-{n}"), "title": { "zh": "评" }, "points": "1",
            "clauses": [{ "id": "c", "mark": "①", "text": { "zh": "条款" }, "basis": "notice" }],
            "rule": { "kind": "judged", "label": { "zh": "评" }, "least": "0", "most": "1",
                "clause": "c" } })
    };
    let many: Value = (0..480).map(criterion).collect();
    // 40 points of the first group and 480 of the second.
    let gate = json!({ "op": "gate", "clause": "s",
        "when": { "on": "points", "of": "base", "bounds": { "at_least": "521" } } });
    let file = changed(&[
        ("/groups/1/indicators/0/criteria", many),
        ("/groups/1/indicators/0/points", json!("480")),
        ("/total/points", json!("520")),
        ("/total/modifiers", json!([gate])),
    ]);
    let found = lint(&file);
    let problem = Problem::FullMarksNotFound { full: points("520"), found: Points::ZERO };
    assert!(found.iter().any(|finding| finding.problem == problem), "{found:#?}");
}

#[test]
fn the_same_scheme_always_has_the_same_findings() {
    let file = changed(&[half_loss("96.1")]);
    let found: Vec<Finding> = lint(&file);
    assert_eq!(lint(&file), found);
}

/// 99.6 points at two decimals are 100 of 100 where the total has none.
#[test]
fn a_total_is_beside_its_full_marks_as_both_are_rounded() {
    let file = changed(&[
        (format!("{CHOICE}/points"), json!("9.6")),
        (format!("{CHOICE}/rule/options/2/points"), json!("9.6")),
        ("/groups/0/indicators/0/points".into(), json!("39.6")),
        ("/total/points".into(), json!(null)),
        ("/total/decimals".into(), json!(0)),
    ]);
    assert_eq!(lint(&file), []);
}

/// Where a veto stands in the table is nothing to it: among the best answers none has happened.
#[test]
fn a_veto_beside_a_bonus_does_not_take_full_marks_away() {
    let veto = json!({ "id": "other", "title": { "zh": "否决" }, "clauses": [
            { "id": "c", "mark": "①", "text": { "zh": "条款" }, "basis": "notice" }],
        "rule": { "kind": "veto", "at_most": "0", "items": [
            { "id": "fraud", "label": { "zh": "弄虚作假" }, "clause": "c" }] } });
    assert_eq!(lint(&changed(&[("/groups/2/indicators/0/criteria/-", veto)])), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 20, ..ProptestConfig::default() })]

    /// Drawn schemes are sound by construction: the best answers have full marks, better ones
    /// never score less.
    #[test]
    fn nothing_is_found_against_drawn_schemes(tape in prop::collection::vec(any::<u32>(), 0..400)) {
        let scheme = generated::scheme(&mut Dice::new(&tape));
        let mut found = lint(scheme.file());
        found.retain(|one| one.severity == Severity::Error || one.proof == Proof::Search);
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}
