//! localStorage, by gloo-storage: synchronous, small, shared by all tabs, and lazy in reaching the disk.

use gloo_storage::{LocalStorage, Storage};

use super::Refused;

/// Whether there is one at all. `LocalStorage::raw` panics where the browser refuses it.
pub(super) fn available() -> bool {
    matches!(crate::browser::window().map(|window| window.local_storage()), Some(Ok(Some(_))))
}

pub(super) fn get(key: &str) -> Option<String> {
    if !available() {
        return None;
    }
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Writes, and reads back: «saved» is claimed only of what can be read.
pub(super) fn set(key: &str, text: &str) -> Result<(), Refused> {
    if !available() {
        return Err(Refused::Unavailable);
    }
    LocalStorage::raw().set_item(key, text).map_err(|_| Refused::Full)?;
    if get(key).as_deref() == Some(text) { Ok(()) } else { Err(Refused::NotReadBack) }
}

pub(super) fn remove(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}

/// What stands behind a prefix in the keys that have it.
pub(super) fn ids(prefix: &str) -> Vec<String> {
    if !available() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let keys = (0..LocalStorage::length()).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(prefix).map(str::to_owned)).collect()
}
