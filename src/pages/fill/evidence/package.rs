//! The package: one file for all that is handed in.

use leptos::prelude::*;
use selfscore_wording::evidence as words;

use crate::browser::events;
use crate::session::{Evidence, Session};

/// The button, and whether the evidence goes along.
#[component]
pub fn PackageButton() -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let with = RwSignal::new(true);
    view! {
        <div class="package">
            <h4>{session.t(words::package_title)}</h4>
            <div class="commands">
                <button
                    type="button"
                    data-package=""
                    on:click=move |_| evidence.package(with.get_untracked())
                >
                    {session.t(words::package_make)}
                </button>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=with
                        on:change=move |event| with.set(events::ticked(&event))
                    />
                    " "
                    {session.t(words::package_with)}
                </label>
                <span class="sub">{session.t(words::package_hint)}</span>
            </div>
        </div>
    }
}
