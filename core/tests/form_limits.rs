//! How much a form file may hold, and that no bytes whatever make a reader panic.

mod form_support;

use form_support::{SAMPLE, form, scheme};
use proptest::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_core::form::{Form, Place, ReadError, Reason, csv, json, read_any};
use selfscore_core::kept::{Backup, Opened, Record, Saved};
use selfscore_core::limits;
use serde_json::{Value, json};

fn sample_with(pointer: &str, value: Value) -> Value {
    let mut sample: Value = serde_json::from_str(SAMPLE).unwrap();
    *sample.pointer_mut(pointer).unwrap() = value;
    sample
}

fn form_of(value: &Value) -> Form {
    json::read(value.to_string().as_bytes()).unwrap().form
}

/// The refusals of both spellings. No form over a limit exists to write a table of, so the
/// table is one with `pattern` in place of what stands in the sample's.
fn refused(value: &Value) -> ReadError {
    json::read(value.to_string().as_bytes()).unwrap_err()
}

fn table_with(from: &str, to: &str) -> String {
    let table =
        String::from_utf8(csv::write(scheme(), &form_of(&sample_with("/phone", "".into()))));
    let table = table.unwrap();
    assert!(table.contains(from), "{from} in {table}");
    table.replacen(from, to, 1)
}

#[test]
fn tasks() {
    let tasks = |n: usize| sample_with("/answers/tasks/tasks", json!(vec![json!({}); n]));
    let error = refused(&tasks(limits::TASKS + 1));
    assert_eq!(error.place, Place::Member("/answers/tasks/tasks".into()));
    assert_eq!(error.reason, Reason::TooMany(5_001, 5_000));

    let rows = |n: usize| -> String {
        (1..n).map(|n| format!(",,,,,,,,,,,/answers/tasks/tasks/{n}\r\n")).collect()
    };
    let table = |n: usize| format!("{}{}", table_with("", ""), rows(n));
    let error = csv::read(table(limits::TASKS + 1).as_bytes()).unwrap_err();
    assert_eq!(error.reason, Reason::TooMany(5_001, 5_000));
    assert!(matches!(error.place, Place::Row { .. }), "{:?}", error.place);
    let read = csv::read(table(limits::TASKS).as_bytes()).unwrap().form;
    assert_eq!(read.answers["tasks"].tasks.as_ref().unwrap().len(), limits::TASKS);
    form_of(&tasks(limits::TASKS));
}

#[test]
fn evidence() {
    let error = refused(&sample_with("/evidence", json!(vec![json!({}); limits::EVIDENCE + 1])));
    assert_eq!(error.reason, Reason::TooMany(5_001, 5_000));
    let numbers = vec!["1-1"; limits::EVIDENCE + 1];
    let error = refused(&sample_with("/answers/leadership/evidence", json!(numbers)));
    assert_eq!(error.reason, Reason::TooMany(5_001, 5_000));
    let table = table_with(
        ",'1-1,/answers/tasks/tasks/0",
        &format!(",{},/answers/tasks/tasks/0", numbers.join("、")),
    );
    let error = csv::read(table.as_bytes()).unwrap_err();
    assert_eq!(error.reason, Reason::TooMany(5_001, 5_000));
    assert_eq!(error.place, Place::Row { row: 8, column: "佐证材料".into() });
}

#[test]
fn texts() {
    let long = "字".repeat(limits::TEXT_CHARS + 1);
    for pointer in
        ["/unit", "/answers/tasks/tasks/0/title", "/answers/publicity/note", "/evidence/0/name"]
    {
        let error = refused(&sample_with(pointer, long.as_str().into()));
        assert_eq!(error.place, Place::Member(pointer.into()));
        assert_eq!(error.reason, Reason::TextTooLong(5_001));
        form_of(&sample_with(pointer, "字".repeat(limits::TEXT_CHARS).into()));
    }
    let error = csv::read(table_with("平台已上线", &long).as_bytes()).unwrap_err();
    assert!(matches!(error.reason, Reason::TextTooLong(chars) if chars > 5_000));
    assert_eq!(error.place, Place::Row { row: 8, column: "得分说明".into() });
}

/// Spreadsheets drop it without a word, so a form with it would change on its way through one.
#[test]
fn no_nul_in_a_text_or_a_name() {
    let json = r#"{"format":"selfscore/form",
 "unit":"a\u0000b"}"#;
    let error = json::read(json.as_bytes()).unwrap_err();
    assert_eq!(error.reason, Reason::Nul);
    assert!(matches!(error.place, Place::Line { line: 2, .. }), "{:?}", error.place);
    let named = json.replace("\"unit\":\"a\\u0000b\"", "\"x\\u0000\":1");
    assert_ne!(named, json);
    assert_eq!(json::read(named.as_bytes()).unwrap_err().reason, Reason::Nul);

    let error = csv::read(table_with("平台已上线", "平台\0已上线").as_bytes()).unwrap_err();
    assert_eq!(error.reason, Reason::Nul);
    assert!(matches!(error.place, Place::Line { line: 8, .. }), "{:?}", error.place);
}

#[test]
fn bytes() {
    let large = vec![b' '; limits::FILE_BYTES + 1];
    for read in [json::read, csv::read, read_any] {
        let error = read(&large).unwrap_err();
        assert_eq!((error.place, error.reason), (Place::Whole, Reason::TooLarge(large.len())));
    }
}

/// A form that is read can be stored, kept in a backup and read again: both put it deeper.
#[test]
fn nesting() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let text = |depth| SAMPLE.replacen('{', &format!("{{ \"x\": {},", nested(depth)), 1);
    let row = |depth: usize| {
        format!("{}{}", table_with("", ""), format_args!(",,,,{},,,,,,,json:/x\r\n", nested(depth)))
    };
    // The document itself is the first level.
    let most = limits::DEPTH - 1;
    let form = json::read(text(most).as_bytes()).unwrap().form;
    let table = csv::write(scheme(), &form);
    assert_eq!(csv::read(&table).unwrap().form, form);
    let form = csv::read(row(most).as_bytes()).unwrap().form;
    json::read(json::write(&form).as_bytes()).unwrap();

    let draft = Draft::from_form(&form);
    let record = Record::new(draft.clone(), String::new());
    assert_eq!(Record::open(&record.seal()), Opened::Intact(Box::new(record)));
    let saved = Saved {
        id: "1".into(),
        name: String::new(),
        saved_at: String::new(),
        deleted: false,
        draft: draft.clone(),
    };
    let backup = Backup::new(String::new(), vec![saved]);
    assert_eq!(Backup::open(backup.seal().as_bytes()).unwrap().drafts[0].draft, draft);

    for depth in [most + 1, 100] {
        let error = json::read(text(depth).as_bytes()).unwrap_err();
        assert_eq!((error.place, error.reason), (Place::Member("/x".into()), Reason::TooDeep));
        let error = csv::read(row(depth).as_bytes()).unwrap_err();
        assert_eq!(error.reason, Reason::TooDeep);
        assert!(matches!(error.place, Place::Row { .. }), "{:?}", error.place);
    }
    // So deep that nobody goes there to look.
    for depth in [128, 100_000] {
        let error = csv::read(row(depth).as_bytes()).unwrap_err();
        assert!(matches!(error.reason, Reason::Syntax(_)), "{error}");
        assert!(json::read("[".repeat(depth).as_bytes()).is_err());
    }
}

/// Bytes changed, inserted, removed or cut off at some places.
fn mutated(bytes: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let edit = (
        any::<prop::sample::Index>(),
        0u8..4,
        prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'\n')],
    );
    proptest::collection::vec(edit, 1..6).prop_map(move |edits| {
        let mut bytes = bytes.clone();
        for (at, kind, byte) in edits {
            let at = at.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ if at > 0 => bytes.truncate(bytes.len() - bytes.len() / (at + 1)),
                _ => {}
            }
            if bytes.is_empty() {
                bytes.push(byte);
            }
        }
        bytes
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = (json::read(&bytes), csv::read(&bytes), read_any(&bytes));
        let below_heading = [table_with("", "").lines().next().unwrap().as_bytes(), b"\n", &bytes].concat();
        let _ = csv::read(&below_heading);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_words(
        json in form().prop_flat_map(|form| mutated(json::write(&form).into_bytes())),
        table in form().prop_flat_map(|form| mutated(csv::write(scheme(), &form))),
    ) {
        for bytes in [json, table] {
            match read_any(&bytes) {
                // What was read can be written and read again.
                Ok(file) => {
                    let text = json::write(&file.form);
                    prop_assert_eq!(&json::read(text.as_bytes()).unwrap().form, &file.form);
                    let table = csv::write(scheme(), &file.form);
                    prop_assert_eq!(&csv::read(&table).unwrap().form, &file.form);
                }
                Err(error) => prop_assert!(!error.message(selfscore_wording::Lang::Zh).is_empty()),
            }
        }
    }
}
