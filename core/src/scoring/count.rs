//! Points for each event, up to a cap (得分累计不超过).

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedCount;
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::Criterion;
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedCount<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let mut parts = Vec::with_capacity(paired.items.len());
    for (item, times) in &paired.items {
        let each = tracer.given(|| Name::Item(item.label.clone()), item.each.value());
        let at = || field::occurrences(&criterion.id, &item.id);
        let name = || Name::Occurrences(item.label.clone());
        let times = match (*times, fill) {
            (Some(times), _) => tracer.answered(name, times.into(), at),
            (None, Fill::Worst) => tracer.missing(name, Decimal::ZERO, at),
            (None, Fill::Best) => tracer.missing(name, rule.cap.times(item.each).into(), at),
        };
        let name = || StepName::ItemPoints(item.label.clone());
        parts.push(tracer.step(name, Op::Product, [each, times], Some(&item.clause)));
    }
    let sum = tracer.step(StepName::ItemSum, Op::Sum, parts, None);
    let cap = tracer.given(Name::Cap, rule.cap.value());
    tracer.step(StepName::Capped, Op::Least, [sum, cap], Some(&rule.cap_clause))
}

/// What is short of the cap: nobody can say of which event, so it stands at the first that is
/// missing, or at the criterion's first.
pub(super) fn losses(criterion: &Criterion, paired: &PairedCount<'_>) -> Vec<Loss> {
    let earned = paired.items.iter().map(|(item, times)| {
        Points::new(points::mul(item.each.value(), times.unwrap_or_default().into()))
    });
    let counted = earned.sum::<Points>().min(paired.rule.cap);
    let missing = paired.items.iter().find(|(_, times)| times.is_none());
    let cause = if missing.is_some() { Cause::Unanswered } else { Cause::NotEarned };
    let Some((item, _)) = missing.or(paired.items.first()) else { return Vec::new() };
    let field = field::occurrences(&criterion.id, &item.id);
    let lost = criterion.rule_maximum().minus(counted);
    vec![Loss::new(cause, lost, None, field)]
}
