//! A table of the core: figures in line at the right, in a place of its own that scrolls.

use leptos::prelude::*;
use selfscore_core::results::{Cell, Table};

/// The table under its title.
#[component]
pub fn DataTable(
    /// The table.
    table: Table,
) -> impl IntoView {
    let number = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(at));
        cells.any(Cell::is_number)
    };
    let numbers: Vec<bool> = (0..table.headings.len()).map(number).collect();
    let headings = table.headings.iter().zip(&numbers).map(|(heading, number)| {
        view! { <th scope="col" class:figure=*number>{heading.clone()}</th> }
    });
    let headings = headings.collect_view();
    // The first text of a row is what the row is about.
    let head = numbers.iter().position(|number| !number);
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(at, cell)| {
            // A minus as wide as a digit.
            let text = match cell.is_number() {
                true => cell.text().replace('-', "−"),
                false => cell.text(),
            };
            match Some(at) == head {
                true => view! { <th scope="row">{text}</th> }.into_any(),
                false => view! { <td class:figure=numbers.get(at).copied().unwrap_or_default()>{text}</td> }.into_any(),
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        // It may scroll, so it takes the focus.
        <div class="steps" tabindex="0" role="group" aria-label=table.title.clone()>
            <table class="data" data-table=table.name>
                <caption>{table.title.clone()}</caption>
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
