//! Taking steps back and again, over the whole form.

use leptos::prelude::*;
use selfscore_core::draft::{Change, apply, place_words};
use selfscore_wording::keep as words;

use super::{Session, Undo};
use crate::browser::focus;

impl Session {
    /// Whether there is a step to take back, and one to take again, following them.
    pub fn steps(self) -> (bool, bool) {
        self.history.with(|history| (history.can_undo(), history.can_redo()))
    }

    /// Takes the last step back, or takes it again.
    pub fn step(self, back: bool) {
        if self.locked.get_untracked() {
            return self.warn(|lang| words::newer(lang).into());
        }
        let mut draft = self.draft.get_untracked();
        let taken = self.history.try_update(|history| match back {
            true => history.undo(&mut draft),
            false => history.redo(&mut draft),
        });
        let Some(changed) = taken.flatten() else { return };
        self.draft.set(draft);
        self.end_step();
        self.touched();
        self.tell_step(&changed, back);
        if let Some(change) = changed.first() {
            focus::field_soon(self.pointer_of(&change.place));
        }
    }

    /// Says what a step changed.
    fn tell_step(self, changed: &[Change], back: bool) {
        let Some(first) = changed.first().map(|change| change.place.clone()) else { return };
        let others = changed.len() - 1;
        self.say(move |lang| {
            let scheme = self.scheme.get_untracked();
            let place =
                self.draft.with_untracked(|draft| place_words(&scheme, draft, &first, lang));
            let place = match others {
                0 => place,
                others => words::and_more(lang, place, others),
            };
            match back {
                true => words::undone(lang, place),
                false => words::redone(lang, place),
            }
        });
    }

    /// The field of a place: rows have keys there, and indexes here.
    fn pointer_of(self, place: &str) -> String {
        let parts: Vec<&str> = place.split('/').collect();
        let ["", "answers", criterion, list @ ("tasks" | "entries"), key, rest @ ..] = &parts[..]
        else {
            return place.to_owned();
        };
        let at = self.draft.with_untracked(|draft| {
            let entry = draft.entry(criterion)?;
            let key: u32 = key.parse().ok()?;
            match *list {
                "tasks" => entry.tasks.iter().position(|row| row.key == key),
                _ => entry.entries.iter().position(|row| row.key == key),
            }
        });
        match (at, rest) {
            (Some(at), []) => format!("/answers/{criterion}/{list}/{at}/title"),
            (Some(at), rest) => format!("/answers/{criterion}/{list}/{at}/{}", rest.join("/")),
            (None, _) => format!("/answers/{criterion}/{list}"),
        }
    }

    /// What the last step changed.
    fn last_changes(self) -> Vec<Change> {
        self.history.with_untracked(|history| {
            let last = history.marks().at.checked_sub(1);
            let step = last.and_then(|number| history.step(number));
            step.map(|step| step.changes.clone()).unwrap_or_default()
        })
    }

    /// The way back from the last step, also after others.
    pub(super) fn last_step(self) -> Undo {
        Undo::Changes(self.last_changes())
    }

    /// Takes back what a notice offers.
    pub fn undo(self, undo: Undo) {
        self.notice.set(None);
        match undo {
            Undo::Step => self.step(true),
            Undo::Changes(changed) if self.last_changes() == changed => self.step(true),
            Undo::Changes(changed) => self.edit(|draft| {
                apply(draft, &changed, false);
            }),
            Undo::Deleted(id) => self.restore(&id),
        }
    }
}
