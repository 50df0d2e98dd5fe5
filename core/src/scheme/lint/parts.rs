//! Parts among themselves: weights, standing, classes, conditions, and what an earlier scheme
//! carries over.

use std::collections::BTreeSet;

use super::walk::{Owner, PlacedGroup, Walk, rule_items};
use super::{Finding, Problem};
use crate::form::decode::escape;
use crate::points::Points;
use crate::scheme::full;
use crate::scheme::{Applies, Combine, Group, Rule, Standing, Together, Weight, When};

/// What conditions call the sum of the base.
const BASE: &str = "base";

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    weights(walk, found);
    for placed in walk.groups.iter().filter(|placed| !placed.top) {
        if placed.group.standing != Standing::Base {
            let path = format!("{}/standing", placed.path);
            found.push(Finding::exact(path, Problem::StandingBelowTop));
        }
    }
    classes(walk, found);
    conditions(walk, found);
    succession(walk, found);
}

fn weights(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let plain = Together::default();
    let top = walk.total().map_or(&plain, |total| &total.base);
    for (at, group) in walk.file.groups.iter().enumerate() {
        // Bonus and penalties are added, never weighed.
        let weighed = top.combine == Combine::WeightedMean && group.standing == Standing::Base;
        weight(format!("/groups/{at}"), group.weight.as_ref(), weighed, found);
    }
    for placed in &walk.groups {
        let weighed = placed.group.together.combine == Combine::WeightedMean;
        for (at, indicator) in placed.group.indicators.iter().enumerate() {
            let path = format!("{}/indicators/{at}", placed.path);
            weight(path, indicator.weight.as_ref(), weighed, found);
        }
        for (at, below) in placed.group.groups.iter().enumerate() {
            let path = format!("{}/groups/{at}", placed.path);
            weight(path, below.weight.as_ref(), weighed, found);
        }
    }
}

fn weight(path: String, weight: Option<&Weight>, weighed: bool, found: &mut Vec<Finding>) {
    let problem = match (weight, weighed) {
        (None, true) => Problem::WeightMissing,
        (Some(_), false) => Problem::WeightUnused,
        _ => return,
    };
    found.push(Finding::exact(format!("{path}/weight"), problem));
}

/// Whether what is weighed can be weighed by its weights alone.
pub(super) fn weighed(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let mut alike = |parts: Vec<(String, Points)>| {
        let Some(first) = parts.first().map(|(_, first)| *first) else { return };
        for (path, full) in parts.into_iter().filter(|(_, full)| *full != first) {
            found.push(Finding::exact(path, Problem::WeighedPartsDiffer { full, first }));
        }
    };
    let groups = |path: &str, groups: &[Group]| -> Vec<(String, Points)> {
        let base = groups.iter().enumerate().filter(|(_, one)| one.standing == Standing::Base);
        base.map(|(at, one)| (format!("{path}/groups/{at}"), full::group_marks(one))).collect()
    };
    if walk.total().is_some_and(|total| total.base.combine == Combine::WeightedMean) {
        alike(groups("", &walk.file.groups));
    }
    for PlacedGroup { path, group, .. } in &walk.groups {
        if group.together.combine == Combine::WeightedMean {
            let indicators = group.indicators.iter().enumerate();
            let mut parts: Vec<(String, Points)> = indicators
                .map(|(at, one)| (format!("{path}/indicators/{at}"), full::indicator_marks(one)))
                .collect();
            parts.extend(groups(path, &group.groups));
            alike(parts);
        }
    }
}

fn classes(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let file = walk.file;
    let mut classed = BTreeSet::new();
    for (at, class) in file.classes.iter().enumerate() {
        for (unit, name) in class.units.iter().enumerate() {
            let path = format!("/classes/{at}/units/{unit}");
            if !file.units.contains(name) {
                let problem = Problem::NoSuchUnit { name: name.clone() };
                found.push(Finding::exact(path, problem));
            } else if !classed.insert(name) {
                found.push(Finding::exact(path, Problem::DuplicateId { id: name.clone() }));
            }
        }
    }
    let mut known = |path: String, id: &String| {
        if !file.classes.iter().any(|class| class.id == *id) {
            found.push(Finding::exact(path, Problem::NoSuchClass { id: id.clone() }));
        }
    };
    for placed in &walk.criteria {
        for (at, id) in placed.criterion.classes.iter().enumerate() {
            known(format!("{}/classes/{at}", placed.path), id);
        }
    }
    for (path, modifier, _) in walk.modifiers() {
        if let Some(When::Class { classes }) = modifier.when() {
            for (at, id) in classes.iter().enumerate() {
                known(format!("{path}/when/classes/{at}"), id);
            }
        }
    }
    let groups = walk.groups.iter().map(|placed| (&placed.path, &placed.group.weight));
    let indicators = walk.indicators.iter().map(|p| (&p.path, &p.indicator.weight));
    for (path, weight) in groups.chain(indicators) {
        for id in weight.iter().flat_map(|weight| weight.by_class.keys()) {
            known(format!("{path}/weight/by_class/{}", escape(id)), id);
        }
    }
}

fn conditions(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let tasks = walk.has_tasks();
    for placed in &walk.criteria {
        if let Rule::Deduction(rule) = &placed.criterion.rule {
            for (at, item) in rule.items.iter().enumerate() {
                if item.applies == Some(Applies::LeadUnits) && !tasks {
                    let path = format!("{}/rule/items/{at}/applies", placed.path);
                    found.push(Finding::exact(path, Problem::NoTasks));
                }
            }
        }
    }
    for (path, modifier, owner) in walk.modifiers() {
        let Some(when) = modifier.when() else { continue };
        let path = format!("{path}/when");
        let asked = matches!(owner, Owner::Criterion(_));
        match when {
            When::Flag { .. } if !asked => {
                found.push(Finding::exact(path, Problem::ConditionMisplaced));
            }
            When::Points { .. } if asked => {
                found.push(Finding::exact(path, Problem::ConditionMisplaced));
            }
            When::LeadUnit if !tasks => found.push(Finding::exact(path, Problem::NoTasks)),
            When::Points { of, bounds } => {
                if !bounds.sound() {
                    let problem = Problem::UnsoundBounds { bounds: *bounds };
                    found.push(Finding::exact(format!("{path}/bounds"), problem));
                } else if bounds.upper().is_some() {
                    let problem = Problem::ConditionBounded { bounds: *bounds };
                    found.push(Finding::exact(format!("{path}/bounds"), problem));
                }
                if !part(walk, of) {
                    let problem = Problem::NoSuchPart { id: of.clone() };
                    found.push(Finding::exact(format!("{path}/of"), problem));
                } else if !settled(walk, of, owner) {
                    let problem = Problem::Circular { id: of.clone() };
                    found.push(Finding::exact(format!("{path}/of"), problem));
                }
            }
            _ => {}
        }
    }
}

fn part(walk: &Walk<'_>, id: &str) -> bool {
    id == BASE
        || walk.criteria.iter().any(|placed| placed.criterion.id == id)
        || walk.groups.iter().any(|placed| placed.group.id.as_deref() == Some(id))
}

/// Whether a part's points are known when an owner's modifiers run: criteria first, then groups
/// from the innermost out in the order of the table, those of the base first.
fn settled(walk: &Walk<'_>, id: &str, owner: Owner<'_>) -> bool {
    if walk.criteria.iter().any(|placed| placed.criterion.id == id) {
        return true;
    }
    let standing = |group: &Group| {
        walk.groups.iter().find(|placed| std::ptr::eq(placed.group, group)).map(|p| p.standing)
    };
    let mine = match owner {
        Owner::Total => return true,
        Owner::Base => Standing::Base,
        Owner::Group(group) => standing(group).unwrap_or_default(),
        Owner::Criterion(_) => return false,
    };
    if id == BASE {
        return mine != Standing::Base;
    }
    // The walk lists groups from the innermost out, in the order of the table.
    let of = |base: bool| {
        let with = move |placed: &&PlacedGroup<'_>| (placed.standing == Standing::Base) == base;
        walk.groups.iter().filter(with).map(|placed| placed.group)
    };
    let order: Vec<&Group> = of(true).chain(of(false)).collect();
    let at = order.iter().position(|group| group.id.as_deref() == Some(id));
    let here = match owner {
        Owner::Group(group) => order.iter().position(|other| std::ptr::eq(*other, group)),
        _ => Some(of(true).count()),
    };
    at.zip(here).is_some_and(|(at, here)| at < here)
}

fn succession(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let Some(succession) = &walk.file.succeeds else { return };
    let mut named: BTreeSet<&String> = BTreeSet::new();
    for (at, carried) in succession.criteria.iter().enumerate() {
        let path = format!("/succeeds/criteria/{at}");
        // Where one goes is said once.
        let twice = carried.from.iter().enumerate().filter(|(_, id)| !named.insert(*id));
        found.extend(twice.map(|(from, id)| {
            Finding::exact(format!("{path}/from/{from}"), Problem::DuplicateId { id: id.clone() })
        }));
        let again = carried.to.iter().enumerate().filter(|(to, id)| carried.to[..*to].contains(id));
        found.extend(again.map(|(to, id)| {
            Finding::exact(format!("{path}/to/{to}"), Problem::DuplicateId { id: id.clone() })
        }));
        if carried.from.is_empty() {
            found.push(Finding::exact(format!("{path}/from"), Problem::Empty));
        }
        let mut items: BTreeSet<&String> = BTreeSet::new();
        for (to, id) in carried.to.iter().enumerate() {
            let criterion = walk.criteria.iter().find(|placed| placed.criterion.id == *id);
            match criterion {
                Some(placed) => {
                    let lists = rule_items(&placed.criterion.rule);
                    items.extend(lists.into_iter().flat_map(|(_, list)| list).map(|(id, _)| id));
                }
                None => {
                    let problem = Problem::NoSuchPart { id: id.clone() };
                    found.push(Finding::exact(format!("{path}/to/{to}"), problem));
                }
            }
        }
        for (earlier, id) in carried.items.iter().filter(|(_, id)| !items.contains(id)) {
            let problem = Problem::NoSuchPart { id: id.clone() };
            found.push(Finding::exact(format!("{path}/items/{}", escape(earlier)), problem));
        }
    }
}
