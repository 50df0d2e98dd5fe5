//! Verified points: decided, decided for equal cases at once, and taken back. Decisions are only ever added.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::verify::{Alike, Case, Decision, Given, Refused, Ruling, alike, decisions};

use super::{Desk, Step};
use crate::browser::clock;

impl Desk {
    /// Decides points for a criterion of a unit; `None` lets the recomputed ones count again.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn decide(
        self,
        unit: &str,
        criterion: &str,
        points: Option<Points>,
        reason: &str,
    ) -> Result<(), Refused> {
        let verified = self.verified.get_untracked();
        let decision = Decision {
            id: clock::fresh_id(),
            unit: unit.to_owned(),
            criterion: criterion.to_owned(),
            points,
            reason: reason.trim().to_owned(),
            reviewer: self.reviewer.get_untracked().trim().to_owned(),
            at: clock::now_rfc3339(),
            replaces: verified
                .standing(unit, criterion)
                .into_iter()
                .map(|one| one.id.clone())
                .collect(),
        };
        self.decide_all(vec![decision]).map_err(|mut refused| match refused.pop() {
            Some((_, why)) => why,
            None => Refused::NoReason,
        })
    }

    /// The equal cases of a criterion.
    pub fn alike(self, criterion: &str, what: Alike<'_>) -> Vec<Case> {
        let scheme = self.scheme.get_untracked();
        self.verified.with_untracked(|verified| {
            self.outcome
                .with_untracked(|outcome| alike(&scheme, outcome, verified, criterion, what))
        })
    }

    /// Decides equal cases at once.
    ///
    /// # Errors
    /// By unit, why nothing was decided.
    pub fn decide_alike(
        self,
        cases: &[Case],
        criterion: &str,
        given: Given,
        reason: &str,
    ) -> Result<(), Vec<(String, Refused)>> {
        let (reviewer, at) = (self.reviewer.get_untracked(), clock::now_rfc3339());
        let ruling =
            Ruling { criterion, given, reason: reason.trim(), reviewer: reviewer.trim(), at: &at };
        self.decide_all(decisions(cases, ruling, clock::fresh_id))
    }

    fn decide_all(self, made: Vec<Decision>) -> Result<(), Vec<(String, Refused)>> {
        let ids: Vec<String> = made.iter().map(|one| one.id.clone()).collect();
        self.add_decisions(made)?;
        self.inner.steps.update(|steps| steps.push(Step::Decided(ids)));
        Ok(())
    }

    fn add_decisions(self, made: Vec<Decision>) -> Result<(), Vec<(String, Refused)>> {
        let units: Vec<String> = made.iter().map(|one| one.unit.clone()).collect();
        let mut verified = (*self.verified.get_untracked()).clone();
        verified.decide_all(&self.scheme.get_untracked(), made)?;
        self.verified.set(Arc::new(verified));
        self.keep_decisions();
        self.refresh(Some(units));
        Ok(())
    }

    /// Takes decisions back by further ones.
    pub(super) fn retract(self, ids: &[String]) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let reviewer = self.reviewer.get_untracked();
        let verified = self.verified.get_untracked();
        let back = verified.retract(&ids, &reviewer, &clock::now_rfc3339(), clock::fresh_id);
        // What stood before is within the rule: it was taken then.
        let _ = self.add_decisions(back);
    }

    /// Who decides; kept for the next time.
    pub fn set_reviewer(self, name: String) {
        self.reviewer.set(name);
        self.keep_head();
    }
}
