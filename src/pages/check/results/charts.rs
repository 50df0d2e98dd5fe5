//! What people would rather look at than read: totals, points lost, a unit against the median.

use leptos::prelude::*;
use selfscore_core::batch::Outcome;
use selfscore_core::points::Points;
use selfscore_core::results::{Medians, Named, Total, lost, lost_table, totals};
use selfscore_core::scheme::Scheme;
use selfscore_wording::{Lang, outcome as words, results as titles};

use super::bars::{Bar, Bars, Chart, Kind, Row, part};
use crate::browser::events;
use crate::parts::shown;
use crate::session::{Desk, Session};

/// The charts.
#[component]
pub fn Charts() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let totals = move || {
        let (scheme, district) = (desk.scheme.get(), desk.district.get());
        let by = Named { scheme: &scheme, district: &district };
        let chart = by_unit(by, &desk.outcome.get(), session.lang.get());
        view! { <Bars chart=chart /> }
    };
    let lost = move || {
        let chart = by_criterion(&desk.scheme.get(), &desk.outcome.get(), session.lang.get());
        view! { <Bars chart=chart /> }
    };
    view! {
        <h3>{session.t(words::charts)}</h3>
        {totals}
        {lost}
        <OneUnit />
    }
}

/// Totals in the order of their places.
fn by_unit(by: Named<'_>, outcome: &Outcome, lang: Lang) -> Chart {
    let totals = totals(by, outcome);
    let places = by.scheme.total_decimals();
    // Bonus points may lead beyond full marks.
    let most = totals.units.iter().map(|one| one.total).fold(totals.maximum, Points::max);
    let row = |one: &Total| Row {
        label: format!("{} {}", one.rank, one.unit),
        bars: vec![Bar {
            length: part(one.total, most),
            value: shown(one.total, places),
            kind: if one.verified { Kind::Solid } else { Kind::Dashed },
        }],
    };
    let said = match totals.units.first() {
        Some(best) => {
            words::totals_said(lang, totals.units.len(), &best.unit, shown(best.total, places))
        }
        None => words::totals_none(lang).to_owned(),
    };
    Chart {
        name: "totals",
        title: titles::totals(lang).into(),
        said,
        legend: [words::solid_verified(lang), words::dashed_recomputed(lang)]
            .map(Into::into)
            .into(),
        end: (most == totals.maximum).then(|| words::full_marks(lang, totals.maximum)),
        rows: totals.units.iter().map(row).collect(),
        table: totals.table(lang),
    }
}

/// Points lost on average.
fn by_criterion(scheme: &Scheme, outcome: &Outcome, lang: Lang) -> Chart {
    let lost = lost(scheme, outcome);
    let places = scheme.decimals();
    let most = lost.iter().fold(None, |most, one| match most {
        Some((points, _)) if points >= one.mean => most,
        _ => Some((one.mean, one)),
    });
    let most = most.filter(|(points, _)| *points > Points::ZERO);
    let longest = most.map_or(Points::ZERO, |(points, _)| points);
    let rows = lost.iter().map(|one| Row {
        label: one.title.get(lang).into(),
        bars: vec![Bar {
            length: part(one.mean, longest),
            value: shown(one.mean, places),
            kind: Kind::Solid,
        }],
    });
    let said = match most {
        Some((points, one)) => {
            words::lost_said(lang, lost.len(), one.title.get(lang), shown(points, places))
        }
        None => words::lost_none(lang).to_owned(),
    };
    Chart {
        name: "lost",
        title: titles::lost(lang).into(),
        said,
        legend: vec![words::lost_scale(lang).into()],
        end: None,
        rows: rows.collect(),
        table: lost_table(scheme, &lost, lang),
    }
}

/// The form at a place of the outcome against the median.
fn against(by: Named<'_>, outcome: &Outcome, at: usize, lang: Lang) -> Option<Chart> {
    let (scheme, kept) = (by.scheme, outcome.forms.get(at)?);
    let unit = by.show(&kept.unit);
    let against = Medians::of(scheme, outcome).against(scheme, kept);
    let places = scheme.decimals();
    let bar = |points: Option<Points>, maximum, places, kind| Bar {
        length: points.map_or(0.0, |points| part(points, maximum)),
        value: points.map_or_else(|| words::no_figure(lang).into(), |it| shown(it, places)),
        kind,
    };
    let rows = against.iter().map(|one| Row {
        label: one.title.get(lang).into(),
        bars: vec![
            bar(one.own, one.maximum, places, Kind::Solid),
            // Half-way between two takes one place more.
            bar(one.median, one.maximum, places + 1, Kind::Dashed),
        ],
    });
    Some(Chart {
        name: "against",
        title: titles::against(lang, &unit),
        said: words::against_said(lang, &unit, against.len()),
        legend: [words::solid_own(lang), words::dashed_median(lang)].map(Into::into).into(),
        end: Some(words::item_full(lang).into()),
        rows: rows.collect(),
        table: Medians::table(scheme, &unit, &against, lang),
    })
}

/// A unit against the median, the unit to be chosen.
#[component]
fn OneUnit() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    // By its file's key: places change as files come.
    let chosen = RwSignal::new(None::<String>);
    let units = Memo::new(move |_| {
        let forms = desk.forms.get();
        let rows = desk.results.get();
        let ranked = rows.rows.iter().filter(|row| row.rank.is_some());
        let unit =
            |at: usize, unit: &str| Some((forms.get(at)?.key.clone(), at, desk.unmask(unit)));
        ranked.filter_map(|row| unit(row.form?, &row.unit)).collect::<Vec<_>>()
    });
    let here = Memo::new(move |_| {
        units.with(|units| {
            let chosen = chosen.get();
            let found = units.iter().find(|(key, ..)| Some(key) == chosen.as_ref());
            found.or(units.first()).cloned()
        })
    });
    let options = move || {
        let here = here.get().map(|(key, ..)| key);
        units
            .get()
            .into_iter()
            .map(move |(key, _, unit)| {
                let selected = Some(&key) == here.as_ref();
                view! { <option value=key selected=selected>{unit}</option> }
            })
            .collect_view()
    };
    let chart = move || {
        let (_, at, _) = here.get()?;
        let (scheme, district) = (desk.scheme.get(), desk.district.get());
        let by = Named { scheme: &scheme, district: &district };
        let chart = against(by, &desk.outcome.get(), at, session.lang.get())?;
        Some(view! { <Bars chart=chart /> })
    };
    view! {
        <Show when=move || here.with(Option::is_some)>
            <label class="choose off-paper">
                {session.t(words::choose_unit)} " "
                <select
                    data-field="against-unit"
                    on:change=move |event| chosen.set(Some(events::text_of(&event)))
                >
                    {options}
                </select>
            </label>
        </Show>
        {chart}
    }
}
