//! The schemes of the page: opened, kept in the browser, taken out; and how a draft stands to its own.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::scheme::{Held, Library, Scheme};
use selfscore_wording::{library as words, page};

use super::{Session, keep_words};
use crate::browser::{files, store};

/// How a draft stands to its scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeStanding {
    /// It is the one that the draft was begun under.
    Own,
    /// One of that id, with another content.
    Other,
    /// There is none of that id.
    Absent,
}

/// The schemes of the program and, beside them, those kept in the browser.
pub(super) fn with_kept(mut library: Library) -> Library {
    for (_, text) in store::schemes() {
        // What cannot be read any more stays where it is, and out of the way.
        let _ = library.restore(text.as_bytes());
    }
    library
}

impl Session {
    /// How the draft stands to its scheme, following both.
    pub fn scheme_standing(self) -> Memo<SchemeStanding> {
        Memo::new(move |_| {
            let scheme = self.scheme.get();
            self.draft.with(|draft| match draft.scheme_sha256.as_str() {
                _ if draft.scheme != scheme.id() => SchemeStanding::Absent,
                digest if digest.is_empty() || digest == scheme.digest() => SchemeStanding::Own,
                _ => SchemeStanding::Other,
            })
        })
    }

    /// Takes a scheme file in, and keeps it in the browser.
    pub(super) fn take_scheme(self, name: String, bytes: &[u8]) -> Result<(), super::Words> {
        let mut library = (*self.library.get_untracked()).clone();
        let scheme = match library.open(bytes) {
            Ok(scheme) => scheme,
            Err(why) => {
                return Err(Arc::new(move |lang| {
                    words::scheme_refused(lang, &name, why.message(lang))
                }));
            }
        };
        // The same scheme in another spelling stays as it was opened first.
        let held = library.all().iter().find(|held| held.scheme.digest() == scheme.digest());
        let text = held.filter(|held| !held.builtin).map(|held| held.text.clone());
        self.library.set(Arc::new(library));
        self.viewed.set(Some(scheme.digest().to_owned()));
        self.keep_scheme(scheme, text);
        Ok(())
    }

    /// Takes over the schemes that are kept in the browser now, as another tab has opened or taken out some.
    pub(super) async fn reload_schemes(self) {
        // The program's own schemes read; a test rules out that they do not.
        let Ok(own) = Library::builtin() else { return };
        self.library.set(Arc::new(self.kept_beside(own).await));
    }

    /// Keeps what the program does not bring along, and says what was opened.
    fn keep_scheme(self, scheme: Arc<Scheme>, text: Option<Arc<str>>) {
        let kept = text.map_or(Ok(()), |text| store::keep_scheme(scheme.digest(), &text));
        match kept {
            Ok(()) => {
                self.say(move |lang| words::scheme_opened(lang, scheme.file().title.get(lang)))
            }
            Err(refused) => {
                self.warn(move |lang| words::scheme_not_kept(lang, keep_words(refused, lang)));
            }
        }
    }

    /// Takes a scheme out of the page; drafts by it stay.
    pub fn remove_scheme(self, digest: &str) {
        let Some(scheme) = self.library.get_untracked().get(digest).cloned() else { return };
        let mut library = (*self.library.get_untracked()).clone();
        library.remove(digest);
        self.library.set(Arc::new(library));
        store::remove_scheme(digest);
        self.viewed.set(None);
        self.say(move |lang| words::scheme_removed(lang, scheme.file().title.get(lang)));
    }

    /// Offers a scheme as the file that it came from, to the letter.
    pub fn save_scheme(self, held: &Held) {
        let name = format!("{}.r{}.json", held.scheme.id(), held.scheme.file().revision);
        let name = files::safe_name(&name);
        if files::download(&name, "application/json", held.text.as_bytes()) {
            self.say(move |lang| page::exported(lang, &name));
        }
    }

    /// The scheme that is looked at; the draft's own unless another was chosen. Follows both.
    pub fn viewed_scheme(self) -> Arc<Scheme> {
        let chosen = self.viewed.get();
        let chosen = chosen.and_then(|digest| self.library.with(|all| all.get(&digest).cloned()));
        chosen.unwrap_or_else(|| self.scheme.get())
    }
}
