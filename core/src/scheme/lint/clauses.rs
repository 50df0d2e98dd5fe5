//! Clauses: what each rests on, and that every step of scoring names one that is there.

use std::collections::BTreeSet;

use super::walk::{Owner, Walk, rule_clauses};
use super::{Finding, Problem};
use crate::scheme::{Absent, Basis, Clause, Combine, Late};

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    proved("", &walk.file.clauses, found);
    for placed in &walk.criteria {
        proved(&placed.path, &placed.criterion.clauses, found);
        let clauses = &placed.criterion.clauses;
        for (at, id) in rule_clauses(&placed.criterion.rule) {
            known(format!("{}/rule{at}", placed.path), id, clauses, found);
        }
        if let Some(id) = &placed.criterion.optional {
            known(format!("{}/optional", placed.path), id, clauses, found);
        }
    }
    for (path, modifier, owner) in walk.modifiers() {
        let clauses = match owner {
            Owner::Criterion(criterion) => &criterion.clauses,
            Owner::Group(_) | Owner::Base | Owner::Total => &walk.file.clauses,
        };
        known(format!("{path}/clause"), modifier.clause(), clauses, found);
    }
    for (path, together) in walk.together() {
        match &together.clause {
            Some(id) => known(format!("{path}/clause"), id, &walk.file.clauses, found),
            None if together.combine != Combine::Sum || together.absent != Absent::Keep => {
                found.push(Finding::exact(path, Problem::ClauseNeeded));
            }
            None => {}
        }
    }
    let Some(total) = walk.total() else { return };
    match &total.grades_clause {
        Some(id) => known("/total/grades_clause".into(), id, &walk.file.clauses, found),
        None if !total.grades.is_empty() => {
            found.push(Finding::exact("/total/grades", Problem::ClauseNeeded));
        }
        None => {}
    }
    if let Some(Late::Forfeit { clause } | Late::Deduct { clause, .. }) = &total.late {
        known("/total/late/clause".into(), clause, &walk.file.clauses, found);
    }
}

fn proved(path: &str, clauses: &[Clause], found: &mut Vec<Finding>) {
    for (at, clause) in clauses.iter().enumerate() {
        let proved = match clause.basis {
            Basis::Notice => clause.reading.is_none() && clause.why.is_none(),
            Basis::Reading => clause.reading.is_some() && clause.why.is_none(),
            Basis::Assumed => clause.why.is_some() && clause.reading.is_none(),
        };
        if !proved {
            let problem = Problem::BasisUnproved { basis: clause.basis };
            found.push(Finding::exact(format!("{path}/clauses/{at}"), problem));
        }
    }
}

fn known(path: String, id: &str, clauses: &[Clause], found: &mut Vec<Finding>) {
    if !clauses.iter().any(|clause| clause.id == id) {
        found.push(Finding::exact(path, Problem::NoSuchClause { id: id.into() }));
    }
}

/// Clauses of criteria that nothing applies. Those of the whole scheme also tell who is assessed
/// and how to hand in, which no rule applies.
pub(super) fn unused(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    for placed in &walk.criteria {
        let criterion = placed.criterion;
        let rule = rule_clauses(&criterion.rule);
        let mut used: BTreeSet<&str> = rule.iter().map(|(_, id)| *id).collect();
        used.extend(criterion.optional.as_deref());
        used.extend(criterion.modifiers.iter().map(|modifier| modifier.clause()));
        for (at, clause) in criterion.clauses.iter().enumerate() {
            if !used.contains(clause.id.as_str()) {
                let problem = Problem::UnusedClause { id: clause.id.clone() };
                found.push(Finding::exact(format!("{}/clauses/{at}", placed.path), problem));
            }
        }
    }
}
