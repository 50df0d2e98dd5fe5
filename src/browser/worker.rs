//! Workers that read and check beside the page, each with its share of the files. They are made of the text of
//! their own module, so nothing is fetched and they also start from disk.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url};

use super::later::Later;

const MODULE: Later = Later { starter: "selfscoreWorkerStart", file: "selfscoreWorkerFile" };

/// What a worker does first: it starts the module, and then hears what was said meanwhile. That it did not
/// start is an error of the worker's, which the page hears.
const BEGIN: &str = "var early=[];onmessage=function(event){early.push(event)};\
    selfscoreWorkerStart().then(function(module){module.work();\
    early.forEach(function(event){onmessage(event)})})\
    .catch(function(error){setTimeout(function(){throw error})});";

/// How many workers there are at most, however many cores.
const MOST: usize = 8;

/// How many workers wait for work at most: each holds its module.
const PREPARED: usize = 4;

thread_local! {
    static READY: RefCell<Vec<Ready>> = const { RefCell::new(Vec::new()) };
}

/// A worker that has started, or is about to, and has nothing to do.
struct Ready {
    worker: web_sys::Worker,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Ready {
    fn start(url: &str) -> Result<Self, JsValue> {
        let worker = web_sys::Worker::new(url)?;
        let own = worker.clone();
        // One that does not start is nobody's loss: it is tried again when there is work, and said then.
        let failed = Closure::new(move |_| {
            let own = own.clone();
            // Within its own message a worker cannot be let go of.
            leptos::task::spawn_local(async move {
                READY.with_borrow_mut(|all| all.retain(|one| one.worker != own));
            });
        });
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Ready { worker, _failed: failed })
    }
}

/// There is no worker: the browser lets none start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWorker;

/// What is told of the shares of work.
pub struct Heard {
    /// What came of a share, by its place.
    pub told: Box<dyn Fn(usize, JsValue)>,
    /// A worker broke down.
    pub failed: Box<dyn Fn()>,
    /// All shares are done.
    pub done: Box<dyn Fn()>,
}

/// Workers with shares of work; they end when this is dropped.
pub struct Workers {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    workers: Vec<Worker>,
    /// Asks for the share at a place.
    ask: Box<dyn Fn(usize) -> Option<JsValue>>,
    shares: usize,
    /// The next share that nobody has.
    next: usize,
    done: usize,
}

struct Worker {
    worker: web_sys::Worker,
    /// The share that it has.
    share: usize,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Workers {
    /// Starts workers before there is work for them, so that the first files need not wait.
    pub async fn prepare() {
        let wanted = cores().min(PREPARED);
        if READY.with_borrow(Vec::len) >= wanted {
            return;
        }
        let Ok(url) = script().await else { return };
        READY.with_borrow_mut(|all| {
            while all.len() < wanted {
                match Ready::start(&url) {
                    Ok(ready) => all.push(ready),
                    Err(_) => break,
                }
            }
        });
    }

    /// Starts as many as there are cores, or shares of work if they are fewer. `begin` is said to each first; the
    /// share at a place is what `ask` gives for it.
    ///
    /// # Errors
    /// If there is none to be had.
    pub async fn start(
        shares: usize,
        begin: &JsValue,
        ask: impl Fn(usize) -> Option<JsValue> + 'static,
        heard: Heard,
    ) -> Result<Self, NoWorker> {
        let url = script().await.map_err(|_| NoWorker)?;
        let inner = Inner { workers: Vec::new(), ask: Box::new(ask), shares, next: 0, done: 0 };
        let all = Workers { inner: Rc::new(RefCell::new(inner)) };
        let heard = Rc::new(heard);
        for at in 0..shares.min(cores()) {
            // Fewer workers than cores do as well.
            match all.one(at, &url, begin, &heard) {
                Ok(()) => all.give(at),
                Err(_) if at > 0 => break,
                Err(_) => return Err(NoWorker),
            }
        }
        Ok(all)
    }

    /// Starts one.
    fn one(&self, at: usize, url: &str, begin: &JsValue, heard: &Rc<Heard>) -> Result<(), JsValue> {
        let ready = READY.with_borrow_mut(Vec::pop);
        let worker = match &ready {
            Some(ready) => ready.worker.clone(),
            None => web_sys::Worker::new(url)?,
        };
        let inner: Weak<_> = Rc::downgrade(&self.inner);
        let failed = heard.clone();
        let failed = Closure::new(move |_| (failed.failed)());
        let heard = heard.clone();
        let told = Closure::new(move |event: MessageEvent| {
            let Some(all) = inner.upgrade().map(|inner| Workers { inner }) else { return };
            let Some(share) = all.taken(at) else { return };
            // The worker goes on while the page looks at what it told.
            all.give(at);
            (heard.told)(share, event.data());
            if all.finished() {
                (heard.done)();
            }
        });
        worker.set_onmessage(Some(told.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        worker.post_message(begin)?;
        let worker = Worker { worker, share: 0, _heard: told, _failed: failed };
        self.inner.borrow_mut().workers.push(worker);
        Ok(())
    }

    /// The share that a worker has done.
    fn taken(&self, at: usize) -> Option<usize> {
        let mut inner = self.inner.borrow_mut();
        inner.done += 1;
        inner.workers.get(at).map(|worker| worker.share)
    }

    fn finished(&self) -> bool {
        let inner = self.inner.borrow();
        inner.done == inner.shares
    }

    /// Gives a worker the next share, if there is one.
    fn give(&self, at: usize) {
        let mut inner = self.inner.borrow_mut();
        let share = inner.next;
        if share >= inner.shares {
            return;
        }
        inner.next += 1;
        let message = (inner.ask)(share);
        if let Some(worker) = inner.workers.get_mut(at) {
            worker.share = share;
            // What cannot be said is empty: the worker has nothing of it.
            let _ = worker.worker.post_message(&message.unwrap_or(JsValue::NULL));
        }
    }
}

/// An address of what a worker runs.
async fn script() -> Result<String, JsValue> {
    let text = MODULE.script().await?;
    text.push(&BEGIN.into());
    let url = address(&text)?;
    let gone = url.clone();
    // The browser reads the text when the workers start, which may be later.
    leptos::prelude::set_timeout(
        move || {
            let _ = Url::revoke_object_url(&gone);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(url)
}

/// How many workers can run at once.
fn cores() -> usize {
    let cores = super::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    (cores as usize).clamp(1, MOST)
}

/// An address for a text in parts.
fn address(parts: &Array) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(parts, &options)?;
    Url::create_object_url_with_blob(&blob)
}
