//! From what lies on the desk to what it comes to: in turns short enough that the page answers between them.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::batch::{Basis, Batch, Examined, Outcome, Submitted, compares, examine};
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::Peers;
use selfscore_core::verify::Verified;

use super::{Content, Desk, Held, OpenedRegister};
use crate::browser::clock::Turn;

/// All that an outcome follows from.
pub(super) struct From {
    pub(super) scheme: Arc<Scheme>,
    pub(super) forms: Arc<Vec<Arc<Held>>>,
    register: Option<Arc<OpenedRegister>>,
    received: String,
    pub(super) verified: Arc<Verified>,
}

impl From {
    pub(super) fn basis<'a>(&'a self, peers: Option<&'a Peers>) -> Basis<'a> {
        Basis {
            scheme: &self.scheme,
            roll: self.register.as_deref().map(|register| &register.roll),
            verified: Some(&self.verified),
            peers,
        }
    }

    fn examine(&self, held: &Held, peers: Option<&Peers>) -> Examined {
        let received = held.received_by(&self.received);
        let submitted = Submitted { file: &held.file, received };
        let read = match &held.content {
            Content::Form(file, _) => Ok(&**file),
            Content::Refused(error) => Err(error),
        };
        examine(&self.basis(peers), submitted, read)
    }
}

impl Desk {
    /// What the outcome follows from, as it lies here now.
    pub(super) fn lying_here(self) -> From {
        From {
            scheme: self.scheme.get_untracked(),
            forms: self.forms.get_untracked(),
            register: self.register.get_untracked(),
            received: self.received.get_untracked(),
            verified: self.verified.get_untracked(),
        }
    }

    /// Brings the outcome up to date: all forms anew, or those of the units alone.
    pub(super) fn refresh(self, units: Option<Vec<String>>) {
        let from = self.lying_here();
        let asked = self.inner.asked.try_update_value(|asked| {
            *asked += 1;
            *asked
        });
        let compared = compares(&from.scheme);
        self.inner.examined.update_value(|examined| match (&units, compared) {
            (Some(units), false) => examined.retain(|_, one| !units.contains(&one.unit)),
            _ => examined.clear(),
        });
        self.working.set(true);
        leptos::task::spawn_local(async move {
            let Some(mut outcome) = self.outcome_of(&from, None, asked).await else { return };
            if compared {
                let peers = outcome.peers(&from.scheme);
                self.inner.examined.update_value(std::collections::HashMap::clear);
                let again = self.outcome_of(&from, Some(&peers), asked).await;
                let Some(again) = again else { return };
                outcome = again;
            }
            self.outcome.set(Arc::new(outcome));
            self.working.set(false);
        });
    }

    /// Examines what is not examined yet, and looks at all of it together; `None` once another outcome is asked for.
    async fn outcome_of(
        self,
        from: &From,
        peers: Option<&Peers>,
        asked: Option<u64>,
    ) -> Option<Outcome> {
        let mut turn = Turn::begin();
        let mut batch = Batch::new(from.basis(peers));
        for held in from.forms.iter() {
            let known = self.inner.examined.with_value(|all| all.get(&held.key).cloned());
            let examined = known.unwrap_or_else(|| {
                let examined = Arc::new(from.examine(held, peers));
                self.inner.examined.update_value(|all| {
                    all.insert(held.key.clone(), examined.clone());
                });
                examined
            });
            batch.add((*examined).clone());
            turn.pause().await;
            if Some(self.inner.asked.get_value()) != asked {
                return None;
            }
        }
        let outcome = batch.finish();
        turn.pause().await;
        (Some(self.inner.asked.get_value()) == asked).then_some(outcome)
    }
}
