//! No answer that is better scores less: what follows from the scheme's own numbers.

use rust_decimal::Decimal;

use super::points::tidy;
use super::reach::{Reach, Reaches, Step};
use super::walk::{Owner, Walk};
use super::{Finding, Problem};
use crate::points::{Points, add, div, mul, sub};
use crate::scheme::{
    Anchor, Band, Bounds, DeductionRule, Grade, Modifier, Multiplied, Rule, Scale, Standing, When,
};

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let path = format!("{}/rule", placed.path);
        match &placed.criterion.rule {
            Rule::Choice(rule) => {
                for (at, pair) in rule.options.windows(2).enumerate() {
                    let (points, before) = match pair[1].points < pair[0].points {
                        true => (pair[1].points, pair[0].points),
                        false => (pair[1].best(), pair[0].best()),
                    };
                    if points < before {
                        let path = format!("{path}/options/{}", at + 1);
                        found.push(Finding::exact(path, Problem::OptionOrder { points, before }));
                    }
                }
            }
            Rule::Value(rule) => match &rule.scale {
                Scale::Bands { bands } => {
                    let bands = rising(bands).into_iter();
                    turns(&format!("{path}/scale/bands"), bands, found);
                }
                Scale::Linear { anchors, .. } => {
                    let anchors = anchors.iter().map(|anchor| anchor.points).enumerate();
                    turns(&format!("{path}/scale/anchors"), anchors, found);
                }
            },
            Rule::Deduction(rule) => deduction(&path, rule, placed.standing, found),
            _ => {}
        }
    }
    modifiers(walk, found);
    if let Some(total) = walk.total() {
        for (at, pair) in total.grades.windows(2).enumerate() {
            if !descends(&pair[0], &pair[1]) {
                let path = format!("/total/grades/{}", at + 1);
                found.push(Finding::exact(path, Problem::GradeOrder));
            }
        }
    }
}

/// Bands by rising numbers, with their places.
pub(super) fn rising(bands: &[Band]) -> Vec<(usize, Points)> {
    let mut order: Vec<(usize, &Band)> = bands.iter().enumerate().collect();
    order.sort_by_key(|(_, band)| lower(&band.bounds));
    order.into_iter().map(|(at, band)| (at, band.points)).collect()
}

/// The lower end for sorting; an open end comes first.
fn lower(bounds: &Bounds) -> (bool, Points, bool) {
    match bounds.lower() {
        None => (false, Points::ZERO, false),
        Some((end, included)) => (true, end, !included),
    }
}

/// A scale may say that more is better or that less is; not first the one and then the other.
fn turns(path: &str, points: impl Iterator<Item = (usize, Points)>, found: &mut Vec<Finding>) {
    let (mut before, mut rises): (Option<Points>, Option<bool>) = (None, None);
    for (at, points) in points {
        if let Some(before) = before.filter(|before| *before != points) {
            let rising = points > before;
            if rises.is_some_and(|rises| rises != rising) {
                let problem = Problem::ScaleTurns { points, before };
                found.push(Finding::exact(format!("{path}/{at}"), problem));
                return;
            }
            rises = Some(rising);
        }
        before = Some(points);
    }
}

fn deduction(path: &str, rule: &DeductionRule, standing: Standing, found: &mut Vec<Finding>) {
    for (at, item) in rule.items.iter().enumerate() {
        let mut further: Vec<_> = item.further.iter().enumerate().collect();
        further.sort_by_key(|(_, further)| further.from);
        for pair in further.windows(2) {
            let (points, before) = (pair[1].1.points, pair[0].1.points);
            // What falls besides must not outweigh what each further time costs.
            let times = pair[1].1.from.saturating_sub(pair[0].1.from);
            let more = Points::new(mul(item.each.value(), times.into()));
            if points < before && points.plus(more) < before {
                let path = format!("{path}/items/{at}/further/{}", pair[1].0);
                found.push(Finding::exact(path, Problem::FurtherFalls { points, before }));
            }
        }
    }
    let Some(_) = rule.requires else { return };
    let problem = match standing {
        Standing::Penalty => Problem::RequirementInPenalty,
        _ if rule.floor < Points::ZERO => Problem::RequirementLoses { floor: rule.floor },
        _ => return,
    };
    found.push(Finding::exact(format!("{path}/requires"), problem));
}

fn modifiers(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let owners = walk.modifiers();
    let reaches = Reach::over(walk);
    for (path, modifier, owner) in owners {
        let steps = || reaches.iter().filter_map(|of| Some((of, of.step(&path)?)));
        match modifier {
            Modifier::Gate { otherwise, when, .. } => {
                let least = steps().map(|(of, step)| held(of, step, when, owner)).min();
                let Some(least) = least.filter(|least| otherwise.value() > *least) else {
                    continue;
                };
                let (otherwise, least) = (*otherwise, tidy(least));
                found.push(Finding::exact(path, Problem::GateGivesMore { otherwise, least }));
            }
            Modifier::Multiply { by, of, when: when @ When::Points { .. }, .. } => {
                // What is taken off already is more by a larger factor and less by a smaller.
                let least = || steps().map(|(of, step)| held(of, step, when, owner)).min();
                let most = || steps().map(|(_, step)| step.before.most).max();
                let below = |ends: Option<Decimal>| ends.is_some_and(|end| end < Decimal::ZERO);
                let above = |ends: Option<Decimal>| ends.is_some_and(|end| end > Decimal::ZERO);
                let loses = match of {
                    Multiplied::Points if *by < Points::ONE => above(most()),
                    Multiplied::Points => *by > Points::ONE && below(least()),
                    Multiplied::Loss => *by > Points::ONE,
                };
                if loses {
                    found.push(Finding::exact(path, Problem::FactorLoses { by: *by }));
                }
            }
            _ => {}
        }
    }
}

impl<'a> Reaches<'a> {
    fn step(&self, path: &str) -> Option<&Step<'a>> {
        self.steps.iter().find(|step| step.path == path)
    }
}

/// The least that a gate lets through where its condition holds. Where the condition is on the
/// base that the gate itself stands over, it cannot be less than the condition says.
fn held(reaches: &Reaches<'_>, step: &Step<'_>, when: &When, owner: Owner<'_>) -> Decimal {
    let least = step.before.least;
    match (when, owner) {
        (When::Points { of, bounds }, Owner::Total) if of == "base" => {
            let penalties = reaches.penalties;
            let lower = bounds.lower().map(|(end, _)| add(end.value(), penalties));
            lower.map_or(least, |lower| lower.max(least))
        }
        _ => least,
    }
}

/// The points of a number along straight lines between anchors; level beyond them.
pub(super) fn along(anchors: &[Anchor], x: Points) -> Decimal {
    let above = anchors.iter().position(|anchor| anchor.at >= x);
    match above {
        None => anchors.last().map(|anchor| anchor.points.value()).unwrap_or_default(),
        Some(0) => anchors.first().map(|anchor| anchor.points.value()).unwrap_or_default(),
        Some(at) => {
            let (from, to) = (&anchors[at - 1], &anchors[at]);
            let part = sub(x.value(), from.at.value());
            let rise = sub(to.points.value(), from.points.value());
            let run = sub(to.at.value(), from.at.value());
            add(from.points.value(), div(mul(part, rise), run))
        }
    }
}

/// Whether a grade lies above the next one.
fn descends(better: &Grade, worse: &Grade) -> bool {
    lower(&better.bounds) > lower(&worse.bounds)
}
