//! What happens to points once a rule, or parts together, have given them.

use rust_decimal::Decimal;
use selfscore_wording::{Lang, trace as words};

use super::ledger::{Cause, Loss};
use crate::points::{self, Points};
use crate::scheme::{Modifier, Multiplied, When};
use crate::text::Text;
use crate::trace::{Name, Op, StepName, Term, Tracer};

/// Whether a condition holds, and from which field of the form that is known.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub holds: bool,
    /// The field, for an answer that is missing and taken as it stands here.
    pub missing: Option<String>,
    /// The condition in words.
    pub words: Text,
}

/// What one modifier did: points and full marks before and after.
pub(super) struct Changed<'a> {
    modifier: &'a Modifier,
    held: Option<Held>,
    points: (Decimal, Decimal),
    full: (Decimal, Decimal),
}

/// Applies modifiers in order.
pub(super) fn apply<'a>(
    modifiers: &'a [Modifier],
    mut points: Term,
    mut full: Decimal,
    held: impl Fn(&When) -> Held,
    tracer: &mut Tracer,
) -> (Term, Decimal, Vec<Changed<'a>>) {
    let mut changes = Vec::with_capacity(modifiers.len());
    for modifier in modifiers {
        let before = (tracer.value(points), full);
        let held = modifier.when().map(&held);
        points = one(modifier, points, full, held.as_ref(), tracer);
        full = modifier.full_after(full);
        changes.push(Changed {
            modifier,
            held,
            points: (before.0, tracer.value(points)),
            full: (before.1, full),
        });
    }
    (points, full, changes)
}

fn one(
    modifier: &Modifier,
    points: Term,
    full: Decimal,
    held: Option<&Held>,
    tracer: &mut Tracer,
) -> Term {
    let clause = Some(modifier.clause());
    match modifier {
        Modifier::Cap { at, .. } => {
            let cap = tracer.given(Name::Cap, at.value());
            tracer.step(StepName::Capped, Op::Least, vec![points, cap], clause)
        }
        Modifier::Floor { at, .. } => {
            let floor = tracer.given(Name::Floor, at.value());
            tracer.step(StepName::Floored, Op::Greatest, vec![points, floor], clause)
        }
        Modifier::Scale { from, to, .. } => {
            let to = tracer.given(Name::ScaleTo, to.value());
            let from = tracer.given(Name::ScaleFrom, from.value());
            let product = tracer.step(StepName::Converting, Op::Product, vec![points, to], None);
            tracer.step(StepName::Converted, Op::Quotient, vec![product, from], clause)
        }
        Modifier::Multiply { by, of, .. } => {
            let Some(held) = held.filter(|held| held.holds) else { return points };
            let name = Name::Factor(held.words.clone());
            let factor = match &held.missing {
                Some(field) => tracer.missing(name, by.value(), field.clone()),
                None => tracer.given(name, by.value()),
            };
            match of {
                Multiplied::Points => {
                    let factors = vec![points, factor];
                    tracer.step(StepName::Multiplied, Op::Product, factors, clause)
                }
                Multiplied::Loss => {
                    let full = tracer.given(Name::FullMarks, full);
                    let lost =
                        tracer.step(StepName::Lost, Op::Difference, vec![full, points], None);
                    let factors = vec![lost, factor];
                    let lost = tracer.step(StepName::LostMultiplied, Op::Product, factors, clause);
                    tracer.step(StepName::Multiplied, Op::Difference, vec![full, lost], clause)
                }
            }
        }
        Modifier::Gate { otherwise, .. } => {
            let Some(held) = held.filter(|held| !held.holds) else { return points };
            let condition = Name::Condition(held.words.clone());
            let condition = match &held.missing {
                Some(field) => tracer.missing(condition, Decimal::ZERO, field.clone()),
                None => tracer.given(condition, Decimal::ZERO),
            };
            let none = tracer.step(StepName::Counts, Op::Product, vec![points, condition], clause);
            if *otherwise == Points::ZERO {
                return none;
            }
            let otherwise = tracer.given(Name::Otherwise, otherwise.value());
            tracer.step(StepName::Counts, Op::Sum, vec![none, otherwise], clause)
        }
    }
}

/// The ledger after modifiers: each entry on the new scale, and an entry for what they did.
pub(super) fn losses(mut losses: Vec<Loss>, changes: &[Changed<'_>]) -> Vec<Loss> {
    for change in changes {
        let factor = match change.modifier {
            Modifier::Scale { from, to, .. } => Some((to.value(), from.value())),
            Modifier::Multiply { by, of: Multiplied::Loss, .. }
                if change
                    .held
                    .as_ref()
                    .is_some_and(|held| held.holds && held.missing.is_none()) =>
            {
                Some((by.value(), Decimal::ONE))
            }
            _ => None,
        };
        if let Some((by, of)) = factor {
            for loss in &mut losses {
                loss.points = Points::new(points::div(points::mul(loss.points.value(), by), of));
            }
            continue;
        }
        let lost = |at: fn(&(Decimal, Decimal)) -> Decimal| {
            points::sub(at(&change.full), at(&change.points))
        };
        let more = Points::new(points::sub(lost(|pair| pair.1), lost(|pair| pair.0)));
        if more == Points::ZERO {
            continue;
        }
        let missing = change.held.as_ref().and_then(|held| held.missing.clone());
        let cause = match change.modifier {
            _ if missing.is_some() => Cause::Unanswered,
            Modifier::Multiply { .. } => Cause::Multiplied,
            Modifier::Gate { .. } => Cause::Gated,
            _ => Cause::Cap,
        };
        let about = change.held.as_ref().map(|held| held.words.clone());
        losses.push(Loss { cause, points: more, about, field: missing });
    }
    losses
}

/// Words in both languages.
pub(super) fn said(words: impl Fn(Lang) -> String) -> Text {
    Text { zh: words(Lang::Zh), en: words(Lang::En) }
}

/// A condition in words, but for a flag's, which has its own.
pub(super) fn in_words(when: &When, named: impl Fn(&str) -> Text) -> Text {
    match when {
        When::Flag { label, .. } => label.clone(),
        When::Class { classes } => said(|lang| {
            let names: Vec<String> =
                classes.iter().map(|class| named(class).get(lang).to_owned()).collect();
            words::when_class(lang, names.join("、"))
        }),
        When::LeadUnit => said(|lang| words::when_lead(lang).into()),
        When::Points { of, bounds } => {
            let of = named(of);
            said(|lang| words::when_points(lang, of.get(lang), bounds))
        }
    }
}
