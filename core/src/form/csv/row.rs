//! Rows to write.

use super::converted::LONGEST;
use super::{Column, cell};

/// A row under construction.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct Row([Written; 12]);

/// What stands in one of its cells.
#[derive(Clone, Debug, Default)]
pub(in crate::form) struct Written {
    pub text: String,
    /// Whether it is a number or a word of ours, not a person's text.
    pub plain: bool,
}

impl Row {
    pub fn new(key: &str) -> Self {
        // A key needs no guard: it begins with `/` or `json:`.
        let mut row = Row::default();
        row.0[Column::Key as usize] = Written { text: key.to_owned(), plain: true };
        row
    }

    /// A text.
    pub fn text(mut self, column: Column, text: &str) -> Self {
        self.0[column as usize] = Written { text: text.to_owned(), plain: false };
        self
    }

    /// A number or a date, which stays one even where it begins with a minus; but a number so long
    /// that a spreadsheet would save it without its last digits is text.
    pub fn plain(mut self, column: Column, value: impl std::fmt::Display) -> Self {
        let text = value.to_string();
        let plain = text.len() <= LONGEST;
        self.0[column as usize] = Written { text, plain };
        self
    }

    pub fn cell(&self, column: Column) -> &Written {
        &self.0[column as usize]
    }

    pub fn key(&self) -> &str {
        &self.cell(Column::Key).text
    }

    /// Its cells as a file has them: texts guarded.
    fn guarded(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|cell| match cell.plain {
            true => cell.text,
            false => cell::guard(&cell.text).into_owned(),
        })
    }
}

/// Rows in their order.
#[derive(Default)]
pub(in crate::form) struct Table(Vec<Row>);

impl Table {
    pub fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    pub fn rows(self) -> Vec<Row> {
        self.0
    }

    /// The file: these rows and then the `last`.
    pub fn bytes(self, last: Table) -> Vec<u8> {
        let heading = Column::ALL
            .into_iter()
            .fold(Row::default(), |row, column| row.plain(column, column.heading()));
        file(std::iter::once(heading).chain(self.0).chain(last.0).map(Row::guarded))
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
