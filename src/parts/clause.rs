//! A clause of the scheme, word for word, with what it rests on.

use leptos::prelude::*;
use selfscore_core::scheme::{Basis, Clause};
use selfscore_core::text::Text;
use selfscore_wording::{Lang, basis};

use crate::session::Session;

/// Clauses in the scheme's order.
#[component]
pub fn Clauses(
    /// The clauses.
    clauses: Vec<Clause>,
) -> impl IntoView {
    view! {
        <ul class="clauses">
            {clauses
                .into_iter()
                .map(|clause| view! { <li><ClauseView clause=clause /></li> })
                .collect_view()}
        </ul>
    }
}

/// One clause.
#[component]
pub fn ClauseView(
    /// The clause.
    clause: Clause,
) -> impl IntoView {
    let session = Session::from_context();
    move || {
        let lang = session.lang.get();
        let (class, word) = basis_words(clause.basis, lang);
        let text = session.unmask(clause.text.get(lang));
        view! {
            <span class="mark">{clause.mark.clone()}</span>
            <q lang=move || session.lang.get().tag()>{text}</q>
            <span class=format!("basis {class}")>{word}</span>
            {clause.reading.clone().map(|reading| view! {
                <span class="reading">
                    <b>{basis::ours(lang)}</b> {reading.ours.get(lang).to_owned()}
                    " " <b>{basis::rival(lang)}</b> {reading.rival.get(lang).to_owned()}
                </span>
            })}
            {clause.why.clone().map(|why| view! {
                <span class="reading"><b>{basis::why(lang)}</b> {why.get(lang).to_owned()}</span>
            })}
            {clause.gap.clone().map(|gap| view! { <Gap gap=gap /> })}
        }
    }
}

/// What the source lacks.
#[component]
pub fn Gap(
    /// What is missing there.
    gap: Text,
) -> impl IntoView {
    let session = Session::from_context();
    view! {
        <span class="gap">
            <b>{session.t(basis::gap)}</b>
            " "
            {move || gap.get(session.lang.get()).to_owned()}
        </span>
    }
}

fn basis_words(basis: Basis, lang: Lang) -> (&'static str, &'static str) {
    match basis {
        Basis::Notice => ("original", basis::notice(lang)),
        Basis::Reading => ("read", basis::reading(lang)),
        Basis::Assumed => ("assumed", basis::assumed(lang)),
    }
}
