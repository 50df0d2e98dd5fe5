//! The form under the scheme being written, to try it out.

use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;
use selfscore_core::scheme::Scheme;
use selfscore_wording::editor as words;

use crate::pages::fill::FillPage;
use crate::parts::Notices;
use crate::session::{Session, Workbench};

/// The form, or why there is none.
#[component]
pub fn Trial() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    // The last sound state, so that what was typed outlives a moment of unsoundness.
    let last: Memo<Option<Arc<Scheme>>> = Memo::new(move |before: Option<&Option<Arc<Scheme>>>| {
        bench.sound.get().or_else(|| before.cloned().flatten())
    });
    let there = Memo::new(move |_| last.with(Option::is_some));
    let form = move || {
        there.get().then(|| {
            let scheme = Signal::derive(move || last.get().unwrap_or_else(|| session.scheme.get()));
            let trial = session.trial(scheme, bench.trial);
            view! {
                <Provider value=trial>
                    <FillPage />
                    <Notices />
                </Provider>
            }
        })
    };
    view! {
        <p class="sub">{session.t(words::trial_hint)}</p>
        <Show when=move || bench.sound.with(Option::is_none)>
            <p class="gap" role="status">{session.t(words::trial_unsound)}</p>
        </Show>
        <div class="trial">{form}</div>
    }
}
