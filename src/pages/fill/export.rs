//! The end of the form: whether it is ready, and the ways out and in.

use leptos::prelude::*;
use selfscore_wording::{answers, books, page as words, paper};

use super::group::GradeShown;
use super::indicator::unknown;
use crate::parts::{PickFiles, shown};
use crate::session::{Evidence, ExportKind, Session};

/// The section.
#[component]
pub fn Export() -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let missing = Memo::new(move |_| session.assessment.with(|a| a.blocking().count()));
    let readiness = move || {
        let lang = session.lang.get();
        match missing.get() {
            0 => view! {
                <p class="ready"><span class="sign" aria-hidden="true">"✓ "</span>{words::ready(lang)}</p>
            }
            .into_any(),
            count => view! {
                <p class="not-ready">
                    <span class="sign" aria-hidden="true">"○ "</span>
                    {words::not_ready(lang, count)}
                </p>
            }
            .into_any(),
        }
    };
    view! {
        <section class="indicator export" id="export" tabindex="-1" aria-labelledby="export-title">
            <h3 id="export-title">{session.t(words::export_section)}</h3>
            {readiness}
            <div class="commands">
                <button
                    type="button"
                    class="primary"
                    on:click=move |_| session.export(ExportKind::Json)
                >
                    {session.t(words::export_json)}
                </button>
                <button type="button" on:click=move |_| session.export(ExportKind::Csv)>
                    {session.t(words::export_csv)}
                </button>
                <button type="button" data-export="xlsx" on:click=move |_| session.export_book()>
                    {session.t(books::export)}
                </button>
                <button type="button" data-export="blank" on:click=move |_| session.export_blank()>
                    {session.t(books::blank)}
                </button>
                <a class="button" href="#/print">{session.t(paper::page_title)}</a>
                <PickFiles
                    label=words::import
                    accept=".json,.xlsx,.csv,.zip"
                    name="form"
                    multiple=true
                    on_files=move |picked| evidence.open(picked)
                />
            </div>
            <PrintFooter />
        </section>
    }
}

/// What a print of this page ends with; on paper only. No seal belongs there: such a print has no
/// check code.
#[component]
fn PrintFooter() -> impl IntoView {
    let session = Session::from_context();
    let total = move || {
        let decimals = session.scheme.with(|scheme| scheme.total_decimals());
        session.assessment.with(|a| {
            let points = shown(a.sheet.total, decimals);
            let lang = session.lang.get();
            match session.scheme.with(|scheme| scheme.indicators().any(unknown)) {
                true => words::print_total(lang, points, a.sheet.maximum),
                false => answers::print_total(lang, points, a.sheet.maximum),
            }
        })
    };
    view! {
        <div class="paper">
            <p class="figure">{total}</p>
            <GradeShown />
            <p>{session.t(paper::screen_only)}</p>
        </div>
    }
}
