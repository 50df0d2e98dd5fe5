//! Last year's forms under the scheme being written: who moves, by how much, by which clause.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::scheme::Scheme;
use selfscore_core::years::Replay;
use selfscore_core::years::report;
use selfscore_wording::{editor as words, library};
use serde_json::Value;

use crate::browser::{events, files};
use crate::parts::ReportTable;
use crate::session::{Session, Workbench};

/// The choice of the earlier scheme and its forms, and what comes of them.
#[component]
pub fn ReplayTab() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let named = bench.at("/succeeds/scheme", |id| id.and_then(Value::as_str).map(str::to_owned));
    // The scheme that this one succeeds, unless the author chooses another.
    let chosen = RwSignal::new(None::<String>);
    let old: Memo<Option<Arc<Scheme>>> = Memo::new(move |_| {
        session.library.with(|all| match chosen.get() {
            Some(digest) => all.get(&digest).cloned(),
            None => all.newest(&named.get().unwrap_or_default()).cloned(),
        })
    });
    let result = RwSignal::new(None::<Arc<Replay>>);
    let options = move || {
        let lang = session.lang.get();
        let all = session.library.get();
        let options = all.all().iter().map(|held| {
            let digest = held.scheme.digest().to_owned();
            let selected = old.with(|old| old.as_ref().is_some_and(|o| o.digest() == digest));
            let file = held.scheme.file();
            let name = library::name(lang, file.title.get(lang), file.revision);
            view! { <option value=digest prop:selected=selected>{name}</option> }
        });
        options.collect_view()
    };
    let run = move |event: web_sys::Event| {
        let picked = files::picked(&event);
        if let (Some(old), Some(new)) = (old.get_untracked(), bench.sound.get_untracked()) {
            session.replay(old, new, picked, result);
        }
    };
    let ready = Memo::new(move |_| old.with(Option::is_some) && bench.sound.with(Option::is_some));
    let tables = move || {
        let lang = session.lang.get();
        result.get().map(|replay| {
            let map = report::map_words(replay.without_map, &replay.unknown, &replay.old.id, lang);
            let said = map.into_iter().map(|one| view! { <p class="warning">{one}</p> });
            let tables = report::replay(&replay, lang);
            let saved = tables.clone();
            let save = move |_| {
                for table in &saved {
                    let name = files::safe_name(&format!("{}.csv", table.name));
                    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
                    bytes.extend_from_slice(table.csv().as_bytes());
                    files::download(&name, "text/csv;charset=utf-8", &bytes);
                }
            };
            view! {
                {said.collect_view()}
                <p>
                    <button type="button" on:click=save>{words::replay_save(lang)}</button>
                </p>
                {tables.into_iter().map(|table| view! { <ReportTable table=table /> }).collect_view()}
            }
        })
    };
    view! {
        <div class="page replay">
            <p class="sub">{session.t(words::replay_hint)}</p>
            <div class="commands">
                <label>
                    {session.t(words::replay_from)}
                    " "
                    <select
                        aria-label=session.t(words::replay_from)
                        on:change=move |event| {
                            chosen.set(Some(events::text_of(&event)));
                            result.set(None);
                        }
                    >
                        <option value="" prop:selected=move || old.with(Option::is_none)>
                            {session.t(words::none_chosen)}
                        </option>
                        {options}
                    </select>
                </label>
                <label class="button" class:disabled=move || !ready.get()>
                    {session.t(words::replay_forms)}
                    <input
                        type="file"
                        class="sr"
                        accept=".json,.csv"
                        multiple=true
                        data-import="replay"
                        prop:disabled=move || !ready.get()
                        on:change=run
                    />
                </label>
            </div>
            <Show when=move || bench.sound.with(Option::is_none)>
                <p class="gap" role="status">{session.t(words::trial_unsound)}</p>
            </Show>
            <div aria-live="polite">{tables}</div>
        </div>
    }
}
