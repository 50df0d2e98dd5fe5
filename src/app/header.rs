//! The header: what this is, where one is, and whether what is typed is saved.

use leptos::prelude::*;
use selfscore_wording::{Lang, check, keep, page as words};

use crate::browser::clock;
use crate::parts::date_shown;
use crate::session::{Open, SaveState, Session};

/// A text in the language asked for.
type Text = fn(Lang) -> &'static str;

/// The header.
#[component]
pub fn Header(
    /// Where one is.
    route: ReadSignal<String>,
) -> impl IntoView {
    let session = Session::from_context();
    let entries: [(&str, Text); 5] = [
        ("fill", words::nav_fill),
        ("check", check::nav),
        ("drafts", words::nav_drafts),
        ("scheme", words::nav_scheme),
        ("help", words::nav_help),
    ];
    let links = entries.map(|(target, text)| {
        let here = move || {
            let route = route.get();
            super::within(target, &route) || (route.is_empty() && target == "fill")
        };
        view! {
            <a href=format!("#/{target}") aria-current=move || here().then_some("page")>
                {session.t(text)}
            </a>
        }
    });
    let saved = move || {
        let lang = session.lang.get();
        let (sign, class, text) = match session.saved.get() {
            _ if session.open.get() == Open::Example => {
                ("–", "aside", keep::state_example(lang).to_owned())
            }
            SaveState::Nothing => ("–", "aside", keep::state_nothing(lang).to_owned()),
            SaveState::Unsaved => ("○", "aside", keep::state_unsaved(lang).to_owned()),
            SaveState::Saving => ("…", "aside", keep::state_saving(lang).to_owned()),
            SaveState::Saved(at) => {
                let time = date_shown(&at, &clock::now_rfc3339());
                ("✓", "done", keep::state_saved(lang, time))
            }
            SaveState::InMemory => ("!", "missing", keep::state_memory(lang).to_owned()),
            SaveState::Failed(_) => ("✕", "error", keep::state_failed(lang).to_owned()),
        };
        view! {
            <span class=format!("state keeping {class}")>
                <span class="sign" aria-hidden="true">{sign}</span>
                {text}
            </span>
        }
    };
    view! {
        <header class="top">
            <h1>{session.t(words::title)}</h1>
            <nav aria-label=session.t(words::nav_label)>{links.into_iter().collect_view()}</nav>
            <p class="open" data-saved=move || saved_name(&session.saved.get())>
                <a href="#/drafts" class="draft-name">
                    {session.t(words::draft)} ": " {move || session.display_name()}
                </a>
                {saved}
            </p>
            <StepButtons route=route />
            <button
                type="button"
                class="language"
                on:click=move |_| {
                    let other = session.lang.get_untracked().pick(Lang::En, Lang::Zh);
                    session.set_lang(other);
                }
            >
                {session.t(words::other_language)}
            </button>
        </header>
    }
}

/// Taking a step back and again, where a form is to be seen.
#[component]
fn StepButtons(route: ReadSignal<String>) -> impl IntoView {
    let session = Session::from_context();
    let there = move || matches!(route.get().as_str(), "" | "fill");
    let steps = Memo::new(move |_| session.steps());
    let button = move |back: bool, sign: &'static str, text: Text, keys: Text| {
        let none = move || match (back, steps.get()) {
            (true, (can_undo, _)) => !can_undo,
            (false, (_, can_redo)) => !can_redo,
        };
        view! {
            <button
                type="button"
                title=session.t(keys)
                disabled=move || session.locked.get() || none()
                on:click=move |_| session.step(back)
            >
                <span aria-hidden="true">{sign}</span>
                {session.t(text)}
            </button>
        }
    };
    view! {
        <Show when=there>
            <span class="steps">
                {button(true, "↶ ", keep::undo, keep::undo_keys)}
                {button(false, "↷ ", keep::redo, keep::redo_keys)}
            </span>
        </Show>
    }
}

/// The state's name for tests and scripts.
fn saved_name(state: &SaveState) -> &'static str {
    match state {
        SaveState::Nothing => "nothing",
        SaveState::Unsaved => "unsaved",
        SaveState::Saving => "saving",
        SaveState::Saved(_) => "saved",
        SaveState::InMemory => "memory",
        SaveState::Failed(_) => "failed",
    }
}
