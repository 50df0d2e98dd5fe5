//! The module's two functions for the page. Values pass as JSON, so that both modules need to agree
//! on nothing but the core's types.

use selfscore_core::book::Refusal;
use wasm_bindgen::prelude::*;

/// The bytes of an XLSX file of a book, given as JSON.
///
/// # Errors
/// Words of a programmer's: a page gives no book that cannot be written.
#[wasm_bindgen]
pub fn write(book: &str) -> Result<Vec<u8>, JsValue> {
    let book = serde_json::from_str(book).map_err(said)?;
    crate::write(&book).map_err(said)
}

/// What stands in an XLSX file, as JSON.
///
/// # Errors
/// The refusal, as JSON.
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Result<String, JsValue> {
    let refused = |refusal: Refusal| match serde_json::to_string(&refusal) {
        Ok(json) => JsValue::from_str(&json),
        Err(error) => said(error),
    };
    let read = crate::read(bytes).map_err(refused)?;
    serde_json::to_string(&read).map_err(said)
}

fn said(error: impl std::fmt::Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
