//! Points beside all units: in proportion to the best, or by the place. Settled only when every
//! unit's figures are known; before, they may be anything between nothing and full marks.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedPeer;
use crate::answer::{Amount, Answers};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::{BestRule, Criterion, RankRule, Rule, Scheme, Ties};
use crate::trace::{Name, Op, StepName, Term, Tracer};

/// The figures of all units, by criterion; the unit's own are among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peers(BTreeMap<String, Vec<Decimal>>);

impl Peers {
    /// Of the answers of all units. A figure that is missing or out of its range is nobody's.
    pub fn of<'a>(scheme: &Scheme, all: impl IntoIterator<Item = &'a Answers>) -> Self {
        let mut figures: BTreeMap<String, Vec<Decimal>> = BTreeMap::new();
        let compared = scheme.criteria().filter_map(|criterion| match &criterion.rule {
            Rule::Best(rule) => Some((&criterion.id, &rule.asked)),
            Rule::Rank(rule) => Some((&criterion.id, &rule.asked)),
            _ => None,
        });
        let compared: Vec<_> = compared.collect();
        for answers in all {
            for (id, asked) in &compared {
                let answer = answers.get(*id).filter(|answer| answer.applies != Some(false));
                let value = answer.and_then(|answer| answer.value).map(Amount::value);
                let within = |value: &Decimal| asked.allows(*value);
                let figures = figures.entry((*id).clone()).or_default();
                figures.extend(value.filter(within));
            }
        }
        Peers(figures)
    }

    pub(super) fn figures(&self, criterion: &str) -> Option<&[Decimal]> {
        self.0.get(criterion).map(Vec::as_slice)
    }
}

/// Full marks × the unit's number ÷ the best unit's.
pub(super) fn best(
    criterion: &Criterion,
    paired: &PairedPeer<'_, BestRule>,
    peers: Option<&[Decimal]>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let full = criterion.rule_maximum();
    let (value, peers) = match (paired.value, peers) {
        (Some(value), Some(peers)) => (value, peers),
        (value, _) => return unsettled(criterion, value, Points::ZERO, full, fill, tracer),
    };
    let best = peers.iter().copied().chain([value]).max().unwrap_or_default();
    let at = field::part(&criterion.id, "value");
    let own = tracer.answered(Name::Reported(paired.rule.asked.label.clone()), value, at);
    let full = tracer.given(Name::FullMarks, full.value());
    let scaled = tracer.step(StepName::Proportion, Op::Product, vec![full, own], None);
    // Where the best has nothing, so has everybody: nothing by nothing is nothing.
    let best = tracer.given(Name::BestUnit, best);
    let clause = Some(paired.rule.clause.as_str());
    tracer.step(StepName::Mean, Op::Quotient, vec![scaled, best], clause)
}

/// Full marks for the first, a step less for each place after it, not below the last's.
pub(super) fn rank(
    criterion: &Criterion,
    paired: &PairedPeer<'_, RankRule>,
    peers: Option<&[Decimal]>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let full = criterion.rule_maximum();
    let (value, peers) = match (paired.value, peers) {
        (Some(value), Some(peers)) => (value, peers),
        (value, _) => return unsettled(criterion, value, rule.last, full, fill, tracer),
    };
    let ahead = peers.iter().copied().filter(|other| match rule.smallest_first {
        true => *other < value,
        false => *other > value,
    });
    let behind = match rule.ties {
        Ties::Skip => ahead.count(),
        Ties::Dense => ahead.collect::<BTreeSet<_>>().len(),
    };
    let at = field::part(&criterion.id, "value");
    let full = tracer.given(Name::FullMarks, full.value());
    let step = tracer.given(Name::PlaceStep, rule.step.value());
    let behind = tracer.answered(Name::PlacesBehind, Decimal::from(behind), at);
    let lost = tracer.step(StepName::PlacesLost, Op::Product, vec![step, behind], None);
    let clause = Some(rule.clause.as_str());
    let points = tracer.step(StepName::ByPlace, Op::Difference, vec![full, lost], clause);
    let last = tracer.given(Name::LastPlace, rule.last.value());
    tracer.step(StepName::Floored, Op::Greatest, vec![points, last], clause)
}

fn unsettled(
    criterion: &Criterion,
    value: Option<Decimal>,
    least: Points,
    most: Points,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let bound = if fill == Fill::Worst { least } else { most };
    match value {
        Some(_) => tracer.given(Name::Unsettled, bound.value()),
        None => tracer.missing(Name::Nothing, bound.value(), field::part(&criterion.id, "value")),
    }
}

pub(super) fn losses(criterion: &Criterion, settled: bool, points: Decimal) -> Vec<Loss> {
    let lost = Points::new(points::sub(criterion.rule_maximum().value(), points));
    let cause = if settled { Cause::NotEarned } else { Cause::Unanswered };
    vec![Loss::new(cause, lost, None, field::part(&criterion.id, "value"))]
}
