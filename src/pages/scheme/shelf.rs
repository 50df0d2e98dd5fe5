//! The schemes of the page, and what can be done with each.

use leptos::prelude::*;
use selfscore_core::scheme::Held;
use selfscore_wording::{editor as edit_words, library as words};

use crate::browser::route;
use crate::parts::{OpenScheme, PickFiles};
use crate::session::{Session, Workbench};

/// The list, and the ways in.
#[component]
pub fn Shelf() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let rows = move || {
        let all = session.library.get();
        all.all().iter().cloned().map(|held| view! { <Row held=held /> }).collect_view()
    };
    view! {
        <section class="shelf schemes" aria-labelledby="schemes-title">
            <h2 id="schemes-title">{session.t(words::schemes_here)}</h2>
            <ul>{rows}</ul>
            <Show when=move || bench.waiting.with(Option::is_some)>
                <p class="ask" role="alert">
                    {session.t(edit_words::kept_ask)}
                    " "
                    <button type="button" class="primary" on:click=move |_| bench.resume()>
                        {session.t(edit_words::resume)}
                    </button>
                    <button type="button" on:click=move |_| bench.replace(true)>
                        {session.t(edit_words::kept_replace)}
                    </button>
                    <button type="button" on:click=move |_| bench.replace(false)>
                        {session.t(edit_words::kept_not_now)}
                    </button>
                </p>
            </Show>
            <div class="commands">
                <OpenScheme />
                <PickFiles
                    label=edit_words::open_sheet
                    accept=".csv"
                    name="sheet"
                    on_files=move |picked| bench.open_sheet(session, picked)
                />
                <button type="button" on:click=move |_| bench.begin_new()>
                    {session.t(edit_words::new_scheme)}
                </button>
                <Show when=move || bench.kept()>
                    <button type="button" class="primary" on:click=move |_| bench.resume()>
                        {session.t(edit_words::resume)}
                    </button>
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Row(held: Held) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let own = StoredValue::new(held.clone());
    let digest = StoredValue::new(held.scheme.digest().to_owned());
    let name = move || {
        let lang = session.lang.get();
        own.with_value(|held| {
            let file = held.scheme.file();
            words::name(lang, file.title.get(lang), file.revision)
        })
    };
    let used = Memo::new(move |_| session.scheme.with(|s| digest.with_value(|d| s.digest() == d)));
    let viewed =
        Memo::new(move |_| digest.with_value(|digest| session.viewed_scheme().digest() == digest));
    let origin = if held.builtin { words::builtin as fn(_) -> _ } else { words::opened };
    view! {
        <li class:viewed=viewed>
            <button
                type="button"
                class="name link"
                aria-pressed=move || viewed.get().to_string()
                on:click=move |_| session.viewed.set(Some(digest.get_value()))
            >
                {name}
            </button>
            <span class="tag">{session.t(origin)}</span>
            <Show when=move || used.get()>
                <span class="tag">{session.t(words::in_use)}</span>
            </Show>
            <span class="commands">
                <Show when=move || !used.get()>
                    <button
                        type="button"
                        on:click=move |_| {
                            session.choose_scheme(&digest.get_value());
                            route::go("fill");
                        }
                    >
                        {session.t(words::use_scheme)}
                    </button>
                </Show>
                <button
                    type="button"
                    on:click=move |_| own.with_value(|held| bench.begin(held))
                >
                    {session.t(edit_words::edit_copy)}
                </button>
                <button
                    type="button"
                    on:click=move |_| own.with_value(|held| session.save_scheme(held))
                >
                    {session.t(words::save_scheme)}
                </button>
                <button
                    type="button"
                    on:click=move |_| own.with_value(|held| session.save_sheet(held.scheme.file()))
                >
                    {session.t(edit_words::save_sheet)}
                </button>
                {(!held.builtin).then(|| view! {
                    <button
                        type="button"
                        on:click=move |_| session.remove_scheme(&digest.get_value())
                    >
                        {session.t(words::remove_scheme)}
                    </button>
                })}
            </span>
        </li>
    }
}
