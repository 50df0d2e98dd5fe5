//! What is kept beside drafts, in localStorage: settings, schemes that were opened, the scheme that
//! is being written.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use super::{Refused, local};

const SCHEME: &str = "selfscore/scheme/";
const WORKBENCH: &str = "selfscore/workbench";
const SETTINGS: &str = "selfscore/settings";

/// Settings that outlive a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag.
    pub lang: String,
    /// The draft that was open.
    pub open: Option<String>,
    /// The last turn when that was noted: what was saved in a later one was worked on since. These
    /// settings reach the disk late, and a browser that is killed forgets the last of them.
    pub turn: u64,
    /// The district's name.
    pub district: String,
    /// When work began of which no file has been made since, RFC 3339; empty while there is none.
    pub unfiled_since: String,
    /// When the reminder of a file was last put off, RFC 3339.
    pub reminded: String,
}

/// Texts of scheme files by their digests.
pub fn schemes() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = local::ids(SCHEME)
        .into_iter()
        .filter_map(|digest| Some((digest.clone(), local::get(&format!("{SCHEME}{digest}"))?)))
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
    local::set(&format!("{SCHEME}{digest}"), text)
}

/// Removes the text of a scheme file.
pub fn remove_scheme(digest: &str) {
    local::remove(&format!("{SCHEME}{digest}"));
}

/// The text of the scheme that is being written, if there is one.
pub fn workbench() -> Option<String> {
    local::get(WORKBENCH)
}

/// Keeps the text of the scheme that is being written, or removes it.
///
/// # Errors
/// Why it is not kept.
pub fn keep_workbench(text: Option<&str>) -> Result<(), Refused> {
    match text {
        Some(text) => local::set(WORKBENCH, text),
        None => {
            local::remove(WORKBENCH);
            Ok(())
        }
    }
}

/// The settings, or their defaults.
pub fn settings() -> Settings {
    if local::available() {
        LocalStorage::get(SETTINGS).unwrap_or_default()
    } else {
        Settings::default()
    }
}

/// Keeps the settings; losing them costs a click, so a refusal is not reported.
pub fn keep_settings(settings: &Settings) {
    if local::available() {
        let _ = LocalStorage::set(SETTINGS, settings);
    }
}
