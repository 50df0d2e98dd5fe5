//! What never matters: caps and floors that cannot bite, vetoes that bound nothing, provisions
//! for parts that cannot be absent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::monotone::rising;
use super::points::tidy;
use super::reach::Reach;
use super::ruled::deducted;
use super::walk::{Placed, Walk};
use super::{Finding, Problem};
use crate::points::{Points, sub};
use crate::scheme::{Absent, Combine, Group, Modifier, Rule, Scale, Together};

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    bounds(walk, found);
    for placed in &walk.criteria {
        rule(placed, found);
    }
    absent(walk, found);
}

fn bounds(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let reaches = Reach::over(walk);
    // What bites for one class of units only is not idle.
    let mut idle: BTreeMap<&str, (usize, Option<Problem>)> = BTreeMap::new();
    for (order, step) in reaches.iter().flat_map(|reaches| reaches.steps.iter().enumerate()) {
        let (least, most) = (step.before.least, step.before.most);
        // One at the very end says once more what is so anyway, as tables do.
        let problem = match step.modifier {
            Modifier::Cap { at, .. } if at.value() > most => {
                Some(Problem::CapIdle { at: *at, most: tidy(most) })
            }
            Modifier::Floor { at, .. } if at.value() < least => {
                Some(Problem::FloorIdle { at: *at, least: tidy(least) })
            }
            _ => None,
        };
        let entry = idle.entry(&step.path).or_insert((order, problem.clone()));
        if problem.is_none() {
            entry.1 = None;
        }
    }
    let mut idle: Vec<_> = idle.into_iter().collect();
    idle.sort_by_key(|(_, (order, _))| *order);
    for (path, (_, problem)) in idle {
        found.extend(problem.map(|problem| Finding::exact(path, problem)));
    }
    for placed in &walk.criteria {
        let all = || reaches.iter().filter_map(|reaches| reaches.criteria.get(&placed.path));
        if let Rule::Deduction(rule) = &placed.criterion.rule {
            let floor = rule.floor;
            let least = all().map(|(_, after)| after.least).min().unwrap_or_default();
            if floor >= Points::ZERO && least < Decimal::ZERO {
                let problem = Problem::BelowFloor { floor, least: tidy(least) };
                found.push(Finding::exact(format!("{}/modifiers", placed.path), problem));
            }
        }
        if let Rule::Veto(rule) = &placed.criterion.rule {
            let most = reaches.iter().map(|of| of.unvetoed.most).max().unwrap_or_default();
            if rule.at_most.value() >= most {
                let problem = Problem::VetoIdle { at_most: rule.at_most, most: tidy(most) };
                found.push(Finding::exact(format!("{}/rule/at_most", placed.path), problem));
            }
        }
    }
}

fn rule(placed: &Placed<'_>, found: &mut Vec<Finding>) {
    let path = format!("{}/rule", placed.path);
    let mut same = |list: &str, points: Vec<(usize, Points)>| {
        for pair in points.windows(2) {
            if pair[0].1 == pair[1].1 {
                let path = format!("{path}/{list}/{}", pair[1].0);
                found.push(Finding::exact(path, Problem::SamePoints { points: pair[1].1 }));
            }
        }
    };
    match &placed.criterion.rule {
        Rule::Choice(rule) => {
            let fixed = rule.options.iter().enumerate().filter(|(_, option)| option.to.is_none());
            same("options", fixed.map(|(at, option)| (at, option.points)).collect());
        }
        Rule::Value(rule) => {
            if let Scale::Bands { bands } = &rule.scale {
                same("scale/bands", rising(bands));
            }
        }
        Rule::Entries(rule) => {
            let mut levels: Vec<_> =
                rule.levels.iter().map(|level| level.points).enumerate().collect();
            levels.sort_by_key(|(_, points)| *points);
            same("levels", levels);
        }
        // Every deduction names a floor; one at nothing is no claim that it bites.
        Rule::Deduction(rule) if rule.floor != Points::ZERO => {
            let full = placed.criterion.rule_maximum().value();
            let least = sub(full, deducted(rule));
            if rule.floor.value() < least {
                let problem = Problem::FloorIdle { at: rule.floor, least: tidy(least) };
                found.push(Finding::exact(format!("{path}/floor"), problem));
            }
        }
        _ => {}
    }
}

/// What becomes of parts that do not apply: said where none can be absent, or not said at all.
fn absent(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let plain = Together::default();
    let base = walk.total().map_or(&plain, |total| &total.base);
    let any = walk.file.groups.iter().any(can_be_absent);
    if base.absent != Absent::Keep && !any {
        found.push(Finding::exact("/total/base/absent", Problem::AbsentIdle));
    }
    for placed in &walk.groups {
        if placed.group.together.absent != Absent::Keep && !can_be_absent(placed.group) {
            let path = format!("{}/together/absent", placed.path);
            found.push(Finding::exact(path, Problem::AbsentIdle));
        }
    }
    for placed in &walk.criteria {
        let criterion = placed.criterion;
        let (true, true) = (criterion.optional.is_some(), criterion.counted()) else { continue };
        let made_up = |together: &Together| {
            together.absent != Absent::Keep || together.combine == Combine::WeightedMean
        };
        let around = walk.groups.iter().filter(|group| {
            placed.path.strip_prefix(&group.path).is_some_and(|rest| rest.starts_with('/'))
        });
        if !made_up(base) && !around.into_iter().any(|group| made_up(&group.group.together)) {
            let problem = Problem::FullMarksShrink { points: criterion.maximum() };
            found.push(Finding::exact(format!("{}/optional", placed.path), problem));
        }
    }
}

fn can_be_absent(group: &Group) -> bool {
    group
        .all_indicators()
        .flat_map(|indicator| &indicator.criteria)
        .any(|criterion| criterion.optional.is_some() || !criterion.classes.is_empty())
}
