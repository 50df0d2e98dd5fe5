//! Claimed, recomputed and verified figures of every criterion side by side.

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::scheme::Criterion;
use selfscore_core::scoring::State;
use selfscore_wording::{Lang, unit as words};

use super::OneForm;
use super::compared::{self, state};
use super::decisions::{clashes, standing};
use super::panel::Panel;
use crate::parts::exact;
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
            <tfoot role="rowgroup"><TotalRow form=form /></tfoot>
        </table>
    }
}

/// The totals: no sums of the rows where the scheme does anything else with them.
#[component]
fn TotalRow(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let totals = Memo::new(move |_| {
        form.kept.with(|kept| {
            let figures = kept.as_ref()?.figures.as_ref()?;
            Some((figures.claimed, figures.recomputed, figures.verified))
        })
    });
    let decimals = move || form.desk.scheme.with(|scheme| scheme.total_decimals());
    let full = move || form.desk.scheme.with(|scheme| exact(scheme.known_maximum()));
    let claimed = move || {
        let (claimed, ..) = totals.get()?;
        Some(compared::claimed(session.lang.get(), claimed, decimals()))
    };
    let recomputed = move || {
        let (claimed, recomputed, _) = totals.get()?;
        Some(compared::recomputed(session.lang.get(), claimed, recomputed, decimals()))
    };
    let verified = move || {
        let (_, recomputed, verified) = totals.get()?;
        Some(compared::verified(session.lang.get(), recomputed, verified, decimals()))
    };
    view! {
        <tr role="row" class="total" data-row="total">
            <th scope="row" role="rowheader">{session.t(words::total)}</th>
            <td role="cell" class="figure" data-label=session.t(words::full)>{full}</td>
            <td role="cell" class="figure" data-label=session.t(words::claimed)>{claimed}</td>
            <td role="cell" data-label=session.t(words::recomputed)>{recomputed}</td>
            <td role="cell" data-label=session.t(words::verified)>{verified}</td>
        </tr>
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
        compared::claimed(session.lang.get(), claimed, decimals())
    };
    let recomputed = move || {
        let lang = session.lang.get();
        let line = line.get()?;
        if line.state == State::NotApplicable {
            return Some(state("aside", "/", words::not_applicable(lang).to_owned()));
        }
        Some(compared::recomputed(lang, line.claimed, line.recomputed, decimals()))
    };
    let own = id.clone();
    let verified = move || {
        let lang = session.lang.get();
        let line = line.get()?;
        let standing = form.desk.verified.with(|all| standing(all, &form.unit.get(), &own));
        if clashes(&standing) {
            return Some(state("error", "✕", words::clash(lang).to_owned()));
        }
        Some(compared::verified(lang, line.recomputed, line.verified, decimals()))
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
