//! `selfscore scheme replay` and `carry`: one year's forms under the next year's scheme. Figures are
//! worked out by hand in `core/tests/years_replay.rs`.

mod support;

use serde_json::{Value, json};
use support::{Folder, run};

const OLD: &str = "core/tests/years_support/y2024.json";
const NEW: &str = "core/tests/years_support/y2025.json";

/// 甲: 5 + 6 + 9 = 20 of what is answered; under the draft 6 + 3 + 0 + 10 = 19.
fn first() -> Value {
    form(
        "甲",
        json!({"plan": {"choice": "full"}, "rate": {"value": "90"},
        "letters": {"occurrences": {"late": 1, "wrong": 2}}, "honour": {"claim": "0", "note": "无"}}),
    )
}

/// 乙: 0 + 10 + 4.5 = 14.5; under the draft 0 + 6 + 4 + 5 = 15.
fn second() -> Value {
    form(
        "乙",
        json!({"plan": {"choice": "none"}, "rate": {"value": "45"},
        "letters": {"occurrences": {"late": 0, "wrong": 0}}}),
    )
}

fn form(unit: &str, answers: Value) -> Value {
    json!({"format": "selfscore/form", "version": 1, "unit": unit,
        "scheme": {"id": "y2024", "revision": 1, "sha256": ""}, "answers": answers})
}

fn forms(folder: &Folder) {
    folder.file("a.json", first().to_string().as_bytes());
    folder.file("b.json", second().to_string().as_bytes());
    folder.file("readme.txt", b"no form");
}

#[test]
fn a_folder_of_forms_is_replayed() {
    let folder = Folder::new();
    forms(&folder);
    let replay = |more: &[&str]| {
        let args = ["scheme", "replay", "--from", OLD, "--to", NEW, folder.path()];
        run(&[&args[..], more].concat())
    };
    let read = replay(&["--format", "json"]).findings().json();
    let units = read["units"].as_array().unwrap();
    let told = units.iter().map(|unit| {
        let points = |side: &str| unit[side]["total"].as_str().unwrap().to_owned();
        (unit["unit"].as_str().unwrap(), points("before"), points("after"))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [("甲", "20.00".into(), "19.00".into()), ("乙", "14.50".into(), "15.00".into())]
    );
    assert_eq!(units[0]["left"][0]["why"]["reason"], "dropped", "{read:#}");

    let text = replay(&[]).findings().stdout;
    for words in ["上年 → 本年", "来信 → 按时、准确", "荣誉", "按时与准确分开考核"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let csv = replay(&["--format", "csv"]).findings().stdout;
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[0].starts_with("\u{FEFF}单位,"), "{csv}");
    assert!(rows[1].starts_with("甲,20.00,49,1,19.00,44,1,-1.00,0,"), "{csv}");
    assert!(rows[2].starts_with("乙,14.50,49,2,15.00,44,2,+0.50,0,"), "{csv}");
    assert_eq!(rows.len(), 3);
    let criteria = replay(&["--format", "csv", "--table", "criteria", "--lang", "en"]);
    assert!(criteria.findings().stdout.contains("no: all 2 units have 0"));
}

#[test]
fn what_cannot_be_used_is_said_and_the_rest_is_replayed() {
    let folder = Folder::new();
    forms(&folder);
    folder.file("c.json", b"{}");
    let args = ["scheme", "replay", "--from", OLD, "--to", NEW, "--format", "json", folder.path()];
    let run_all = run(&args).unusable();
    assert!(run_all.stderr.contains("c.json"), "{run_all:#?}");
    assert_eq!(run_all.json()["units"].as_array().map(Vec::len), Some(2));
    run(&["scheme", "replay", "--from", "nothing", "--to", NEW, folder.path()]).unusable();
    let empty = Folder::new();
    run(&["scheme", "replay", "--from", OLD, "--to", NEW, empty.path()]).unusable();
    run(&["scheme", "replay", "--from", OLD, folder.path()]).unusable();
}

#[test]
fn a_map_that_is_missing_is_said() {
    let folder = Folder::new();
    forms(&folder);
    let bare = folder.changed("bare.scheme", NEW, &[("/succeeds", Value::Null)]);
    let replay = run(&["scheme", "replay", "--from", OLD, "--to", &bare, folder.path()]);
    assert_eq!(replay.status, 1, "{replay:#?}");
    assert!(replay.stderr.contains("succeeds"), "{replay:#?}");
}

#[test]
fn a_form_is_carried() {
    let folder = Folder::new();
    let last = folder.file("a.json", first().to_string().as_bytes());
    let carry = |more: &[&str]| {
        let args = ["scheme", "carry", "--from", OLD, "--to", NEW, last.as_str()];
        run(&[&args[..], more].concat())
    };
    let text = carry(&[]).findings().stdout;
    for words in ["荣誉", "新方案取消了这一项", "timely、accurate"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let form = carry(&["--format", "form"]);
    assert_eq!(form.status, 1, "{form:#?}");
    // The claim of 荣誉 and its note.
    assert!(form.stderr.contains('2'), "{form:#?}");
    let written = form.json();
    assert_eq!(written["scheme"]["id"], "y2025");
    assert_eq!(written["answers"]["planning"]["choice"], "complete");
    let missing: Vec<&str> =
        written["missing"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(missing.contains(&"/answers/open/choice"), "{missing:?}");
    // What was written is a form of the new scheme: 6 + 3 + 0, and 办结率 beside the best unit is
    // settled only when all units' figures are known.
    let next = folder.file("next.json", form.stdout.as_bytes());
    let scored = run(&["score", "--scheme", NEW, "--format", "json", &next]).json();
    assert_eq!(scored[0]["total"], "9.00", "{scored:#}");
    let whole = carry(&["--format", "json"]).findings().json();
    assert_eq!(whole["form"], written);
    assert_eq!(whole["left"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_form_of_another_scheme_is_remarked_on() {
    let folder = Folder::new();
    let mut other = second();
    other["scheme"]["id"] = "y2023".into();
    let last = folder.file("a.json", other.to_string().as_bytes());
    let carry = run(&["scheme", "carry", "--from", OLD, "--to", NEW, &last]);
    assert_eq!(carry.status, 1);
    assert!(carry.stderr.contains("y2023") && carry.stderr.contains("--from"), "{carry:#?}");
}
