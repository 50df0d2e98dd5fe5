//! How often something happened.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::{Applies, CountRule};
use selfscore_core::text::Text;
use selfscore_wording::page as words;

use crate::parts::{Line, Message};
use crate::session::Session;

/// Points for each event.
#[component]
pub fn Counts(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: CountRule,
) -> impl IntoView {
    let items = rule.items.into_iter().map(|item| {
        let worth = format!("+{}", item.each);
        view! { <Times criterion=criterion.clone() item=item.id label=item.label worth=worth /> }
    });
    view! { <div class="options">{items.collect_view()}</div> }
}

/// How often something happened.
#[component]
pub fn Times(
    /// The criterion's id.
    criterion: String,
    /// The item's id.
    item: String,
    /// What happened.
    label: Text,
    /// What each is worth.
    #[prop(into)]
    worth: Signal<String>,
    /// Which units it concerns.
    #[prop(optional)]
    applies: Option<Applies>,
) -> impl IntoView {
    let session = Session::from_context();
    let key = item.clone();
    let value = session.entry_part(&criterion, move |entry| {
        entry.occurrences.get(&key).cloned().unwrap_or_default()
    });
    let at = field::occurrences(&criterion, &item);
    let issue_at = at.clone();
    let issue = session.issue(move || issue_at.clone());
    let (criterion, item) = (StoredValue::new(criterion), StoredValue::new(item));
    let name = Signal::derive({
        let label = label.clone();
        move || label.get(session.lang.get()).to_owned()
    });
    view! {
        <div class="times">
            <label class="option">
                <span>{name}</span>
                <Line
                    value=value
                    on_text=move |text: String| {
                        session.edit_entry(&criterion.get_value(), |entry| {
                            entry.occurrences.insert(item.get_value(), text);
                        });
                    }
                    field=at
                    label=name
                    numeric=true
                    issue=issue
                />
                <span class="unit">{session.t(words::times)}</span>
                <span class="worth figure">{worth}</span>
            </label>
            {applies.map(|_| {
                let leads = session.leads();
                view! {
                    <p class="sub">
                        {move || match leads.get() {
                            Some(false) => words::not_lead_unit(session.lang.get()),
                            _ => words::only_lead(session.lang.get()),
                        }}
                    </p>
                }
            })}
            <Message issue=issue />
        </div>
    }
}
