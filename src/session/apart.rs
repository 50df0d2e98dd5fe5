//! Commands that a first visit need not have: they come when somebody gives one, with all that only they use.

// The macro declares how the part is loaded as foreign functions; the build gives these.
#![allow(unsafe_code)]

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::wasm_split::{self, SplitLoaderError, wasm_split};
use selfscore_core::scheme::{Library, Scheme};
use selfscore_wording::page as words;
use web_sys::File;

use super::{Evidence, Session};
use crate::browser::store;

type Outcome<T = ()> = Result<T, SplitLoaderError>;

impl Session {
    /// Has a command carried out once it is there, and says if it does not come.
    fn later(self, command: impl Future<Output = Outcome> + 'static) {
        leptos::task::spawn_local(async move {
            self.came(command.await);
        });
    }

    /// What came of a command; says if its part did not come.
    fn came<T>(self, outcome: Outcome<T>) -> Option<T> {
        if outcome.is_err() {
            self.warn(|lang| words::part_not_come(lang).into());
        }
        outcome.ok()
    }

    /// Opens files, each into a draft of its own; nothing that is open changes if one cannot
    /// be read. What could not be read is said at the end, whatever came after it.
    pub fn import(self, picked: Vec<File>) {
        self.later(import(self, picked));
    }

    /// Saves everything into one file; whether the browser took it.
    pub async fn back_up(self) -> bool {
        match self.came(back_up(self).await) {
            Some(done) => done.await,
            None => false,
        }
    }

    /// Adds the unit's tasks from a register file, those that the form does not have yet.
    pub fn open_register(self, criterion: String, picked: Vec<File>) {
        self.later(open_register(self, criterion, picked));
    }

    /// Shows the example; it is not stored.
    pub fn show_example(self) {
        self.later(show_example(self));
    }

    /// A library, and beside what is in it the schemes that are kept in the browser, if there are any.
    pub(super) async fn kept_beside(self, library: Library) -> Library {
        if store::schemes().is_empty() {
            return library;
        }
        self.came(with_kept(library.clone()).await).unwrap_or(library)
    }

    pub(super) fn carry_over(self, old: Arc<Scheme>, new: Arc<Scheme>) {
        self.later(carry_over(self, old, new));
    }
}

impl Evidence {
    /// Opens files as they are dropped on the page. The evidence of a package is compared with the
    /// list of the form in it.
    pub fn open(self, picked: Vec<File>) {
        self.session.later(open(self, picked));
    }
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn import(session: Session, picked: Vec<File>) -> Outcome {
    session.import_picked(picked);
    Ok(())
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn back_up(session: Session) -> Outcome<Pin<Box<dyn Future<Output = bool>>>> {
    Ok(Box::pin(session.write_backup()))
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn open_register(session: Session, criterion: String, picked: Vec<File>) -> Outcome {
    session.read_register(criterion, picked);
    Ok(())
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn show_example(session: Session) -> Outcome {
    session.open_example();
    Ok(())
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn carry_over(session: Session, old: Arc<Scheme>, new: Arc<Scheme>) -> Outcome {
    session.carry_answers(old, &new);
    Ok(())
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn with_kept(library: Library) -> Outcome<Library> {
    Ok(super::library::with_kept(library))
}

#[wasm_split(files, wasm_split_path = wasm_split, fallible)]
fn open(evidence: Evidence, picked: Vec<File>) -> Outcome {
    evidence.open_picked(picked);
    Ok(())
}
