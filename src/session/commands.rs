//! What a user does to the draft.

use leptos::prelude::*;
use selfscore_core::draft::{Draft, Entry, ListEntry, TaskEntry};
use selfscore_wording::{answers, page as words};

use super::{Open, SaveState, Session, Undo};

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
                key: entry.fresh_key(),
                number: entry.next_number(),
                ..TaskEntry::default()
            };
            entry.tasks.push(row);
        });
        place
    }

    /// Adds rows, as one step that can be taken back.
    pub fn add_rows(self, criterion: &str, rows: Vec<TaskEntry>) {
        let before = self.draft.get_untracked();
        let count = rows.len();
        self.edit_entry(criterion, |entry| {
            // A row in which nothing but its number stands was waiting for these.
            entry.tasks.retain(|task| !task.is_blank());
            for row in rows {
                let number =
                    if row.number.trim().is_empty() { entry.next_number() } else { row.number };
                let key = entry.fresh_key();
                entry.tasks.push(TaskEntry { key, number, ..row });
            }
        });
        self.offer(Undo::Draft(Box::new(before)), move |lang| words::rows_added(lang, count));
    }

    /// Removes a task row, and offers it back.
    pub fn remove_task(self, criterion: &str, key: u32) {
        let mut removed = None;
        self.edit_entry(criterion, |entry| {
            if let Some(at) = entry.tasks.iter().position(|task| task.key == key) {
                removed = Some((at, entry.tasks.remove(at)));
            }
        });
        if let Some((at, row)) = removed {
            let number = row.number.clone();
            let undo = Undo::Rows { criterion: criterion.to_owned(), rows: vec![(at, row)] };
            self.offer(undo, move |lang| words::row_removed(lang, &number));
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
            let key = entry.fresh_key();
            entry.entries.push(ListEntry { key, ..ListEntry::default() });
            entry.no_entries = false;
        });
        place
    }

    /// Removes a row of a list, and offers it back.
    pub fn remove_listed(self, criterion: &str, key: u32) {
        let mut removed = None;
        self.edit_entry(criterion, |entry| {
            if let Some(at) = entry.entries.iter().position(|row| row.key == key) {
                removed = Some((at, entry.entries.remove(at)));
            }
        });
        if let Some((at, row)) = removed {
            let undo = Undo::Listed { criterion: criterion.to_owned(), at, row: Box::new(row) };
            self.offer(undo, move |lang| answers::entry_removed(lang, at + 1));
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
        self.edit_entry(criterion, |entry| removed = entry.scores.pop());
        if let Some(text) = removed.filter(|text| !text.trim().is_empty()) {
            let undo = Undo::Score { criterion: criterion.to_owned(), text };
            self.offer(undo, |lang| answers::score_removed(lang).into());
        }
    }

    /// Takes back what the notice offers.
    pub fn undo(self, undo: Undo) {
        self.notice.set(None);
        match undo {
            Undo::Rows { criterion, rows } => self.edit_entry(&criterion, |entry| {
                for (at, row) in rows {
                    entry.tasks.insert(at.min(entry.tasks.len()), row);
                }
            }),
            Undo::Listed { criterion, at, row } => self.edit_entry(&criterion, |entry| {
                entry.entries.insert(at.min(entry.entries.len()), *row);
            }),
            Undo::Score { criterion, text } => {
                self.edit_entry(&criterion, |entry| entry.scores.push(text));
            }
            Undo::Draft(before) => self.edit(|draft| *draft = *before),
            Undo::Deleted(id) => self.restore(&id),
        }
    }

    /// Sets the district's name, for this draft and those to come.
    pub fn set_district(self, name: String) {
        self.edit(|draft| draft.district = name);
        self.keep_settings();
    }

    /// Shows the example; it is not stored.
    pub fn show_example(self) {
        self.save_now();
        self.report.set(None);
        self.open.set(Open::Example);
        self.saved.set(SaveState::Nothing);
        self.draft.set(crate::session::exchange::example(&self.scheme.get_untracked()));
    }

    /// Makes a draft of the example.
    pub fn keep_example(self) {
        let name =
            words::copy_of(self.lang.get_untracked(), words::example(self.lang.get_untracked()));
        let draft: Draft = self.draft.get_untracked();
        self.adopt(draft, name);
    }
}
