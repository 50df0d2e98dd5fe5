//! Claimed, recomputed and verified figures of every criterion side by side.

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::points::Points;
use selfscore_core::scheme::Criterion;
use selfscore_core::scoring::State;
use selfscore_wording::{Lang, unit as words};

use super::OneForm;
use super::decisions::{clashes, standing};
use super::panel::Panel;
use crate::parts::{exact, shown};
use crate::session::Session;

/// The table.
#[component]
pub fn FiguresTable(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let rows = move || {
        let scheme = form.desk.scheme.get();
        let counted = scheme.criteria().enumerate().filter(|(_, criterion)| criterion.counted());
        counted
            .map(|(at, criterion)| view! { <Row form=form at=at criterion=criterion.clone() /> })
            .collect_view()
    };
    view! {
        <h4>{session.t(words::figures)}</h4>
        <p class="sub">{session.t(words::figures_hint)}</p>
        <table class="side-by-side" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{session.t(words::item)}</th>
                    <th scope="col" role="columnheader">{session.t(words::full)}</th>
                    <th scope="col" role="columnheader">{session.t(words::claimed)}</th>
                    <th scope="col" role="columnheader">{session.t(words::recomputed)}</th>
                    <th scope="col" role="columnheader">{session.t(words::verified)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

/// A criterion, and below it what is behind its figures once it is opened.
#[component]
fn Row(
    form: OneForm,
    /// Its place among the scheme's criteria.
    at: usize,
    criterion: Criterion,
) -> impl IntoView {
    let session = Session::from_context();
    let line: Memo<Option<LineFigures>> = Memo::new(move |_| {
        form.kept.with(|kept| kept.as_ref()?.figures.as_ref()?.lines.get(at).copied())
    });
    let open = RwSignal::new(false);
    let decimals = move || form.desk.scheme.with(|scheme| scheme.decimals());
    let id = criterion.id.clone();
    let panel = format!("unit-panel-{id}");
    let title = criterion.title.clone();
    let full = criterion.maximum();
    let claimed = move || {
        let claimed = line.get().and_then(|line| line.claimed);
        claimed.map_or(words::not_stated(session.lang.get()).to_owned(), |points| {
            shown(points, decimals())
        })
    };
    let recomputed = move || {
        let lang = session.lang.get();
        let line = line.get()?;
        if line.state == State::NotApplicable {
            return Some(state("aside", "/", words::not_applicable(lang).to_owned()));
        }
        let beside = line.claimed.map(|claimed| {
            let compared = (words::same(lang), words::more as Words, words::less as Words);
            difference(lang, claimed, line.recomputed, decimals(), compared)
        });
        Some(figure("recomputed", Some(line.recomputed), decimals(), beside))
    };
    let own = id.clone();
    let verified = move || {
        let lang = session.lang.get();
        let line = line.get()?;
        let standing = form.desk.verified.with(|all| standing(all, &form.unit.get(), &own));
        if clashes(&standing) {
            return Some(state("error", "✕", words::clash(lang).to_owned()));
        }
        let Some(points) = line.verified else {
            return Some(state("aside", "–", words::not_verified(lang).to_owned()));
        };
        let compared = (
            words::same_recomputed(lang),
            words::more_recomputed as Words,
            words::less_recomputed as Words,
        );
        let beside = difference(lang, line.recomputed, points, decimals(), compared);
        Some(figure("verified", Some(points), decimals(), Some(beside)))
    };
    let controls = panel.clone();
    let criterion = StoredValue::new(criterion);
    let label = move |text: fn(Lang) -> &'static str| move || text(session.lang.get());
    view! {
        <tr role="row" data-criterion=id>
            <th scope="row" role="rowheader">
                <button
                    type="button"
                    class="opens"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=controls
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <span aria-hidden="true">{move || if open.get() { "▾ " } else { "▸ " }}</span>
                    {move || title.get(session.lang.get()).to_owned()}
                </button>
            </th>
            <td role="cell" class="figure" data-label=label(words::full)>{exact(full)}</td>
            <td role="cell" class="figure" data-label=label(words::claimed) data-figure="claimed">{claimed}</td>
            <td role="cell" data-label=label(words::recomputed)>{recomputed}</td>
            <td role="cell" data-label=label(words::verified)>{verified}</td>
        </tr>
        <tr role="row" class="behind" id=panel hidden=move || !open.get()>
            <td role="cell" colspan="5">
                <Show when=move || open.get()>
                    <Panel form=form criterion=criterion line=line />
                </Show>
            </td>
        </tr>
    }
}

type Words = fn(Lang, String) -> String;

/// How a figure differs from the one before it: class, sign, words.
fn difference(
    lang: Lang,
    before: Points,
    after: Points,
    decimals: u32,
    (same, more, less): (&'static str, Words, Words),
) -> (&'static str, &'static str, String) {
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => ("done", "＝", same.to_owned()),
        std::cmp::Ordering::Greater => {
            ("warning", "▲", more(lang, shown(after.minus(before), decimals)))
        }
        std::cmp::Ordering::Less => {
            ("warning", "▼", less(lang, shown(before.minus(after), decimals)))
        }
    }
}

fn figure(
    name: &'static str,
    points: Option<Points>,
    decimals: u32,
    beside: Option<(&'static str, &'static str, String)>,
) -> AnyView {
    view! {
        <span class="figure" data-figure=name>{points.map(|points| shown(points, decimals))}</span>
        " "
        {beside.map(|(class, sign, words)| state(class, sign, words))}
    }
    .into_any()
}

fn state(class: &'static str, sign: &'static str, words: String) -> AnyView {
    view! {
        <span class=format!("state {class}")>
            <span class="sign" aria-hidden="true">{sign}</span>
            {words}
        </span>
    }
    .into_any()
}
