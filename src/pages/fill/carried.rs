//! What was carried over from an earlier scheme's draft, and what was not.

use leptos::prelude::*;
use selfscore_core::years::report;
use selfscore_wording::{editor as words, page};

use crate::parts::ReportTable;
use crate::session::Session;

/// The report, until it is closed.
#[component]
pub fn CarriedReport() -> impl IntoView {
    let session = Session::from_context();
    move || {
        session.carried.get().map(|over| {
            let lang = session.lang.get();
            let from = over.from.file().title.get(lang).to_owned();
            let carried = &over.carried;
            let words_of_map =
                report::map_words(carried.without_map, &carried.unknown, over.from.id(), lang);
            let said = words_of_map.into_iter().map(|one| view! { <p class="warning">{one}</p> });
            let said = said.collect_view();
            let tables = report::carried(carried, lang).into_iter();
            let tables = tables.map(|table| view! { <ReportTable table=table /> }).collect_view();
            view! {
                <section class="report" aria-labelledby="carried-title">
                    <header>
                        <h3 id="carried-title" role="status">{words::carried_title(lang, from)}</h3>
                        <button type="button" on:click=move |_| session.carried.set(None)>
                            {page::close(lang)}
                        </button>
                    </header>
                    <p class="sub">{words::carried_hint(lang)}</p>
                    {said}
                    {tables}
                </section>
            }
        })
    }
}
