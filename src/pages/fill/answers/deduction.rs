//! From full marks, less something for each event.

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::points::Points;
use selfscore_core::scheme::{DeductionItem, DeductionRule, Further};
use selfscore_wording::{Lang, answers as words, page};

use super::YesNo;
use super::count::Times;
use super::number::{Number, Span};
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
    let session = Session::from_context();
    let (boxes, counts): (Vec<_>, Vec<_>) = rule.items.into_iter().partition(|item| item.once);
    let requires = rule.requires.map(|requires| {
        let met = session.entry_part(&criterion, |entry| entry.met);
        let id = criterion.clone();
        view! {
            <YesNo
                label=requires.label
                field=field::part(&criterion, "met")
                value=met
                on_answer=move |yes| session.edit_entry(&id, |entry| entry.met = Some(yes))
            />
        }
    });
    let boxes = (!boxes.is_empty()).then(|| {
        view! { <Defects criterion=criterion.clone() items=boxes /> }
    });
    let counts = counts.into_iter().map(|item| {
        let id = criterion.clone();
        let claimed = claim_off(&criterion, &item);
        let further = (!item.further.is_empty()).then(|| {
            let further = item.further.clone();
            view! { <p class="sub">{move || further_words(&further, session.lang.get())}</p> }
        });
        let worth = worth(session, &item);
        let times = match item.applies {
            Some(applies) => view! {
                <Times criterion=id item=item.id label=item.label worth=worth applies=applies />
            }
            .into_any(),
            None => view! { <Times criterion=id item=item.id label=item.label worth=worth /> }
                .into_any(),
        };
        view! { {times} {further} {claimed} }
    });
    view! { <div class="options">{requires} {boxes} {counts.collect_view()}</div> }
}

/// What each costs.
fn worth(session: Session, item: &DeductionItem) -> Signal<String> {
    let (each, most) = (item.each, item.most);
    Signal::derive(move || match most {
        Some(most) => words::span(session.lang.get(), format!("−{each}"), format!("−{most}")),
        // What costs nothing by itself has its points further on.
        None if each == Points::ZERO => String::new(),
        None => format!("−{each}"),
    })
}

fn further_words(further: &[Further], lang: Lang) -> String {
    let each = further.iter().map(|further| words::further(lang, further.from, further.points));
    each.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// The points off that are claimed for an item which is judged within a range, once it happened.
fn claim_off(criterion: &str, item: &DeductionItem) -> Option<impl IntoView + use<>> {
    let session = Session::from_context();
    item.most?;
    let key = item.id.clone();
    let times = session.answered(criterion, move |answer| {
        answer.occurrences.as_ref().and_then(|all| all.get(&key)).copied().unwrap_or_default()
    });
    let id = item.id.clone();
    let at = field::claims(criterion, &id);
    let criterion = criterion.to_owned();
    let item = item.clone();
    Some(move || {
        let claimable = item.claimable(times.get()).filter(|_| times.get() > 0);
        claimable.map(|(least, most)| {
            let span = Span::points(session, least, most);
            let key = id.clone();
            let value = session.entry_part(&criterion, move |entry| {
                entry.claims.get(&key).cloned().unwrap_or_default()
            });
            let label = item.label.clone();
            let name = Signal::derive(move || {
                words::claim_off(session.lang.get(), label.get(session.lang.get()))
            });
            let (criterion, key) = (criterion.clone(), id.clone());
            view! {
                <Number
                    label=name
                    span=span
                    value=value
                    on_text=move |text| {
                        session.edit_entry(&criterion, |entry| {
                            entry.claims.insert(key.clone(), text);
                        });
                    }
                    field=at.clone()
                />
            }
        })
    })
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
    let claims: Vec<_> =
        id.with_value(|id| items.iter().filter_map(|item| claim_off(id, item)).collect());
    let boxes = items.into_iter().map(|item| {
        let worth = worth(session, &item);
        let own = item.id.clone();
        let value = item.id.clone();
        let ticked = move || {
            counts.with(|counts| counts.get(&own).is_some_and(|n| !matches!(n.trim(), "" | "0")))
        };
        view! {
            <Tick
                label=item.label
                worth=worth
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
                label=page::flags_none
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
            {claims.into_iter().collect_view()}
        </fieldset>
    }
}
