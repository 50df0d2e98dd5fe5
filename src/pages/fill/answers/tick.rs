//! Boxes to tick.

use leptos::prelude::*;
use selfscore_core::text::Text;
use selfscore_wording::Lang;

use crate::browser::events;
use crate::session::Session;

/// A box with its points.
#[component]
pub fn Tick(
    /// What it says.
    label: Text,
    /// What it is worth.
    #[prop(into)]
    worth: Signal<String>,
    /// Whether it is ticked, from the draft.
    ticked: Signal<bool>,
    /// Takes a tick.
    #[prop(into)]
    on_tick: Callback<bool>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="option">
            <input
                type="checkbox"
                prop:checked=ticked
                on:change=move |event| on_tick.run(events::ticked(&event))
            />
            <span>{move || label.get(session.lang.get()).to_owned()}</span>
            <span class="worth figure">{worth}</span>
        </label>
    }
}

/// The box that says that no other applies: an answer, unlike boxes left alone.
#[component]
pub fn NoneOfThese(
    /// What it says.
    label: fn(Lang) -> &'static str,
    /// Whether it is ticked, from the draft.
    ticked: Signal<bool>,
    /// Takes a tick.
    #[prop(into)]
    on_tick: Callback<bool>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="option none">
            <input
                type="checkbox"
                prop:checked=ticked
                on:change=move |event| on_tick.run(events::ticked(&event))
            />
            <span>{session.t(label)}</span>
        </label>
    }
}
