//! Why a decision is not taken.

use selfscore_wording::{Lang, verify as words};

use super::{Decision, bounds};
use crate::limits;
use crate::points::Points;
use crate::scheme::{Criterion, Scheme};

/// Why a decision is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The scheme has no such criterion, or it is not counted.
    NoCriterion(String),
    /// No reason.
    NoReason,
    /// No reviewer.
    NoReviewer,
    /// Beyond what the criterion can have: the points, the least, the most.
    OutOfBounds(Points, Points, Points),
    /// Finer than the scheme rounds to: the points, and its places.
    TooFine(Points, u32),
    /// A text longer than a form holds; its length in characters.
    TooLong(usize),
    /// Another decision has its name.
    Known(String),
}

impl Refused {
    /// What is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Refused::NoCriterion(id) => words::no_criterion(lang, id),
            Refused::NoReason => words::no_reason(lang).into(),
            Refused::NoReviewer => words::no_reviewer(lang).into(),
            Refused::OutOfBounds(points, least, most) => {
                words::out_of_bounds(lang, points, least, most)
            }
            Refused::TooFine(points, decimals) => words::too_fine(lang, points, decimals),
            Refused::Known(id) => words::known(lang, id),
            Refused::TooLong(chars) => words::too_long(lang, chars, limits::TEXT_CHARS),
        }
    }
}

/// The criterion of a decision, if it is counted.
fn counted<'a>(scheme: &'a Scheme, id: &str) -> Result<&'a Criterion, Refused> {
    let criterion = scheme.criterion(id).filter(|found| found.counted());
    criterion.ok_or_else(|| Refused::NoCriterion(id.to_owned()))
}

/// Whether a criterion can have these points.
pub(super) fn fits(scheme: &Scheme, criterion: &str, points: Points) -> Result<(), Refused> {
    let (least, most) = bounds(counted(scheme, criterion)?);
    if points < least || points > most {
        return Err(Refused::OutOfBounds(points, least, most));
    }
    let decimals = scheme.decimals();
    match points.value().normalize().scale() > decimals {
        true => Err(Refused::TooFine(points, decimals)),
        false => Ok(()),
    }
}

/// Whether a decision may stand.
pub(super) fn check(scheme: &Scheme, decision: &Decision) -> Result<(), Refused> {
    counted(scheme, &decision.criterion)?;
    for text in [&decision.reason, &decision.reviewer, &decision.unit] {
        let chars = text.chars().count();
        if chars > limits::TEXT_CHARS {
            return Err(Refused::TooLong(chars));
        }
    }
    if decision.reviewer.trim().is_empty() {
        return Err(Refused::NoReviewer);
    }
    let Some(points) = decision.points else { return Ok(()) };
    if decision.reason.trim().is_empty() {
        return Err(Refused::NoReason);
    }
    fits(scheme, &decision.criterion, points)
}
