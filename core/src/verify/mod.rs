//! Verified points (核定分): what reviewers decide for a criterion of a unit, each with reason and name.
//!
//! Decisions are only ever added. One that replaces another names it, so that nothing claimed or decided
//! is overwritten, taking one back is a decision too, and what two colleagues decided apart comes
//! together as a union: where both replaced the same one, or decided beside each other, and say different
//! things, that is a [`Clash`] for people to settle.

mod alike;
mod file;
mod refused;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use alike::{Alike, Case, Given, Ruling, alike, decisions};
pub use file::{CheckFile, FORMAT, Handed, Opened, Unread, VERSION};
pub use refused::Refused;

use crate::points::Points;
use crate::scheme::{Criterion, Modifier, Scheme};

/// What a reviewer decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its own name; drawn by chance where it is made.
    pub id: String,
    /// The unit by the scheme's name.
    pub unit: String,
    /// The criterion's id.
    pub criterion: String,
    /// The points; `None` takes back what was decided, and the recomputed ones count again.
    pub points: Option<Points>,
    /// Why; needed unless it takes back.
    pub reason: String,
    /// Who decided.
    pub reviewer: String,
    /// When, RFC 3339.
    pub at: String,
    /// The decisions that it replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
}

/// Decisions beside each other that say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash<'a> {
    /// The unit.
    pub unit: &'a str,
    /// The criterion's id.
    pub criterion: &'a str,
    /// What stands against each other, in the order of their time.
    pub decisions: Vec<&'a Decision>,
}

/// All decisions on an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    decisions: BTreeMap<String, Decision>,
}

/// The bounds of a criterion's points, both included: from nothing, or from the floor of what takes points
/// off, to full marks.
pub fn bounds(criterion: &Criterion) -> (Points, Points) {
    let floors = criterion.modifiers.iter().filter_map(|modifier| match modifier {
        Modifier::Floor { at, .. } => Some(*at),
        _ => None,
    });
    let least = floors.min().unwrap_or_default().min(Points::ZERO);
    (least, criterion.maximum().max(Points::ZERO))
}

impl Verified {
    /// Adds a decision.
    ///
    /// # Errors
    /// It has no reason or reviewer, or points beyond what the rule can give or finer than the scheme rounds to.
    pub fn decide(&mut self, scheme: &Scheme, decision: Decision) -> Result<(), Refused> {
        refused::check(scheme, &decision)?;
        self.decisions.entry(decision.id.clone()).or_insert(decision);
        Ok(())
    }

    /// Puts back a decision that was taken once, as it was kept: it stays whatever scheme is at hand.
    pub fn restore(&mut self, decision: Decision) {
        self.decisions.entry(decision.id.clone()).or_insert(decision);
    }

    /// All decisions in the order of their time.
    pub fn all(&self) -> Vec<&Decision> {
        let mut all: Vec<&Decision> = self.decisions.values().collect();
        all.sort_by(|one, other| (&one.at, &one.id).cmp(&(&other.at, &other.id)));
        all
    }

    /// What stands for a criterion of a unit: decisions that no other replaces; several where
    /// colleagues decided apart.
    pub fn standing(&self, unit: &str, criterion: &str) -> Vec<&Decision> {
        let mut standing = self.all_standing();
        standing.retain(|one| one.unit == unit && one.criterion == criterion);
        standing
    }

    /// The points that stand for a unit, by criterion: those on which nobody disagrees.
    pub fn points(&self, unit: &str) -> BTreeMap<String, Points> {
        let criteria: BTreeSet<&str> = self
            .decisions
            .values()
            .filter(|one| one.unit == unit)
            .map(|one| one.criterion.as_str())
            .collect();
        let agreed = |criterion: &str| {
            let standing = self.standing(unit, criterion);
            let points = standing.first()?.points;
            let one = standing.iter().all(|one| one.points == points);
            points.filter(|_| one).map(|points| (criterion.to_owned(), points))
        };
        criteria.into_iter().filter_map(agreed).collect()
    }

    /// Of these points those that a scheme bears out: decisions stay when another one is at hand.
    pub fn points_by(&self, scheme: &Scheme, unit: &str) -> BTreeMap<String, Points> {
        let mut points = self.points(unit);
        points.retain(|criterion, points| refused::fits(scheme, criterion, *points).is_ok());
        points
    }

    /// Takes in what a colleague decided.
    pub fn merge(&mut self, other: Verified) {
        for (id, decision) in other.decisions {
            self.decisions.entry(id).or_insert(decision);
        }
    }

    /// Where decisions stand against each other.
    pub fn clashes(&self) -> Vec<Clash<'_>> {
        let mut standing: BTreeMap<(&str, &str), Vec<&Decision>> = BTreeMap::new();
        for decision in self.all_standing() {
            standing.entry((&decision.unit, &decision.criterion)).or_default().push(decision);
        }
        let differ = |decisions: &[&Decision]| {
            decisions.windows(2).any(|pair| pair[0].points != pair[1].points)
        };
        standing
            .into_iter()
            .filter(|(_, decisions)| differ(decisions))
            .map(|((unit, criterion), decisions)| Clash { unit, criterion, decisions })
            .collect()
    }

    /// All decisions that no other replaces, in the order of their time.
    pub(crate) fn all_standing(&self) -> Vec<&Decision> {
        let replaced = self.replaced();
        let mut all = self.all();
        all.retain(|one| !replaced.contains(one.id.as_str()));
        all
    }

    fn replaced(&self) -> BTreeSet<&str> {
        self.decisions.values().flat_map(|one| &one.replaces).map(String::as_str).collect()
    }
}
