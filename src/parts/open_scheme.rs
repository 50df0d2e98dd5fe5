//! The way in for scheme files.

use leptos::prelude::*;
use selfscore_wording::library as words;

use super::PickFiles;
use crate::session::Session;

/// A button that opens scheme files; forms opened by it are opened as well.
#[component]
pub fn OpenScheme() -> impl IntoView {
    let session = Session::from_context();
    view! {
        <PickFiles
            label=words::open_scheme
            accept=".json"
            name="scheme"
            multiple=true
            on_files=move |picked| session.import(picked)
        />
    }
}
