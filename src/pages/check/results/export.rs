//! What goes out: tables, the workbook, feedback, paper.

use leptos::prelude::*;
use selfscore_core::results::{findings, lines, units};
use selfscore_wording::{Lang, outcome as words};

use crate::browser;
use crate::session::{Desk, Session};

/// The buttons.
#[component]
pub fn Exports() -> impl IntoView {
    let session = Session::from_context();
    let desk = Desk::from_context();
    let save_units = move || {
        let lang = session.lang.get_untracked();
        let scheme = desk.scheme.get_untracked();
        let table = desk.results.with_untracked(|results| units(&scheme, results, lang));
        desk.save_table(&table);
    };
    let save_lines = move || {
        let lang = session.lang.get_untracked();
        let (scheme, outcome) = (desk.scheme.get_untracked(), desk.outcome.get_untracked());
        let (results, verified) = (desk.results.get_untracked(), desk.verified.get_untracked());
        desk.save_table(&lines(&scheme, &outcome, &results, &verified, lang));
    };
    let save_findings = move || {
        let lang = session.lang.get_untracked();
        let (scheme, outcome) = (desk.scheme.get_untracked(), desk.outcome.get_untracked());
        desk.save_table(&findings(&scheme, &outcome, lang));
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
