//! Files that come in: some onto the desk, very many into a list.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::form::{FormFile, ReadError, SchemeRef};
use selfscore_core::kept::{digest, once};
use selfscore_core::scheme::Scheme;
use selfscore_core::verify::CheckFile;
use selfscore_intake::message::{Came, Passed, Told};
use selfscore_intake::pieces::shares;
use selfscore_intake::stream::{self, size};
use selfscore_wording::office as words;

use super::coming::{Coming, Named};
use super::reading::{Progress, Work};
use super::{Content, Desk, FORMS, Held};
use crate::browser::clock::{self, Turn};
use crate::browser::folders::Picked;

impl Desk {
    /// Takes files in. One that is the check of a colleague is opened as such.
    pub fn take(self, picked: Vec<Picked>) {
        if picked.is_empty() {
            return self.session.warn(|lang| words::nothing_there(lang).into());
        }
        if self.progress.with_untracked(Option::is_some) {
            return self.session.warn(|lang| words::busy(lang).into());
        }
        self.session.notice.set(None);
        let progress = Progress { of_files: picked.len(), ..Progress::default() };
        self.progress.set(Some(progress));
        leptos::task::spawn_local(async move {
            let rest = self.apart(picked).await;
            if rest.is_empty() {
                return self.progress.set(None);
            }
            let cut = shares(rest.iter().map(|one| (one.path.as_str(), size(&one.file))));
            self.intake(Work { files: Rc::new(rest), shares: Rc::new(cut) }).await;
        });
    }

    /// Opens what is no form, and gives the rest.
    async fn apart(self, picked: Vec<Picked>) -> Vec<Picked> {
        let mut rest = Vec::new();
        for one in picked {
            // Nobody drops a check among thousands of files.
            let may_be = rest.len() < FORMS && one.path.to_lowercase().ends_with(".json");
            let start = match may_be {
                true => stream::range(&one.file, 0, 200.min(size(&one.file))).await,
                false => Ok(Vec::new()),
            };
            match start {
                Ok(start) if CheckFile::recognises(&start) => self.open_check(&one.file).await,
                _ => rest.push(one),
            }
        }
        rest
    }

    /// Has files read, and puts what is in them onto the desk or into a list.
    pub(super) async fn intake(self, work: Work) {
        let nothing = self.forms.with_untracked(|forms| forms.is_empty());
        let coming = Rc::new(RefCell::new(Coming::of(work.clone(), clock::milliseconds())));
        let (hears, by) = (coming.clone(), self.scheme.get_untracked());
        let told = move |share, told: Told| {
            let first = hears.borrow().first(&told).filter(|_| nothing);
            let named = first.and_then(|named| self.named(&named));
            match named.filter(|named| named.digest() != by.digest()) {
                // What was checked so far was checked by another one, and is next to nothing.
                Some(named) => {
                    let work = hears.borrow().work.clone();
                    self.begin_again(named, work);
                }
                None => hears.borrow_mut().hear(share, told),
            }
        };
        let end = move |all| self.settle(&coming, all);
        self.read_all(work, self.grounds(FORMS), told, end).await;
    }

    /// Reads once more, by another scheme.
    fn begin_again(self, scheme: Arc<Scheme>, work: Work) {
        self.scheme.set(scheme);
        self.keep_head();
        self.abandon();
        leptos::task::spawn_local(self.intake(work));
    }

    /// Puts what came where it belongs.
    fn settle(self, coming: &Rc<RefCell<Coming>>, all: bool) {
        if coming.borrow().too_many() {
            return leptos::task::spawn_local(self.list(coming.clone(), all));
        }
        let items = coming.borrow_mut().take_all();
        let (over, items): (Vec<Named>, _) = items.into_iter().partition(Named::is_over);
        self.passed_over.set(over.into_iter().map(|named| named.name).collect());
        leptos::task::spawn_local(async move { self.add(all_held(items).await) });
    }

    /// The scheme at hand that a form names.
    fn named(self, named: &SchemeRef) -> Option<Arc<Scheme>> {
        self.session.library.with_untracked(|library| library.first_of([named]))
    }

    /// Puts files on the desk that do not lie there yet; on an empty one the scheme is the one that they name.
    pub(super) fn add(self, held: Vec<Held>) {
        if self.forms.with_untracked(|forms| forms.is_empty()) {
            let named = held.iter().filter_map(Held::form).map(|file| &file.form.scheme);
            if let Some(scheme) = self.session.library.get_untracked().first_of(named) {
                self.scheme.set(scheme);
            }
        }
        self.put_down(held);
    }

    /// Puts files on the desk that do not lie there yet, and brings the outcome up to date; `false` if all of
    /// them lie there, and nothing happened.
    pub(super) fn put_down(self, held: Vec<Held>) -> bool {
        let there = self.forms.get_untracked();
        let all = held.len();
        let keys = there.iter().map(|held| held.key.as_str());
        let new = once(keys, held, |held: &Held| &held.key);
        let again = all - new.len();
        if again > 0 {
            self.session.say(move |lang| words::already_here(lang, again));
        }
        let any = !new.is_empty();
        if any {
            self.change(|forms| forms.extend(new.into_iter().map(Arc::new)));
        }
        any
    }
}

/// Files for the desk, in their order. Forms are taken apart in turns.
pub(super) async fn all_held(items: Vec<Named>) -> Vec<Held> {
    let (now, mut turn) = (clock::milliseconds(), Turn::begin());
    let mut all = Vec::new();
    for Named { name, item, .. } in items {
        let read = match item.came {
            Came::Form(_, Some(passed)) => passed.form().map(|form| (form, passed)),
            Came::Refused(_, error) => Err(error),
            Came::Form(_, None) | Came::PassedOver => continue,
        };
        all.push(held(now + all.len() as f64 / 1000.0, name, read));
        turn.pause().await;
    }
    all
}

/// A file for the desk.
pub(super) fn held(turn: f64, file: String, read: Result<(FormFile, Passed), ReadError>) -> Held {
    let content = match read {
        Ok((form, passed)) => Content::Form(Box::new(form), passed),
        Err(error) => Content::Refused(error),
    };
    let says = match &content {
        Content::Form(_, passed) => format!("{}{}", passed.stated, passed.text),
        Content::Refused(error) => format!("{error:?}"),
    };
    let key = digest(&format!("{file}\n{says}"));
    Held { key: key[..16].to_owned(), turn, file, received: String::new(), content }
}
