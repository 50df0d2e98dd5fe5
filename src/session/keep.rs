//! Saving: when, and what may be said of it.
//!
//! An edit starts a short timer; then what is there goes into the store as the revision after the
//! last one known. One save runs at a time, and another follows while there is something to save.

use std::time::Duration;

use leptos::prelude::*;
use selfscore_core::draft::{Change, Draft, changes};
use selfscore_core::kept::{Pending, Record, seal};
use selfscore_wording::{Lang, keep as words};

use super::{Notice, Open, Session, Undo};
use crate::browser::clock;
use crate::browser::store::{self, Kept, Left, Refused, Ring};

/// How long typing gathers before it is saved: a browser that is killed loses that much and
/// what the disk takes, 14–40 ms; together it must stay below 100 ms.
const GATHER: Duration = Duration::from_millis(20);

/// How long after a save that failed it is tried again without further typing.
const AGAIN: Duration = Duration::from_secs(2);

/// How long after a save the mirror follows.
const MIRROR: Duration = Duration::from_secs(1);

/// Within that time more typing in a field belongs to the same step, milliseconds.
const TYPING: f64 = 1_500.0;

/// Whether what is typed is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been typed.
    Nothing,
    /// Typed, not saved yet.
    Unsaved,
    /// Being saved.
    Saving,
    /// Saved and read back; the time to show, RFC 3339.
    Saved(String),
    /// Kept in memory only: the browser allows no storage.
    InMemory,
    /// Not saved, and why.
    Failed(Refused),
}

/// Why something was not saved, in words.
pub fn keep_words(refused: Refused, lang: Lang) -> &'static str {
    match refused {
        Refused::Unavailable => words::unavailable(lang),
        Refused::Full => words::full(lang),
        Refused::NotReadBack => words::not_read_back(lang),
        Refused::NoAnswer => words::no_answer(lang),
        Refused::Damaged => words::damaged(lang),
        Refused::Newer => words::newer(lang),
    }
}

impl Session {
    /// Changes the draft, as a step that can be taken back, and saves it soon.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        if self.locked.get_untracked() {
            return self.warn(|lang| words::newer(lang).into());
        }
        let before = self.draft.get_untracked();
        self.draft.update(change);
        let changed = self.draft.with_untracked(|after| changes(&before, after));
        if changed.is_empty() {
            return;
        }
        let now = clock::milliseconds();
        let goes_on = now - self.keeping.typed_at.get_value() < TYPING;
        self.keeping.typed_at.set_value(now);
        self.history.update(|history| history.record(changed, goes_on));
        self.touched();
    }

    /// Whatever is done next is a step of its own, and no more of what was typed last.
    pub(super) fn end_step(self) {
        self.keeping.typed_at.set_value(0.0);
    }

    /// What follows from every change of the draft.
    pub(super) fn touched(self) {
        // What a notice offers to take back is the last step no more.
        let stale = |notice: &Option<Notice>| {
            notice.as_ref().is_some_and(|notice| matches!(notice.undo, Some(Undo::Step)))
        };
        if self.notice.with_untracked(stale) {
            self.notice.set(None);
        }
        match self.open.get_untracked() {
            Open::Example | Open::Trial => return,
            Open::Blank => {
                let id = clock::fresh_id();
                self.keeping.stored.set_value(None);
                self.open.set(Open::Draft { id, name: String::new() });
                self.keep_settings();
            }
            Open::Draft { .. } => {}
        }
        self.keeping.edits.update_value(|edits| *edits += 1);
        self.saved.set(SaveState::Unsaved);
        self.save_after(GATHER);
    }

    fn save_after(self, pause: Duration) {
        if self.keeping.timer.with_value(Option::is_none) {
            let timer = set_timeout_with_handle(
                move || {
                    self.keeping.timer.set_value(None);
                    self.save_now();
                },
                pause,
            );
            self.keeping.timer.set_value(timer.ok());
        }
    }

    /// Saves what is unsaved, now.
    pub fn save_now(self) {
        leptos::task::spawn_local(async move {
            // What failed is in the state.
            let _ = self.flush().await;
        });
    }

    /// Whether something of the open draft is not saved.
    pub(super) fn unsaved(self) -> bool {
        let draft = self.open.with_untracked(|open| matches!(open, Open::Draft { .. }));
        draft && self.keeping.edits.get_value() != self.keeping.saved_edits.get_value()
    }

    /// Saves until nothing is unsaved.
    ///
    /// # Errors
    /// Why it could not be saved.
    pub async fn flush(self) -> Result<(), Refused> {
        let saving = self.keeping.saving.get_value();
        let _turn = saving.lock().await;
        while self.unsaved() {
            if let Err(refused) = self.save().await {
                return self.leave_aside(refused);
            }
        }
        Ok(())
    }

    async fn save(self) -> Result<(), Refused> {
        let Open::Draft { id, name } = self.open.get_untracked() else { return Ok(()) };
        let edit = self.keeping.edits.get_value();
        let draft = self.draft.get_untracked();
        let known = self.keeping.stored.get_value();
        let first = known.is_none();
        let base = known.unwrap_or_else(|| Record::new(Draft::default(), String::new()));
        self.saved.set(SaveState::Saving);
        let tab = self.keeping.tab.get_value();
        let mut record = base.next(&tab, clock::now_rfc3339());
        (record.name, record.draft, record.deleted) = (name, draft, false);
        record.note(&tab, edit);
        record.turn = self.next_turn();
        let (steps, upto) = self.history.with_untracked(|history| {
            record.marks = history.marks();
            let fresh = match first {
                true => (record.marks.first..record.marks.end).collect(),
                false => history.unsaved(),
            };
            let texts =
                fresh.iter().filter_map(|number| Some((*number, seal(history.step(*number)?))));
            (texts.collect::<Vec<_>>(), history.moment())
        });
        match store::save(&id, &base, &record, &steps).await? {
            Kept::Moved => self.merge_in(&id).await?,
            kept => {
                self.history.update_untracked(|history| history.saved(upto));
                self.keeping.saved_edits.set_value(edit);
                let at = record.saved_at.clone();
                self.keeping.stored.set_value(Some(record));
                self.kept(&id, kept, edit, at);
            }
        }
        Ok(())
    }

    /// What follows from a save.
    fn kept(self, id: &str, kept: Kept, edit: u64, at: String) {
        if edit == self.keeping.edits.get_value() {
            self.saved.set(match kept {
                Kept::InMemory => SaveState::InMemory,
                _ => SaveState::Saved(at),
            });
        }
        if self.keeping.aside.get_value() {
            store::clear_pending(&Left::key_of(id, &self.keeping.tab.get_value()));
            self.keeping.aside.set_value(false);
        }
        for key in self.keeping.recovered.try_update_value(std::mem::take).unwrap_or_default() {
            store::clear_pending(&key);
        }
        store::ring(Ring::Draft(id.to_owned()));
        self.mirror_soon();
        self.shelf_changed();
        self.worked();
    }

    /// Where the journal refuses, what is unsaved goes aside, and it is tried again.
    fn leave_aside(self, refused: Refused) -> Result<(), Refused> {
        if refused == Refused::Newer {
            self.lock();
            return Err(refused);
        }
        self.save_after(AGAIN);
        match self.put_aside() {
            Ok(()) => {
                self.saved.set(SaveState::Saved(clock::now_rfc3339()));
                Ok(())
            }
            // The journal's trouble is the one to name: it is the larger of the two.
            Err(_) => {
                self.saved.set(SaveState::Failed(refused));
                Err(refused)
            }
        }
    }

    /// Writes what is unsaved where it can be written at once; it is put onto the draft later.
    fn put_aside(self) -> Result<(), Refused> {
        let Open::Draft { id, name } = self.open.get_untracked() else { return Ok(()) };
        let changes = self.unstored();
        let renamed = self
            .keeping
            .stored
            .with_value(|stored| stored.as_ref().is_none_or(|record| record.name != name));
        let name = if renamed { name } else { String::new() };
        let tab = self.keeping.tab.get_value();
        let pending = Pending { tab, edit: self.keeping.edits.get_value(), name, changes };
        self.keeping.aside.set_value(true);
        store::leave(&id, &pending)
    }

    /// What differs from the draft as the store is known to have it.
    pub(super) fn unstored(self) -> Vec<Change> {
        let none = Draft::default();
        self.keeping.stored.with_value(|stored| {
            let base = stored.as_ref().map_or(&none, |record| &record.draft);
            self.draft.with_untracked(|draft| changes(base, draft))
        })
    }

    /// The page is being left, or may be: nothing can be waited for.
    pub(super) fn leave(self) {
        if self.unsaved() {
            // What does not get there this way may still get there by the save.
            let _ = self.put_aside();
            self.save_now();
        }
        self.mirror_now();
    }

    fn mirror_soon(self) {
        if self.keeping.mirroring.with_value(Option::is_none) {
            let timer = set_timeout_with_handle(move || self.mirror_now(), MIRROR);
            self.keeping.mirroring.set_value(timer.ok());
        }
    }

    pub(super) fn mirror_now(self) {
        if let Some(timer) = self.keeping.mirroring.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let Open::Draft { id, .. } = self.open.get_untracked() else { return };
        let in_memory = self.saved.get_untracked() == SaveState::InMemory;
        self.keeping.stored.with_value(|record| {
            if let Some(record) = record.as_ref().filter(|_| !in_memory) {
                store::mirror(&id, record);
            }
        });
    }

    pub(super) fn next_turn(self) -> u64 {
        let turn = self.keeping.turn.get_value().saturating_add(1);
        self.keeping.turn.set_value(turn);
        turn
    }
}
