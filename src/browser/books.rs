//! The module for workbooks, which is loaded when somebody uses it.

use js_sys::{Function, Reflect, Uint8Array};
use selfscore_core::book::{Book, Read, Refusal};
use wasm_bindgen::prelude::*;

use super::later::Later;

const MODULE: Later = Later { starter: "selfscoreBooksStart", file: "selfscoreBooksFile" };

/// Its two functions.
const WRITE: &str = "write";
const READ: &str = "read";

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
    let module = MODULE.module().await.map_err(|_| Failed::NoModule)?;
    let function: Function = Reflect::get(&module, &name.into())
        .ok()
        .and_then(|function| function.dyn_into().ok())
        .ok_or(Failed::NoModule)?;
    Ok(function.call1(&JsValue::UNDEFINED, argument))
}
