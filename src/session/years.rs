//! From one year's scheme to the next: answers carried over, and last year's forms under a draft.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::{Draft, History};
use selfscore_core::form::{self, Form};
use selfscore_core::scheme::Scheme;
use selfscore_core::years::{Carried, Replay, carry_form, replay};
use selfscore_wording::{editor, page};

use super::{Session, Words, opened};

/// What became of a draft's answers under another scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedOver {
    /// The earlier scheme.
    pub from: Arc<Scheme>,
    /// What was carried and what was left.
    pub carried: Carried,
}

impl Session {
    /// Fills the draft in by a scheme from now on. Where that scheme succeeds the draft's, its
    /// answers are carried over into a new draft, and the old one stays as it is.
    pub fn choose_scheme(self, digest: &str) {
        let Some(scheme) = self.library.get_untracked().get(digest).cloned() else { return };
        let old = self.scheme.get_untracked();
        let succeeds = scheme.file().succeeds.as_ref().is_some_and(|map| map.scheme == old.id());
        let answered = self.draft.with_untracked(|draft| !draft.answers.is_empty());
        if succeeds && answered && self.draft.with_untracked(|draft| draft.scheme == old.id()) {
            return self.once_saved(async move { self.carry_over(old, scheme) });
        }
        self.carried.set(None);
        self.edit(|draft| {
            draft.scheme = scheme.id().into();
            draft.scheme_sha256 = scheme.digest().into();
        });
    }

    pub(super) fn carry_answers(self, old: Arc<Scheme>, new: &Scheme) {
        let last = self.assessment.with_untracked(|assessment| assessment.form.clone());
        let (form, carried) = carry_form(&old, new, &last);
        let lang = self.lang.get_untracked();
        let name = editor::carried_name(lang, self.display_name_untracked(), &new.file().due);
        let district = self.draft.with_untracked(|draft| draft.district.clone());
        let draft = Draft { district, ..Draft::from_form(&form) };
        self.adopt(draft, name, History::default());
        self.carried.set(Some(Arc::new(CarriedOver { from: old, carried })));
    }

    /// Scores forms of an earlier scheme under a new one.
    pub fn replay(
        self,
        old: Arc<Scheme>,
        new: Arc<Scheme>,
        picked: Vec<web_sys::File>,
        into: RwSignal<Option<Arc<Replay>>>,
    ) {
        leptos::task::spawn_local(async move {
            let mut forms: Vec<Form> = Vec::new();
            let mut refusals: Vec<Words> = Vec::new();
            for file in picked {
                let opened = match opened::read_small(&file).await {
                    Ok(opened) => opened,
                    Err(refusal) => {
                        refusals.push(refusal);
                        continue;
                    }
                };
                let name = opened.name;
                let text = opened::utf8(&opened.bytes).map(|(text, _)| text);
                match text.and_then(|text| form::read_any(&text)) {
                    Ok(read) => forms.push(read.form),
                    Err(error) => refusals.push(Arc::new(move |lang| {
                        page::not_imported(lang, &name, error.message(lang))
                    })),
                }
            }
            into.set((!forms.is_empty()).then(|| Arc::new(replay(&old, &new, &forms))));
            self.warn_all(refusals);
        });
    }
}
