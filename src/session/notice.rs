//! What happened, said once, with a way back where there is one.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::Change;
use selfscore_wording::Lang;

use super::Session;

/// A text that follows the language.
pub type Words = Arc<dyn Fn(Lang) -> String + Send + Sync>;

/// Something that happened, said once; with a way back where there is one.
#[derive(Clone)]
pub struct Notice {
    /// What happened and what to do.
    pub words: Words,
    /// Whether something went wrong.
    pub alert: bool,
    /// How to take it back.
    pub undo: Option<Undo>,
}

/// How to take something back.
#[derive(Clone)]
pub enum Undo {
    /// Take the last step back; no way back any more once something else is typed.
    Step,
    /// Take these changes back, whatever was done since.
    Changes(Vec<Change>),
    /// Bring a deleted draft back.
    Deleted(String),
}

impl Session {
    /// Says something.
    pub fn say(self, words: impl Fn(Lang) -> String + Send + Sync + 'static) {
        self.notice.set(Some(Notice { words: Arc::new(words), alert: false, undo: None }));
    }

    /// Says what became of several things, in one notice.
    pub(super) fn warn_all(self, refusals: Vec<Words>) {
        if !refusals.is_empty() {
            self.warn(move |lang| {
                let all: Vec<String> = refusals.iter().map(|words| words(lang)).collect();
                all.join(" ")
            });
        }
    }

    /// Says that something went wrong.
    pub fn warn(self, words: impl Fn(Lang) -> String + Send + Sync + 'static) {
        self.notice.set(Some(Notice { words: Arc::new(words), alert: true, undo: None }));
    }

    /// Says something that can be taken back.
    pub fn offer(self, undo: Undo, words: impl Fn(Lang) -> String + Send + Sync + 'static) {
        self.notice.set(Some(Notice { words: Arc::new(words), alert: false, undo: Some(undo) }));
    }
}
