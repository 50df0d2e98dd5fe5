//! One piece of evidence: its number and name, what it is, and what it is evidence of.

use leptos::prelude::*;
use selfscore_core::draft::StoredEvidence;
use selfscore_core::evidence::name::visible;
use selfscore_core::evidence::{Claim, number_key, size_shown};
use selfscore_wording::{Lang, changes, evidence as words};

use super::Claims;
use crate::browser::{events, focus};
use crate::session::{Evidence, Session};

/// How much of a digest is shown until all of it is asked for.
const DIGEST: usize = 8;

/// The row.
#[component]
pub fn Row(
    /// Its place in the list.
    at: usize,
    /// The list.
    list: Memo<Vec<StoredEvidence>>,
    /// The claims.
    claims: Claims,
) -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let piece = Memo::new(move |_| list.with(|list| list.get(at).cloned().unwrap_or_default()));
    let number = Memo::new(move |_| piece.with(|piece| piece.number.clone()));
    let name = Memo::new(move |_| piece.with(|piece| piece.name.clone()));
    let told = move |words: fn(Lang, String) -> String| {
        move || words(session.lang.get(), visible(&number.get()))
    };
    let size = move || piece.with(|piece| piece.bytes.map(size_shown));
    let whole = RwSignal::new(false);
    let digest = move || {
        piece.with(|piece| match whole.get() {
            true => piece.sha256.clone(),
            false => piece.sha256.chars().take(DIGEST).collect(),
        })
    };
    let here = move || {
        let lang = session.lang.get();
        match piece.with(|piece| evidence.paths(&piece.sha256)) {
            Some(paths) => {
                let paths: Vec<String> = paths.iter().map(|path| visible(path)).collect();
                let paths = paths.join(changes::comma(lang));
                view! {
                    <span class="done">
                        <span aria-hidden="true">"✓ "</span>
                        {words::here(lang)}
                    </span>
                    " "
                    <bdi class="original" title=words::column_original(lang)>{paths}</bdi>
                }
                .into_any()
            }
            None => view! {
                <span class="aside">
                    <span aria-hidden="true">"○ "</span>
                    {words::not_here(lang)}
                </span>
            }
            .into_any(),
        }
    };
    view! {
        <tr class="piece" data-piece=number>
            <td class="e-number" data-label=session.t(words::column_number)>
                <input
                    type="text"
                    id=format!("evidence-{at}")
                    data-evidence="number"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=move || words::number_of(session.lang.get(), visible(&name.get()))
                    prop:value=number
                    on:change=move |event| evidence.renumber(at, events::text_of(&event))
                />
            </td>
            <td class="e-name" data-label=session.t(words::column_name)>
                <div>
                <input
                    type="text"
                    data-evidence="name"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=told(words::name_of)
                    prop:value=name
                    on:change=move |event| evidence.rename(at, events::text_of(&event))
                />
                <p class="sub">{here}</p>
                </div>
            </td>
            <td class="e-size figure" data-label=session.t(words::column_size)>{size}</td>
            <td class="e-digest" data-label=session.t(words::column_digest)>
                <button
                    type="button"
                    class="digest"
                    aria-expanded=move || whole.get().to_string()
                    aria-label=move || {
                        words::digest_of(session.lang.get(), visible(&number.get()), digest())
                    }
                    on:click=move |_| whole.update(|whole| *whole = !*whole)
                >
                    {digest}
                </button>
            </td>
            <td class="e-claims" data-label=session.t(words::column_claims)><div><Links number=number claims=claims /></div></td>
            <td class="c-actions">
                <button
                    type="button"
                    aria-label=told(words::remove_of)
                    on:click=move |_| evidence.remove(at)
                >
                    {session.t(words::remove)}
                </button>
            </td>
        </tr>
    }
}

/// What a piece is evidence of, each a way to its field; and a list to choose more from.
#[component]
fn Links(number: Memo<String>, claims: Claims) -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let choosing = RwSignal::new(false);
    let cites = move |claim: &Claim| {
        let key = number.with(|number| number_key(number));
        !key.is_empty() && claim.numbers.iter().any(|cited| number_key(cited) == key)
    };
    let called = move |claim: &Claim| {
        let lang = session.lang.get();
        let words = session.scheme.with(|scheme| claim.words(scheme, lang));
        session.unmask(&words)
    };
    let linked = Memo::new(move |_| {
        let found = claims.with(|all| all.iter().filter(|claim| cites(claim)).cloned().collect());
        let found: Vec<Claim> = found;
        found.into_iter().map(|claim| (claim.field.clone(), called(&claim))).collect::<Vec<_>>()
    });
    let links = move || {
        let lang = session.lang.get();
        let one = |(field, words): (String, String)| {
            let (to, of) = (field.clone(), words.clone());
            let unlink = words::unlink_of(lang, visible(&number.get()), &words);
            view! {
                <li>
                    <a
                        href="#/fill"
                        on:click=move |event| {
                            event.prevent_default();
                            focus::field(&to);
                        }
                    >
                        {of}
                    </a>
                    <button
                        type="button"
                        class="unlink"
                        aria-label=unlink
                        on:click=move |_| evidence.unlink(&field, &number.get_untracked())
                    >
                        "×"
                    </button>
                </li>
            }
        };
        linked.get().into_iter().map(one).collect_view()
    };
    // Made when it is asked for: a long form has many claims, and so may the list have pieces.
    let options = move || {
        let all: Vec<Claim> =
            claims.with(|all| all.iter().filter(|claim| !cites(claim)).cloned().collect());
        let one =
            |claim: Claim| view! { <option value=claim.field.clone()>{called(&claim)}</option> };
        all.into_iter().map(one).collect_view()
    };
    view! {
        <ul>{links}</ul>
        <Show
            when=move || choosing.get()
            fallback=move || {
                view! {
                    <button
                        type="button"
                        class="link"
                        disabled=move || number.with(|number| number.trim().is_empty())
                        aria-label=move || {
                            words::link_of(session.lang.get(), visible(&number.get()))
                        }
                        on:click=move |_| choosing.set(true)
                    >
                        "+ "
                        {session.t(words::link)}
                    </button>
                }
            }
        >
            <select
                data-link=""
                aria-label=move || words::link_of(session.lang.get(), visible(&number.get()))
                on:change=move |event| {
                    let field = events::text_of(&event);
                    choosing.set(false);
                    evidence.link(&field, &number.get_untracked());
                }
            >
                <option value="">{session.t(words::link_choose)}</option>
                {options}
            </select>
        </Show>
    }
}
