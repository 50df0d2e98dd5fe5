//! Where files come in: buttons, a place to drop them, and how far reading has come.

use std::future::ready;

use leptos::prelude::*;
use selfscore_core::evidence::name::visible;
use selfscore_core::evidence::size_shown;
use selfscore_wording::{Lang, evidence as words};

use crate::browser::{events, folders};
use crate::parts::on_drop;
use crate::session::{Evidence, Session};

/// A button that picks files, or a folder.
#[component]
pub fn PickEvidence(
    /// What it says.
    label: fn(Lang) -> &'static str,
    /// Its name for tests and scripts.
    name: &'static str,
    /// Whether it picks a folder.
    folder: bool,
    /// Takes what was picked.
    #[prop(into)]
    on_files: UnsyncCallback<Vec<folders::Picked>>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="button">
            {session.t(label)}
            <input
                type="file"
                class="sr"
                multiple=true
                prop:webkitdirectory=folder
                data-import=name
                on:change=move |event| on_files.run(folders::picked(&event))
            />
        </label>
    }
}

/// The way in.
#[component]
pub fn Add() -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let under = RwSignal::new(None::<usize>);
    let take = move |picked: Vec<folders::Picked>| {
        evidence.add(ready(picked), under.get_untracked());
    };
    let options = move || {
        let lang = session.lang.get();
        session.scheme.with(|scheme| {
            let one = |(at, indicator): (usize, &selfscore_core::scheme::Indicator)| {
                let title = session.unmask(indicator.title.get(lang));
                view! {
                    <option value=at.to_string() prop:selected=move || under.get() == Some(at)>
                        {words::under_one(lang, &indicator.number, title)}
                    </option>
                }
            };
            scheme.indicators().enumerate().map(one).collect_view()
        })
    };
    view! {
        <div
            class="drop-here"
            data-drop="evidence"
            on:dragover=on_drop(|_| ())
            on:drop=on_drop(move |event| {
                evidence.add(folders::dropped(&event), under.get_untracked());
            })
        >
            <div class="commands">
                <PickEvidence
                    label=words::choose_files
                    name="evidence"
                    folder=false
                    on_files=take
                />
                <PickEvidence
                    label=words::choose_folder
                    name="evidence-folder"
                    folder=true
                    on_files=take
                />
                <label class="under">
                    {session.t(words::under)}
                    " "
                    <select
                        data-under=""
                        on:change=move |event| under.set(events::text_of(&event).parse().ok())
                    >
                        <option value="" prop:selected=move || under.get().is_none()>
                            {session.t(words::under_told)}
                        </option>
                        {options}
                    </select>
                </label>
                <span class="sub">{session.t(words::drop_files)}</span>
            </div>
        </div>
        <Reading />
    }
}

/// How far reading has come, with the way to cancel it.
#[component]
fn Reading() -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let progress = evidence.progress;
    let name = Memo::new(move |_| {
        progress.with(|now| now.as_ref().map(|now| visible(&now.name)).unwrap_or_default())
    });
    let told = move || {
        progress.with(|now| {
            now.as_ref().map(|now| {
                let (done, total) = (size_shown(now.done), size_shown(now.total));
                words::reading_of(session.lang.get(), done, total, now.at, now.files)
            })
        })
    };
    let share = move || {
        progress.with(|now| {
            let now = now.as_ref().filter(|now| now.total > 0);
            // A thousandth is as much as anybody sees.
            now.map_or(0, |now| now.done.saturating_mul(1_000) / now.total).to_string()
        })
    };
    view! {
        <Show when=move || progress.with(Option::is_some)>
            <div class="reading" data-reading="">
                <p role="status">{move || words::reading(session.lang.get(), name.get())}</p>
                <p class="figure">
                    <progress max="1000" value=share aria-labelledby="evidence-title"></progress>
                    " "
                    {told}
                </p>
                <button type="button" on:click=move |_| evidence.cancel()>
                    {session.t(words::cancel)}
                </button>
            </div>
        </Show>
    }
}
