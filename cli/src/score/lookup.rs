//! Which scheme a form is scored by.

use selfscore_core::form::SchemeRef;
use selfscore_core::scheme::Scheme;
use selfscore_wording::{Lang, cli as words};

use crate::args::ScoreOptions;
use crate::out::Out;
use crate::source::{self, NoScheme};

/// What differs between the scheme that a form names and the one that it is scored by.
pub enum Doubt {
    /// Another scheme, chosen on the command line: what the form names, what it is scored by.
    OtherScheme(String, String),
    /// Another revision: what the form names, what it is scored by.
    OtherRevision(u64, u32),
    /// Other contents under the same revision: digests.
    OtherDigest(String, String),
}

impl Doubt {
    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Doubt::OtherScheme(..) => "other_scheme",
            Doubt::OtherRevision(..) => "other_revision",
            Doubt::OtherDigest(..) => "other_digest",
        }
    }

    /// What differs and what to do, in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Doubt::OtherScheme(named, by) if named.is_empty() => words::scored_unnamed(lang, by),
            Doubt::OtherScheme(named, by) => words::scored_by_other(lang, named, by),
            Doubt::OtherRevision(named, by) => words::other_revision(lang, named, by),
            Doubt::OtherDigest(named, by) => words::other_digest(lang, short(named), short(by)),
        }
    }
}

/// The beginning of a digest: enough to tell two apart.
fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// The schemes that forms may name.
pub struct Schemes {
    /// Named one by one first: of equals they are preferred.
    all: Vec<Scheme>,
    named: usize,
}

impl Schemes {
    /// Those of `--scheme`, of the folders, and those that the program brings along. What cannot
    /// be used is said.
    pub fn gather(options: &ScoreOptions, out: &mut Out) -> Self {
        let mut all = Vec::new();
        let mut take =
            |found: Result<source::Found, NoScheme>, source: &str, out: &mut Out| match found
                .map(|found| found.scheme)
            {
                Ok(Ok(scheme)) => all.push(scheme),
                Ok(Err(error)) => out.unusable(&NoScheme::Other(error).message(source, out.lang)),
                Err(why) => out.unusable(&why.message(source, out.lang)),
            };
        for named in &options.scheme {
            let found = source::find(named, out.lang);
            take(found, &named.display().to_string(), out);
        }
        let mut beside = Vec::new();
        for folder in &options.schemes {
            match source::folder(folder, out.lang) {
                Ok(paths) => beside.extend(paths),
                Err(why) => out.unusable(&why),
            }
        }
        for path in beside {
            let source = path.display().to_string();
            let found = source::read(&path, out.lang);
            if let Err(NoScheme::Other(selfscore_core::scheme::SchemeError::OtherFormat(_))) = found
            {
                out.say(&words::left_out(out.lang, &source));
            } else {
                take(found, &source, out);
            }
        }
        all.extend(source::builtin().into_iter().filter_map(|found| found.scheme.ok()));
        Schemes { named: options.scheme.len(), all }
    }

    /// The scheme that a form names, or the nearest of its id; with what differs. Where none has
    /// its id, the only one of `--scheme`.
    pub fn of(&self, named: &SchemeRef) -> Option<(&Scheme, Vec<Doubt>)> {
        let exact = |scheme: &&Scheme| scheme.digest().eq_ignore_ascii_case(&named.sha256);
        let same = self.all.iter().filter(|scheme| scheme.id() == named.id);
        let revision = |scheme: &Scheme| u64::from(scheme.file().revision);
        let nearest = |scheme: &&Scheme| {
            (exact(scheme), revision(scheme) == named.revision, scheme.file().revision)
        };
        // The first of equals: `max_by_key` would give the last.
        let found = same.rev_max(nearest);
        let Some(scheme) = found else {
            let only = self.all.first().filter(|_| self.named == 1)?;
            return Some((only, vec![Doubt::OtherScheme(named.id.clone(), only.id().into())]));
        };
        let mut doubts = Vec::new();
        // A form written by hand may name neither.
        if named.revision != 0 && revision(scheme) != named.revision {
            doubts.push(Doubt::OtherRevision(named.revision, scheme.file().revision));
        } else if !named.sha256.is_empty() && !exact(&scheme) {
            doubts.push(Doubt::OtherDigest(named.sha256.clone(), scheme.digest().into()));
        }
        Some((scheme, doubts))
    }
}

trait FirstMax: Iterator + Sized {
    fn rev_max<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        self.fold(None, |best, item| match best {
            Some(best) if key(&best) >= key(&item) => Some(best),
            _ => Some(item),
        })
    }
}

impl<I: Iterator> FirstMax for I {}
