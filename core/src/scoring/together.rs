//! Parts together: added, averaged, rescaled for what does not apply; then modified and rounded.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use crate::points::{self, Points};
use crate::scheme::{Absent, Combine, Together};
use crate::text::Text;
use crate::trace::{Name, Op, StepName, Term, Tracer};

/// A part as its parent sees it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub title: Text,
    /// Points as printed: the least and the most possible.
    pub points: (Points, Points),
    /// Full marks of what applies.
    pub full: Points,
    /// Full marks where everything applied.
    pub whole: Points,
    pub weight: Option<Points>,
    /// Whether it stands outside full marks.
    pub outside: bool,
}

impl Part {
    fn points(&self, fill: Fill) -> Decimal {
        if fill == Fill::Worst { self.points.0.value() } else { self.points.1.value() }
    }

    /// Whether something of it applies. A part without full marks has nothing to rescale.
    fn applies(&self) -> bool {
        self.full != Points::ZERO || self.whole == Points::ZERO
    }
}

/// Combines parts; the result and its full marks, before modifiers.
pub(super) fn combine(
    together: &Together,
    parts: &[Part],
    fill: Fill,
    tracer: &mut Tracer,
) -> (Term, Decimal) {
    let clause = together.clause.as_deref();
    let applying = || parts.iter().filter(|part| part.applies());
    let full = full_marks(together, parts);
    let mut terms = Vec::with_capacity(parts.len());
    match (together.combine, together.absent) {
        (Combine::WeightedMean, _) => {
            let mut weights = Vec::with_capacity(parts.len());
            for part in applying() {
                let points = tracer.given(Name::Part(part.title.clone()), part.points(fill));
                let name = Name::PartWeight(part.title.clone());
                let weight = tracer.given(name, part.weight.unwrap_or_default().value());
                let name = StepName::PartWeighted(part.title.clone());
                terms.push(tracer.step(name, Op::Product, vec![weight, points], None));
                weights.push(weight);
            }
            let sum = tracer.step(StepName::PartSum, Op::Sum, terms, None);
            let weight = tracer.step(StepName::WeightSum, Op::Sum, weights, None);
            (tracer.step(StepName::PartMean, Op::Quotient, vec![sum, weight], clause), full)
        }
        (Combine::Sum, Absent::Rescale) if parts.iter().any(Part::short) => {
            let mut fulls = Vec::with_capacity(parts.len());
            for part in applying() {
                terms.push(tracer.given(Name::Part(part.title.clone()), part.points(fill)));
                let name = Name::PartFull(part.title.clone());
                fulls.push(tracer.given(name, part.full.value()));
            }
            let sum = tracer.step(StepName::PartSum, Op::Sum, terms, None);
            let applicable = tracer.step(StepName::FullSum, Op::Sum, fulls, None);
            let whole = tracer.given(Name::FullMarks, full);
            let scaled = tracer.step(StepName::Scaled, Op::Product, vec![sum, whole], None);
            let mean = vec![scaled, applicable];
            (tracer.step(StepName::PartMean, Op::Quotient, mean, clause), full)
        }
        (Combine::Sum, Absent::Spread) if parts.iter().any(Part::short) => {
            let share = share(parts);
            for part in applying() {
                let points = tracer.given(Name::Part(part.title.clone()), part.points(fill));
                let old = tracer.given(Name::PartFull(part.title.clone()), part.full.value());
                let more = tracer.given(Name::PartExtra(part.title.clone()), share);
                let name = StepName::PartFullSpread(part.title.clone());
                let new = tracer.step(name, Op::Sum, vec![old, more], clause);
                let name = StepName::PartSpreading(part.title.clone());
                let scaled = tracer.step(name, Op::Product, vec![points, new], None);
                let name = StepName::PartSpread(part.title.clone());
                terms.push(tracer.step(name, Op::Quotient, vec![scaled, old], clause));
            }
            (tracer.step(StepName::PartSum, Op::Sum, terms, clause), full)
        }
        (Combine::Sum, _) => {
            for part in parts {
                terms.push(tracer.given(Name::Part(part.title.clone()), part.points(fill)));
            }
            (tracer.step(StepName::PartSum, Op::Sum, terms, clause), full)
        }
    }
}

impl Part {
    /// Whether some of it does not apply.
    fn short(&self) -> bool {
        self.full != self.whole
    }
}

/// What each part that applies gets of the full marks that do not.
fn share(parts: &[Part]) -> Decimal {
    let lacking: Points = parts.iter().map(|part| part.whole.minus(part.full)).sum();
    let takers = parts.iter().filter(|part| part.full != Points::ZERO).count();
    points::div(lacking.value(), Decimal::from(takers))
}

/// Full marks of parts together, before modifiers.
pub(super) fn full_marks(together: &Together, parts: &[Part]) -> Decimal {
    let inside = || parts.iter().filter(|part| !part.outside);
    let sum = |of: fn(&Part) -> Points| inside().map(of).sum::<Points>().value();
    match (together.combine, together.absent) {
        (Combine::WeightedMean, _) => {
            let weight = |part: &Part| part.weight.unwrap_or_default().value();
            let applying = || inside().filter(|part| part.applies());
            let weighted = applying().map(|part| points::mul(weight(part), part.full.value()));
            let weights = applying().map(weight).fold(Decimal::ZERO, points::add);
            points::div(weighted.fold(Decimal::ZERO, points::add), weights)
        }
        (Combine::Sum, Absent::Keep) => sum(|part| part.full),
        // Nothing applies at all: there is nothing to rescale.
        (Combine::Sum, _) if inside().all(|part| part.full == Points::ZERO) => Decimal::ZERO,
        (Combine::Sum, _) => sum(|part| part.whole),
    }
}

/// What each part loses, on the scale of the whole.
pub(super) fn losses(together: &Together, parts: &[Part]) -> Vec<Loss> {
    let applying = || parts.iter().filter(|part| part.applies());
    let sum = |of: fn(&Part) -> Points| applying().map(of).sum::<Points>().value();
    let full = full_marks(together, parts);
    let weights = sum(|part| part.weight.unwrap_or_default());
    let share = share(parts);
    let short = parts.iter().any(Part::short);
    let lost = applying().map(|part| {
        let lost = part.full.minus(part.points.0).value();
        let lost = if part.outside {
            lost
        } else {
            match (together.combine, together.absent) {
                (Combine::WeightedMean, _) => {
                    let weight = part.weight.unwrap_or_default().value();
                    points::div(points::mul(weight, lost), weights)
                }
                (Combine::Sum, Absent::Rescale) if short => {
                    points::div(points::mul(lost, full), sum(|part| part.full))
                }
                (Combine::Sum, Absent::Spread) if short => {
                    let new = points::add(part.full.value(), share);
                    points::div(points::mul(lost, new), part.full.value())
                }
                (Combine::Sum, _) => lost,
            }
        };
        let cause = match part.outside {
            false => Cause::Part,
            true if lost > Decimal::ZERO => Cause::Penalty,
            true => Cause::Bonus,
        };
        let points = Points::new(lost);
        Loss { cause, points, about: Some(part.title.clone()), field: None }
    });
    lost.collect()
}
