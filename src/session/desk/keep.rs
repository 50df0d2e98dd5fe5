//! What lies on the desk is kept in the browser: each form, each decision and the rest under keys of their
//! own, written with every change and read back at the start.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::batch::Roll;
use selfscore_core::form::ReadError;
use selfscore_core::kept::{seal, unseal};
use selfscore_core::register::Register;
use selfscore_core::verify::{Decision, Verified};
use serde::{Deserialize, Serialize};

use super::{Content, Desk, Held, OpenedRegister, intake};
use crate::browser::store::{Refused, desk as store};
use selfscore_intake::message::Passed;

const HEAD: &str = "head";
const FORM: &str = "form/";
const DECISION: &str = "decision/";

/// Whether what is here is kept in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelved {
    /// There is nothing to be kept.
    Nothing,
    /// On its way.
    Saving,
    /// Kept.
    Saved,
    /// Not kept, and why.
    Failed(Refused),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Head {
    scheme: String,
    received: String,
    reviewer: String,
    register_file: String,
    register: String,
}

/// A decision knows its own members alone, and a sealed text has one more.
#[derive(Serialize, Deserialize)]
struct KeptDecision {
    decision: Decision,
}

#[derive(Serialize, Deserialize)]
struct KeptForm {
    turn: f64,
    file: String,
    received: String,
    form: Option<Passed>,
    refused: Option<ReadError>,
}

impl Desk {
    /// Fetches what was kept, the first time that somebody comes to the desk.
    pub fn load(self) {
        if self.inner.loaded.get_value() {
            return;
        }
        self.inner.loaded.set_value(true);
        let order = self.inner.order.get_value();
        leptos::task::spawn_local(async move {
            let _turn = order.lock().await;
            match store::load().await {
                Ok(items) => self.restore(&items),
                Err(refused) => self.keeping.set(Shelved::Failed(refused)),
            }
            self.fetched.set(true);
        });
    }

    /// Waits while something is fetched or kept: what comes in before that would be lost to what was kept.
    pub async fn settled(self) {
        drop(self.inner.order.get_value().lock().await);
    }

    fn restore(self, items: &[(String, String)]) {
        let mut forms = Vec::new();
        let mut verified = Verified::default();
        let mut head = Head::default();
        for (key, text) in items {
            // What is damaged stays where it is, and out of the way.
            let Ok(text) = unseal(text) else { continue };
            if key == HEAD {
                head = serde_json::from_str(text).unwrap_or_default();
            } else if key.starts_with(FORM) {
                forms.extend(serde_json::from_str::<KeptForm>(text).ok().and_then(KeptForm::held));
            } else if key.starts_with(DECISION)
                && let Ok(KeptDecision { decision }) = serde_json::from_str(text)
            {
                self.inner.kept.update_value(|kept| {
                    kept.insert(decision.id.clone());
                });
                verified.restore(decision);
            }
        }
        if forms.is_empty() && verified.all().is_empty() && head.register.is_empty() {
            return;
        }
        forms.sort_by(|one: &Held, other: &Held| one.turn.total_cmp(&other.turn));
        if let Some(scheme) = self.session.library.get_untracked().get(&head.scheme).cloned() {
            self.scheme.set(scheme);
        }
        let register =
            Register::read(head.register.as_bytes()).ok().filter(|_| !head.register.is_empty());
        self.register.set(register.map(|register| {
            let (file, text) = (head.register_file.clone(), head.register.clone());
            Arc::new(OpenedRegister { file, text, roll: Roll::of(register) })
        }));
        self.received.set(head.received);
        self.reviewer.set(head.reviewer);
        self.verified.set(Arc::new(verified));
        self.forms.set(Arc::new(forms.into_iter().map(Arc::new).collect()));
        self.keeping.set(Shelved::Saved);
        self.refresh(None);
    }

    /// Keeps what changed among the forms.
    pub(super) fn keep_forms(self, before: &[Arc<Held>]) {
        let now = self.forms.get_untracked();
        let same = |one: &&Arc<Held>| before.iter().any(|other| other == *one);
        let mut items: Vec<(String, Option<String>)> = Vec::new();
        for gone in before.iter().filter(|one| now.iter().all(|other| other.key != one.key)) {
            items.push((format!("{FORM}{}", gone.key), None));
        }
        for held in now.iter().filter(|one| !same(one)) {
            items.push((format!("{FORM}{}", held.key), Some(seal(&KeptForm::of(held)))));
        }
        items.push(self.head());
        self.put(items);
    }

    /// Keeps the rest.
    pub(super) fn keep_head(self) {
        self.put(vec![self.head()]);
    }

    /// Keeps the decisions that are not kept yet.
    pub(super) fn keep_decisions(self) {
        let verified = self.verified.get_untracked();
        let mut items = vec![self.head()];
        self.inner.kept.update_value(|kept| {
            for decision in verified.all() {
                if kept.insert(decision.id.clone()) {
                    items.push((
                        format!("{DECISION}{}", decision.id),
                        Some(seal(&KeptDecision { decision: decision.clone() })),
                    ));
                }
            }
        });
        self.put(items);
    }

    fn head(self) -> (String, Option<String>) {
        let register = self.register.get_untracked();
        let head = Head {
            scheme: self.scheme.with_untracked(|scheme| scheme.digest().to_owned()),
            received: self.received.get_untracked(),
            reviewer: self.reviewer.get_untracked(),
            register_file: register.as_ref().map(|one| one.file.clone()).unwrap_or_default(),
            register: register.map(|one| one.text.clone()).unwrap_or_default(),
        };
        (HEAD.to_owned(), Some(seal(&head)))
    }

    fn put(self, items: Vec<(String, Option<String>)>) {
        self.keeping.set(Shelved::Saving);
        let order = self.inner.order.get_value();
        leptos::task::spawn_local(async move {
            let _turn = order.lock().await;
            self.keeping.set(match store::keep(&items).await {
                Ok(()) => Shelved::Saved,
                Err(refused) => Shelved::Failed(refused),
            });
        });
    }

    /// Clears the desk: forms, register and decisions are gone from the browser.
    pub fn clear(self) {
        self.forms.set(Arc::default());
        self.register.set(None);
        self.received.set(String::new());
        self.verified.set(Arc::default());
        self.passed_over.set(Vec::new());
        self.inner.steps.set(Vec::new());
        self.inner.kept.set_value(Default::default());
        self.refresh(None);
        let order = self.inner.order.get_value();
        leptos::task::spawn_local(async move {
            let _turn = order.lock().await;
            self.keeping.set(match store::clear().await {
                Ok(()) => Shelved::Nothing,
                Err(refused) => Shelved::Failed(refused),
            });
        });
    }
}

impl KeptForm {
    fn of(held: &Held) -> Self {
        let (form, refused) = match &held.content {
            Content::Form(_, passed) => (Some(passed.clone()), None),
            Content::Refused(error) => (None, Some(error.clone())),
        };
        let (file, received) = (held.file.clone(), held.received.clone());
        KeptForm { turn: held.turn, file, received, form, refused }
    }

    fn held(self) -> Option<Held> {
        let read = match (self.form, self.refused) {
            (Some(passed), _) => Ok((passed.form().ok()?, passed)),
            (None, Some(error)) => Err(error),
            (None, None) => return None,
        };
        let held = intake::held(self.turn, self.file, read);
        Some(Held { received: self.received, ..held })
    }
}
