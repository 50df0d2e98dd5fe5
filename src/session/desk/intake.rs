//! Files that come in: read by a worker, which tells of each, to be cancelled at any time.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::form::ReadError;
use selfscore_core::kept::{digest, once};
use selfscore_core::verify::CheckFile;
use selfscore_wording::office as words;

use super::{Content, Desk, FORMS, Held};
use crate::browser::folders::Picked;
use crate::browser::worker::Worker;
use crate::browser::{clock, stream};
use crate::worker::{self, Ask, Passed, Told};

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Files that are done.
    pub files: usize,
    /// Of so many.
    pub of_files: usize,
    /// Forms that were found.
    pub forms: usize,
    /// The part of the bytes that is done, from 0 to 1.
    pub part: f64,
    /// Seconds that are left at this pace; `None` where nothing can be said yet.
    pub left: Option<f64>,
}

/// A batch on its way.
pub(super) struct Coming {
    turn: f64,
    since: f64,
    bytes: f64,
    progress: Progress,
    held: Vec<Held>,
    passed_over: Vec<String>,
    beyond: usize,
}

impl Desk {
    /// Takes files in. One that is the check of a colleague is opened as such, a register as a register.
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
            if self.read(rest).await.is_err() {
                self.progress.set(None);
                self.session.warn(|lang| words::no_worker(lang).into());
            }
        });
    }

    /// Opens what is no form, and gives the rest.
    async fn apart(self, picked: Vec<Picked>) -> Vec<Picked> {
        let mut rest = Vec::new();
        for one in picked {
            let start = stream::range(&one.file, 0, 200.min(stream::size(&one.file))).await;
            match start {
                Ok(start) if CheckFile::recognises(&start) => self.open_check(&one.file).await,
                _ => rest.push(one),
            }
        }
        rest
    }

    async fn read(self, picked: Vec<Picked>) -> Result<(), crate::browser::worker::NoWorker> {
        let files: Vec<web_sys::File> = picked.iter().map(|one| one.file.clone()).collect();
        let coming = Coming {
            turn: clock::milliseconds(),
            since: clock::milliseconds(),
            bytes: files.iter().map(|file| file.size()).sum(),
            progress: Progress { of_files: files.len(), ..Progress::default() },
            held: Vec::new(),
            passed_over: Vec::new(),
            beyond: 0,
        };
        let coming = Rc::new(RefCell::new(coming));
        self.inner.coming.set_value(Some(coming.clone()));
        let heard = move |message| match worker::told(message) {
            Some(Told::Done) => self.cancel(),
            Some(told) => {
                let mut coming = coming.borrow_mut();
                coming.hear(told);
                self.progress.set(Some(coming.progress));
            }
            None => {}
        };
        let failed = move || {
            self.cancel();
            self.session.warn(|lang| words::no_worker(lang).into());
        };
        let started = Worker::start(heard, failed).await?;
        let ask = Ask { paths: picked.into_iter().map(|one| one.path).collect() };
        let message = worker::ask(&ask, &files).map_err(|_| crate::browser::worker::NoWorker)?;
        started.tell(&message)?;
        self.inner.worker.set_value(Some(started));
        Ok(())
    }

    /// Ends reading, be it done or not; what came so far stays.
    pub fn cancel(self) {
        // Within its own message the worker cannot be let go of.
        leptos::task::spawn_local(async move { self.inner.worker.set_value(None) });
        self.progress.set(None);
        let Some(coming) = self.inner.coming.try_update_value(Option::take).flatten() else {
            return;
        };
        let (held, passed_over, beyond) = {
            let mut coming = coming.borrow_mut();
            let held = std::mem::take(&mut coming.held);
            (held, std::mem::take(&mut coming.passed_over), coming.beyond)
        };
        self.passed_over.set(passed_over);
        if beyond > 0 {
            self.session.warn(move |lang| words::too_many(lang, beyond, FORMS));
        }
        self.add(held);
    }

    /// Puts files on the desk that do not lie there yet; on an empty one the scheme is the one that they name.
    fn add(self, held: Vec<Held>) {
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

impl Coming {
    fn hear(&mut self, told: Told) {
        match told {
            Told::Form(file, passed) => match passed.form() {
                Ok(form) => self.hold(file, Ok((form, passed))),
                Err(error) => self.hold(file, Err(error)),
            },
            Told::Refused(file, error) => self.hold(file, Err(error)),
            Told::Other(file, _) | Told::PassedOver(file) => self.passed_over.push(file),
            Told::Progress { files, bytes } => {
                self.progress.files = files;
                self.progress.part = if self.bytes > 0.0 { bytes / self.bytes } else { 1.0 };
                let took = (clock::milliseconds() - self.since) / 1000.0;
                let part = self.progress.part;
                // At first nothing can be said.
                self.progress.left = (took > 1.0 && part > 0.0).then(|| took / part - took);
            }
            Told::Done => {}
        }
    }

    fn hold(
        &mut self,
        file: String,
        read: Result<(selfscore_core::form::FormFile, Passed), ReadError>,
    ) {
        if self.held.len() >= FORMS {
            self.beyond += 1;
            return;
        }
        self.progress.forms += 1;
        self.turn += 0.001;
        self.held.push(held(self.turn, file, read));
    }
}

/// A file for the desk.
pub(super) fn held(
    turn: f64,
    file: String,
    read: Result<(selfscore_core::form::FormFile, Passed), ReadError>,
) -> Held {
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
