//! What was just done, said once, with its way back.

use leptos::prelude::*;
use selfscore_wording::page as words;

use crate::session::Session;

/// The last notice, with its way back.
#[component]
pub fn Notices() -> impl IntoView {
    let session = Session::from_context();
    let notice = move || {
        session.notice.get().map(|notice| {
            let words = notice.words;
            let undo = notice.undo.map(|undo| {
                view! {
                    <button type="button" class="primary" on:click=move |_| session.undo(undo.clone())>
                        {session.t(words::undo)}
                    </button>
                }
            });
            view! {
                <div class="notice" class:alert=notice.alert role=if notice.alert { "alert" } else { "status" }>
                    <p>
                        {notice.alert.then_some("! ")}
                        {move || words(session.lang.get())}
                    </p>
                    {undo}
                    <button type="button" on:click=move |_| session.notice.set(None)>
                        {session.t(words::close)}
                    </button>
                </div>
            }
        })
    };
    view! { <div class="notices" aria-live="polite">{notice}</div> }
}
