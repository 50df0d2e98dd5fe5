//! What differs between two forms of the unit, the earlier one and the one that counts.

use leptos::prelude::*;
use selfscore_core::results::{Cell, Table, differences};
use selfscore_core::review::between;
use selfscore_wording::unit as words;

use super::{OneForm, address};
use crate::session::Session;

/// Where two forms of the unit lie.
#[derive(Clone, Debug, PartialEq)]
struct Pair {
    /// The earlier one's place.
    earlier: usize,
    /// The place of the one that counts.
    counts: usize,
    /// The file of the one that is not looked at.
    other: String,
    /// Whether they say the same.
    again: bool,
}

/// A section for each other form of the unit that this one is to be compared with.
#[component]
pub fn Earlier(form: OneForm) -> impl IntoView {
    let desk = form.desk;
    let pairs = Memo::new(move |_| {
        let (Some(place), Some(kept)) = (form.place.get(), form.kept.get()) else {
            return Vec::new();
        };
        desk.outcome.with(|outcome| {
            let file =
                |at: usize| outcome.forms.get(at).map(|kept| kept.file.clone()).unwrap_or_default();
            if let Some(counts) = kept.superseded_by {
                return vec![Pair {
                    earlier: place,
                    counts,
                    other: file(counts),
                    again: kept.again,
                }];
            }
            let earlier = outcome.forms.iter().enumerate();
            let earlier = earlier.filter(|(_, other)| other.superseded_by == Some(place));
            let pair = |(at, other): (usize, &selfscore_core::batch::Kept)| Pair {
                earlier: at,
                counts: place,
                other: other.file.clone(),
                again: other.again,
            };
            earlier.map(pair).collect()
        })
    });
    move || {
        let own = form.place.get();
        pairs
            .get()
            .into_iter()
            .map(|pair| view! { <OnePair form=form pair=pair own=own /> })
            .collect_view()
    }
}

/// Two forms beside each other.
#[component]
fn OnePair(
    form: OneForm,
    pair: Pair,
    /// The place of the one that is looked at.
    own: Option<usize>,
) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    let later = own == Some(pair.earlier);
    let other = if later { pair.counts } else { pair.earlier };
    let (title_file, again_file) = (pair.other.clone(), pair.other.clone());
    let title = move || match later {
        true => words::later(session.lang.get(), &title_file),
        false => words::earlier(session.lang.get(), &title_file),
    };
    let tables = move || {
        let (lang, scheme) = (session.lang.get(), desk.scheme.get());
        if pair.again {
            return Some(view! { <p>{words::again(lang, &again_file)}</p> }.into_any());
        }
        let (earlier, counts) = (desk.form_at(pair.earlier)?, desk.form_at(pair.counts)?);
        let difference = between(&scheme, &earlier.form()?.form, &counts.form()?.form);
        if difference.is_empty() {
            return Some(view! { <p>{words::no_difference(lang)}</p> }.into_any());
        }
        let tables = differences(&scheme, &difference, lang).into_iter();
        let tables = tables.filter(|table| !table.rows.is_empty());
        Some(tables.map(|table| view! { <Beside table=table /> }).collect_view().into_any())
    };
    view! {
        <section class="earlier" data-earlier="">
            <h4>{title}</h4>
            {move || desk.key_at(other).map(|key| view! {
                <p><a href=address(&key)>{session.t(words::open_other)}</a></p>
            })}
            {tables}
        </section>
    }
}

/// A table of the core under its title.
#[component]
fn Beside(table: Table) -> impl IntoView {
    let title = table.title.clone();
    let heading = |text: String| view! { <th scope="col">{text}</th> };
    let cell = |cell: Cell| view! { <td class:figure=cell.is_number()>{cell.text()}</td> };
    let row = |cells: Vec<Cell>| view! { <tr>{cells.into_iter().map(cell).collect_view()}</tr> };
    view! {
        <h5>{title.clone()}</h5>
        // It may scroll, so it takes the focus.
        <div class="steps" tabindex="0" role="group" aria-label=title>
            <table class="figures" data-table=table.name>
                <thead><tr>{table.headings.into_iter().map(heading).collect_view()}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
