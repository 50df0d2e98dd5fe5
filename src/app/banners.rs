//! What everybody must know as long as it is so: that nothing is being saved, that the page is
//! read-only, that a file is due, that there is a newer version.

use leptos::prelude::*;
use selfscore_wording::keep as words;

use crate::browser::offline;
use crate::session::{Refused, SaveState, Session, keep_words};

/// The banners below the header.
#[component]
pub fn Banners() -> impl IntoView {
    let session = Session::from_context();
    let trouble = move || {
        let lang = session.lang.get();
        match session.saved.get() {
            SaveState::Failed(Refused::Newer) => {
                Some(format!("{} {}", words::newer_banner(lang), words::newer_unsaved(lang)))
            }
            _ if session.locked.get() => Some(words::newer_banner(lang).to_owned()),
            SaveState::Failed(refused) => Some(words::failed_why(lang, keep_words(refused, lang))),
            SaveState::InMemory => Some(words::memory_banner(lang).to_owned()),
            _ => None,
        }
    };
    // The words alone: an announcement once, not at every keystroke.
    let trouble = Memo::new(move |_| trouble());
    let alert = move || {
        trouble.get().map(|text| {
            view! {
                <div class="banner alert" role="alert">
                    <p>{text}</p>
                    <BackUp />
                </div>
            }
        })
    };
    let due = move || session.reminder.get() && trouble.with(Option::is_none);
    view! {
        {alert}
        <Show when=due>
            <div class="banner reminder" role="status">
                <p>{session.t(words::reminder)}</p>
                <BackUp />
                <button type="button" on:click=move |_| session.remind_later()>
                    {session.t(words::reminder_later)}
                </button>
            </div>
        </Show>
        <NewerVersion />
    }
}

/// A newer version of a served page, which is taken into use when somebody agrees: never while they type.
#[component]
fn NewerVersion() -> impl IntoView {
    let session = Session::from_context();
    let newer = RwSignal::new_local(None::<offline::Newer>);
    offline::keep(move |one| newer.set(Some(one)));
    let update = move |_| {
        leptos::task::spawn_local(async move {
            // What cannot be saved would be gone; the banner above says so.
            let saved = session.flush().await;
            if let (Ok(()), Some(one)) = (saved, newer.get_untracked()) {
                one.take_over();
            }
        });
    };
    view! {
        <Show when=move || newer.with(Option::is_some)>
            <div class="banner reminder" role="status" data-newer="version">
                <p>{session.t(words::newer_version)}</p>
                <button type="button" class="primary" on:click=update>
                    {session.t(words::newer_version_use)}
                </button>
                <button type="button" on:click=move |_| newer.set(None)>
                    {session.t(words::reminder_later)}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn BackUp() -> impl IntoView {
    let session = Session::from_context();
    let save = move |_| {
        leptos::task::spawn_local(async move {
            session.back_up().await;
        });
    };
    view! {
        <button type="button" class="primary" data-back-up="all" on:click=save>
            {session.t(words::back_up_now)}
        </button>
    }
}
