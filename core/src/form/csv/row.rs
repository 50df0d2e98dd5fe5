//! Rows to write.

use super::{Column, cell};

/// A row under construction.
pub(super) struct Row([String; 12]);

impl Row {
    pub fn new(key: &str) -> Self {
        // A key needs no guard: it begins with `/` or `json:`.
        Row(Default::default()).plain(Column::Key, key)
    }

    /// A text, guarded.
    pub fn text(mut self, column: Column, text: &str) -> Self {
        self.0[column as usize] = cell::guard(text).into_owned();
        self
    }

    /// A number, which is a number even where it begins with a minus.
    pub fn plain(mut self, column: Column, value: impl std::fmt::Display) -> Self {
        self.0[column as usize] = value.to_string();
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
