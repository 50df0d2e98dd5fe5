//! The column 标识: names for machines of a criterion, its clauses and the things in its rule.

use std::collections::BTreeSet;

use super::notation;
use super::problem::Problem;
use crate::scheme::Criterion;
use crate::typed;

/// The ids of a cell: `leadership`, `条款 none、met`, `项目 a、b`, a line each.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ids {
    /// The criterion's.
    pub own: Option<String>,
    /// Of its clauses.
    pub clauses: Option<Vec<String>>,
    /// Of the things in its rule.
    pub items: Option<Vec<String>>,
}

const CLAUSES: &str = "条款";
const ITEMS: &str = "项目";

impl Ids {
    pub fn read(cell: &str) -> Self {
        let mut ids = Ids::default();
        for line in cell.split(['\n', ';', '\u{FF1B}']).map(str::trim) {
            let list = |rest: &str| Some(typed::items(rest.trim_start_matches([':', '\u{FF1A}'])));
            if let Some(rest) = line.strip_prefix(CLAUSES) {
                ids.clauses = list(rest);
            } else if let Some(rest) = line.strip_prefix(ITEMS) {
                ids.items = list(rest);
            } else if !line.is_empty() {
                ids.own = Some(line.to_owned());
            }
        }
        ids
    }

    pub fn write(criterion: &Criterion) -> String {
        let mut lines = vec![criterion.id.clone()];
        let clauses: Vec<&str> =
            criterion.clauses.iter().map(|clause| clause.id.as_str()).collect();
        if !clauses.is_empty() {
            lines.push(format!("{CLAUSES} {}", clauses.join("、")));
        }
        let mut rule = criterion.rule.clone();
        let items: Vec<&str> = notation::ids(&mut rule).into_iter().map(|id| id.as_str()).collect();
        if !items.is_empty() {
            lines.push(format!("{ITEMS} {}", items.join("、")));
        }
        lines.join("\n")
    }
}

/// Gives things their ids: those of the cell, or numbers behind a letter.
pub(super) fn name(
    things: Vec<&mut String>,
    ids: Option<&Vec<String>>,
    letter: char,
) -> Result<(), Problem> {
    if let Some(ids) = ids.filter(|ids| ids.len() != things.len()) {
        return Err(Problem::IdsDiffer(ids.len(), things.len()));
    }
    for (index, thing) in things.into_iter().enumerate() {
        *thing = match ids {
            Some(ids) => ids[index].clone(),
            None => format!("{letter}{}", index + 1),
        };
    }
    Ok(())
}

/// Ids made of order, apart from those that the table gives: `c1`, `c2`, …
pub(super) struct Made {
    taken: BTreeSet<String>,
    next: usize,
}

impl Made {
    pub fn apart_from(taken: BTreeSet<String>) -> Self {
        Made { taken, next: 0 }
    }

    /// An id for a row, unless its own cell gives one.
    pub fn next_for(&mut self, cell: &str) -> String {
        if let Some(own) = Ids::read(cell).own {
            return own;
        }
        loop {
            self.next += 1;
            let id = format!("c{}", self.next);
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }
}
