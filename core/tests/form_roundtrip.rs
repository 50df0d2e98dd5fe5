//! Both spellings of a form say the same, and neither loses anything.

mod form_support;

use form_support::kinds::kinds;
use form_support::{cases, form, scheme};
use proptest::prelude::*;
use selfscore_core::form::{CheckCode, csv, json, read_any};

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn json_gives_back_what_it_was_given(form in form()) {
        let text = json::write(&form);
        let file = json::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&file.form, &form);
        prop_assert_eq!(file.check_code, CheckCode::Matches(json::check_code(&form)));
        // To the letter, which the equality of decimals is not.
        prop_assert_eq!(json::write(&file.form), text);
    }

    #[test]
    fn csv_gives_back_what_it_was_given(form in form()) {
        for scheme in [scheme(), kinds()] {
            let table = csv::write(scheme, &form);
            let file = csv::read(&table).unwrap();
            prop_assert_eq!(&file.form, &form);
            prop_assert_eq!(file.check_code, CheckCode::Matches(json::check_code(&form)));
            prop_assert_eq!(json::write(&file.form), json::write(&form));
            prop_assert_eq!(csv::write(scheme, &file.form), table);
        }
    }

    #[test]
    fn any_reader_tells_them_apart(form in form()) {
        let from_json = read_any(json::write(&form).as_bytes()).unwrap();
        let from_csv = read_any(&csv::write(scheme(), &form)).unwrap();
        prop_assert_eq!(from_json, from_csv);
    }
}
