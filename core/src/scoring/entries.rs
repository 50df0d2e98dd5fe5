//! Entries of a list: Σ points of the level × times × placement ÷ authors, up to a cap.
//!
//! Thirds of points would not add up to a whole if each were divided; all entries are brought to
//! the common denominator of their numbers of authors, and divided once.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ledger::{Cause, Loss};
use super::pair::{PairedEntries, PairedEntry};
use super::{Fill, Line};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::Criterion;
use crate::trace::{Name, Op, StepName, TaskRef, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedEntries<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let list = field::part(&criterion.id, "entries");
    let Some(entries) = &paired.entries else {
        let bound = if fill == Fill::Worst { Decimal::ZERO } else { rule.cap.value() };
        return tracer.missing(Name::Nothing, bound, list);
    };
    let common = common(entries);
    let mut by_title: BTreeMap<String, Vec<(TaskRef, Term)>> = BTreeMap::new();
    for entry in entries {
        let points = self::entry(criterion, paired, entry, common, fill, tracer);
        // Entries without a title are each a thing of its own; so are all where no clause says else.
        let own = entry.title.is_empty() || rule.highest_clause.is_none();
        let title = if own { format!("{:010}", entry.index) } else { format!("t{}", entry.title) };
        by_title.entry(title).or_default().push((entry.name(), points));
    }
    let mut parts = Vec::with_capacity(by_title.len());
    let mut groups: Vec<_> = by_title.into_values().collect();
    groups.sort_by_key(|group| group.first().map(|(entry, _)| entry.index));
    for group in groups {
        parts.push(match &group[..] {
            [(_, only)] => *only,
            _ => {
                let name = StepName::Highest(group[0].0.clone());
                let terms: Vec<Term> = group.iter().map(|(_, term)| *term).collect();
                tracer.step(name, Op::Greatest, terms, rule.highest_clause.as_deref())
            }
        });
    }
    let mut sum = tracer.step(StepName::ItemSum, Op::Sum, parts, None);
    if common > 1 {
        let denominator = tracer.given(Name::CommonAuthors, common.into());
        let clause = rule.shared_clause.as_deref();
        sum = tracer.step(
            StepName::EntryPoints(whole()),
            Op::Quotient,
            vec![sum, denominator],
            clause,
        );
    }
    let cap = tracer.given(Name::Cap, rule.cap.value());
    tracer.step(StepName::Capped, Op::Least, vec![sum, cap], Some(&rule.cap_clause))
}

/// The list as a whole, where a step concerns no single entry.
fn whole() -> TaskRef {
    TaskRef { index: 0, number: "∑".into() }
}

/// The points of an entry, times the common denominator.
fn entry(
    criterion: &Criterion,
    paired: &PairedEntries<'_>,
    entry: &PairedEntry<'_>,
    common: u32,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let at = |column: &str| field::entry(&criterion.id, entry.index, column);
    let (Some(level), Some(times), Some(authors)) = (entry.level, entry.times, entry.authors)
    else {
        let best = points::mul(paired.rule.cap.value(), common.into());
        let bound = if fill == Fill::Worst { Decimal::ZERO } else { best };
        return tracer.missing(Name::Nothing, bound, at("level"));
    };
    let name = Name::Level(entry.name(), level.label.clone());
    let mut factors = vec![tracer.answered(name, level.points.value(), at("level"))];
    if times != 1 {
        factors.push(tracer.answered(Name::Times(entry.name()), times.into(), at("times")));
    }
    if let Some(placement) = entry.placement {
        let name = Name::Placement(entry.name(), placement.label.clone());
        factors.push(tracer.answered(name, placement.by.value(), at("placement")));
    }
    if common > 1 {
        let share = (common / authors.max(1)).into();
        factors.push(tracer.answered(Name::ToCommon(entry.name()), share, at("authors")));
    }
    let clause = entry.placement.map_or(&level.clause, |placement| &placement.clause);
    tracer.step(StepName::EntryPoints(entry.name()), Op::Product, factors, Some(clause))
}

/// The least common multiple of all numbers of authors; bounded, since they are.
fn common(entries: &[PairedEntry<'_>]) -> u32 {
    let gcd = |mut a: u32, mut b: u32| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let authors = entries.iter().filter(|e| e.complete()).filter_map(|entry| entry.authors);
    authors.fold(1, |all, one| all / gcd(all, one).max(1) * one)
}

/// How one entry of a list stands, for the row that it is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryStanding {
    /// Its points, before the cap of the list.
    pub points: Points,
    /// Whether it counts: not where another of the same title has more, or as much and comes first.
    pub counts: bool,
}

impl Line {
    /// How each entry of a list stands, by its place in the form; absent while it is incomplete.
    pub fn entries(&self) -> BTreeMap<usize, EntryStanding> {
        let common = self.trace.inputs.iter().find(|input| input.name == Name::CommonAuthors);
        let common = common.map_or(Decimal::ONE, |input| input.value);
        let mut standings = BTreeMap::new();
        let mut places = BTreeMap::new();
        for (at, step) in self.trace.steps.iter().enumerate() {
            match &step.name {
                StepName::EntryPoints(entry) if *entry != whole() => {
                    let points = Points::new(points::div(step.value, common));
                    standings.insert(entry.index, EntryStanding { points, counts: true });
                    places.insert(at, entry.index);
                }
                StepName::Highest(_) => {
                    let highest = |term: &&Term| self.trace.value(**term) == step.value;
                    let counted = step.args.iter().find(highest);
                    for term in step.args.iter().filter(|term| Some(*term) != counted) {
                        let place = match term {
                            Term::Step(at) => places.get(at),
                            Term::Input(_) => None,
                        };
                        if let Some(standing) = place.and_then(|at| standings.get_mut(at)) {
                            standing.counts = false;
                        }
                    }
                }
                _ => {}
            }
        }
        standings
    }
}

impl PairedEntry<'_> {
    fn name(&self) -> TaskRef {
        TaskRef { index: self.index, number: (self.index + 1).to_string() }
    }
}

/// What is short of the cap: nobody can say of which entry, so it stands at the first that is
/// missing, or at the list.
pub(super) fn losses(
    criterion: &Criterion,
    paired: &PairedEntries<'_>,
    points: Decimal,
) -> Vec<Loss> {
    let lost = Points::new(points::sub(paired.rule.cap.value(), points));
    let list = field::part(&criterion.id, "entries");
    let missing = |entries: &Vec<PairedEntry<'_>>| {
        let entry = entries.iter().find(|entry| !entry.complete())?;
        Some(field::entry(&criterion.id, entry.index, "level"))
    };
    let (cause, at) = match paired.entries.as_ref().map(missing) {
        None => (Cause::Unanswered, list),
        Some(Some(at)) => (Cause::Unanswered, at),
        Some(None) => (Cause::NotEarned, list),
    };
    vec![Loss::new(cause, lost, None, at)]
}
