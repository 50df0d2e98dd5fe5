//! Events that change nothing, and points that rounding cuts.

use super::walk::{Owner, Walk};
use super::{Finding, Problem};
use crate::points::Points;
use crate::scheme::{Modifier, Rule};

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let path = format!("{}/rule", placed.path);
        let mut idle = |at: String, points: Points| {
            if points == Points::ZERO {
                found.push(Finding::exact(at, Problem::Worthless));
            }
        };
        match &placed.criterion.rule {
            Rule::Deduction(rule) => {
                for (at, item) in rule.items.iter().enumerate() {
                    let further = item.further.iter().map(|f| f.points).max().unwrap_or_default();
                    let most = item.most.unwrap_or(item.each).max(further);
                    idle(format!("{path}/items/{at}/each"), most);
                }
            }
            Rule::Checklist(rule) => {
                for (at, item) in rule.items.iter().enumerate() {
                    idle(format!("{path}/items/{at}/points"), item.points);
                }
            }
            Rule::Count(rule) => {
                for (at, item) in rule.items.iter().enumerate() {
                    idle(format!("{path}/items/{at}/each"), item.each);
                }
            }
            Rule::Entries(rule) => {
                for (at, level) in rule.levels.iter().enumerate() {
                    idle(format!("{path}/levels/{at}/points"), level.points);
                }
            }
            Rule::Judged(rule) => idle(format!("{path}/most"), rule.most.minus(rule.least)),
            Rule::Assessed(rule) => idle(format!("{path}/most"), rule.most.minus(rule.least)),
            Rule::Rank(rule) => idle(format!("{path}/step"), rule.step),
            _ => {}
        }
    }
    fine(walk, found);
}

/// Points with more decimals than what they bound is rounded to: full marks that nobody has, a
/// cap that rounding goes above.
fn fine(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let lines = walk.file.decimals;
    let total = walk.total().and_then(|total| total.decimals).unwrap_or(lines);
    let mut check = |path: String, value: Points, decimals: u32| {
        if value.rounded(decimals) != value {
            let problem = Problem::FinerThanRounding { value, decimals };
            found.push(Finding::exact(path, problem));
        }
    };
    for placed in &walk.criteria {
        check(format!("{}/points", placed.path), placed.criterion.maximum(), lines);
        let path = format!("{}/rule", placed.path);
        // Points that are the line as such; what modifiers make of them is rounded once.
        let plain = placed.criterion.modifiers.is_empty();
        match &placed.criterion.rule {
            Rule::Veto(rule) => check(format!("{path}/at_most"), rule.at_most, total),
            Rule::Choice(rule) if plain => {
                for (at, option) in rule.options.iter().enumerate() {
                    check(format!("{path}/options/{at}/points"), option.points, lines);
                }
            }
            _ => {}
        }
    }
    for (path, modifier, owner) in walk.modifiers() {
        let decimals = if matches!(owner, Owner::Total) { total } else { lines };
        match modifier {
            Modifier::Cap { at, .. } | Modifier::Floor { at, .. } => {
                check(format!("{path}/at"), *at, decimals);
            }
            Modifier::Gate { otherwise, .. } => {
                check(format!("{path}/otherwise"), *otherwise, decimals);
            }
            Modifier::Scale { .. } | Modifier::Multiply { .. } => {}
        }
    }
    if let Some(points) = walk.total().and_then(|total| total.points) {
        check("/total/points".into(), points, total);
    }
}
