//! A table of texts, as reports of the core give them.

use leptos::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::years::report::Table;
use selfscore_wording::years as words;

use crate::session::Session;

/// The table under its title; that there is nothing, where it is empty.
#[component]
pub fn ReportTable(
    /// The table.
    table: Table,
) -> impl IntoView {
    let session = Session::from_context();
    let empty = table.rows.is_empty();
    let headers = table.headers.into_iter().map(|header| view! { <th scope="col">{header}</th> });
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|cell| {
            // Figures stand in line.
            let figure = cell.parse::<Points>().is_ok();
            view! { <td class:figure=figure>{cell}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <section class="report-table">
            <h4>{table.title}</h4>
            {match empty {
                true => view! { <p class="sub">{session.t(words::nothing)}</p> }.into_any(),
                false => view! {
                    <div class="steps">
                        <table class="figures">
                            <thead><tr>{headers.collect_view()}</tr></thead>
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </div>
                }
                .into_any(),
            }}
        </section>
    }
}
