//! Fields for every rule but tasks.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::{
    Applies, ChecklistRule, ChoiceRule, CountRule, DeductionItem, DeductionRule,
};
use selfscore_core::text::Text;
use selfscore_wording::page as words;

use crate::browser::events;
use crate::parts::{Line, Message};
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
                <span class="worth figure">{option.points.to_string()}</span>
            </label>
        }
    });
    view! {
        <div class="options" data-field=at tabindex="-1">
            {options.collect_view()}
            <Message issue=session.issue(move || issue_at.clone()) />
        </div>
    }
}

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

/// A box with its points.
#[component]
fn Tick(
    label: Text,
    worth: String,
    ticked: Signal<bool>,
    on_tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="option">
            <input
                type="checkbox"
                prop:checked=ticked
                on:change=move |event| on_tick(events::ticked(&event))
            />
            <span>{move || label.get(session.lang.get()).to_owned()}</span>
            <span class="worth figure">{worth}</span>
        </label>
    }
}

/// The box that says that no other applies: an answer, unlike boxes left alone.
#[component]
fn NoneOfThese(
    label: fn(selfscore_wording::Lang) -> &'static str,
    ticked: Signal<bool>,
    on_tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <label class="option none">
            <input
                type="checkbox"
                prop:checked=ticked
                on:change=move |event| on_tick(events::ticked(&event))
            />
            <span>{session.t(label)}</span>
        </label>
    }
}

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
fn Times(
    criterion: String,
    item: String,
    label: Text,
    worth: String,
    #[prop(optional)] applies: Option<Applies>,
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
