//! A question that is answered with yes or no.

use leptos::prelude::*;
use selfscore_core::text::Text;
use selfscore_wording::page as words;

use crate::parts::Message;
use crate::session::Session;

/// A question that is answered with yes or no.
#[component]
pub fn YesNo(
    /// What is asked.
    label: Text,
    /// The field's JSON pointer; the group of radio buttons goes by it, too.
    field: String,
    /// The answer, from the draft.
    value: Memo<Option<bool>>,
    /// Takes an answer.
    #[prop(into)]
    on_answer: Callback<bool>,
) -> impl IntoView {
    let session = Session::from_context();
    let issue_at = field.clone();
    let group = field.clone();
    let answers = [(true, words::yes as fn(_) -> _), (false, words::no)];
    let radios = answers.map(|(answer, word)| {
        view! {
            <label class="option inline">
                <input
                    type="radio"
                    name=group.clone()
                    value=answer.to_string()
                    prop:checked=move || value.get() == Some(answer)
                    on:change=move |_| on_answer.run(answer)
                />
                <span>{session.t(word)}</span>
            </label>
        }
    });
    let name = label.clone();
    view! {
        <div
            class="requirement"
            role="radiogroup"
            data-field=field
            tabindex="-1"
            aria-label=move || name.get(session.lang.get()).to_owned()
        >
            <span>{move || label.get(session.lang.get()).to_owned()}</span>
            {radios.into_iter().collect_view()}
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}
