//! One option of several; an option may be judged within a range (视情、酌情).

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedChoice;
use crate::issue::field;
use crate::points::Points;
use crate::scheme::{ChoiceOption, Criterion};
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedChoice<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let options = || paired.rule.options.iter();
    let Some(option) = paired.option else {
        let filled = match fill {
            Fill::Worst => options().map(|option| option.points).min(),
            Fill::Best => options().map(ChoiceOption::best).max(),
        };
        let value = filled.unwrap_or_default().value();
        return tracer.missing(Name::Nothing, value, paired.field.clone());
    };
    let chosen = match (option.to, paired.claim) {
        (None, _) => {
            let name = || Name::Choice(option.label.clone());
            tracer.answered(name, option.points.value(), paired.field.clone())
        }
        (Some(_), Some(claim)) => {
            let name = || Name::Claimed(option.label.clone());
            tracer.answered(name, claim, field::part(&criterion.id, "claim"))
        }
        (Some(to), None) => {
            let value = if fill == Fill::Worst { option.points } else { to };
            let name = || Name::Claimed(option.label.clone());
            tracer.missing(name, value.value(), field::part(&criterion.id, "claim"))
        }
    };
    tracer.step(StepName::ItemSum, Op::Sum, vec![chosen], Some(&option.clause))
}

pub(super) fn losses(criterion: &Criterion, paired: &PairedChoice<'_>) -> Vec<Loss> {
    let maximum = criterion.rule_maximum();
    let Some(option) = paired.option else {
        let worst = paired.rule.options.iter().map(|option| option.points).min();
        let lost = maximum.minus(worst.unwrap_or_default());
        return vec![Loss::new(Cause::Unanswered, lost, None, paired.field.clone())];
    };
    let about = Some(option.label.clone());
    let claim = || field::part(&criterion.id, "claim");
    let (cause, points, at) = match (option.to, paired.claim) {
        (None, _) => (Cause::Deduction, option.points, paired.field.clone()),
        (Some(_), Some(points)) => (Cause::Judged, Points::new(points), claim()),
        (Some(_), None) => (Cause::Unanswered, option.points, claim()),
    };
    vec![Loss::new(cause, maximum.minus(points), about, at)]
}
