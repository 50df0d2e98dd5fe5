//! A button that picks files.

use leptos::prelude::*;
use selfscore_wording::Lang;
use web_sys::File;

use crate::browser::files;
use crate::session::Session;

/// The button.
#[component]
pub fn PickFiles(
    /// What it says.
    label: fn(Lang) -> &'static str,
    /// Endings that the browser offers, as in `.json,.csv`.
    accept: &'static str,
    /// Its name for tests and scripts.
    name: &'static str,
    /// Whether several may be picked at once.
    #[prop(optional)]
    multiple: bool,
    /// Takes what was picked.
    #[prop(into)]
    on_files: UnsyncCallback<Vec<File>>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="button">
            {session.t(label)}
            <input
                type="file"
                class="sr"
                accept=accept
                multiple=multiple
                data-import=name
                on:change=move |event| on_files.run(files::picked(&event))
            />
        </label>
    }
}
