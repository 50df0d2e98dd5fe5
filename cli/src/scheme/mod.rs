//! `selfscore scheme`: schemes checked, listed, shown, and one year's held against another's.

pub mod carry;
pub mod lint;
pub mod list;
pub mod replay;
pub mod show;

use std::path::Path;

use selfscore_core::form::{self, Form};
use selfscore_core::scheme::Scheme;
use selfscore_core::scheme::lint::Severity;
use selfscore_wording::{Lang, cli, lint as words};

use crate::args::Years;
use crate::out::Out;
use crate::source::{self, NoScheme};

/// A severity in words.
fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => words::severity_error(lang),
        Severity::Warning => words::severity_warning(lang),
        Severity::Note => words::severity_note(lang),
    }
}

/// Both schemes, the earlier first. What cannot be used is said.
fn years(options: &Years, out: &mut Out) -> Option<(Scheme, Scheme)> {
    let (old, new) = (usable(&options.from, out), usable(&options.to, out));
    old.zip(new)
}

fn usable(named: &Path, out: &mut Out) -> Option<Scheme> {
    let found = source::find(named, out.lang);
    let scheme = found.and_then(|found| found.scheme.map_err(NoScheme::Other));
    let named = named.display().to_string();
    scheme.map_err(|why| out.unusable(&why.message(&named, out.lang))).ok()
}

/// A form's file. What cannot be used is said.
fn form(path: &Path, out: &mut Out) -> Option<Form> {
    let lang = out.lang;
    let read = source::bytes(path, lang).and_then(|bytes| {
        let in_words =
            |error: form::ReadError| cli::of_source(lang, path.display(), error.message(lang));
        source::utf8(&bytes).and_then(|text| form::read_any(&text)).map_err(in_words)
    });
    read.map_err(|why| out.unusable(&why)).ok().map(|file| file.form)
}
