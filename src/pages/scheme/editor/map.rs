//! Maps of a scheme: names, each with a value.

use leptos::prelude::*;
use selfscore_core::scheme::shape::{self, Reference, Shape};
use selfscore_wording::editor as words;
use serde_json::Value;

use super::leaf::candidates;
use super::part::Part;
use crate::browser::events;
use crate::session::{Session, Workbench};

/// Names with a value each.
#[component]
pub fn MapPart(
    /// What the names are of.
    key_of: Reference,
    /// What each has.
    value: Shape,
    /// Its JSON pointer.
    pointer: String,
    /// What it is called.
    label: Signal<String>,
) -> AnyView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let keys = bench.at(&pointer, |value| {
        let all = value.and_then(Value::as_object).into_iter().flatten();
        all.map(|(key, _)| key.clone()).collect::<Vec<_>>()
    });
    let offered = candidates(bench, &pointer, key_of);
    let own = StoredValue::new(pointer.clone());
    let typed = RwSignal::new(String::new());
    let row = move |key: String| {
        let at = own.with_value(|map| format!("{map}/{}", shape::escape(&key)));
        let named = key.clone();
        let name = Signal::derive(move || {
            let found = offered.get().into_iter().find(|one| one.id == named);
            let lang = session.lang.get();
            found.map_or(named.clone(), |one| one.words.get(lang).to_owned())
        });
        let title = Signal::derive(move || words::for_whom(session.lang.get(), name.get()));
        let place = at.clone();
        view! {
            <div class="member">
                <Part shape=value pointer=at label=title />
                <button
                    type="button"
                    class="icon"
                    aria-label=move || words::remove_what(session.lang.get(), name.get())
                    on:click=move |_| {
                        bench.edit(|edited| edited.remove(&place));
                    }
                >
                    "✕"
                </button>
            </div>
        }
    };
    let add = move |_| {
        let key = typed.get_untracked().trim().to_owned();
        if !key.is_empty() {
            let place = own.with_value(|map| format!("{map}/{}", shape::escape(&key)));
            bench.edit(|edited| edited.add_key(&place));
            typed.set(String::new());
        }
    };
    let free = key_of == Reference::Earlier;
    let field = move || match free {
        true => view! {
            <input
                type="text"
                aria-label=label
                prop:value=typed
                on:input=move |event| typed.set(events::text_of(&event))
            />
        }
        .into_any(),
        false => view! {
            <select
                aria-label=label
                prop:value=typed
                on:change=move |event| typed.set(events::text_of(&event))
            >
                <option value="">{session.t(words::none_chosen)}</option>
                {move || {
                    let options = offered.get().into_iter().map(|one| view! {
                        <option value=one.id>{one.words.get(session.lang.get()).to_owned()}</option>
                    });
                    options.collect_view()
                }}
            </select>
        }
        .into_any(),
    };
    view! {
        <For each=move || keys.get() key=|key| key.clone() children=row />
        <p class="add kind-of">
            {field}
            <button type="button" on:click=add>{session.t(words::add_button)}</button>
        </p>
    }
    .into_any()
}
