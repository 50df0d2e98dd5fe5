//! The short cut for usual documents reads nothing otherwise than the reader that names places.

mod form_support;

use form_support::{SAMPLE, cases, form, sample_with};
use proptest::prelude::*;
use selfscore_core::form::json::{read, read_any_document, to_value, write};
use serde_json::Value;

fn same(text: &str) {
    assert_eq!(read(text.as_bytes()), read_any_document(text.as_bytes()), "{text}");
}

/// Members in another order than before.
fn turned(value: Value, by: usize) -> Value {
    match value {
        Value::Object(members) => {
            let mut all: Vec<_> = members.into_iter().map(|(k, v)| (k, turned(v, by))).collect();
            let by = by % all.len().max(1);
            all.rotate_left(by);
            Value::Object(all.into_iter().collect())
        }
        Value::Array(all) => Value::Array(all.into_iter().map(|one| turned(one, by)).collect()),
        other => other,
    }
}

/// Passages of documents, in place of others.
const PASSAGES: [&str; 40] = [
    "\"",
    "\\",
    "\\u0041",
    "\\/",
    "\\n",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\t",
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "1.5",
    "1e3",
    "00",
    "123456789012345678",
    "\"sha256\":null",
    "\"unit\":\"x\"",
    "\"version\":2",
    "\"score\":null",
    "\"tasks\":[]",
    "\"role\":\"lead\"",
    "\"completion\":\"\"",
    "\"claim\":\"-0\"",
    "\"note\":\"\\u0000\"",
    "\u{e000}",
    "😀",
    "键",
    "\0",
    "\"x\":{\"b\":1,\"a\":2}",
    "\"x\":[1,[],{}]",
    "\"choice\":\"\\\"\"",
];

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_form_in_any_order_reads_the_same(form in form(), by in 0usize..8, pretty: bool) {
        let value = turned(to_value(&form), by);
        same(&if pretty { format!("{value:#}") } else { value.to_string() });
        same(&write(&form));
    }

    /// Most are no documents any more; that is found by both, with the same words.
    #[test]
    fn a_document_with_something_else_in_it_reads_the_same(
        form in form(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..9, 0usize..40), 1..4),
    ) {
        for text in [to_value(&form).to_string(), sample_with("00"), SAMPLE.to_owned()] {
            let mut signs: Vec<char> = text.chars().collect();
            for (at, gone, passage) in &edits {
                let at = at.index(signs.len() + 1);
                let end = (at + gone).min(signs.len());
                signs.splice(at..end, PASSAGES[*passage].chars());
            }
            same(&signs.into_iter().collect::<String>());
        }
    }

    /// Members of the format with values of every kind.
    #[test]
    fn a_member_of_any_kind_reads_the_same(
        at in any::<prop::sample::Index>(), value in form_support::json_value(),
    ) {
        let mut document: Value = serde_json::from_str(&sample_with("00")).unwrap();
        let mut places = Vec::new();
        pointers("", &document, &mut places);
        let place = &places[at.index(places.len())];
        *document.pointer_mut(place).unwrap() = value;
        same(&document.to_string());
    }
}

fn pointers(at: &str, value: &Value, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| pointers(&format!("{at}/{name}"), value, all));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| pointers(&format!("{at}/{i}"), v, all));
        }
        _ => {}
    }
}
