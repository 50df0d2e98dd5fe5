//! What is wrong with the scheme, beside the part that is open; each a way to its place.

use leptos::prelude::*;
use selfscore_core::scheme::lint::{Proof, Severity};
use selfscore_wording::{Lang, editor as words};

use super::place;
use crate::browser::focus;
use crate::session::{Doubt, Session, Workbench};

/// How many findings are shown before it says how many more there are.
const SHOWN: usize = 40;

/// The list.
#[component]
pub fn Findings() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let count = move |severity: Severity| {
        bench.doubts.with(|all| all.iter().filter(|doubt| doubt.severity() == severity).count())
    };
    let summary = move || {
        let lang = session.lang.get();
        match bench.doubts.with(Vec::is_empty) {
            true => words::check_none(lang).to_owned(),
            false => words::check_counts(
                lang,
                count(Severity::Error),
                count(Severity::Warning),
                count(Severity::Note),
            ),
        }
    };
    let list = move || {
        let lang = session.lang.get();
        let all = bench.doubts.get();
        let rest = all.len().saturating_sub(SHOWN);
        let rows = all.into_iter().take(SHOWN).map(|doubt| view! { <Row doubt=doubt /> });
        view! {
            <ul>
                {rows.collect_view()}
                {(rest > 0).then(|| view! { <li class="sub">{words::more(lang, rest)}</li> })}
            </ul>
        }
    };
    view! {
        <aside class="doubts" aria-labelledby="doubts-title">
            <h3 id="doubts-title">{session.t(words::check)}</h3>
            <p role="status">
                {summary}
                <Show when=move || bench.trying.get()>
                    " "
                    <span class="sub">{session.t(words::check_trying)}</span>
                </Show>
            </p>
            {list}
        </aside>
    }
}

/// Sign, style and word of a severity.
pub fn severity_shown(
    severity: Severity,
    lang: Lang,
) -> (&'static str, &'static str, &'static str) {
    match severity {
        Severity::Error => ("✕", "error", words::error(lang)),
        Severity::Warning => ("!", "warning", words::warning(lang)),
        Severity::Note => ("i", "sub", words::note(lang)),
    }
}

#[component]
fn Row(doubt: Doubt) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let path = StoredValue::new(doubt.path().to_owned());
    let place = move || {
        path.with_value(|path| bench.with(|file| place::title_of(file, path, session.lang.get())))
    };
    let searched = matches!(&doubt, Doubt::Finding(finding) if finding.proof == Proof::Search);
    let shown = move || {
        let lang = session.lang.get();
        let (sign, class, word) = severity_shown(doubt.severity(), lang);
        view! {
            <a
                href="#/scheme"
                class=class
                on:click=move |event| {
                    event.prevent_default();
                    let path = path.get_value();
                    bench.place.set(place::part_of(&path).to_owned());
                    // Where the field is not there, the part is.
                    focus::id_soon("open-part");
                    focus::field_soon(path);
                }
            >
                <span class="sign" aria-hidden="true">{sign}</span>
                <span class="sr">{word} ": "</span>
                {doubt.message(lang)}
            </a>
            <p class="sub">{doubt.remedy(lang)}</p>
        }
    };
    view! {
        <li>
            <p class="place sub">{place}</p>
            {shown}
            {searched.then(|| view! { <p class="sub">{session.t(words::searched)}</p> })}
        </li>
    }
}
