//! Stored drafts: round trips, damage of any kind, and newer programs.

mod draft_support;
mod form_support;

use std::collections::BTreeMap;

use draft_support::{base, draft};
use form_support::{json_value, text};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::Index;
use selfscore_core::draft::Marks;
use selfscore_core::kept::{Broken, Opened, Pending, Record, digest, seal, unseal};
use serde_json::{Value, json};

/// A record of version 2, sealed by another program.
const TYPED_2: &str = include_str!("stored/v2-typed.json");

prop_compose! {
    fn record()(
        draft in draft(), name in text(), saved_at in text(), by in text(),
        [revision, turn, first, at, end] in any::<[u64; 5]>(), deleted in any::<bool>(),
        seen in btree_map(text(), any::<u64>(), 0..4),
    ) -> Record {
        let mut record = Record::new(draft, name);
        (record.revision, record.turn, record.deleted) = (revision, turn, deleted);
        (record.saved_at, record.by, record.seen) = (saved_at, by, seen);
        record.marks = Marks { first, at, end };
        record
    }
}

fn opened(record: &Record) -> Opened {
    Opened::Intact(Box::new(record.clone()))
}

/// Where the digit of a sealed record's version stands.
fn version_at(text: &str) -> usize {
    let before = r#"{"format":"selfscore/draft","version":"#;
    assert!(text.starts_with(before));
    before.len()
}

/// What a sealed record must open as with a byte of it changed; `None` where that is no text.
fn with_byte(record: &Record, text: &str, at: usize, byte: u8) -> Option<(Opened, Opened)> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] = byte;
    let changed = String::from_utf8(bytes).ok()?;
    let expected = match byte {
        _ if changed == text => opened(record),
        b'3'..=b'9' if at == version_at(text) => Opened::Newer(u32::from(byte - b'0')),
        _ => Opened::Damaged,
    };
    Some((Record::open(&changed), expected))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_record_comes_back(record in record(), after in "[ \\t\\r\\n]{0,3}") {
        prop_assert_eq!(Record::open(&(record.seal() + &after)), opened(&record));
    }

    #[test]
    fn a_sealed_value_comes_back(value in btree_map(text(), json_value(), 1..4)) {
        let sealed = seal(&value);
        prop_assert_eq!(unseal(&sealed), Ok(sealed.as_str()));
        let mut read: BTreeMap<String, Value> = serde_json::from_str(&sealed).unwrap();
        read.remove("sha256");
        prop_assert_eq!(read, value);
    }

    #[test]
    fn a_changed_byte_is_never_another_draft(
        record in record(), at in any::<Index>(), byte in any::<u8>(),
    ) {
        let text = record.seal();
        if let Some((found, expected)) = with_byte(&record, &text, at.index(text.len()), byte) {
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_cut_record_is_damaged(record in record(), at in any::<Index>(), tail in any::<bool>()) {
        let text = record.seal();
        let at = at.index(text.len());
        let cut = if tail { text.get(at + 1..) } else { text.get(..at) };
        prop_assert_eq!(Record::open(cut.unwrap_or_default()), Opened::Damaged);
        // In the middle as well.
        let gap = text.get(..at).zip(text.get(at + 1..)).map(|(head, tail)| [head, tail].concat());
        if let Some(gap) = gap {
            prop_assert_eq!(Record::open(&gap), Opened::Damaged);
        }
    }

    #[test]
    fn no_text_whatever_makes_reading_panic(text in "(?s).{0,60}", other in json_value()) {
        for text in [&text, &other.to_string(), &seal(&json!({ "x": other })), &format!("{text}\"}}")] {
            prop_assert_eq!(Record::open(text), Opened::Damaged);
            prop_assert_eq!(Pending::open(text), None);
        }
    }

    /// Sealed, but one member is something else: what opens can be stored and opened again.
    #[test]
    fn any_member_may_be_anything(record in record(), which in any::<Index>(), other in json_value()) {
        let mut value = serde_json::to_value(&record).unwrap();
        let members = value.as_object_mut().unwrap();
        let name = members.keys().nth(which.index(members.len())).unwrap().clone();
        members.insert(name, other);
        if let Opened::Intact(found) = Record::open(&seal(&value)) {
            prop_assert_eq!(Record::open(&found.seal()), opened(&found));
        }
    }

    #[test]
    fn a_newer_version_is_told_and_not_read(version in 3..=u32::MAX, other in json_value()) {
        let head = json!({ "format": "selfscore/draft", "version": version, "draft": other });
        for text in [head.to_string(), seal(&head), format!(" {head:#}\n")] {
            prop_assert_eq!(Record::open(&text), Opened::Newer(version));
        }
    }
}

#[test]
fn every_byte_of_a_record_counts() {
    let Opened::Intact(record) = Record::open(TYPED_2) else { panic!("{TYPED_2}") };
    for at in 0..TYPED_2.len() {
        let digits = if at == version_at(TYPED_2) { b'0'..=b'9' } else { b'3'..=b'3' };
        for byte in digits.chain([TYPED_2.as_bytes()[at] ^ 1]) {
            if let Some((found, expected)) = with_byte(&record, TYPED_2, at, byte) {
                assert_eq!(found, expected, "{at} {byte}");
            }
        }
        if let Some(cut) = TYPED_2.get(..at) {
            assert_eq!(Record::open(cut), Opened::Damaged, "{at}");
        }
    }
}

#[test]
fn texts_of_others_are_no_records() {
    let other = |from: &str, to: &str| {
        assert!(TYPED_2.contains(from));
        let body = TYPED_2.replacen(from, to, 1);
        let body = &body[..body.rfind(",\"sha256\":").unwrap()];
        format!("{body},\"sha256\":\"{}\"}}", digest(body))
    };
    assert!(matches!(Record::open(&other("57", "58")), Opened::Intact(found) if found.turn == 58));
    for (from, to) in [
        ("selfscore/draft", "selfscore/form"),
        ("\"version\":2,", ""),
        ("\"version\":2", "\"version\":\"2\""),
        ("\"version\":2", "\"version\":2,\"version\":2"),
        ("\"revision\":41", "\"revision\":-1"),
        ("\"draft\":{", "\"drafts\":{"),
    ] {
        assert_eq!(Record::open(&other(from, to)), Opened::Damaged, "{to}");
    }
    // Version 1 without one of its members, and cut.
    let first = include_str!("stored/v1-typed.json");
    for text in [first.replacen("\"name\":\"\",", "", 1), first[..first.len() - 1].into()] {
        assert_eq!(Record::open(&text), Opened::Damaged);
    }
    assert_eq!(
        Record::open(&first.replacen("\"version\":1", "\"version\":12", 1)),
        Opened::Newer(12)
    );
}

#[test]
fn a_save_follows_the_one_that_it_was_made_of() {
    let mut record = Record::new(base(), "a".into());
    assert_eq!((record.revision, record.by.as_str(), record.deleted), (0, "", false));
    (record.turn, record.deleted) = (7, true);
    record.note("here", 3);
    let next = record.next("here", "now".into());
    assert_eq!((next.revision, next.by.as_str(), next.saved_at.as_str()), (1, "here", "now"));
    let mut rest = next;
    (rest.revision, rest.by, rest.saved_at) = (0, "".into(), "".into());
    assert_eq!(rest, record);
    record.revision = u64::MAX;
    assert_eq!(record.next("", "".into()).revision, u64::MAX);
}

#[test]
fn what_a_save_expects_to_find() {
    let mut record = Record::new(base(), String::new());
    (record.revision, record.by) = (5, "here".into());
    for (revision, by, expected) in [
        (0, "", true),
        (4, "here", true),
        (4, "there", true),
        (5, "here", true),
        (5, "there", false),
        (5, "", false),
        (6, "here", false),
        (6, "there", false),
        (u64::MAX, "here", false),
    ] {
        assert_eq!(record.expects(revision, by), expected, "{revision} {by}");
    }
}

/// SHA-256 by `sha256sum`.
#[test]
fn the_seal_is_a_member_at_the_end() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest("abc"), abc);
    let sealed =
        r#"{"a":1,"sha256":"8b0f0d75aabe01bbfba9341752c2cf7626f154e676aa791427b31aebfabc2592"}"#;
    assert_eq!(seal(&json!({ "a": 1 })), sealed);
    assert_eq!(unseal(sealed), Ok(sealed));
    assert_eq!(unseal(&format!("{sealed} \r\n\t")), Ok(sealed));
    assert_eq!(unseal(&format!("{sealed}x")), Err(Broken));
    assert_eq!(unseal(&format!(" {sealed}")), Err(Broken));
    for text in ["", "}", "\"}", "{}", r#"{"a":1}"#, &sealed.to_uppercase(), &sealed[1..]] {
        assert_eq!(unseal(text), Err(Broken), "{text}");
    }
    // Where the checksum would begin there is the middle of a sign.
    assert_eq!(unseal(&format!("{}\"}}", "一".repeat(40))), Err(Broken));
}
