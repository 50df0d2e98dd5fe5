//! The table of units: where each stands, its page, and its feedback.

use leptos::prelude::*;
use selfscore_core::batch::{Basis, Progress};
use selfscore_core::points::Points;
use selfscore_core::results::{Row, Standing};
use selfscore_core::scheme::Scheme;
use selfscore_wording::{Lang, outcome as words, results as titles};

use crate::parts::shown;
use crate::session::{Desk, Session};

/// A text in the language asked for.
type Words = fn(Lang) -> &'static str;

/// The table.
#[component]
pub fn UnitsTable() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let rows = move || {
        let lang = session.lang.get();
        let scheme = desk.scheme.get();
        desk.results.with(|results| {
            let rows = results.rows.iter().map(|one| row(desk, &scheme, one, lang));
            rows.collect_view()
        })
    };
    let headings: [(Words, &str); 8] = [
        (titles::rank, "figure"),
        (titles::unit, ""),
        (titles::claimed, "figure"),
        (titles::recomputed, "figure"),
        (titles::verified, "figure"),
        (titles::state, ""),
        (titles::grade, ""),
        (words::feedback, "off-paper"),
    ];
    let headings = headings.map(|(heading, class)| {
        view! { <th scope="col" class=class>{session.t(heading)}</th> }
    });
    view! {
        // It may scroll, so it takes the focus.
        <div class="steps" tabindex="0" role="group" aria-label=session.t(titles::title)>
            <table class="data" data-table="units">
                <thead><tr>{headings.into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(desk: Desk, scheme: &Scheme, row: &Row, lang: Lang) -> impl IntoView + use<> {
    let places = scheme.total_decimals();
    let figure = move |points: Option<Points>| {
        let text = points.map_or_else(|| "–".to_owned(), |points| shown(points, places));
        view! { <td class="figure">{text}</td> }
    };
    let held = row.form.and_then(|at| desk.forms.with(|forms| forms.get(at).cloned()));
    let (own, unit) = match row.unit.is_empty() {
        true => (row.file.clone(), row.file.clone()),
        false => (row.unit.clone(), desk.unmask(&row.unit)),
    };
    let name = unit.clone();
    let link = match &held {
        Some(held) => view! { <a href=format!("#/check/unit/{}", held.key)>{unit}</a> }.into_any(),
        None => view! { <span>{unit}</span> }.into_any(),
    };
    let (class, sign, state) = standing(scheme, row, lang);
    let grade = row.grade.as_ref().map(|grade| grade.get(lang).to_owned());
    let can_answer = held.as_ref().is_some_and(|held| held.form().is_some());
    let feedback = row.form.filter(|_| can_answer).map(|at| {
        view! {
            <button
                type="button"
                data-feedback=own
                aria-label=words::feedback_for(lang, &name)
                disabled=move || desk.working.get()
                on:click=move |_| desk.save_feedback(at)
            >
                {words::feedback(lang)}
            </button>
        }
    });
    view! {
        <tr data-unit=row.unit.clone()>
            <td class="figure">{row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string())}</td>
            <th scope="row">{link}</th>
            {figure(row.claimed)}
            {figure(row.recomputed)}
            {figure(row.verified)}
            <td>
                <span class=format!("state {class}")><span aria-hidden="true">{sign}</span>{state}</span>
            </td>
            <td>{grade.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="off-paper">{feedback}</td>
        </tr>
    }
}

/// How far a unit's check has come: style, sign, words.
fn standing(scheme: &Scheme, row: &Row, lang: Lang) -> (&'static str, &'static str, String) {
    let words_of = |standing: Standing| standing.words(lang).to_owned();
    match row.standing {
        Standing::NotSubmitted => {
            let due = &scheme.file().due;
            let text = match Basis::of(scheme).forfeits() {
                true => words::absent(lang, due),
                false => words::absent_only(lang, due),
            };
            ("error", "✕ ", text)
        }
        Standing::Form(Progress::Forfeited) => {
            let received = row.received.as_deref().unwrap_or_default();
            ("error", "✕ ", words::late(lang, received))
        }
        standing @ Standing::Form(Progress::SentBack) => ("error", "✕ ", words_of(standing)),
        standing @ Standing::Form(Progress::Verified) => ("done", "✓ ", words_of(standing)),
        standing => ("aside", "○ ", words_of(standing)),
    }
}
