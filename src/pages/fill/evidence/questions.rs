//! What an office would ask about the evidence.

use leptos::prelude::*;
use selfscore_core::draft::StoredEvidence;
use selfscore_core::evidence::{Finding, findings};
use selfscore_core::form::Evidence as Piece;
use selfscore_wording::evidence as words;

use super::Claims;
use crate::browser::focus;
use crate::session::Session;

/// How many are shown before it is said how many more there are.
const SHOWN: usize = 30;

/// The list of questions, each a way to what it is about.
#[component]
pub fn Questions(list: Memo<Vec<StoredEvidence>>, claims: Claims) -> impl IntoView {
    let session = Session::from_context();
    let found: Memo<Vec<Finding>> = Memo::new(move |_| {
        let listed: Vec<Piece> = list.with(|list| list.iter().map(Piece::from).collect());
        claims.with(|claims| findings(claims, &listed))
    });
    let heading = move || match found.with(Vec::len) {
        0 => words::questions_none(session.lang.get()).to_owned(),
        count => words::questions(session.lang.get(), count),
    };
    let all = move || {
        let lang = session.lang.get();
        let all = found.get();
        let rest = all.len().saturating_sub(SHOWN);
        let one = |finding: Finding| {
            let words = session.scheme.with(|scheme| finding.message(scheme, lang));
            let code = finding.code();
            let go = move || match (finding.field(), finding.piece()) {
                (Some(field), _) => focus::field(field),
                (None, piece) => focus::id(&format!("evidence-{}", piece.unwrap_or_default())),
            };
            view! {
                <li>
                    <a
                        href="#/fill"
                        class="warning"
                        data-question=code
                        on:click=move |event| {
                            event.prevent_default();
                            go();
                        }
                    >
                        <span class="sign" aria-hidden="true">"! "</span>
                        <bdi>{session.unmask(&words)}</bdi>
                    </a>
                </li>
            }
        };
        view! {
            {all.into_iter().take(SHOWN).map(one).collect_view()}
            {(rest > 0).then(|| view! { <li class="sub">{words::more(lang, rest)}</li> })}
        }
    };
    view! {
        <div class="questions">
            <h4>{heading}</h4>
            <Show when=move || found.with(|found| !found.is_empty())>
                <p class="sub">{session.t(words::questions_hint)}</p>
            </Show>
            <ul>{all}</ul>
        </div>
    }
}
