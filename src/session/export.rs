//! Files out.

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_core::form;
use selfscore_core::scheme::Scheme;
use selfscore_wording::page as words;

use super::Session;
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
