//! Every form that a released program exported is read for ever, and says what it said.

mod charset;

use std::collections::BTreeSet;
use std::path::PathBuf;

use charset::gb18030;
use selfscore_core::encoding::utf8;
use selfscore_core::form::{CheckCode, FormFile, ShortCode, read_any};

/// Forms by the stem of their files, each with its short code as the page showed it then.
const FORMS: [(&str, &str); 3] = [
    ("v1-complete", "G2TN-PUJ6-T5G7-BFDJ"),
    ("v1-unfinished", "G7A9-B6V9-RZGN-G454"),
    ("v1-kinds", "X2FK-85H4-VMHF-ZRQN"),
];
const SAVED_ANEW: &str = "v1-complete-libreoffice-gb18030.csv";

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exported"))
}

fn read(name: &str) -> FormFile {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    let (text, _) = utf8(&bytes, gb18030).unwrap();
    read_any(&text).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

#[test]
fn forms_of_every_version_say_what_they_said() {
    for (stem, code) in FORMS {
        for ending in ["json", "csv"] {
            let name = format!("{stem}.{ending}");
            let file = read(&name);
            assert!(matches!(file.check_code, CheckCode::Matches(_)), "{name}");
            assert_eq!(ShortCode::of(&file.form).to_string(), code, "{name}");
        }
    }
}

#[test]
fn both_spellings_of_one_form_say_the_same() {
    for (stem, _) in FORMS {
        let [mut json, mut csv] =
            ["json", "csv"].map(|ending| read(&format!("{stem}.{ending}")).form);
        // They were exported one after the other.
        json.exported_at.clear();
        csv.exported_at.clear();
        assert_eq!(json, csv, "{stem}");
    }
}

#[test]
fn what_a_spreadsheet_saved_anew_is_the_same_form() {
    let (csv, anew) = (read("v1-complete.csv"), read(SAVED_ANEW));
    assert_eq!(anew.form, csv.form);
    assert_eq!(anew.check_code, csv.check_code);
}

#[test]
fn no_file_is_there_that_is_not_read() {
    let there = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let there: BTreeSet<String> = there.map(|name| name.into_string().unwrap()).collect();
    let forms =
        FORMS.iter().flat_map(|(stem, _)| ["json", "csv"].map(|end| format!("{stem}.{end}")));
    let known: BTreeSet<String> = forms.chain([SAVED_ANEW.into(), "README.md".into()]).collect();
    assert_eq!(there, known);
}
