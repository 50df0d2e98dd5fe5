//! What a spreadsheet does to a table that it opens and saves: another encoding, other delimiters
//! and quotes, and cells that it takes for something else. Nothing of it may matter, or it is named.

mod charset;
mod form_support;

use ::csv::QuoteStyle;
use charset::gb18030;
use encoding_rs::{Encoding as Charset, GB18030, UTF_8, UTF_16LE};
use form_support::table::{read, refused, row, rows, sample, table, with_cell, written};
use form_support::{cases, form, scheme};
use proptest::prelude::*;
use selfscore_core::encoding::{Encoding, utf8};
use selfscore_core::form::csv::{LineEnd, Spelling, question_marks, spelling};
use selfscore_core::form::{CheckCode, Form, Reason, csv, json};

/// As a spreadsheet shows a cell that it took in from a file: text stays text; what looks like a
/// number or a date is one from then on, and is written as it is shown.
fn shown(cell: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Ok(number) = cell.parse::<f64>()
        && cell.bytes().all(|b| b.is_ascii_digit() || b".-+eE".contains(&b))
        && number.is_finite()
    {
        let whole = cell.trim_start_matches(['-', '+']);
        return match digits(whole) && whole.trim_start_matches('0').len() > 11 {
            true => format!("{number:.5E}").replace('E', "E+"),
            false => format!("{number}"),
        };
    }
    let parts: Vec<&str> = cell.split(['-', '/']).collect();
    match parts[..] {
        [month, day] if digits(month) && digits(day) && month.len() < 3 && day.len() < 3 => {
            format!("{}月{}日", month.trim_start_matches('0'), day.trim_start_matches('0'))
        }
        [year, month, day] if digits(year) && digits(month) && digits(day) => {
            let bare = |part: &str| part.trim_start_matches('0').to_owned();
            format!("{year}/{}/{}", bare(month), bare(day))
        }
        _ => match cell.to_ascii_lowercase().as_str() {
            "true" => "TRUE".into(),
            "false" => "FALSE".into(),
            _ => cell.to_owned(),
        },
    }
}

/// The file saved by a spreadsheet.
fn saved(file: &[u8], habits: &Habits) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap().trim_start_matches('\u{FEFF}');
    let mut all = rows(text);
    for row in &mut all {
        for cell in row.iter_mut() {
            *cell = shown(cell);
        }
        row.extend(std::iter::repeat_n(String::new(), habits.columns));
    }
    all.extend(std::iter::repeat_n(vec![String::new(); 3], habits.rows));
    let text = written(&all, habits.delimiter, habits.quotes, habits.crlf);
    match habits.charset {
        charset if charset == UTF_16LE => {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
        charset => charset.encode(&text).0.into_owned(),
    }
}

#[derive(Debug)]
struct Habits {
    charset: &'static Charset,
    delimiter: u8,
    quotes: QuoteStyle,
    crlf: bool,
    columns: usize,
    rows: usize,
}

prop_compose! {
    fn habits()(
        charset in prop::sample::select(vec![UTF_8, GB18030, UTF_16LE]),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        quotes in prop::sample::select(vec![QuoteStyle::Necessary, QuoteStyle::Always]),
        crlf in any::<bool>(), columns in 0_usize..3, rows in 0_usize..3,
    ) -> Habits {
        Habits { charset, delimiter, quotes, crlf, columns, rows }
    }
}

/// Texts that spreadsheets would change, in every field that is a text.
fn endangered(form: &mut Form, text: &str) {
    form.phone = text.to_owned();
    form.filled_by = text.to_owned();
    let task = &mut form.answers.get_mut("tasks").unwrap().tasks.as_mut().unwrap()[0];
    task.number = text.to_owned();
    task.title = text.to_owned();
    task.note = text.to_owned();
    task.evidence = vec![text.trim().replace([' ', ',', '\t'], "")];
    form.evidence[0].number = text.to_owned();
    form.evidence[0].name = text.to_owned();
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn nothing_of_it_matters(form in form(), habits in habits()) {
        let file = saved(&csv::write(scheme(), &form), &habits);
        // A byte order mark says UTF-8; a table without any sign beyond ASCII is UTF-8 as well.
        let (text, encoding) = utf8(&file, gb18030).unwrap();
        if habits.charset == GB18030 {
            prop_assert_ne!(encoding, Encoding::Utf16);
        }
        let read = csv::read(&text).unwrap();
        prop_assert_eq!(&read.form, &form);
        let spelt = spelling(&text).unwrap();
        prop_assert_eq!(spelt.delimiter, char::from(habits.delimiter));
        prop_assert_eq!(spelt.line_end, if habits.crlf { LineEnd::CrLf } else { LineEnd::Lf });
    }

    #[test]
    fn endangered_texts_come_back_and_the_check_code_agrees(
        text in prop_oneof![
            "0?[0-9]{1,3}[-/][0-9]{1,2}", "0{0,2}[0-9]{1,16}(\\.[0-9]{0,3})?", "[0-9]{4}-0?[1-9]-0?[1-9]",
            "[0-9]\\.[0-9]{1,3}[eE][+-]?[0-9]{1,2}", "(true|FALSE|=1\\+1|@x|'1-1|-5|\\+86 1)", "[0-9]{1,2}:[0-9]{2}",
        ],
        habits in habits(),
    ) {
        let mut form = sample();
        endangered(&mut form, &text);
        let file = saved(&csv::write(scheme(), &form), &habits);
        let (utf8, _) = utf8(&file, gb18030).unwrap();
        let read = csv::read(&utf8).unwrap();
        prop_assert_eq!(&read.form, &form);
        prop_assert_eq!(read.check_code, CheckCode::Matches(json::check_code(&form)));
    }
}

/// R17: Excel in Chinese saves as GBK without a byte order mark.
#[test]
fn r17_gbk_is_read_and_what_is_neither_is_refused() {
    let text = table();
    let file = GB18030.encode(&text).0;
    assert!(std::str::from_utf8(&file).is_err());
    let (utf8_text, encoding) = utf8(&file, gb18030).unwrap();
    assert_eq!((&*utf8_text, encoding), (text.as_bytes(), Encoding::Gb18030));
    // 0xFF begins nothing in GB 18030, and no UTF-8.
    let mut broken = file.to_vec();
    broken.extend([0xD6, 0xFF, 0x0A]);
    assert_eq!(utf8(&broken, gb18030).unwrap_err().reason, Reason::Encoding);
    // The beginning of a picture, which has a meaning in GB 18030.
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert_eq!(utf8(picture, gb18030).unwrap_err().reason, Reason::Encoding);
    // Half a UTF-16 file.
    assert_eq!(utf8(&[0xFF, 0xFE, 0x41], gb18030).unwrap_err().reason, Reason::Encoding);
    // Signs beyond GBK have four bytes.
    let rare = "𠮷，ḿ，😀";
    let (back, _) =
        utf8(&GB18030.encode(rare).0, gb18030).map(|(b, e)| (b.into_owned(), e)).unwrap();
    assert_eq!(back, rare.as_bytes());
}

#[test]
fn figures_that_lost_their_zeros_are_still_those_of_the_check_code() {
    let mut all = rows(&table());
    let score = all[0].iter().position(|heading| heading == "自评分").unwrap();
    let mut changed = 0;
    for row in &mut all[1..] {
        if row[score].ends_with(".00") {
            row[score] = row[score].replace(".00", "");
            changed += 1;
        }
    }
    assert!(changed > 5);
    let file = read(&written(&all, b',', QuoteStyle::Necessary, true));
    assert!(matches!(file.check_code, CheckCode::Matches(_)));
    assert_eq!(json::write(&file.form), json::write(&sample()));
    // One that was changed is not made to agree.
    all.iter_mut().find(|row| row[11] == "/score/total").unwrap()[score] = "77".into();
    let file = read(&written(&all, b',', QuoteStyle::Necessary, true));
    assert!(matches!(file.check_code, CheckCode::Differs { .. }));
}

#[test]
fn what_cannot_be_undone_is_named() {
    for (key, column, found, reason) in [
        (
            "/answers/tasks/tasks/0",
            "佐证材料",
            "1月1日",
            Reason::BecameDate as fn(String) -> Reason,
        ),
        ("/answers/tasks/tasks/0", "佐证材料", "1-Jan", Reason::BecameDate),
        ("/answers/tasks/tasks/0", "序号", "2022/3/4", Reason::BecameDate),
        ("/answers/tasks/tasks/0", "填报值", "3月4日", Reason::BecameDate),
        ("/answers/tasks/tasks/0", "内容", "1.23457E+17", Reason::BecameScientific),
        ("/answers/tasks/tasks/0", "填报值", "1E+05", Reason::BecameScientific),
        ("/phone", "填报值", "1.38E+10", Reason::BecameScientific),
        ("/evidence/0", "佐证材料", "1月1日", Reason::BecameDate),
    ] {
        let (at, text) = with_cell(key, column, found);
        assert_eq!(refused(&text), (row(at, column), reason(found.into())), "{key} {column}");
    }
    // A sentence may have a date, and be one.
    let (_, text) = with_cell("/answers/tasks/tasks/0", "得分说明", "2022/1/10");
    assert_eq!(read(&text).form.answers["tasks"].tasks.as_ref().unwrap()[0].note, "2022/1/10");
    // As exported it is what somebody typed.
    let mut form = sample();
    form.phone = "1.38E+10".into();
    form.evidence[0].number = "1月1日".into();
    assert_eq!(csv::read(&csv::write(scheme(), &form)).unwrap().form, form);
}

#[test]
fn a_file_without_guards_reads_as_long_as_its_check_code_agrees() {
    let mut form = sample();
    form.evidence[0].number = "2022/3/4".into();
    let guarded = String::from_utf8(csv::write(scheme(), &form)).unwrap();
    assert!(guarded.contains(",'2022/3/4,"));
    let bare = guarded.replace(",'2022/3/4,", ",2022/3/4,");
    assert_eq!(read(&bare).form, form);
    let changed = bare.replace(&json::check_code(&form), &"0".repeat(64));
    assert!(matches!(refused(&changed).1, Reason::BecameDate(found) if found == "2022/3/4"));
}

#[test]
fn tells_how_a_table_is_spelt_and_where_signs_may_be_missing() {
    let all = rows(&table());
    let text = written(&all, b';', QuoteStyle::Necessary, false);
    assert_eq!(spelling(text.as_bytes()), Some(Spelling { delimiter: ';', line_end: LineEnd::Lf }));
    assert_eq!(spelling(b"no table of ours"), None);
    assert_eq!(question_marks(text.as_bytes()), []);
    let (at, text) = with_cell("/answers/tasks/tasks/0", "得分说明", "平台?上线");
    assert_eq!(question_marks(text.as_bytes()), [row(at, "得分说明")]);
}
