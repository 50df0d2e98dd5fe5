//! Points for each item that is done.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::ChecklistRule;
use selfscore_wording::page as words;

use super::tick::{NoneOfThese, Tick};
use crate::parts::Message;
use crate::session::Session;

/// Points for each item that is done.
#[component]
pub fn Checklist(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: ChecklistRule,
) -> impl IntoView {
    let session = Session::from_context();
    let done = session.entry_part(&criterion, |entry| entry.done.clone());
    let at = field::part(&criterion, "done");
    let id = StoredValue::new(criterion);
    let issue_at = at.clone();
    let items = rule.items.into_iter().map(|item| {
        let own = item.id.clone();
        let value = item.id.clone();
        let ticked = move || done.with(|done| done.iter().flatten().any(|done| *done == own));
        view! {
            <Tick
                label=item.label
                worth=item.points.to_string()
                ticked=Signal::derive(ticked)
                on_tick=move |on: bool| {
                    let value = value.clone();
                    session.edit_entry(&id.get_value(), move |entry| {
                        let mut all = entry.done.take().unwrap_or_default();
                        all.retain(|done| *done != value);
                        if on {
                            all.push(value);
                        }
                        // Nothing ticked is no answer; «none of these» is one.
                        entry.done = (!all.is_empty()).then_some(all);
                    });
                }
            />
        }
    });
    view! {
        <div class="options" data-field=at tabindex="-1">
            {items.collect_view()}
            <NoneOfThese
                label=words::done_none
                ticked=Signal::derive(move || done.with(|done| done.as_ref().is_some_and(Vec::is_empty)))
                on_tick=move |on: bool| {
                    session.edit_entry(&id.get_value(), |entry| entry.done = on.then(Vec::new));
                }
            />
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}
