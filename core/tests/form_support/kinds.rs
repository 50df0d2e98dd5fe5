//! A scheme with every kind of rule that the notice does not have, and a form that answers it.

use std::sync::LazyLock;

use selfscore_core::form::{Form, csv, json};
use selfscore_core::scheme::Scheme;
use serde_json::Value;

/// The scheme.
pub fn kinds() -> &'static Scheme {
    static SCHEME: LazyLock<Scheme> =
        LazyLock::new(|| Scheme::read(include_bytes!("kinds.json")).unwrap());
    &SCHEME
}

const SAMPLE: &str = include_str!("kinds_sample.json");

pub fn sample() -> Form {
    json::read(SAMPLE.as_bytes()).unwrap().form
}

/// The sample with a member of an answer in place of another, as JSON.
pub fn edited(pointer: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(SAMPLE).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        parent => parent[name] = value,
    }
    document.to_string()
}

/// The rows of a form's table.
pub fn table(form: &Form) -> Vec<Vec<String>> {
    let text = String::from_utf8(csv::write(kinds(), form)).unwrap();
    super::table::rows(text.strip_prefix('\u{FEFF}').unwrap())
}
