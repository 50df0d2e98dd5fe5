//! Points that are settled at the check, when every unit's figures are known. Worked out by hand.

use selfscore_core::answer::{Amount, Answer, Answers};
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{Circumstances, Peers, State, score, score_with};
use serde_json::{Value, json};

fn scheme(rule: &Value, points: &str) -> Scheme {
    let clause = json!({"id": "a", "mark": "①", "text": {"zh": "条款"}, "basis": "assumed", "why": {"zh": "试"}});
    let criterion = json!({"id": "figure", "title": {"zh": "指标"}, "points": points,
        "clauses": [clause], "rule": rule});
    let indicator =
        json!({"number": "1", "title": {"zh": "指标"}, "contents": [], "criteria": [criterion]});
    let file = json!({"format": "selfscore/scheme", "version": 1, "id": "peers", "revision": 1,
        "title": {"zh": "试"}, "decimals": 2, "due": "2022-01-14", "clauses": [], "units": ["甲"],
        "groups": [{"title": {"zh": "组"}, "indicators": [indicator]}]});
    Scheme::read(&serde_json::to_vec(&file).unwrap()).unwrap_or_else(|error| panic!("{error}"))
}

fn asked() -> Value {
    json!({"label": {"zh": "数"}, "unit": {"zh": "件"}, "least": "0", "most": "1000", "decimals": 1})
}

fn answers(value: &str) -> Answers {
    let value = Amount::read(value).ok();
    [("figure".to_owned(), Answer { value, ..Answer::default() })].into()
}

/// Points of each unit, once the figures of all are known.
fn settled(scheme: &Scheme, values: &[&str]) -> Vec<String> {
    let forms: Vec<Answers> = values.iter().map(|value| answers(value)).collect();
    let peers = Peers::of(scheme, &forms);
    let circumstances = Circumstances { peers: Some(&peers), ..Circumstances::default() };
    let points = |form: &Answers| {
        let (sheet, _) = score_with(scheme, form, &circumstances);
        assert_eq!(sheet.lines[0].trace.replay(), Some(sheet.lines[0].points));
        assert_eq!(sheet.lines[0].state, State::Complete);
        sheet.total.fixed(2)
    };
    forms.iter().map(points).collect()
}

fn rank(more: &Value) -> Scheme {
    let mut rule =
        json!({"kind": "rank", "asked": asked(), "step": "0.5", "last": "0", "clause": "a"});
    rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    scheme(&rule, "3")
}

/// 「第1名的加3分…每降1名扣0.5分…两个并列第2时,下一名从第4名开始」
#[test]
fn places_with_ties_as_the_table_says() {
    // Places 1, 2, 2, 4, 5: 3, 2.5, 2.5, 3 − 3×0.5 = 1.5, 3 − 4×0.5 = 1.
    let points = settled(&rank(&json!({})), &["90", "80", "80", "70", "60"]);
    assert_eq!(points, ["3.00", "2.50", "2.50", "1.50", "1.00"]);
    // Where the next place follows on, it is the third: 3 − 2×0.5 = 2.
    let points = settled(&rank(&json!({"ties": "dense"})), &["90", "80", "80", "70"]);
    assert_eq!(points, ["3.00", "2.50", "2.50", "2.00"]);
    // The smallest number first: complaints. 1 and 1 share the first place, 5 is the third.
    let points = settled(&rank(&json!({"smallest_first": true})), &["5", "1", "1"]);
    assert_eq!(points, ["2.00", "3.00", "3.00"]);
    // The eighth place would have 3 − 7×0.5 = −0.5: not below the last's points.
    let points = settled(&rank(&json!({})), &["8", "7", "6", "5", "4", "3", "2", "1"]);
    assert_eq!(points[6..], ["0.00", "0.00"]);
}

/// 「以第一名为基数,按比例计分」
#[test]
fn in_proportion_to_the_best() {
    let best = scheme(&json!({"kind": "best", "asked": asked(), "clause": "a"}), "10");
    // 10 × 80 ÷ 120 = 6.666… → 6.67; 10 × 30 ÷ 120 = 2.5
    assert_eq!(settled(&best, &["120", "80", "30"]), ["10.00", "6.67", "2.50"]);
    // Nobody has anything: nothing in proportion to nothing.
    assert_eq!(settled(&best, &["0", "0"]), ["0.00", "0.00"]);
}

#[test]
fn before_the_check_anything_is_possible_and_nothing_is_missing() {
    let best = scheme(&json!({"kind": "best", "asked": asked(), "clause": "a"}), "10");
    let (sheet, issues) = score(&best, &answers("80"));
    assert!(issues.is_empty() && sheet.complete && sheet.pending);
    assert_eq!(sheet.lines[0].state, State::Pending);
    assert_eq!((sheet.total.fixed(2), sheet.highest.fixed(2)), ("0.00".into(), "10.00".into()));
}

#[test]
fn a_figure_out_of_its_range_is_nobodys() {
    let best = scheme(&json!({"kind": "best", "asked": asked(), "clause": "a"}), "10");
    // 1,000.1 and 9.99 cannot be reported: of what can, 100 is the best.
    let all = [answers("1000.1"), answers("9.99"), answers("100"), answers("50")];
    let peers = Peers::of(&best, &all);
    let circumstances = Circumstances { peers: Some(&peers), ..Circumstances::default() };
    let (sheet, _) = score_with(&best, &all[3], &circumstances);
    assert_eq!(sheet.total.fixed(2), "5.00");
}
