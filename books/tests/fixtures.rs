//! Every workbook that a released program wrote is read for ever.

#[path = "../../core/tests/form_support/mod.rs"]
mod form_support;

use std::collections::BTreeSet;

use form_support::{kinds, table};
use selfscore_books::read;
use selfscore_core::form::{CheckCode, Form, book, json};

#[test]
fn workbooks_of_every_version_say_what_they_said() {
    let notice = table::sample();
    let all: [(&str, &[u8], &Form); 3] = [
        ("v1-notice.xlsx", include_bytes!("fixtures/v1-notice.xlsx"), &notice),
        ("v1-kinds.xlsx", include_bytes!("fixtures/v1-kinds.xlsx"), &kinds::sample()),
        (
            "v1-notice-libreoffice.xlsx",
            include_bytes!("fixtures/v1-notice-libreoffice.xlsx"),
            &notice,
        ),
    ];
    for (name, bytes, form) in all {
        let file = book::read(&read(bytes).unwrap()).unwrap();
        assert_eq!(json::write(&file.form), json::write(form), "{name}");
        assert_eq!(file.check_code, CheckCode::Matches(json::check_code(form)), "{name}");
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let there = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let there: BTreeSet<String> = there.map(|name| name.into_string().unwrap()).collect();
    let known = all.map(|(name, ..)| name.to_owned());
    let known: BTreeSet<String> = known.into_iter().chain(["README.md".into()]).collect();
    assert_eq!(there, known);
}
