//! Points for each item that is done.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedChecklist;
use crate::issue::field;
use crate::scheme::{CheckItem, Criterion};
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedChecklist<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let at = || field::part(&criterion.id, "done");
    let mut parts = Vec::with_capacity(paired.rule.items.len());
    for item in &paired.rule.items {
        let points = tracer.given(|| Name::Item(item.label.clone()), item.points.value());
        let name = || Name::Done(item.label.clone());
        let done = match is_done(paired, item) {
            Some(true) => tracer.answered(name, Decimal::ONE, at),
            Some(false) => tracer.answered(name, Decimal::ZERO, at),
            None if fill == Fill::Best => tracer.missing(name, Decimal::ONE, at),
            None => tracer.missing(name, Decimal::ZERO, at),
        };
        let name = || StepName::ItemPoints(item.label.clone());
        parts.push(tracer.step(name, Op::Product, [points, done], Some(&item.clause)));
    }
    tracer.step(StepName::ItemSum, Op::Sum, parts, None)
}

fn is_done(paired: &PairedChecklist<'_>, item: &CheckItem) -> Option<bool> {
    let done = paired.done.as_ref()?;
    Some(done.iter().any(|done| done.id == item.id))
}

pub(super) fn losses(criterion: &Criterion, paired: &PairedChecklist<'_>) -> Vec<Loss> {
    let lost = paired.rule.items.iter().filter_map(|item| {
        let cause = match is_done(paired, item) {
            Some(true) => return None,
            Some(false) => Cause::NotEarned,
            None => Cause::Unanswered,
        };
        let field = field::part(&criterion.id, "done");
        Some(Loss::new(cause, item.points, Some(item.label.clone()), field))
    });
    lost.collect()
}
