//! The task register (任务分工) fills in the unit's tasks.

use leptos::prelude::*;
use selfscore_wording::page as words;

use crate::parts::PickFiles;
use crate::session::Session;

/// A button that opens a register.
#[component]
pub fn RegisterButton(
    /// The criterion's id.
    criterion: StoredValue<String>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <PickFiles
            label=words::register_tasks
            accept=".csv,.json,.txt"
            name="register"
            on_files=move |picked| session.open_register(criterion.get_value(), picked)
        />
    }
}
