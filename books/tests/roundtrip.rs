//! A workbook gives back the form that it was made of, to the letter.

#[path = "../../core/tests/form_support/mod.rs"]
mod form_support;

use form_support::kinds::kinds;
use form_support::{cases, form, scheme};
use proptest::prelude::*;
use selfscore_books::{read, write};
use selfscore_core::form::{CheckCode, Form, book, json};
use selfscore_core::scheme::Scheme;

/// Through a workbook and back.
fn through(scheme: &Scheme, form: &Form, spare: usize) -> selfscore_core::form::FormFile {
    let bytes = write(&book::write(scheme, form, spare)).unwrap();
    book::read(&read(&bytes).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_workbook_gives_back_what_it_was_given(form in form(), spare in 0usize..4) {
        for scheme in [scheme(), kinds()] {
            let file = through(scheme, &form, spare);
            prop_assert_eq!(json::write(&file.form), json::write(&form));
            prop_assert_eq!(&file.form, &form);
            prop_assert_eq!(file.check_code, CheckCode::Matches(json::check_code(&form)));
        }
    }
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    let form = form_support::table::sample();
    let bytes = || write(&book::write(scheme(), &form, 3)).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn texts_that_are_too_long_for_a_cell_or_no_text_for_a_spreadsheet_come_back() {
    let mut form = form_support::table::sample();
    form.unit = "区\u{1}教\r\n育\t局\u{FFFF}".into();
    form.filled_on = "\u{B}".into();
    form.exported_at = "\r".into();
    form.scheme.extra.insert("long".into(), "字😀".repeat(40_000).into());
    form.scheme.extra.insert("a\u{1}b".into(), "\u{FFFE}\u{85}".into());
    let measures = form.answers.get_mut("measures").unwrap();
    measures.note = "_x000D_ \u{7F}".into();
    let file = through(scheme(), &form, 0);
    assert_eq!(json::write(&file.form), json::write(&form));
}
