//! Other tabs: what they save is shown where nothing is unsaved here, and merged where something
//! is; what cannot be merged becomes a draft of its own.

use leptos::prelude::*;
use selfscore_core::draft::{Change, Draft, History, apply, changes, merge};
use selfscore_core::kept::{Pending, Record, unseal};
use selfscore_wording::keep as words;

use super::{Open, SaveState, Session};
use crate::browser::clock;
use crate::browser::store::{self, Found, Left, Loaded, Refused, Ring};

/// Two drafts that were one, and where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Parted {
    /// The draft that is open.
    pub here: String,
    /// The other one.
    pub there: String,
    /// Its id.
    pub other: String,
    /// Where they differ: `before` there, `after` here.
    pub differences: Vec<Change>,
}

impl Session {
    /// Follows the page being left, other tabs, and input methods.
    pub(super) fn keep_up(self) {
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.leave());
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            self.leave();
            self.catch_up_soon();
        });
        let asked = window_event_listener(leptos::ev::beforeunload, move |event| {
            let lost =
                matches!(self.saved.get_untracked(), SaveState::Failed(_) | SaveState::InMemory);
            if lost {
                event.prevent_default();
                // Older engines ask only where there is a value.
                event.set_return_value("!");
            }
        });
        let composing = window_event_listener(leptos::ev::compositionstart, move |_| {
            self.keeping.composing.set_value(true);
        });
        let composed = window_event_listener(leptos::ev::compositionend, move |_| {
            self.keeping.composing.set_value(false);
            self.catch_up_soon();
        });
        let heard = store::hear(move |ring, schemes| {
            if schemes {
                leptos::task::spawn_local(self.reload_schemes());
            }
            match ring {
                Ring::Erased => self.forget_all(),
                Ring::Draft(_) | Ring::Other => {
                    self.shelf_changed();
                    self.catch_up_soon();
                }
            }
        });
        on_cleanup(move || {
            for handle in [left, hidden, asked, composing, composed, heard] {
                handle.remove();
            }
        });
    }

    fn catch_up_soon(self) {
        leptos::task::spawn_local(self.catch_up());
    }

    /// Whether something may be shown here without taking it from under somebody's hands.
    fn idle(self) -> bool {
        !self.unsaved() && !self.keeping.composing.get_value() && !self.locked.get_untracked()
    }

    /// Shows what another tab has saved, where this one has nothing unsaved.
    async fn catch_up(self) {
        let saving = self.keeping.saving.get_value();
        let _turn = saving.lock().await;
        let Open::Draft { id, .. } = self.open.get_untracked() else { return };
        let Some(known) = self.keeping.stored.get_value() else { return };
        match store::moved(&id, &known).await {
            Err(Refused::Newer) => return self.lock(),
            Ok(true) if self.idle() => {}
            _ => return,
        }
        match store::load(&id).await {
            Loaded::Intact(found) if known.expects(found.record.revision, &found.record.by) => {}
            Loaded::Intact(found) => {
                let steps = store::steps(&id).await;
                // While that was read, somebody may have typed: then it is merged by the save.
                if !self.idle() {
                    return;
                }
                if found.record.deleted {
                    self.go_blank();
                    return self.warn(|lang| words::deleted_elsewhere(lang).into());
                }
                self.show(id, found.record, &steps);
            }
            Loaded::Newer(_) => self.lock(),
            Loaded::Absent | Loaded::Damaged(_) => {}
        }
    }

    /// A newer program has taken over: nothing may be changed here any more.
    pub(super) fn lock(self) {
        self.locked.set(true);
        if self.unsaved() {
            self.saved.set(SaveState::Failed(Refused::Newer));
        }
    }

    /// Another tab has saved this draft since: goes on from what it saved, with what was done here
    /// on top. Called while a save has its turn; the next save then finds what it expects.
    pub(super) async fn merge_in(self, id: &str) -> Result<(), Refused> {
        let found = match store::load(id).await {
            Loaded::Intact(found) => found,
            Loaded::Newer(_) => return Err(Refused::Newer),
            // It was removed for good meanwhile; what is here is all there is.
            Loaded::Absent | Loaded::Damaged(_) => {
                self.keeping.stored.set_value(None);
                return Ok(());
            }
        };
        let steps = store::steps(id).await;
        let theirs = found.record;
        let merged = merge(&theirs.draft, &self.unstored());
        if !merged.conflicts.is_empty() {
            self.part_from(id, &theirs.draft);
            return Ok(());
        }
        let mut history = restored(&theirs, &steps);
        history.record(changes(&theirs.draft, &merged.draft), false);
        self.history.set(history);
        if theirs.deleted {
            self.say(|lang| words::kept_though_deleted(lang).into());
        }
        self.keeping.stored.set_value(Some(theirs));
        self.draft.set(merged.draft);
        Ok(())
    }

    /// What is here becomes a draft of its own, and it is said where the two differ.
    fn part_from(self, other: &str, theirs: &Draft) {
        let lang = self.lang.get_untracked();
        let there = self.display_name_untracked();
        let name = words::conflict_copy(lang, &there);
        let differences = self.draft.with_untracked(|here| changes(theirs, here));
        self.keeping.stored.set_value(None);
        // What was put aside of the other one is in the copy, once that is saved.
        if self.keeping.aside.get_value() {
            let left = Left::key_of(other, &self.keeping.tab.get_value());
            self.keeping.recovered.update_value(|keys| keys.push(left));
            self.keeping.aside.set_value(false);
        }
        let id = clock::fresh_id();
        self.open.set(Open::Draft { id, name: name.clone() });
        self.keep_settings();
        self.parted.set(Some(Parted { here: name, there, other: other.to_owned(), differences }));
    }

    /// Opens a draft with its log.
    pub(super) fn show(self, id: String, record: Record, steps: &[(u64, String)]) {
        self.keeping.turn.update_value(|turn| *turn = record.turn.max(*turn));
        self.history.set(restored(&record, steps));
        self.saved.set(match store::in_memory(&id) {
            true => SaveState::InMemory,
            false => SaveState::Saved(record.saved_at.clone()),
        });
        self.open.set(Open::Draft { id, name: record.name.clone() });
        self.draft.set(record.draft.clone());
        self.keeping.saved_edits.set_value(self.keeping.edits.get_value());
        self.keeping.stored.set_value(Some(record));
    }

    /// Opens a draft as found: what tabs had left unsaved is put onto it, and saved.
    pub(super) async fn show_found(self, id: String, found: Found) {
        let steps = store::steps(&id).await;
        let base = found.record.clone();
        self.show(id.clone(), found.record, &steps);
        if found.damaged {
            let at = base.saved_at.clone();
            self.warn(move |lang| words::generation(lang, super::shown_time(&at)));
        }
        let mut recovered = Vec::new();
        for left in found.left {
            let here = self.draft.get_untracked();
            match left.pending.onto(&base, &here) {
                None => {}
                Some(merged) if merged.conflicts.is_empty() => {
                    self.history.update(|history| {
                        history.record(changes(&here, &merged.draft), false);
                    });
                    self.draft.set(merged.draft);
                    self.rename_open(&left.pending.name);
                    self.touched();
                }
                // What was left goes into a draft of its own; without room it stays where it is.
                Some(_) if self.keep_left(&here, &left.pending).await => {}
                Some(_) => continue,
            }
            recovered.push(left.key);
        }
        match self.unsaved() {
            true => self.keeping.recovered.set_value(recovered),
            false => recovered.iter().for_each(|key| store::clear_pending(key)),
        }
    }

    async fn keep_left(self, there: &Draft, left: &Pending) -> bool {
        let mut draft = there.clone();
        apply(&mut draft, &left.changes, true);
        let here = self.display_name_untracked();
        let name = words::conflict_copy(self.lang.get_untracked(), &here);
        let differences = changes(&draft, there);
        let Ok(other) = self.store_new(draft, name.clone(), false).await else { return false };
        self.parted.set(Some(Parted { here, there: name, other, differences }));
        true
    }

    fn rename_open(self, name: &str) {
        let Open::Draft { id, .. } = self.open.get_untracked() else { return };
        if !name.is_empty() {
            self.open.set(Open::Draft { id, name: name.to_owned() });
        }
    }
}

/// The log of a record, as far as its steps are intact.
fn restored(record: &Record, steps: &[(u64, String)]) -> History {
    let intact = steps.iter().filter_map(|(number, text)| {
        Some((*number, serde_json::from_str(unseal(text).ok()?).ok()?))
    });
    History::restore(record.marks, intact)
}
