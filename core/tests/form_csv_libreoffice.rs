//! R17: tables that LibreOffice opened, took for what it takes them for, and saved in another encoding.
//! `LIBREOFFICE_FORMS=50 cargo test -p selfscore-core --test form_csv_libreoffice` for more.

mod form_support;

use encoding_rs::GB18030;
use form_support::libreoffice::{Job, forms, there};
use selfscore_core::encoding::{Encoding, utf8};
use selfscore_core::form::{CheckCode, csv, json};

/// LibreOffice's numbers of character sets.
const UTF_8: u8 = 76;
const GB_18030: u8 = 85;

/// What its filters are told: delimiter, quote, character set, first row, columns, language (Chinese),
/// whether all texts are quoted, and whether it looks for numbers and dates.
fn filter(delimiter: char, charset: u8, quoted: bool) -> String {
    format!("{},34,{charset},1,,2052,{quoted},true", u32::from(delimiter))
}

#[test]
fn r17_a_table_that_libreoffice_saved_says_the_same() {
    if !there() {
        return;
    }
    let forms = forms();
    let tables: Vec<Vec<u8>> =
        forms.iter().map(|(scheme, form)| csv::write(scheme, form)).collect();
    let opened = format!("CSV:{}", filter(',', UTF_8, false));
    let job = Job { ending: "csv", settings: "", opened: Some(&opened) };
    let habits = [(UTF_8, Encoding::Utf8, '\t', false), (GB_18030, Encoding::Gb18030, ';', true)];
    for (charset, encoding, delimiter, quoted) in habits {
        let format =
            format!("csv:Text - txt - csv (StarCalc):{}", filter(delimiter, charset, quoted));
        let saved = job.run(
            concat!(env!("CARGO_TARGET_TMPDIR"), "/tables"),
            encoding.name(),
            &tables,
            &format,
        );
        for ((_, form), bytes) in forms.iter().zip(saved) {
            let decoded = |bytes: &[u8]| {
                let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
                Some(text.into_owned())
            };
            let (text, _) = utf8(&bytes, decoded).unwrap();
            let file = csv::read(&text).unwrap();
            assert_eq!(json::write(&file.form), json::write(form), "{}", encoding.name());
            assert_eq!(file.check_code, CheckCode::Matches(json::check_code(form)));
        }
    }
}
