//! A worker with the same program: made of the text of the page's own loader, and of the module that
//! the page has compiled already. Nothing is fetched, so it also starts from disk.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url};

use super::books;

/// The global function that makes a loader; xtask/src/bundle.rs gives the name.
const GLUE: &str = "selfscoreGlue";

/// What a worker does first: the one message that starts it is the compiled module.
const BEGIN: &str = "onmessage=function(event){onmessage=null;\
    wasm_bindgen.initSync({module:event.data});wasm_bindgen.work()};";

/// There is no worker: the browser lets none start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWorker;

/// A worker; it ends when this is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Worker {
    /// Starts a worker. What it says comes to `heard`; that it broke down, to `failed`.
    ///
    /// # Errors
    /// If there is none to be had.
    pub async fn start(
        mut heard: impl FnMut(JsValue) + 'static,
        failed: impl Fn() + 'static,
    ) -> Result<Self, NoWorker> {
        let text = source().await.ok_or(NoWorker)?;
        let worker = begin(&text).map_err(|_| NoWorker)?;
        let heard = Closure::new(move |event: MessageEvent| heard(event.data()));
        let failed = Closure::new(move |_| failed());
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        worker.post_message(&wasm_bindgen::module()).map_err(|_| NoWorker)?;
        Ok(Worker { worker, _heard: heard, _failed: failed })
    }

    /// Tells the worker something.
    ///
    /// # Errors
    /// If it cannot be told.
    pub fn tell(&self, message: &JsValue) -> Result<(), NoWorker> {
        self.worker.post_message(message).map_err(|_| NoWorker)
    }
}

/// The worker's whole text. That of the module for workbooks is in it wherever it can be had: a
/// worker can load nothing later.
async fn source() -> Option<String> {
    let glue: Function = Reflect::get(&js_sys::global(), &GLUE.into()).ok()?.dyn_into().ok()?;
    let glue = glue.to_string().as_string()?;
    let books = match books::source().await {
        Some(starter) => format!("var {}={starter};\n", books::STARTER),
        None => String::new(),
    };
    Some(format!("var {GLUE}={glue};\nvar wasm_bindgen={GLUE}();\n{books}{BEGIN}"))
}

fn begin(text: &str) -> Result<web_sys::Worker, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let worker = web_sys::Worker::new(&url);
    // The browser reads the text when the worker starts, which may be later.
    leptos::prelude::set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    worker
}

/// Within a worker: what the page tells comes to `heard`, for as long as the worker lasts.
pub fn listen(mut heard: impl FnMut(JsValue) + 'static) {
    let Some(scope) = scope() else { return };
    let heard =
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| heard(event.data()));
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// Within a worker: says something to the page.
pub fn say(message: &JsValue) {
    if let Some(scope) = scope() {
        // A page that is gone hears nothing, and its worker is gone with it.
        let _ = scope.post_message(message);
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
