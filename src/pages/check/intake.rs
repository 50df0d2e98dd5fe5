//! What comes in: files, the register, dates of receipt; and what is done with the whole desk.

use std::time::Duration;

use leptos::prelude::*;
use selfscore_wording::office as words;
use web_sys::File;

use crate::browser::events;
use crate::browser::folders::{self, Picked};
use crate::parts::PickFiles;
use crate::session::{Desk, Session, Shelved, keep_words};

/// The section.
#[component]
pub fn IntakeSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let with_path = |file: File| Picked { path: file.name(), file };
    // Behind what there is to see: files are not here yet.
    set_timeout(move || desk.prepare(), Duration::from_millis(300));
    let take = move |picked: Vec<File>| desk.take(picked.into_iter().map(with_path).collect());
    view! {
        <p class="sub">{session.t(words::hint)}</p>
        <div class="commands">
            <PickFiles
                label=words::pick_files
                accept=".json,.csv,.xlsx,.zip,.ndjson"
                name="office"
                multiple=true
                on_files=take
            />
            <label class="button">
                {session.t(words::pick_folder)}
                <input
                    type="file"
                    class="sr"
                    prop:webkitdirectory=true
                    multiple=true
                    data-import="office-folder"
                    on:change=move |event| desk.take(folders::picked(&event))
                />
            </label>
            <PickFiles
                label=words::pick_register
                accept=".csv,.json"
                name="office-register"
                on_files=move |picked| desk.open_register(picked)
            />
        </div>
        <Reading />
        <Facts />
        <Show when=move || !desk.is_empty()>
            <div class="commands">
                <button type="button" disabled=move || !desk.can_undo() on:click=move |_| desk.undo()>
                    <span aria-hidden="true">"↶ "</span>
                    {session.t(words::undo)}
                </button>
                <button type="button" on:click=move |_| desk.save_check()>{session.t(words::save_check)}</button>
                <Clear />
            </div>
        </Show>
    }
}

/// How far reading has come.
#[component]
fn Reading() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let said = move || {
        desk.progress.get().map(|progress| {
            let lang = session.lang.get();
            let read = words::reading(lang, progress.files, progress.of_files, progress.forms);
            match progress.left {
                Some(left) => format!("{read}{}", words::left(lang, left.ceil().max(1.0))),
                None => read,
            }
        })
    };
    view! {
        <Show when=move || desk.progress.with(Option::is_some)>
            <div class="reading">
                <progress
                    max="1"
                    value=move || desk.progress.with(|one| one.map_or(0.0, |one| one.part))
                    aria-label=session.t(words::reading_label)
                ></progress>
                <span>{said}</span>
                <button type="button" on:click=move |_| desk.cancel()>{session.t(words::cancel)}</button>
            </div>
        </Show>
        <p class="sr" role="status">
            {move || desk.working.get().then(|| words::working(session.lang.get()))}
        </p>
    }
}

/// By what is checked: scheme, register, date of receipt; and what came.
#[component]
fn Facts() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let schemes = move || {
        let lang = session.lang.get();
        let here = desk.scheme.with(|scheme| scheme.digest().to_owned());
        session.library.with(|library| {
            let option = |held: &selfscore_core::scheme::Held| {
                let digest = held.scheme.digest().to_owned();
                let title = held.scheme.file().title.get(lang).to_owned();
                let selected = digest == here;
                view! { <option value=digest selected=selected>{title}</option> }
            };
            library.all().iter().map(option).collect_view()
        })
    };
    let register = move || {
        let lang = session.lang.get();
        desk.register.with(|register| match register {
            Some(one) => words::register_opened(lang, &one.file, one.roll.register().tasks.len()),
            None => words::no_register(lang).to_owned(),
        })
    };
    let came = move || {
        let lang = session.lang.get();
        let tally = desk.scheme.with(|scheme| desk.results.with(|results| results.tally(scheme)));
        words::came(lang, tally.came, tally.assessed, tally.absent)
    };
    let kept = move || {
        let lang = session.lang.get();
        match desk.keeping.get() {
            Shelved::Nothing => ("aside", "–", words::kept_nothing(lang).to_owned()),
            Shelved::Saving => ("aside", "…", words::kept_saving(lang).to_owned()),
            Shelved::Saved => ("done", "✓", words::kept_saved(lang).to_owned()),
            Shelved::Failed(why) => ("error", "✕", words::kept_failed(lang, keep_words(why, lang))),
        }
    };
    view! {
        <div class="facts">
            <label>
                <span>{session.t(words::by_scheme)}</span>
                <select data-field="office-scheme" on:change=move |event| desk.set_scheme(&events::text_of(&event))>
                    {schemes}
                </select>
            </label>
            <label>
                <span>{session.t(words::received)}</span>
                <input
                    type="date"
                    data-field="office-received"
                    prop:value=move || desk.received.get()
                    on:change=move |event| desk.set_all_received(events::text_of(&event))
                />
            </label>
            <p data-fact="register">
                <span>{session.t(words::register)}</span>
                " "
                {register}
                " "
                <Show when=move || desk.register.with(Option::is_some)>
                    <button type="button" class="quiet" on:click=move |_| desk.remove_register()>
                        {session.t(words::remove_register)}
                    </button>
                </Show>
            </p>
            <Show when=move || !desk.is_empty()>
                <p data-fact="came">{came}</p>
            </Show>
            <p data-fact="kept" data-kept=move || kept().0>
                {move || {
                    let (class, sign, text) = kept();
                    view! { <span class=format!("state {class}")><span aria-hidden="true">{sign} " "</span>{text}</span> }
                }}
            </p>
            {move || {
                let passed = desk.passed_over.get();
                (!passed.is_empty()).then(|| {
                    let lang = session.lang.get();
                    view! {
                        <details>
                            <summary>{words::passed_over(lang, passed.len())}</summary>
                            <ul>{passed.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
                        </details>
                    }
                })
            }}
        </div>
    }
}

/// Clearing the desk, asked twice in place.
#[component]
fn Clear() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let asked = RwSignal::new(false);
    view! {
        <Show
            when=move || asked.get()
            fallback=move || {
                view! {
                    <button type="button" on:click=move |_| asked.set(true)>{session.t(words::clear)}</button>
                }
            }
        >
            <span class="ask" role="group" aria-label=session.t(words::clear)>
                {session.t(words::clear_really)}
                <button
                    type="button"
                    class="danger"
                    on:click=move |_| {
                        asked.set(false);
                        desk.clear();
                    }
                >
                    {session.t(words::clear_yes)}
                </button>
                <button type="button" on:click=move |_| asked.set(false)>{session.t(words::clear_no)}</button>
            </span>
        </Show>
    }
}
