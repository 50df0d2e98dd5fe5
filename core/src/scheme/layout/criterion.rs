//! One row's cells and the criterion that they say.

use serde_json::Value;

use super::clauses;
use super::grid::tidy;
use super::ids::{Ids, name};
use super::notation;
use super::problem::{Problem, Shape};
use super::{Column, left_out, patch};
use crate::number;
use crate::points::Points;
use crate::scheme::{Criterion, RecordRule, Rule};

/// The cells of a row that concern its criterion.
#[derive(Default)]
pub(super) struct Cells {
    pub title: String,
    pub points: String,
    pub clauses: clauses::Cells,
    pub kind: String,
    pub rule: String,
    pub ids: String,
}

impl Cells {
    fn tidy(&mut self) {
        let clauses::Cells { standard, basis, note } = &mut self.clauses;
        let Cells { title, points, kind, rule, ids, .. } = self;
        for cell in [title, points, kind, rule, ids, standard, basis, note] {
            *cell = tidy(cell);
        }
    }

    /// Whether nothing says that there is a criterion.
    pub fn is_empty(&self) -> bool {
        let cells = [&self.title, &self.points, &self.kind, &self.rule, &self.ids];
        cells.iter().all(|cell| cell.is_empty())
    }
}

/// Where in the table a criterion stands, as far as its cells rely on it.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    /// The indicator's number.
    pub number: &'a str,
    /// The indicator's title.
    pub indicator: &'a str,
    /// Whether it only takes points off, so that it has none itself.
    pub penalty: bool,
}

/// A problem and the column that it is in.
pub(super) type At = (Column, Problem);

/// Reads a criterion from its plain cells. `made` is its id where the cells have none.
///
/// # Errors
/// Everything that is wrong with the cells.
pub(super) fn read(cells: &Cells, beside: Beside<'_>, made: &str) -> Result<Criterion, Vec<At>> {
    let mut wrong: Vec<At> = Vec::new();
    let ids = Ids::read(&cells.ids);
    let title = match cells.title.is_empty() {
        true => beside.indicator,
        false => &cells.title,
    };
    let points = points(&cells.points).unwrap_or_else(|problem| {
        wrong.push(problem);
        None
    });
    let points = points.or(beside.penalty.then_some(Points::ZERO).filter(|_| !cells.is_empty()));
    let shape = notation::kind(&cells.kind);
    if shape.is_none() && !cells.kind.is_empty() {
        wrong.push((Column::Kind, Problem::UnknownKind(super::shown(&cells.kind))));
    }
    let mut clauses =
        clauses::read(&cells.clauses, beside.number).unwrap_or_else(|(at, problem)| {
            let column = match at {
                clauses::At::Basis => Column::Basis,
                clauses::At::Note => Column::Note,
            };
            wrong.push((column, problem));
            // The marks are still those that rules name.
            let bare =
                clauses::Cells { standard: cells.clauses.standard.clone(), ..Default::default() };
            clauses::read(&bare, beside.number).unwrap_or_default()
        });
    if clauses.is_empty() && shape != Some(Shape::Record) && !cells.rule.is_empty() {
        clauses.push(left_out::clause(&cells.rule, beside.number));
    }
    let named = clauses.iter_mut().map(|clause| &mut clause.id).collect();
    wrong.extend(name(named, ids.clauses.as_ref(), 'k').err().map(|p| (Column::Ids, p)));
    let row = notation::Row { title, points, clauses: &clauses };
    let found = match shape.is_none() && !cells.kind.is_empty() {
        // Of an unknown kind nothing more can be said.
        true => Err(Vec::new()),
        false => notation::read(shape, &cells.rule, &row),
    };
    let notation::Found { rule, modifiers, optional } = match found {
        Ok((shape, mut found)) => {
            if shape != Shape::Other {
                let items = notation::ids(&mut found.rule);
                let named = name(items, ids.items.as_ref(), 'i').err();
                wrong.extend(named.map(|problem| (Column::Ids, problem)));
            }
            found
        }
        Err(problems) => {
            wrong.extend(problems.into_iter().map(|problem| match problem {
                Problem::NoStandard => (Column::Standard, problem),
                Problem::NoKind => (Column::Kind, problem),
                _ => (Column::Rule, problem),
            }));
            if points.is_none() && cells.points.is_empty() && shape.is_some_and(starts_full) {
                wrong.push((Column::Points, Problem::NoPoints));
            }
            return Err(wrong);
        }
    };
    let mut criterion = Criterion {
        id: ids.own.unwrap_or_else(|| made.to_owned()),
        title: title.into(),
        points,
        clauses,
        optional,
        classes: Vec::new(),
        rule,
        modifiers,
    };
    if points.is_none() && criterion.counted() && shape != Some(Shape::Other) {
        match full_marks(&criterion) {
            Ok(full) => criterion.points = Some(full),
            Err(problem) if cells.points.is_empty() => wrong.push(problem),
            Err(_) => {}
        }
    }
    if wrong.is_empty() { Ok(criterion) } else { Err(wrong) }
}

/// Full marks, as typed: `20`, `20分`.
fn points(cell: &str) -> Result<Option<Points>, At> {
    let bare = cell.trim().trim_end_matches('分');
    let refuse = || (Column::Points, Problem::NotANumber(super::shown(cell)));
    match number::typed(bare) {
        Ok(None) => Ok(None),
        Ok(Some(value)) => value.to_string().parse().map(Some).map_err(|_| refuse()),
        Err(_) => Err(refuse()),
    }
}

/// Whether a rule starts from full marks, so that it must be told them.
fn starts_full(shape: Shape) -> bool {
    matches!(shape, Shape::Tasks | Shape::Deduction | Shape::Best | Shape::Rank)
}

/// Full marks where the cell is empty: what the rule gives at most.
fn full_marks(criterion: &Criterion) -> Result<Points, At> {
    if starts_full(notation::shape(&criterion.rule)) {
        return Err((Column::Points, Problem::NoPoints));
    }
    let most = criterion.rule_maximum().value();
    Ok(Points::new(criterion.modifiers.iter().fold(most, |full, one| one.full_after(full))))
}

/// Writes a criterion: its plain cells, and what they cannot say.
pub(super) fn write(criterion: &Criterion, beside: Beside<'_>) -> (Cells, Option<Value>) {
    let plain = clauses::write(&criterion.clauses, beside.number);
    // Rules name clauses as those cells give them back.
    let mut known = clauses::read(&plain, beside.number).unwrap_or_default();
    if known.len() != criterion.clauses.len() {
        known.clone_from(&criterion.clauses);
    }
    for (known, clause) in known.iter_mut().zip(&criterion.clauses) {
        known.id.clone_from(&clause.id);
    }
    let row =
        notation::Row { title: &criterion.title.zh, points: criterion.points, clauses: &known };
    let mut cells = Cells {
        title: criterion.title.zh.clone(),
        points: criterion.points.map(|p| p.value().to_string()).unwrap_or_default(),
        clauses: plain,
        kind: notation::word(notation::shape(&criterion.rule)).into(),
        rule: notation::write(criterion, &row),
        ids: Ids::write(criterion),
    };
    // As a file gives them back.
    cells.tidy();
    // Where the rule's lines do not read back as its items, the rule as a whole is what plain
    // columns cannot say, and so are clauses.
    let faithful = |cells: &Cells| {
        read(cells, beside, &criterion.id).is_ok_and(|mut read| {
            let mut rule = criterion.rule.clone();
            notation::ids(&mut read.rule) == notation::ids(&mut rule)
        })
    };
    if !faithful(&cells) {
        cells.kind = notation::word(Shape::Other).into();
        cells.rule = String::new();
    }
    let base = read(&cells, beside, &criterion.id).or_else(|_| {
        cells = Cells { ids: criterion.id.clone(), kind: cells.kind.clone(), ..Cells::default() };
        cells.tidy();
        read(&cells, beside, &criterion.id)
    });
    let base = base.unwrap_or_else(|_| nothing(&criterion.id));
    (cells, patch::diff(&value(&base), &value(criterion)))
}

/// What stands in for cells that cannot be read at all.
fn nothing(id: &str) -> Criterion {
    Criterion {
        id: id.to_owned(),
        title: "".into(),
        points: None,
        clauses: Vec::new(),
        optional: None,
        classes: Vec::new(),
        rule: Rule::Record(RecordRule { reason: "".into() }),
        modifiers: Vec::new(),
    }
}

/// As JSON; these types always have one.
pub(super) fn value<T: serde::Serialize>(of: &T) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}
