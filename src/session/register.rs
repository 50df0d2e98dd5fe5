//! Tasks of the unit out of a register file.

use leptos::prelude::*;
use selfscore_core::draft::TaskEntry;
use selfscore_core::register::Register;
use selfscore_wording::page as words;

use super::{Session, opened};
use crate::browser::files;

impl Session {
    pub(super) fn read_register(self, criterion: String, picked: Vec<web_sys::File>) {
        let Some(file) = picked.into_iter().next() else { return };
        if self.draft.with_untracked(|draft| draft.unit.is_empty()) {
            return self.warn(|lang| words::register_needs_unit(lang).into());
        }
        leptos::task::spawn_local(async move {
            match opened::read_small(&file).await {
                Ok(opened) => self.take_register(&criterion, opened),
                Err(words) => self.warn(move |lang| words(lang)),
            }
        });
    }

    fn take_register(self, criterion: &str, opened: files::Opened) {
        let file = opened.name;
        let read = opened::utf8(&opened.bytes).and_then(|(text, _)| Register::read(&text));
        let register = match read {
            Ok(register) => register,
            Err(error) => {
                return self
                    .warn(move |lang| words::not_imported(lang, &file, error.message(lang)));
            }
        };
        let unit = self.draft.with_untracked(|draft| draft.unit.clone());
        let known_as = untrack(|| self.unmask(&unit));
        let assigned = register.tasks_of(&[&unit, &known_as]);
        if assigned.is_empty() {
            return self.warn(move |lang| words::register_none(lang, &file, &known_as));
        }
        let listed = self.draft.with_untracked(|draft| match draft.entry(criterion) {
            Some(entry) => entry.tasks.iter().map(|task| task.number.trim().to_owned()).collect(),
            None => Vec::new(),
        });
        let fresh = assigned.into_iter().filter(|(task, _)| !listed.contains(&task.number));
        let rows: Vec<TaskEntry> = fresh
            .map(|(task, role)| TaskEntry {
                number: task.number.clone(),
                title: task.title.clone(),
                role: Some(role),
                ..TaskEntry::default()
            })
            .collect();
        if rows.is_empty() {
            return self.say(move |lang| words::register_all_there(lang, &file));
        }
        self.add_rows(criterion, rows);
    }
}
