//! Boxes of which any number may be ticked, and one that says that none applies.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::ChecklistRule;
use selfscore_core::text::Text;
use selfscore_wording::{Lang, page as words};

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
    let items = rule.items.into_iter().map(|item| (item.id, item.label, item.points.to_string()));
    view! { <Boxes criterion=criterion items=items.collect() none=words::done_none /> }
}

/// The boxes.
#[component]
pub fn Boxes(
    /// The criterion's id.
    criterion: String,
    /// The items: id, words, and what each is worth.
    items: Vec<(String, Text, String)>,
    /// What the box says that none of them applies.
    none: fn(Lang) -> &'static str,
) -> impl IntoView {
    let session = Session::from_context();
    let done = session.entry_part(&criterion, |entry| entry.done.clone());
    let at = field::part(&criterion, "done");
    let id = StoredValue::new(criterion);
    let issue_at = at.clone();
    let items = items.into_iter().map(|(item, label, worth)| {
        let own = item.clone();
        let ticked = move || done.with(|done| done.iter().flatten().any(|done| *done == own));
        view! {
            <Tick
                label=label
                worth=worth
                ticked=Signal::derive(ticked)
                on_tick=move |on: bool| {
                    let item = item.clone();
                    session.edit_entry(&id.get_value(), move |entry| {
                        let mut all = entry.done.take().unwrap_or_default();
                        all.retain(|done| *done != item);
                        if on {
                            all.push(item);
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
                label=none
                ticked=Signal::derive(move || done.with(|done| done.as_ref().is_some_and(Vec::is_empty)))
                on_tick=move |on: bool| {
                    session.edit_entry(&id.get_value(), |entry| entry.done = on.then(Vec::new));
                }
            />
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}
