//! What a spreadsheet does to our workbooks: LibreOffice opens them, computes and saves them, and
//! nothing is lost. `LIBREOFFICE_FORMS=50 cargo test -p selfscore-books --test libreoffice` for more.

#[path = "../../core/tests/form_support/mod.rs"]
mod form_support;

use form_support::libreoffice::{Job, forms, there};
use selfscore_books::{read, write};
use selfscore_core::book::{Book, Value};
use selfscore_core::draft::{Draft, assess};
use selfscore_core::form::{CheckCode, Form, FormFile, book, json};
use selfscore_core::scheme::Scheme;

/// Has LibreOffice open and save books; `recalculate` has it compute every formula anew, where it
/// otherwise believes the results that a file has.
fn saved(name: &str, books: &[Book], recalculate: bool) -> Vec<Vec<u8>> {
    let mode = if recalculate { 0 } else { 1 };
    let settings = format!(
        "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
         <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\
         \"OOXMLRecalcMode\" oor:op=\"fuse\"><value>{mode}</value></prop></item></oor:items>"
    );
    let files: Vec<Vec<u8>> = books.iter().map(|book| write(book).unwrap()).collect();
    let job = Job { ending: "xlsx", settings: &settings, opened: None };
    job.run(
        concat!(env!("CARGO_TARGET_TMPDIR"), "/books"),
        name,
        &files,
        "xlsx:Calc MS Excel 2007 XML",
    )
}

fn form_of(bytes: &[u8]) -> FormFile {
    book::read(&read(bytes).unwrap()).unwrap()
}

#[test]
fn a_workbook_that_libreoffice_saved_says_the_same() {
    if !there() {
        return;
    }
    let forms = forms();
    let books: Vec<Book> =
        forms.iter().map(|(scheme, form)| book::write(scheme, form, 2)).collect();
    let saved = saved("saved", &books, false);
    for ((_, form), bytes) in forms.iter().zip(saved) {
        let file = form_of(&bytes);
        assert_eq!(json::write(&file.form), json::write(form));
        assert_eq!(file.check_code, CheckCode::Matches(json::check_code(form)));
    }
}

/// Puts a wrong result behind every formula of a book; how many there are.
fn forget_results(book: &mut Book) -> usize {
    let rows = book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
    let cells = rows.flat_map(|row| &mut row.cells);
    let mut formulas = 0;
    for cell in cells {
        if let Value::Formula { result, .. } = &mut cell.value {
            *result = "-7".into();
            formulas += 1;
        }
    }
    formulas
}

#[test]
fn formulas_give_our_points() {
    if !there() {
        return;
    }
    // What the page would export of each form, with all of its figures.
    let exported = forms().into_iter().map(|(scheme, form)| {
        let form = assess(scheme, &Draft::from_form(&form)).export(scheme, "2022-01-12T09:30:00Z");
        (scheme, form)
    });
    let exported: Vec<(&Scheme, Form)> = exported.collect();
    let mut books: Vec<Book> =
        exported.iter().map(|(scheme, form)| book::write(scheme, form, 2)).collect();
    let formulas: usize = books.iter_mut().map(forget_results).sum();
    assert!(formulas > 20, "{formulas}");
    for ((_, form), bytes) in exported.iter().zip(saved("computed", &books, true)) {
        assert_eq!(json::write(&form_of(&bytes).form), json::write(form));
    }
}
