//! The rows of a form's table with their columns told apart.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Column, cell, converted};
use crate::book::{address, letters};
use crate::form::{Kind, Place, ReadError, Reason};
use crate::table::{Row, Rows};
use crate::typed;

/// Rows with keys, wherever they stand.
pub(in crate::form) enum Sheet<'a> {
    /// Below the heading of a table of texts.
    Table {
        /// What each column holds; `None` for one that is not ours.
        columns: Vec<Option<Column>>,
        headings: Vec<String>,
        rows: Rows<'a>,
    },
    /// On sheets of a workbook.
    Book(Vec<Filled>),
}

/// A row of a workbook.
pub(in crate::form) struct Filled {
    pub sheet: Rc<Named>,
    /// From 0.
    pub row: u32,
    /// Guarded as in a file.
    pub cells: [String; 12],
    /// What stands in a column that is not ours, with its place.
    pub foreign: Option<(u32, String)>,
}

/// A sheet of a workbook.
pub(in crate::form) struct Named {
    pub name: String,
    /// Where each column stands; `None` for one that the sheet does not have.
    pub columns: [Option<u32>; 12],
}

impl Filled {
    /// Where the cell of a column is.
    pub fn place(&self, column: Column) -> Place {
        cell_of(&self.sheet, self.row, column)
    }
}

fn cell_of(sheet: &Named, row: u32, column: Column) -> Place {
    let at = sheet.columns[column as usize].or(sheet.columns[Column::Key as usize]);
    named_cell(sheet, row, at.unwrap_or_default(), column.heading())
}

fn named_cell(sheet: &Named, row: u32, at: u32, heading: &str) -> Place {
    let cell = address(row, at).into();
    Place::Cell { sheet: sheet.name.as_str().into(), cell, column: heading.into() }
}

/// A row with a key.
pub(in crate::form) struct Line<'a> {
    number: usize,
    cells: [Cow<'a, str>; 12],
    /// What stands in a column that is not ours, with its heading.
    foreign: Option<(String, String)>,
    /// The sheet that it stands on, and the column of what is not ours.
    sheet: Option<(&'a Named, u32)>,
}

impl<'a> Sheet<'a> {
    pub fn of(text: &'a str) -> Result<Self, ReadError> {
        let names =
            |row: &Row| -> Vec<String> { row.cells.iter().map(|cell| typed::name(cell)).collect() };
        let has_keys = |row: &Row| names(row).iter().any(|name| name == Column::Key.heading());
        let Some((heading, rows)) = Rows::below_heading(text, has_keys) else {
            return Err(ReadError::new(Place::Whole, Reason::NoKeyColumn));
        };
        let headings = names(&heading);
        let mut columns: Vec<Option<Column>> = Vec::new();
        for heading in &headings {
            let named = Column::ALL.into_iter().find(|column| column.heading() == heading);
            // A heading that stands twice counts once.
            columns.push(named.filter(|column| !columns.contains(&Some(*column))));
        }
        Ok(Sheet::Table { columns, headings, rows })
    }

    /// What stands between its cells.
    pub fn delimiter(&self) -> u8 {
        match self {
            Sheet::Table { rows, .. } => rows.delimiter(),
            Sheet::Book(_) => b',',
        }
    }

    /// Rows with anything in them.
    pub fn lines(&self) -> Box<dyn Iterator<Item = Line<'_>> + '_> {
        let lines: Box<dyn Iterator<Item = Line<'_>>> = match self {
            Sheet::Table { columns, headings, rows } => {
                Box::new(rows.clone().map(|row| Line::of(row, columns, headings)))
            }
            Sheet::Book(rows) => Box::new(rows.iter().map(Line::of_book)),
        };
        Box::new(lines.filter(|line| !line.blank()))
    }
}

impl<'a> Line<'a> {
    fn of(row: Row<'a>, columns: &[Option<Column>], headings: &[String]) -> Self {
        let cells = Default::default();
        let mut line = Line { number: row.number, cells, foreign: None, sheet: None };
        for (at, cell) in row.cells.into_iter().enumerate() {
            match columns.get(at).copied().flatten() {
                Some(column) => line.cells[column as usize] = cell,
                None if cell.trim().is_empty() => {}
                None => {
                    let heading = headings.get(at).filter(|heading| !heading.is_empty());
                    let heading = heading.cloned().unwrap_or_else(|| (at + 1).to_string());
                    line.foreign.get_or_insert((heading, cell.into_owned()));
                }
            }
        }
        line
    }

    fn of_book(row: &'a Filled) -> Self {
        let foreign = row.foreign.as_ref();
        Line {
            number: row.row as usize,
            cells: row.cells.each_ref().map(|cell| Cow::Borrowed(cell.as_str())),
            foreign: foreign.map(|(at, found)| (letters(*at), found.clone())),
            sheet: Some((&row.sheet, foreign.map_or(0, |(at, _)| *at))),
        }
    }
}

impl Line<'_> {
    fn blank(&self) -> bool {
        self.foreign.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The key as it stands.
    pub fn key(&self) -> &str {
        &self.cells[Column::Key as usize]
    }

    /// A cell's text.
    pub fn text(&self, column: Column) -> &str {
        cell::unguard(&self.cells[column as usize])
    }

    /// What a spreadsheet did to a text on saving, if a cell looks like it. What is guarded was not
    /// touched; a number like `1-1` reads as a date then, a sentence never.
    pub fn damage(&self, column: Column) -> Option<Reason> {
        let cell = &self.cells[column as usize];
        if cell::unguard(cell).len() != cell.len() {
            return None;
        }
        let numbers = matches!(column, Column::Number | Column::Evidence);
        if numbers && converted::is_date(cell) {
            return Some(Reason::BecameDate(shown(cell)));
        }
        converted::is_scientific(cell).then(|| Reason::BecameScientific(shown(cell)))
    }

    /// Whether nothing stands in a cell.
    pub fn is_empty(&self, column: Column) -> bool {
        self.cells[column as usize].trim().is_empty()
    }

    pub fn place(&self, column: Column) -> Place {
        match self.sheet {
            // The number came from a `u32`.
            Some((sheet, _)) => cell_of(sheet, self.number as u32, column),
            None => Place::Row { row: self.number, column: column.heading().into() },
        }
    }

    pub fn refuse(&self, column: Column, reason: Reason) -> ReadError {
        ReadError::new(self.place(column), reason)
    }

    pub fn expected(&self, column: Column, kind: Kind) -> ReadError {
        let found = shown(self.text(column));
        self.refuse(
            column,
            match kind {
                Kind::Count | Kind::Decimal if converted::is_date(&found) => {
                    Reason::BecameDate(found)
                }
                Kind::Count | Kind::Decimal if converted::is_scientific(&found) => {
                    Reason::BecameScientific(found)
                }
                kind => Reason::Expected(kind, found),
            },
        )
    }

    /// Refuses content in cells other than those that the row uses.
    pub fn only(&self, uses: &[Column]) -> Result<(), ReadError> {
        if let Some((heading, found)) = &self.foreign {
            let place = match self.sheet {
                Some((sheet, at)) => named_cell(sheet, self.number as u32, at, heading),
                None => Place::Row { row: self.number, column: heading.clone() },
            };
            return Err(ReadError::new(place, Reason::Stray(shown(found))));
        }
        let stray = |column: &Column| !uses.contains(column) && !self.is_empty(*column);
        match Column::DATA.into_iter().find(stray) {
            Some(column) => Err(self.refuse(column, Reason::Stray(shown(self.text(column))))),
            None => Ok(()),
        }
    }
}

/// As much of a value as a message repeats.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}
