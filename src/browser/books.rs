//! The module for workbooks: a second one, which is loaded when somebody uses it. The build puts it
//! beside the page, or into it; nothing is fetched, a script element brings it.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use selfscore_core::book::{Book, Read, Refusal};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Its two functions, and the globals that start it, by the names that xtask/src/bundle.rs gives.
const WRITE: &str = "write";
const READ: &str = "read";
pub(super) const STARTER: &str = "selfscoreBooksStart";
const FILE: &str = "selfscoreBooksFile";

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The module is not to be had: its file did not come, or the browser does not start it.
    NoModule,
    /// The file cannot be read.
    Refused(Refusal),
}

/// The bytes of an XLSX file.
///
/// # Errors
/// If the module is not to be had.
pub async fn write(book: &Book) -> Result<Vec<u8>, Failed> {
    let json = serde_json::to_string(book).map_err(|_| Failed::NoModule)?;
    let bytes = call(WRITE, &json.into()).await?.map_err(|_| Failed::NoModule)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// What stands in an XLSX file.
///
/// # Errors
/// Why it was not read.
pub async fn read(bytes: &[u8]) -> Result<Read, Failed> {
    match call(READ, &Uint8Array::from(bytes)).await? {
        Ok(json) => parsed(&json).ok_or(Failed::NoModule),
        Err(refusal) => Err(parsed(&refusal).map_or(Failed::NoModule, Failed::Refused)),
    }
}

fn parsed<T: serde::de::DeserializeOwned>(json: &JsValue) -> Option<T> {
    serde_json::from_str(&json.as_string()?).ok()
}

/// Calls one of the module's functions; the inner error is what it throws.
async fn call(name: &str, argument: &JsValue) -> Result<Result<JsValue, JsValue>, Failed> {
    let module = module().await.map_err(|_| Failed::NoModule)?;
    let function: Function = Reflect::get(&module, &name.into())
        .ok()
        .and_then(|function| function.dyn_into().ok())
        .ok_or(Failed::NoModule)?;
    Ok(function.call1(&JsValue::UNDEFINED, argument))
}

/// The module, started; the second time it is there already.
async fn module() -> Result<JsValue, JsValue> {
    if starter().is_none() {
        load().await?;
    }
    let start = starter().ok_or(JsValue::NULL)?;
    let started: Promise = start.call0(&JsValue::UNDEFINED)?.dyn_into()?;
    JsFuture::from(started).await
}

/// The text of the function that starts the module, for a worker; `None` where it is not to be had.
pub async fn source() -> Option<String> {
    if starter().is_none() {
        load().await.ok()?;
    }
    starter().and_then(|function| function.to_string().as_string())
}

fn global(name: &str) -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &name.into()).ok()
}

fn starter() -> Option<Function> {
    global(STARTER)?.dyn_into().ok()
}

/// Adds the script element that brings the module.
async fn load() -> Result<(), JsValue> {
    let file = global(FILE).and_then(|file| file.as_string()).ok_or(JsValue::NULL)?;
    let document = super::document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let script = document.create_element("script")?;
    let loaded = Promise::new(&mut |resolve, reject| {
        // Listening cannot fail; if it did, the module would not be there and that is said.
        let _ = script.add_event_listener_with_callback("load", &resolve);
        let _ = script.add_event_listener_with_callback("error", &reject);
    });
    script.set_attribute("src", &file)?;
    body.append_child(&script)?;
    let came = JsFuture::from(loaded).await;
    script.remove();
    came.map(|_| ())
}
