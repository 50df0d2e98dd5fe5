//! Evidence (佐证材料): files added and listed, what would be asked about them, the package, and what
//! was received compared with the list.

mod add;
mod check;
mod package;
mod questions;
mod row;

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::StoredEvidence;
use selfscore_core::evidence::{Claim, claims};
use selfscore_wording::{Lang, evidence as words};

use crate::session::Session;
use add::Add;
use check::Check;
use package::PackageButton;
use questions::Questions;
use row::Row;

/// The claims of the form, following it.
type Claims = Memo<Arc<Vec<Claim>>>;

/// The section.
#[component]
pub fn EvidenceSection() -> impl IntoView {
    let session = Session::from_context();
    let list: Memo<Vec<StoredEvidence>> = session.part(|draft| draft.evidence.clone());
    let claims: Claims = Memo::new(move |_| {
        session
            .scheme
            .with(|scheme| session.assessment.with(|a| Arc::new(claims(scheme, &a.form, &a.sheet))))
    });
    view! {
        <section
            class="indicator evidence"
            id="evidence"
            tabindex="-1"
            aria-labelledby="evidence-title"
        >
            <h3 id="evidence-title">{session.t(words::section)}</h3>
            <p class="sub">{session.t(words::intro)}</p>
            <fieldset disabled=move || session.locked.get()>
                <Add />
                <List list=list claims=claims />
            </fieldset>
            <Questions list=list claims=claims />
            <PackageButton />
            <Check list=list />
        </section>
    }
}

#[component]
fn List(list: Memo<Vec<StoredEvidence>>, claims: Claims) -> impl IntoView {
    let session = Session::from_context();
    let count = Memo::new(move |_| list.with(Vec::len));
    let heading = move |name: &'static str, text: fn(Lang) -> &'static str| {
        view! { <th scope="col" class=name>{session.t(text)}</th> }
    };
    view! {
        <div class="listed" data-field="/evidence" tabindex="-1">
            <Show
                when=move || count.get() != 0
                fallback=move || view! { <p class="empty">{session.t(words::none_yet)}</p> }
            >
                <table class="cards">
                    <caption class="sr">{session.t(words::caption)}</caption>
                    <thead>
                        <tr>
                            {heading("e-number", words::column_number)}
                            {heading("e-name", words::column_name)}
                            {heading("e-size", words::column_size)}
                            {heading("e-digest", words::column_digest)}
                            {heading("e-claims", words::column_claims)}
                            <th scope="col" class="c-actions">
                                <span class="sr">{session.t(words::column_actions)}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || 0..count.get() key=|at| *at let(at)>
                            <Row at=at list=list claims=claims />
                        </For>
                    </tbody>
                </table>
            </Show>
        </div>
    }
}
