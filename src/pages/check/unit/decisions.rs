//! What was decided on a criterion, in the order of time; and where two colleagues decided differently.

use std::collections::BTreeSet;

use leptos::prelude::*;
use selfscore_core::scheme::Criterion;
use selfscore_core::verify::{Decision, Verified};
use selfscore_wording::{Lang, unit as words};

use super::OneForm;
use crate::browser::clock;
use crate::parts::{date_shown, shown};
use crate::session::Session;

/// The decisions that stand for a criterion of a unit.
pub fn standing(all: &Verified, unit: &str, criterion: &str) -> Vec<Decision> {
    all.standing(unit, criterion).into_iter().cloned().collect()
}

/// Whether decisions that stand say different things.
pub fn clashes(standing: &[Decision]) -> bool {
    standing.windows(2).any(|pair| pair[0].points != pair[1].points)
}

/// The list, and the choice where decisions clash.
#[component]
pub fn Decisions(
    form: OneForm,
    criterion: StoredValue<Criterion>,
    /// Whether decisions can be made here.
    settles: Memo<bool>,
) -> impl IntoView {
    let session = Session::from_context();
    let id = move || criterion.with_value(|one| one.id.clone());
    let all = Memo::new(move |_| {
        let (unit, id) = (form.unit.get(), id());
        form.desk.verified.with(|verified| {
            let all = verified.all();
            let own = |one: &&&Decision| one.unit == unit && one.criterion == id;
            let replaced: BTreeSet<&String> = all.iter().flat_map(|one| &one.replaces).collect();
            let told = |one: &&Decision| ((*one).clone(), replaced.contains(&one.id));
            all.iter().filter(own).map(told).collect::<Vec<_>>()
        })
    });
    let clashing = Memo::new(move |_| {
        let standing: Vec<Decision> =
            all.get().into_iter().filter(|(_, gone)| !gone).map(|(one, _)| one).collect();
        if clashes(&standing) { standing } else { Vec::new() }
    });
    let decimals = move || form.desk.scheme.with(|scheme| scheme.decimals());
    let list = move || {
        let (lang, decimals) = (session.lang.get(), decimals());
        let all = all.get();
        match all.is_empty() {
            true => view! { <p class="sub">{words::no_decisions(lang)}</p> }.into_any(),
            false => {
                let entry = |(decision, gone): (Decision, bool)| {
                    let told = told(&decision, decimals, lang);
                    let (class, sign, word) = match gone {
                        true => ("aside", "–", words::replaced(lang)),
                        false => ("done", "✓", words::stands(lang)),
                    };
                    view! {
                        <li data-decision=class>
                            {match gone {
                                true => view! { <s>{told}</s> }.into_any(),
                                false => view! { <span>{told}</span> }.into_any(),
                            }}
                            " "
                            <span class=format!("state {class}")>
                                <span class="sign" aria-hidden="true">{sign}</span>
                                {word}
                            </span>
                        </li>
                    }
                };
                view! { <ol class="decisions">{all.into_iter().map(entry).collect_view()}</ol> }
                    .into_any()
            }
        }
    };
    let refused = RwSignal::new(None::<String>);
    let choose = move |chosen: &Decision| {
        let made =
            form.desk.decide(&form.unit.get_untracked(), &id(), chosen.points, &chosen.reason);
        refused.set(made.err().map(|why| why.message(session.lang.get_untracked())));
    };
    let choice = move || {
        let (lang, decimals) = (session.lang.get(), decimals());
        let clashing = clashing.get();
        let option = |decision: Decision| {
            let told = told(&decision, decimals, lang);
            let label = format!("{} {told}", words::choose(lang));
            view! {
                <li>
                    {told}
                    " "
                    {settles.get().then(|| view! {
                        <button type="button" aria-label=label on:click=move |_| choose(&decision)>
                            {words::choose(lang)}
                        </button>
                    })}
                </li>
            }
        };
        (!clashing.is_empty()).then(|| view! {
            <div class="clash" role="group" aria-label=words::clash(lang)>
                <p>
                    <span class="state error"><span class="sign" aria-hidden="true">"✕"</span>{words::clash(lang)}</span>
                    " "
                    {words::clash_hint(lang)}
                </p>
                <ul>{clashing.into_iter().map(option).collect_view()}</ul>
                <p class="error" aria-live="polite">{move || refused.get()}</p>
            </div>
        })
    };
    view! {
        <h5>{session.t(words::decisions)}</h5>
        {list}
        {choice}
    }
}

/// Who decided what, when and why.
fn told(decision: &Decision, decimals: u32, lang: Lang) -> String {
    let points = match decision.points {
        Some(points) => words::decision_points(lang, shown(points, decimals)),
        None => words::decision_back(lang).to_owned(),
    };
    let when = date_shown(&decision.at, &clock::now_rfc3339());
    let parts = [when, decision.reviewer.clone(), points, decision.reason.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
