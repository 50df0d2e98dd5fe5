//! Deductions: counts answered one by one, boxes as a group.

use std::collections::BTreeMap;

use super::kinds::{PairedDeduction, PairedDeductionItem};
use super::{figures, given_times, times, unknown_ids};
use crate::answer::Answer;
use crate::issue::{Issue, Problem, field};
use crate::points::Points;
use crate::scheme::{Applies, DeductionItem, DeductionRule};

pub(super) fn deduction<'a>(
    id: &str,
    rule: &'a DeductionRule,
    answer: &Answer,
    leads: Option<bool>,
    decimals: u32,
    issues: &mut Vec<Issue>,
) -> PairedDeduction<'a> {
    let met = if rule.requires.is_some() { answer.met } else { Some(true) };
    let given = || answer.occurrences.as_ref().into_iter().flat_map(BTreeMap::keys);
    let known = rule.items.iter().map(|item| item.id.as_str());
    unknown_ids(&field::part(id, "occurrences"), given(), known, issues);
    if let (Some(requires), None) = (&rule.requires, met) {
        let label = requires.label.clone();
        issues.push(Issue::new(field::part(id, "met"), Problem::NotAnswered(label)));
    }
    if let (Some(requires), Some(false)) = (&rule.requires, met)
        && answer.occurrences.as_ref().is_some_and(|o| o.values().any(|times| *times > 0))
    {
        let problem = Problem::WithoutRequirement(requires.label.clone());
        issues.push(Issue::new(field::part(id, "occurrences"), problem));
    }
    // Items that count once are boxes to tick: once the boxes are answered at all, one that is
    // not named is not ticked. Open counts are answered one by one.
    let counts_too = rule.items.iter().any(|item| !item.once);
    let boxes_answered = answer.occurrences.as_ref().is_some_and(|occurrences| {
        !counts_too || rule.items.iter().any(|i| i.once && occurrences.contains_key(&i.id))
    });
    let mut asked = false;
    let items = rule.items.iter().map(|item| {
        let field = field::occurrences(id, &item.id);
        let mut times = times(answer, &item.id, &field, issues);
        let given = given_times(answer, &item.id);
        if item.once {
            if boxes_answered && !given {
                times = Some(0);
            }
            if let Some(many) = times.filter(|times| *times > 1) {
                let problem = Problem::MoreThanOnce(item.label.clone(), many);
                issues.push(Issue::new(&field, problem));
                times = None;
            }
        }
        let concerns = match item.applies {
            None => Some(true),
            Some(Applies::LeadUnits) => leads,
        };
        let needed = met == Some(true) && concerns != Some(false);
        if needed && times.is_none() && !given && !(item.once && asked) {
            // One question for all boxes, at the first.
            asked |= item.once;
            issues.push(Issue::new(&field, Problem::NotAnswered(item.label.clone())));
        }
        if let (Some(false), Some(many @ 1..)) = (concerns, times) {
            issues.push(Issue::new(&field, Problem::LeadUnitsOnly(item.label.clone(), many)));
        }
        let range = times.filter(|times| *times > 0 && concerns != Some(false));
        let range = range.and_then(|times| item.claimable(times));
        let claim = range.and_then(|range| claim(id, item, range, decimals, answer, issues));
        PairedDeductionItem { item, times, concerns, claim }
    });
    PairedDeduction { rule, met, items: items.collect() }
}

/// Points off within the range that so many times allow; a reason is due.
fn claim(
    id: &str,
    item: &DeductionItem,
    range: (Points, Points),
    decimals: u32,
    answer: &Answer,
    issues: &mut Vec<Issue>,
) -> Option<rust_decimal::Decimal> {
    let at = field::claims(id, &item.id);
    let given = answer.claims.as_ref().and_then(|claims| claims.get(&item.id)).copied();
    if given.is_none() {
        issues.push(Issue::new(&at, Problem::NotAnswered(item.label.clone())));
    }
    let claim = figures::in_range(given, range, decimals, &at, issues)?;
    figures::reasoned(id, claim, answer, issues);
    Some(claim)
}
