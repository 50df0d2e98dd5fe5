//! The check of many forms: each kind of finding on a form that has just that fault, and nothing on one
//! that has none.

mod batch_support;
mod form_support;

use batch_support::{read, sealed, sound};
use form_support::scheme;
use selfscore_core::batch::{Basis, Batch, Examined, Progress, Roll, Submitted, What, examine};
use selfscore_core::form::{CheckCode, FormFile, content_digest, json};
use selfscore_core::register::Register;
use selfscore_core::verify::{Decision, Verified};
use selfscore_wording::Lang;
use serde_json::{Value, json};

/// 区教育局 leads task 1, 区财政局 supports it.
fn roll() -> Roll {
    let register = "number,title,lead,supporting\n01,义务教育入学,区教育局,区财政局\n";
    Roll::of(Register::read(register.as_bytes()).unwrap())
}

fn examined(file: &FormFile, roll: Option<&Roll>, received: Option<&str>) -> Examined {
    let basis = Basis { roll, ..Basis::of(scheme()) };
    examine(&basis, Submitted { file: "表.json", received }, Ok(file))
}

fn codes(examined: &Examined) -> Vec<&'static str> {
    examined.findings.iter().map(|found| found.what.code()).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    let file = sealed(&sound("区教育局"));
    for roll in [None, Some(&roll())] {
        let examined = examined(&file, roll, Some("2022-01-12"));
        assert_eq!(codes(&examined), [""; 0], "{:?}", examined.findings);
        let figures = examined.figures.unwrap();
        assert_eq!(figures.recomputed.fixed(2), "76.00");
        assert_eq!(figures.claimed, Some(figures.recomputed));
    }
}

/// One fault each: what is changed in the sound form, and what is found.
#[test]
fn every_fault_of_a_form_is_found_and_nothing_else() {
    let cases: [(&str, &str, Value, &[&str]); 8] = [
        ("/score/criteria/learning", "2.00", json!(null), &["figures_differ"]),
        ("/score/total", "77.00", json!(null), &["figures_differ"]),
        ("/unit", "区文旅局的朋友", json!(null), &["unknown_unit"]),
        ("/answers/learning/evidence", "", json!([]), &["evidence_missing"]),
        ("/answers/learning/evidence", "", json!(["6-2"]), &["evidence_missing"]),
        ("/scheme/id", "another", json!(null), &["other_scheme"]),
        ("/scheme/revision", "", json!(7), &["other_scheme"]),
        ("/answers/leadership/choice", "", json!(null), &["incomplete", "figures_differ"]),
    ];
    for (pointer, text, value, expected) in cases {
        let mut form = sound("区教育局");
        if pointer.starts_with("/scheme") {
            form["scheme"]["sha256"] = "".into();
        }
        let place = form.pointer_mut(pointer).unwrap();
        *place = if text.is_empty() { value } else { text.into() };
        let examined = examined(&sealed(&form), None, None);
        assert_eq!(codes(&examined), expected, "{pointer}: {:?}", examined.findings);
    }
}

/// 开展宣传活动 is only taken down, so no points rest on what is said there.
#[test]
fn points_and_records_without_evidence_are_told_apart() {
    for (criterion, zh, en) in [
        ("learning", "有得分，没有佐证材料：学习先进经验", "Points without evidence: "),
        ("publicity", "有记录，没有佐证材料：开展宣传活动", "Recorded without evidence: "),
    ] {
        let mut form = sound("区教育局");
        form["answers"][criterion]["evidence"] = json!([]);
        let examined = examined(&sealed(&form), None, None);
        let [found] = &examined.findings[..] else { panic!("{:?}", examined.findings) };
        assert_eq!(found.message(scheme(), Lang::Zh), zh);
        let words = found.message(scheme(), Lang::En);
        assert!(words.starts_with(en), "{words}");
        assert!(!found.remedy(Lang::En).contains("points"), "{}", found.remedy(Lang::En));
    }
}

#[test]
fn a_file_that_was_changed_or_cannot_be_read_is_named() {
    let mut file = sealed(&sound("区教育局"));
    file.check_code = CheckCode::Differs { stated: "0".into(), computed: "1".into() };
    assert_eq!(codes(&examined(&file, None, None)), ["changed_after_export"]);

    let basis = Basis::of(scheme());
    for (text, code) in
        [("{", "unreadable"), (r#"{"format":"selfscore/form","version":2}"#, "newer_version")]
    {
        let error = json::read(text.as_bytes()).unwrap_err();
        let submitted = Submitted { file: "坏.json", received: None };
        let examined = examine(&basis, submitted, Err(&error));
        assert_eq!(codes(&examined), [code]);
        assert_eq!(examined.figures, None);
    }
}

/// The notice's last day is 2022-01-14; nothing in the scheme says that lateness costs points.
#[test]
fn a_late_form_is_forfeited_and_kept() {
    let file = sealed(&sound("区教育局"));
    let examined = examined(&file, None, Some("2022-01-16"));
    let [found] = &examined.findings[..] else { panic!("{:?}", examined.findings) };
    let What::Late { days, forfeited, .. } = &found.what else { panic!("{found:?}") };
    assert_eq!((*days, *forfeited), (2, true));
    assert_eq!(examined.figures.unwrap().recomputed.fixed(2), "76.00");
}

/// Clause ④: two lead tasks, one left out. 60 × (0.8 + 0) ÷ 2 = 24 instead of 48, 76 becomes 52.
#[test]
fn a_task_left_out_scores_nothing_with_its_weight() {
    let register = "number,title,lead\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n";
    let roll = Roll::of(Register::read(register.as_bytes()).unwrap());
    let examined = examined(&sealed(&sound("区教育局")), Some(&roll), None);
    assert_eq!(codes(&examined), ["task_missing"]);
    let found = &examined.findings[0];
    assert_eq!(found.criterion.as_deref(), Some("tasks"));
    assert_eq!(found.claimed.unwrap().fixed(2), "48.00");
    assert_eq!(found.recomputed.unwrap().fixed(2), "24.00");
    assert_eq!(examined.figures.unwrap().recomputed.fixed(2), "52.00");
}

#[test]
fn roles_and_tasks_are_held_against_the_register() {
    let file = sealed(&sound("区财政局"));
    let found = examined(&file, Some(&roll()), None);
    assert_eq!(codes(&found), ["role_differs"]);
    let other = "number,title,lead\n9,别的,区教育局\n";
    let other = Roll::of(Register::read(other.as_bytes()).unwrap());
    let found = examined(&file, Some(&other), None);
    assert_eq!(codes(&found), ["task_unassigned"]);
}

#[test]
fn together_forms_show_who_is_missing_twice_there_or_tells_otherwise() {
    let roll = roll();
    let basis = Basis { roll: Some(&roll), ..Basis::of(scheme()) };
    let mut batch = Batch::new(basis);
    let mut add = |file: &str, form: &Value| {
        let submitted = Submitted { file, received: None };
        batch.add(examine(&basis, submitted, Ok(&sealed(form))));
    };
    let mut earlier = sound("区教育局");
    earlier["exported_at"] = "2022-01-10T09:00:00+08:00".into();
    earlier["phone"] = "1".into();
    add("旧.json", &earlier);
    add("新.json", &sound("区教育局"));
    let mut supporting = sound("区财政局");
    supporting["answers"]["tasks"]["tasks"][0]["role"] = "supporting".into();
    supporting["answers"]["tasks"]["tasks"][0]["completion"] = "100".into();
    supporting["answers"]["tasks"]["tasks"][0]["claim"] = json!(null);
    add("财政.json", &supporting);
    let outcome = batch.finish();

    let found = |code: &str| -> Vec<_> {
        outcome.findings.iter().filter(|found| found.what.code() == code).collect()
    };
    let [duplicate] = found("duplicate")[..] else { panic!("{:?}", found("duplicate")) };
    assert_eq!(
        (duplicate.file.as_str(), &duplicate.what),
        ("旧.json", &What::Duplicate("新.json".into()))
    );
    let units = scheme().file().units.len();
    assert_eq!(found("not_submitted").len(), units - 2);
    let [differ] = found("accounts_differ")[..] else { panic!("{:?}", found("accounts_differ")) };
    let words = differ.message(scheme(), Lang::Zh);
    assert!(words.contains("区教育局（牵头）完成率 85%；区财政局（配合）完成率 100%"), "{words}");
}

#[test]
fn a_late_form_does_not_take_the_place_of_one_in_time() {
    let basis = Basis::of(scheme());
    let mut batch = Batch::new(basis);
    for (file, received) in [("准时.json", "2022-01-12"), ("迟到.json", "2022-01-16")] {
        let form = sealed(&sound("区教育局"));
        batch.add(examine(&basis, Submitted { file, received: Some(received) }, Ok(&form)));
    }
    let forms = batch.finish().forms;
    assert_eq!((forms[0].superseded_by, forms[1].superseded_by), (None, Some(0)));
}

/// Totals by hand: 76 as stated, 69 where 4 of 11 were verified, and a form that came two days late.
#[test]
fn places_go_by_what_was_verified_and_equal_totals_share_one() {
    let decision = |id: &str, unit: &str, criterion: &str, points: &str| Decision {
        id: id.into(),
        unit: unit.into(),
        criterion: criterion.into(),
        points: points.parse().ok(),
        reason: "核减".into(),
        reviewer: "王五".into(),
        at: "2022-01-20T09:00:00+08:00".into(),
        replaces: Vec::new(),
    };
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "区财政局", "implementation", "4")).unwrap();
    for (at, criterion) in scheme().criteria().filter(|one| one.counted()).enumerate() {
        let points = match criterion.id.as_str() {
            "tasks" => "48",
            "implementation" => "11",
            "publication" => "6",
            "learning" => "3",
            _ => "4",
        };
        let one = decision(&format!("a{at}"), "区信访局", &criterion.id, points);
        verified.decide(scheme(), one).unwrap();
    }
    let basis = Basis { verified: Some(&verified), ..Basis::of(scheme()) };
    let mut batch = Batch::new(basis);
    for (unit, received) in [
        ("区教育局", "2022-01-12"),
        ("区财政局", "2022-01-12"),
        ("区信访局", "2022-01-12"),
        ("区统计局", "2022-01-16"),
    ] {
        let file = sealed(&sound(unit));
        let submitted = Submitted { file: unit, received: Some(received) };
        batch.add(examine(&basis, submitted, Ok(&file)));
    }
    let outcome = batch.finish();
    let progress: Vec<Progress> =
        outcome.forms.iter().map(|form| form.progress(scheme())).collect();
    let expected = [Progress::Open, Progress::Begun, Progress::Verified, Progress::Forfeited];
    assert_eq!(progress, expected);
    let places: Vec<(&str, String, usize)> = outcome
        .ranking(scheme())
        .iter()
        .map(|place| (outcome.forms[place.form].unit.as_str(), place.total.fixed(2), place.rank))
        .collect();
    let place = |unit, total: &str, rank| (unit, total.to_owned(), rank);
    assert_eq!(
        places,
        [
            place("区信访局", "76.00", 1),
            place("区教育局", "76.00", 1),
            place("区财政局", "69.00", 3)
        ]
    );
}

/// Two forms of a unit: one that says the same is no second submission, whatever it is written like; any
/// other is.
#[test]
fn the_same_form_again_is_no_duplicate() {
    let other = |pointer: &str, value: Value| {
        let mut form = sound("区教育局");
        *form.pointer_mut(pointer).unwrap() = value;
        form
    };
    let same = [
        other("/exported_at", json!("2022-01-10T08:00:00+08:00")),
        other("/score/criteria/learning", json!("3.0")),
        other("/answers/tasks/tasks/0/completion", json!("85.00")),
        other("/filled_on", json!("2022年1月10日")),
        other("/answers/tasks/tasks/0/number", json!(" 1")),
    ];
    let differing = [
        other("/phone", json!("1")),
        other("/scheme/revision", json!(2)),
        other("/score/criteria/learning", json!("2.99")),
        other("/answers/learning/evidence", json!(["6-1", "6-1"])),
        other("/answers/learning/occurrences/visits", json!(2)),
        other("/answers/publication/done", json!(["guidance"])),
        other("/answers/tasks/tasks/0/note", json!("另一个理由")),
        other("/answers/tasks/tasks/0/claim", json!("80.01")),
        other("/evidence/0/bytes", json!(2)),
    ];
    let file = |form: &Value| read(form);
    let sound = file(&sound("区教育局"));
    let all =
        same.iter().map(|form| (form, true)).chain(differing.iter().map(|form| (form, false)));
    for (form, is_same) in all {
        let form = file(form);
        // What paper carries says so, too.
        assert_eq!(content_digest(&form.form) == content_digest(&sound.form), is_same);
        let mut batch = Batch::new(Basis::of(scheme()));
        batch.add(examined(&form, None, None));
        batch.add(examined(&sound, None, None));
        let outcome = batch.finish();
        let duplicate = outcome.findings.iter().any(|found| found.what.code() == "duplicate");
        assert_eq!(duplicate, !is_same, "{:?}", form.form);
        let superseded = outcome.forms.iter().filter(|form| form.superseded_by.is_some()).count();
        assert_eq!((superseded, outcome.forms.iter().any(|form| form.again)), (1, is_same));
    }
}

/// What is found of a form is found of it once; what a file alone has stays.
#[test]
fn a_form_that_is_there_again_has_its_findings_once() {
    let mut wrong = sound("区教育局");
    wrong["score"]["criteria"]["learning"] = "2.00".into();
    let first = sealed(&wrong);
    let mut changed = first.clone();
    changed.check_code = CheckCode::Differs { stated: "0".into(), computed: "1".into() };
    let mut batch = Batch::new(Basis::of(scheme()));
    for file in [&changed, &first, &first] {
        batch.add(examined(file, None, None));
    }
    let outcome = batch.finish();
    let of_forms =
        |code: &str| outcome.findings.iter().filter(|one| one.what.code() == code).count();
    assert_eq!((of_forms("figures_differ"), of_forms("changed_after_export")), (1, 1));
    assert_eq!(
        (of_forms("duplicate"), outcome.forms.iter().filter(|form| form.again).count()),
        (0, 2)
    );
}
