//! A table for people: as texts for a page, as CSV, and as the sheet of a workbook.

use crate::book::{self, Column, Look, Paper, Row, Sheet, Shown, Value};
use crate::date;
use crate::form::book::{fit, number_as, shown, units};
use crate::form::csv::cell::guard;
use crate::points::Points;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name for machines: a file name without an extension.
    pub name: &'static str,
    /// Its title, which names its sheet, too.
    pub title: String,
    /// A heading for each column.
    pub headings: Vec<String>,
    /// Its rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// A text, whatever it looks like.
    Text(String),
    /// Points with so many places.
    Figure(Points, u32),
    /// A whole number.
    Count(usize),
    /// A date from 1900-03-01 on, ISO.
    Date(String),
}

impl Cell {
    /// What a reader sees.
    pub fn text(&self) -> String {
        match self {
            Cell::Nothing => String::new(),
            Cell::Text(text) | Cell::Date(text) => text.clone(),
            Cell::Figure(points, places) => points.fixed(*places),
            Cell::Count(count) => count.to_string(),
        }
    }

    /// Whether it is a number, and stands at the right.
    pub fn is_number(&self) -> bool {
        matches!(self, Cell::Figure(..) | Cell::Count(_))
    }

    /// A date as people entered it; a text where it is none that spreadsheets know.
    pub(crate) fn date(text: &str) -> Self {
        match date::typed(text).is_ok_and(|iso| iso == text && text >= "1900-03-01") {
            true => Cell::Date(text.to_owned()),
            false => text.into(),
        }
    }

    pub(crate) fn figure(points: Option<Points>, places: u32) -> Self {
        points.map_or(Cell::Nothing, |points| Cell::Figure(points, places))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text) }
    }
}

/// The most rows of a sheet. Spreadsheets end at 1,048,576, and are of no use long before.
pub const SHEET_ROWS: usize = 100_000;

/// The narrowest and the widest column of a sheet, in digits.
const WIDTHS: (f64, f64) = (8.0, 48.0);

impl Table {
    pub(crate) fn of(name: &'static str, title: &str, headings: &[&str]) -> Self {
        let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
        Table { name, title: title.to_owned(), headings, rows: Vec::new() }
    }

    /// The rows as a reader sees them.
    pub fn texts(&self) -> Vec<Vec<String>> {
        self.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
    }

    /// As CSV for spreadsheets: with a byte order mark, lines ending in CRLF, texts guarded that a spreadsheet
    /// would run or change, numbers as they are.
    pub fn csv(&self) -> String {
        format!("\u{FEFF}{}{}", csv_text([&self.headings]), self.csv_rows())
    }

    /// The rows of [`Table::csv`] alone, to be put behind those of another.
    pub fn csv_rows(&self) -> String {
        csv_text(self.rows.iter().map(|row| {
            row.iter().map(|cell| match cell {
                Cell::Text(text) => guard(text).into_owned(),
                other => other.text(),
            })
        }))
    }

    /// As a sheet: the title, the headings, and rows in which numbers are numbers. `rest` says that there are
    /// more rows than [`SHEET_ROWS`]: how many are shown, and how many there are.
    pub fn sheet(&self, rest: impl Fn(usize, usize) -> String) -> Sheet {
        let last = u16::try_from(self.headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let columns: Vec<Column> = (0..self.headings.len()).map(|at| self.column(at)).collect();
        let mut rows = vec![across(&self.title, Look::Title, 30.0)];
        if self.rows.len() > SHEET_ROWS {
            rows.push(across(&rest(SHEET_ROWS, self.rows.len()), Look::Remark, 18.0));
        }
        let merged =
            (0..).zip(&rows).map(|(top, _)| book::Area { top, left: 0, bottom: top, right: last });
        let merged = if last > 0 { merged.collect() } else { Vec::new() };
        let headings = self.headings.iter().map(|heading| text(heading, Look::Heading));
        rows.push(placed(headings, Some(24.0)));
        let heads = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for row in self.rows.iter().take(SHEET_ROWS) {
            let mut row = placed(row.iter().map(cell), None);
            fit(&columns, &mut row);
            rows.push(row);
        }
        Sheet {
            name: sheet_name(&self.title),
            columns,
            rows,
            merged,
            frozen: heads,
            paper: Paper {
                landscape: self.headings.len() > 5,
                repeated: Some((heads - 1, heads - 1)),
                footer: self.title.clone(),
            },
            ..Sheet::default()
        }
    }

    fn column(&self, at: usize) -> Column {
        let cells = self.rows.iter().take(1_000).filter_map(|row| row.get(at)).map(Cell::text);
        let texts = self.headings.get(at).cloned().into_iter().chain(cells);
        let widest = texts.map(|text| units(&text)).fold(0.0, f64::max);
        Column { width: (widest + 2.0).clamp(WIDTHS.0, WIDTHS.1), hidden: false }
    }
}

fn csv_text<R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail, and rows are of one length.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A title as a sheet may be called: without signs that no name has, and of at most 31 characters.
fn sheet_name(title: &str) -> String {
    let allowed =
        title.chars().filter(|sign| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\'));
    allowed.take(31).collect()
}

type Content = (Value, Look, Shown);

fn text(text: &str, look: Look) -> Content {
    (Value::Text(shown(text).into_owned()), look, Shown::Text)
}

fn cell(cell: &Cell) -> Content {
    let written = cell.text();
    match cell {
        Cell::Nothing => (Value::Blank, Look::Label, Shown::General),
        Cell::Figure(..) | Cell::Count(_) => match number_as(&written) {
            Some(shown) => (Value::Number(written), Look::Figure, shown),
            // More digits than a spreadsheet counts.
            None => text(&written, Look::Figure),
        },
        Cell::Date(_) => (Value::Date(written), Look::Label, Shown::Date),
        Cell::Text(written) => text(written, Look::Label),
    }
}

fn across(title: &str, look: Look, height: f64) -> Row {
    placed([text(title, look)].into_iter(), Some(height))
}

fn placed(cells: impl Iterator<Item = Content>, height: Option<f64>) -> Row {
    let cells = (0..).zip(cells);
    let cells =
        cells.map(|(column, (value, look, shown))| book::Cell { column, value, look, shown });
    Row { height, hidden: false, cells: cells.collect() }
}
