//! Files in: each becomes a draft of its own, with a report on it.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::{Draft, History, changes, judge};
use selfscore_core::feedback::Feedback;
use selfscore_core::form::{CheckCode, FormFile};
use selfscore_core::issue::field;
use selfscore_core::kept::Backup;
use selfscore_core::limits;
use selfscore_core::review::{Compared, compare};
use selfscore_core::scheme::{Match, Scheme};
use selfscore_wording::{library, page as words};

use super::form_file::{self, Spelt, Taken};
use super::{Open, Session, Words, keep_words, opened, packages};
use crate::browser::files;

/// What was found in a file on opening it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// Whether it is as it was exported.
    pub check_code: CheckCode,
    /// Stated beside recomputed figures.
    pub compared: Vec<Compared>,
    /// Members that the program does not know, kept.
    pub unknown: Vec<String>,
    /// How many fields the file itself calls missing.
    pub missing: usize,
    /// What the page has for the file's word on its scheme.
    pub scheme: Match,
    /// How it was spelt, if it is a text.
    pub spelt: Option<Spelt>,
}

impl ImportReport {
    fn new(
        file: String,
        read: &FormFile,
        found: &Match,
        scheme: &Scheme,
        spelt: Option<Spelt>,
    ) -> Self {
        let (sheet, _) = judge(scheme, &read.form);
        let unknown = read.form.answers.keys().filter(|id| scheme.criterion(id).is_none());
        let unknown = unknown.map(|id| field::answer(id));
        ImportReport {
            file,
            check_code: read.check_code.clone(),
            compared: compare(scheme, &read.form, &sheet),
            unknown: read.form.unknown_members().into_iter().chain(unknown).collect(),
            missing: read.form.missing().len(),
            scheme: found.clone(),
            spelt,
        }
    }

    /// How many figures differ.
    pub fn differences(&self) -> usize {
        self.compared.iter().filter(|figure| figure.differs()).count()
    }
}

impl Session {
    pub(super) fn import_picked(self, picked: Vec<web_sys::File>) {
        leptos::task::spawn_local(async move {
            self.import_all(picked).await;
        });
    }

    /// Opens files; gives back the last one, unless one could not be read.
    pub(super) async fn import_all(self, picked: Vec<web_sys::File>) -> Option<web_sys::File> {
        self.notice.set(None);
        let mut refusals: Vec<Words> = Vec::new();
        let mut last = None;
        for file in picked {
            refusals.extend(self.take_picked(&file).await.err());
            last = Some(file);
        }
        let all_read = refusals.is_empty();
        self.warn_all(refusals);
        last.filter(|_| all_read)
    }

    async fn take_picked(self, file: &web_sys::File) -> Result<(), Words> {
        if packages::is_package(file).await {
            return self.take_form(packages::form_in(file).await?).await;
        }
        // A backup may be larger than a form; which it is, its first bytes tell.
        self.take_in(opened::read(file, limits::BACKUP_BYTES).await?).await
    }

    /// Takes in what is in memory: a form, a scheme, a backup, or the office's feedback.
    pub(super) async fn take_in(self, opened: files::Opened) -> Result<(), Words> {
        if Backup::recognises(&opened.bytes) {
            return self.take_backup(opened.name, &opened.bytes).await;
        }
        if opened.bytes.len() <= limits::FILE_BYTES {
            // Editors save text in other encodings, too; what is no text is looked at as it is.
            let text =
                opened::utf8(&opened.bytes).map_or((&opened.bytes[..]).into(), |(text, _)| text);
            if Scheme::recognises(&text) {
                return self.take_scheme(opened.name, &text);
            }
            if Feedback::recognises(&text) {
                return self.take_feedback(opened.name, &text);
            }
        }
        self.take_form(form_file::read(&opened).await?).await
    }

    /// A form that was read becomes a draft, with a report on it.
    async fn take_form(self, taken: Taken) -> Result<(), Words> {
        let Taken { name, file: read, spelt } = taken;
        let found = self.library.with_untracked(|all| all.find(&read.form.scheme));
        let Some(scheme) = found.scheme() else {
            let named = read.form.scheme;
            return Err(Arc::new(move |lang| {
                library::form_absent(lang, &name, &named.id, named.revision)
            }));
        };
        if let Err(refused) = self.flush().await {
            return Err(Arc::new(move |lang| words::not_done(lang, keep_words(refused, lang))));
        }
        let report = ImportReport::new(name, &read, &found, scheme, spelt);
        let draft = Draft::from_form(&read.form);
        self.adopt(draft.clone(), String::new(), self.history_up_to(&draft));
        self.report.set(Some(report));
        Ok(())
    }

    /// The log of a form that takes the place of the open one: opening it is a step as any other.
    fn history_up_to(self, opened: &Draft) -> History {
        if self.open.with_untracked(|open| *open == Open::Example) {
            return History::default();
        }
        let mut history = self.history.get_untracked();
        let step = self.draft.with_untracked(|draft| changes(draft, opened));
        history.record(step, false);
        history
    }
}
