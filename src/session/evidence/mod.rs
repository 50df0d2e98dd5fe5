//! Evidence at hand: files that this page has read, the packages made of them, and what was received
//! compared with the list.
//!
//! Contents are never kept: what is here are the browser's handles of files, by their digests, and they
//! are gone with the page. The list itself is part of the draft.

mod add;
mod compare;
mod package;
mod reading;

use std::collections::BTreeMap;

use leptos::prelude::*;
use selfscore_core::evidence::{cite, renumber, uncite};
use selfscore_wording::evidence as words;
use web_sys::File;

pub use compare::{By, Received};
use reading::Progress;

use super::Session;

/// A file that was read.
#[derive(Clone)]
pub struct Held {
    /// The names that it was added by, with their folders.
    pub paths: Vec<String>,
    file: File,
    crc32: u32,
}

/// Evidence at hand; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Evidence {
    pub(super) session: Session,
    /// Files by their digests.
    held: RwSignal<BTreeMap<String, Held>, LocalStorage>,
    /// What is being read, if anything is.
    pub progress: RwSignal<Option<Progress>>,
    cancelled: StoredValue<bool>,
    /// What was received last, to be compared.
    pub received: RwSignal<Option<Received>>,
    /// By which list it is compared.
    pub by: RwSignal<By>,
}

impl Evidence {
    /// Nothing at hand.
    pub fn new(session: Session) -> Self {
        Evidence {
            session,
            held: RwSignal::new_local(BTreeMap::new()),
            progress: RwSignal::new(None),
            cancelled: StoredValue::new(false),
            received: RwSignal::new(None),
            by: RwSignal::new(By::Open),
        }
    }

    /// The evidence of the page.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// The names that a file was added by, following it; `None` if its contents are not at hand.
    pub fn paths(self, sha256: &str) -> Option<Vec<String>> {
        self.held.with(|held| held.get(sha256).map(|one| one.paths.clone()))
    }

    /// Gives a piece another number; what cites it goes along.
    pub fn renumber(self, place: usize, number: String) {
        self.step(|session| session.edit(|draft| renumber(draft, place, number.trim())));
    }

    /// Gives a piece another name.
    pub fn rename(self, place: usize, name: String) {
        self.step(|session| {
            session.edit(|draft| {
                if let Some(piece) = draft.evidence.get_mut(place) {
                    piece.name = name.trim().to_owned();
                }
            });
        });
    }

    /// Takes a piece off the list, and offers it back.
    pub fn remove(self, place: usize) {
        let mut removed = None;
        self.step(|session| {
            session.edit(|draft| {
                if place < draft.evidence.len() {
                    removed = Some(draft.evidence.remove(place).number);
                }
            });
        });
        if let Some(number) = removed {
            let session = self.session;
            session.offer(session.last_step(), move |lang| words::removed(lang, &number));
        }
    }

    /// Adds a number to a claim, by the pointer of its field.
    pub fn link(self, pointer: &str, number: &str) {
        self.step(|session| {
            session.edit(|draft| {
                cite(draft, pointer, number);
            });
        });
    }

    /// Takes a number out of a claim.
    pub fn unlink(self, pointer: &str, number: &str) {
        self.step(|session| {
            session.edit(|draft| {
                uncite(draft, pointer, number);
            });
        });
    }

    /// Does something as a step of its own.
    fn step(self, act: impl FnOnce(Session)) {
        self.session.end_step();
        act(self.session);
        self.session.end_step();
    }
}
