//! From the form to a workbook.

use selfscore_wording::{Lang, books as words};

use super::{application, data, evidence, scoring};
use crate::book::{Book, Cell, Sheet, Value};
use crate::form::csv::key::{Key, unspare};
use crate::form::csv::row::Row;
use crate::form::{Form, MISSING, csv};
use crate::scheme::Scheme;

/// How many rows for tasks and evidence a workbook to be filled in has.
const SPARE: usize = 30;

/// The workbook of a form, with so many `spare` rows for tasks and evidence that are still to
/// come. What it says in words is Chinese, as the form is.
pub fn write(scheme: &Scheme, form: &Form, spare: usize) -> Book {
    let rows = csv::rows(scheme, form, spare);
    let (mut head, mut scored, mut listed, mut other) = (vec![], vec![], vec![], vec![]);
    for row in rows.table.rows() {
        let key = row.key();
        match Key::read(unspare(key).unwrap_or(key)) {
            Some(Key::Head(name)) if name != "exported_at" => head.push(row),
            Some(Key::Head(_) | Key::Scheme(_) | Key::Preamble | Key::Json(_)) | None => {
                other.push(row);
            }
            Some(Key::Evidence(_)) => listed.push(row),
            Some(_) => scored.push(row),
        }
    }
    other.extend(rows.last.rows());
    let (scoring, figures) = scoring::sheet(scheme, form, &scored);
    let application = application::sheet(scheme, &head, &figures);
    let evidence = evidence::sheet(&listed);
    let exact = [&scoring, &application, &evidence];
    let exact: Vec<_> = exact.into_iter().flat_map(|grid| grid.exact.clone()).collect();
    let data = data::sheet(scheme, &other, &exact);
    let mut sheets: Vec<Sheet> =
        [scoring, application, evidence, data].into_iter().map(|grid| grid.sheet).collect();
    for sheet in &mut sheets {
        sheet.protected = true;
        sheet.paper.footer = words::reference(Lang::Zh).to_owned();
    }
    let made_on = form.exported_at.get(..10).unwrap_or_default().to_owned();
    Book { title: scheme.file().title.zh.clone(), made_on, sheets }
}

/// The workbook of a form that is to be filled in away from the page: with rows for what is still to
/// come, and without a check code or a list of what is missing, which would not be true for long.
pub fn to_fill_in(scheme: &Scheme, form: &Form) -> Book {
    let mut form = form.clone();
    form.extra.remove(MISSING);
    let mut book = write(scheme, &form, SPARE);
    let rows = book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
    for row in rows {
        let code = |cell: &Cell| cell.value == Value::Text("/sha256".into());
        if row.cells.iter().any(code) {
            row.cells.retain(|cell| cell.column != data::VALUE);
        }
    }
    book
}

/// The criterion that the key of a row is about.
pub(super) fn criterion_of(row: &Row) -> Option<String> {
    match Key::read(row.key())? {
        Key::Answer(id) => Some(id),
        _ => None,
    }
}
