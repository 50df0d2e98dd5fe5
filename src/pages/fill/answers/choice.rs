//! One option of several.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::ChoiceRule;
use selfscore_wording::answers as words;

use super::asked::Claim;
use super::number::Span;
use crate::parts::{Message, exact};
use crate::session::Session;

/// One option of several.
#[component]
pub fn Choice(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: ChoiceRule,
) -> impl IntoView {
    let session = Session::from_context();
    let chosen = session.entry_part(&criterion, |entry| entry.choice.clone());
    let at = field::part(&criterion, "choice");
    let id = StoredValue::new(criterion);
    let issue_at = at.clone();
    let judged = StoredValue::new(rule.options.clone());
    // The option chosen, if points are claimed for it.
    let claimed = Memo::new(move |_| {
        let chosen = chosen.get()?;
        judged.with_value(|options| {
            let option = options.iter().find(|option| option.id == chosen)?;
            Some((option.label.clone(), option.points, option.to?))
        })
    });
    let claim = move || {
        claimed.get().map(|(label, least, most)| {
            let span = Span::points(session, least, most);
            view! { <Claim criterion=id.get_value() label=label span=span /> }
        })
    };
    let options = rule.options.into_iter().map(|option| {
        let own = option.id.clone();
        let value = option.id.clone();
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=format!("choice-{}", id.get_value())
                    value=value.clone()
                    prop:checked=move || chosen.with(|c| c.as_deref() == Some(own.as_str()))
                    on:change=move |_| {
                        let value = value.clone();
                        session.edit_entry(&id.get_value(), |entry| entry.choice = Some(value));
                    }
                />
                <span>{move || option.label.get(session.lang.get()).to_owned()}</span>
                <span class="worth figure">
                    {move || match option.to {
                        Some(to) => words::span(session.lang.get(), exact(option.points), exact(to)),
                        None => exact(option.points),
                    }}
                </span>
            </label>
        }
    });
    view! {
        <div class="options" data-field=at tabindex="-1">
            {options.collect_view()}
            {claim}
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}
