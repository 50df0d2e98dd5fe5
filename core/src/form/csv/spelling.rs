//! How a table is spelt: what an import reports, since it tells who saved the file last.

use super::Column;
use super::sheet::Sheet;
use crate::form::Place;
use crate::table;

/// What ends the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// CR and LF, as we write it.
    CrLf,
    /// LF.
    Lf,
    /// CR.
    Cr,
}

/// How a table is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// What stands between cells: a comma, a semicolon or a tab.
    pub delimiter: char,
    /// What ends its first row.
    pub line_end: LineEnd,
}

/// How a table of ours is spelt; `None` for a file that is none.
pub fn spelling(bytes: &[u8]) -> Option<Spelling> {
    let text = table::text(bytes).ok()?;
    let delimiter = char::from(Sheet::of(text).ok()?.delimiter());
    let line_end = match text.find(['\r', '\n']).and_then(|at| text.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => LineEnd::CrLf,
        Some(rest) if rest.starts_with('\n') => LineEnd::Lf,
        Some(_) => LineEnd::Cr,
        // One row alone ends with the file.
        None => LineEnd::CrLf,
    };
    Some(Spelling { delimiter, line_end })
}

/// Cells of a table with a question mark in them: what a program puts for signs that its
/// encoding does not have. Whether somebody typed it, nobody can tell.
pub fn question_marks(bytes: &[u8]) -> Vec<Place> {
    let sheet = table::text(bytes).and_then(Sheet::of);
    let lines = sheet.iter().flat_map(|sheet| sheet.lines());
    let marked = lines.flat_map(|line| {
        let columns = Column::ALL.into_iter().filter(|column| *column != Column::Key);
        let marked = columns.filter(|column| line.text(*column).contains('?'));
        marked.map(|column| line.place(column)).collect::<Vec<_>>()
    });
    marked.collect()
}
