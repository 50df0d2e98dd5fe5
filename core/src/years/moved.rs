//! What makes the difference between two score sheets: criteria that belong together by the map,
//! and what happens on the way to the total; each with the losses that differ and their clauses.

use serde::Serialize;

use super::route::{self, Route};
use crate::points::Points;
use crate::scheme::{Clause, Criterion, Rule, Scheme};
use crate::scoring::{Cause, Line, Loss, ScoreSheet};
use crate::text::Text;
use crate::trace::{StepName, Trace};

/// Criteria that belong together, and what they make of the difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct By {
    /// Criteria of the old scheme; with `to` empty as well, the way from the lines to the total.
    pub from: Vec<Named>,
    /// Criteria of the new scheme.
    pub to: Vec<Named>,
    /// Points under the old scheme.
    pub before: Points,
    /// Points under the new scheme.
    pub after: Points,
    /// Full marks under the old scheme, of what applies.
    pub full_before: Points,
    /// Full marks under the new scheme.
    pub full_after: Points,
    /// `after − before`.
    pub difference: Points,
    /// Losses under either scheme that are not the same under the other.
    pub lost: Vec<Lost>,
    /// All clauses that the points come from under the old scheme.
    pub clauses_before: Vec<ClauseRef>,
    /// The same under the new scheme.
    pub clauses_after: Vec<ClauseRef>,
}

/// A criterion or a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
}

/// Points lost under one of the schemes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lost {
    /// Whether under the new scheme.
    pub after: bool,
    /// Where.
    pub at: Named,
    /// Why.
    pub cause: Cause,
    /// How many; negative where something is given back.
    pub points: Points,
    /// The item, task or requirement.
    pub about: Option<Text>,
    /// The clauses that it comes from.
    pub clauses: Vec<ClauseRef>,
}

/// A clause by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClauseRef {
    /// Its id.
    pub id: String,
    /// Its mark as printed.
    pub mark: String,
}

/// A scheme and a sheet under it.
type Scored<'a> = (&'a Scheme, &'a ScoreSheet);

/// By what a total differs, the largest difference first.
pub(super) fn by(before: Scored<'_>, after: Scored<'_>) -> Vec<By> {
    let mut all: Vec<By> = Vec::new();
    for (from, to) in together(before.0, after.0) {
        let lines = |sheet: Scored<'_>, criteria: &[&Criterion]| {
            let line = |one: &&Criterion| sheet.1.line(&one.id).cloned();
            criteria.iter().filter_map(line).collect::<Vec<Line>>()
        };
        let (was, is) = (lines(before, &from), lines(after, &to));
        let points = |lines: &[Line]| lines.iter().map(|line| line.points).sum::<Points>();
        let full = |lines: &[Line]| lines.iter().map(|line| line.maximum).sum::<Points>();
        let difference = points(&is).minus(points(&was));
        if difference == Points::ZERO {
            continue;
        }
        let lost = differing(of_lines(&from, &was, false), of_lines(&to, &is, true));
        all.push(By {
            from: from.iter().copied().map(named).collect(),
            to: to.iter().copied().map(named).collect(),
            before: points(&was),
            after: points(&is),
            full_before: full(&was),
            full_after: full(&is),
            difference,
            lost,
            clauses_before: applied(&from, &was),
            clauses_after: applied(&to, &is),
        });
    }
    all.extend(the_rest(before, after));
    all.sort_by_key(|by| std::cmp::Reverse(Points::new(by.difference.value().abs())));
    all
}

/// What groups, weights, bonuses, penalties and vetoes make of the lines.
fn the_rest(before: Scored<'_>, after: Scored<'_>) -> Option<By> {
    let rest = |(_, sheet): Scored<'_>| {
        let lines: Points = sheet.lines.iter().map(|line| line.points).sum();
        let full: Points = sheet.lines.iter().map(|line| line.maximum).sum();
        (sheet.total.minus(lines), sheet.maximum.minus(full))
    };
    let ((was, full_before), (is, full_after)) = (rest(before), rest(after));
    let difference = is.minus(was);
    let applied = |(scheme, sheet): Scored<'_>| {
        let traces = sheet.sections.iter().map(|section| &section.trace).chain(&sheet.trace);
        let all = traces.flat_map(|trace| marks(&scheme.file().clauses, trace.clauses()));
        once(all)
    };
    (difference != Points::ZERO).then(|| By {
        clauses_before: applied(before),
        clauses_after: applied(after),
        from: Vec::new(),
        to: Vec::new(),
        before: was,
        after: is,
        full_before,
        full_after,
        difference,
        lost: differing(of_parts(before, false), of_parts(after, true)),
    })
}

/// Criteria that belong together by the map: connected by coming from or going to the same.
fn together<'a>(old: &'a Scheme, new: &'a Scheme) -> Vec<(Vec<&'a Criterion>, Vec<&'a Criterion>)> {
    let mut all: Vec<(Vec<&Criterion>, Vec<&Criterion>)> =
        new.criteria().map(|criterion| (Vec::new(), vec![criterion])).collect();
    let holds = |to: &[&Criterion], route: &Route<'_>| {
        to.iter().any(|one| route.to.iter().any(|to| to.id == one.id))
    };
    for route in route::routes(old, new) {
        let mut joined: (Vec<&Criterion>, Vec<&Criterion>) = (Vec::new(), Vec::new());
        let mut first = None;
        let mut at = 0;
        while at < all.len() {
            if holds(&all[at].1, &route) {
                let (from, to) = all.remove(at);
                joined.0.extend(from);
                joined.1.extend(to);
                first.get_or_insert(at);
            } else {
                at += 1;
            }
        }
        joined.0.push(route.from);
        all.insert(first.unwrap_or(all.len()), joined);
    }
    all
}

fn named(criterion: &Criterion) -> Named {
    Named { id: criterion.id.clone(), title: criterion.title.clone() }
}

fn of_lines(criteria: &[&Criterion], lines: &[Line], after: bool) -> Vec<Lost> {
    let mut all = Vec::new();
    for line in lines {
        let Some(criterion) = criteria.iter().find(|one| one.id == line.criterion) else {
            continue;
        };
        all.extend(line.losses.iter().map(|loss| Lost {
            after,
            at: named(criterion),
            cause: loss.cause,
            points: loss.points,
            about: loss.about.clone(),
            clauses: marks(&criterion.clauses, clauses(criterion, line, loss)),
        }));
    }
    all
}

/// Losses of groups and of the total; those that only hand on what a part lost are not the cause.
fn of_parts((scheme, sheet): Scored<'_>, after: bool) -> Vec<Lost> {
    let mut all = Vec::new();
    let mut add = |at: Named, losses: &[Loss], trace: Option<&Trace>| {
        let own = losses.iter().filter(|loss| loss.cause != Cause::Part);
        all.extend(own.map(|loss| Lost {
            after,
            at: at.clone(),
            cause: loss.cause,
            points: loss.points,
            about: loss.about.clone(),
            clauses: marks(&scheme.file().clauses, trace.map(Trace::clauses).unwrap_or_default()),
        }));
    };
    for section in &sheet.sections {
        let id = section.id.clone().unwrap_or_else(|| section.path.clone());
        add(Named { id, title: section.title.clone() }, &section.losses, Some(&section.trace));
    }
    let total = Named { id: "total".into(), title: scheme.file().title.clone() };
    add(total, &sheet.losses, sheet.trace.as_ref());
    all
}

/// The clauses that lines apply, each once.
fn applied(criteria: &[&Criterion], lines: &[Line]) -> Vec<ClauseRef> {
    let both = criteria.iter().flat_map(|criterion| {
        let of_it = lines.iter().filter(|line| line.criterion == criterion.id);
        of_it.flat_map(|line| marks(&criterion.clauses, line.trace.clauses()))
    });
    once(both)
}

fn once(all: impl Iterator<Item = ClauseRef>) -> Vec<ClauseRef> {
    let mut found: Vec<ClauseRef> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The clauses of a loss: of its item, task or entry, else all that the line applied.
fn clauses<'a>(criterion: &'a Criterion, line: &'a Line, loss: &Loss) -> Vec<&'a str> {
    if let Some(clause) = loss.about.as_ref().and_then(|about| of_item(&criterion.rule, about)) {
        return vec![clause];
    }
    let index = loss.field.as_deref().and_then(|field| {
        let mut parts = field.split('/').skip(3);
        let list = parts.next().filter(|list| matches!(*list, "tasks" | "entries"));
        list.and(parts.next())?.parse::<usize>().ok()
    });
    let of_it = line.trace.steps.iter().filter(|step| match &step.name {
        StepName::Share(task) | StepName::EntryPoints(task) => Some(task.index) == index,
        _ => false,
    });
    let of_it: Vec<&str> = of_it.filter_map(|step| step.clause.as_deref()).collect();
    if of_it.is_empty() { line.trace.clauses() } else { of_it }
}

fn of_item<'a>(rule: &'a Rule, about: &Text) -> Option<&'a str> {
    fn found<'a>(
        mut all: impl Iterator<Item = (&'a Text, &'a String)>,
        about: &Text,
    ) -> Option<&'a str> {
        all.find(|(label, _)| *label == about).map(|(_, clause)| clause.as_str())
    }
    match rule {
        Rule::Choice(rule) => found(rule.options.iter().map(|o| (&o.label, &o.clause)), about),
        Rule::Checklist(rule) => found(rule.items.iter().map(|i| (&i.label, &i.clause)), about),
        Rule::Count(rule) => found(rule.items.iter().map(|i| (&i.label, &i.clause)), about),
        Rule::Deduction(rule) => {
            let requires = rule.requires.iter().map(|one| (&one.label, &one.clause));
            found(rule.items.iter().map(|i| (&i.label, &i.clause)).chain(requires), about)
        }
        Rule::Judged(rule) => found([(&rule.label, &rule.clause)].into_iter(), about),
        _ => None,
    }
}

fn marks(known: &[Clause], ids: Vec<&str>) -> Vec<ClauseRef> {
    let mark = |id: &str| known.iter().find(|clause| clause.id == id).map(|c| c.mark.clone());
    let named = |id: &str| ClauseRef { id: id.into(), mark: mark(id).unwrap_or_else(|| id.into()) };
    ids.into_iter().map(named).collect()
}

/// Without the pairs that are the same under both.
fn differing(before: Vec<Lost>, mut after: Vec<Lost>) -> Vec<Lost> {
    let mut all = Vec::new();
    for was in before {
        let same =
            |is: &Lost| is.cause == was.cause && is.points == was.points && is.about == was.about;
        match after.iter().position(same) {
            Some(at) => {
                after.remove(at);
            }
            None => all.push(was),
        }
    }
    all.extend(after);
    all
}
