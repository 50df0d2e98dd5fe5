//! Everything that was found, with what was stated, what was recomputed, and the remedy.

use std::collections::BTreeSet;

use leptos::prelude::*;
use selfscore_core::batch::Finding;
use selfscore_core::results::kind_words;
use selfscore_wording::office as words;

use super::Text;
use super::seek::{SeekAndSort, is_sought};
use crate::browser::events;
use crate::session::{Desk, Session};

/// How many are shown at once; the rest is a button away.
const SHOWN: usize = 200;

/// The section.
#[component]
pub fn FindingsSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let (kind, unit) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sorted = RwSignal::new(String::new());
    let ways: Vec<(&'static str, Text)> = vec![("kind", words::kind), ("unit", words::sort_unit)];
    let most = RwSignal::new(SHOWN);
    let kinds = Memo::new(move |_| {
        desk.outcome.with(|outcome| {
            let codes = outcome.findings.iter().map(|found| found.what.code());
            codes.collect::<BTreeSet<&'static str>>()
        })
    });
    let found = Memo::new(move |_| {
        let (kind, sought) = (kind.get(), unit.get());
        let fits = |found: &&Finding| {
            (kind.is_empty() || found.what.code() == kind) && is_sought(desk, &found.unit, &sought)
        };
        let mut all: Vec<Finding> =
            desk.outcome.with(|outcome| outcome.findings.iter().filter(fits).cloned().collect());
        match sorted.get().as_str() {
            "unit" => all.sort_by(|one, other| one.unit.cmp(&other.unit)),
            _ => all.sort_by_key(|found| order(found.what.code())),
        }
        all
    });
    let options = move || {
        let lang = session.lang.get();
        let option = |code: &'static str| view! { <option value=code>{kind_words(code, lang).to_owned()}</option> };
        kinds.get().into_iter().map(option).collect_view()
    };
    let rows = move || {
        let all = found.get();
        all.into_iter()
            .take(most.get())
            .map(|found| view! { <FindingRow found=found /> })
            .collect_view()
    };
    view! {
        <div class="filters">
            <label>
                <span>{session.t(words::kind)}</span>
                <select
                    data-field="finding-kind"
                    on:change=move |event| kind.set(events::text_of(&event))
                >
                    <option value="">{session.t(words::all_kinds)}</option>
                    {options}
                </select>
            </label>
            <SeekAndSort name="finding" sought=unit sorted=sorted ways=ways />
        </div>
        <p role="status">{move || words::findings_shown(session.lang.get(), found.with(Vec::len))}</p>
        <div class="scrolls" tabindex="0" role="group" aria-label=session.t(words::part_findings)>
            <table class="figures findings">
                <thead>
                    <tr>
                        <th scope="col">{session.t(words::unit)}</th>
                        <th scope="col">{session.t(words::kind)}</th>
                        <th scope="col">{session.t(words::what)}</th>
                        <th scope="col" class="number">{session.t(words::stated)}</th>
                        <th scope="col" class="number">{session.t(words::recomputed)}</th>
                        <th scope="col">{session.t(words::remedy)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Show when=move || found.with(|found| found.len() > most.get())>
            <button type="button" on:click=move |_| most.update(|most| *most += SHOWN)>
                {session.t(words::more)}
            </button>
        </Show>
    }
}

/// What stops a form from counting comes first, what is to be asked about last.
fn order(code: &str) -> usize {
    const ORDER: [&str; 15] = [
        "unreadable",
        "newer_version",
        "other_scheme",
        "unknown_unit",
        "not_submitted",
        "late",
        "duplicate",
        "changed_after_export",
        "figures_differ",
        "task_missing",
        "task_unassigned",
        "role_differs",
        "accounts_differ",
        "incomplete",
        "evidence_missing",
    ];
    ORDER.iter().position(|known| *known == code).unwrap_or(ORDER.len())
}

#[component]
fn FindingRow(
    /// What it shows.
    found: Finding,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let place = found.form;
    let key = Memo::new(move |before: Option<&Option<String>>| {
        // Forms and outcome agree on places only then.
        if desk.working.get() {
            return before.cloned().flatten();
        }
        desk.key_at(place?)
    });
    let decimals = desk.scheme.with_untracked(|scheme| match found.criterion {
        Some(_) => scheme.decimals(),
        None => scheme.total_decimals(),
    });
    let claimed = found.claimed.map(|points| points.as_stated(decimals));
    let recomputed = found.recomputed.map(|points| points.fixed(decimals));
    let code = found.what.code();
    let (unit, file) = (found.unit.clone(), found.file.clone());
    let name = move || match unit.is_empty() {
        true => file.clone(),
        false => desk.unmask(&unit),
    };
    let (message, remedy) = (found.clone(), found.clone());
    view! {
        <tr data-code=code data-unit=found.unit.clone()>
            <th scope="row">
                {move || match key.get() {
                    Some(key) => view! { <a href=format!("#/check/unit/{key}")>{name.clone()}</a> }.into_any(),
                    None => view! { <span>{name.clone()}</span> }.into_any(),
                }}
                <span class="sub">{found.file.clone()}</span>
            </th>
            <td>{move || kind_words(code, session.lang.get()).to_owned()}</td>
            <td>{move || desk.unmask(&desk.scheme.with(|scheme| message.message(scheme, session.lang.get())))}</td>
            <td class="number">{claimed}</td>
            <td class="number">{recomputed}</td>
            <td>{move || remedy.remedy(session.lang.get())}</td>
        </tr>
    }
}
