//! The least and the most that each kind of rule gives before any modifier: exact.

use rust_decimal::Decimal;

use super::monotone::along;
use crate::limits;
use crate::points::{add, mul, sub};
use crate::scheme::{Criterion, DeductionRule, Rule, Scale};

/// The least and the most that a rule gives.
pub(super) fn ruled(criterion: &Criterion) -> (Decimal, Decimal) {
    let full = criterion.rule_maximum().value();
    let count = Decimal::from(limits::COUNT);
    match &criterion.rule {
        Rule::Choice(rule) => {
            let least = rule.options.iter().map(|option| option.points).min();
            (least.unwrap_or_default().value(), full)
        }
        Rule::Checklist(rule) => {
            let points = || rule.items.iter().map(|item| item.points.value());
            let least = points().map(|points| points.min(Decimal::ZERO));
            let most = points().map(|points| points.max(Decimal::ZERO));
            (least.fold(Decimal::ZERO, add), most.fold(Decimal::ZERO, add))
        }
        Rule::Count(rule) => {
            let each = rule.items.iter().map(|item| mul(item.each.value(), count));
            (Decimal::ZERO, rule.cap.value().min(each.fold(Decimal::ZERO, add)))
        }
        Rule::Value(rule) => {
            let (least, most) = (rule.asked.least, rule.asked.most);
            match &rule.scale {
                Scale::Bands { bands } => {
                    let reached = bands.iter().filter(|band| {
                        band.bounds.upper().is_none_or(|(end, _)| end >= least)
                            && band.bounds.lower().is_none_or(|(end, _)| end <= most)
                    });
                    ends(reached.map(|band| band.points.value()))
                }
                Scale::Linear { anchors, .. } => {
                    let at = |x| along(anchors, x);
                    let inside = anchors.iter().filter(|a| a.at >= least && a.at <= most);
                    let inside = inside.map(|anchor| anchor.points.value());
                    ends(inside.chain([at(least), at(most)]))
                }
            }
        }
        Rule::Judged(rule) => (rule.least.value(), rule.most.value()),
        Rule::Assessed(rule) => (rule.least.value(), rule.most.value()),
        Rule::Entries(rule) => {
            let by = rule.placements.iter().map(|placement| placement.by.value());
            let by = by.fold(Decimal::ONE, Decimal::max);
            let level = rule.levels.iter().map(|level| level.points.value()).max();
            let all = mul(Decimal::from(limits::ENTRIES), count);
            let most = mul(mul(level.unwrap_or_default(), by), all);
            (Decimal::ZERO, rule.cap.value().min(most))
        }
        Rule::Deduction(rule) => {
            let least = sub(full, deducted(rule)).max(rule.floor.value());
            match rule.requires {
                Some(_) => (least.min(Decimal::ZERO), full.max(Decimal::ZERO)),
                None => (least, full),
            }
        }
        Rule::Rank(rule) => (rule.last.value(), full),
        Rule::Tasks(_) | Rule::Best(_) => (Decimal::ZERO, full),
        Rule::Veto(_) | Rule::Record(_) => (Decimal::ZERO, Decimal::ZERO),
    }
}

/// All that events can cost, before the floor.
pub(super) fn deducted(rule: &DeductionRule) -> Decimal {
    let items = rule.items.iter().map(|item| {
        let times = if item.once { 1 } else { limits::COUNT };
        let each = mul(item.most.unwrap_or(item.each).value(), times.into());
        let reached = item.further.iter().filter(|further| further.from <= times);
        let further = reached.map(|further| further.points.value()).max();
        add(each, further.unwrap_or_default())
    });
    items.fold(Decimal::ZERO, add)
}

fn ends(points: impl Iterator<Item = Decimal>) -> (Decimal, Decimal) {
    let all: Vec<Decimal> = points.collect();
    let least = all.iter().min().copied().unwrap_or_default();
    (least, all.iter().max().copied().unwrap_or_default())
}
