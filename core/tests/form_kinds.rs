//! What rules other than the notice's ask for, as JSON and in drafts.

mod form_support;

use form_support::kinds::{edited, kinds, sample};
use selfscore_core::answer::Amount;
use selfscore_core::draft::{Draft, ListEntry, assess};
use selfscore_core::form::{Kind, Place, Reason, json};
use selfscore_core::issue::Problem;
use selfscore_core::number::NumberError;
use serde_json::{Value, json};

#[test]
fn reads_what_each_kind_of_rule_asks_for() {
    let answers = sample().answers;
    let text = |amount: Option<Amount>| amount.unwrap().to_string();
    assert_eq!(text(answers["grading"].claim), "2.5");
    assert_eq!(text(answers["disclosure"].claims.as_ref().unwrap().get("grave").copied()), "12");
    assert!(answers["disclosure"].flags.as_ref().unwrap()["listed_only"]);
    assert_eq!(answers["disclosure"].applies, Some(true));
    assert_eq!(text(answers["rate"].value), "98.75");
    let entries = answers["awards"].entries.as_ref().unwrap();
    assert_eq!((entries[0].title.as_str(), entries[0].times), ("全国先进集体", Some(1)));
    assert_eq!((entries[0].level.as_deref(), entries[0].authors), (Some("national"), Some(2)));
    assert_eq!((entries[1].placement.as_deref(), entries[1].authors), (Some("front"), None));
    assert_eq!(sample().unknown_members(), ["/answers/awards/entries/1/newspaper"]);
    let scores: Vec<String> =
        answers["opinion"].scores.iter().flatten().map(|score| score.to_string()).collect();
    assert_eq!(scores, ["9", "8.5"]);
}

#[test]
fn null_and_empty_are_not_answered() {
    for pointer in [
        "/answers/rate/value",
        "/answers/innovation/claim",
        "/answers/awards/entries",
        "/answers/opinion/scores",
        "/answers/disclosure/flags",
        "/answers/disclosure/claims",
        "/answers/disclosure/applies",
    ] {
        let form = json::read(edited(pointer, Value::Null).as_bytes()).unwrap().form;
        assert_eq!(json::to_value(&form).pointer(pointer), None, "{pointer}");
        assert!(!form.unknown_members().iter().any(|unknown| unknown == pointer), "{pointer}");
    }
    for (pointer, value, left) in [
        ("/answers/rate/value", json!(""), None),
        ("/answers/disclosure/claims/grave", json!(""), None),
        ("/answers/awards/entries/0/level", json!(""), None),
        ("/answers/awards/entries/0/times", Value::Null, None),
        ("/answers/opinion/scores", json!(["", "9"]), Some(json!(["9"]))),
    ] {
        let form = json::read(edited(pointer, value).as_bytes()).unwrap().form;
        assert_eq!(json::to_value(&form).pointer(pointer), left.as_ref(), "{pointer}");
    }
}

#[test]
fn refuses_the_wrong_kind_at_its_place() {
    for (pointer, value, kind, found) in [
        ("/answers/rate/value", json!(98.75), Kind::Text, "98.75"),
        ("/answers/rate/value", json!("98.75%"), Kind::Decimal, "98.75%"),
        ("/answers/rate/value", json!("1.23456"), Kind::Decimal, "1.23456"),
        ("/answers/rate/value", json!("1000000000.1"), Kind::Decimal, "1000000000.1"),
        ("/answers/innovation/claim", json!(3), Kind::Text, "3"),
        ("/answers/innovation/claim", json!("三"), Kind::Decimal, "三"),
        ("/answers/disclosure/claims", json!(["12"]), Kind::Object, "[\"12\"]"),
        ("/answers/disclosure/claims/grave", json!(12), Kind::Text, "12"),
        ("/answers/disclosure/claims/grave", json!("1e1"), Kind::Decimal, "1e1"),
        ("/answers/awards/entries", json!({}), Kind::List, "{}"),
        ("/answers/awards/entries/1", json!("奖"), Kind::Object, "奖"),
        ("/answers/awards/entries/1/title", json!(1), Kind::Text, "1"),
        ("/answers/awards/entries/1/level", json!(1), Kind::Text, "1"),
        ("/answers/awards/entries/1/times", json!("3"), Kind::Count, "3"),
        ("/answers/awards/entries/1/times", json!(1.5), Kind::Count, "1.5"),
        ("/answers/awards/entries/1/placement", json!(true), Kind::Text, "true"),
        ("/answers/awards/entries/1/authors", json!(-1), Kind::Count, "-1"),
        ("/answers/awards/entries/1/authors", json!(4294967296u64), Kind::Count, "4294967296"),
        ("/answers/awards/entries/1/note", json!([]), Kind::Text, "[]"),
        ("/answers/awards/entries/1/evidence", json!("5-1"), Kind::List, "5-1"),
        ("/answers/opinion/scores", json!("9"), Kind::List, "9"),
        ("/answers/opinion/scores/1", json!(8.5), Kind::Text, "8.5"),
        ("/answers/opinion/scores/1", Value::Null, Kind::Text, "null"),
        ("/answers/opinion/scores/1", json!("优"), Kind::Decimal, "优"),
        ("/answers/disclosure/flags", json!(true), Kind::Object, "true"),
        ("/answers/disclosure/flags/listed_only", json!("是"), Kind::Flag, "是"),
        ("/answers/disclosure/applies", json!(1), Kind::Flag, "1"),
    ] {
        let error = json::read(edited(pointer, value).as_bytes()).unwrap_err();
        assert_eq!(error.place, Place::Member(pointer.into()));
        assert_eq!(error.reason, Reason::Expected(kind, found.into()), "{pointer}");
    }
}

#[test]
fn a_draft_says_where_a_text_is_no_number() {
    let mut draft = Draft::from_form(&sample());
    draft.entry_mut("rate").value = "98。5".into();
    draft.entry_mut("innovation").claim = "1.23456".into();
    draft.entry_mut("disclosure").claims.insert("grave".into(), "1,5".into());
    draft.entry_mut("awards").entries[0].times = "20000".into();
    draft.entry_mut("awards").entries[1].authors = "1.5".into();
    draft.entry_mut("opinion").scores = vec!["9".into(), "".into(), "优".into(), "8".into()];
    let (form, issues) = draft.read(kinds());
    let found = |field: &str| {
        let all: Vec<_> = issues.iter().filter(|issue| issue.field == field).collect();
        assert_eq!(all.len(), 1, "{field}: {issues:?}");
        all[0].problem.clone()
    };
    let no_number = |error, text: &str| Problem::NotANumber(error, text.into());
    for (field, problem, typed) in [
        ("rate/value", no_number(NumberError::ChineseFullStop, "98。5"), "98。5"),
        ("innovation/claim", no_number(NumberError::TooManyDecimals, "1.23456"), "1.23456"),
        ("disclosure/claims/grave", no_number(NumberError::Comma, "1,5"), "1,5"),
        ("awards/entries/0/times", Problem::CountTooLarge("20000".into()), "20000"),
        ("awards/entries/1/authors", no_number(NumberError::NotWhole, "1.5"), "1.5"),
        ("opinion/scores/2", no_number(NumberError::NotANumber, "优"), "优"),
    ] {
        let field = format!("/answers/{field}");
        assert_eq!(found(&field), problem);
        assert_eq!(form.extra["as_typed"][&field], json!(typed));
    }
    assert_eq!(issues.len(), 6);
    // Back again, each text is in its field, and what could be read is unchanged.
    let again = Draft::from_form(&form);
    assert_eq!(again.entry("rate").unwrap().value, "98。5");
    assert_eq!(again.entry("disclosure").unwrap().claims["grave"], "1,5");
    assert_eq!(again.entry("awards").unwrap().entries[0].times, "20000");
    assert_eq!(again.entry("opinion").unwrap().scores, ["9", "8", "优"]);
    assert_eq!(again.read(kinds()).0, form);
}

#[test]
fn a_score_out_of_range_is_named_where_it_was_typed() {
    let mut draft = Draft::from_form(&sample());
    // Assessors give 0 to 10.
    draft.entry_mut("opinion").scores = vec!["".into(), "优".into(), "8".into(), "11".into()];
    let assessment = assess(kinds(), &draft);
    let fields: Vec<&str> = assessment.issues.iter().map(|issue| issue.field.as_str()).collect();
    assert!(fields.contains(&"/answers/opinion/scores/1"), "{fields:?}");
    assert!(fields.contains(&"/answers/opinion/scores/3"), "{fields:?}");
    assert!(!fields.contains(&"/answers/opinion/scores/0"), "{fields:?}");
}

#[test]
fn an_empty_list_is_an_answer_and_no_list_is_none() {
    let mut form = sample();
    form.answers.get_mut("awards").unwrap().entries = Some(Vec::new());
    let mut draft = Draft::from_form(&form);
    assert_eq!(draft.read(kinds()).0.answers["awards"].entries, Some(Vec::new()));
    draft.entry_mut("awards").no_entries = false;
    assert_eq!(draft.read(kinds()).0.answers.get("awards"), None);
    let entry = draft.entry_mut("awards");
    entry.entries.push(ListEntry { key: entry.fresh_key(), ..ListEntry::default() });
    let second = entry.fresh_key();
    assert_ne!(entry.entries[0].key, second);
    assert_eq!(draft.read(kinds()).0.answers["awards"].entries.as_ref().unwrap().len(), 1);
}

#[test]
fn a_random_key_is_one_that_no_row_has() {
    let mut draft = Draft::from_form(&sample());
    let entry = draft.entry_mut("awards");
    entry.entries = vec![ListEntry { key: 7, ..ListEntry::default() }];
    let mut drawn = [7, 7, 3].into_iter().cycle();
    assert_eq!(entry.random_key(|| drawn.next().unwrap()), 3);
    // A source that knows one number only.
    assert_eq!(entry.random_key(|| 7), 8);
}
