//! Points that rest on other units' figures: what of each form has to be known of all of them.

use super::together::{Kept, Outcome};
use crate::answer::{Answer, Answers};
use crate::form::Form;
use crate::scheme::{Criterion, Rule, Scheme};
use crate::scoring::Peers;

fn is_compared(criterion: &&Criterion) -> bool {
    matches!(criterion.rule, Rule::Best(_) | Rule::Rank(_))
}

/// Whether a scheme has criteria whose points rest on other units' figures. Forms are then examined
/// twice: first for the figures, then with all of them ([`Outcome::peers`]) as the basis.
pub fn compares(scheme: &Scheme) -> bool {
    scheme.criteria().any(|criterion| is_compared(&criterion))
}

/// The figures of a form by which units are compared.
pub(super) fn compared(scheme: &Scheme, form: &Form) -> Answers {
    let of = |criterion: &Criterion| {
        let answer = form.answers.get(&criterion.id)?;
        let figure = Answer { value: answer.value, applies: answer.applies, ..Answer::default() };
        Some((criterion.id.clone(), figure))
    };
    scheme.criteria().filter(is_compared).filter_map(of).collect()
}

impl Outcome {
    /// The figures of all units that are assessed, each by the form of it that counts and is not
    /// forfeited.
    pub fn peers(&self, scheme: &Scheme) -> Peers {
        let counts = |kept: &&Kept| {
            kept.superseded_by.is_none() && !kept.forfeited && scheme.assesses(&kept.unit)
        };
        Peers::of(scheme, self.forms.iter().filter(counts).map(|kept| &kept.compared))
    }
}
