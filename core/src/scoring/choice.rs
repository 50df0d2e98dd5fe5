//! One option of several.

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedChoice;
use crate::points::Points;
use crate::scheme::{ChoiceOption, Criterion};
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(paired: &PairedChoice<'_>, fill: Fill, tracer: &mut Tracer) -> Term {
    let options = || paired.rule.options.iter();
    let points = |option: &&ChoiceOption| option.points;
    let Some(option) = paired.option else {
        let filled = match fill {
            Fill::Worst => options().min_by_key(points),
            Fill::Best => options().max_by_key(points),
        };
        let value = filled.map_or(Points::ZERO, |option| option.points).value();
        return tracer.missing(Name::Nothing, value, paired.field.clone());
    };
    let name = Name::Choice(option.label.clone());
    let chosen = tracer.answered(name, option.points.value(), paired.field.clone());
    tracer.step(StepName::ItemSum, Op::Sum, vec![chosen], Some(&option.clause))
}

pub(super) fn losses(criterion: &Criterion, paired: &PairedChoice<'_>) -> Vec<Loss> {
    let (cause, points, about) = match paired.option {
        Some(option) => (Cause::Deduction, option.points, Some(option.label.clone())),
        None => {
            let worst = paired.rule.options.iter().map(|option| option.points).min();
            (Cause::Unanswered, worst.unwrap_or_default(), None)
        }
    };
    let lost = criterion.maximum().minus(points);
    vec![Loss::new(cause, lost, about, paired.field.clone())]
}
