//! What was found of the form.

use leptos::prelude::*;
use selfscore_core::batch::Finding;
use selfscore_core::results::kind_words;
use selfscore_wording::unit as words;

use super::OneForm;
use crate::parts::shown;
use crate::session::Session;

/// The list.
#[component]
pub fn Findings(form: OneForm) -> impl IntoView {
    let session = Session::from_context();
    let desk = form.desk;
    let found = Memo::new(move |before: Option<&Vec<Finding>>| {
        // Forms and outcome agree on places only then.
        if desk.working.get() {
            return before.cloned().unwrap_or_default();
        }
        let Some(place) = form.place.get() else { return Vec::new() };
        desk.outcome.with(|outcome| outcome.of_form(place).cloned().collect::<Vec<_>>())
    });
    let list = move || {
        let (lang, scheme) = (session.lang.get(), desk.scheme.get());
        let all = found.get();
        if all.is_empty() {
            return view! { <p class="sub">{words::no_findings(lang)}</p> }.into_any();
        }
        let one = |found: Finding| {
            let (places, title) = match &found.criterion {
                Some(id) => (scheme.decimals(), scheme.title_of(id).get(lang).to_owned()),
                None => (scheme.total_decimals(), String::new()),
            };
            let figures = found.recomputed.map(|recomputed| {
                let claimed = found
                    .claimed
                    .map_or(words::not_stated(lang).to_owned(), |one| shown(one, places));
                words::figures_of(lang, claimed, shown(recomputed, places))
            });
            let code = found.what.code();
            view! {
                <li data-found=code>
                    <p>
                        <span class="state warning">
                            <span class="sign" aria-hidden="true">"!"</span>
                            {kind_words(code, lang).to_owned()}
                        </span>
                        " "
                        <b>{title}</b>
                        " "
                        <span class="figure">{figures}</span>
                    </p>
                    <p>{desk.unmask(&found.message(&scheme, lang))}</p>
                    <p class="sub">{words::remedy(lang)} {found.remedy(lang)}</p>
                </li>
            }
        };
        view! { <ul class="found-of-unit">{all.into_iter().map(one).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <h4>{session.t(words::findings)}</h4>
        {list}
    }
}
