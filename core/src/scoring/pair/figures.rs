//! Numbers, points claimed and assessors' scores: in range, or an issue and missing.

use rust_decimal::Decimal;

use crate::answer::{Amount, Answer};
use crate::issue::{Issue, Problem, field};
use crate::points::Points;
use crate::scheme::{Asked, AssessedRule};
use crate::text::Text;

/// A number in its range, or an issue and missing.
pub(super) fn in_range(
    amount: Option<Amount>,
    range: (Points, Points),
    decimals: u32,
    at: &str,
    issues: &mut Vec<Issue>,
) -> Option<Decimal> {
    let value = amount?.value();
    let (least, most) = range;
    let text = value.to_string();
    if value < least.value() || value > most.value() {
        issues.push(Issue::new(at, Problem::OutOfRange(text, least, most)));
        return None;
    }
    if value.normalize().scale() > decimals {
        issues.push(Issue::new(at, Problem::DecimalsAtMost(text, decimals)));
        return None;
    }
    Some(value)
}

/// The number that a rule asks for.
pub(super) fn asked(
    id: &str,
    asked: &Asked,
    answer: &Answer,
    issues: &mut Vec<Issue>,
) -> Option<Decimal> {
    let at = field::part(id, "value");
    if answer.value.is_none() {
        issues.push(Issue::new(&at, Problem::NotAnswered(asked.label.clone())));
    }
    in_range(answer.value, (asked.least, asked.most), asked.decimals, &at, issues)
}

/// Points claimed within a range, which need a reason.
pub(super) fn claim(
    id: &str,
    label: &Text,
    range: (Points, Points),
    decimals: u32,
    answer: &Answer,
    issues: &mut Vec<Issue>,
) -> Option<Decimal> {
    let at = field::part(id, "claim");
    if answer.claim.is_none() {
        issues.push(Issue::new(&at, Problem::NotAnswered(label.clone())));
    }
    let claim = in_range(answer.claim, range, decimals, &at, issues)?;
    reasoned(id, claim, answer, issues);
    Some(claim)
}

/// Asks for the reason of points that are claimed at discretion.
pub(super) fn reasoned(id: &str, claim: Decimal, answer: &Answer, issues: &mut Vec<Issue>) {
    let at = field::part(id, "note");
    let asked = issues.last().is_some_and(|issue| issue.field == at);
    if answer.note.trim().is_empty() && !asked {
        let problem = Problem::PointsReasonMissing(claim.normalize().to_string());
        issues.push(Issue::new(at, problem));
    }
}

/// Assessors' scores, and how many are missing or cannot be used.
pub(super) fn scores(
    id: &str,
    rule: &AssessedRule,
    decimals: u32,
    answer: &Answer,
    issues: &mut Vec<Issue>,
) -> (Vec<Decimal>, u32) {
    let given = answer.scores.as_deref().unwrap_or_default();
    let mut scores = Vec::with_capacity(given.len());
    for (index, score) in given.iter().enumerate() {
        let at = field::score(id, index);
        scores.extend(in_range(Some(*score), (rule.least, rule.most), decimals, &at, issues));
    }
    let needed = usize::try_from(rule.assessors).unwrap_or(usize::MAX);
    if given.len() < needed {
        let at = field::part(id, "scores");
        let problem = match answer.scores {
            None => Problem::NotAnswered(rule.label.clone()),
            Some(_) => Problem::TooFewScores(given.len(), rule.assessors),
        };
        issues.push(Issue::new(at, problem));
    }
    let missing = given.len().max(needed) - scores.len();
    (scores, u32::try_from(missing).unwrap_or(u32::MAX))
}
