//! Numbers in their ranges, and small enough together to be computed exactly.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::reach::Reach;
use super::walk::{Placed, Walk};
use super::{Finding, Problem};
use crate::form::decode::escape;
use crate::limits;
use crate::points::{self, MAX_POINTS, MAX_SCALE, Points};
use crate::scheme::{Asked, DeductionItem, EntriesRule, Late, Modifier, Rule, Standing, Weight};

/// The least common multiple of all numbers of authors up to [`limits::AUTHORS`]: entries are
/// brought to it before they are divided.
const COMMON_AUTHORS: u32 = 232_792_560;

struct Ranges<'a> {
    found: &'a mut Vec<Finding>,
}

impl Ranges<'_> {
    fn within(&mut self, path: String, value: Points, least: i64, most: i64) {
        let (least, most) = (Points::new(least.into()), Points::new(most.into()));
        if value < least || value > most {
            self.found.push(Finding::exact(path, Problem::OutOfRange { value, least, most }));
        }
    }

    /// 0 or more.
    fn natural(&mut self, path: String, value: Points) {
        self.within(path, value, 0, MAX_POINTS.into());
    }

    fn positive(&mut self, path: String, value: Points) {
        if value <= Points::ZERO {
            self.found.push(Finding::exact(path, Problem::NotPositive { value }));
        }
    }

    fn rising(&mut self, path: String, least: Points, most: Points) {
        if least > most {
            self.found.push(Finding::exact(path, Problem::Reversed { least, most }));
        }
    }

    fn asked(&mut self, path: &str, asked: &Asked) {
        self.rising(format!("{path}/asked"), asked.least, asked.most);
        self.count(format!("{path}/asked/decimals"), asked.decimals, 0, MAX_SCALE);
    }

    fn count(&mut self, path: String, value: u32, least: u32, most: u32) {
        self.within(path, Points::new(value.into()), least.into(), most.into());
    }
}

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let mut ranges = Ranges { found };
    ranges.count("/decimals".into(), walk.file.decimals, 0, MAX_SCALE);
    for placed in &walk.criteria {
        criterion(placed, &mut ranges);
    }
    for (path, modifier, _) in walk.modifiers() {
        self::modifier(&path, modifier, &mut ranges);
    }
    for placed in &walk.groups {
        weight(&placed.path, placed.group.weight.as_ref(), &mut ranges);
    }
    for placed in &walk.indicators {
        weight(&placed.path, placed.indicator.weight.as_ref(), &mut ranges);
    }
    if let Some(total) = walk.total() {
        if let Some(decimals) = total.decimals {
            ranges.count("/total/decimals".into(), decimals, 0, MAX_SCALE);
        }
        if let Some(Late::Deduct { each, most, .. }) = &total.late {
            ranges.natural("/total/late/each".into(), *each);
            ranges.rising("/total/late".into(), *each, *most);
        }
    }
    if found.is_empty() {
        overflow(walk, found);
    }
}

fn weight(path: &str, weight: Option<&Weight>, ranges: &mut Ranges<'_>) {
    let Some(weight) = weight else { return };
    ranges.positive(format!("{path}/weight/all"), weight.all);
    for (class, by) in &weight.by_class {
        ranges.positive(format!("{path}/weight/by_class/{}", escape(class)), *by);
    }
}

fn modifier(path: &str, modifier: &Modifier, ranges: &mut Ranges<'_>) {
    match modifier {
        Modifier::Scale { from, to, .. } => {
            ranges.positive(format!("{path}/from"), *from);
            ranges.positive(format!("{path}/to"), *to);
        }
        Modifier::Multiply { by, .. } => ranges.natural(format!("{path}/by"), *by),
        Modifier::Cap { .. } | Modifier::Floor { .. } | Modifier::Gate { .. } => {}
    }
}

fn criterion(placed: &Placed<'_>, ranges: &mut Ranges<'_>) {
    let path = format!("{}/rule", placed.path);
    // Outside full marks points are taken off, be it by an option that has fewer than none.
    let least = if placed.standing == Standing::Penalty { -i64::from(MAX_POINTS) } else { 0 };
    match &placed.criterion.rule {
        Rule::Tasks(rule) => {
            ranges.positive(format!("{path}/lead_weight"), rule.lead_weight);
            ranges.positive(format!("{path}/supporting_weight"), rule.supporting_weight);
            ranges.within(format!("{path}/full_at"), rule.full_at, 0, 100);
            ranges.within(format!("{path}/zero_below"), rule.zero_below, 0, 100);
            ranges.rising(path, rule.zero_below, rule.full_at);
        }
        Rule::Choice(rule) => {
            for (at, option) in rule.options.iter().enumerate() {
                let at = format!("{path}/options/{at}");
                let points = format!("{at}/points");
                ranges.within(points, option.points, least, MAX_POINTS.into());
                ranges.rising(at, option.points, option.best());
            }
        }
        Rule::Deduction(rule) => {
            for (at, item) in rule.items.iter().enumerate() {
                deduction(&format!("{path}/items/{at}"), item, ranges);
            }
            let full = placed.criterion.rule_maximum();
            ranges.rising(format!("{path}/floor"), rule.floor, full);
        }
        Rule::Checklist(rule) => {
            for (at, item) in rule.items.iter().enumerate() {
                let at = format!("{path}/items/{at}/points");
                ranges.within(at, item.points, least, MAX_POINTS.into());
            }
        }
        Rule::Count(rule) => {
            ranges.natural(format!("{path}/cap"), rule.cap);
            for (at, item) in rule.items.iter().enumerate() {
                ranges.natural(format!("{path}/items/{at}/each"), item.each);
            }
        }
        Rule::Value(rule) => {
            ranges.asked(&path, &rule.asked);
        }
        Rule::Judged(rule) => ranges.rising(path, rule.least, rule.most),
        Rule::Entries(rule) => {
            ranges.natural(format!("{path}/cap"), rule.cap);
            for (at, level) in rule.levels.iter().enumerate() {
                ranges.natural(format!("{path}/levels/{at}/points"), level.points);
            }
            for (at, placement) in rule.placements.iter().enumerate() {
                ranges.positive(format!("{path}/placements/{at}/by"), placement.by);
            }
        }
        Rule::Assessed(rule) => {
            let most = u32::try_from(limits::SCORES).unwrap_or(u32::MAX);
            ranges.count(format!("{path}/assessors"), rule.assessors, 1, most);
            ranges.rising(path, rule.least, rule.most);
        }
        Rule::Best(rule) => {
            ranges.asked(&path, &rule.asked);
            ranges.natural(format!("{path}/asked/least"), rule.asked.least);
        }
        Rule::Rank(rule) => {
            ranges.asked(&path, &rule.asked);
            ranges.natural(format!("{path}/step"), rule.step);
            let full = placed.criterion.rule_maximum();
            ranges.rising(format!("{path}/last"), rule.last, full);
        }
        Rule::Veto(_) | Rule::Record(_) => {}
    }
}

fn deduction(path: &str, item: &DeductionItem, ranges: &mut Ranges<'_>) {
    ranges.natural(format!("{path}/each"), item.each);
    if let Some(most) = item.most {
        ranges.rising(path.into(), item.each, most);
    }
    for (at, further) in item.further.iter().enumerate() {
        let path = format!("{path}/further/{at}");
        ranges.count(format!("{path}/from"), further.from, 2, limits::COUNT);
        ranges.natural(format!("{path}/points"), further.points);
        if item.further[..at].iter().any(|earlier| earlier.from == further.from) {
            let id = further.from.to_string();
            ranges.found.push(Finding::exact(format!("{path}/from"), Problem::DuplicateId { id }));
        }
    }
}

/// What stays exact: with the eight decimals of a product the digits of a decimal suffice.
pub(super) fn exact(value: Decimal) -> bool {
    value.abs() <= Decimal::from(100_000_000_000_000_000_000_u128)
}

fn overflow(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        if let Rule::Entries(rule) = &placed.criterion.rule
            && !exact(most_of_entries(rule))
        {
            found.push(Finding::exact(format!("{}/rule", placed.path), Problem::Overflow));
        }
    }
    let mut seen = BTreeSet::new();
    for step in Reach::over(walk).into_iter().flat_map(|reaches| reaches.steps) {
        let after = step.after;
        let fits = exact(after.least) && exact(after.most) && exact(after.full);
        if !fits && seen.insert(step.path.clone()) {
            found.push(Finding::exact(step.path, Problem::Overflow));
        }
    }
}

/// All that entries can come to before their division.
fn most_of_entries(rule: &EntriesRule) -> Decimal {
    let level = rule.levels.iter().map(|level| level.points.value()).max().unwrap_or_default();
    let by = rule.placements.iter().map(|placement| placement.by.value());
    let by = by.fold(Decimal::ONE, Decimal::max);
    let entries = Decimal::from(limits::ENTRIES) * Decimal::from(limits::COUNT);
    let common = if rule.shared_clause.is_some() { COMMON_AUTHORS } else { 1 };
    [by, entries, common.into()].into_iter().fold(level, points::mul)
}
