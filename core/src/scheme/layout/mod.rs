//! A scheme as a spreadsheet, for the people who write indicator tables: a head, and below it
//! one row a criterion.
//!
//! What people edit stands in plain cells; what cells cannot say (English words, rare members)
//! stands in the last column as the JSON that is to be added, see `patch`. So nothing is lost,
//! and every plain cell counts. `docs/scheme-sheet.md` describes the format.

mod clauses;
mod column;
mod criterion;
mod grid;
mod head;
mod ids;
mod left_out;
mod notation;
mod patch;
mod problem;
mod read;
mod rest;
mod tree;
mod write;

use selfscore_wording::{Lang, reading, sheet as words};

pub use problem::{Problem, Shape};

use super::SchemeFile;
use crate::form::{Place, Reason};
use crate::table;
use column::Column;

/// What is wrong in a table, and where. Nothing has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where: a row, from 1 as a spreadsheet counts, and a column; or the whole file.
    pub place: Place,
    /// What stands there, its first 40 characters.
    pub found: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Refusal {
    /// Where, what stands there, what is wrong and what to do, in the user's language.
    pub fn message(&self, lang: Lang) -> String {
        let place = match &self.place {
            Place::Row { row, column } => reading::at_row(lang, row, column),
            _ => String::new(),
        };
        let why = self.problem.message(lang);
        // Most words repeat it themselves.
        match self.found.is_empty() || why.contains(&self.found) {
            true => format!("{place}{why}"),
            false => format!("{place}{}{why}", words::stands_there(lang, &self.found)),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Refusal {}

/// A scheme as rows of text cells, with headings in a language; [`import_rows`] reads both.
/// Words of the notation are Chinese in either.
pub fn export(file: &SchemeFile, lang: Lang) -> Vec<Vec<String>> {
    write::rows(file, lang)
}

/// A scheme as a CSV file: UTF-8 with a byte order mark, CRLF, RFC 4180, and no cell that a
/// spreadsheet would run.
pub fn export_csv(file: &SchemeFile, lang: Lang) -> Vec<u8> {
    crate::form::csv::bytes(&export(file, lang))
}

/// Reads a table from a file: CSV or text copied from a spreadsheet, delimited by commas, tabs or
/// semicolons. The scheme is as the table says it, be it sound or not: see [`super::lint`].
///
/// # Errors
/// Everything that cannot be read, each with its place and what to do.
pub fn import(bytes: &[u8]) -> Result<SchemeFile, Vec<Refusal>> {
    let text = table::text(bytes).map_err(|error| vec![unread(error.reason)])?;
    read::file(&grid::of_text(text).map_err(|refusal| vec![refusal])?)
}

/// Reads a table from its cells, without the guards of files.
///
/// # Errors
/// As [`import`].
pub fn import_rows(rows: &[Vec<String>]) -> Result<SchemeFile, Vec<Refusal>> {
    read::file(&grid::of_rows(rows).map_err(|refusal| vec![refusal])?)
}

fn unread(reason: Reason) -> Refusal {
    Refusal { place: Place::Whole, found: String::new(), problem: Problem::Unread(reason) }
}

/// As much of a cell as a message repeats.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}
