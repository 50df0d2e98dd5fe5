//! Rows to write.

use super::converted::LONGEST;
use super::{Column, cell};

/// A row under construction.
pub(super) struct Row([String; 12]);

impl Row {
    pub fn new(key: &str) -> Self {
        let mut row = Row(Default::default());
        // A key needs no guard: it begins with `/` or `json:`.
        row.0[Column::Key as usize] = key.to_owned();
        row
    }

    /// A text, guarded.
    pub fn text(mut self, column: Column, text: &str) -> Self {
        self.0[column as usize] = cell::guard(text).into_owned();
        self
    }

    /// A number or a date, which stays one even where it begins with a minus; but a number so long
    /// that a spreadsheet would save it without its last digits is text.
    pub fn plain(mut self, column: Column, value: impl std::fmt::Display) -> Self {
        let text = value.to_string();
        self.0[column as usize] = match text.len() > LONGEST {
            true => cell::guard(&text).into_owned(),
            false => text,
        };
        self
    }
}

/// Rows in their order.
#[derive(Default)]
pub(super) struct Table(Vec<Row>);

impl Table {
    pub fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    /// The file: these rows and then the `last`.
    pub fn bytes(self, last: Table) -> Vec<u8> {
        let heading = Row(Column::ALL.map(|column| column.heading().to_owned()));
        file(std::iter::once(heading).chain(self.0).chain(last.0).map(|row| row.0))
    }
}

/// A table of texts as a file: none of its cells is run by a spreadsheet.
pub(crate) fn bytes(rows: &[Vec<String>]) -> Vec<u8> {
    file(rows.iter().map(|row| row.iter().map(|cell| cell::guard(cell).into_owned())))
}

/// UTF-8 with a byte order mark, CRLF, RFC 4180. The cells are guarded already.
fn file<R: IntoIterator<Item = String>>(rows: impl Iterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory cannot fail.
        let written = writer.write_record(row.into_iter().collect::<Vec<String>>());
        debug_assert!(written.is_ok());
    }
    writer.into_inner().unwrap_or_default()
}
