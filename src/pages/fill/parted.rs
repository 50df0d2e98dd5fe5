//! Where two copies of one draft differ, after it was changed in two places.

use leptos::prelude::*;
use selfscore_core::draft::{place_words, value_words};
use selfscore_wording::{keep as words, page};

use crate::session::Session;

/// How many differences are listed.
const MOST: usize = 40;

/// The panel; nothing where no draft came apart.
#[component]
pub fn PartedReport() -> impl IntoView {
    let session = Session::from_context();
    move || {
        let parted = session.parted.get()?;
        let lang = session.lang.get();
        let scheme = session.scheme.get();
        // The order of rows says nothing beside the rows themselves.
        let order = |place: &str| place.ends_with("/tasks") || place.ends_with("/entries");
        let told = || parted.differences.iter().filter(|change| !order(&change.place));
        let count = told().count();
        let rows = session.draft.with_untracked(|draft| {
            let shown = told().take(MOST);
            shown
                .map(|change| {
                    let value = |side| value_words(&scheme, &change.place, side, lang);
                    view! {
                        <tr>
                            <th scope="row">{place_words(&scheme, draft, &change.place, lang)}</th>
                            <td>{value(change.after.as_ref())}</td>
                            <td>{value(change.before.as_ref())}</td>
                        </tr>
                    }
                })
                .collect_view()
        });
        let open = parted.other.clone();
        Some(view! {
            <section class="report parted" aria-labelledby="parted-title">
                <h3 id="parted-title">{words::parted_title(lang)}</h3>
                <p role="alert">{words::parted_words(lang, &parted.here, &parted.there)}</p>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words::parted_place(lang)}</th>
                            <th scope="col">{words::parted_here(lang)}</th>
                            <th scope="col">{words::parted_other(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {(count > MOST).then(|| view! { <p class="sub">{words::parted_more(lang, count - MOST)}</p> })}
                <div class="commands">
                    <button type="button" on:click=move |_| session.open_draft(&open)>
                        {words::parted_open(lang)}
                    </button>
                    <button type="button" on:click=move |_| session.parted.set(None)>
                        {page::close(lang)}
                    </button>
                </div>
            </section>
        })
    }
}
