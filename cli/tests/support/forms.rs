//! Forms to check, and what was found of them.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::Write;
use std::process::Stdio;

use selfscore_core::form::json;
use serde_json::Value;

use super::support::{DIGEST, FORM, Run, command, json as file};

/// The sample (76.00, worked out at its description) with evidence for all that claims points, and the
/// digest of its scheme.
pub fn sound(unit: &str) -> Value {
    let mut form = file(FORM);
    form["unit"] = unit.into();
    form["scheme"]["sha256"] = DIGEST.into();
    let mut numbers = vec!["1-1"];
    for (criterion, number) in [
        ("leadership", "3-0"),
        ("measures", "3-1"),
        ("publication", "5-1"),
        ("implementation", "4-1"),
        ("learning", "6-1"),
        ("publicity", "7-1"),
    ] {
        form["answers"][criterion]["evidence"] = serde_json::json!([number]);
        numbers.push(number);
    }
    let piece = |number| serde_json::json!({ "number": number, "name": format!("{number}.pdf") });
    form["evidence"] = numbers.into_iter().map(piece).collect();
    form
}

/// The form as exported: with its check code.
pub fn sealed(form: Value) -> Value {
    json::to_value(&json::from_value(form).expect("a form").form)
}

/// A form a line.
pub fn ndjson(forms: impl IntoIterator<Item = Value>) -> String {
    forms.into_iter().map(|form| format!("{form}\n")).collect()
}

/// A text as Chinese spreadsheets save it.
pub fn gb18030(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

/// A run with that on standard input.
pub fn piped(args: &[&str], input: &[u8]) -> Run {
    let mut child = command(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("standard input");
    let input = input.to_owned();
    let writing = std::thread::spawn(move || stdin.write_all(&input));
    let run = Run::of(child.wait_with_output().expect("it ends"));
    // It need not read what it does not want.
    let _ = writing.join().expect("it writes");
    run
}

/// The lines of standard output as JSON.
pub fn lines(run: &Run) -> Vec<Value> {
    let line =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    run.stdout.lines().map(line).collect()
}

/// The kinds of what was found of a form.
pub fn codes(line: &Value) -> Vec<&str> {
    let found = line["findings"].as_array().expect("findings").iter();
    found.flat_map(|found| found["code"].as_str()).collect()
}
