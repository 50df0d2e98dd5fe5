//! What a spreadsheet does to our workbooks: LibreOffice opens them, computes and saves them, and
//! nothing is lost. `LIBREOFFICE_FORMS=50 cargo test -p selfscore-books --test libreoffice` for more.

#[path = "../../core/tests/form_support/mod.rs"]
mod form_support;

use std::path::{Path, PathBuf};
use std::process::Command;

use form_support::kinds::{kinds, sample as kinds_sample};
use form_support::{form, scheme, table};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use selfscore_books::{read, write};
use selfscore_core::book::{Book, Value};
use selfscore_core::draft::{Draft, assess};
use selfscore_core::form::{CheckCode, Form, FormFile, book, json};
use selfscore_core::scheme::Scheme;

/// Whether there is a LibreOffice to test with; where everything has to be tested there must be.
fn there() -> bool {
    let there = Path::new("/usr/bin/soffice").exists();
    assert!(there || std::env::var_os("CI").is_none(), "LibreOffice is missing");
    if !there {
        eprintln!("not tested: LibreOffice is not installed");
    }
    there
}

/// Has LibreOffice open and save books; `recalculate` has it compute every formula anew, where it
/// otherwise believes the results that a file has.
fn saved(name: &str, books: &[Book], recalculate: bool) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let (profile, out) = (folder.join("profile"), folder.join("out"));
    std::fs::create_dir_all(profile.join("user")).unwrap();
    let mode = if recalculate { 0 } else { 1 };
    let settings = format!(
        "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
         <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\
         \"OOXMLRecalcMode\" oor:op=\"fuse\"><value>{mode}</value></prop></item></oor:items>"
    );
    std::fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    let files = (0..books.len()).map(|at| folder.join(format!("{at}.xlsx")));
    let files: Vec<PathBuf> = files.collect();
    for (file, book) in files.iter().zip(books) {
        std::fs::write(file, write(book).unwrap()).unwrap();
    }
    let mut soffice = Command::new("/usr/bin/soffice");
    soffice.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    soffice.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]);
    let done = soffice.arg(&out).args(&files).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let saved = files.iter().map(|file| std::fs::read(out.join(file.file_name().unwrap())));
    saved.map(Result::unwrap).collect()
}

fn form_of(bytes: &[u8]) -> FormFile {
    book::read(&read(bytes).unwrap()).unwrap()
}

/// Forms to try: written-out ones, and so many that a file can say.
fn forms() -> Vec<(&'static Scheme, Form)> {
    let many = std::env::var("LIBREOFFICE_FORMS").ok().and_then(|many| many.parse().ok());
    let mut runner = TestRunner::deterministic();
    let mut forms = vec![(scheme(), table::sample()), (kinds(), kinds_sample())];
    for at in 0..many.unwrap_or(6) {
        let form = form().new_tree(&mut runner).unwrap().current();
        forms.push((if at % 2 == 0 { scheme() } else { kinds() }, form));
    }
    forms
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
