//! Which scheme a form is scored by.

use std::path::Path;

use selfscore_core::form::SchemeRef;
use selfscore_core::scheme::{Scheme, SchemeError};
use selfscore_wording::{Lang, cli as words};

use crate::args::ScoreOptions;
use crate::out::Out;
use crate::source::{self, Found, NoScheme};

/// What differs between the scheme that a form names and the one that it is scored by.
pub enum Doubt {
    /// Another scheme, chosen on the command line: what the form names, what it is scored by.
    Id(String, String),
    /// Another revision: what the form names, what it is scored by.
    Revision(u64, u32),
    /// Other contents under the same revision: digests.
    Digest(String, String),
}

impl Doubt {
    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Doubt::Id(..) => "other_scheme",
            Doubt::Revision(..) => "other_revision",
            Doubt::Digest(..) => "other_digest",
        }
    }

    /// What differs and what to do, in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Doubt::Id(named, by) if named.is_empty() => words::scored_unnamed(lang, by),
            Doubt::Id(named, by) => words::scored_by_other(lang, named, by),
            Doubt::Revision(named, by) => words::other_revision(lang, named, by),
            Doubt::Digest(named, by) => words::other_digest(lang, short(named), short(by)),
        }
    }
}

/// The beginning of a digest: enough to tell two apart.
fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// The schemes that forms may name.
pub struct Schemes {
    /// Those of `--scheme`.
    named: Vec<Scheme>,
    /// Those of folders, then those that the program brings along.
    others: Vec<Scheme>,
    /// Whether there is just one `--scheme`.
    single: bool,
}

impl Schemes {
    /// Those of `--scheme`, of the folders, and those that the program brings along. What cannot
    /// be used is said.
    pub fn gather(options: &ScoreOptions, out: &mut Out) -> Self {
        let mut schemes =
            Schemes { named: Vec::new(), others: Vec::new(), single: options.scheme.len() == 1 };
        for named in &options.scheme {
            let found = source::find(named, out.lang);
            schemes.named.extend(usable(found, named, out));
        }
        for folder in &options.schemes {
            let paths = source::folder(folder, out.lang).unwrap_or_else(|why| {
                out.unusable(&why);
                Vec::new()
            });
            for path in paths {
                let found = source::read(&path, out.lang);
                if matches!(found, Err(NoScheme::Other(SchemeError::OtherFormat(_)))) {
                    out.say(&words::left_out(out.lang, path.display()));
                } else {
                    schemes.others.extend(usable(found, &path, out));
                }
            }
        }
        schemes.others.extend(source::builtin().into_iter().filter_map(|found| found.scheme.ok()));
        schemes
    }

    /// The scheme that a form names, or the nearest of its id, with what differs: one of
    /// `--scheme` before any other. Where none has its id, the only `--scheme`.
    pub fn of(&self, form: &SchemeRef) -> Option<(&Scheme, Vec<Doubt>)> {
        let Some(scheme) = nearest(&self.named, form).or_else(|| nearest(&self.others, form))
        else {
            let only = self.named.first().filter(|_| self.single)?;
            return Some((only, vec![Doubt::Id(form.id.clone(), only.id().into())]));
        };
        let mut doubts = Vec::new();
        // A form written by hand may name neither revision nor digest.
        if form.revision != 0 && !of_revision(scheme, form) {
            doubts.push(Doubt::Revision(form.revision, scheme.file().revision));
        } else if !form.sha256.is_empty() && !exact(scheme, form) {
            doubts.push(Doubt::Digest(form.sha256.clone(), scheme.digest().into()));
        }
        Some((scheme, doubts))
    }
}

/// The scheme of a source. What cannot be used is said.
fn usable(found: Result<Found, NoScheme>, source: &Path, out: &mut Out) -> Option<Scheme> {
    let scheme = found.and_then(|found| found.scheme.map_err(NoScheme::Other));
    let source = source.display().to_string();
    scheme.map_err(|why| out.unusable(&why.message(&source, out.lang))).ok()
}

fn exact(scheme: &Scheme, form: &SchemeRef) -> bool {
    scheme.digest().eq_ignore_ascii_case(&form.sha256)
}

fn of_revision(scheme: &Scheme, form: &SchemeRef) -> bool {
    u64::from(scheme.file().revision) == form.revision
}

/// Of the schemes of the form's id the one of its digest, else of its revision, else the newest;
/// the first of equals.
fn nearest<'a>(schemes: &'a [Scheme], form: &SchemeRef) -> Option<&'a Scheme> {
    let near =
        |scheme: &Scheme| (exact(scheme, form), of_revision(scheme, form), scheme.file().revision);
    let same = schemes.iter().rev().filter(|scheme| scheme.id() == form.id);
    // `max_by_key` gives the last of equals: hence the order is turned.
    same.max_by_key(|scheme| near(scheme))
}
