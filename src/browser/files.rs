//! Files in and out: a file picked or dropped is read here, a download is made here.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement};

/// A file as read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It has so many bytes.
    TooLarge(usize),
    /// The browser could not read it: it was moved, changed since, or another program holds it.
    Refused,
}

/// Files of a file field; the field is emptied so that the same file can be chosen again.
pub fn picked(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// Files that are dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// Whether what is dragged are files.
pub fn drags_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|t| t.as_string().as_deref() == Some("Files")))
}

fn listed(list: Option<web_sys::FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Reads a file; one larger than `most` bytes is not taken into memory at all.
///
/// # Errors
/// Why it was not read.
pub async fn read(file: &File, most: usize) -> Result<Opened, NotRead> {
    let size = file.size() as usize;
    if size > most {
        return Err(NotRead::TooLarge(size));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| NotRead::Refused)?;
    Ok(Opened { name: file.name(), bytes: Uint8Array::new(&buffer).to_vec() })
}

/// Offers bytes as a download. `false` if the browser does not let us.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, bytes).is_some()
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    offer_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?)
}

/// Offers a blob, which may be larger than memory, as a download. `false` if the browser does not
/// let us.
pub fn download_blob(name: &str, blob: &Blob) -> bool {
    offer_blob(name, blob).is_some()
}

/// Offers parts, texts among them, as a download. `false` if the browser does not let us.
pub fn download_parts(name: &str, mime: &str, parts: &Array) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(parts, &options);
    blob.is_ok_and(|blob| offer_blob(name, &blob).is_some())
}

fn offer_blob(name: &str, blob: &Blob) -> Option<()> {
    let url = web_sys::Url::create_object_url_with_blob(blob).ok()?;
    let document = super::document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    document.body()?.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    // The browser reads the blob after this turn; a minute is ample.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Some(())
}

/// A name that every file system takes: signs that some refuse become `_`.
pub fn safe_name(name: &str) -> String {
    let refused = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    name.chars().map(|c| if refused(c) { '_' } else { c }).take(80).collect()
}
