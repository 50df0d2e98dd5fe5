//! Points that add up, and full marks that can be had and not exceeded.

use rust_decimal::Decimal;

use super::reach::Reach;
use super::walk::Walk;
use super::{Finding, Problem};
use crate::points::{Points, round};
use crate::scheme::full;
use crate::scheme::{Combine, Criterion, Standing};

/// Whether points are given where something is counted, and only there.
pub(super) fn given(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let path = format!("{}/points", placed.path);
        let problem = match (placed.criterion.points, placed.criterion.counted()) {
            (None, true) => Problem::NoPoints,
            (Some(value), false) => Problem::PointsNotCounted { value },
            (Some(value), true) if placed.standing == Standing::Penalty => {
                if value == Points::ZERO {
                    continue;
                }
                Problem::PenaltyWithPoints { value }
            }
            (Some(value), true) if value <= Points::ZERO => Problem::NotPositive { value },
            _ => continue,
        };
        found.push(Finding::exact(path, problem));
    }
}

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let reaches = Reach::over(walk);
    for placed in &walk.criteria {
        let criterion = placed.criterion;
        if !criterion.counted() {
            continue;
        }
        let stated = criterion.maximum();
        let reached = reaches.iter().filter_map(|reaches| reaches.criteria.get(&placed.path));
        let (ruled, after): (Vec<_>, Vec<_>) = reached.copied().unzip();
        let most = |all: &[Reach]| all.iter().map(|reach| reach.most).max().unwrap_or_default();
        // Full marks after caps and conversions alone: what the figures of the table promise.
        let full = |full, modifier: &crate::scheme::Modifier| modifier.full_after(full);
        let promised = criterion.modifiers.iter().fold(most(&ruled), full);
        let path = format!("{}/points", placed.path);
        let reachable = most(&after);
        if !same(promised, stated.value()) {
            let reachable = tidy(promised);
            found.push(Finding::exact(path, Problem::FullMarks { stated, reachable }));
        } else if reachable > round(stated.value(), walk.file.decimals) {
            let reachable = tidy(reachable);
            let problem = Problem::AboveFullMarks { full: stated, reachable };
            found.push(Finding::exact(path, problem));
        } else if reachable < round(stated.value(), walk.file.decimals) {
            let reachable = tidy(reachable);
            found.push(Finding::exact(path, Problem::FullMarks { stated, reachable }));
        }
    }
    for placed in &walk.indicators {
        if let Some(stated) = placed.indicator.points {
            let sum = placed.indicator.criteria.iter().map(Criterion::maximum).sum();
            if stated != sum {
                let path = format!("{}/points", placed.path);
                found.push(Finding::exact(path, Problem::PointsDiffer { stated, sum }));
            }
        }
    }
    if let Some(stated) = walk.total().and_then(|total| total.points) {
        let sum = full::marks(walk.file);
        if !same(stated.value(), sum.value()) {
            let sum = tidy(sum.value());
            found.push(Finding::exact("/total/points", Problem::TotalDiffers { stated, sum }));
        }
    }
}

/// Groups and the total: nothing above full marks, but for a bonus.
pub(super) fn whole(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let reaches = Reach::over(walk);
    let decimals = walk.file.decimals;
    // Where parts may drop out of a mean, its full marks go with them: the search tries that.
    let mean = walk.together().iter().any(|(_, one)| one.combine == Combine::WeightedMean);
    let above = |reach: &Reach, decimals: u32| {
        let moves = mean && reach.optional;
        !moves && round(reach.most, decimals) > round(reach.full, decimals)
    };
    let mut report = |path: &str, reach: &Reach| {
        let (full, reachable) = (tidy(reach.full), tidy(reach.most));
        found.push(Finding::exact(path, Problem::AboveFullMarks { full, reachable }));
    };
    let mut any = false;
    for placed in walk.groups.iter().filter(|placed| placed.standing == Standing::Base) {
        let path = format!("{}/together", placed.path);
        let of = reaches.iter().filter_map(|reaches| reaches.groups.get(&path));
        if let Some(reach) = of.into_iter().find(|reach| above(reach, decimals)) {
            report(&path, reach);
            any = true;
        }
    }
    let bonus = walk.file.groups.iter().any(|group| group.standing == Standing::Bonus);
    let decimals = walk.total().and_then(|total| total.decimals).unwrap_or(decimals);
    let mut totals = reaches.iter().map(|reaches| &reaches.unvetoed);
    let total = totals.find(|reach| above(reach, decimals));
    if let (Some(total), false, false) = (total, bonus, any) {
        report("/total", total);
    }
}

/// Equal but for the last digits of a quotient.
fn same(a: Decimal, b: Decimal) -> bool {
    round(a, 12) == round(b, 12)
}

/// Without digits that only a quotient has.
pub(super) fn tidy(value: Decimal) -> Points {
    Points::new(round(value, 6).normalize())
}
