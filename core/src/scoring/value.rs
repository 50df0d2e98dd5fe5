//! Points by a number that the unit reports: bands, or straight lines between anchors.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::PairedValue;
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::{Anchor, Asked, Bounds, Criterion, Scale};
use crate::trace::{Name, Op, StepName, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedValue<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let asked = &paired.rule.asked;
    let at = field::part(&criterion.id, "value");
    let Some(value) = paired.value else {
        let (least, most) = paired.rule.scale.span();
        let bound = if fill == Fill::Worst { least } else { most };
        return tracer.missing(Name::Nothing, bound.value(), at);
    };
    match &paired.rule.scale {
        Scale::Bands { bands } => {
            let band = bands.iter().find(|band| band.bounds.contain(Points::new(value)));
            // A checked scheme has a band for every number that can be reported.
            let Some(band) = band else { return tracer.missing(Name::Nothing, Decimal::ZERO, at) };
            let name = Name::Band(band.bounds.to_string());
            let number = tracer.answered(Name::Reported(asked.label.clone()), value, at);
            let points = tracer.given(name, band.points.value());
            let op = Op::Within { bounds: band.bounds };
            tracer.step(StepName::InBand, op, vec![number, points], Some(&band.clause))
        }
        Scale::Linear { anchors, clause } => linear(asked, anchors, clause, value, at, tracer),
    }
}

/// `y0 + (x − x0) × (y1 − y0) ÷ (x1 − x0)`; level beyond the first and the last anchor.
fn linear(
    asked: &Asked,
    anchors: &[Anchor],
    clause: &str,
    value: Decimal,
    at: String,
    tracer: &mut Tracer,
) -> Term {
    let number = Points::new(value);
    let clause = Some(clause);
    let between = anchors.windows(2).find(|pair| pair[0].at <= number && number < pair[1].at);
    let Some([low, high]) = between else {
        let (level, bounds) = match (anchors.first(), anchors.last()) {
            (Some(first), _) if number < first.at => {
                (first.points, Bounds { below: Some(first.at), ..Bounds::default() })
            }
            (_, Some(last)) => {
                (last.points, Bounds { at_least: Some(last.at), ..Bounds::default() })
            }
            _ => (Points::ZERO, Bounds::default()),
        };
        let number = tracer.answered(Name::Reported(asked.label.clone()), value, at);
        let points = tracer.given(Name::AnchorPoints, level.value());
        return tracer.step(StepName::InBand, Op::Within { bounds }, vec![number, points], clause);
    };
    let x = tracer.answered(Name::Reported(asked.label.clone()), value, at);
    let given = |tracer: &mut Tracer, name, points: Points| tracer.given(name, points.value());
    // Differences of nothing would only clutter 完成率×分值.
    let above = match low.at == Points::ZERO {
        true => x,
        false => {
            let x0 = given(tracer, Name::Anchor, low.at);
            tracer.step(StepName::AboveAnchor, Op::Difference, vec![x, x0], None)
        }
    };
    let y1 = given(tracer, Name::AnchorPoints, high.points);
    let y0 = given(tracer, Name::AnchorPoints, low.points);
    let rise = match low.points == Points::ZERO {
        true => y1,
        false => tracer.step(StepName::AnchorRise, Op::Difference, vec![y1, y0], None),
    };
    let x1 = given(tracer, Name::Anchor, high.at);
    let run = match low.at == Points::ZERO {
        true => x1,
        false => {
            let x0 = given(tracer, Name::Anchor, low.at);
            tracer.step(StepName::AnchorRun, Op::Difference, vec![x1, x0], None)
        }
    };
    let product = tracer.step(StepName::AnchorProduct, Op::Product, vec![above, rise], None);
    let gain = tracer.step(StepName::AnchorGain, Op::Quotient, vec![product, run], clause);
    match low.points == Points::ZERO {
        true => gain,
        false => tracer.step(StepName::Linear, Op::Sum, vec![y0, gain], clause),
    }
}

pub(super) fn losses(
    criterion: &Criterion,
    paired: &PairedValue<'_>,
    points: Decimal,
) -> Vec<Loss> {
    let cause = if paired.value.is_some() { Cause::NotEarned } else { Cause::Unanswered };
    let lost = Points::new(points::sub(criterion.rule_maximum().value(), points));
    let about = Some(paired.rule.asked.label.clone());
    vec![Loss::new(cause, lost, about, field::part(&criterion.id, "value"))]
}
