//! The cells of a table as text: CSV with any of the three usual delimiters, or a block copied
//! from a spreadsheet.
//!
//! By hand rather than with the `csv` crate (which writes our tables, and which the tests hold
//! this against): rows are counted as a spreadsheet shows them, blank ones included, and a
//! quote that is never closed is a sign like any other, where it would swallow the rest.

use std::borrow::Cow;

use crate::form::{Place, ReadError, Reason};
use crate::limits;

/// How far down a heading row is looked for: people put titles above it.
const HEADING_WITHIN: usize = 20;

/// A row that is not blank.
pub(crate) struct Row<'a> {
    /// As a spreadsheet counts it, from 1.
    pub number: usize,
    /// Its cells without the empty ones at its end.
    pub cells: Vec<Cow<'a, str>>,
}

/// The text of a file: not too large, UTF-8, without its byte order mark and without a NUL.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let whole = |reason| ReadError::new(Place::Whole, reason);
    if bytes.len() > limits::FILE_BYTES {
        return Err(whole(Reason::TooLarge(bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Reason::Encoding))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match text.split_once('\0') {
        None => Ok(text),
        Some((before, _)) => {
            let line = before.rsplit('\n').next().unwrap_or_default();
            let column = line.chars().count() + 1;
            let place = Place::Line { line: before.matches('\n').count() + 1, column };
            Err(ReadError::new(place, Reason::Nul))
        }
    }
}

/// The rows of a table that are not blank.
#[derive(Clone)]
pub(crate) struct Rows<'a> {
    rest: &'a str,
    delimiter: u8,
    number: usize,
}

impl<'a> Rows<'a> {
    pub fn of(text: &'a str, delimiter: u8) -> Self {
        Rows { rest: text, delimiter, number: 0 }
    }

    /// What stands between cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The heading, told by `accept`, and the rows below it; the delimiter is the one that
    /// makes it a heading.
    pub fn below_heading(text: &'a str, accept: impl Fn(&Row) -> bool) -> Option<(Row<'a>, Self)> {
        b",\t;".iter().find_map(|&delimiter| {
            let mut rows = Rows::of(text, delimiter);
            let heading = rows.by_ref().take(HEADING_WITHIN).find(&accept)?;
            Some((heading, rows))
        })
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        while !self.rest.is_empty() {
            self.number += 1;
            let mut cells = Vec::new();
            loop {
                let (cell, rest) = cell(self.rest, self.delimiter);
                cells.push(cell);
                let (more, skip) = match rest.as_bytes() {
                    [b'\r', b'\n', ..] => (false, 2),
                    [b'\r' | b'\n', ..] => (false, 1),
                    [_, ..] => (true, 1),
                    [] => (false, 0),
                };
                self.rest = &rest[skip..];
                if !more {
                    break;
                }
            }
            while cells.last().is_some_and(|cell| cell.is_empty()) {
                cells.pop();
            }
            if !cells.is_empty() {
                return Some(Row { number: self.number, cells });
            }
        }
        None
    }
}

/// The first cell of a text and what follows it, which begins with a delimiter or a line end.
fn cell(text: &str, delimiter: u8) -> (Cow<'_, str>, &str) {
    if let Some(found) = quoted(text, delimiter) {
        return found;
    }
    let ends = |b: u8| b == delimiter || matches!(b, b'\r' | b'\n');
    let end = text.bytes().position(ends).unwrap_or(text.len());
    (Cow::Borrowed(&text[..end]), &text[end..])
}

/// The same for a cell in quotes; `None` if it is not in quotes from its first sign to its last.
fn quoted(text: &str, delimiter: u8) -> Option<(Cow<'_, str>, &str)> {
    let inner = text.strip_prefix('"')?;
    let bytes = inner.as_bytes();
    let mut doubled = false;
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|&b| b == b'"')?;
        match bytes.get(at + 1) {
            Some(b'"') => {
                doubled = true;
                at += 2;
            }
            Some(&next) if next != delimiter && !matches!(next, b'\r' | b'\n') => return None,
            _ => break,
        }
    }
    let content = &inner[..at];
    let content = match doubled {
        true => Cow::Owned(content.replace("\"\"", "\"")),
        false => Cow::Borrowed(content),
    };
    Some((content, &inner[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::Rows;

    fn rows(text: &str, delimiter: u8) -> Vec<(usize, Vec<String>)> {
        let texts =
            |cells: Vec<std::borrow::Cow<str>>| cells.iter().map(|c| c.to_string()).collect();
        Rows::of(text, delimiter).map(|row| (row.number, texts(row.cells))).collect()
    }

    #[test]
    fn counts_rows_as_a_spreadsheet_does() {
        let text = "a,b\r\n\r\n,,\n\"c\r\nd\",\"e\"\"f\"\ng,,h,,\r";
        let cells = |cells: &[&str]| cells.iter().map(|c| c.to_string()).collect::<Vec<_>>();
        assert_eq!(
            rows(text, b','),
            [(1, cells(&["a", "b"])), (4, cells(&["c\r\nd", "e\"f"])), (5, cells(&["g", "", "h"])),]
        );
    }

    #[test]
    fn a_quote_that_is_no_quotation_swallows_nothing() {
        let text = "\"open\tb\n\"x\" y\tz\n5\" pipe\t\"\"";
        let found: Vec<String> =
            rows(text, b'\t').into_iter().flat_map(|(_, cells)| cells).collect();
        assert_eq!(found, ["\"open", "b", "\"x\" y", "z", "5\" pipe"]);
    }
}
