//! A scheme as the official table: every clause with its basis, and the rule in words.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::scheme::{Basis, Clause, Criterion, Group, Indicator, Rule, Scheme, describe};
use selfscore_wording::{editor, page as words};

use crate::parts::{ClauseView, Clauses, Gap, heading};
use crate::session::Session;

/// The whole scheme: open questions first, then the table, the total, and who is assessed.
#[component]
pub fn SchemeView(
    /// The scheme.
    scheme: Arc<Scheme>,
) -> impl IntoView {
    let session = Session::from_context();
    let file = scheme.file().clone();
    let digest = scheme.digest().to_owned();
    let title = file.title.clone();
    let units = file.units.clone();
    let count = units.len();
    let due = file.due.clone();
    let open = open_questions(&scheme);
    let total = {
        let scheme = scheme.clone();
        move || {
            let said = describe::total(scheme.file(), session.lang.get());
            said.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()
        }
    };
    let classes = file.classes.iter().map(|class| {
        let (title, units) = (class.title.clone(), class.units.join("、"));
        view! { <p><b>{move || title.get(session.lang.get()).to_owned()}</b> " " {units}</p> }
    });
    let classes = classes.collect_view();
    let named = scheme.clone();
    view! {
        <h2>{move || title.get(session.lang.get()).to_owned()}</h2>
        <p>{move || words::scheme_due(session.lang.get(), &due)}</p>
        <section class="open-questions">
            <h3>{session.t(words::scheme_open_questions)}</h3>
            <p class="sub">{session.t(words::scheme_open_hint)}</p>
            <Clauses clauses=open />
            <Unscored scheme=scheme.clone() />
        </section>
        <section>
            <h3>{session.t(words::scheme_title)}</h3>
            <Table scheme=scheme />
        </section>
        <section>
            <h3>{session.t(editor::total_in_words)}</h3>
            <ul class="sentences">{total}</ul>
        </section>
        <section>
            <h3>{session.t(words::scheme_general)}</h3>
            <Clauses clauses=file.clauses />
        </section>
        <section>
            <h3>{move || words::scheme_units(session.lang.get(), count)}</h3>
            <p>{move || {
                let district = session.draft.with(|draft| draft.district.clone());
                let names = units.iter().map(|unit| named.unmask(unit, &district));
                names.collect::<Vec<_>>().join("、")
            }}</p>
            {classes}
        </section>
        <p class="sub digest">{move || words::scheme_digest(session.lang.get(), &digest)}</p>
    }
}

/// Clauses that are read in one of several ways, assumed, or have a gap.
fn open_questions(scheme: &Scheme) -> Vec<Clause> {
    let general = scheme.file().clauses.iter();
    let all = general.chain(scheme.criteria().flat_map(|criterion| &criterion.clauses));
    all.filter(|clause| clause.basis != Basis::Notice || clause.gap.is_some()).cloned().collect()
}

/// Criteria whose rule the source does not give.
#[component]
fn Unscored(scheme: Arc<Scheme>) -> impl IntoView {
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
fn Table(scheme: Arc<Scheme>) -> impl IntoView {
    let groups = scheme.file().groups.clone();
    // A table of one group has nothing to tell apart.
    let alone = groups.len() == 1 && groups[0].groups.is_empty();
    let groups = groups.into_iter().map(move |group| {
        view! { <Part scheme=scheme.clone() group=group level=4 alone=alone /> }
    });
    groups.collect_view()
}

/// A group: its words, its indicators, the groups below.
#[component]
fn Part(scheme: Arc<Scheme>, group: Group, level: usize, alone: bool) -> impl IntoView {
    let session = Session::from_context();
    let title = group.title.clone();
    let said = {
        let (scheme, group) = (scheme.clone(), group.clone());
        move || {
            describe::group(scheme.file(), &group, session.lang.get())
                .join(session.lang.get().pick("", " "))
        }
    };
    let head =
        heading(level, None, "", (move || title.get(session.lang.get()).to_owned()).into_any());
    let rows = group.indicators.clone().into_iter().map(|indicator| {
        view! { <Row scheme=scheme.clone() indicator=indicator /> }
    });
    let rows = rows.collect_view();
    let below = group.groups.into_iter().map(|group| {
        view! { <Part scheme=scheme.clone() group=group level=level + 1 alone=false /> }.into_any()
    });
    let below = below.collect_view();
    let column = move |text: fn(selfscore_wording::Lang) -> &'static str| {
        view! { <th scope="col">{session.t(text)}</th> }
    };
    view! {
        {(!alone).then_some(head)}
        <p class="sub">{said}</p>
        {(!group.indicators.is_empty()).then(|| view! {
            <table class="official">
                <thead>
                    <tr>
                        {column(words::column_number)}
                        {column(words::column_indicator)}
                        {column(words::content)}
                        {column(words::column_points)}
                        {column(words::column_clause)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        })}
        {below}
    }
}

#[component]
fn Row(scheme: Arc<Scheme>, indicator: Indicator) -> impl IntoView {
    let session = Session::from_context();
    let title = indicator.title.clone();
    let unmask = {
        let scheme = scheme.clone();
        move |text: &str| {
            let district = session.draft.with(|draft| draft.district.clone());
            scheme.unmask(text, &district)
        }
    };
    let gap = indicator.contents.iter().any(|content| content.gap.is_some());
    let points = move || match indicator.points {
        Some(points) => points.to_string(),
        None if gap => words::points_unknown(session.lang.get()).to_owned(),
        None => "–".to_owned(),
    };
    let contents = indicator.contents.into_iter().map(|content| {
        let (text, unmask) = (content.text, unmask.clone());
        view! {
            <p>
                {move || unmask(text.get(session.lang.get()))}
                {content.gap.map(|gap| view! { " " <Gap gap=gap /> })}
            </p>
        }
    });
    let contents = contents.collect_view();
    let several = indicator.criteria.len() > 1;
    let criteria = indicator.criteria.into_iter().map(|criterion| {
        view! { <OneCriterion scheme=scheme.clone() criterion=criterion several=several /> }
    });
    view! {
        <tr>
            <td class="figure">{indicator.number}</td>
            <th scope="row">{move || title.get(session.lang.get()).to_owned()}</th>
            <td>{contents}</td>
            <td class="figure">{points}</td>
            <td>{criteria.collect_view()}</td>
        </tr>
    }
}

/// A criterion: the clauses, and what the program does by them.
#[component]
fn OneCriterion(scheme: Arc<Scheme>, criterion: Criterion, several: bool) -> impl IntoView {
    let session = Session::from_context();
    let title = criterion.title.clone();
    let clauses = criterion.clauses.clone().into_iter();
    let clauses = clauses.map(|clause| view! { <li><ClauseView clause=clause /></li> });
    let said = move || {
        describe::criterion(scheme.file(), &criterion, session.lang.get())
            .join(session.lang.get().pick("", " "))
    };
    view! {
        {several.then(|| view! { <b>{move || title.get(session.lang.get()).to_owned()}</b> })}
        <ul class="clauses">{clauses.collect_view()}</ul>
        <p class="rule"><b>{session.t(editor::rule_in_words)}</b> " " {said}</p>
    }
}
