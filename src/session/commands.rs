//! What a user does to the draft.

use leptos::prelude::*;
use selfscore_core::draft::{Draft, Entry, History, ListEntry, TaskEntry};
use selfscore_wording::{answers, page as words};

use super::{Open, Session, Undo};
use crate::browser::clock;

impl Session {
    /// Changes a criterion's entry.
    pub fn edit_entry(self, criterion: &str, change: impl FnOnce(&mut Entry)) {
        self.edit(|draft| change(draft.entry_mut(criterion)));
    }

    /// Changes the task row of a key.
    pub fn edit_task(self, criterion: &str, key: u32, change: impl FnOnce(&mut TaskEntry)) {
        self.edit_entry(criterion, |entry| {
            if let Some(task) = entry.tasks.iter_mut().find(|task| task.key == key) {
                change(task);
            }
        });
    }

    /// Adds an empty task row at the end, numbered on; gives its place.
    pub fn add_task(self, criterion: &str) -> usize {
        let mut place = 0;
        self.edit_entry(criterion, |entry| {
            place = entry.tasks.len();
            let row = TaskEntry {
                key: entry.random_key(clock::random),
                number: entry.next_number(),
                ..TaskEntry::default()
            };
            entry.tasks.push(row);
        });
        place
    }

    /// Adds rows, as one step that can be taken back.
    pub fn add_rows(self, criterion: &str, rows: Vec<TaskEntry>) {
        let count = rows.len();
        self.edit_entry(criterion, |entry| {
            // A row in which nothing but its number stands was waiting for these.
            entry.tasks.retain(|task| !task.is_blank());
            for row in rows {
                let number =
                    if row.number.trim().is_empty() { entry.next_number() } else { row.number };
                let key = entry.random_key(clock::random);
                entry.tasks.push(TaskEntry { key, number, ..row });
            }
        });
        self.offer(Undo::Step, move |lang| words::rows_added(lang, count));
    }

    /// Removes a task row, and offers it back.
    pub fn remove_task(self, criterion: &str, key: u32) {
        let mut removed = None;
        self.edit_entry(criterion, |entry| {
            if let Some(at) = entry.tasks.iter().position(|task| task.key == key) {
                removed = Some(entry.tasks.remove(at));
            }
        });
        if let Some(row) = removed {
            self.offer(self.last_step(), move |lang| words::row_removed(lang, &row.number));
        }
    }

    /// Moves a task row up or down by one place.
    pub fn move_task(self, criterion: &str, key: u32, down: bool) {
        self.edit_entry(criterion, |entry| {
            let Some(at) = entry.tasks.iter().position(|task| task.key == key) else { return };
            let to = if down { at + 1 } else { at.wrapping_sub(1) };
            if to < entry.tasks.len() {
                entry.tasks.swap(at, to);
            }
        });
    }

    /// Changes the row of a list of a key.
    pub fn edit_listed(self, criterion: &str, key: u32, change: impl FnOnce(&mut ListEntry)) {
        self.edit_entry(criterion, |entry| {
            if let Some(row) = entry.entries.iter_mut().find(|row| row.key == key) {
                change(row);
            }
        });
    }

    /// Adds an empty row to a list, at the end; gives its place. A list with rows is not empty.
    pub fn add_listed(self, criterion: &str) -> usize {
        let mut place = 0;
        self.edit_entry(criterion, |entry| {
            place = entry.entries.len();
            let key = entry.random_key(clock::random);
            entry.entries.push(ListEntry { key, ..ListEntry::default() });
            entry.no_entries = false;
        });
        place
    }

    /// Removes a row of a list, and offers it back.
    pub fn remove_listed(self, criterion: &str, key: u32) {
        let mut removed = None;
        self.edit_entry(criterion, |entry| {
            removed = entry.entries.iter().position(|row| row.key == key);
            if let Some(at) = removed {
                entry.entries.remove(at);
            }
        });
        if let Some(at) = removed {
            self.offer(self.last_step(), move |lang| answers::entry_removed(lang, at + 1));
        }
    }

    /// Moves a row of a list up or down by one place.
    pub fn move_listed(self, criterion: &str, key: u32, down: bool) {
        self.edit_entry(criterion, |entry| {
            let Some(at) = entry.entries.iter().position(|row| row.key == key) else { return };
            let to = if down { at + 1 } else { at.wrapping_sub(1) };
            if to < entry.entries.len() {
                entry.entries.swap(at, to);
            }
        });
    }

    /// Sets an assessor's score, by its place; places before it are made if need be.
    pub fn set_score(self, criterion: &str, place: usize, text: String) {
        self.edit_entry(criterion, |entry| {
            if entry.scores.len() <= place {
                entry.scores.resize(place + 1, String::new());
            }
            entry.scores[place] = text;
        });
    }

    /// Removes the last assessor's score, and offers it back unless it was empty.
    pub fn remove_score(self, criterion: &str) {
        let mut removed = None;
        self.end_step();
        self.edit_entry(criterion, |entry| removed = entry.scores.pop());
        self.end_step();
        if removed.is_some_and(|text| !text.trim().is_empty()) {
            self.offer(self.last_step(), |lang| answers::score_removed(lang).into());
        }
    }

    /// Sets the district's name, for this draft and those to come.
    pub fn set_district(self, name: String) {
        self.edit(|draft| draft.district = name);
        self.keep_settings();
    }

    pub(super) fn open_example(self) {
        self.once_saved(async move {
            self.forget_open(Open::Example);
            self.draft.set(crate::session::export::example(&self.scheme.get_untracked()));
        });
    }

    /// Makes a draft of the example.
    pub fn keep_example(self) {
        let name =
            words::copy_of(self.lang.get_untracked(), words::example(self.lang.get_untracked()));
        let draft: Draft = self.draft.get_untracked();
        self.adopt(draft, name, History::default());
    }
}
