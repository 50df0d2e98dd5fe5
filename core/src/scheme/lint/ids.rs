//! Names for machines, and lists that must not be empty or endless.

use std::collections::BTreeSet;

use super::walk::{Walk, rule_items};
use super::{Finding, Problem};
use crate::date;
use crate::limits;
use crate::scheme::{Rule, Scale, When};
use crate::text::Text;

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let file = walk.file;
    id("/id", &file.id, found);
    if date::typed(&file.due).ok().as_deref() != Some(file.due.as_str()) {
        found.push(Finding::exact("/due", Problem::BadDate { date: file.due.clone() }));
    }
    filled("/units", file.units.len(), found);
    unique(file.units.iter().enumerate().map(|(at, name)| (format!("/units/{at}"), name)), found);
    ids(placed("/clauses", file.clauses.iter().map(|clause| &clause.id)), found);
    ids(placed("/classes", file.classes.iter().map(|class| &class.id)), found);
    let grades = walk.total().map_or(&[][..], |total| &total.grades);
    ids(placed("/total/grades", grades.iter().map(|grade| &grade.id)), found);
    many("/groups", walk.criteria.len(), found);
    // Conditions refer to criteria and groups alike, so these share one set of names.
    let groups = walk.groups.iter().filter_map(|placed| {
        placed.group.id.as_ref().map(|id| (format!("{}/id", placed.path), id))
    });
    let criteria = walk.criteria.iter().map(|p| (format!("{}/id", p.path), &p.criterion.id));
    ids(criteria.chain(groups).collect(), found);
    for placed in &walk.criteria {
        criterion(&placed.path, placed.criterion, found);
    }
}

fn criterion(path: &str, criterion: &crate::scheme::Criterion, found: &mut Vec<Finding>) {
    let clauses = criterion.clauses.iter().map(|clause| &clause.id);
    ids(placed(&format!("{path}/clauses"), clauses), found);
    for (list, items) in rule_items(&criterion.rule) {
        let path = format!("{path}/rule/{list}");
        if list != "placements" {
            filled(&path, items.len(), found);
        }
        many_at_most(&path, items.len(), found);
        ids(placed(&path, items.iter().map(|(id, _)| *id)), found);
    }
    if let Rule::Value(rule) = &criterion.rule {
        let (list, len, least) = match &rule.scale {
            Scale::Bands { bands } => ("bands", bands.len(), 1),
            Scale::Linear { anchors, .. } => ("anchors", anchors.len(), 2),
        };
        let path = format!("{path}/rule/scale/{list}");
        filled(&path, len.saturating_sub(least - 1), found);
        many_at_most(&path, len, found);
    }
    // One question may be asked by two modifiers; two questions must not share a name.
    let mut asked: Vec<(&String, &Text)> = Vec::new();
    for (at, modifier) in criterion.modifiers.iter().enumerate() {
        if let Some(When::Flag { id: name, label }) = modifier.when() {
            let path = format!("{path}/modifiers/{at}/when/id");
            id(&path, name, found);
            if asked.iter().any(|(other, words)| *other == name && *words != label) {
                found.push(Finding::exact(path, Problem::DuplicateId { id: name.clone() }));
            }
            asked.push((name, label));
        }
    }
}

/// Words that people need to read.
pub(super) fn words(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let mut need = |path: String, text: &Text| {
        if text.zh.trim().is_empty() {
            found.push(Finding::exact(path, Problem::NoWords));
        }
    };
    need("/title".into(), &walk.file.title);
    for (at, clause) in walk.file.clauses.iter().enumerate() {
        need(format!("/clauses/{at}/text"), &clause.text);
    }
    for placed in &walk.groups {
        need(format!("{}/title", placed.path), &placed.group.title);
    }
    for placed in &walk.indicators {
        need(format!("{}/title", placed.path), &placed.indicator.title);
    }
    for placed in &walk.criteria {
        let (path, criterion) = (&placed.path, placed.criterion);
        need(format!("{path}/title"), &criterion.title);
        for (at, clause) in criterion.clauses.iter().enumerate() {
            need(format!("{path}/clauses/{at}/text"), &clause.text);
        }
        for (list, items) in rule_items(&criterion.rule) {
            for (at, (_, label)) in items.iter().enumerate() {
                need(format!("{path}/rule/{list}/{at}/label"), label);
            }
        }
        let label = match &criterion.rule {
            Rule::Value(rule) => Some(("/asked/label", &rule.asked.label)),
            Rule::Best(rule) => Some(("/asked/label", &rule.asked.label)),
            Rule::Rank(rule) => Some(("/asked/label", &rule.asked.label)),
            Rule::Judged(rule) => Some(("/label", &rule.label)),
            Rule::Assessed(rule) => Some(("/label", &rule.label)),
            Rule::Record(rule) => Some(("/reason", &rule.reason)),
            _ => None,
        };
        if let Some((member, label)) = label {
            need(format!("{path}/rule{member}"), label);
        }
    }
}

fn placed<'a>(path: &str, ids: impl Iterator<Item = &'a String>) -> Vec<(String, &'a String)> {
    ids.enumerate().map(|(at, id)| (format!("{path}/{at}/id"), id)).collect()
}

fn ids(ids: Vec<(String, &String)>, found: &mut Vec<Finding>) {
    for (path, name) in &ids {
        id(path, name, found);
    }
    unique(ids.into_iter(), found);
}

fn unique<'a>(names: impl Iterator<Item = (String, &'a String)>, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (path, name) in names {
        if !seen.insert(name) {
            found.push(Finding::exact(path, Problem::DuplicateId { id: name.clone() }));
        }
    }
}

fn id(path: &str, id: &str, found: &mut Vec<Finding>) {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    if id.is_empty() || id.len() > 64 || !id.bytes().all(sign) {
        found.push(Finding::exact(path, Problem::BadId { id: id.into() }));
    }
}

fn filled(path: &str, len: usize, found: &mut Vec<Finding>) {
    if len == 0 {
        found.push(Finding::exact(path, Problem::Empty));
    }
}

fn many(path: &str, len: usize, found: &mut Vec<Finding>) {
    filled(path, len, found);
    many_at_most(path, len, found);
}

fn many_at_most(path: &str, len: usize, found: &mut Vec<Finding>) {
    let most = limits::CRITERIA;
    if len > most {
        found.push(Finding::exact(path, Problem::TooMany { found: len, most }));
    }
}
