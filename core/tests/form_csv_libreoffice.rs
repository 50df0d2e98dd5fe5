//! R17: tables that LibreOffice opened, took for what it takes them for, and saved in another encoding.
//! `LIBREOFFICE_FORMS=50 cargo test -p selfscore-core --test form_csv_libreoffice` for more.

mod form_support;

use encoding_rs::GB18030;
use form_support::libreoffice::{Job, forms, there};
use selfscore_core::encoding::{Encoding, utf8};
use selfscore_core::form::{CheckCode, Form, csv, json};
use serde_json::Value;

/// LibreOffice's numbers of character sets.
const UTF_8: u8 = 76;
const GB_18030: u8 = 85;

/// What its filters are told: delimiter, quote, character set, first row, columns, language (Chinese),
/// whether all texts are quoted, and whether it looks for numbers and dates.
fn filter(delimiter: char, charset: u8, quoted: bool) -> String {
    format!("{},34,{charset},1,,2052,{quoted},true", u32::from(delimiter))
}

/// The form with the line ends that LibreOffice knows within a cell. What stands in a cell as JSON,
/// like members that we do not know, keeps its own.
fn with_line_feeds(form: &Form) -> Form {
    let mut form = form.clone();
    let feeds = |text: &mut String| *text = text.replace("\r\n", "\n").replace('\r', "\n");
    let Form { scheme, unit, filled_by, reviewed_by, phone, filled_on, exported_at, .. } =
        &mut form;
    let head = [unit, filled_by, reviewed_by, phone, filled_on, exported_at];
    head.into_iter().chain([&mut scheme.id, &mut scheme.sha256]).for_each(feeds);
    for answer in form.answers.values_mut() {
        feeds(&mut answer.note);
        answer.evidence.iter_mut().for_each(feeds);
        for task in answer.tasks.iter_mut().flatten() {
            [&mut task.number, &mut task.title, &mut task.note].into_iter().for_each(feeds);
            task.evidence.iter_mut().for_each(feeds);
        }
        for listed in answer.entries.iter_mut().flatten() {
            [&mut listed.title, &mut listed.note].into_iter().for_each(feeds);
            listed.evidence.iter_mut().for_each(feeds);
        }
    }
    for piece in &mut form.evidence {
        [&mut piece.number, &mut piece.name, &mut piece.sha256].into_iter().for_each(feeds);
    }
    if let Some(Value::String(district)) = form.extra.get_mut("district") {
        feeds(district);
    }
    form
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
            let expected = with_line_feeds(form);
            assert_eq!(file.form, expected, "{}", encoding.name());
            // The page writes no noughts that say nothing, and no carriage returns; these forms have some.
            if json::write(&file.form) == json::write(form) {
                assert_eq!(file.check_code, CheckCode::Matches(json::check_code(form)));
            }
        }
    }
}
