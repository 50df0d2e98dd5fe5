//! Files of any size, read piece by piece: no more than one piece is in memory.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The bytes of a piece. Its digest takes less than 50 ms also on a slow machine, and each piece comes
/// in a task of its own, so that the page answers in between.
const PIECE: u64 = 512 * 1024;

/// Why a file was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The user cancelled.
    Cancelled,
    /// The browser could not read it: it was moved, changed since, or another program holds it.
    Refused,
}

/// Reads a part of a file, which must be small, into memory.
///
/// # Errors
/// If the browser does not give it whole.
pub async fn range(blob: &Blob, from: u64, to: u64) -> Result<Vec<u8>, Stopped> {
    let mut bytes = Vec::new();
    piece(blob, from, to, &mut bytes).await?;
    Ok(bytes)
}

/// Reads a part of a file, giving a piece at a time to `see`, which may stop it.
///
/// # Errors
/// Why it stopped.
pub async fn each<E: From<Stopped>>(
    blob: &Blob,
    from: u64,
    to: u64,
    mut see: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    // One buffer for all pieces: memory of wasm grows and never shrinks.
    let mut bytes = Vec::new();
    let mut at = from;
    while at < to {
        let next = to.min(at + PIECE);
        piece(blob, at, next, &mut bytes).await?;
        see(&bytes)?;
        at = next;
    }
    Ok(())
}

async fn piece(blob: &Blob, from: u64, to: u64, into: &mut Vec<u8>) -> Result<(), Stopped> {
    // Sizes of files are exact in a float up to 2^53.
    let slice = blob.slice_with_f64_and_f64(from as f64, to as f64);
    let slice = slice.map_err(|_| Stopped::Refused)?;
    let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|_| Stopped::Refused)?;
    let bytes = Uint8Array::new(&buffer);
    // A file that has become shorter ends early in some browsers.
    if u64::from(bytes.length()) != to.saturating_sub(from) {
        return Err(Stopped::Refused);
    }
    into.resize(bytes.length() as usize, 0);
    bytes.copy_to(into);
    Ok(())
}

/// Lets the page, or the worker, answer before what comes next.
pub async fn breathe() {
    let turn = Promise::new(&mut |go_on, _| {
        let timer = Reflect::get(&js_sys::global(), &"setTimeout".into());
        let timer = timer.ok().and_then(|timer| timer.dyn_into::<Function>().ok());
        if timer.and_then(|timer| timer.call1(&JsValue::UNDEFINED, &go_on).ok()).is_none() {
            // Without timers there is nobody to let answer.
            let _ = go_on.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// A file's size.
pub fn size(blob: &Blob) -> u64 {
    blob.size() as u64
}
