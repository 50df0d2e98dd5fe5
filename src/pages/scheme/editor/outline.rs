//! The outline of the scheme: every part a click away, with what can be added and moved.

use leptos::prelude::*;
use selfscore_core::scheme::lint::Severity;
use selfscore_core::scheme::shape::{self, Shape};
use selfscore_wording::{Lang, editor as words};
use serde_json::Value;

use super::add::Add;
use super::findings::severity_shown;
use super::place::{PARTS, apart, called, part_of};
use crate::browser::focus;
use crate::session::{Session, Workbench};

/// The outline.
#[component]
pub fn Outline() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let parts = move || {
        let Shape::Object(members) = shape::file() else { return None };
        let members = members.iter().filter(|member| PARTS.contains(&member.name));
        let rows = members.map(|member| {
            let pointer = format!("/{}", member.name);
            let there = bench.at(&pointer, |value| value.is_some());
            let label = Signal::derive(move || (member.label)(session.lang.get()).to_owned());
            let add = pointer.clone();
            view! {
                <li>
                    {move || match there.get() {
                        true => view! { <Open pointer=pointer.clone() label=label /> }.into_any(),
                        false => {
                            let add = add.clone();
                            view! {
                                <button
                                    type="button"
                                    class="add link"
                                    on:click=move |_| {
                                        bench.edit(|edited| edited.add(&add));
                                        bench.place.set(add.clone());
                                    }
                                >
                                    {move || words::add(session.lang.get(), label.get())}
                                </button>
                            }
                            .into_any()
                        }
                    }}
                </li>
            }
        });
        Some(rows.collect_view())
    };
    let head = Signal::derive(move || words::head(session.lang.get()).to_owned());
    view! {
        <nav class="outline" aria-label=session.t(words::outline)>
            <ul>
                <li><Open pointer=String::new() label=head /></li>
                {parts()}
            </ul>
            <Branch list="/groups".to_owned() />
        </nav>
    }
}

/// A way to a part, with a mark if something is wrong in it.
#[component]
fn Open(pointer: String, label: Signal<String>) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let own = StoredValue::new(pointer);
    let current = Memo::new(move |_| own.with_value(|own| bench.place.with(|place| place == own)));
    let worst = Memo::new(move |_| {
        own.with_value(|own| {
            bench.doubts.with(|all| {
                let here = all.iter().filter(|doubt| part_of(doubt.path()) == own);
                here.map(|doubt| doubt.severity()).filter(|one| *one != Severity::Note).min()
            })
        })
    });
    let mark = move || {
        worst.get().map(|worst| {
            let (sign, class, word) = severity_shown(worst, session.lang.get());
            view! {
                <span class=class>
                    <span aria-hidden="true">{sign}</span>
                    <span class="sr">{word}</span>
                </span>
            }
        })
    };
    view! {
        <button
            type="button"
            class="link open"
            class:current=current
            aria-current=move || current.get().then_some("true")
            on:click=move |_| {
                bench.place.set(own.get_value());
                focus::id_soon("open-part");
            }
        >
            {label}
            {mark}
        </button>
    }
}

/// A list of groups, indicators or criteria, with all below.
#[component]
fn Branch(list: String) -> impl IntoView {
    let bench = Workbench::from_context();
    let length = bench.at(&list, |value| value.and_then(Value::as_array).map_or(0, Vec::len));
    let own = list.clone();
    let parent = list.rsplit_once('/').map(|(parent, _)| parent.to_owned()).unwrap_or_default();
    let near = Memo::new(move |_| {
        let within = |place: &String| {
            place.strip_prefix(&parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        bench.place.with(within)
    });
    let row = move |index: usize| {
        let pointer = format!("{own}/{index}");
        view! { <Twig pointer=pointer /> }
    };
    view! {
        <ul>
            <For each=move || 0..length.get() key=|index| *index children=row />
            // What can be added stands where one works, not everywhere.
            <Show when=move || near.get()><li><Add list=list.clone() /></li></Show>
        </ul>
    }
}

#[component]
fn Twig(pointer: String) -> AnyView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let named = bench.at(&pointer, |value| {
        value.map(|value| (called(value, Lang::Zh), called(value, Lang::En)))
    });
    let label = Signal::derive(move || {
        let (zh, en) = named.get().unwrap_or_default();
        session.lang.get().pick(zh, en)
    });
    let own = StoredValue::new(pointer.clone());
    let shift = move |by: isize| {
        let moved = bench.edit(|edited| edited.shift(&own.get_value(), by));
        if let Some(place) = moved {
            bench.place.set(place);
        }
    };
    let remove = move |_| {
        if bench.edit(|edited| edited.remove(&own.get_value())).is_some() {
            bench.place.set(String::new());
        }
    };
    let current = Memo::new(move |_| own.with_value(|own| bench.place.with(|place| place == own)));
    let below = ["indicators", "criteria", "groups"].into_iter().filter(|member| {
        let at = format!("{pointer}/{member}");
        let shape = bench.with(|file| shape::shape_at(file, &at).map(|_| true));
        apart(&pointer, member) && shape == Some(true)
    });
    let below = below.map(|member| view! { <Branch list=format!("{pointer}/{member}") /> });
    let below = below.collect_view();
    view! {
        <li>
            <Open pointer=pointer label=label />
            <Show when=move || current.get()>
                <span class="moves">
                    <button
                        type="button"
                        class="icon"
                        aria-label=move || words::up_what(session.lang.get(), label.get())
                        on:click=move |_| shift(-1)
                    >
                        "↑"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=move || words::down_what(session.lang.get(), label.get())
                        on:click=move |_| shift(1)
                    >
                        "↓"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=move || words::copy_what(session.lang.get(), label.get())
                        on:click=move |_| {
                            let copied = bench.edit(|edited| edited.copy(&own.get_value()));
                            if let Some(place) = copied {
                                bench.place.set(place);
                            }
                        }
                    >
                        {session.t(words::copy)}
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=move || words::remove_what(session.lang.get(), label.get())
                        on:click=remove
                    >
                        "✕"
                    </button>
                </span>
            </Show>
            {below}
        </li>
    }
    .into_any()
}
