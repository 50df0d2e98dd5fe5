//! The header: what this is, where one is, and whether what is typed is saved.

use leptos::prelude::*;
use selfscore_wording::{Lang, page as words};

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
    let entries: [(&str, Text); 4] = [
        ("fill", words::nav_fill),
        ("drafts", words::nav_drafts),
        ("scheme", words::nav_scheme),
        ("help", words::nav_help),
    ];
    let links = entries.map(|(target, text)| {
        let here = move || {
            let route = route.get();
            route == target || (route.is_empty() && target == "fill")
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
                ("–", "aside", words::saved_example(lang).to_owned())
            }
            SaveState::Nothing => ("–", "aside", words::saved_nothing(lang).to_owned()),
            SaveState::Pending => ("…", "aside", words::saved_pending(lang).to_owned()),
            SaveState::Saved(at) => {
                let time = date_shown(&at, &clock::now_rfc3339());
                ("✓", "done", words::saved_at(lang, time))
            }
            SaveState::Failed(_) => ("✕", "error", words::saved_failed(lang).to_owned()),
        };
        view! {
            <span class=format!("state {class}")>
                <span class="sign" aria-hidden="true">{sign}</span>
                {text}
            </span>
        }
    };
    view! {
        <header class="top">
            <h1>{session.t(words::title)}</h1>
            <nav aria-label=session.t(words::nav_label)>{links.into_iter().collect_view()}</nav>
            <p class="open" role="status" data-saved=move || saved_name(&session.saved.get())>
                <a href="#/drafts" class="draft-name">
                    {session.t(words::draft)} ": " {move || session.display_name()}
                </a>
                {saved}
            </p>
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

/// The state's name for tests and scripts.
fn saved_name(state: &SaveState) -> &'static str {
    match state {
        SaveState::Nothing => "nothing",
        SaveState::Pending => "pending",
        SaveState::Saved(_) => "saved",
        SaveState::Failed(_) => "failed",
    }
}
