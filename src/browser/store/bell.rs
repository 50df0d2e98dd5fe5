//! Telling the other tabs that something was saved: a key of localStorage that says what, since
//! its events reach every tab of the page, from disk, too.

use leptos::ev;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::local;

const BELL: &str = "selfscore/bell";

/// What happened in another tab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ring {
    /// A draft was saved, deleted, or removed.
    Draft(String),
    /// Everything was removed from the browser.
    Erased,
    /// A scheme was opened or taken out, or something else; look for yourself.
    Other,
}

#[derive(Serialize, Deserialize)]
struct Note {
    what: Ring,
    /// Without it the same thing twice would be no event.
    at: f64,
}

/// Tells the other tabs.
pub fn ring(what: Ring) {
    let note = Note { what, at: js_sys::Date::now() + js_sys::Math::random() };
    // A tab that does not hear it sees the revision when it saves.
    let _ = local::set(BELL, &serde_json::to_string(&note).unwrap_or_default());
}

/// Takes the bell away; what it last told is told.
pub(super) fn silence() {
    local::remove(BELL);
}

/// Follows what other tabs tell; `true` comes with it where schemes may have changed.
pub fn hear(heard: impl Fn(Ring, bool) + 'static) -> WindowListenerHandle {
    window_event_listener(ev::storage, move |event| {
        let key = event.key();
        let schemes = key.as_deref().is_none_or(super::holds_scheme);
        let note = event.new_value().filter(|_| key.as_deref() == Some(BELL));
        let note = note.and_then(|text| serde_json::from_str::<Note>(&text).ok());
        match (note, key.as_deref()) {
            (Some(note), _) => heard(note.what, schemes),
            // The bell taken away, or a copy that follows a ring.
            (None, Some(_)) if !schemes => {}
            _ => heard(Ring::Other, schemes),
        }
    })
}
