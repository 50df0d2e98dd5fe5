//! What rows of tasks and rows of a list have in common: moving with the keyboard, and the line
//! below a row.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use selfscore_core::issue::Issue;
use selfscore_wording::{Lang, page as words};

use crate::browser::focus;
use crate::parts::severity_words;

/// Enter goes to the next row's same column, Shift+Enter to the one above; the last row's adds
/// a row. An input method's Enter is its own.
pub fn walk(
    event: &KeyboardEvent,
    columns: &[&'static str],
    place: Option<usize>,
    rows: usize,
    add: impl FnOnce(),
    field: impl FnOnce(usize, &str) -> String,
) {
    if event.key() != "Enter" || event.is_composing() || event.alt_key() || event.ctrl_key() {
        return;
    }
    let Some(at) = place else { return };
    let Some(column) = focus::column_of(event, columns) else { return };
    event.prevent_default();
    let to = if event.shift_key() { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to else { return };
    if to >= rows {
        add();
    }
    focus::field_soon(field(to, column));
}

/// The first issue of a row, a way to its field; how many more there are. One line, so that rows
/// do not grow and shrink while one types.
pub fn first_issue(issues: Vec<Issue>, lang: Lang) -> Option<impl IntoView> {
    let more = issues.len().saturating_sub(1);
    issues.into_iter().next().map(|issue| {
        let (sign, class, word) = severity_words(issue.severity(), lang);
        let at = issue.field.clone();
        view! {
            <a
                href="#/fill"
                class=class
                on:click=move |event| {
                    event.prevent_default();
                    focus::field(&at);
                }
            >
                <span class="sign" aria-hidden="true">{sign}</span>
                " "
                <span class="sr">{word} ": "</span>
                {issue.message(lang)}
            </a>
            {(more > 0).then(|| view! { <span class="sub">{words::more(lang, more)}</span> })}
        }
    })
}
