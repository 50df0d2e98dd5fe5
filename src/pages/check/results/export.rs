//! What goes out: tables, the workbook, feedback, paper.

use leptos::prelude::*;
use selfscore_core::results::{Named, Table, findings, lines, units};
use selfscore_wording::{Lang, outcome as words};

use crate::browser;
use crate::session::{Desk, Session};

/// The buttons.
#[component]
pub fn Exports() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let save = move |table: &dyn Fn(Named<'_>, Lang) -> Table| {
        let (scheme, district) = (desk.scheme.get_untracked(), desk.district.get_untracked());
        let by = Named { scheme: &scheme, district: &district };
        desk.save_table(&table(by, session.lang.get_untracked()));
    };
    let save_units = move || {
        save(&|by, lang| desk.results.with_untracked(|results| units(by, results, lang)));
    };
    let save_lines = move || {
        let (outcome, results) = (desk.outcome.get_untracked(), desk.results.get_untracked());
        let verified = desk.verified.get_untracked();
        save(&|by, lang| lines(by, &outcome, &results, &verified, lang));
    };
    let save_findings = move || {
        save(&|by, lang| desk.outcome.with_untracked(|outcome| findings(by, outcome, lang)));
    };
    let button = move |name: &'static str, text: fn(Lang) -> &'static str, act: Callback<()>| {
        view! {
            <button
                type="button"
                data-export=name
                disabled=move || desk.working.get()
                on:click=move |_| act.run(())
            >
                {session.t(text)}
            </button>
        }
    };
    view! {
        <div class="commands" role="group" aria-label=session.t(words::exports)>
            {button("results-csv", words::csv_units, Callback::new(move |()| save_units()))}
            {button("lines-csv", words::csv_lines, Callback::new(move |()| save_lines()))}
            {button("findings-csv", words::csv_findings, Callback::new(move |()| save_findings()))}
            {button("results-xlsx", words::xlsx, Callback::new(move |()| desk.save_book()))}
            {button("feedback-zip", words::feedback_all, Callback::new(move |()| desk.save_all_feedback()))}
            {button("results-print", words::print, Callback::new(|()| browser::print()))}
        </div>
        <p class="sub off-paper">{session.t(words::feedback_hint)}</p>
    }
}
