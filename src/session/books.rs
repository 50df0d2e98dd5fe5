//! Forms as workbooks: out, in, and empty ones to be filled in away from the page.

use leptos::prelude::*;
use selfscore_core::draft::{Draft, Entry, TaskEntry, assess};
use selfscore_core::form::{FormFile, book};
use selfscore_wording::{Lang, books as words, page};

use super::{Session, export};
use crate::browser::books::{self, Failed};
use crate::browser::clock;

impl Session {
    /// Exports the form as a workbook, as a download.
    pub fn export_book(self) {
        self.save_now();
        let scheme = self.scheme.get_untracked();
        let assessment = self.assessment.get_untracked();
        let form = assessment.export(&scheme, &clock::now_rfc3339());
        let name = self.file_name(&form.unit, assessment.ready(), "xlsx");
        leptos::task::spawn_local(async move {
            match books::write(&book::write(&scheme, &form, 0)).await {
                Ok(bytes) => {
                    if self.hand_out(&name, export::XLSX, &bytes) {
                        self.filed();
                    }
                }
                Err(failed) => self.warn(move |lang| said(&failed, lang)),
            }
        });
    }

    /// Exports an empty workbook for the unit that is chosen, with its tasks as far as they are
    /// listed, to be filled in away from the page.
    pub fn export_blank(self) {
        let scheme = self.scheme.get_untracked();
        let blank = self.draft.with_untracked(blank);
        if blank.unit.is_empty() {
            return self.warn(|lang| words::blank_needs_unit(lang).into());
        }
        let form = assess(&scheme, &blank).export(&scheme, &clock::now_rfc3339());
        let lang = self.lang.get_untracked();
        let name = self.file_name(&form.unit, true, "xlsx");
        let name = format!("{}_{name}", words::blank_name(lang));
        leptos::task::spawn_local(async move {
            match books::write(&book::to_fill_in(&scheme, &form)).await {
                Ok(bytes) => {
                    self.hand_out(&name, export::XLSX, &bytes);
                }
                Err(failed) => self.warn(move |lang| said(&failed, lang)),
            }
        });
    }
}

/// The form that a workbook says, or in words why it says none.
pub(super) async fn read(name: String, bytes: &[u8]) -> Result<FormFile, super::Words> {
    let read = match books::read(bytes).await {
        Ok(read) => read,
        Err(failed) => {
            return Err(std::sync::Arc::new(move |lang| {
                page::not_imported(lang, &name, said(&failed, lang))
            }));
        }
    };
    book::read(&read).map_err(|error| -> super::Words {
        std::sync::Arc::new(move |lang| page::not_imported(lang, &name, error.message(lang)))
    })
}

pub(super) fn said(failed: &Failed, lang: Lang) -> String {
    match failed {
        Failed::NoModule => words::no_module(lang).into(),
        Failed::Refused(refusal) => refusal.message(lang),
    }
}

/// A draft with the unit and which tasks it has, and nothing else.
fn blank(draft: &Draft) -> Draft {
    let task = |task: &TaskEntry| TaskEntry {
        number: task.number.clone(),
        title: task.title.clone(),
        role: task.role,
        ..TaskEntry::default()
    };
    let answers = draft.answers.iter().filter(|(_, entry)| !entry.tasks.is_empty());
    let answers = answers.map(|(id, entry)| {
        let tasks = entry.tasks.iter().map(task).collect();
        (id.clone(), Entry { tasks, ..Entry::default() })
    });
    Draft {
        scheme: draft.scheme.clone(),
        scheme_sha256: draft.scheme_sha256.clone(),
        unit: draft.unit.clone(),
        district: draft.district.clone(),
        answers: answers.collect(),
        ..Draft::default()
    }
}
