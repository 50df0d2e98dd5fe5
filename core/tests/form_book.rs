//! The form as a workbook: what people see in it, and what they may do to it.

mod form_support;

use form_support::kinds::{kinds, sample as kinds_sample};
use form_support::table::sample;
use form_support::{cases, form, scheme};
use proptest::prelude::*;
use selfscore_core::book::{
    Allowed, Book, Found, FoundCell, FoundRow, FoundSheet, Look, Read, Shown, Value,
};
use selfscore_core::form::{CheckCode, Form, Place, Reason, book, json};

/// What a spreadsheet gives back of a book that nobody touched.
fn untouched(book: &Book) -> Read {
    let found = |value: &Value| match value {
        Value::Blank => None,
        Value::Text(text) => Some(Found::Text(text.clone())),
        Value::Number(number) => Some(Found::Number(number.clone())),
        Value::Date(date) => Some(Found::Date(date.clone())),
        Value::Formula { result, .. } => Some(Found::Number(result.clone())),
    };
    let sheets = book.sheets.iter().map(|sheet| {
        let rows = (0..).zip(&sheet.rows).map(|(row, cells)| {
            let cells = cells.cells.iter().filter_map(|cell| {
                Some(FoundCell { column: cell.column.into(), found: found(&cell.value)? })
            });
            FoundRow { row, cells: cells.collect() }
        });
        FoundSheet { name: sheet.name.clone(), rows: rows.collect() }
    });
    Read { sheets: sheets.collect() }
}

/// The row with that key: its sheet and its place.
fn at(read: &Read, key: &str) -> (usize, usize) {
    let is_key = |cell: &FoundCell| cell.found == Found::Text(key.into());
    for (sheet, found) in read.sheets.iter().enumerate() {
        if let Some(row) = found.rows.iter().position(|row| row.cells.iter().any(is_key)) {
            return (sheet, row);
        }
    }
    panic!("no row {key}");
}

/// Puts something into a cell.
fn put(read: &mut Read, key: &str, column: u32, found: Found) {
    let (sheet, row) = at(read, key);
    let cells = &mut read.sheets[sheet].rows[row].cells;
    cells.retain(|cell| cell.column != column);
    cells.push(FoundCell { column, found });
}

fn text(text: &str) -> Found {
    Found::Text(text.into())
}

/// Columns of 评分表.
const NUMBER: u32 = 0;
const CONTENT: u32 = 2;
const VALUE: u32 = 5;
const ROLE: u32 = 6;
const SCORE: u32 = 9;
const NOTE: u32 = 10;
const EVIDENCE: u32 = 11;
const KEY: u32 = 13;

fn read(of: &Read) -> Form {
    book::read(of).unwrap().form
}

fn refused(of: &Read) -> (Place, Reason) {
    let error = book::read(of).unwrap_err();
    (error.place, error.reason)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_workbook_gives_back_what_it_was_given(form in form(), spare in 0usize..3) {
        for scheme in [scheme(), kinds()] {
            let file = book::read(&untouched(&book::write(scheme, &form, spare))).unwrap();
            prop_assert_eq!(json::write(&file.form), json::write(&form));
            prop_assert_eq!(file.check_code, CheckCode::Matches(json::check_code(&form)));
        }
    }
}

#[test]
fn it_looks_like_the_official_form() {
    let book = book::write(scheme(), &sample(), 2);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["评分表", "申报表", "佐证材料目录", "数据"]);
    assert_eq!(
        book.sheets.iter().map(|s| s.hidden).collect::<Vec<_>>(),
        [false, false, false, true]
    );
    for sheet in &book.sheets {
        assert!(sheet.protected);
        assert_eq!(sheet.paper.footer, "参考格式，非原附件");
        // Keys are out of sight, and so are the names that tell columns apart.
        assert!(sheet.columns.last().unwrap().hidden);
        assert!(sheet.rows[sheet.frozen as usize - 1].hidden);
    }
    let scoring = &book.sheets[0];
    let heading = &scoring.rows[scoring.frozen as usize - 2];
    let heading: Vec<&Value> = heading.cells.iter().map(|cell| &cell.value).collect();
    let named = |name: &str| Value::Text(name.into());
    assert_eq!(heading[..2], [&named("序号"), &named("指标")]);
    assert!(heading.contains(&&named("评分标准")) && heading.contains(&&named("核定分")));
    // Only cells to be filled in can be changed, and every one of them is framed as such.
    let inputs = |row: usize| -> Vec<u16> {
        let cells = scoring.rows[row].cells.iter();
        cells.filter(|cell| cell.look == Look::Input).map(|cell| cell.column).collect()
    };
    let (_, tasks) = at(&untouched(&book), "/answers/tasks/tasks/0");
    assert_eq!(inputs(tasks), [0, 2, 5, 6, 7, 8, 10, 11]);
    assert_eq!(inputs(tasks - 1), [10, 11]);
    let roles = Allowed::OneOf(vec!["牵头".into(), "配合".into()]);
    let check = scoring.checks.iter().find(|check| check.allowed == roles).unwrap();
    // One check for the task and both rows to come.
    assert_eq!((check.area.top as usize, check.area.bottom as usize), (tasks, tasks + 2));
    // Dates are dates, numbers numbers, texts texts.
    let (_, date) = at(&untouched(&book), "/filled_on");
    let cell = book.sheets[1].rows[date].cells.iter().find(|cell| cell.column == 2).unwrap();
    assert_eq!((&cell.value, cell.shown), (&Value::Date("2022-01-10".into()), Shown::Date));
}

#[test]
fn sums_are_formulas_where_they_give_what_is_stated() {
    let formula = |form: &Form, key: &str| {
        let book = book::write(scheme(), form, 0);
        let (sheet, row) = at(&untouched(&book), key);
        let cell = book.sheets[sheet].rows[row].cells.iter().find(|c| u32::from(c.column) == SCORE);
        match &cell.unwrap().value {
            Value::Formula { formula, result } => Some((formula.clone(), result.clone())),
            _ => None,
        }
    };
    let (total, result) = formula(&sample(), "/score/total").unwrap();
    assert_eq!(result, "76.00");
    assert!(total.starts_with("ROUND(SUM(J"), "{total}");
    for criterion in scheme().criteria().filter(|criterion| scheme().counts(&criterion.id)) {
        let key = format!("/answers/{}", criterion.id);
        assert!(formula(&sample(), &key).is_some(), "{key}");
    }
    let mut other = sample();
    let stated = other.score.as_mut().unwrap();
    stated.criteria.insert("learning".into(), "4.00".parse().unwrap());
    assert_eq!(formula(&other, "/answers/learning"), None);
    assert_eq!(formula(&other, "/score/total"), None);
    assert_eq!(formula(&other, "/answers/tasks").map(|(_, result)| result), Some("48.00".into()));
}

#[test]
fn what_people_fill_in_is_read() {
    let mut form = sample();
    form.score = None;
    let mut found = untouched(&book::to_fill_in(scheme(), &form));
    assert_eq!(book::read(&found).unwrap().check_code, CheckCode::Absent);
    // Rows that stand there to be filled in are no tasks while they are empty.
    assert_eq!(read(&found), form);
    let spare = "+/answers/tasks/tasks/4";
    put(&mut found, spare, NUMBER, text("02"));
    put(&mut found, spare, CONTENT, text("一网通办"));
    put(&mut found, spare, VALUE, Found::Number("85%".into()));
    put(&mut found, spare, ROLE, text("配合"));
    put(&mut found, spare, EVIDENCE, text("1-1、1-2"));
    put(&mut found, "/answers/publication/done/website", VALUE, Found::Flag(false));
    put(&mut found, "/answers/learning/occurrences/visits", VALUE, Found::Number("3".into()));
    put(&mut found, "/filled_on", 2, Found::Date("2022-01-11".into()));
    put(&mut found, "/phone", 2, Found::Number("13800138000".into()));
    put(&mut found, "+/evidence/1", 0, text("1-2"));
    let form = read(&found);
    let tasks = form.answers["tasks"].tasks.as_ref().unwrap();
    assert_eq!(tasks.len(), 2);
    assert_eq!((tasks[1].number.as_str(), tasks[1].title.as_str()), ("02", "一网通办"));
    assert_eq!(tasks[1].completion.unwrap().to_string(), "85");
    assert_eq!(tasks[1].evidence, ["1-1", "1-2"]);
    assert_eq!(form.answers["publication"].done.as_deref(), Some(&["guidance".to_owned()][..]));
    assert_eq!(form.answers["learning"].occurrences.as_ref().unwrap()["visits"], 3);
    assert_eq!((form.filled_on.as_str(), form.phone.as_str()), ("2022-01-11", "13800138000"));
    assert_eq!(form.evidence[1].number, "1-2");
}

#[test]
fn an_empty_list_is_over_once_something_stands_in_it() {
    let mut form = sample();
    form.answers.get_mut("tasks").unwrap().tasks = Some(vec![]);
    let mut found = untouched(&book::write(scheme(), &form, 1));
    assert_eq!(read(&found), form);
    put(&mut found, "+/answers/tasks/tasks/0", CONTENT, text("一网通办"));
    assert_eq!(read(&found).answers["tasks"].tasks.as_ref().unwrap().len(), 1);
}

#[test]
fn things_of_lists_have_rows_to_come() {
    let mut found = untouched(&book::write(kinds(), &kinds_sample(), 3));
    assert_eq!(read(&found), kinds_sample());
    let before = kinds_sample().answers["awards"].entries.as_ref().unwrap().len();
    put(&mut found, &format!("/answers/awards/entries/{before}"), CONTENT, text("先进集体"));
    assert_eq!(read(&found).answers["awards"].entries.as_ref().unwrap().len(), before + 1);
}

#[test]
fn rows_removed_or_moved_are_what_they_are() {
    let mut found = untouched(&book::write(scheme(), &sample(), 0));
    let (sheet, row) = at(&found, "/answers/tasks/tasks/0");
    found.sheets[sheet].rows.remove(row);
    assert_eq!(read(&found).answers.get("tasks"), None);
    // Sheets may be renamed and stand in any order, and others may stand between them.
    let mut found = untouched(&book::write(scheme(), &sample(), 0));
    found.sheets.reverse();
    found.sheets[1].name = "改名".into();
    let notes = FoundRow { row: 0, cells: vec![FoundCell { column: 0, found: text("备注") }] };
    found.sheets.insert(1, FoundSheet { name: "备注".into(), rows: vec![notes] });
    assert_eq!(read(&found), sample());
}

#[test]
fn refuses_by_sheet_and_cell() {
    let whole = untouched(&book::write(scheme(), &sample(), 1));
    let task = "/answers/tasks/tasks/0";
    let (sheet, row) = at(&whole, task);
    let row = whole.sheets[sheet].rows[row].row + 1;
    let place = |cell: String, column: &str| Place::Cell {
        sheet: "评分表".into(),
        cell: cell.into(),
        column: column.into(),
    };
    for (column, letter, heading, found, reason) in [
        (VALUE, "F", "填报值", text("大部分"), "expected"),
        (ROLE, "G", "牵头/配合", text("主导"), "expected"),
        (NUMBER, "A", "序号", Found::Date("2022-01-01".into()), "became_date"),
        (EVIDENCE, "L", "佐证材料", Found::Date("2022-01-01".into()), "became_date"),
        (VALUE, "F", "填报值", Found::Date("2022-01-01".into()), "became_date"),
        (NUMBER, "A", "序号", Found::LongNumber("1234567890123456".into()), "long_number"),
        (VALUE, "F", "填报值", Found::NotComputed, "not_computed"),
        (KEY, "N", "键", text("/answers/tasks/oops/0"), "unknown_key"),
        (KEY, "N", "键", text(""), "no_key"),
        (20, "U", "U", text("旁注"), "stray"),
    ] {
        let mut edited = whole.clone();
        put(&mut edited, task, column, found);
        let error = book::read(&edited).unwrap_err();
        assert_eq!(error.code(), reason, "{letter}");
        assert_eq!(error.place, place(format!("{letter}{row}"), heading));
    }
    // A figure that nobody computed is not stated, a date in a text is a text.
    let mut edited = whole.clone();
    put(&mut edited, "/answers/learning", SCORE, Found::NotComputed);
    put(&mut edited, "/answers/learning", NOTE, Found::Date("2022-01-01".into()));
    let form = read(&edited);
    assert!(!form.score.unwrap().criteria.contains_key("learning"));
    assert_eq!(form.answers["learning"].note, "2022-01-01");
}

#[test]
fn a_workbook_without_one_of_its_sheets_is_refused() {
    let whole = untouched(&book::write(scheme(), &sample(), 0));
    for at in 0..3 {
        let mut without = whole.clone();
        without.sheets.remove(at);
        assert_eq!(refused(&without), (Place::Whole, Reason::SheetMissing(3, 4)));
    }
    let mut without = whole.clone();
    without.sheets.remove(3);
    assert!(matches!(refused(&without).1, Reason::OtherFormat(_)));
    assert_eq!(refused(&Read::default()), (Place::Whole, Reason::NoKeyColumn));
}
