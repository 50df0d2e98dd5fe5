//! A table of texts: as CSV, and in line for a terminal.

use selfscore_wording::{Lang, years as words};

use crate::form::csv::cell::guard;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name for machines: a file name without an extension.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// A header for each column.
    pub headers: Vec<String>,
    /// Its rows, each with as many cells as there are headers.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn of(
        name: &'static str,
        title: &str,
        headers: &[&str],
        rows: Vec<Vec<String>>,
    ) -> Self {
        let headers = headers.iter().map(|header| (*header).to_owned()).collect();
        Table { name, title: title.into(), headers, rows }
    }

    /// As CSV with its headers, lines ending as spreadsheets have them. A text that a spreadsheet
    /// would run is guarded; numbers stay numbers.
    pub fn csv(&self) -> String {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for row in std::iter::once(&self.headers).chain(&self.rows) {
            let cells = row.iter().map(|cell| match cell.parse::<rust_decimal::Decimal>() {
                Ok(_) => cell.clone(),
                Err(_) => guard(cell).into_owned(),
            });
            // Writing to memory does not fail, and rows are of one length.
            let _ = writer.write_record(cells);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// For a terminal: its title, and columns in line. Signs that steer a terminal become blanks.
    pub fn text(&self, lang: Lang) -> String {
        let plain = |text: &String| -> String {
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
        };
        let mut out = format!("{}\n", plain(&self.title));
        if self.rows.is_empty() {
            return out + "  " + words::nothing(lang) + "\n";
        }
        let rows: Vec<Vec<String>> = std::iter::once(&self.headers)
            .chain(&self.rows)
            .map(|row| row.iter().map(plain).collect())
            .collect();
        let columns = self.headers.len();
        let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|c| width(c)).max();
        let widths: Vec<usize> = (0..columns).map(|at| widest(at).unwrap_or_default()).collect();
        for row in rows {
            let mut line = String::from(" ");
            for (cell, wide) in row.iter().zip(&widths) {
                line.push(' ');
                line += cell;
                line.extend(std::iter::repeat_n(' ', wide - width(cell) + 1));
            }
            out += line.trim_end();
            out.push('\n');
        }
        out
    }
}

/// Columns of a terminal that a text takes: Chinese signs take two.
fn width(text: &str) -> usize {
    let wide = |c: char| {
        matches!(u32::from(c),
            0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
            | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFD)
    };
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
