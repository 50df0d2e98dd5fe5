//! Bounds without gap or overlap over all numbers that can be.

use rust_decimal::{Decimal, RoundingStrategy};

use super::reach::Reach;
use super::walk::Walk;
use super::{Finding, Problem};
use crate::points::{Points, add, sub};
use crate::scheme::{Bounds, Rule, Scale};

/// The bands of values; scoring relies on each number having one.
pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let Rule::Value(rule) = &placed.criterion.rule else { continue };
        let path = format!("{}/rule/scale", placed.path);
        match &rule.scale {
            Scale::Bands { bands } => {
                let all: Vec<Bounds> = bands.iter().map(|band| band.bounds).collect();
                let path = format!("{path}/bands");
                if sound(&path, &all, found) {
                    let range = (rule.asked.least.value(), rule.asked.most.value());
                    cover(&path, &all, range, rule.asked.decimals, found);
                }
            }
            Scale::Linear { anchors, .. } => {
                for (at, pair) in anchors.windows(2).enumerate() {
                    if pair[1].at <= pair[0].at {
                        let problem = Problem::AnchorsNotRising { at: pair[1].at };
                        let path = format!("{path}/anchors/{}", at + 1);
                        found.push(Finding::exact(path, problem));
                    }
                }
            }
        }
    }
    if let Some(total) = walk.total() {
        let all: Vec<Bounds> = total.grades.iter().map(|grade| grade.bounds).collect();
        sound("/total/grades", &all, found);
    }
}

/// The grades over all possible totals; and what no number can fall in.
pub(super) fn reach(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let Rule::Value(rule) = &placed.criterion.rule else { continue };
        if let Scale::Bands { bands } = &rule.scale {
            let all: Vec<Bounds> = bands.iter().map(|band| band.bounds).collect();
            let range = (rule.asked.least.value(), rule.asked.most.value());
            let path = format!("{}/rule/scale/bands", placed.path);
            reached(&path, &all, range, rule.asked.decimals, found);
        }
    }
    let Some(total) = walk.total().filter(|total| !total.grades.is_empty()) else { return };
    let all: Vec<Bounds> = total.grades.iter().map(|grade| grade.bounds).collect();
    let reaches = Reach::over(walk);
    let least = reaches.iter().map(|reaches| reaches.total.least).min().unwrap_or_default();
    let most = reaches.iter().map(|reaches| reaches.total.most).max().unwrap_or_default();
    let decimals = total.decimals.unwrap_or(walk.file.decimals);
    cover("/total/grades", &all, (least, most), decimals, found);
    reached("/total/grades", &all, (least, most), decimals, found);
}

fn sound(path: &str, all: &[Bounds], found: &mut Vec<Finding>) -> bool {
    let before = found.len();
    for (at, bounds) in all.iter().enumerate() {
        if !bounds.sound() {
            let problem = Problem::UnsoundBounds { bounds: *bounds };
            found.push(Finding::exact(format!("{path}/{at}/bounds"), problem));
        }
    }
    found.len() == before
}

/// The numbers of so many decimals at which the bounds that hold one can change: the ends of the
/// range, and at every end of bounds the numbers beside it. Between two of them nothing changes,
/// so to look at these is to look at all.
fn turning(all: &[Bounds], range: (Decimal, Decimal), decimals: u32) -> Vec<Points> {
    let step = Decimal::new(1, decimals);
    let down = |value: Decimal| {
        value.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity)
    };
    let mut numbers = vec![down(range.0), add(down(range.0), step), down(range.1)];
    let ends = all.iter().flat_map(|bounds| [bounds.lower(), bounds.upper()]).flatten();
    for (end, _) in ends {
        let floor = down(end.value());
        numbers.extend([sub(floor, step), floor, add(floor, step)]);
    }
    numbers.retain(|number| range.0 <= *number && *number <= range.1);
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| Points::new(number.normalize())).collect()
}

/// Reports the first number of every gap and overlap.
fn cover(
    path: &str,
    all: &[Bounds],
    range: (Decimal, Decimal),
    decimals: u32,
    found: &mut Vec<Finding>,
) {
    let mut before = 1;
    for number in turning(all, range, decimals) {
        let holding: Vec<usize> = (0..all.len()).filter(|at| all[*at].contain(number)).collect();
        if holding.is_empty() && before != 0 {
            // At the bounds that end below the gap, since they are what a remedy changes.
            let below =
                |bounds: &Bounds| bounds.upper().map(|(end, _)| end).filter(|end| *end <= number);
            let under = (0..all.len()).filter(|at| below(&all[*at]).is_some());
            let under = under.max_by_key(|at| below(&all[*at]));
            let above = all.iter().filter_map(|bounds| bounds.lower().map(|(end, _)| end));
            let next = above.filter(|end| *end >= number).min();
            let path = under.map_or(path.to_owned(), |at| format!("{path}/{at}/bounds"));
            found.push(Finding::exact(path, Problem::BoundsGap { first: number, next }));
        }
        if holding.len() > 1 && before < 2 {
            let path = format!("{path}/{}/bounds", holding[1]);
            found.push(Finding::exact(path, Problem::BoundsOverlap { first: number }));
        }
        before = holding.len();
    }
}

fn reached(
    path: &str,
    all: &[Bounds],
    range: (Decimal, Decimal),
    decimals: u32,
    found: &mut Vec<Finding>,
) {
    let numbers = turning(all, range, decimals);
    for (at, bounds) in all.iter().enumerate() {
        if !numbers.iter().any(|number| bounds.contain(*number)) {
            let problem = Problem::OutOfReach { bounds: *bounds };
            found.push(Finding::exact(format!("{path}/{at}/bounds"), problem));
        }
    }
}
