//! Assessors' scores: as many fields as the rule asks for, and more if there are more.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::limits;
use selfscore_core::scheme::AssessedRule;
use selfscore_wording::answers as words;

use super::number::{Number, Span};
use crate::browser::focus;
use crate::parts::Message;
use crate::session::Session;

/// The scores.
#[component]
pub fn Assessed(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: AssessedRule,
) -> impl IntoView {
    let session = Session::from_context();
    let least = usize::try_from(rule.assessors).unwrap_or(limits::SCORES);
    let shown = session.entry_part(&criterion, move |entry| entry.scores.len().max(least));
    let span = Span::points(session, rule.least, rule.most);
    let at = field::part(&criterion, "scores");
    let issue_at = at.clone();
    let id = StoredValue::new(criterion);
    let label = StoredValue::new(rule.label);
    let one = move |place: usize| {
        let value = session.entry_part(&id.get_value(), move |entry| {
            entry.scores.get(place).cloned().unwrap_or_default()
        });
        let name = Signal::derive(move || {
            let lang = session.lang.get();
            label.with_value(|label| words::score_of(lang, label.get(lang), place + 1))
        });
        view! {
            <Number
                label=name
                span=span.clone()
                value=value
                on_text=move |text| session.set_score(&id.get_value(), place, text)
                field=field::score(&id.get_value(), place)
            />
        }
    };
    let add = move |_: MouseEvent| {
        let place = shown.get_untracked();
        session.set_score(&id.get_value(), place, String::new());
        focus::field_soon(field::score(&id.get_value(), place));
    };
    view! {
        <div class="options assessed" data-field=at tabindex="-1">
            <p class="sub">{move || words::assessors_least(session.lang.get(), least)}</p>
            // A score is told from the others by its place only: there is no other key.
            <For each=move || 0..shown.get() key=|place| *place children=one />
            <Message issue=session.issue(move || issue_at.clone()) />
            <div class="commands">
                <button
                    type="button"
                    prop:disabled=move || { shown.get() >= limits::SCORES }
                    on:click=add
                >
                    "+ "
                    {session.t(words::add_score)}
                </button>
                <Show when=move || { shown.get() > least }>
                    <button
                        type="button"
                        on:click=move |_| session.remove_score(&id.get_value())
                    >
                        {session.t(words::remove_score)}
                    </button>
                </Show>
            </div>
        </div>
    }
}
