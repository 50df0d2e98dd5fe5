//! The help: questions that a member of staff has, each with its answer.

use leptos::prelude::*;
use selfscore_wording::{help, page as words};

use crate::session::Session;

/// The page.
#[component]
pub fn HelpPage() -> impl IntoView {
    let session = Session::from_context();
    let entries = help::ENTRIES.iter().map(|(question, answer)| {
        view! {
            <dt>{move || question(session.lang.get())}</dt>
            <dd>{move || answer(session.lang.get())}</dd>
        }
    });
    view! {
        <div class="page help">
            <h2>{session.t(words::help_title)}</h2>
            <dl>{entries.collect_view()}</dl>
        </div>
    }
}
