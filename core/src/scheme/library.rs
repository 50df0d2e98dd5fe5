//! Several schemes side by side: those that the program brings along, and those that were opened.
//!
//! A scheme is known by its digest; its id and revision are what people call it. Two different
//! schemes never share both, and none takes the name of one that the program brings along.

use std::sync::Arc;

use selfscore_wording::{Lang, library as words};

use super::lint::{Finding, Severity, lint};
use super::{Scheme, SchemeError, SchemeFile, builtin, builtin_files};
use crate::form::SchemeRef;

/// A scheme of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The scheme.
    pub scheme: Arc<Scheme>,
    /// Its file, to the letter: the digest is over what the file says.
    pub text: Arc<str>,
    /// Whether the program brings it along: it is neither changed nor removed.
    pub builtin: bool,
}

/// The schemes at hand. The default scheme is always there, and first.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    held: Vec<Held>,
}

/// Why a scheme is not taken in.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// It cannot be read, or contradicts itself.
    Unusable(SchemeError),
    /// Errors of the lint.
    Errors(Vec<Finding>),
    /// It has the id of a scheme that the program brings along, and says something else.
    NamedAsBuiltin {
        /// The id.
        id: String,
    },
    /// It has id and revision of another one, and says something else.
    SameRevision {
        /// The id.
        id: String,
        /// The revision of both.
        revision: u32,
    },
}

impl Refusal {
    /// Why, and what to do, in the user's language.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Refusal::Unusable(error) => error.message(lang),
            Refusal::Errors(findings) => {
                let mut message = words::errors(lang, findings.len());
                for finding in findings {
                    let (what, remedy) = (finding.message(lang), finding.remedy(lang));
                    message.push_str(&format!("\n{}: {what} {remedy}", finding.path));
                }
                message
            }
            Refusal::NamedAsBuiltin { id } => words::named_as_builtin(lang, id),
            Refusal::SameRevision { id, revision } => words::same_revision(lang, id, revision),
        }
    }
}

/// What the library has for a form's word on its scheme.
#[derive(Clone, Debug, PartialEq)]
pub enum Match {
    /// The very scheme.
    Same(Arc<Scheme>),
    /// The form does not say its digest; id and revision agree.
    ByName(Arc<Scheme>),
    /// One of that id, of another revision.
    OtherRevision {
        /// What the form says.
        stated: u64,
        /// The newest at hand.
        scheme: Arc<Scheme>,
    },
    /// One of that id and revision that says something else.
    Changed(Arc<Scheme>),
    /// None of that id.
    Absent,
}

impl Match {
    /// The scheme to score by, if there is one at all.
    pub fn scheme(&self) -> Option<&Arc<Scheme>> {
        match self {
            Match::Same(scheme)
            | Match::ByName(scheme)
            | Match::OtherRevision { scheme, .. }
            | Match::Changed(scheme) => Some(scheme),
            Match::Absent => None,
        }
    }
}

impl Library {
    /// The schemes that the program brings along.
    ///
    /// # Errors
    /// If one of them is not valid, which a test rules out.
    pub fn builtin() -> Result<Self, SchemeError> {
        let held = builtin()?.into_iter().zip(builtin_files()).map(|(scheme, text)| Held {
            scheme: Arc::new(scheme),
            text: text.into(),
            builtin: true,
        });
        Ok(Library { held: held.collect() })
    }

    /// One scheme alone, as on the bench of its author.
    pub fn of(scheme: Arc<Scheme>, text: Arc<str>) -> Self {
        Library { held: vec![Held { scheme, text, builtin: false }] }
    }

    /// All of them: the program's own first, then by the order in which they came.
    pub fn all(&self) -> &[Held] {
        &self.held
    }

    /// The scheme of a draft that names none, or one that is not there.
    pub fn default_scheme(&self) -> &Arc<Scheme> {
        &self.held[0].scheme // there is one from the start, and the first is never removed
    }

    /// The scheme of a digest.
    pub fn get(&self, digest: &str) -> Option<&Arc<Scheme>> {
        let all = self.held.iter().map(|held| &held.scheme);
        all.into_iter().find(|scheme| scheme.digest() == digest)
    }

    /// The newest revision of an id.
    pub fn newest(&self, id: &str) -> Option<&Arc<Scheme>> {
        let all = self.held.iter().map(|held| &held.scheme).filter(|scheme| scheme.id() == id);
        all.max_by_key(|scheme| scheme.file().revision)
    }

    /// What there is for a form's word on its scheme.
    pub fn find(&self, named: &SchemeRef) -> Match {
        if let Some(scheme) = self.get(&named.sha256) {
            return Match::Same(scheme.clone());
        }
        let revision = |scheme: &Scheme| u64::from(scheme.file().revision);
        let same = self.held.iter().map(|held| &held.scheme);
        let same = same.into_iter().find(|s| s.id() == named.id && revision(s) == named.revision);
        match (same, self.newest(&named.id)) {
            (Some(scheme), _) if named.sha256.is_empty() => Match::ByName(scheme.clone()),
            (Some(scheme), _) => Match::Changed(scheme.clone()),
            (None, Some(scheme)) => {
                Match::OtherRevision { stated: named.revision, scheme: scheme.clone() }
            }
            (None, None) => Match::Absent,
        }
    }

    /// Of what several forms say of their scheme, the first that there is a scheme for.
    pub fn first_of<'a>(
        &self,
        named: impl IntoIterator<Item = &'a SchemeRef>,
    ) -> Option<Arc<Scheme>> {
        named.into_iter().find_map(|named| self.find(named).scheme().cloned())
    }

    /// Whether a scheme may come in beside the others.
    ///
    /// # Errors
    /// Why not.
    pub fn admits(&self, scheme: &Scheme) -> Result<(), Refusal> {
        let file: &SchemeFile = scheme.file();
        if self.get(scheme.digest()).is_some() {
            return Ok(());
        }
        if self.held.iter().any(|held| held.builtin && held.scheme.id() == file.id) {
            return Err(Refusal::NamedAsBuiltin { id: file.id.clone() });
        }
        let same = |held: &Held| {
            held.scheme.id() == file.id && held.scheme.file().revision == file.revision
        };
        if self.held.iter().any(same) {
            return Err(Refusal::SameRevision { id: file.id.clone(), revision: file.revision });
        }
        let mut findings = lint(file);
        findings.retain(|finding| finding.severity == Severity::Error);
        if findings.is_empty() { Ok(()) } else { Err(Refusal::Errors(findings)) }
    }

    /// Takes a scheme file in; the same one twice is one.
    ///
    /// # Errors
    /// Why it stays out.
    pub fn open(&mut self, bytes: &[u8]) -> Result<Arc<Scheme>, Refusal> {
        let scheme = Scheme::read(bytes).map_err(Refusal::Unusable)?;
        self.admits(&scheme)?;
        Ok(self.take(scheme, bytes))
    }

    /// Takes back a scheme that was let in before, as from a store: only its soundness is looked
    /// at again.
    ///
    /// # Errors
    /// If it cannot be read any more.
    pub fn restore(&mut self, bytes: &[u8]) -> Result<Arc<Scheme>, Refusal> {
        Scheme::read(bytes).map_err(Refusal::Unusable).map(|scheme| self.take(scheme, bytes))
    }

    fn take(&mut self, scheme: Scheme, bytes: &[u8]) -> Arc<Scheme> {
        if let Some(there) = self.get(scheme.digest()) {
            return there.clone();
        }
        let scheme = Arc::new(scheme);
        // What was read as JSON is UTF-8.
        let text = String::from_utf8_lossy(bytes).into();
        self.held.push(Held { scheme: scheme.clone(), text, builtin: false });
        scheme
    }

    /// Takes a scheme out, unless the program brings it along.
    pub fn remove(&mut self, digest: &str) {
        let first = self.default_scheme().digest().to_owned();
        let stays = |held: &Held| {
            held.builtin || held.scheme.digest() == first || held.scheme.digest() != digest
        };
        self.held.retain(stays);
    }
}
