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
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{FEFF}".as_bytes().to_vec());
        let heading = Row(Column::ALL.map(|column| column.heading().to_owned()));
        for row in std::iter::once(heading).chain(self.0).chain(last.0) {
            // Writing to memory cannot fail, and every row has as many cells.
            let written = writer.write_record(&row.0);
            debug_assert!(written.is_ok());
        }
        writer.into_inner().unwrap_or_default()
    }
}
