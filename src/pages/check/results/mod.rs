//! The results: the table of units, charts with the tables behind them, and what goes out.

mod bars;
mod charts;
mod export;
mod units;

use leptos::prelude::*;
use selfscore_wording::{outcome as words, results as titles};

use crate::session::{Desk, Session};
use charts::Charts;
use export::Exports;
use units::UnitsTable;

/// The section.
#[component]
pub fn ResultsSection() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let empty = Memo::new(move |_| desk.is_empty());
    move || match empty.get() {
        true => view! { <p class="sub">{session.t(words::nothing)}</p> }.into_any(),
        false => view! {
            <section class="results" aria-labelledby="results-title">
                <h3 id="results-title">{session.t(titles::title)}</h3>
                <Summary />
                <Exports />
                <UnitsTable />
                <Charts />
            </section>
        }
        .into_any(),
    }
}

/// By what was checked, and how many units are how far.
#[component]
fn Summary() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    move || {
        let lang = session.lang.get();
        let scheme = desk.scheme.get();
        let tally = desk.results.with(|results| results.tally(&scheme));
        let earlier = (tally.superseded > 0).then(|| words::superseded(lang, tally.superseded));
        view! {
            <p>{words::by_scheme(lang, desk.unmask(scheme.file().title.get(lang)))}</p>
            <p data-fact="tally">
                {words::summary(
                    lang,
                    tally.assessed,
                    tally.came,
                    tally.absent,
                    tally.forfeited,
                    tally.sent_back,
                    tally.verified,
                )}
            </p>
            {earlier.map(|words| view! { <p class="sub">{words}</p> })}
        }
    }
}
