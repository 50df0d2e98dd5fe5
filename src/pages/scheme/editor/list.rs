//! Lists of a scheme: entries that are added, moved and removed; names ticked among those that
//! there are; lines pasted from a spreadsheet.

use leptos::prelude::*;
use selfscore_core::scheme::shape::{self, List, Name, Reference, Shape, Variant};
use selfscore_wording::{Lang, editor as words};
use serde_json::{Value, json};

use super::add::AddKind;
use super::leaf::candidates;
use super::part::Part;
use super::place::called;
use crate::browser::events;
use crate::session::{Session, Workbench};

/// Lists longer than this are closed at first.
const OPEN_UP_TO: usize = 4;

/// A list.
#[component]
pub fn ListPart(
    /// What it is a list of.
    list: &'static List,
    /// Its JSON pointer.
    pointer: String,
    /// What it is called.
    label: Signal<String>,
) -> AnyView {
    match list.item {
        Shape::Line | Shape::Id(Name::Unit) | Shape::Reference(Reference::Earlier) => {
            view! { <Lines pointer=pointer label=label /> }.into_any()
        }
        Shape::Reference(to) => view! { <Ticks to=to pointer=pointer /> }.into_any(),
        _ => view! { <Entries list=list pointer=pointer /> }.into_any(),
    }
}

/// One line an entry, as a column of a spreadsheet is pasted.
#[component]
fn Lines(pointer: String, label: Signal<String>) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let text = bench.at(&pointer, |value| {
        let all = value.and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
    });
    let own = StoredValue::new(pointer.clone());
    // Blank lines are where somebody is about to type: they go when the field is left.
    let take = move |text: String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines: Value = lines.map(|line| json!(line)).collect();
        bench.edit(|edited| edited.set(&own.get_value(), lines));
    };
    view! {
        <p class="sub">{session.t(words::one_a_line)}</p>
        <textarea
            rows="8"
            data-field=pointer
            aria-label=label
            prop:value=text
            on:change=move |event| take(events::text_of(&event))
        ></textarea>
    }
}

/// Names among those that there are.
#[component]
fn Ticks(to: Reference, pointer: String) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let chosen = bench.at(&pointer, |value| {
        let all = value.and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    });
    let offered = candidates(bench, &pointer, to);
    let own = StoredValue::new(pointer);
    let boxes = move || {
        let mut all = offered.get();
        // What the file names and does not have is shown, so that it can be taken out.
        for id in chosen.get() {
            if !all.iter().any(|one| one.id == id) {
                all.push(shape::Candidate { words: id.as_str().into(), id });
            }
        }
        let boxes = all.into_iter().map(|one| {
            let (id, own_id) = (one.id.clone(), one.id.clone());
            view! {
                <label class="option">
                    <input
                        type="checkbox"
                        prop:checked=move || chosen.with(|all| all.contains(&own_id))
                        on:change=move |event| {
                            let mut all = chosen.get_untracked();
                            all.retain(|other| *other != id);
                            if events::ticked(&event) {
                                all.push(id.clone());
                            }
                            bench.edit(|edited| edited.set(&own.get_value(), json!(all)));
                        }
                    />
                    <span>{move || one.words.get(session.lang.get()).to_owned()}</span>
                </label>
            }
        });
        boxes.collect_view()
    };
    view! { <div class="options">{boxes}</div> }
}

/// Entries with members of their own.
#[component]
fn Entries(list: &'static List, pointer: String) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let length = bench.at(&pointer, |value| value.and_then(Value::as_array).map_or(0, Vec::len));
    let open = length.get_untracked() <= OPEN_UP_TO;
    let own = StoredValue::new(pointer.clone());
    let row = move |index: usize| {
        let pointer = own.with_value(|list| format!("{list}/{index}"));
        view! { <Entry list=list pointer=pointer number=index + 1 open=open /> }
    };
    let last = move || length.get_untracked();
    let add = match list.item {
        Shape::Choice(choice) => {
            let kinds: Vec<&'static Variant> = choice.offered(&pointer).collect();
            let tag = choice.tag;
            let add = move |word: String| {
                if let Some(kind) = choice.named(&word) {
                    let new = shape::variant(tag, kind);
                    // Read before: while the file changes, nobody can read it.
                    let last = last();
                    bench.edit(|edited| edited.insert_value(&own.get_value(), last, new));
                }
            };
            view! { <AddKind kinds=kinds label=words::add_step on_kind=add /> }.into_any()
        }
        _ => view! {
            <button
                type="button"
                class="add link"
                on:click=move |_| {
                    let last = last();
                    bench.edit(|edited| edited.insert(&own.get_value(), last));
                }
            >
                {move || words::add(session.lang.get(), (list.label)(session.lang.get()))}
            </button>
        }
        .into_any(),
    };
    view! {
        <div class="entries-of">
            <For each=move || 0..length.get() key=|index| *index children=row />
            {add}
        </div>
    }
}

#[component]
fn Entry(list: &'static List, pointer: String, number: usize, open: bool) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let named = bench.at(&pointer, |value| {
        value.map(|value| (called(value, Lang::Zh), called(value, Lang::En)))
    });
    let title = Signal::derive(move || {
        let lang = session.lang.get();
        let (zh, en) = named.get().unwrap_or_default();
        match lang.pick(zh, en) {
            unnamed if unnamed.is_empty() => words::unnamed(lang, (list.label)(lang), number),
            named => named,
        }
    });
    let own = StoredValue::new(pointer.clone());
    let at = pointer.clone();
    let shift = move |by: isize| {
        bench.edit(|edited| edited.shift(&own.get_value(), by));
    };
    let button = move |sign: &'static str, label: fn(Lang, String) -> String, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="icon"
                aria-label=move || label(session.lang.get(), title.get())
                on:click=move |_| act.run(())
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="entry">
            <span class="moves">
                {button("↑", words::up_what, Callback::new(move |()| shift(-1)))}
                {button("↓", words::down_what, Callback::new(move |()| shift(1)))}
                {button(
                    "✕",
                    words::remove_what,
                    Callback::new(move |()| {
                        bench.edit(|edited| edited.remove(&own.get_value()));
                    }),
                )}
            </span>
            <details open=open data-field=at tabindex="-1">
                <summary>{title}</summary>
                <Part shape=list.item pointer=pointer label=title />
            </details>
        </div>
    }
}
