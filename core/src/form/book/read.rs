//! From a workbook to the form: all sheets with keys are one table.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{EXACT, REST, SHEETS, SILENT, text};
use crate::book::{Found, FoundCell, FoundRow, FoundSheet, Read};
use crate::form::csv::answers::yes_no;
use crate::form::csv::key::{JSON, unspare};
use crate::form::csv::sheet::{Filled, Named, Sheet};
use crate::form::csv::{self, Column, cell};
use crate::form::{FormFile, Place, ReadError, Reason};
use crate::typed;

/// How far down a heading row is looked for.
const HEADING_WITHIN: usize = 20;

/// Reads the form that a workbook says, as it was exported or after a person edited it.
///
/// # Errors
/// The first thing that cannot be read, with its sheet and cell.
pub fn read(book: &Read) -> Result<FormFile, ReadError> {
    let mut table = Table::default();
    let mut keyed = 0;
    for sheet in &book.sheets {
        if let Some(heading) = heading(sheet) {
            keyed += 1;
            table.sheet(sheet, heading)?;
        }
    }
    if keyed == 0 {
        return Err(ReadError::new(Place::Whole, Reason::NoKeyColumn));
    }
    let expected = table.sheets.unwrap_or(1);
    if keyed < expected {
        return Err(ReadError::new(Place::Whole, Reason::SheetMissing(keyed, expected)));
    }
    csv::form(&Sheet::Book(table.rows()))
}

/// Whether bytes are those of a workbook, packed as spreadsheets do or of the format before 2007.
pub fn recognises(bytes: &[u8]) -> bool {
    const CONTENTS: &[u8] = b"xl/workbook.xml";
    let packed = bytes.starts_with(b"PK\x03\x04");
    packed && bytes.windows(CONTENTS.len()).any(|name| name == CONTENTS)
        || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// The row with the names of columns, the one of the keys among them.
fn heading(sheet: &FoundSheet) -> Option<&FoundRow> {
    let keys = |cell: &FoundCell| match &cell.found {
        Found::Text(name) => typed::name(name) == Column::Key.heading(),
        _ => false,
    };
    sheet.rows.iter().take(HEADING_WITHIN).find(|row| row.cells.iter().any(keys))
}

/// The rows so far.
#[derive(Default)]
struct Table {
    rows: Vec<Filled>,
    /// Texts that cells could not hold, by column and key.
    exact: HashMap<String, String>,
    /// How many sheets should have keys.
    sheets: Option<usize>,
}

impl Table {
    fn sheet(&mut self, sheet: &FoundSheet, heading: &FoundRow) -> Result<(), ReadError> {
        let mut columns = [None; 12];
        let mut silent = HashSet::new();
        for cell in &heading.cells {
            let Found::Text(name) = &cell.found else { continue };
            let name = typed::name(name);
            let known = Column::ALL.into_iter().find(|column| column.heading() == name);
            match known {
                Some(column) => {
                    // A heading that stands twice counts once.
                    columns[column as usize].get_or_insert(cell.column);
                }
                None if name == SILENT => {
                    silent.insert(cell.column);
                }
                None => {}
            }
        }
        let named = Rc::new(Named { name: sheet.name.clone(), columns });
        for row in sheet.rows.iter().filter(|row| row.row > heading.row) {
            self.row(&named, &silent, row)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        sheet: &Rc<Named>,
        silent: &HashSet<u32>,
        row: &FoundRow,
    ) -> Result<(), ReadError> {
        let mut filled =
            Filled { sheet: sheet.clone(), row: row.row, cells: Default::default(), foreign: None };
        let of = |column: Column| {
            let at = sheet.columns[column as usize];
            row.cells.iter().find(|cell| Some(cell.column) == at)
        };
        let key = of(Column::Key).map(|cell| as_text(&cell.found)).unwrap_or_default();
        let key = text::unkey(&key).into_owned();
        if key == SILENT {
            return Ok(());
        }
        for column in Column::ALL {
            if column == Column::Key {
                continue;
            }
            if let Some(found) = of(column) {
                let text = content(&found.found, column);
                filled.cells[column as usize] =
                    text.map_err(|reason| ReadError::new(filled.place(column), reason))?;
            }
        }
        let ours = |cell: &&FoundCell| {
            sheet.columns.contains(&Some(cell.column)) || silent.contains(&cell.column)
        };
        let foreign = row.cells.iter().find(|cell| !ours(cell));
        let foreign = foreign.map(|cell| (cell.column, as_text(&cell.found)));
        filled.foreign = foreign.filter(|(_, text)| !text.trim().is_empty());
        let value = &filled.cells[Column::Value as usize];
        if key == SHEETS {
            self.sheets = value.trim().parse().ok();
        } else if key == REST {
            let rest = cell::unguard(value).to_owned();
            match self.rows.last_mut() {
                Some(before) => before.cells[Column::Value as usize].push_str(&rest),
                None => return Err(ReadError::new(filled.place(Column::Key), Reason::NoKey)),
            }
        } else {
            filled.cells[Column::Key as usize] = key;
            self.rows.push(filled);
        }
        Ok(())
    }

    /// The rows that say something: exact texts in their places, empty spare rows left out.
    fn rows(mut self) -> Vec<Filled> {
        for row in &self.rows {
            if let Some(at) = row.cells[Column::Key as usize].strip_prefix(EXACT) {
                let json = cell::unguard(&row.cells[Column::Value as usize]);
                // Anything else was changed by hand, and what is seen counts.
                if let Ok(exact) = serde_json::from_str(json) {
                    self.exact.insert(at.to_owned(), exact);
                }
            }
        }
        self.rows.retain(|row| !row.cells[Column::Key as usize].starts_with(EXACT));
        let mut lists = HashSet::new();
        let exact = &self.exact;
        self.rows.retain_mut(|row| {
            restore(row, exact);
            let Some(key) = unspare(&row.cells[Column::Key as usize]) else { return true };
            let key = key.to_owned();
            let said = Column::ALL.into_iter().filter(|column| *column != Column::Key);
            let mut said = said.map(|column| row.cells[column as usize].trim());
            if said.all(|column| column.is_empty()) && row.foreign.is_none() {
                return false;
            }
            if let Some((list, _)) = key.rsplit_once('/') {
                lists.insert(format!("{JSON}{list}"));
            }
            row.cells[Column::Key as usize] = key;
            true
        });
        // That a list is empty is over once something stands in it.
        self.rows.retain(|row| {
            let empty = row.cells[Column::Value as usize].trim() == "[]";
            !(empty && lists.contains(&row.cells[Column::Key as usize]))
        });
        self.rows
    }
}

/// Puts back texts to the letter where the cells still show what was shown of them.
fn restore(row: &mut Filled, exact: &HashMap<String, String>) {
    if exact.is_empty() {
        return;
    }
    for column in Column::ALL {
        let key = format!("{}:{}", column.heading(), row.cells[Column::Key as usize]);
        if let Some(exact) = exact.get(&key)
            && cell::unguard(&row.cells[column as usize]) == text::shown(exact)
        {
            row.cells[column as usize] = cell::guard(exact).into_owned();
        }
    }
}

/// What stands in a cell as a file of texts would have it.
fn content(found: &Found, column: Column) -> Result<String, Reason> {
    let named = matches!(column, Column::Number | Column::Evidence);
    match found {
        Found::Date(date) if named => Err(Reason::BecameDate(date.clone())),
        Found::LongNumber(number) => Err(Reason::LongNumber(number.clone())),
        // A figure that nobody computed is not stated.
        Found::NotComputed if column == Column::Score => Ok(String::new()),
        Found::NotComputed => Err(Reason::NotComputed),
        // Guarded as in a file, so that a text that begins with a guard keeps it.
        Found::Text(text) => Ok(cell::guard(text).into_owned()),
        other => Ok(as_text(other)),
    }
}

fn as_text(found: &Found) -> String {
    match found {
        Found::Text(text) => text.clone(),
        Found::Number(number) | Found::LongNumber(number) => number.clone(),
        Found::Date(date) => date.clone(),
        Found::Flag(yes) => yes_no(*yes).to_owned(),
        Found::NotComputed => String::new(),
    }
}
