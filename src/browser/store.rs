//! Where drafts are kept: the one seam between the session and the browser's storage.
//!
//! Today that is localStorage, by gloo-storage. Nothing outside this file knows. What cannot
//! be read is given back raw and never overwritten; keys of other programs are left alone.

use gloo_storage::{LocalStorage, Storage};
use selfscore_core::draft::{Draft, NEWEST};
use serde::{Deserialize, Serialize};

const DRAFT: &str = "selfscore/draft/";
const DELETED: &str = "selfscore/deleted/";
const SCHEME: &str = "selfscore/scheme/";
const WORKBENCH: &str = "selfscore/workbench";
const SETTINGS: &str = "selfscore/settings";
const FORMAT: &str = "selfscore/draft";

/// A draft as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    format: String,
    version: u32,
    /// Counts up with every save.
    pub revision: u64,
    /// The draft's name, by the user or by its unit.
    pub name: String,
    /// When it was saved, RFC 3339, by the machine's clock: to show, never to compare.
    pub saved_at: String,
    /// The draft.
    pub draft: Draft,
}

impl Stored {
    /// A draft ready to be stored.
    pub fn new(revision: u64, name: String, saved_at: String, draft: Draft) -> Self {
        Stored { format: FORMAT.into(), version: NEWEST, revision, name, saved_at, draft }
    }
}

/// What a key holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Nothing.
    Absent,
    /// A draft.
    Intact(Box<Stored>),
    /// Something that cannot be read; kept as it is.
    Damaged(String),
    /// A draft of a newer program; kept as it is.
    Newer(String),
}

/// Why a draft is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser has no storage, or does not let us use it.
    Unavailable,
    /// The storage is full, or the browser refused to write.
    Full,
    /// What was read back is not what was written.
    NotReadBack,
    /// Another tab has saved this draft since.
    SavedElsewhere,
    /// What stands there cannot be read and is not overwritten.
    Damaged,
}

/// Settings that outlive a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag.
    pub lang: String,
    /// The draft that was open.
    pub open: Option<String>,
    /// The district's name.
    pub district: String,
}

/// Whether there is a storage at all. `LocalStorage::raw` panics where the browser refuses it.
fn available() -> bool {
    matches!(super::window().map(|window| window.local_storage()), Some(Ok(Some(_))))
}

fn get(key: &str) -> Option<String> {
    if !available() {
        return None;
    }
    LocalStorage::raw().get_item(key).ok().flatten()
}

fn set(key: &str, text: &str) -> Result<(), Refused> {
    if !available() {
        return Err(Refused::Unavailable);
    }
    LocalStorage::raw().set_item(key, text).map_err(|_| Refused::Full)?;
    // «Saved» is claimed only of what can be read back.
    if get(key).as_deref() == Some(text) { Ok(()) } else { Err(Refused::NotReadBack) }
}

fn ids(prefix: &str) -> Vec<String> {
    if !available() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let keys = (0..LocalStorage::length()).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(prefix).map(str::to_owned)).collect()
}

fn interpret(raw: String) -> Loaded {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    match serde_json::from_str::<Head>(&raw) {
        Ok(head) if head.format == FORMAT && head.version > NEWEST => return Loaded::Newer(raw),
        Ok(head) if head.format == FORMAT => {}
        _ => return Loaded::Damaged(raw),
    }
    match serde_json::from_str(&raw) {
        Ok(stored) => Loaded::Intact(Box::new(stored)),
        Err(_) => Loaded::Damaged(raw),
    }
}

fn load_key(key: &str) -> Loaded {
    get(key).map_or(Loaded::Absent, interpret)
}

/// Loads a draft.
pub fn load(id: &str) -> Loaded {
    load_key(&format!("{DRAFT}{id}"))
}

/// Every draft by its id.
pub fn all() -> Vec<(String, Loaded)> {
    ids(DRAFT).into_iter().map(|id| (id.clone(), load(&id))).collect()
}

/// Every deleted draft by its id.
pub fn deleted() -> Vec<(String, Loaded)> {
    ids(DELETED).into_iter().map(|id| (id.clone(), load_key(&format!("{DELETED}{id}")))).collect()
}

/// Saves a draft, if what stands there is the revision before it or nothing.
///
/// # Errors
/// Why nothing was saved; what stood there still does.
pub fn save(id: &str, stored: &Stored) -> Result<(), Refused> {
    match load(id) {
        Loaded::Absent => {}
        Loaded::Intact(there) if there.revision < stored.revision => {}
        Loaded::Intact(_) => return Err(Refused::SavedElsewhere),
        Loaded::Damaged(_) | Loaded::Newer(_) => return Err(Refused::Damaged),
    }
    // Serialising strings, numbers and maps with string keys cannot fail.
    let text = serde_json::to_string(stored).unwrap_or_default();
    set(&format!("{DRAFT}{id}"), &text)
}

/// Puts a draft aside; [`restore`] brings it back. Nothing is lost if that fails half-way.
///
/// # Errors
/// Why it still stands where it was.
pub fn delete(id: &str) -> Result<(), Refused> {
    shift(DRAFT, DELETED, id)
}

/// Brings a deleted draft back.
///
/// # Errors
/// Why it is still deleted.
pub fn restore(id: &str) -> Result<(), Refused> {
    shift(DELETED, DRAFT, id)
}

fn shift(from: &str, to: &str, id: &str) -> Result<(), Refused> {
    let Some(raw) = get(&format!("{from}{id}")) else { return Ok(()) };
    if get(&format!("{to}{id}")).is_some_and(|there| there != raw) {
        return Err(Refused::Damaged);
    }
    set(&format!("{to}{id}"), &raw)?;
    LocalStorage::delete(format!("{from}{id}"));
    Ok(())
}

/// Removes deleted drafts for good.
pub fn empty_deleted() {
    for id in ids(DELETED) {
        LocalStorage::delete(format!("{DELETED}{id}"));
    }
}

/// Texts of scheme files by their digests.
pub fn schemes() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = ids(SCHEME)
        .into_iter()
        .filter_map(|digest| Some((digest.clone(), get(&format!("{SCHEME}{digest}"))?)))
        .collect();
    all.sort();
    all
}

/// Whether a key is that of a scheme file's text.
pub fn holds_scheme(key: &str) -> bool {
    key.starts_with(SCHEME)
}

/// Keeps the text of a scheme file.
///
/// # Errors
/// Why it is not kept.
pub fn keep_scheme(digest: &str, text: &str) -> Result<(), Refused> {
    set(&format!("{SCHEME}{digest}"), text)
}

/// Removes the text of a scheme file.
pub fn remove_scheme(digest: &str) {
    if available() {
        LocalStorage::delete(format!("{SCHEME}{digest}"));
    }
}

/// The text of the scheme that is being written, if there is one.
pub fn workbench() -> Option<String> {
    get(WORKBENCH)
}

/// Keeps the text of the scheme that is being written, or removes it.
///
/// # Errors
/// Why it is not kept.
pub fn keep_workbench(text: Option<&str>) -> Result<(), Refused> {
    match text {
        Some(text) => set(WORKBENCH, text),
        None if available() => {
            LocalStorage::delete(WORKBENCH);
            Ok(())
        }
        None => Ok(()),
    }
}

/// The settings, or their defaults.
pub fn settings() -> Settings {
    if available() { LocalStorage::get(SETTINGS).unwrap_or_default() } else { Settings::default() }
}

/// Keeps the settings; losing them costs a click, so a refusal is not reported.
pub fn keep_settings(settings: &Settings) {
    if available() {
        let _ = LocalStorage::set(SETTINGS, settings);
    }
}
