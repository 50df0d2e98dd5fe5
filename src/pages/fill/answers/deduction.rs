//! From full marks, less something for each event.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::{DeductionItem, DeductionRule};
use selfscore_core::text::Text;
use selfscore_wording::page as words;

use super::count::Times;
use super::tick::{NoneOfThese, Tick};
use crate::parts::Message;
use crate::session::Session;

/// From full marks, less something for each event.
#[component]
pub fn Deductions(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: DeductionRule,
) -> impl IntoView {
    let (boxes, counts): (Vec<_>, Vec<_>) = rule.items.into_iter().partition(|item| item.once);
    let requires = rule.requires.map(|requires| {
        view! { <Requirement criterion=criterion.clone() label=requires.label /> }
    });
    let boxes = (!boxes.is_empty()).then(|| {
        view! { <Defects criterion=criterion.clone() items=boxes /> }
    });
    let counts = counts.into_iter().map(|item| {
        let worth = format!("−{}", item.each);
        let id = criterion.clone();
        match item.applies {
            Some(applies) => view! {
                <Times criterion=id item=item.id label=item.label worth=worth applies=applies />
            }
            .into_any(),
            None => view! { <Times criterion=id item=item.id label=item.label worth=worth /> }
                .into_any(),
        }
    });
    view! { <div class="options">{requires} {boxes} {counts.collect_view()}</div> }
}

/// Whether the requirement is met.
#[component]
fn Requirement(criterion: String, label: Text) -> impl IntoView {
    let session = Session::from_context();
    let met = session.entry_part(&criterion, |entry| entry.met);
    let at = field::part(&criterion, "met");
    let issue_at = at.clone();
    let id = StoredValue::new(criterion);
    let answers = [(true, words::yes as fn(_) -> _), (false, words::no)];
    let radios = answers.map(|(value, word)| {
        view! {
            <label class="option inline">
                <input
                    type="radio"
                    name=format!("met-{}", id.get_value())
                    value=value.to_string()
                    prop:checked=move || met.get() == Some(value)
                    on:change=move |_| {
                        session.edit_entry(&id.get_value(), |entry| entry.met = Some(value));
                    }
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
            data-field=at
            tabindex="-1"
            aria-label=move || name.get(session.lang.get()).to_owned()
        >
            <span>{move || label.get(session.lang.get()).to_owned()}</span>
            {radios.into_iter().collect_view()}
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}

/// Deductions that count once each: boxes, and «none of these defects».
#[component]
fn Defects(criterion: String, items: Vec<DeductionItem>) -> impl IntoView {
    let session = Session::from_context();
    let counts = session.entry_part(&criterion, |entry| entry.occurrences.clone());
    let met = session.entry_part(&criterion, |entry| entry.met);
    let first = items.first().map(|item| item.id.clone()).unwrap_or_default();
    let at = field::occurrences(&criterion, &first);
    let issue_at = at.clone();
    let ids: StoredValue<Vec<String>> =
        StoredValue::new(items.iter().map(|item| item.id.clone()).collect());
    let id = StoredValue::new(criterion);
    let none = move || {
        let zero = |item: &String| counts.with(|c| c.get(item).is_some_and(|n| n.trim() == "0"));
        ids.with_value(|ids| ids.iter().all(zero))
    };
    let boxes = items.into_iter().map(|item| {
        let own = item.id.clone();
        let value = item.id.clone();
        let ticked = move || {
            counts.with(|counts| counts.get(&own).is_some_and(|n| !matches!(n.trim(), "" | "0")))
        };
        view! {
            <Tick
                label=item.label
                worth=format!("−{}", item.each)
                ticked=Signal::derive(ticked)
                on_tick=move |on: bool| {
                    let value = value.clone();
                    session.edit_entry(&id.get_value(), move |entry| {
                        ids.with_value(|ids| for other in ids {
                            if entry.occurrences.get(other).is_some_and(|n| n.trim() == "0") {
                                entry.occurrences.remove(other);
                            }
                        });
                        if on {
                            entry.occurrences.insert(value, "1".into());
                        } else {
                            entry.occurrences.remove(&value);
                        }
                    });
                }
            />
        }
    });
    view! {
        <fieldset
            class="defects"
            data-field=at
            tabindex="-1"
            disabled=move || met.get() == Some(false)
        >
            {boxes.collect_view()}
            <NoneOfThese
                label=words::flags_none
                ticked=Signal::derive(none)
                on_tick=move |on: bool| {
                    session.edit_entry(&id.get_value(), |entry| {
                        for item in ids.get_value() {
                            if on {
                                entry.occurrences.insert(item, "0".into());
                            } else {
                                entry.occurrences.remove(&item);
                            }
                        }
                    });
                }
            />
            <Message issue=session.issue(move || issue_at.clone()) />
        </fieldset>
    }
}
