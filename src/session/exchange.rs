//! Files out and in.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::{Draft, History, TaskEntry, changes, judge};
use selfscore_core::encoding::Encoding;
use selfscore_core::form::csv::{self, Spelling};
use selfscore_core::form::{self, CheckCode, FormFile, Place};
use selfscore_core::issue::field;
use selfscore_core::kept::Backup;
use selfscore_core::limits;
use selfscore_core::register::Register;
use selfscore_core::review::{Compared, compare};
use selfscore_core::scheme::{Match, Scheme};
use selfscore_wording::{library, page as words};

use super::{Open, Session, Words, keep_words, opened};
use crate::browser::{clock, files};

/// The spelling of an exported form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportKind {
    /// For programs and for the office.
    Json,
    /// For spreadsheets.
    Csv,
}

/// The type of workbooks.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

/// How a file was spelt: it tells who saved it last.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelt {
    /// Its encoding.
    pub encoding: Encoding,
    /// Of a table, what stands between cells and what ends its rows.
    pub table: Option<Spelling>,
    /// Cells with a question mark, if the file changed and its encoding lacks some signs.
    pub question_marks: Vec<Place>,
}

impl Spelt {
    fn of(text: &[u8], encoding: Encoding, code: &CheckCode) -> Self {
        let table = csv::spelling(text);
        let doubtful = table.is_some()
            && encoding == Encoding::Gb18030
            && !matches!(code, CheckCode::Matches(_));
        let question_marks = if doubtful { csv::question_marks(text) } else { Vec::new() };
        Spelt { encoding, table, question_marks }
    }
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
    /// Exports the form as a download.
    pub fn export(self, kind: ExportKind) {
        self.save_now();
        let scheme = self.scheme.get_untracked();
        let assessment = self.assessment.get_untracked();
        let form = assessment.export(&scheme, &clock::now_rfc3339());
        let (bytes, suffix, mime) = match kind {
            ExportKind::Json => (form::json::write(&form).into_bytes(), "json", "application/json"),
            ExportKind::Csv => (form::csv::write(&scheme, &form), "csv", "text/csv;charset=utf-8"),
        };
        let name = self.file_name(&form.unit, assessment.ready(), suffix);
        if self.hand_out(&name, mime, &bytes) {
            self.filed();
        }
    }

    /// The name of a file with a unit's form.
    pub(super) fn file_name(self, unit: &str, ready: bool, suffix: &str) -> String {
        format!("{}.{suffix}", self.file_stem(unit, ready))
    }

    /// Offers a download and says so; whether the browser took it.
    pub(super) fn hand_out(self, name: &str, mime: &str, bytes: &[u8]) -> bool {
        let given = files::download(name, mime, bytes);
        if given {
            let name = name.to_owned();
            self.say(move |lang| words::exported(lang, &name));
        } else {
            self.warn(|lang| words::not_exported(lang).into());
        }
        given
    }

    /// What a form's file is called, without its ending: unit, year, and whether it is incomplete.
    pub(super) fn file_stem(self, unit: &str, ready: bool) -> String {
        let lang = self.lang.get_untracked();
        let unit = match unit.is_empty() {
            true => words::no_unit(lang).to_owned(),
            false => untrack(|| self.unmask(unit)),
        };
        let mark = if ready { "" } else { words::file_incomplete(lang) };
        let due = self.scheme.with_untracked(|scheme| scheme.file().due.clone());
        let year = due.get(..4).unwrap_or_default();
        files::safe_name(&format!("{}{mark}", words::file_name(lang, unit, year)))
    }

    /// Opens files, each into a draft of its own; nothing that is open changes if one cannot
    /// be read. What could not be read is said at the end, whatever came after it.
    pub fn import(self, picked: Vec<web_sys::File>) {
        leptos::task::spawn_local(async move {
            self.notice.set(None);
            let mut refusals: Vec<Words> = Vec::new();
            for file in picked {
                // A backup may be larger than a form; which it is, its first bytes tell.
                let taken = match opened::read(&file, limits::BACKUP_BYTES).await {
                    Ok(opened) => self.take_in(opened).await,
                    Err(refusal) => Err(refusal),
                };
                refusals.extend(taken.err());
            }
            self.warn_all(refusals);
        });
    }

    pub(super) async fn take_in(self, opened: files::Opened) -> Result<(), Words> {
        let name = opened.name;
        if Backup::recognises(&opened.bytes) {
            return self.take_backup(name, &opened.bytes).await;
        }
        let bytes = opened.bytes.len();
        let is_book = form::book::recognises(&opened.bytes);
        let most = if is_book { limits::BOOK_BYTES } else { limits::FILE_BYTES };
        if bytes > most {
            return Err(Arc::new(move |lang| words::file_too_large(lang, &name, bytes, most)));
        }
        if is_book {
            let read = super::books::read(name.clone(), &opened.bytes).await?;
            return self.take_form(name, read, None).await;
        }
        if Scheme::recognises(&opened.bytes) {
            return self.take_scheme(name, &opened.bytes);
        }
        let read = opened::utf8(&opened.bytes)
            .and_then(|(text, encoding)| Ok((form::read_any(&text)?, text, encoding)));
        let (read, text, encoding) = match read {
            Ok(read) => read,
            Err(error) => {
                return Err(Arc::new(move |lang| {
                    words::not_imported(lang, &name, error.message(lang))
                }));
            }
        };
        let spelt = Spelt::of(&text, encoding, &read.check_code);
        self.take_form(name, read, Some(spelt)).await
    }

    /// A form that was read becomes a draft, with a report on it.
    async fn take_form(
        self,
        name: String,
        read: FormFile,
        spelt: Option<Spelt>,
    ) -> Result<(), Words> {
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
}

impl Session {
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

/// The example that shows a new user what a filled form looks like.
pub(super) fn example(scheme: &Scheme) -> Draft {
    const EXAMPLE: &str = include_str!("example.json");
    match form::json::read(EXAMPLE.as_bytes()) {
        Ok(read) => Draft { scheme: scheme.id().into(), ..Draft::from_form(&read.form) },
        // The committed file reads; a test opens it.
        Err(_) => Draft::new(scheme),
    }
}

impl Session {
    /// Adds the unit's tasks from a register file, those that the form does not have yet.
    pub fn open_register(self, criterion: String, picked: Vec<web_sys::File>) {
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
