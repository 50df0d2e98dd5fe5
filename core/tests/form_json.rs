//! The form as JSON: the described document, its check code, what is kept and what is refused.

mod form_support;

use form_support::{SAMPLE, SAMPLE_SHA256, sample_with};
use proptest::prelude::*;
use selfscore_core::form::{CheckCode, Kind, Place, Reason, json};
use selfscore_core::scheme::Role;
use selfscore_wording::Lang;

fn refused(text: &str) -> (Place, Reason) {
    let error = json::read(text.as_bytes()).unwrap_err();
    (error.place, error.reason)
}

fn member(pointer: &str) -> Place {
    Place::Member(pointer.into())
}

/// The sample with one passage in place of another.
fn edited(from: &str, to: &str) -> String {
    assert!(SAMPLE.contains(from), "{from}");
    SAMPLE.replacen(from, to, 1)
}

#[test]
fn reads_the_described_document() {
    let form = json::read(SAMPLE.as_bytes()).unwrap().form;
    assert_eq!(form.unit, "区教育局");
    let task = &form.answers["tasks"].tasks.as_ref().unwrap()[0];
    assert_eq!((task.role, task.completion.unwrap().to_string()), (Some(Role::Lead), "85".into()));
    assert_eq!(task.evidence, ["1-1"]);
    assert_eq!(form.answers["implementation"].occurrences.as_ref().unwrap()["late_reports"], 0);
    assert_eq!(form.score.unwrap().total.unwrap().to_string(), "76");
    assert_eq!(form.evidence[0].bytes, Some(1234));
}

#[test]
fn the_check_code_is_that_of_the_canonical_form() {
    let check = |sha256: &str| json::read(sample_with(sha256).as_bytes()).unwrap().check_code;
    assert_eq!(check(SAMPLE_SHA256), CheckCode::Matches(SAMPLE_SHA256.into()));
    assert_eq!(check(&SAMPLE_SHA256.to_uppercase()), CheckCode::Matches(SAMPLE_SHA256.into()));
    let computed = SAMPLE_SHA256.to_owned();
    assert_eq!(check("00"), CheckCode::Differs { stated: "00".into(), computed });
    assert_eq!(json::read(SAMPLE.as_bytes()).unwrap().check_code, CheckCode::Absent);
}

#[test]
fn a_change_by_hand_shows() {
    let exported = json::write(&json::read(SAMPLE.as_bytes()).unwrap().form);
    let tampered = exported.replacen("\"85\"", "\"95\"", 1);
    assert_ne!(exported, tampered);
    let read = |text: &str| json::read(text.as_bytes()).unwrap().check_code;
    assert!(matches!(read(&exported), CheckCode::Matches(_)));
    assert!(matches!(read(&tampered), CheckCode::Differs { .. }));
    // How it is laid out is no change.
    let compact = serde_json::from_str::<serde_json::Value>(&exported).unwrap().to_string();
    assert!(matches!(read(&compact), CheckCode::Matches(_)));
}

#[test]
fn keeps_and_reports_unknown_members_at_every_level() {
    let text = r#"{ "format": "selfscore/form", "version": 1, "a": 1.5,
        "scheme": { "id": "x", "b": null },
        "answers": { "tasks": { "c/d": [1], "tasks": [ { "number": "1", "e": {} } ] } },
        "evidence": [ { "number": "1", "f": "g" } ],
        "score": { "h": true }, "missing": [], "as_typed": {}, "district": "" }"#;
    let form = json::read(text.as_bytes()).unwrap().form;
    let unknown = form.unknown_members();
    assert_eq!(
        unknown,
        [
            "/a",
            "/scheme/b",
            "/answers/tasks/c~1d",
            "/answers/tasks/tasks/0/e",
            "/evidence/0/f",
            "/score/h",
        ]
    );
    let written: serde_json::Value = serde_json::from_str(&json::write(&form)).unwrap();
    let original: serde_json::Value = serde_json::from_str(text).unwrap();
    for pointer in unknown {
        assert_eq!(written.pointer(&pointer), original.pointer(&pointer), "{pointer}");
    }
}

#[test]
fn null_is_not_answered() {
    let text = edited("\"met\": true", "\"met\": null");
    let form = json::read(text.as_bytes()).unwrap().form;
    assert_eq!(form.answers["measures"].met, None);
    assert!(form.unknown_members().is_empty());
}

#[test]
fn names_what_it_refuses() {
    let newer = edited("\"version\": 1", "\"version\": 2");
    assert_eq!(refused(&newer), (Place::Whole, Reason::NewerVersion("2".into())));
    let other = edited("selfscore/form", "selfscore/draft");
    assert_eq!(refused(&other), (Place::Whole, Reason::OtherFormat("selfscore/draft".into())));
    for (from, to, place, kind, found) in [
        ("\"version\": 1", "\"version\": \"1\"", "/version", Kind::Count, "1"),
        ("\"85\"", "85", "/answers/tasks/tasks/0/completion", Kind::Text, "85"),
        ("\"85\"", "\"85%\"", "/answers/tasks/tasks/0/completion", Kind::Decimal, "85%"),
        ("\"lead\"", "\"牵头\"", "/answers/tasks/tasks/0/role", Kind::Role, "牵头"),
        ("\"met\": true", "\"met\": 1", "/answers/measures/met", Kind::Flag, "1"),
        (
            "\"visits\": 1",
            "\"visits\": -1",
            "/answers/learning/occurrences/visits",
            Kind::Count,
            "-1",
        ),
        (
            "\"visits\": 1",
            "\"visits\": 1.5",
            "/answers/learning/occurrences/visits",
            Kind::Count,
            "1.5",
        ),
        (
            "\"visits\": 1",
            "\"visits\": 4294967296",
            "/answers/learning/occurrences/visits",
            Kind::Count,
            "4294967296",
        ),
        (
            "[\"guidance\", \"website\"]",
            "\"guidance\"",
            "/answers/publication/done",
            Kind::List,
            "guidance",
        ),
        ("\"76.00\"", "\"1e3\"", "/score/total", Kind::Decimal, "1e3"),
        ("\"bytes\": 1234", "\"bytes\": \"1 KB\"", "/evidence/0/bytes", Kind::Count, "1 KB"),
    ] {
        let expected = (member(place), Reason::Expected(kind, found.into()));
        assert_eq!(refused(&edited(from, to)), expected, "{to}");
    }
}

#[test]
fn a_message_says_where_what_and_how_to_go_on() {
    let text = edited("\"85\"", "\"八成五\"");
    let error = json::read(text.as_bytes()).unwrap_err();
    let zh = error.message(Lang::Zh);
    assert!(zh.contains("八成五") && zh.contains("/answers/tasks/tasks/0/completion"), "{zh}");
    assert!(zh.contains("请"), "{zh}");
    assert!(error.message(Lang::En).contains("八成五"));
    assert_eq!(error.code(), "expected");
}

#[test]
fn syntax_errors_have_their_place_in_signs() {
    let place = |text: &str| match refused(text) {
        (Place::Line { line, column }, Reason::Syntax(words)) => (line, column, words),
        other => panic!("{other:?}"),
    };
    assert_eq!(place("{\n  \"unit\": x\n}"), (2, 11, "expected value".into()));
    // Three bytes each, one sign each.
    assert_eq!(place("{\n  \"单位\": x\n}"), (2, 9, "expected value".into()));
    assert_eq!(place("{").0, 1);
    assert_eq!(place("").0, 1);
}

#[test]
fn a_byte_order_mark_is_no_error_and_other_encodings_are() {
    let marked = format!("\u{FEFF}{SAMPLE}");
    assert!(json::read(marked.as_bytes()).is_ok());
    assert_eq!(json::read(b"{\"unit\": \"\xC7\xF8\"}").unwrap_err().reason, Reason::Encoding);
}

proptest! {
    /// Members that we do not know may hold any number that JSON can.
    #[test]
    fn floats_survive_to_the_last_bit(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
        let text = edited("\"version\": 1,", &format!("\"version\": 1, \"x\": {number:?},"));
        let once = json::write(&json::read(text.as_bytes()).unwrap().form);
        let again = json::read(once.as_bytes()).unwrap();
        prop_assert_eq!(again.form.extra["x"].as_f64(), Some(number));
        prop_assert!(matches!(again.check_code, CheckCode::Matches(_)));
    }
}

#[test]
fn a_member_that_stands_twice_is_refused() {
    // One program would read the first, another the last; the check code could hold for either.
    let text = r#"{"format":"selfscore/form","version":1,
        "answers":{"leadership":{"choice":"none","choice":"with_meetings"}}}"#;
    let refused = json::read(text.as_bytes()).unwrap_err();
    assert_eq!(refused.code(), "syntax");
    let message = refused.message(Lang::Zh);
    assert!(message.contains("choice") && message.starts_with("第 2 行"), "{message}");
}
