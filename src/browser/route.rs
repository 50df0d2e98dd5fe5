//! The part of the address behind `#`, which works from disk as well.

use leptos::prelude::*;

/// What stands behind `#/`, followed as it changes.
pub fn follow() -> ReadSignal<String> {
    let (route, set_route) = signal(current());
    let handle = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(current()));
    on_cleanup(move || handle.remove());
    route
}

fn current() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    hash.trim_start_matches('#').trim_start_matches('/').to_owned()
}

/// Goes to a route.
pub fn go(route: &str) {
    if let Some(window) = super::window() {
        // Setting the fragment is always allowed.
        let _ = window.location().set_hash(&format!("/{route}"));
    }
}
