//! One decision for many equal cases, and decisions taken back: as data, to be added like any other.

use std::collections::{BTreeSet, HashSet};

use super::{Decision, Refused, Verified, refused};
use crate::batch::{Finding, Outcome};
use crate::points::Points;
use crate::scheme::Scheme;
use crate::scoring::State;

/// What makes cases equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike<'a> {
    /// Something of this code was found at the criterion, `figures_differ` or `task_missing`.
    Found(&'a str),
    /// The form states the one and its answers give the other.
    Figures {
        /// As stated; `None` where nothing is.
        claimed: Option<Points>,
        /// As recomputed.
        recomputed: Points,
    },
}

/// A criterion of a unit that a decision can be applied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The form, by its place in the outcome.
    pub form: usize,
    /// The unit.
    pub unit: String,
    /// As the form states it.
    pub claimed: Option<Points>,
    /// As its answers and the register give it.
    pub recomputed: Points,
    /// As it stands verified, if it does.
    pub verified: Option<Points>,
    /// The decisions that stand for it, which another one replaces.
    pub standing: Vec<String>,
}

/// Which points a decision for several cases gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// To each its recomputed figure.
    Recomputed,
    /// To all the same.
    Points(Points),
}

/// What decisions that are made together have in common.
#[derive(Clone, Copy, Debug)]
pub struct Ruling<'a> {
    /// The criterion's id.
    pub criterion: &'a str,
    /// The points.
    pub given: Given,
    /// Why.
    pub reason: &'a str,
    /// Who decides.
    pub reviewer: &'a str,
    /// When, RFC 3339.
    pub at: &'a str,
}

/// The equal cases of a criterion, of forms that count and that it applies to, in the order in which they came.
pub fn alike(
    scheme: &Scheme,
    outcome: &Outcome,
    verified: &Verified,
    criterion: &str,
    by: Alike<'_>,
) -> Vec<Case> {
    let Some(place) = scheme.criteria().position(|one| one.id == criterion && one.counted()) else {
        return Vec::new();
    };
    let of_code = |found: &&Finding| {
        found.criterion.as_deref() == Some(criterion) && by == Alike::Found(found.what.code())
    };
    let found: HashSet<usize> =
        outcome.findings.iter().filter(of_code).filter_map(|one| one.form).collect();
    let mut cases = Vec::new();
    for (form, kept) in outcome.forms.iter().enumerate().filter(|(_, kept)| kept.counts(scheme)) {
        let line = kept.figures.as_ref().and_then(|figures| figures.lines.get(place));
        let Some(line) = line.filter(|line| line.state != State::NotApplicable) else { continue };
        let equal = match by {
            Alike::Found(_) => found.contains(&form),
            Alike::Figures { claimed, recomputed } => {
                line.claimed == claimed && line.recomputed == recomputed
            }
        };
        if equal {
            let standing = verified.standing(&kept.unit, criterion);
            cases.push(Case {
                form,
                unit: kept.unit.clone(),
                claimed: line.claimed,
                recomputed: line.recomputed,
                verified: standing
                    .first()
                    .filter(|one| standing.iter().all(|other| other.points == one.points))
                    .and_then(|one| one.points),
                standing: standing.into_iter().map(|one| one.id.clone()).collect(),
            });
        }
    }
    cases
}

/// A decision for each case; it replaces what stands there. `id` names each anew.
pub fn decisions(
    cases: &[Case],
    ruling: Ruling<'_>,
    mut id: impl FnMut() -> String,
) -> Vec<Decision> {
    let decision = |case: &Case| Decision {
        id: id(),
        unit: case.unit.clone(),
        criterion: ruling.criterion.to_owned(),
        points: Some(match ruling.given {
            Given::Recomputed => case.recomputed,
            Given::Points(points) => points,
        }),
        reason: ruling.reason.to_owned(),
        reviewer: ruling.reviewer.to_owned(),
        at: ruling.at.to_owned(),
        replaces: case.standing.clone(),
    };
    cases.iter().map(decision).collect()
}

impl Verified {
    /// Adds all decisions, or none.
    ///
    /// # Errors
    /// Every decision that is not taken: its unit, and why. Nothing was added then.
    pub fn decide_all(
        &mut self,
        scheme: &Scheme,
        decisions: Vec<Decision>,
    ) -> Result<(), Vec<(String, Refused)>> {
        let mut ids = BTreeSet::new();
        let mut refused = Vec::new();
        for decision in &decisions {
            // A second one under a name would be dropped without a word.
            let known = self.decisions.contains_key(&decision.id) || !ids.insert(&decision.id);
            let checked = match known {
                true => Err(Refused::Known(decision.id.clone())),
                false => refused::check(scheme, decision),
            };
            if let Err(why) = checked {
                refused.push((decision.unit.clone(), why));
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        self.decisions.extend(decisions.into_iter().map(|one| (one.id.clone(), one)));
        Ok(())
    }

    /// The decisions that take others back, to be added: what stood before each stands again, or the recomputed
    /// points where nothing did. One that replaced decisions that said different things gives them back all, so
    /// that they stand against each other as before. Those that do not stand are left out.
    pub fn retract(
        &self,
        ids: &[&str],
        reviewer: &str,
        at: &str,
        mut id: impl FnMut() -> String,
    ) -> Vec<Decision> {
        let replaced = self.replaced();
        let mut seen = BTreeSet::new();
        let mut made = Vec::new();
        let standing = ids.iter().filter(|id| !replaced.contains(**id) && seen.insert(**id));
        for decision in standing.filter_map(|id| self.decisions.get(*id)) {
            let mut before: Vec<&Decision> =
                decision.replaces.iter().filter_map(|id| self.decisions.get(id)).collect();
            before.sort_by_key(|one| one.points);
            before.dedup_by_key(|one| one.points);
            let mut back = |points: Option<Points>, reason: &str| {
                made.push(Decision {
                    id: id(),
                    unit: decision.unit.clone(),
                    criterion: decision.criterion.clone(),
                    points,
                    reason: reason.to_owned(),
                    reviewer: reviewer.to_owned(),
                    at: at.to_owned(),
                    replaces: vec![decision.id.clone()],
                });
            };
            match before.is_empty() {
                true => back(None, ""),
                false => before.iter().for_each(|one| back(one.points, &one.reason)),
            }
        }
        made
    }
}
