//! All drafts in one file, and back.

mod draft_support;
mod form_support;

use draft_support::draft;
use form_support::{SAMPLE, json_value, text};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;
use selfscore_core::form::csv;
use selfscore_core::form::json as form_json;
use selfscore_core::kept::{Backup, BackupError, Record, Saved, digest, seal};
use selfscore_core::scheme::Scheme;
use serde_json::{Value, json};

/// The shortest that version 1 reads, sealed by another program (Python's `hashlib`).
const SMALL: &str = r#"{"format":"selfscore/backup","version":1,"exported_at":"2026-11-25T05:06:07+00:00","drafts":[{"id":"1a2-0b","name":"年终","saved_at":"2026-11-25T05:00:00+00:00","draft":{"unit":"区教育局","answers":{"learning":{"note":"参观"}}}}],"sha256":"143551d371bb3953e566e7936815526a6c1c3192a325993859141496b91bb1eb"}"#;

/// How a backup begins, whatever becomes of the rest.
const START: &str = r#"{"format":"selfscore/backup""#;

const BOM: &[u8] = b"\xEF\xBB\xBF";

prop_compose! {
    fn saved()(
        id in text(), name in text(), saved_at in text(), deleted in any::<bool>(), draft in draft(),
    ) -> Saved {
        Saved { id, name, saved_at, deleted, draft }
    }
}

prop_compose! {
    fn backup()(
        exported_at in text(), drafts in vec(saved(), 0..3),
        schemes in vec(text(), 0..3), workbench in option::of(text()),
    ) -> Backup {
        let mut backup = Backup::new(exported_at, drafts);
        (backup.schemes, backup.workbench) = (schemes, workbench);
        backup
    }
}

/// The small one with something else in place of a part of it, and a checksum that fits.
fn resealed(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    let text = SMALL.replacen(from, to, 1);
    let body = &text[..text.rfind(r#","sha256":"#).unwrap()];
    format!(r#"{body},"sha256":"{}"}}"#, digest(body))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_backup_comes_back(backup in backup(), after in "[ \\t\\r\\n]{0,3}") {
        let file = (backup.seal() + &after).into_bytes();
        for file in [[BOM, &file].concat(), file] {
            prop_assert!(Backup::recognises(&file));
            prop_assert_eq!(Backup::open(&file), Ok(backup.clone()));
        }
    }

    /// Half of a backup is one still, but none that is read.
    #[test]
    fn a_cut_backup_is_damaged(backup in backup(), at in any::<Index>(), bom in any::<bool>()) {
        let file = backup.seal().into_bytes();
        let cut = at.index(file.len());
        let file = [if bom { BOM } else { &[] }, &file[..cut]].concat();
        prop_assert_eq!(Backup::open(&file), Err(BackupError::Damaged));
        prop_assert_eq!(Backup::recognises(&file), cut >= START.len());
    }

    #[test]
    fn a_changed_byte_is_never_another_backup(
        backup in backup(), at in any::<Index>(), byte in any::<u8>(),
    ) {
        let mut file = backup.seal().into_bytes();
        let at = at.index(file.len());
        prop_assume!(file[at] != byte);
        file[at] = byte;
        let expected = match byte {
            // The digit of the version.
            b'2'..=b'9' if at == START.len() + r#","version":"#.len() => {
                BackupError::Newer(u32::from(byte - b'0'))
            }
            _ => BackupError::Damaged,
        };
        prop_assert_eq!(Backup::open(&file), Err(expected));
        prop_assert!(at < START.len() || Backup::recognises(&file));
    }

    #[test]
    fn no_bytes_whatever_make_reading_panic(bytes in vec(any::<u8>(), 0..60), other in json_value()) {
        let texts = [other.to_string(), seal(&json!({ "x": other })), format!("{START}{other}")];
        for bytes in [bytes.clone(), [BOM, &bytes].concat(), [START.as_bytes(), &bytes].concat()] {
            prop_assert_eq!(Backup::open(&bytes), Err(BackupError::Damaged));
            prop_assert_eq!(Backup::recognises(&bytes), bytes.starts_with(START.as_bytes()));
        }
        for text in texts {
            prop_assert_eq!(Backup::open(text.as_bytes()), Err(BackupError::Damaged));
            prop_assert_eq!(Backup::recognises(text.as_bytes()), text.starts_with(START));
        }
    }

    #[test]
    fn a_newer_version_is_told_and_not_read(version in 2..=u32::MAX, other in json_value()) {
        let head = json!({ "format": "selfscore/backup", "version": version, "drafts": other });
        for text in [head.to_string(), seal(&head), format!("\u{FEFF}{head:#}\n")] {
            prop_assert!(Backup::recognises(text.as_bytes()));
            prop_assert_eq!(Backup::open(text.as_bytes()), Err(BackupError::Newer(version)));
        }
    }
}

#[test]
fn what_is_left_out_has_its_default() {
    let backup = Backup::open(SMALL.as_bytes()).unwrap();
    assert_eq!(backup.exported_at, "2026-11-25T05:06:07+00:00");
    assert_eq!((&backup.schemes, &backup.workbench), (&vec![], &None));
    let [saved] = &backup.drafts[..] else { panic!("{backup:?}") };
    assert_eq!((saved.id.as_str(), saved.name.as_str()), ("1a2-0b", "年终"));
    assert_eq!((saved.saved_at.as_str(), saved.deleted), ("2026-11-25T05:00:00+00:00", false));
    assert_eq!(
        (saved.draft.unit.as_str(), saved.draft.answers["learning"].note.as_str()),
        ("区教育局", "参观")
    );
    assert_eq!(Backup::open(backup.seal().as_bytes()), Ok(backup));
}

#[test]
fn a_backup_says_what_it_is_at_its_beginning() {
    let sealed = Backup::new("now".into(), vec![]).seal();
    assert!(sealed.starts_with(&format!(r#"{START},"version":1,"exported_at":"now","drafts":[]"#)));
}

#[test]
fn each_byte_of_a_backup_counts() {
    assert!(Backup::open(SMALL.as_bytes()).is_ok());
    for at in 0..SMALL.len() {
        let cut = Backup::open(&SMALL.as_bytes()[..at]);
        assert_eq!(cut, Err(BackupError::Damaged), "{at}");
        let mut changed = SMALL.as_bytes().to_vec();
        changed[at] ^= 1;
        assert_eq!(Backup::open(&changed), Err(BackupError::Damaged), "{at}");
    }
}

#[test]
fn one_that_was_edited_is_recognised_and_damaged() {
    let value: Value = serde_json::from_str(SMALL).unwrap();
    let renamed = SMALL.replacen("年终", "年初", 1);
    let (windows, twice) = (SMALL.replacen(',', ",\r\n", 1), [SMALL, SMALL].concat());
    for text in [format!("{value:#}"), renamed, windows, twice, format!("{SMALL}\0")] {
        assert!(Backup::recognises(text.as_bytes()), "{text}");
        assert_eq!(Backup::open(text.as_bytes()), Err(BackupError::Damaged), "{text}");
    }
}

#[test]
fn sealed_but_not_what_a_backup_is() {
    assert!(Backup::open(resealed("年终", "年初").as_bytes()).is_ok());
    for (from, to) in [
        ("selfscore/backup", "selfscore/draft"),
        (r#""version":1,"#, ""),
        (r#""version":1"#, r#""version":"1""#),
        (r#""version":1"#, r#""version":-1"#),
        (r#""id":"1a2-0b","#, ""),
        (r#""drafts":["#, r#""draft":["#),
        (r#""unit":"区教育局""#, r#""unit":7"#),
    ] {
        assert_eq!(Backup::open(resealed(from, to).as_bytes()), Err(BackupError::Damaged), "{to}");
    }
}

#[test]
fn files_of_other_formats_are_no_backups() {
    let form = form_json::read(SAMPLE.as_bytes()).unwrap().form;
    let record = Record::new(selfscore_core::draft::Draft::default(), String::new());
    let scheme = include_str!("../../schemes/business-environment-2021.json");
    let files = [
        SAMPLE.as_bytes().to_vec(),
        form_json::write(&form).into_bytes(),
        csv::write(form_support::scheme(), &form),
        scheme.as_bytes().to_vec(),
        record.seal().into_bytes(),
        br#"{"format":"selfscore/backup-of-others","version":1}"#.to_vec(),
        br#"{"version":1,"format":"selfscore/form","x":{"format":"selfscore/backup"}}"#.to_vec(),
        b"{}".to_vec(),
        BOM.to_vec(),
        Vec::new(),
    ];
    for file in files {
        for file in [[BOM, &file].concat(), file] {
            assert!(!Backup::recognises(&file), "{}", String::from_utf8_lossy(&file));
            assert_eq!(Backup::open(&file), Err(BackupError::Damaged));
        }
    }
    // Nor is a backup a scheme, not even one that holds schemes.
    let mut backup = Backup::new(String::new(), vec![]);
    backup.schemes.push(scheme.into());
    assert!(!Scheme::recognises(backup.seal().as_bytes()));
    assert_eq!(Backup::open(backup.seal().as_bytes()).unwrap().schemes, [scheme]);
}
