//! Files read by workers: how far that has come, what is told, and an end at any time.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use selfscore_intake::message::{self, Ask, Came, Grounds, Told};
use selfscore_intake::pieces::Share;
use selfscore_wording::office as words;

use super::Desk;
use crate::browser::clock;
use crate::browser::folders::Picked;
use crate::browser::worker::{Heard, NoWorker, Workers};

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

/// What is read: files, and how they are cut up.
#[derive(Clone)]
pub(super) struct Work {
    pub files: Rc<Vec<Picked>>,
    pub shares: Rc<Vec<Share>>,
}

/// Reading on its way.
pub(super) struct Reading {
    /// They end with it.
    workers: Workers,
    /// What is to be done with what was told, be it all or not: whether it is all.
    end: Box<dyn FnOnce(bool)>,
}

/// How far the reading of one batch has come.
struct Pace {
    since: f64,
    bytes: u64,
    of_bytes: u64,
    /// Pieces of each file that are still to come.
    pieces: Vec<usize>,
    progress: Progress,
}

impl Pace {
    fn of(work: &Work) -> Self {
        let mut pieces = vec![0; work.files.len()];
        for (file, _) in work.shares.iter().flat_map(|share| &share.pieces) {
            pieces[*file] += 1;
        }
        // An empty stream has no piece.
        let files = pieces.iter().filter(|pieces| **pieces == 0).count();
        Pace {
            since: clock::milliseconds(),
            bytes: 0,
            of_bytes: work.shares.iter().map(|share| share.bytes).sum(),
            progress: Progress { files, of_files: work.files.len(), ..Progress::default() },
            pieces,
        }
    }

    fn told(&mut self, share: &Share, told: &Told) -> Progress {
        self.bytes += share.bytes;
        for (file, _) in &share.pieces {
            self.pieces[*file] -= 1;
            self.progress.files += usize::from(self.pieces[*file] == 0);
        }
        let forms = told.items.iter().filter(|item| matches!(item.came, Came::Form(..)));
        self.progress.forms += forms.count();
        let part = if self.of_bytes > 0 { self.bytes as f64 / self.of_bytes as f64 } else { 1.0 };
        self.progress.part = part;
        let took = (clock::milliseconds() - self.since) / 1000.0;
        // At first nothing can be said.
        self.progress.left = (took > 1.0 && part > 0.0).then(|| took / part - took);
        self.progress
    }
}

impl Desk {
    /// What forms are checked by, as it lies here now. So many are to be handed over whole.
    pub(super) fn grounds(self, whole: usize) -> Grounds {
        let scheme = self.scheme.get_untracked();
        let text = self.session.library.with_untracked(|library| {
            let held = library.all().iter().find(|held| held.scheme.digest() == scheme.digest());
            held.map(|held| held.text.to_string())
        });
        let received = self.received.get_untracked();
        Grounds {
            scheme: text.unwrap_or_default(),
            register: self.register.get_untracked().map(|register| register.text.clone()),
            received: (!received.is_empty()).then_some(received),
            whole,
            rows: None,
        }
    }

    /// Has files read, and says so where that cannot be. What is told of each share comes to `told`, in any order; `end` is called when all is done,
    /// or when somebody has cancelled it.
    pub(super) async fn read_all(
        self,
        work: Work,
        grounds: Grounds,
        told: impl Fn(usize, Told) + 'static,
        end: impl FnOnce(bool) + 'static,
    ) {
        if self.try_read_all(work, grounds, told, end).await.is_err() {
            self.progress.set(None);
            self.no_worker();
        }
    }

    /// Has workers ready for the files to come.
    pub fn prepare(self) {
        leptos::task::spawn_local(Workers::prepare());
    }

    fn no_worker(self) {
        self.session.warn(|lang| words::no_worker(lang).into());
    }

    async fn try_read_all(
        self,
        work: Work,
        grounds: Grounds,
        told: impl Fn(usize, Told) + 'static,
        end: impl FnOnce(bool) + 'static,
    ) -> Result<(), NoWorker> {
        let turn = self.next_turn();
        let pace = RefCell::new(Pace::of(&work));
        let progress = pace.borrow().progress;
        self.progress.set(Some(progress));
        let begin = message::ask(&Ask::Begin(grounds), &[]).map_err(|_| NoWorker)?;
        let (shares, count) = (work.shares.clone(), work.shares.len());
        let ask = move |at: usize| {
            let share = work.shares.get(at)?;
            let pieces = share.pieces.iter().map(|(_, piece)| piece.clone()).collect();
            let file = |(at, _): &(usize, _)| Some(work.files.get(*at)?.file.clone());
            let files: Vec<_> = share.pieces.iter().filter_map(file).collect();
            message::ask(&Ask::Read(pieces), &files).ok()
        };
        let heard = Heard {
            told: Box::new(move |at, message| {
                let (Some(share), Some(one)) = (shares.get(at), message::told(message)) else {
                    return;
                };
                let progress = pace.borrow_mut().told(share, &one);
                self.progress.set(Some(progress));
                told(at, one);
            }),
            failed: Box::new(move || {
                self.cancel();
                self.no_worker();
            }),
            done: Box::new(move || self.end(true)),
        };
        let workers = Workers::start(count, &begin, ask, heard).await?;
        // Somebody cancelled it while the workers started.
        if self.inner.readings.get_value() != turn {
            return Ok(());
        }
        let reading = Reading { workers, end: Box::new(end) };
        self.inner.reading.set_value(Some(reading));
        if count == 0 {
            self.end(true);
        }
        Ok(())
    }

    /// Counts what is read one after the other, so that what ended is told from what goes on.
    fn next_turn(self) -> u64 {
        let next = |turn: &mut u64| {
            *turn += 1;
            *turn
        };
        self.inner.readings.try_update_value(next).unwrap_or_default()
    }

    /// Ends reading before all is done; what came so far stays.
    pub fn cancel(self) {
        self.end(false);
    }

    /// Ends reading, and nothing is made of what came so far.
    pub(super) fn abandon(self) {
        self.next_turn();
        let reading = self.inner.reading.try_update_value(Option::take).flatten();
        leptos::task::spawn_local(async move { drop(reading) });
    }

    fn end(self, all: bool) {
        self.next_turn();
        self.progress.set(None);
        let reading = self.inner.reading.try_update_value(Option::take).flatten();
        let Some(Reading { workers, end }) = reading else { return };
        // Within its own message a worker cannot be let go of.
        leptos::task::spawn_local(async move { drop(workers) });
        end(all);
        self.prepare();
    }
}
