//! The table of units: figures side by side, what was found, and how far the check has come.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::results::{Row, kind_words};
use selfscore_core::scheme::Scheme;
use selfscore_wording::office as words;

use super::Text;
use super::seek::{SeekAndSort, is_sought};
use crate::session::{Desk, Session};

/// The section.
#[component]
pub fn UnitsSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let sought = RwSignal::new(String::new());
    let sorted = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let sought = sought.get();
        let mut rows: Vec<(usize, Row)> = desk.results.with(|results| {
            let fits = |row: &&Row| is_sought(desk, &row.unit, &sought);
            results.rows.iter().filter(fits).cloned().enumerate().collect()
        });
        Sort::of(&sorted.get()).sort(&mut rows);
        rows
    });
    let rows = move || {
        let scheme = desk.scheme.get();
        shown
            .get()
            .into_iter()
            .map(|(_, row)| view! { <UnitRow row=row scheme=scheme.clone() /> })
            .collect_view()
    };
    view! {
        <Show when=move || !desk.is_empty()>
            <div class="filters">
                <SeekAndSort name="office" sought=sought sorted=sorted ways=Sort::ways() />
            </div>
            // It may scroll, so it takes the focus.
            <div class="scrolls" tabindex="0" role="group" aria-label=session.t(words::part_units)>
                <table class="figures units">
                    <thead>
                        <tr>
                            <th scope="col">{session.t(words::unit)}</th>
                            <th scope="col" class="number">{session.t(words::claimed)}</th>
                            <th scope="col" class="number">{session.t(words::recomputed)}</th>
                            <th scope="col" class="number">{session.t(words::verified)}</th>
                            <th scope="col" class="number">{session.t(words::rank)}</th>
                            <th scope="col">{session.t(words::found)}</th>
                            <th scope="col">{session.t(words::state)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}

/// What the table is sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Rank,
    Findings,
    Difference,
    Unit,
}

impl Sort {
    fn ways() -> Vec<(&'static str, Text)> {
        vec![
            ("rank", words::sort_rank),
            ("findings", words::sort_findings),
            ("difference", words::sort_difference),
            ("unit", words::sort_unit),
        ]
    }

    fn of(name: &str) -> Self {
        match name {
            "findings" => Sort::Findings,
            "difference" => Sort::Difference,
            "unit" => Sort::Unit,
            _ => Sort::Rank,
        }
    }

    /// Sorts rows, which come in the order of their places.
    fn sort(self, rows: &mut [(usize, Row)]) {
        let found = |row: &Row| row.findings.iter().map(|(_, count)| count).sum::<usize>();
        match self {
            Sort::Rank => {}
            Sort::Findings => rows.sort_by_key(|(at, row)| (std::cmp::Reverse(found(row)), *at)),
            Sort::Difference => rows.sort_by_key(|(at, row)| (std::cmp::Reverse(off(row)), *at)),
            Sort::Unit => rows.sort_by(|(_, one), (_, other)| one.unit.cmp(&other.unit)),
        }
    }
}

/// How far the claimed total is from the recomputed one.
fn off(row: &Row) -> Option<Points> {
    Some(row.claimed?.apart(row.recomputed?))
}

#[component]
fn UnitRow(
    /// What it shows.
    row: Row,
    /// By which scheme.
    scheme: std::sync::Arc<Scheme>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let decimals = scheme.total_decimals();
    let figure = move |points: Option<Points>| match points {
        Some(points) => points.fixed(decimals),
        None => "–".to_owned(),
    };
    let claimed = match row.claimed {
        // With more places if the file has more: rounding would hide a difference.
        Some(points) => points.as_stated(decimals),
        None => "–".to_owned(),
    };
    let differs = off(&row).is_some_and(|off| off != Points::ZERO);
    let key =
        row.form.and_then(|at| desk.forms.with_untracked(|forms| Some(forms.get(at)?.key.clone())));
    let (unit, file) = (row.unit.clone(), row.file.clone());
    let name = move || match unit.is_empty() {
        true => words::no_unit(session.lang.get(), &file),
        false => desk.unmask(&unit),
    };
    let standing = row.standing;
    let findings = row.findings.clone();
    let found = move || {
        let lang = session.lang.get();
        let all: Vec<String> = findings
            .iter()
            .filter(|(code, _)| *code != "not_submitted")
            .map(|(code, count)| words::found_count(lang, kind_words(code, lang), count))
            .collect();
        if all.is_empty() {
            "–".to_owned()
        } else {
            format!("▲ {}", all.join(words::dot(lang)))
        }
    };
    view! {
        <tr data-unit=row.unit.clone() data-file=row.file.clone()>
            <th scope="row">
                {match key {
                    Some(key) => view! { <a href=format!("#/check/unit/{key}")>{name}</a> }.into_any(),
                    None => view! { <span>{name}</span> }.into_any(),
                }}
            </th>
            <td class="number" data-figure="claimed">{claimed}</td>
            <td class="number" class:differs=differs data-figure="recomputed">
                {differs.then_some("≠ ")}
                {figure(row.recomputed)}
            </td>
            <td class="number" data-figure="verified">{figure(row.verified)}</td>
            <td class="number" data-figure="rank">{row.rank.map_or("–".to_owned(), |rank| rank.to_string())}</td>
            <td>{found}</td>
            <td>{move || standing.words(session.lang.get())}</td>
        </tr>
    }
}
