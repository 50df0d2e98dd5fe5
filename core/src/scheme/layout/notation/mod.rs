//! The column 评分规则: a rule's numbers as a person types them, one thing a line.
//!
//! A line ends in its numbers and, where it applies another clause than one would expect, in
//! that clause's mark: `未明确责任分工 −2 一次【3②】`. What lines cannot say (renderings, ids)
//! is not here; [`super::criterion`] keeps it in other columns.

mod bounds;
mod figures;
mod guess;
mod items;
mod kinds;
mod line;
mod lists;
mod scan;
mod tasks;

use super::problem::{Problem, Shape};
use crate::form::Reason;
use crate::limits;
use crate::points::Points;
use crate::scheme::{Criterion, EntriesRule, Modifier, RecordRule, Rule};
use line::Line;

pub(super) use kinds::{kind, shape, word};
pub(super) use line::Row;
pub(super) use scan::shown;

/// A range in words; `None` for what is none.
pub(super) fn bounds(text: &str) -> Option<crate::scheme::Bounds> {
    bounds::read(text, "")
}

/// A range as [`bounds`] reads it.
pub(super) fn bounds_shown(of: &crate::scheme::Bounds) -> String {
    bounds::write(of)
}

/// What the lines of a cell say.
pub(super) struct Found {
    pub rule: Rule,
    pub modifiers: Vec<Modifier>,
    /// The clause by which a unit may say that nothing of it applies.
    pub optional: Option<String>,
}

impl Found {
    fn only(rule: Rule) -> Self {
        Found { rule, modifiers: Vec::new(), optional: None }
    }
}

/// The most lines of a cell that are named as wrong at once.
const NAMED: usize = 20;

/// Words for a criterion that need not apply.
const OPTIONAL: [&str; 3] = ["可不适用", "可申报不适用", "可申报“不适用”"];

/// Reads a rule, its items without ids, and what bounds it besides. Without a kind the cell
/// begins with one, or its lines are told by their looks.
///
/// # Errors
/// Every line that cannot be read.
pub(super) fn read(
    shape: Option<Shape>,
    cell: &str,
    row: &Row<'_>,
) -> Result<(Shape, Found), Vec<Problem>> {
    let stated = shape.map(|shape| (shape, cell)).or_else(|| guess::before(cell));
    let cell = stated.map_or(cell, |(_, rest)| rest);
    let shape = stated.map(|(shape, _)| shape);
    if shape == Some(Shape::Record) {
        if cell.is_empty() {
            return Err(vec![Problem::Lacking(Shape::Record)]);
        }
        let rule = Rule::Record(RecordRule { reason: cell.into() });
        return Ok((Shape::Record, Found::only(rule)));
    }
    let texts: Vec<String> = cell
        .split(['\n', ';', '\u{FF1B}'])
        .map(|text| text.trim().trim_end_matches('。'))
        .filter(|text| !text.is_empty())
        .flat_map(|text| match scan::bound_apart(text, &[&MOST[..], &LEAST[..]].concat()) {
            Some((line, bound)) => vec![line, bound],
            None => vec![text.to_owned()],
        })
        .map(|text| scan::number_last(&text).unwrap_or(text))
        .collect();
    if texts.len() > limits::CRITERIA {
        let reason = Reason::TooMany(texts.len(), limits::CRITERIA);
        return Err(vec![Problem::Unread(reason)]);
    }
    let lines = || texts.iter().map(|text| Line::of(text)).collect::<Vec<_>>();
    let telling = || lines().into_iter().filter(|line| !waives(line)).collect::<Vec<_>>();
    let shape = match shape.or_else(|| guess::like(&telling(), row.points)) {
        Some(shape) => shape,
        None => return Err(vec![Problem::NoKind]),
    };
    let mut problems = Vec::new();
    let mut left: Vec<usize> = (0..texts.len()).collect();
    loop {
        let mut chosen: Vec<Option<Line<'_>>> = lines().into_iter().map(Some).collect();
        let kept = left.iter().filter_map(|at| chosen[*at].take()).collect();
        let problem = match of_lines(shape, kept, row) {
            Ok(found) if problems.is_empty() => return Ok((shape, found)),
            Ok(_) => return Err(problems),
            Err(problem) => problem,
        };
        // A line that is wrong is put aside, so that the next one is found.
        let place = left.iter().position(|at| Line::of(&texts[*at]).is_in(&problem));
        // That something is missing is worth saying only where nothing is wrong.
        if place.is_some() || problems.is_empty() {
            problems.push(problem);
        }
        match place {
            Some(place) if problems.len() < NAMED => left.remove(place),
            _ => return Err(problems),
        };
    }
}

/// Whether a line says that the criterion need not apply.
fn waives(line: &Line<'_>) -> bool {
    OPTIONAL.contains(&line.scan.bare().as_str())
}

fn of_lines(shape: Shape, mut lines: Vec<Line<'_>>, row: &Row<'_>) -> Result<Found, Problem> {
    let line = lines.iter().position(waives).map(|place| lines.remove(place));
    let optional = line.map(|line| row.clause(&line, "不适用")).transpose()?;
    let modifiers = match bounded(shape) {
        true => bounding(&mut lines, row)?,
        false => Vec::new(),
    };
    let rule = match shape {
        Shape::Tasks => tasks::read(&lines, row)?,
        Shape::Choice => items::choice(&lines, row)?,
        Shape::Deduction => items::deduction(&lines, row)?,
        Shape::Checklist => items::checklist(&lines, row)?,
        Shape::Count => items::count(&lines, row)?,
        Shape::Veto => lists::veto(&lines, row)?,
        Shape::Entries => lists::entries(&lines, row)?,
        Shape::Bands => figures::bands(&lines, row)?,
        Shape::Linear => figures::linear(&lines, row)?,
        Shape::Judged => figures::judged(&lines, row)?,
        Shape::Assessed => figures::assessed(&lines, row)?,
        Shape::Best => figures::best(&lines, row)?,
        Shape::Rank => figures::rank(&lines, row)?,
        // Its rule comes from the last column; this one makes place for it.
        Shape::Other | Shape::Record => Rule::Record(RecordRule { reason: "".into() }),
    };
    Ok(Found { rule, modifiers, optional })
}

/// Writes a rule; what lines cannot say is left out.
pub(super) fn write(criterion: &Criterion, row: &Row<'_>) -> String {
    let Criterion { rule, modifiers, optional, .. } = criterion;
    let mut lines = match rule {
        Rule::Tasks(rule) => tasks::write(rule, row),
        Rule::Choice(rule) => items::write_choice(rule, row),
        Rule::Deduction(rule) => items::write_deduction(rule, row),
        Rule::Checklist(rule) => items::write_checklist(rule, row),
        Rule::Count(rule) => items::write_count(rule, row),
        Rule::Veto(rule) => lists::write_veto(rule, row),
        Rule::Entries(rule) => lists::write_entries(rule, row),
        Rule::Value(rule) => figures::write_value(rule, row),
        Rule::Judged(rule) => figures::write_judged(rule, row),
        Rule::Assessed(rule) => figures::write_assessed(rule, row),
        Rule::Best(rule) => figures::write_best(rule, row),
        Rule::Rank(rule) => figures::write_rank(rule, row),
        Rule::Record(rule) => vec![rule.reason.zh.clone()],
    };
    if bounded(shape(rule)) {
        let bounds: Option<Vec<String>> = modifiers.iter().map(|one| bound(one, row)).collect();
        lines.extend(bounds.unwrap_or_default());
    }
    if let Some(clause) = optional.as_ref().filter(|_| shape(rule) != Shape::Record) {
        lines.push(format!("{}{}", OPTIONAL[0], row.tag("不适用", clause)));
    }
    lines.join("\n")
}

/// Whether lines 最高 and 不低于 of a kind are modifiers, for its rule has no such bound.
fn bounded(shape: Shape) -> bool {
    matches!(shape, Shape::Checklist | Shape::Choice | Shape::Bands | Shape::Linear)
}

fn bound(modifier: &Modifier, row: &Row<'_>) -> Option<String> {
    let line = |words: &str, at: Points, clause: &str| {
        Some(format!("{words} {}{}", shown(at), row.tag(words, clause)))
    };
    match modifier {
        Modifier::Cap { at, clause } => line(MOST[0], *at, clause),
        Modifier::Floor { at, clause } => line(LEAST[0], *at, clause),
        _ => None,
    }
}

/// The ids within a rule, in the order of its lines.
pub(super) fn ids(rule: &mut Rule) -> Vec<&mut String> {
    match rule {
        Rule::Choice(rule) => rule.options.iter_mut().map(|option| &mut option.id).collect(),
        Rule::Deduction(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Checklist(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Count(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Veto(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Entries(EntriesRule { levels, placements, .. }) => {
            let levels = levels.iter_mut().map(|level| &mut level.id);
            levels.chain(placements.iter_mut().map(|placement| &mut placement.id)).collect()
        }
        _ => Vec::new(),
    }
}

/// Takes out the lines 最高 and 不低于, for rules that have no such bound of their own.
fn bounding(lines: &mut Vec<Line<'_>>, row: &Row<'_>) -> Result<Vec<Modifier>, Problem> {
    let mut modifiers = Vec::new();
    let mut rest = Vec::new();
    for line in lines.drain(..) {
        if let Some(at) = line.scan.tagged(&MOST) {
            modifiers.push(Modifier::Cap { at, clause: row.clause(&line, "最高")? });
        } else if let Some(at) = line.scan.tagged(&LEAST) {
            modifiers.push(Modifier::Floor { at, clause: row.clause(&line, "不低于")? });
        } else {
            rest.push(line);
        }
    }
    *lines = rest;
    Ok(modifiers)
}

/// Words for the most that counts.
const MOST: [&str; 7] =
    ["最高", "最高不超过", "最多", "封顶", "累计不超过", "得分累计不超过", "最高得"];
/// Words for the least that remains.
const LEAST: [&str; 2] = ["不低于", "最低"];
