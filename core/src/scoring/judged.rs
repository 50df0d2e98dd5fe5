//! Points claimed within a range, and the mean of assessors' scores.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::{PairedAssessed, PairedJudged};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::Criterion;
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedJudged<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let at = field::part(&criterion.id, "claim");
    let name = Name::Claimed(rule.label.clone());
    let claim = match (paired.claim, fill) {
        (Some(claim), _) => tracer.answered(name, claim, at),
        (None, Fill::Worst) => tracer.missing(name, rule.least.value(), at),
        (None, Fill::Best) => tracer.missing(name, rule.most.value(), at),
    };
    tracer.step(StepName::ItemSum, Op::Sum, vec![claim], Some(&rule.clause))
}

pub(super) fn losses(criterion: &Criterion, paired: &PairedJudged<'_>) -> Vec<Loss> {
    let rule = paired.rule;
    let (cause, points) = match paired.claim {
        Some(claim) => (Cause::Judged, Points::new(claim)),
        None => (Cause::Unanswered, rule.least),
    };
    let at = field::part(&criterion.id, "claim");
    vec![Loss::new(cause, rule.most.minus(points), Some(rule.label.clone()), at)]
}

/// Σ scores ÷ assessors.
pub(super) fn mean(
    criterion: &Criterion,
    paired: &PairedAssessed<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let at = |index: usize| field::score(&criterion.id, index);
    let mut scores = Vec::with_capacity(paired.scores.len());
    for (index, score) in paired.scores.iter().enumerate() {
        scores.push(tracer.answered(Name::Assessor(index + 1), *score, at(index)));
    }
    let filled = if fill == Fill::Worst { rule.least } else { rule.most };
    for more in 0..paired.missing {
        let index = paired.scores.len() + usize::try_from(more).unwrap_or_default();
        scores.push(tracer.missing(Name::Assessor(index + 1), filled.value(), at(index)));
    }
    let count = tracer.given(Name::Assessors, Decimal::from(scores.len()));
    let sum = tracer.step(StepName::ScoreSum, Op::Sum, scores, None);
    tracer.step(StepName::Mean, Op::Quotient, vec![sum, count], Some(&rule.clause))
}

pub(super) fn mean_losses(
    criterion: &Criterion,
    paired: &PairedAssessed<'_>,
    points: Decimal,
) -> Vec<Loss> {
    let lost = Points::new(points::sub(paired.rule.most.value(), points));
    let cause = if paired.missing == 0 { Cause::Judged } else { Cause::Unanswered };
    let at = field::part(&criterion.id, "scores");
    vec![Loss::new(cause, lost, Some(paired.rule.label.clone()), at)]
}
