//! The sheets of a paper: measured once out of sight, then set page by page.

use std::ops::Range;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use selfscore_core::paper::pages::{Measures, lay_out};
use selfscore_core::paper::qr::{QUIET, qr};
use selfscore_core::paper::{Paper, split};
use selfscore_wording::{Lang, paper as words};

use super::item::items;
use crate::browser::paper as browser_paper;
use crate::session::Session;

/// How often what is higher than a page is divided; each time it shrinks to a part of a page.
const ROUNDS: u32 = 4;
/// The part of a page that is used: print may break a line where the screen does not.
const USED: f64 = 0.985;

/// A paper on its way to pages.
#[derive(Clone)]
struct Laid {
    paper: Arc<Paper>,
    pages: Option<Vec<Range<usize>>>,
    round: u32,
}

/// The sheets.
#[component]
pub fn Sheets(
    /// What is printed.
    paper: Arc<Paper>,
    /// Told how many pages there are, once that is known.
    pages: RwSignal<Option<usize>>,
) -> impl IntoView {
    let session = Session::from_context();
    pages.set(None);
    let laid = RwSignal::new(Laid { paper, pages: None, round: 0 });
    move || {
        let Laid { paper, pages: ranges, round } = laid.get();
        let Some(ranges) = ranges else {
            let measured = Callback::new(move |measures: Measures| {
                let lang = session.lang.get_untracked();
                let paper = laid.with_untracked(|laid| laid.paper.clone());
                let next = next(&paper, &measures, round, lang);
                pages.set(next.pages.as_ref().map(Vec::len));
                laid.set(next);
            });
            return view! { <Measuring paper=paper measured=measured /> }.into_any();
        };
        let count = ranges.len();
        let sheets = (1..).zip(ranges).map(|(number, range)| {
            view! { <Sheet paper=paper.clone() range=range number=number count=count /> }
        });
        view! { <div class="sheets">{sheets.collect_view()}</div> }.into_any()
    }
}

/// What follows from heights: pages, or a paper with what is higher than one divided.
fn next(paper: &Arc<Paper>, measures: &Measures, round: u32, lang: Lang) -> Laid {
    let divided = match round < ROUNDS {
        true => split::divide(paper, measures, words::continued(lang)),
        false => None,
    };
    match divided {
        Some(paper) => Laid { paper: Arc::new(paper), pages: None, round: round + 1 },
        None => {
            let pages = Some(lay_out(&paper.items, measures));
            Laid { paper: paper.clone(), pages, round }
        }
    }
}

/// Everything under one another, as wide as on its sheets, to be measured.
#[component]
fn Measuring(paper: Arc<Paper>, measured: Callback<Measures>) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let tables = paper.tables.len();
    node.on_load(move |element| {
        let one = |selector: &str| browser_paper::heights(&element, selector).first().copied();
        let heads = (0..tables)
            .map(|table| one(&format!("[data-head=\"{table}\"]")).unwrap_or_default())
            .collect();
        measured.run(Measures {
            items: browser_paper::heights(&element, "[data-item]"),
            heads,
            room: one(".room").unwrap_or_default() * USED,
        });
    });
    let whole = 0..paper.items.len();
    view! {
        <div class="measuring" aria-hidden="true" node_ref=node>
            <div class=class(&paper)>
                <div class="room"></div>
            </div>
            <div class=class(&paper)>
                <div class="flow">{items(&paper, whole)}</div>
            </div>
        </div>
    }
}

/// One page, with all that every page has.
#[component]
fn Sheet(paper: Arc<Paper>, range: Range<usize>, number: usize, count: usize) -> impl IntoView {
    let lang = Session::from_context().lang.get_untracked();
    let code = paper.code.to_string();
    let name = words::qr_title(lang, &code);
    let title = name.clone();
    let square = qr(&paper.qr_text).map(|qr| {
        let side = qr.size + 2 * QUIET;
        view! {
            <svg
                class="qr"
                viewBox=format!("-{QUIET} -{QUIET} {side} {side}")
                shape-rendering="crispEdges"
                role="img"
                aria-label=name
            >
                <title>{title}</title>
                <path d=qr.path></path>
            </svg>
        }
    });
    view! {
        <article class=class(&paper) aria-label=words::page_of(lang, number, count)>
            <header class="running">
                <span>{paper.marks.join(" · ")}</span>
                <span>{paper.document.title(lang)} " " <bdi>{paper.unit.clone()}</bdi></span>
            </header>
            <div class="room">
                <div class="flow">{items(&paper, range)}</div>
            </div>
            <footer class="footing">
                {square}
                <span class="code">{words::code(lang)} " " <b>{code}</b></span>
                <span class="number">{words::page_of(lang, number, count)}</span>
            </footer>
        </article>
    }
}

fn class(paper: &Paper) -> &'static str {
    match paper.document.landscape() {
        true => "sheet landscape",
        false => "sheet portrait",
    }
}
