//! The worker's own scope: what it hears and says.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the page tells comes to `heard`, for as long as the worker lasts.
pub fn listen(heard: impl Fn(JsValue) + 'static) {
    let Some(scope) = scope() else { return };
    let heard =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| heard(event.data()));
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// Says something to the page.
pub fn say(message: &JsValue) {
    if let Some(scope) = scope() {
        // A page that is gone hears nothing, and its worker is gone with it.
        let _ = scope.post_message(message);
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
