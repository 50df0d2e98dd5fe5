//! What can be added to a list of the scheme: another of the same, or one of several kinds.

use leptos::prelude::*;
use selfscore_core::scheme::shape::{self, Shape, Variant};
use selfscore_wording::{Lang, editor as words, shape as labels};
use serde_json::Value;

use crate::browser::{events, focus};
use crate::session::{Session, Workbench};

/// Adds to a list: a criterion by its kind of rule, anything else as it starts.
#[component]
pub fn Add(
    /// Its JSON pointer.
    list: String,
) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let own = StoredValue::new(list.clone());
    let last = move || {
        own.with_value(|list| {
            untrack(|| {
                bench.with(|file| file.pointer(list).and_then(Value::as_array).map_or(0, Vec::len))
            })
        })
    };
    let open = move |place: Option<String>| {
        if let Some(place) = place {
            bench.place.set(place);
            focus::id_soon("open-part");
        }
    };
    let rule = format!("{list}/0/rule");
    match shape::shape_at(&Value::Null, &rule) {
        Some(Shape::Choice(rules)) => view! {
            <AddKind
                kinds=rules.variants.iter().collect()
                label=words::add_criterion
                on_kind=move |kind: String| {
                    if let Some(new) = shape::criterion(&kind) {
                        // Read before: while the file changes, nobody can read it.
                        let last = last();
                        open(bench.edit(|edited| {
                            edited.insert_value(&own.get_value(), last, new)
                        }));
                    }
                }
            />
        }
        .into_any(),
        _ => {
            let what = match list.rsplit('/').next() {
                Some("indicators") => labels::indicator_one as fn(Lang) -> &'static str,
                _ => labels::group_one,
            };
            view! {
                <button
                    type="button"
                    class="add link"
                    on:click=move |_| {
                        let last = last();
                        open(bench.edit(|edited| edited.insert(&own.get_value(), last)));
                    }
                >
                    {move || words::add(session.lang.get(), what(session.lang.get()))}
                </button>
            }
            .into_any()
        }
    }
}

/// One of several kinds, and a button that adds it.
#[component]
pub fn AddKind(
    /// The kinds.
    kinds: Vec<&'static Variant>,
    /// What is added.
    label: fn(Lang) -> &'static str,
    /// Takes the kind's word.
    #[prop(into)]
    on_kind: Callback<String>,
) -> impl IntoView {
    let session = Session::from_context();
    let chosen = RwSignal::new(String::new());
    let options = kinds.into_iter().map(|kind| {
        view! { <option value=kind.word>{move || (kind.label)(session.lang.get())}</option> }
    });
    view! {
        <span class="add kind-of">
            <select
                aria-label=session.t(label)
                prop:value=chosen
                on:change=move |event| chosen.set(events::text_of(&event))
            >
                <option value="">{session.t(label)}</option>
                {options.collect_view()}
            </select>
            <button
                type="button"
                prop:disabled=move || chosen.with(String::is_empty)
                on:click=move |_| {
                    on_kind.run(chosen.get_untracked());
                    chosen.set(String::new());
                }
            >
                {session.t(words::add_button)}
            </button>
        </span>
    }
}
