//! Fields that keep what is typed. A field's text changes only by typing or by a command;
//! while an input method composes, nothing is taken.

use leptos::prelude::*;
use selfscore_core::issue::{Issue, Severity};

use super::severity_words;
use crate::browser::events;
use crate::session::Session;

/// A text of one line.
#[component]
pub fn Line(
    /// The text, from the draft.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_text: Callback<String>,
    /// The field's JSON pointer.
    #[prop(into)]
    field: Signal<String>,
    /// What it is, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Whether a number belongs here.
    #[prop(optional)]
    numeric: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    issue: MaybeProp<Issue>,
    /// What may be written here, shown while empty.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <input
            type="text"
            class:number=numeric
            class:wrong=move || severity(&issue) == Some(Severity::Error)
            inputmode=if numeric { "decimal" } else { "text" }
            autocomplete="off"
            spellcheck="false"
            data-field=field
            aria-label=label
            placeholder=move || hint.get().unwrap_or_default()
            aria-invalid=move || (severity(&issue) == Some(Severity::Error)).to_string()
            prop:value=value
            on:input=move |event| {
                if !events::composing(&event) {
                    on_text.run(events::text_of(&event));
                }
            }
            on:compositionend=move |event| on_text.run(events::text_of(&event))
        />
    }
}

/// A text that may run over several lines; it grows with its text, without a script.
#[component]
pub fn Area(
    /// The text, from the draft.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_text: Callback<String>,
    /// The field's JSON pointer.
    #[prop(into)]
    field: Signal<String>,
    /// What it is, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// What may be written here, shown while empty.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <div class="grow" data-text=value>
            <textarea
                rows="1"
                autocomplete="off"
                spellcheck="false"
                data-field=field
                aria-label=label
                placeholder=move || hint.get().unwrap_or_default()
                prop:value=value
                on:input=move |event| {
                    if !events::composing(&event) {
                        on_text.run(events::text_of(&event));
                    }
                }
                on:compositionend=move |event| on_text.run(events::text_of(&event))
            ></textarea>
        </div>
    }
}

/// A label above a field, and a line below it that is there whether or not it says something,
/// so that nothing moves while typing.
#[component]
pub fn Field(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is wrong or missing.
    #[prop(into)]
    issue: MaybeProp<Issue>,
    /// The field.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <span class="label" aria-hidden="true">{label}</span>
            {children()}
            <Message issue=issue />
        </div>
    }
}

/// What is wrong or missing at a field; an empty line if nothing is.
#[component]
pub fn Message(
    /// The issue.
    #[prop(into)]
    issue: MaybeProp<Issue>,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <p class="message" aria-live="polite">
            {move || {
                let lang = session.lang.get();
                issue.get().map(|issue| {
                    let severity = issue.severity();
                    let (sign, class, word) = severity_words(severity, lang);
                    view! {
                        <span class=class>
                            <span class="sign" aria-hidden="true">{sign}</span>
                            {match issue.code() {
                                // The field says what is asked for; the list of what is
                                // missing has the whole sentence.
                                "not_answered" => word.to_owned(),
                                _ => issue.message(lang),
                            }}
                        </span>
                    }
                })
            }}
        </p>
    }
}

fn severity(issue: &MaybeProp<Issue>) -> Option<Severity> {
    issue.get().map(|issue| issue.severity())
}
