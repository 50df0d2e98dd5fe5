//! From full marks, less something for each event, down to a floor; nothing at all where a
//! requirement is not met.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::{PairedDeduction, PairedDeductionItem};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::Criterion;
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedDeduction<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let full = tracer.given(Name::FullMarks, criterion.rule_maximum().value());
    let gate = rule.requires.as_ref().map(|requires| {
        let name = || Name::Requirement(requires.label.clone());
        let field = || field::part(&criterion.id, "met");
        let gate = match (paired.met, fill) {
            (Some(met), _) => tracer.answered(name, one_or_zero(met), field),
            (None, fill) => tracer.missing(name, one_or_zero(fill == Fill::Best), field),
        };
        (gate, requires.clause.as_str())
    });
    if let (Some((gate, clause)), Some(false)) = (gate, paired.met) {
        return tracer.step(StepName::Gated, Op::Product, [full, gate], Some(clause));
    }
    let mut parts = vec![full];
    for item in &paired.items {
        parts.push(deducted(criterion, paired, item, fill, tracer));
    }
    let remaining = tracer.step(StepName::Remaining, Op::Difference, parts, None);
    let floor = tracer.given(Name::Floor, rule.floor.value());
    let clause = rule.floor_clause.as_deref();
    let floored = tracer.step(StepName::Floored, Op::Greatest, [remaining, floor], clause);
    match gate {
        Some((gate, clause)) => {
            tracer.step(StepName::Gated, Op::Product, [floored, gate], Some(clause))
        }
        None => floored,
    }
}

fn deducted(
    criterion: &Criterion,
    paired: &PairedDeduction<'_>,
    item: &PairedDeductionItem<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let at = || field::occurrences(&criterion.id, &item.item.id);
    let label = &item.item.label;
    // An item that does not concern the unit asks for nothing: its empty field is a nought.
    let aside = item.concerns == Some(false) && item.times.is_none();
    let times = match (item.times, fill) {
        (Some(times), _) => times,
        (None, Fill::Worst) if !aside => most_times(criterion, paired, item),
        (None, _) => 0,
    };
    let name = || Name::Occurrences(label.clone());
    let mut factors = if item.item.most.is_some() {
        let at = || field::claims(&criterion.id, &item.item.id);
        vec![judged(criterion, paired, item, times, fill, at, tracer)]
    } else {
        let each = tracer.given(|| Name::Item(label.clone()), item.item.each.value());
        let times = match item.times {
            Some(_) => tracer.answered(name, times.into(), at),
            None if aside => tracer.given(name, Decimal::ZERO),
            None => tracer.missing(name, times.into(), at),
        };
        vec![each, times]
    };
    if let Some(further) = item.item.further_at(times) {
        let product = tracer.step(
            || StepName::ItemPoints(label.clone()),
            Op::Product,
            factors,
            Some(&item.item.clause),
        );
        let besides = tracer.given(|| Name::Further(label.clone()), further.value());
        let name = || StepName::ItemPoints(label.clone());
        let clause = Some(item.item.clause.as_str());
        factors = vec![tracer.step(name, Op::Sum, [product, besides], clause)];
    }
    if item.item.applies.is_some() {
        let name = || Name::Concerns(label.clone());
        let filled = one_or_zero(fill == Fill::Worst);
        factors.push(match item.concerns {
            Some(concerns) => tracer.given(name, one_or_zero(concerns)),
            // Nothing happened: whether it concerns the unit makes no difference.
            None if item.times == Some(0) => tracer.given(name, filled),
            None => tracer.missing(name, filled, at),
        });
    }
    if let ([only], Some(_)) = (&factors[..], item.item.further_at(times)) {
        return *only;
    }
    let name = || StepName::ItemPoints(label.clone());
    tracer.step(name, Op::Product, factors, Some(&item.item.clause))
}

/// Points off for an item that is judged within a range.
fn judged(
    criterion: &Criterion,
    paired: &PairedDeduction<'_>,
    item: &PairedDeductionItem<'_>,
    times: u32,
    fill: Fill,
    at: impl Fn() -> String,
    tracer: &mut Tracer,
) -> Term {
    let name = || Name::ClaimedOff(item.item.label.clone());
    match (item.times, item.claim) {
        (Some(0), _) => tracer.given(name, Decimal::ZERO),
        (Some(_), Some(claim)) => tracer.answered(name, claim, at),
        (Some(_), None) => {
            let each = match fill {
                Fill::Worst => item.item.most.unwrap_or(item.item.each),
                Fill::Best => item.item.each,
            };
            tracer.missing(name, points::mul(each.value(), times.into()), at)
        }
        (None, _) if item.concerns == Some(false) => tracer.given(name, Decimal::ZERO),
        (None, _) => {
            let worst = criterion.rule_maximum().minus(paired.rule.floor);
            let worst = if item.item.once { item.item.most.unwrap_or(worst) } else { worst };
            let filled = if fill == Fill::Worst { worst.value() } else { Decimal::ZERO };
            let at = field::occurrences(&criterion.id, &item.item.id);
            tracer.missing(name, filled, at)
        }
    }
}

/// The fewest times that take all there is to take.
fn most_times(
    criterion: &Criterion,
    paired: &PairedDeduction<'_>,
    item: &PairedDeductionItem<'_>,
) -> u32 {
    if item.item.once {
        return 1;
    }
    let room = criterion.rule_maximum().minus(paired.rule.floor);
    let further = item.item.further.iter().map(|further| further.from).max();
    room.times(item.item.each).max(further.unwrap_or_default())
}

fn one_or_zero(yes: bool) -> Decimal {
    if yes { Decimal::ONE } else { Decimal::ZERO }
}

pub(super) fn losses(criterion: &Criterion, paired: &PairedDeduction<'_>) -> Vec<Loss> {
    let maximum = criterion.rule_maximum();
    let met = field::part(&criterion.id, "met");
    let about = paired.rule.requires.as_ref().map(|requires| requires.label.clone());
    match paired.met {
        None => return vec![Loss::new(Cause::Unanswered, maximum, about, met)],
        Some(false) => return vec![Loss::new(Cause::NotMet, maximum, about, met)],
        Some(true) => {}
    }
    let room = maximum.minus(paired.rule.floor);
    let mut losses = Vec::new();
    let mut sum = Points::ZERO;
    let mut enter = |cause: Cause, item: &PairedDeductionItem<'_>, points: Points| {
        let field = field::occurrences(&criterion.id, &item.item.id);
        losses.push(Loss::new(cause, points, Some(item.item.label.clone()), field));
    };
    for item in &paired.items {
        // What might yet turn out to concern the unit counts as it would then.
        if let (Some(times), true) = (item.times, item.concerns != Some(false)) {
            let judged = item.item.most.filter(|_| times > 0);
            let cause = match (item.concerns, judged, item.claim) {
                (None, ..) | (_, Some(_), None) => Cause::Unanswered,
                (_, Some(_), Some(_)) => Cause::Judged,
                _ => Cause::Deduction,
            };
            let each = |each: Points| Points::new(points::mul(each.value(), times.into()));
            let points = match (judged, item.claim) {
                (Some(_), Some(claim)) => Points::new(claim),
                (Some(most), None) => each(most),
                _ => each(item.item.each),
            };
            let points = points.plus(item.item.further_at(times).unwrap_or_default());
            enter(cause, item, points);
            sum = sum.plus(points);
        }
    }
    for item in &paired.items {
        if item.times.is_none() && item.concerns != Some(false) && sum < room {
            // An answer to come can cost no more than there is left to take.
            let rest = room.minus(sum);
            let each = item.item.most.unwrap_or(item.item.each);
            let nothing = each == Points::ZERO && item.item.further.is_empty();
            let once = item.item.once || nothing;
            let points = if once { each.min(rest) } else { rest };
            enter(Cause::Unanswered, item, points);
            sum = sum.plus(points);
        }
    }
    if sum > room {
        let back = room.minus(sum);
        losses.push(Loss { cause: Cause::Cap, points: back, about: None, field: None });
    }
    losses
}
