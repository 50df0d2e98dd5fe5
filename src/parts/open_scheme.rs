//! The way in for scheme files.

use leptos::prelude::*;
use selfscore_wording::library as words;

use crate::browser::files;
use crate::session::Session;

/// A button that opens scheme files; forms opened by it are opened as well.
#[component]
pub fn OpenScheme() -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="button">
            {session.t(words::open_scheme)}
            <input
                type="file"
                class="sr"
                accept=".json"
                multiple=true
                data-import="scheme"
                on:change=move |event| session.import(files::picked(&event))
            />
        </label>
    }
}
