//! Which scheme a form is scored or written by.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use selfscore_core::form::SchemeRef;
use selfscore_core::scheme::{Library, Match, Scheme, SchemeError};
use selfscore_wording::{Lang, cli as words, library};

use crate::out::Out;
use crate::source::{self, Found, NoScheme};

/// The scheme that a form is scored by, and how it was found.
pub struct Chosen {
    pub scheme: Arc<Scheme>,
    named: SchemeRef,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Same,
    ByName,
    OtherRevision,
    Changed,
    /// It was asked for, whatever the form names.
    OtherScheme,
}

impl Chosen {
    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match self.how {
            How::Same => "same",
            How::ByName => "by_name",
            How::OtherRevision => "other_revision",
            How::Changed => "changed",
            How::OtherScheme => "other_scheme",
        }
    }

    /// Whether the form may mean another scheme.
    pub fn doubtful(&self) -> bool {
        !matches!(self.how, How::Same | How::ByName)
    }

    /// What is to be said of it, and what to do; nothing where it is the very scheme.
    pub fn message(&self, lang: Lang) -> Option<String> {
        let (named, by) = (&self.named, self.scheme.file());
        Some(match self.how {
            How::Same => return None,
            How::ByName => library::form_by_name(lang).into(),
            How::OtherRevision => words::other_revision(lang, named.revision, by.revision),
            How::Changed => {
                words::other_digest(lang, short(&named.sha256), short(self.scheme.digest()))
            }
            How::OtherScheme if named.id.is_empty() => words::scored_unnamed(lang, &by.id),
            How::OtherScheme => words::scored_by_other(lang, &named.id, &by.id),
        })
    }
}

/// The beginning of a digest: enough to tell two apart.
fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// The schemes that forms may name.
pub struct Schemes {
    library: Library,
    /// The only one of `--scheme`.
    asked: Option<Arc<Scheme>>,
}

impl Schemes {
    /// Those that the program brings along, those of `--scheme` and of the folders. What cannot be
    /// used is said.
    ///
    /// # Errors
    /// Never for the schemes committed.
    pub fn gather(
        asked: &[PathBuf],
        folders: &[PathBuf],
        out: &mut Out,
    ) -> Result<Self, SchemeError> {
        let mut library = Library::builtin()?;
        let mut named = Vec::new();
        for path in asked {
            let found = source::find(path, out.lang);
            named.extend(take(&mut library, found, path, out));
        }
        for folder in folders {
            let paths = source::folder(folder, out.lang).unwrap_or_else(|why| {
                out.unusable(&why);
                Vec::new()
            });
            for path in paths {
                let found = source::read(&path, out.lang);
                if matches!(found, Err(NoScheme::Other(SchemeError::OtherFormat(_)))) {
                    out.say(&words::left_out(out.lang, path.display()));
                } else {
                    take(&mut library, found, &path, out);
                }
            }
        }
        let asked = named.pop().filter(|_| asked.len() == 1);
        Ok(Schemes { library, asked })
    }

    /// The scheme that a form names, or the nearest of its id. Where none has its id, the only
    /// `--scheme`.
    pub fn of(&self, named: &SchemeRef) -> Option<Chosen> {
        let (scheme, how) = match self.library.find(named) {
            Match::Same(scheme) => (scheme, How::Same),
            Match::ByName(scheme) => (scheme, How::ByName),
            Match::Changed(scheme) => (scheme, How::Changed),
            // A form written by hand may name no more than the id.
            Match::OtherRevision { stated: 0, scheme } if named.sha256.is_empty() => {
                (scheme, How::ByName)
            }
            Match::OtherRevision { scheme, .. } => (scheme, How::OtherRevision),
            Match::Absent => (self.asked.clone()?, How::OtherScheme),
        };
        Some(Chosen { scheme, named: named.clone(), how })
    }
}

/// The one scheme of an assessment: the one that is asked for, else the default one. What cannot be
/// used is said.
///
/// # Errors
/// Never for the schemes committed.
pub fn one(asked: Option<&Path>, out: &mut Out) -> Result<Option<Arc<Scheme>>, SchemeError> {
    let mut library = Library::builtin()?;
    Ok(match asked {
        Some(path) => take(&mut library, source::find(path, out.lang), path, out),
        None => Some(library.default_scheme().clone()),
    })
}

/// Takes the scheme of a source in. What cannot be used is said.
fn take(
    library: &mut Library,
    found: Result<Found, NoScheme>,
    source: &Path,
    out: &mut Out,
) -> Option<Arc<Scheme>> {
    let source = source.display().to_string();
    match found {
        Err(why) => out.unusable(&why.message(&source, out.lang)),
        Ok(found) => match library.open(&found.bytes) {
            Ok(scheme) => return Some(scheme),
            Err(refusal) => {
                let why = source::refused(&refusal, out.lang);
                out.unusable(&words::of_source(out.lang, source, why));
            }
        },
    }
    None
}
