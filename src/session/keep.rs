//! Saving: when, and what may be said of it.

use std::time::Duration;

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_wording::{Lang, page as words};

use super::{Notice, Open, Session, Undo};
use crate::browser::clock;
use crate::browser::store::{self, Loaded, Refused, Settings, Stored};

/// How long typing may go on before it is saved.
const PAUSE: Duration = Duration::from_millis(250);

/// Whether what is typed is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been typed.
    Nothing,
    /// Typed, not saved yet.
    Pending,
    /// Saved and read back; the time to show, RFC 3339.
    Saved(String),
    /// Not saved, and why.
    Failed(Refused),
}

/// Why something was not saved, in words.
pub fn keep_words(refused: Refused, lang: Lang) -> &'static str {
    match refused {
        Refused::Unavailable => words::storage_unavailable(lang),
        Refused::Full => words::storage_full(lang),
        Refused::NotReadBack => words::storage_not_read_back(lang),
        Refused::SavedElsewhere => words::storage_elsewhere(lang),
        Refused::Damaged => words::storage_damaged(lang),
    }
}

impl Session {
    /// Changes the draft, and saves it soon.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        // A snapshot is a way back only until something else is typed.
        let stale = |notice: &Option<Notice>| {
            notice.as_ref().is_some_and(|notice| matches!(notice.undo, Some(Undo::Draft(_))))
        };
        if self.notice.with_untracked(stale) {
            self.notice.set(None);
        }
        if self.open.with_untracked(|open| matches!(open, Open::Example | Open::Trial)) {
            return;
        }
        if self.open.with_untracked(|open| *open == Open::Blank) {
            let id = clock::fresh_id();
            self.open.set(Open::Draft { id, name: String::new(), revision: 0 });
            self.keep_settings();
        }
        self.saved.set(SaveState::Pending);
        if self.pending.with_value(Option::is_none) {
            let timer = set_timeout_with_handle(move || self.save_now(), PAUSE);
            self.pending.set_value(timer.ok());
        }
    }

    /// Saves what is pending, now.
    pub fn save_now(self) {
        if let Some(timer) = self.pending.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        if matches!(self.saved.get_untracked(), SaveState::Pending | SaveState::Failed(_)) {
            self.save();
        }
    }

    fn save(self) {
        let Open::Draft { id, name, revision } = self.open.get_untracked() else { return };
        let saved_at = clock::now_rfc3339();
        let draft = self.draft.get_untracked();
        let stored = Stored::new(revision + 1, name.clone(), saved_at.clone(), draft);
        match store::save(&id, &stored) {
            Ok(()) => {
                self.open.set(Open::Draft { id, name, revision: revision + 1 });
                self.saved.set(SaveState::Saved(saved_at));
                self.shelf.update(|changes| *changes += 1);
            }
            Err(Refused::SavedElsewhere) => self.save_copy(name),
            Err(refused) => self.saved.set(SaveState::Failed(refused)),
        }
    }

    /// Another tab has saved this draft meanwhile: keep both.
    fn save_copy(self, name: String) {
        let lang = self.lang.get_untracked();
        let name = match name.is_empty() {
            true => words::copy_of(lang, self.display_name_untracked()),
            false => words::copy_of(lang, name),
        };
        self.open.set(Open::Draft { id: clock::fresh_id(), name: name.clone(), revision: 0 });
        self.keep_settings();
        self.warn(move |lang| words::saved_elsewhere(lang, &name));
        self.save();
    }

    /// Follows the page being left, and other tabs.
    pub(super) fn keep_up(self) {
        let leave = move |_| self.save_now();
        let left = window_event_listener(leptos::ev::pagehide, leave);
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| self.save_now());
        let elsewhere = window_event_listener(leptos::ev::storage, move |event| {
            if event.key().is_some_and(|key| store::holds_scheme(&key)) {
                self.reload_schemes();
            }
            self.catch_up();
        });
        on_cleanup(move || {
            left.remove();
            hidden.remove();
            elsewhere.remove();
        });
    }

    /// Shows what another tab has saved, where this one has nothing unsaved.
    fn catch_up(self) {
        self.shelf.update(|changes| *changes += 1);
        let Open::Draft { id, revision, .. } = self.open.get_untracked() else { return };
        if !matches!(self.saved.get_untracked(), SaveState::Saved(_)) {
            return;
        }
        if let Loaded::Intact(stored) = store::load(&id)
            && stored.revision > revision
        {
            self.show(id, *stored);
        }
    }

    pub(super) fn show(self, id: String, stored: Stored) {
        self.open.set(Open::Draft { id, name: stored.name, revision: stored.revision });
        self.draft.set(stored.draft);
        self.saved.set(SaveState::Saved(stored.saved_at));
    }

    pub(super) fn reopen(self, settings: &Settings) {
        self.draft.update(|draft| draft.district = settings.district.clone());
        let Some(id) = settings.open.clone() else { return };
        match store::load(&id) {
            Loaded::Intact(stored) => self.show(id, *stored),
            Loaded::Absent => {}
            Loaded::Damaged(_) | Loaded::Newer(_) => {
                self.warn(|lang| words::draft_unreadable(lang).into());
            }
        }
    }
}
