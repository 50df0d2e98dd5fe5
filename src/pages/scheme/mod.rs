//! The scheme (方案) as the official table, clause by clause, open questions first.

use leptos::prelude::*;
use selfscore_core::scheme::{Basis, Clause, Indicator, Rule, Scheme};
use selfscore_wording::page as words;

use crate::parts::{ClauseView, Clauses, Gap};
use crate::session::Session;

/// The page.
#[component]
pub fn SchemePage() -> impl IntoView {
    let session = Session::from_context();
    let due = move || words::scheme_due(session.lang.get(), &session.scheme.get().file().due);
    let content = move || {
        let scheme = session.scheme.get();
        let file = scheme.file().clone();
        let digest = scheme.digest().to_owned();
        let title = file.title.clone();
        let units = file.units.clone();
        let count = units.len();
        let known = scheme.known_maximum();
        let open = open_questions(&scheme);
        view! {
            <h2>{move || title.get(session.lang.get()).to_owned()}</h2>
            <p>{due}</p>
            <section class="open-questions">
                <h3>{session.t(words::scheme_open_questions)}</h3>
                <p class="sub">{session.t(words::scheme_open_hint)}</p>
                <Clauses clauses=open />
                <Unscored scheme=scheme.clone() />
            </section>
            <section>
                <h3>{session.t(words::scheme_title)}</h3>
                <Table scheme=scheme />
                <p class="figure">
                    <b>{move || words::sum_known(session.lang.get(), known)}</b>
                </p>
            </section>
            <section>
                <h3>{session.t(words::scheme_general)}</h3>
                <Clauses clauses=file.clauses />
            </section>
            <section>
                <h3>{move || words::scheme_units(session.lang.get(), count)}</h3>
                <p>{move || {
                    let names: Vec<String> = units.iter().map(|unit| session.unmask(unit)).collect();
                    names.join("、")
                }}</p>
            </section>
            <p class="sub digest">{move || words::scheme_digest(session.lang.get(), &digest)}</p>
        }
    };
    view! { <div class="page scheme">{content}</div> }
}

/// Clauses that are read in one of several ways, assumed, or have a gap.
fn open_questions(scheme: &Scheme) -> Vec<Clause> {
    let general = scheme.file().clauses.iter();
    let all = general.chain(scheme.criteria().flat_map(|criterion| &criterion.clauses));
    all.filter(|clause| clause.basis != Basis::Notice || clause.gap.is_some()).cloned().collect()
}

/// Criteria whose rule the source does not give.
#[component]
fn Unscored(scheme: std::sync::Arc<Scheme>) -> impl IntoView {
    let session = Session::from_context();
    let recorded = scheme.indicators().flat_map(|indicator| {
        let number = indicator.number.clone();
        indicator.criteria.iter().filter_map(move |criterion| match &criterion.rule {
            Rule::Record(rule) => {
                Some((number.clone(), criterion.title.clone(), rule.reason.clone()))
            }
            _ => None,
        })
    });
    let items = recorded.collect::<Vec<_>>().into_iter().map(|(number, title, reason)| {
        view! {
            <li>
                <span class="mark">{number}</span>
                {move || title.get(session.lang.get()).to_owned()}
                <Gap gap=reason />
            </li>
        }
    });
    view! { <ul class="clauses">{items.collect_view()}</ul> }
}

#[component]
fn Table(scheme: std::sync::Arc<Scheme>) -> impl IntoView {
    let session = Session::from_context();
    let indicators: Vec<Indicator> = scheme.indicators().cloned().collect();
    view! {
        <table class="official">
            <thead>
                <tr>
                    <th scope="col">{session.t(words::column_number)}</th>
                    <th scope="col">{session.t(words::column_indicator)}</th>
                    <th scope="col">{session.t(words::content)}</th>
                    <th scope="col">{session.t(words::column_points)}</th>
                    <th scope="col">{session.t(words::column_clause)}</th>
                </tr>
            </thead>
            <tbody>
                {indicators.into_iter().map(|one| view! { <Row indicator=one /> }).collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn Row(indicator: Indicator) -> impl IntoView {
    let session = Session::from_context();
    let title = indicator.title.clone();
    let points = move || match indicator.points {
        Some(points) => points.to_string(),
        None => words::points_unknown(session.lang.get()).to_owned(),
    };
    let contents = indicator.contents.into_iter().map(|content| {
        let text = content.text;
        view! {
            <p>
                {move || session.unmask(text.get(session.lang.get()))}
                {content.gap.map(|gap| view! { " " <Gap gap=gap /> })}
            </p>
        }
    });
    let criteria = indicator.criteria.into_iter().map(|criterion| {
        let reason = match criterion.rule {
            Rule::Record(rule) => Some(rule.reason),
            _ => None,
        };
        view! {
            <ul class="clauses">
                {criterion
                    .clauses
                    .into_iter()
                    .map(|clause| view! { <li><ClauseView clause=clause /></li> })
                    .collect_view()}
            </ul>
            {reason.map(|reason| view! {
                <p class="gap">{move || reason.get(session.lang.get()).to_owned()}</p>
            })}
        }
    });
    view! {
        <tr>
            <td class="figure">{indicator.number}</td>
            <th scope="row">{move || title.get(session.lang.get()).to_owned()}</th>
            <td>{contents.collect_view()}</td>
            <td class="figure">{points}</td>
            <td>{criteria.collect_view()}</td>
        </tr>
    }
}
