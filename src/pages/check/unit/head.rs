//! Whose form it is, where it stands, and the way to the others.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_wording::unit as words;

use super::{OneForm, address};
use crate::browser::events;
use crate::parts::shown;
use crate::session::Session;

/// The head of the page.
#[component]
pub fn Head(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    let name = move || {
        let unit = form.unit.get();
        match (unit.is_empty(), form.held.get()) {
            (false, Some(held)) => desk.name_of(&held, &unit),
            _ => words::no_unit(session.lang.get()).to_owned(),
        }
    };
    let file = move || form.held.with(|held| held.as_ref().map(|held| held.file.clone()));
    let own_date = move || {
        form.held.with(|held| held.as_ref().map(|held| held.received.clone())).unwrap_or_default()
    };
    let otherwise = move || {
        let (lang, date) = (session.lang.get(), desk.received.get());
        match date.is_empty() {
            true => words::received_nobody(lang).to_owned(),
            false => words::received_hint(lang, date),
        }
    };
    let state = move || {
        let lang = session.lang.get();
        form.kept.with(|kept| {
            let kept = kept.as_ref()?;
            Some(desk.scheme.with(|scheme| kept.progress(scheme)).words(lang))
        })
    };
    let rank = move || {
        let (lang, place) = (session.lang.get(), form.place.get());
        let rank = desk.results.with(|results| {
            results.rows.iter().find(|row| row.form == place).and_then(|row| row.rank)
        });
        rank.map_or(words::no_place(lang).to_owned(), |rank| words::place_of(lang, rank))
    };
    let on_date = move |event: web_sys::Event| {
        if let Some(place) = form.place.get_untracked() {
            desk.set_received(place, events::text_of(&event));
        }
    };
    view! {
        <Ways form=form />
        <h3 data-unit="">{name}</h3>
        <div class="facts">
            <p data-fact="file">
                <span>{session.t(words::file)}</span>
                " "
                <bdi>{file}</bdi>
            </p>
            <label>
                <span>{session.t(words::received)}</span>
                <input
                    type="date"
                    data-field="unit-received"
                    aria-describedby="unit-received-hint"
                    prop:value=own_date
                    on:change=on_date
                />
                <span class="sub" id="unit-received-hint">{otherwise}</span>
            </label>
            <p data-fact="state">
                <span>{session.t(words::state)}</span>
                " "
                <b>{state}</b>
            </p>
            <p data-fact="place">
                <span>{session.t(words::place)}</span>
                " "
                <b>{rank}</b>
            </p>
            <Totals form=form />
        </div>
        <Instead form=form />
        <div class="commands">
            <button type="button" disabled=move || !desk.can_undo() on:click=move |_| desk.undo()>
                <span aria-hidden="true">"↶ "</span>
                {session.t(words::undo)}
            </button>
            <button
                type="button"
                on:click=move |_| {
                    if let Some(place) = form.place.get_untracked() {
                        desk.remove(place);
                    }
                }
            >
                {session.t(words::take_off)}
            </button>
        </div>
    }
}

/// The totals, claimed, recomputed, verified.
#[component]
fn Totals(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let totals = move || {
        let lang = session.lang.get();
        let decimals = form.desk.scheme.with(|scheme| scheme.total_decimals());
        let figures = form.kept.with(|kept| kept.as_ref()?.figures.clone())?;
        let text = |points: Option<Points>, none: &'static str| {
            points.map_or(none.to_owned(), |points| shown(points, decimals))
        };
        let all = [
            ("claimed", words::claimed(lang), text(figures.claimed, words::not_stated(lang))),
            ("recomputed", words::recomputed(lang), text(Some(figures.recomputed), "")),
            ("verified", words::verified(lang), text(figures.verified, words::not_verified(lang))),
        ];
        let one = |(name, label, text): (&'static str, &'static str, String)| {
            view! {
                <span class="total-of">
                    {label}
                    " "
                    <b class="figure" data-total-of=name>{text}</b>
                </span>
                " "
            }
        };
        Some(all.map(one).into_iter().collect_view())
    };
    view! {
        <p data-fact="totals">
            <span>{session.t(words::totals)}</span>
            " "
            {totals}
        </p>
    }
}

/// That another form of the unit counts, where one does.
#[component]
fn Instead(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    move || {
        let other = form.kept.with(|kept| kept.as_ref()?.superseded_by)?;
        let file =
            desk.outcome.with(|outcome| outcome.forms.get(other).map(|kept| kept.file.clone()))?;
        let key = desk.key_at(other)?;
        Some(view! {
            <p class="gap">
                {session.t(words::counts_instead)}
                " "
                <a href=address(&key) data-counts-instead=""><bdi>{file}</bdi></a>
            </p>
        })
    }
}

/// Back to the table, and to the units before and after in it.
#[component]
fn Ways(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    let neighbours = Memo::new(move |_| {
        let place = form.place.get()?;
        let forms: Vec<usize> =
            desk.results.with(|results| results.rows.iter().filter_map(|row| row.form).collect());
        let at = forms.iter().position(|form| *form == place)?;
        let before = at.checked_sub(1).and_then(|at| forms.get(at).copied());
        Some([before, forms.get(at + 1).copied()])
    });
    let link = move |which: usize| {
        let other = neighbours.get()?[which]?;
        let unit =
            desk.outcome.with(|outcome| outcome.forms.get(other).map(|kept| kept.unit.clone()))?;
        let key = desk.key_at(other)?;
        let (rel, text, sign): (_, fn(selfscore_wording::Lang) -> &'static str, _) = match which {
            0 => ("prev", words::previous, "‹ "),
            _ => ("next", words::next, "› "),
        };
        Some(view! {
            <a class="button" rel=rel href=address(&key)>
                <span aria-hidden="true">{sign}</span>
                {session.t(text)}
                " "
                <bdi>{move || desk.unmask(&unit)}</bdi>
            </a>
        })
    };
    view! {
        <nav class="commands" aria-label=session.t(words::ways)>
            <a class="button" href="#/check">{session.t(words::back)}</a>
            {move || link(0)}
            {move || link(1)}
        </nav>
    }
}
