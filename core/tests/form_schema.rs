//! The JSON Schemas: current, and true of whatever this program writes.

mod form_support;

use std::path::Path;
use std::sync::LazyLock;

use form_support::{SAMPLE, form, kinds, scheme};
use jsonschema::Validator;
use proptest::prelude::*;
use selfscore_core::form::{csv, json, schema};
use serde_json::{Map, Value};

fn schema(name: &str) -> Validator {
    let (_, schema) = schema::all().into_iter().find(|(known, _)| *known == name).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path)).collect()
}

/// `UPDATE_SCHEMAS=1 cargo test` writes them anew.
#[test]
fn the_published_schemas_are_current() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    for (name, schema) in schema::all() {
        let path = docs.join(name);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(published == text, "docs/{name} is out of date: UPDATE_SCHEMAS=1 writes it anew");
    }
}

#[test]
fn the_schemes_and_the_sample_are_valid() {
    let validator = schema("scheme.schema.json");
    for name in ["business-environment-2021", "business-environment-2021-completed"] {
        let path = format!("{}/../schemes/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let scheme: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(errors(&validator, &scheme), [""; 0]);
    }
    let sample = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(errors(&schema("form.schema.json"), &sample), [""; 0]);
    assert_eq!(errors(&schema("form.schema.json"), &json::to_value(&kinds::sample())), [""; 0]);
}

#[test]
fn registers_are_valid_in_both_spellings() {
    let validator = schema("register.schema.json");
    let list = serde_json::json!([
        { "number": "1", "title": "x", "lead": ["a"], "supporting": ["b", "c"] },
        { "number": 2, "lead": "a、b" }
    ]);
    assert_eq!(errors(&validator, &list), [""; 0]);
    assert_eq!(errors(&validator, &serde_json::json!({ "tasks": list })), [""; 0]);
    for wrong in [serde_json::json!({}), serde_json::json!([{ "title": "x" }])] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn the_schema_of_the_form_refuses_what_the_reader_refuses() {
    let validator = schema("form.schema.json");
    for (pointer, value) in [
        ("/format", Value::from("other")),
        ("/version", 2.into()),
        ("/version", "1".into()),
        ("/answers/tasks/tasks/0/completion", 85.into()),
        ("/answers/tasks/tasks/0/completion", "85%".into()),
        ("/answers/tasks/tasks/0/role", "牵头".into()),
        ("/answers/measures/met", 1.into()),
        ("/answers/learning/occurrences/visits", (-1).into()),
        ("/answers/learning/occurrences/visits", "1".into()),
        ("/answers/publication/done", "guidance".into()),
        ("/score/total", "1e3".into()),
        ("/evidence/0/bytes", "1 KB".into()),
    ] {
        let mut sample: Value = serde_json::from_str(SAMPLE).unwrap();
        *sample.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&sample), "{pointer}");
        assert!(json::read(sample.to_string().as_bytes()).is_err(), "{pointer}");
    }
}

#[test]
fn the_schema_of_the_form_refuses_wrong_figures_and_lists() {
    let validator = schema("form.schema.json");
    for (pointer, value) in [
        ("/answers/rate/value", Value::from(98)),
        ("/answers/rate/value", "98%".into()),
        ("/answers/rate/value", "1.23456".into()),
        ("/answers/innovation/claim", "三".into()),
        ("/answers/disclosure/claims/grave", 12.into()),
        ("/answers/disclosure/flags/listed_only", "是".into()),
        ("/answers/disclosure/applies", 1.into()),
        ("/answers/awards/entries", "奖".into()),
        ("/answers/awards/entries/0/title", 1.into()),
        ("/answers/awards/entries/0/level", 1.into()),
        ("/answers/awards/entries/0/times", "1".into()),
        ("/answers/awards/entries/0/authors", (-1).into()),
        ("/answers/opinion/scores", "9".into()),
        ("/answers/opinion/scores/0", 9.into()),
    ] {
        let edited = kinds::edited(pointer, value);
        assert!(!validator.is_valid(&serde_json::from_str(&edited).unwrap()), "{pointer}");
        assert!(json::read(edited.as_bytes()).is_err(), "{pointer}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_valid(mut form in form()) {
        static FORM: LazyLock<Validator> = LazyLock::new(|| schema("form.schema.json"));
        static ROW: LazyLock<Validator> = LazyLock::new(|| schema("form-csv.schema.json"));
        // A file may carry anything under our names; this program writes them well-formed.
        let texts = |value: &Value| value.as_object().is_some_and(|all| all.values().all(Value::is_string));
        let list = |value: &Value| value.as_array().is_some_and(|all| all.iter().all(Value::is_string));
        form.extra.retain(|name, value| match name.as_str() {
            "as_typed" => texts(value),
            "missing" => list(value),
            "district" => value.is_string(),
            _ => true,
        });
        prop_assert_eq!(errors(&FORM, &json::to_value(&form)), [""; 0]);

        let table = csv::write(scheme(), &form);
        let mut reader = ::csv::Reader::from_reader(&table[3..]);
        let headings = reader.headers().unwrap().clone();
        for row in reader.records() {
            let row = row.unwrap();
            let cells = headings.iter().zip(&row).map(|(name, cell)| (name.to_owned(), cell.into()));
            let row = Value::Object(cells.collect::<Map<_, _>>());
            prop_assert_eq!(errors(&ROW, &row), [""; 0]);
        }
    }
}
