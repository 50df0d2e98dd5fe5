//! What was received, compared with a list: every digest.

use std::future::ready;
use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::StoredEvidence;
use selfscore_core::evidence::name::visible;
use selfscore_core::evidence::{Compared, Found, Verdict, verify};
use selfscore_core::form::Evidence as Piece;
use selfscore_wording::{Lang, evidence as words};

use super::add::PickEvidence;
use crate::browser::{events, folders};
use crate::parts::on_drop;
use crate::session::{By, Evidence, Received, Session};

/// How many rows are shown before it is said how many more there are.
const SHOWN: usize = 200;

/// The place to put in what was received, and what became of it.
#[component]
pub fn Check(list: Memo<Vec<StoredEvidence>>) -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let take = move |picked: Vec<folders::Picked>| evidence.compare(ready(picked));
    view! {
        <div
            class="check drop-here"
            data-drop="check"
            on:dragover=on_drop(|_| ())
            on:drop=on_drop(move |event| evidence.compare(folders::dropped(&event)))
        >
            <h4>{session.t(words::check_title)}</h4>
            <p class="sub">{session.t(words::check_hint)}</p>
            <div class="commands">
                <PickEvidence
                    label=words::check_files
                    name="check"
                    folder=false
                    on_files=take
                />
                <PickEvidence
                    label=words::choose_folder
                    name="check-folder"
                    folder=true
                    on_files=take
                />
                <span class="sub">{session.t(words::check_drop)}</span>
            </div>
            {move || {
                evidence.received.get().map(|received| view! { <Result received=received list=list /> })
            }}
        </div>
    }
}

#[component]
fn Result(received: Received, list: Memo<Vec<StoredEvidence>>) -> impl IntoView {
    let session = Session::from_context();
    let evidence = Evidence::from_context();
    let form = received.form.as_ref().map(|(name, _)| visible(name));
    let received = StoredValue::new(received);
    let listed = Memo::new(move |_| match evidence.by.get() {
        By::Open => list.with(|list| list.iter().map(Piece::from).collect::<Vec<_>>()),
        By::Package => received.with_value(|received| received.listed.clone()),
    });
    let compared = Memo::new(move |_| {
        received.with_value(|received| {
            let mut compared = listed.with(|listed| verify(listed, &received.files));
            compared.extra.retain(|at| !received.own.contains(at));
            Arc::new(compared)
        })
    });
    let summary = move || {
        let lang = session.lang.get();
        let count = listed.with(Vec::len);
        compared.with(|compared| {
            let intact = compared.count_intact();
            let (sign, class, text) = match count {
                0 => ("! ", "warning", words::check_no_list(lang).to_owned()),
                _ if compared.intact() => ("✓ ", "done", words::check_all(lang, count)),
                _ => ("✕ ", "error", words::check_some(lang, intact, count)),
            };
            let extra = compared.extra.len();
            view! {
                <p class=class data-compared=class>
                    <span aria-hidden="true">{sign}</span>
                    {text}
                    {(extra > 0).then(|| words::check_extra(lang, extra))}
                </p>
            }
        })
    };
    let by = form.map(|name| {
        view! {
            <div class="commands">
                <label>
                    {session.t(words::check_by)}
                    " "
                    <select
                        data-by=""
                        on:change=move |event| {
                            evidence.by.set(match events::text_of(&event).as_str() {
                                "package" => By::Package,
                                _ => By::Open,
                            });
                        }
                    >
                        <option value="open" prop:selected=move || evidence.by.get() == By::Open>
                            {session.t(words::check_by_open)}
                        </option>
                        <option
                            value="package"
                            prop:selected=move || evidence.by.get() == By::Package
                        >
                            {move || words::check_by_package(session.lang.get(), &name)}
                        </option>
                    </select>
                </label>
                <button type="button" data-open-form="" on:click=move |_| evidence.open_form()>
                    {session.t(words::check_open)}
                </button>
            </div>
        }
    });
    let rows = move || {
        let lang = session.lang.get();
        let compared = compared.get();
        let drawn = |got: &Received| listed.with(|all| rows(all, &compared, &got.files, lang));
        received.with_value(drawn)
    };
    view! {
        <div class="received" role="region" aria-live="polite" aria-label=session.t(words::check_title)>
            {by}
            {summary}
            <div class="steps">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{session.t(words::column_number)}</th>
                            <th scope="col">{session.t(words::column_name)}</th>
                            <th scope="col">{session.t(words::verdict)}</th>
                            <th scope="col">{session.t(words::found_as)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
}

/// What is not as listed first, since a long list of good ones hides it.
fn rows(listed: &[Piece], compared: &Compared, files: &[Found], lang: Lang) -> AnyView {
    let path = |at: usize| files.get(at).map(|file| visible(&file.path)).unwrap_or_default();
    let mut rows: Vec<(u8, String, String, Told, String)> = Vec::new();
    for (piece, verdict) in listed.iter().zip(&compared.listed) {
        let (rank, told, found) = match *verdict {
            Verdict::Changed(at) => (0, ("✕ ", "error", words::changed(lang)), path(at)),
            Verdict::Missing => (1, ("○ ", "missing", words::missing(lang)), String::new()),
            Verdict::Unstated(at) => (2, ("! ", "warning", words::unstated(lang)), path(at)),
            Verdict::Renamed(at) => (4, ("✓ ", "done", words::renamed(lang)), path(at)),
            Verdict::Intact(at) => (4, ("✓ ", "done", words::intact(lang)), path(at)),
        };
        rows.push((rank, visible(&piece.number), visible(&piece.name), told, found));
    }
    for at in &compared.extra {
        let told = ("! ", "warning", words::extra(lang));
        rows.push((3, String::new(), String::new(), told, path(*at)));
    }
    rows.sort_by_key(|row| row.0);
    let rest = rows.len().saturating_sub(SHOWN);
    let one =
        |(_, number, name, (sign, class, word), found): (u8, String, String, Told, String)| {
            view! {
                <tr data-verdict=class>
                    <td>{number}</td>
                    <td><bdi>{name}</bdi></td>
                    <td class=class>
                        <span aria-hidden="true">{sign}</span>
                        {word}
                    </td>
                    <td><bdi>{found}</bdi></td>
                </tr>
            }
        };
    view! {
        {rows.into_iter().take(SHOWN).map(one).collect_view()}
        {(rest > 0).then(|| view! { <tr><td colspan="4" class="sub">{words::more(lang, rest)}</td></tr> })}
    }
    .into_any()
}

/// Sign, style and word of a verdict.
type Told = (&'static str, &'static str, &'static str);
