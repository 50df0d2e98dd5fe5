//! A form of the list.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::results::listing::{self, Listed};
use selfscore_wording::listing as words;

use crate::session::{Desk, Session};

/// Its row.
#[component]
pub fn ListedRow(
    /// Its place in the list.
    at: usize,
    /// What it shows.
    one: Listed,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let (decimals, shown) = desk.scheme.with_untracked(|scheme| {
        (scheme.total_decimals(), scheme.unmask(&one.brief.unit, &one.brief.district))
    });
    let figure =
        |points: Option<Points>| points.map_or("–".to_owned(), |points| points.fixed(decimals));
    let brief = one.brief.clone();
    let claimed = brief.claimed.map_or("–".to_owned(), |points| points.as_stated(decimals));
    let off = brief.off().filter(|off| *off != Points::ZERO);
    let (name, unit) = (one.name.clone(), brief.unit.clone());
    let reason = one.refused.clone();
    let reason = move || reason.as_ref().map(|error| error.message(session.lang.get()));
    let clean = brief.found.is_empty();
    let found = move || match listing::found(&one, session.lang.get()) {
        nothing if nothing.is_empty() => "–".to_owned(),
        found if clean => found,
        found => format!("▲ {found}"),
    };
    view! {
        <tr data-listed=name.clone() data-unit=unit>
            <th scope="row">
                <span>{shown}</span>
                <span class="sub">{name.clone()}</span>
            </th>
            <td>{brief.district.clone()}</td>
            <td class="number" data-figure="claimed">{claimed}</td>
            <td class="number" class:differs=off.is_some() data-figure="recomputed">{figure(brief.recomputed)}</td>
            <td class="number" data-figure="difference">{figure(off)}</td>
            <td>
                {found}
                <span class="sub">{reason}</span>
            </td>
            <td>
                <button
                    type="button"
                    class="quiet"
                    disabled=move || desk.progress.with(Option::is_some)
                    on:click=move |_| desk.put_on_desk(&[at])
                >
                    {session.t(words::put_one)}
                </button>
            </td>
        </tr>
    }
}
