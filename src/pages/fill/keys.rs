//! Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) over the whole form.

use leptos::ev::keydown;
use leptos::prelude::*;

use crate::browser::focus;
use crate::session::Session;

/// Follows the keys for as long as the form is to be seen.
pub fn listen(session: Session) {
    let handle = window_event_listener(keydown, move |event| {
        let control = event.ctrl_key() || event.meta_key();
        if !control || event.alt_key() || event.is_composing() || event.default_prevented() {
            return;
        }
        let back = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", shift) => !shift,
            ("y", false) => false,
            _ => return,
        };
        // A text box that is no field of the form has the browser's own way back.
        if focus::in_other_text(&event) {
            return;
        }
        event.prevent_default();
        session.step(back);
    });
    on_cleanup(move || handle.remove());
}
