//! The cells of a table: which row is the heading, which rows stand above and below it.

use std::borrow::Cow;

use super::column::Column;
use super::{Problem, Refusal, shown};
use crate::form::{Place, csv};
use crate::table::Rows;

/// How far down a heading row is looked for: a scheme's own clauses stand above it.
const HEADING_WITHIN: usize = 300;

/// A row with something in it.
#[derive(Clone)]
pub(super) struct Raw {
    /// As a spreadsheet counts it, from 1.
    pub number: usize,
    pub cells: Vec<String>,
}

/// A row of the table proper.
pub(super) struct Line {
    pub number: usize,
    cells: [String; Column::COUNT],
}

/// A table taken apart.
pub(super) struct Grid {
    pub head: Vec<Raw>,
    pub lines: Vec<Line>,
    /// Columns that mean nothing, with the first thing that stands in each.
    pub strange: Vec<Refusal>,
}

/// A cell without what typing and files add to it.
pub(super) fn tidy(cell: &str) -> String {
    cell.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

pub(super) fn of_rows(rows: &[Vec<String>]) -> Result<Grid, Refusal> {
    let raw = |(at, cells): (usize, &Vec<String>)| Raw {
        number: at + 1,
        cells: cells.iter().map(|cell| tidy(cell)).collect(),
    };
    let all: Vec<Raw> = rows.iter().enumerate().map(raw).collect();
    of(&all).ok_or_else(no_heading)
}

/// The delimiter is the one that makes a heading.
pub(super) fn of_text(text: &str) -> Result<Grid, Refusal> {
    let cell = |cell: &Cow<'_, str>| tidy(csv::unguard(cell));
    let found = b",\t;".iter().find_map(|&delimiter| {
        let raw = |row: crate::table::Row<'_>| Raw {
            number: row.number,
            cells: row.cells.iter().map(cell).collect(),
        };
        of(&Rows::of(text, delimiter).map(raw).collect::<Vec<_>>())
    });
    found.ok_or_else(no_heading)
}

fn no_heading() -> Refusal {
    Refusal { place: Place::Whole, found: String::new(), problem: Problem::NoHeading }
}

/// A heading names the rule and at least one more column.
fn heads(row: &Raw) -> bool {
    let columns: Vec<Column> = row.cells.iter().filter_map(|cell| Column::of(cell)).collect();
    columns.contains(&Column::Rule) && columns.len() > 1
}

fn of(rows: &[Raw]) -> Option<Grid> {
    let at = rows.iter().take(HEADING_WITHIN).position(heads)?;
    let heading = &rows[at];
    let mut columns: Vec<Option<Column>> = Vec::new();
    for name in &heading.cells {
        // A heading that stands twice counts once.
        columns.push(Column::of(name).filter(|column| !columns.contains(&Some(*column))));
    }
    let mut grid = Grid { head: rows[..at].to_vec(), lines: Vec::new(), strange: Vec::new() };
    grid.head.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let mut strange: Vec<usize> = Vec::new();
    for row in &rows[at + 1..] {
        let mut line = Line { number: row.number, cells: Default::default() };
        for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            match columns.get(place).copied().flatten() {
                Some(column) => line.cells[column as usize].clone_from(cell),
                None if strange.contains(&place) => {}
                None => {
                    strange.push(place);
                    let name = heading.cells.get(place).filter(|name| !name.is_empty());
                    let name = name.cloned().unwrap_or_else(|| (place + 1).to_string());
                    let problem = Problem::UnknownColumn(shown(&name));
                    let place = Place::Row { row: row.number, column: name };
                    grid.strange.push(Refusal { place, found: shown(cell), problem });
                }
            }
        }
        if !line.is_blank() {
            grid.lines.push(line);
        }
    }
    Some(grid)
}

impl Line {
    pub fn new() -> Self {
        Line { number: 0, cells: Default::default() }
    }

    pub fn text(&self, column: Column) -> &str {
        &self.cells[column as usize]
    }

    pub fn set(&mut self, column: Column, text: impl Into<String>) {
        self.cells[column as usize] = text.into();
    }

    pub fn cells(self) -> Vec<String> {
        self.cells.into()
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// A problem in one of its cells.
    pub fn refuse(&self, column: Column, problem: Problem) -> Refusal {
        let heading = column.heading(selfscore_wording::Lang::Zh).to_owned();
        let place = Place::Row { row: self.number, column: heading };
        Refusal { place, found: shown(self.text(column)), problem }
    }
}
