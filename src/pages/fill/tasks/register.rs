//! The task register (任务分工) fills in the unit's tasks.

use leptos::prelude::*;
use selfscore_wording::page as words;

use crate::browser::files;
use crate::session::Session;

/// A button that opens a register.
#[component]
pub fn RegisterButton(
    /// The criterion's id.
    criterion: StoredValue<String>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="button">
            {session.t(words::register_tasks)}
            <input
                type="file"
                class="sr"
                accept=".csv,.json,.txt"
                data-import="register"
                on:change=move |event| {
                    session.open_register(criterion.get_value(), files::picked(&event));
                }
            />
        </label>
    }
}
