//! A sheet under construction: title, headings, then rows with their keys.

use super::text;
use crate::book::{Allowed, Area, Cell, Check, Column as Width, Look, Row, Sheet, Shown, Value};
use crate::form::csv::Column;
use crate::form::csv::row::{Row as Keyed, Written};
use crate::number;

/// A column of a sheet: its visible heading, its width, and which of the form's columns it is.
pub(super) struct Head {
    pub title: &'static str,
    pub width: f64,
    pub column: Option<Column>,
}

/// A sheet under construction.
pub(super) struct Grid {
    pub sheet: Sheet,
    heads: Vec<Head>,
    /// Texts that a cell cannot hold to the letter: the key to find them by, and the text.
    pub exact: Vec<(String, String)>,
}

impl Grid {
    /// A sheet with its headings; the keys stand in a last column, out of sight.
    pub fn new(name: &str, remarks: &[(&str, Look)], mut heads: Vec<Head>) -> Self {
        let last = heads.len().saturating_sub(1) as u16;
        heads.push(Head { title: "", width: 12.0, column: Some(Column::Key) });
        let columns = heads
            .iter()
            .map(|head| Width { width: head.width, hidden: head.column == Some(Column::Key) });
        let sheet = Sheet { name: name.to_owned(), columns: columns.collect(), ..Sheet::default() };
        let mut grid = Grid { sheet, heads, exact: Vec::new() };
        for (remark, look) in remarks {
            let height = if *look == Look::Title { 30.0 } else { 18.0 };
            grid.across(remark, *look, 0, last, Some(height));
        }
        let titles = (0..).zip(&grid.heads).filter(|(_, head)| !head.title.is_empty());
        let titles = titles.map(|(column, head)| Cell {
            column,
            value: Value::Text(head.title.to_owned()),
            look: Look::Heading,
            shown: Shown::General,
        });
        let titles = Row { height: Some(24.0), hidden: false, cells: titles.collect() };
        grid.sheet.rows.push(titles);
        let names = (0..).zip(&grid.heads).map(|(column, head)| Cell {
            column,
            value: Value::Text(head.column.map_or(super::SILENT, Column::heading).to_owned()),
            look: Look::Plain,
            shown: Shown::General,
        });
        let names = Row { height: None, hidden: true, cells: names.collect() };
        grid.sheet.rows.push(names);
        grid.sheet.frozen = grid.next();
        grid.sheet.paper.repeated = Some((grid.next() - 2, grid.next() - 2));
        grid
    }

    /// The row that comes next.
    pub fn next(&self) -> u32 {
        // Limits on what a form holds keep this far below.
        self.sheet.rows.len() as u32
    }

    /// Where one of the form's columns stands.
    pub fn column(&self, column: Column) -> u16 {
        let at = self.heads.iter().position(|head| head.column == Some(column));
        at.unwrap_or(self.heads.len()) as u16
    }

    /// A row that says nothing to a program: one text over several columns.
    pub fn across(&mut self, text: &str, look: Look, left: u16, right: u16, height: Option<f64>) {
        let row = self.next();
        let blank = |column| Cell { column, value: Value::Blank, look, shown: Shown::General };
        let mut cells: Vec<Cell> = (left..=right).map(blank).collect();
        if let Some(first) = cells.first_mut() {
            first.value = Value::Text(text.to_owned());
        }
        self.silent(Row { height, hidden: false, cells });
        if right > left {
            self.sheet.merged.push(Area { top: row, left, bottom: row, right });
        }
    }

    /// Adds a row that says nothing to a program.
    pub fn silent(&mut self, mut row: Row) {
        row.cells.push(self.key(super::SILENT));
        self.sheet.rows.push(row);
    }

    fn key(&self, key: &str) -> Cell {
        let value = Value::Text(text::key(key).into_owned());
        let column = self.column(Column::Key);
        Cell { column, value, look: Look::Plain, shown: Shown::Text }
    }

    /// Adds a row with a key. `inputs` are to be filled in, and so typed that what is filled in
    /// stays what it is; `label` is the look of all others.
    pub fn keyed(&mut self, row: &Keyed, inputs: &[Column], label: Look) {
        let at = (0..).zip(&self.heads);
        let columns: Vec<(u16, Column)> =
            at.filter_map(|(at, head)| Some((at, head.column?))).collect();
        let others = (0..).zip(&self.heads).filter(|(_, head)| head.column.is_none());
        let mut cells: Vec<Cell> = others
            .map(|(column, _)| Cell {
                column,
                value: Value::Blank,
                look: label,
                shown: Shown::General,
            })
            .collect();
        for (at, column) in columns {
            if column == Column::Key {
                continue;
            }
            let written = row.cell(column);
            let figure = matches!(column, Column::Points | Column::Score);
            let look = match inputs.contains(&column) {
                true => Look::Input,
                false if figure && label == Look::Label => Look::Figure,
                false if figure => Look::Total,
                false => label,
            };
            let typed = look == Look::Input && is_text(column, row.key());
            let (value, shown) = written_value(written, typed);
            if let Value::Text(shown) = &value
                && *shown != written.text
            {
                let key = format!("{}{}:{}", super::EXACT, column.heading(), row.key());
                self.exact.push((key, written.text.clone()));
            }
            cells.push(Cell { column: at, value, look, shown });
        }
        cells.push(self.key(row.key()));
        cells.sort_by_key(|cell| cell.column);
        self.sheet.rows.push(Row { height: None, hidden: false, cells });
        if !self.sheet.hidden {
            self.fit();
        }
    }

    /// Makes the last row as high as its texts need, where they need more than a line.
    /// (Spreadsheets do so by themselves only for rows that are typed into.)
    pub fn fit(&mut self) {
        let Sheet { columns, rows, .. } = &mut self.sheet;
        if let Some(row) = rows.last_mut() {
            fit(columns, row);
        }
    }

    /// Says what may be typed into a column of the last row.
    pub fn allow(&mut self, column: Column, allowed: Allowed, message: &str) {
        let (row, at) = (self.next() - 1, self.column(column));
        let goes_on = |check: &&mut Check| {
            let area = check.area;
            area.left == at && area.bottom + 1 == row && check.allowed == allowed
        };
        // Rows of one kind follow each other: one check for all of them.
        if let Some(check) = self.sheet.checks.iter_mut().rev().take(8).find(goes_on) {
            check.area.bottom = row;
            return;
        }
        let area = Area { top: row, left: at, bottom: row, right: at };
        self.sheet.checks.push(Check { area, allowed, message: message.to_owned() });
    }

    /// Makes cells of the last row one.
    pub fn merge(&mut self, left: u16, right: u16, look: Look) {
        let top = self.next() - 1;
        self.sheet.merged.push(Area { top, left, bottom: top, right });
        if let Some(row) = self.sheet.rows.last_mut() {
            for column in left + 1..=right {
                row.cells.retain(|cell| cell.column != column);
                row.cells.push(Cell { column, value: Value::Blank, look, shown: Shown::General });
            }
            row.cells.sort_by_key(|cell| cell.column);
        }
    }
}

/// Makes a row as high as its texts need in columns of these widths, where they need more than a line.
pub(crate) fn fit(columns: &[Width], row: &mut Row) {
    let needed = row.cells.iter().filter_map(|cell| {
        let Value::Text(text) = &cell.value else { return None };
        let width = columns.get(usize::from(cell.column)).filter(|width| !width.hidden)?.width;
        let (width, line) = match cell.look {
            Look::Clause => (width * 1.2, 12.0),
            _ => (width, 14.5),
        };
        let lines: f64 = text.lines().map(|part| (units(part) / width).ceil().max(1.0)).sum();
        (lines > 1.0).then_some(lines * line + 4.0)
    });
    let needed = needed.fold(0.0, f64::max);
    if needed > 0.0 {
        row.height = Some(needed.min(HIGHEST));
    }
}

/// The highest that a row may be; a spreadsheet ends at 409 points.
const HIGHEST: f64 = 400.0;

/// How wide a text is, in digits.
pub(crate) fn units(text: &str) -> f64 {
    text.chars().map(|sign| if sign.is_ascii() { 1.0 } else { 2.1 }).sum()
}

/// Whether what is typed into an input is a text and must stay one.
fn is_text(column: Column, key: &str) -> bool {
    match column {
        Column::Value => {
            let head = key.matches('/').count() == 1;
            (head && key != "/filled_on") || key.ends_with("/level") || key.ends_with("/placement")
        }
        Column::Claim | Column::Role | Column::Debugging => false,
        _ => true,
    }
}

/// A written cell as a spreadsheet's: a number where it gives the number back to the letter.
fn written_value(written: &Written, typed: bool) -> (Value, Shown) {
    if written.text.is_empty() {
        return (Value::Blank, if typed { Shown::Text } else { Shown::General });
    }
    if written.plain
        && !typed
        && let Some(shown) = number_as(&written.text)
    {
        return (Value::Number(written.text.clone()), shown);
    }
    (Value::Text(text::shown(&written.text).into_owned()), Shown::Text)
}

/// How a decimal has to be shown so that a spreadsheet, which counts in binary and keeps fifteen
/// digits, gives it back to the letter; `None` if it cannot.
pub(crate) fn number_as(text: &str) -> Option<Shown> {
    number::plain(text).ok()?;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let binary: f64 = text.parse().ok()?;
    if digits > 15 || (binary == 0.0 && text.starts_with('-')) {
        return None;
    }
    if binary.to_string() == text {
        return Some(Shown::General);
    }
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let padded = format!("{binary:.places$}");
    (padded == text).then(|| Shown::Places(u8::try_from(places).unwrap_or(u8::MAX)))
}

#[cfg(test)]
mod tests {
    use super::number_as;
    use crate::book::Shown;

    #[test]
    fn a_number_that_would_not_come_back_to_the_letter_is_a_text() {
        for text in ["0", "85", "-5", "0.1", "85.5", "999999999999999"] {
            assert_eq!(number_as(text), Some(Shown::General), "{text}");
        }
        assert_eq!(number_as("48.00"), Some(Shown::Places(2)));
        assert_eq!(number_as("0.000000"), Some(Shown::Places(6)));
        for text in ["", "是", "-0", "-0.0", "007", "1234567890123456", "1e5", "+1", "."] {
            assert_eq!(number_as(text), None, "{text}");
        }
    }
}
