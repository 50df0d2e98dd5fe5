//! A block of cells copied from a spreadsheet, and the tasks that it says.
//!
//! Numbers stay as they were copied: `85%` and `0.85` may mean the same or may not, and that is
//! for a person to say ([`Block::fractions`]).

mod column;

pub use column::Column;

use std::borrow::Cow;

use column::is_heading;

use super::TaskEntry;
use crate::form::{Place, ReadError, Reason};
use crate::table::{Row, Rows};
use crate::{limits, number, typed};

/// A block of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its rows that are not blank, each with the cells that it has.
    pub cells: Vec<Vec<String>>,
    /// Whether the first row looks like a heading.
    pub heading: bool,
}

impl Block {
    /// Reads a block as a spreadsheet copies it: cells apart by tabs, in quotes where they hold
    /// line breaks.
    ///
    /// # Errors
    /// When it has more rows or longer texts than a form holds.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let whole = |reason| Err(ReadError::new(Place::Whole, reason));
        if text.len() > limits::FILE_BYTES {
            return whole(Reason::TooLarge(text.len()));
        }
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let says = |row: &Row| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let rows = || Rows::of(text, b'\t').filter(says);
        // A heading may come on top of as many rows as a form holds.
        let found = rows().count();
        if found > limits::ROWS + 1 {
            return whole(Reason::TooMany(found, limits::ROWS));
        }
        let cells: Vec<Vec<String>> = rows().map(texts).collect::<Result<_, _>>()?;
        let heading = is_heading(&cells);
        if found > limits::ROWS && !heading {
            return whole(Reason::TooMany(found, limits::ROWS));
        }
        Ok(Block { cells, heading })
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// What each column seems to hold; none but [`Column::Ignore`] stands twice.
    pub fn guess(&self) -> Vec<Column> {
        let mut columns = vec![Column::Ignore; self.width()];
        if self.heading {
            for (at, cell) in self.cells.iter().take(1).flatten().enumerate() {
                let named = Column::named(cell);
                if !columns.contains(&named) {
                    columns[at] = named;
                }
            }
        } else {
            self.guess_by_content(&mut columns);
        }
        columns
    }

    /// The cells of a column that are not blank.
    pub(super) fn column(&self, at: usize, heading: bool) -> impl Iterator<Item = &str> {
        let rows = self.cells.iter().skip(heading.into());
        rows.filter_map(move |row| row.get(at)).map(|cell| cell.trim()).filter(|c| !c.is_empty())
    }

    /// Whether a column has cells and all of them are such.
    pub(super) fn all(&self, at: usize, heading: bool, such: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.column(at, heading).peekable();
        cells.peek().is_some() && cells.all(such)
    }

    /// Whether a column's numbers all lie between 0 and 1, some of them strictly: per cents that
    /// a spreadsheet copied as fractions, most likely. The page asks.
    pub fn fractions(&self, column: usize) -> bool {
        let value = |cell: &str| number::typed(cell).ok().flatten();
        let bare = |cell: &str| !cell.ends_with(['%', '\u{FF05}']);
        let within = |cell: &str| {
            let unit = rust_decimal::Decimal::ZERO..=rust_decimal::Decimal::ONE;
            bare(cell) && value(cell).is_some_and(|value| unit.contains(&value))
        };
        let broken = |cell: &str| value(cell).is_some_and(|value| !value.fract().is_zero());
        self.all(column, self.heading, within) && self.column(column, self.heading).any(broken)
    }

    /// The tasks that the block says, each text as copied, with keys from `first_key` on. Rows
    /// that say nothing in the columns chosen are left out.
    pub fn rows(&self, columns: &[Column], heading: bool, first_key: u32) -> Vec<TaskEntry> {
        let task = |row: &Vec<String>| {
            let mut task = TaskEntry::default();
            for (column, cell) in columns.iter().zip(row) {
                put(&mut task, *column, cell);
            }
            (task != TaskEntry::default()).then_some(task)
        };
        let tasks = self.cells.iter().skip(heading.into()).filter_map(task);
        let keyed = |(at, task)| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            TaskEntry { key: first_key.saturating_add(at), ..task }
        };
        tasks.enumerate().map(keyed).collect()
    }
}

/// A row's texts, unless one is longer than a form holds.
fn texts(row: Row) -> Result<Vec<String>, ReadError> {
    let number = row.number;
    let text = |(at, cell): (usize, Cow<str>)| {
        let chars = cell.chars().count();
        if chars > limits::TEXT_CHARS {
            let place = Place::Row { row: number, column: (at + 1).to_string() };
            return Err(ReadError::new(place, Reason::TextTooLong(chars)));
        }
        Ok(cell.into_owned())
    };
    row.cells.into_iter().enumerate().map(text).collect()
}

/// Puts a cell where it belongs.
fn put(task: &mut TaskEntry, column: Column, cell: &str) {
    let text = cell.trim().to_owned();
    match column {
        Column::Ignore => {}
        Column::Number => task.number = text,
        Column::Title => task.title = text,
        Column::Role => task.role = typed::role(&text),
        Column::Completion => task.completion = text,
        Column::InDebugging => task.in_debugging = is_debugging(&text),
        Column::Claim => task.claim = text,
        Column::Note => task.note = text,
        Column::Evidence => task.evidence = text,
    }
}

fn is_debugging(text: &str) -> bool {
    let said =
        ["调试", "已调试", "调试中", "调试阶段", "进入调试阶段", "已进入调试", "已进入调试阶段"];
    typed::flag(text) == Some(true) || said.contains(&typed::word(text).as_str())
}
