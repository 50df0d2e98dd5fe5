//! The drafts in this browser: by name, created, renamed, copied, deleted and brought back.

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_wording::page as words;

use super::{Open, SaveState, Session, Undo};
use crate::browser::clock;
use crate::browser::files;
use crate::browser::store::{self, Loaded, Stored};

/// A draft on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its name, by the user or by its unit.
    pub name: String,
    /// When it was saved, RFC 3339.
    pub saved_at: String,
}

/// Something on the shelf that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// Its id.
    pub id: String,
    /// Whether a newer program wrote it.
    pub newer: bool,
}

/// Everything in this browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Drafts, the last saved first.
    pub drafts: Vec<Kept>,
    /// Kept as they are.
    pub unreadable: Vec<Unreadable>,
    /// Deleted, and still there.
    pub deleted: Vec<Kept>,
}

impl Session {
    /// What is in this browser, following it.
    pub fn shelf(self) -> Shelf {
        self.shelf.track();
        let mut shelf = Shelf::default();
        for (id, loaded) in store::all() {
            match loaded {
                Loaded::Intact(stored) => shelf.drafts.push(self.kept(id, &stored)),
                Loaded::Damaged(_) => shelf.unreadable.push(Unreadable { id, newer: false }),
                Loaded::Newer(_) => shelf.unreadable.push(Unreadable { id, newer: true }),
                Loaded::Absent => {}
            }
        }
        for (id, loaded) in store::deleted() {
            if let Loaded::Intact(stored) = loaded {
                shelf.deleted.push(self.kept(id, &stored));
            }
        }
        shelf.drafts.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then(a.id.cmp(&b.id)));
        shelf.deleted.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then(a.id.cmp(&b.id)));
        shelf
    }

    fn kept(self, id: String, stored: &Stored) -> Kept {
        let name = self.named(&stored.name, &stored.draft);
        Kept { id, name, saved_at: stored.saved_at.clone() }
    }

    fn named(self, name: &str, draft: &Draft) -> String {
        if !name.is_empty() {
            return name.into();
        }
        if draft.unit.is_empty() {
            return words::unnamed(self.lang.get()).into();
        }
        self.library.with(|all| {
            let own = all.get(&draft.scheme_sha256).or_else(|| all.newest(&draft.scheme));
            own.map_or(draft.unit.clone(), |s| s.unmask(&draft.unit, &draft.district))
        })
    }

    /// The name of what is open, following it.
    pub fn display_name(self) -> String {
        match self.open.get() {
            Open::Blank | Open::Trial => words::unnamed(self.lang.get()).into(),
            Open::Example => words::example(self.lang.get()).into(),
            Open::Draft { name, .. } => self.draft.with(|draft| self.named(&name, draft)),
        }
    }

    pub(super) fn display_name_untracked(self) -> String {
        untrack(|| self.display_name())
    }

    /// Starts an empty draft; what was open stays on the shelf.
    pub fn create(self) {
        self.save_now();
        let district = self.draft.with_untracked(|draft| draft.district.clone());
        let scheme = self.scheme.get_untracked();
        self.open.set(Open::Blank);
        self.saved.set(SaveState::Nothing);
        self.report.set(None);
        self.draft.set(Draft { district, ..Draft::new(&scheme) });
        self.keep_settings();
    }

    /// Opens a draft of the shelf.
    pub fn open_draft(self, id: &str) {
        self.save_now();
        match store::load(id) {
            Loaded::Intact(stored) => {
                self.report.set(None);
                self.show(id.to_owned(), *stored);
                self.keep_settings();
            }
            _ => self.warn(|lang| words::draft_unreadable(lang).into()),
        }
    }

    /// Gives a draft a name.
    pub fn rename(self, id: &str, name: &str) {
        let name = name.trim().to_owned();
        self.save_now();
        if let Loaded::Intact(mut stored) = store::load(id) {
            stored.name = name.clone();
            stored.revision += 1;
            if let Err(refused) = store::save(id, &stored) {
                self.warn(move |lang| words::not_done(lang, super::keep_words(refused, lang)));
            } else if matches!(self.open.get_untracked(), Open::Draft { id: open, .. } if open == id)
            {
                self.show(id.to_owned(), *stored);
            }
        }
        self.shelf.update(|changes| *changes += 1);
    }

    /// Copies a draft of the shelf, and opens the copy.
    pub fn duplicate(self, id: &str) {
        self.save_now();
        let Loaded::Intact(stored) = store::load(id) else { return };
        let name =
            words::copy_of(self.lang.get_untracked(), self.named(&stored.name, &stored.draft));
        self.adopt(stored.draft, name);
    }

    /// Opens a draft as a new one on the shelf.
    pub(super) fn adopt(self, draft: Draft, name: String) {
        self.open.set(Open::Draft { id: clock::fresh_id(), name, revision: 0 });
        self.draft.set(draft);
        self.saved.set(SaveState::Pending);
        self.save_now();
        self.keep_settings();
    }

    /// Deletes a draft, and offers it back.
    pub fn delete(self, id: &str) {
        self.save_now();
        let is_open =
            matches!(self.open.get_untracked(), Open::Draft { id: open, .. } if open == id);
        if let Err(refused) = store::delete(id) {
            return self.warn(move |lang| words::not_done(lang, super::keep_words(refused, lang)));
        }
        if is_open {
            self.saved.set(SaveState::Nothing);
            self.create();
        }
        self.shelf.update(|changes| *changes += 1);
        self.offer(Undo::Deleted(id.to_owned()), |lang| words::draft_deleted(lang).into());
    }

    /// Brings a deleted draft back.
    pub fn restore(self, id: &str) {
        if let Err(refused) = store::restore(id) {
            self.warn(move |lang| words::not_done(lang, super::keep_words(refused, lang)));
        }
        self.shelf.update(|changes| *changes += 1);
    }

    /// Removes deleted drafts for good.
    pub fn empty_deleted(self) {
        store::empty_deleted();
        self.notice.set(None);
        self.shelf.update(|changes| *changes += 1);
    }

    /// Offers what cannot be read as a file, as it is.
    pub fn download_raw(self, id: &str) {
        if let Loaded::Damaged(raw) | Loaded::Newer(raw) = store::load(id) {
            files::download(&format!("selfscore-{id}.txt"), "text/plain", raw.as_bytes());
        }
    }
}
