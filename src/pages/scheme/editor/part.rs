//! The part of the scheme that is open, as a form that follows from its shape: no kind of rule
//! has code of its own here.

use leptos::prelude::*;
use selfscore_core::scheme::describe;
use selfscore_core::scheme::shape::{self, Choice, Member, Shape, Variant};
use selfscore_wording::editor as words;
use serde_json::Value;

use super::leaf::Leaf;
use super::list::ListPart;
use super::map::MapPart;
use super::place::{apart, title_of};
use crate::browser::events;
use crate::session::{Session, Workbench};

/// The part.
#[component]
pub fn OpenPart() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let title = Signal::derive(move || {
        bench.with(|file| title_of(file, &bench.place.get(), session.lang.get()))
    });
    // Drawn anew when another part is opened, and only then.
    let form = move || {
        let place = bench.place.get();
        let shape = untrack(|| bench.with(|file| shape::shape_at(file, &place)));
        shape.map(|shape| view! { <Part shape=shape pointer=place label=title /> })
    };
    view! {
        <div class="open-part" id="open-part" tabindex="-1">
            <h3>{title}</h3>
            <InWords />
            {form}
        </div>
    }
}

/// What the program does by the criterion that is open.
#[component]
fn InWords() -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    move || {
        let lang = session.lang.get();
        let id = bench.with(|file| {
            let place = bench.place.get();
            let criterion = shape::criterion_of(&place).filter(|own| *own == place)?;
            file.pointer(criterion)?.get("id")?.as_str().map(str::to_owned)
        })?;
        let scheme = bench.sound.get()?;
        let said = describe::criterion(scheme.file(), scheme.criterion(&id)?, lang)
            .join(lang.pick("", " "));
        Some(view! { <p class="rule"><b>{words::rule_in_words(lang)}</b> " " {said}</p> })
    }
}

/// A place of the file by its shape.
#[component]
pub fn Part(
    /// What fits there.
    shape: Shape,
    /// Its JSON pointer.
    pointer: String,
    /// What it is called; empty where that stands above it already.
    label: Signal<String>,
) -> AnyView {
    match shape {
        Shape::Fixed(_) => ().into_any(),
        Shape::Object(members) => view! { <Members members=members pointer=pointer /> }.into_any(),
        Shape::Choice(choice) => view! { <Kinds choice=choice pointer=pointer /> }.into_any(),
        Shape::List(list) => {
            view! { <ListPart list=list pointer=pointer label=label /> }.into_any()
        }
        Shape::Map { key, value } => {
            view! { <MapPart key_of=key value=*value pointer=pointer label=label /> }.into_any()
        }
        _ => view! { <Leaf shape=shape pointer=pointer label=label /> }.into_any(),
    }
}

/// Whether a shape is one field, with its label beside it.
fn plain(shape: Shape) -> bool {
    !matches!(
        shape,
        Shape::Object(_) | Shape::Choice(_) | Shape::List(_) | Shape::Map { .. } | Shape::Fixed(_)
    )
}

/// The members of an object: those that are there, and buttons for those that may be.
#[component]
fn Members(members: &'static [Member], pointer: String) -> AnyView {
    let own = pointer.clone();
    let shown = members.iter().filter(move |member| !apart(&own, member.name));
    let shown: Vec<&'static Member> =
        shown.filter(|member| !matches!(member.shape, Shape::Fixed(_))).collect();
    let base = pointer.clone();
    let fields = shown.iter().map(|member| {
        view! { <OneMember member=member pointer=format!("{base}/{}", member.name) /> }
    });
    let fields = fields.collect_view();
    let optional = shown.iter().filter(|member| !member.required);
    let adds = optional.map(|member| {
        view! { <AddMember member=member pointer=format!("{pointer}/{}", member.name) /> }
    });
    view! {
        <div class="members">
            {fields}
            <div class="adds">{adds.collect_view()}</div>
        </div>
    }
    .into_any()
}

#[component]
fn OneMember(member: &'static Member, pointer: String) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let there = bench.at(&pointer, |value| value.is_some());
    let required = member.required;
    let label = Signal::derive(move || (member.label)(session.lang.get()).to_owned());
    move || {
        // What must be there and is not is named by the check; the field would have nothing to hold.
        there.get().then(|| {
            let own = pointer.clone();
            let remove = (!required).then(|| {
                view! {
                    <button
                        type="button"
                        class="icon"
                        aria-label=move || words::remove_what(session.lang.get(), label.get())
                        on:click=move |_| {
                            bench.edit(|edited| edited.remove(&own));
                        }
                    >
                        "✕"
                    </button>
                }
            });
            let (shape, pointer, at) = (member.shape, pointer.clone(), pointer.clone());
            match plain(shape) {
                true => view! {
                    <div class="member">
                        <Part shape=shape pointer=pointer label=label />
                        {remove}
                    </div>
                }
                .into_any(),
                false => view! {
                    <fieldset class="member compound" data-field=at tabindex="-1">
                        <legend>{label} {remove}</legend>
                        <Part shape=shape pointer=pointer label=label />
                    </fieldset>
                }
                .into_any(),
            }
        })
    }
}

#[component]
fn AddMember(member: &'static Member, pointer: String) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let there = bench.at(&pointer, |value| value.is_some());
    let own = StoredValue::new(pointer);
    view! {
        <Show when=move || !there.get()>
            <button
                type="button"
                class="add link"
                on:click=move |_| {
                    bench.edit(|edited| edited.add(&own.get_value()));
                }
            >
                {move || words::add(session.lang.get(), (member.label)(session.lang.get()))}
            </button>
        </Show>
    }
}

/// An object whose members follow from its kind.
#[component]
fn Kinds(choice: &'static Choice, pointer: String) -> AnyView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let tag = choice.tag;
    let chosen = bench.at(&pointer, move |value| {
        value.and_then(|value| value.get(tag)).and_then(Value::as_str).map(str::to_owned)
    });
    let offered: Vec<&'static Variant> = choice.offered(&pointer).collect();
    let options = offered.into_iter().map(|kind| {
        view! {
            <option
                value=kind.word
                prop:selected=move || chosen.with(|word| word.as_deref() == Some(kind.word))
            >
                {move || (kind.label)(session.lang.get())}
            </option>
        }
    });
    let options = options.collect_view();
    let own = StoredValue::new(pointer.clone());
    let members = move || {
        let kind = chosen.get().and_then(|word| choice.named(&word));
        kind.map(|kind| view! { <Members members=kind.members pointer=own.get_value() /> })
    };
    view! {
        <label class="kind">
            <span>{move || (choice.label)(session.lang.get())}</span>
            <select
                data-field=format!("{pointer}/{tag}")
                on:change=move |event| {
                    let word = events::text_of(&event);
                    bench.edit(|edited| edited.choose(&own.get_value(), &word));
                }
            >
                {options}
            </select>
        </label>
        {members}
    }
    .into_any()
}
