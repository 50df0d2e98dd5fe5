//! What stands on a sheet: titles, paragraphs, tables, the place for seal and signatures.

use std::ops::Range;

use leptos::prelude::*;
use selfscore_core::paper::pages::table;
use selfscore_core::paper::{Column, Ending, Item, Paper, Row, RowKind};

/// Items of a paper; rows of a table that follow each other stand in one.
pub fn items(paper: &Paper, range: Range<usize>) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut at = range.start;
    while let Some(item) = paper.items.get(at).filter(|_| at < range.end) {
        let Some(own) = table(item) else {
            views.push(single(item, at));
            at += 1;
            continue;
        };
        let mut rows = Vec::new();
        while let Some(Item::Row { table, row }) = paper.items.get(at).filter(|_| at < range.end)
            && *table == own
        {
            rows.push((at, row));
            at += 1;
        }
        if let Some(columns) = paper.tables.get(own) {
            views.push(whole(own, columns, &rows));
        }
    }
    views
}

fn single(item: &Item, at: usize) -> AnyView {
    match item {
        Item::Title(text) => {
            view! { <h3 class="title" data-item=at>{text.clone()}</h3> }.into_any()
        }
        Item::Subtitle(text) => {
            view! { <p class="subtitle" data-item=at>{text.clone()}</p> }.into_any()
        }
        Item::Heading(text) => {
            view! { <h4 class="heading" data-item=at>{text.clone()}</h4> }.into_any()
        }
        Item::Text(text) => view! { <p class="text" data-item=at>{text.clone()}</p> }.into_any(),
        Item::Ending(ending) => self::ending(ending, at),
        // Rows stand in their tables.
        Item::Row { .. } => ().into_any(),
    }
}

fn whole(own: usize, columns: &[Column], rows: &[(usize, &Row)]) -> AnyView {
    let widths =
        columns.iter().map(|column| view! { <col style:width=format!("{}mm", column.width) /> });
    let widths = widths.collect_view();
    // A table without headings has names in its cells.
    let named = columns.iter().any(|column| !column.heading.is_empty());
    let head = named.then(|| {
        let cells = columns.iter().map(|one| view! { <th scope="col">{one.heading.clone()}</th> });
        view! { <thead><tr data-head=own>{cells.collect_view()}</tr></thead> }
    });
    let rows = rows.iter().map(|(at, row)| self::row(*at, row, columns, named)).collect_view();
    view! {
        <table class="grid">
            <colgroup>{widths}</colgroup>
            {head}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(at: usize, row: &Row, columns: &[Column], named: bool) -> impl IntoView + use<> {
    let kind = match row.kind {
        RowKind::Plain => "",
        RowKind::Group => "over",
        RowKind::Part => "part",
        RowKind::Sum => "sum",
    };
    let last = row.cells.len().saturating_sub(1);
    let cells = row.cells.iter().enumerate().map(|(column, text)| {
        let text = text.clone();
        let centred = columns.get(column).is_some_and(|column| column.centred);
        // The last of fewer cells spans the rest.
        let span = if column == last { columns.len() - column.min(columns.len()) } else { 1 };
        match !named && column % 2 == 0 {
            true => view! { <th scope="row">{text}</th> }.into_any(),
            false => {
                let centred = centred && span == 1;
                view! { <td class:centred=centred colspan=span.max(1)>{text}</td> }.into_any()
            }
        }
    });
    view! { <tr class=kind data-item=at>{cells.collect_view()}</tr> }
}

fn ending(ending: &Ending, at: usize) -> AnyView {
    let lines = ending.lines.iter().map(|(name, value)| {
        view! {
            <div>
                <dt>{name.clone()}</dt>
                <dd>{value.clone()}</dd>
            </div>
        }
    });
    view! {
        <div class="ending" data-item=at>
            <p class="seal-space">{ending.seal.clone()}</p>
            <dl>{lines.collect_view()}</dl>
        </div>
    }
    .into_any()
}
