//! Answers that are numbers: figures, points claimed, scores.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::answer::{Amount, Answer};
use crate::points::{Points, add, div, mul, sub};
use crate::scheme::lint::monotone::along;
use crate::scheme::{Asked, Scale, ValueRule};

/// The answer halfway between two that differ in one number; `None` where nothing lies between.
pub(super) fn between(from: &Answer, to: &Answer, decimals: u32) -> Option<Answer> {
    let middle = |a: Option<Amount>, b: Option<Amount>| {
        let (a, b) = (a?.value(), b?.value());
        let middle = down(div(add(a, b), Decimal::TWO), decimals);
        (middle != a && middle != b).then_some(())?;
        Amount::of(middle).ok()
    };
    let first = |scores: &Option<Vec<Amount>>| scores.as_ref()?.first().copied();
    if let Some(claim) = middle(from.claim, to.claim) {
        return Some(Answer { claim: Some(claim), ..to.clone() });
    }
    if let Some(value) = middle(from.value, to.value) {
        return Some(Answer { value: Some(value), ..to.clone() });
    }
    let score = middle(first(&from.scores), first(&to.scores))?;
    let all = to.scores.as_ref().map_or(0, Vec::len);
    Some(Answer { scores: Some(vec![score; all]), ..to.clone() })
}

pub(super) fn amount(value: Decimal) -> Option<Amount> {
    Amount::of(value.normalize()).ok()
}

pub(super) fn down(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity)
}

pub(super) fn up(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::ToPositiveInfinity)
}

/// Points claimed, with the reason that is due for them.
pub(super) fn reasoned(claim: Option<Decimal>) -> Answer {
    Answer { claim: claim.and_then(amount), note: "-".into(), ..Answer::default() }
}

/// Both ends, the numbers beside them, and quarters.
pub(super) fn within(least: Decimal, most: Decimal, decimals: u32) -> Vec<Decimal> {
    let (least, most) = (up(least, decimals), down(most, decimals));
    let step = Decimal::new(1, decimals);
    let quarter = |n: i64| {
        let part = div(mul(sub(most, least), n.into()), Decimal::from(4));
        down(add(least, part), decimals)
    };
    let mut all = vec![least, add(least, step), quarter(1), quarter(2), quarter(3)];
    all.extend([sub(most, step), most]);
    all.retain(|value| least <= *value && *value <= most);
    all.sort_unstable();
    all.dedup();
    all
}

pub(super) fn value(rule: &ValueRule) -> Vec<Answer> {
    let asked = &rule.asked;
    let step = Decimal::new(1, asked.decimals);
    let ends: Vec<Points> = match &rule.scale {
        Scale::Bands { bands } => {
            let ends = bands.iter().flat_map(|band| [band.bounds.lower(), band.bounds.upper()]);
            ends.flatten().map(|(end, _)| end).collect()
        }
        Scale::Linear { anchors, .. } => anchors.iter().map(|anchor| anchor.at).collect(),
    };
    let mut all = within(asked.least.value(), asked.most.value(), asked.decimals);
    for end in ends {
        let end = down(end.value(), asked.decimals);
        all.extend([sub(end, step), end, add(end, step)]);
    }
    all.retain(|value| asked.allows(*value));
    let points = |value: &Decimal| match &rule.scale {
        Scale::Bands { bands } => {
            let band = bands.iter().find(|band| band.bounds.contain(Points::new(*value)));
            band.map(|band| band.points.value()).unwrap_or_default()
        }
        Scale::Linear { anchors, .. } => along(anchors, Points::new(*value)),
    };
    // Whether more is better is the scale's to say.
    all.sort_by_key(|value| (points(value), *value));
    all.dedup();
    all.into_iter().map(reported).collect()
}

pub(super) fn asked(asked: &Asked, smallest_first: bool) -> Vec<Answer> {
    let mut all = within(asked.least.value(), asked.most.value(), asked.decimals);
    if smallest_first {
        all.reverse();
    }
    all.into_iter().map(reported).collect()
}

pub(super) fn reported(value: Decimal) -> Answer {
    Answer { value: amount(value), ..Answer::default() }
}
