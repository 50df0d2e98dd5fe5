//! One field of a scheme: text, number, date, word, name or reference.

use leptos::prelude::*;
use selfscore_core::number::half_width;
use selfscore_core::scheme::shape::{self, Candidate, Name, Reference, Shape, Word};
use selfscore_wording::{Lang, editor as words};
use serde_json::{Value, json};

use super::findings::severity_shown;
use crate::browser::events;
use crate::parts::{Area, Line};
use crate::session::{Session, Workbench};

/// What a reference at a place can be to, following the file.
pub fn candidates(bench: Workbench, pointer: &str, to: Reference) -> Memo<Vec<Candidate>> {
    let pointer = pointer.to_owned();
    Memo::new(move |_| bench.with(|file| shape::candidates(file, &pointer, to)))
}

/// The field with its label, and what is wrong with it.
#[component]
pub fn Leaf(
    /// What fits.
    shape: Shape,
    /// Its JSON pointer.
    pointer: String,
    /// What it is called.
    label: Signal<String>,
) -> impl IntoView {
    let field = match shape {
        Shape::Text { long } => {
            view! { <TextField pointer=pointer.clone() label=label long=long /> }.into_any()
        }
        Shape::Bool => view! { <BoolField pointer=pointer.clone() label=label /> }.into_any(),
        Shape::Words(all) => {
            view! { <WordField pointer=pointer.clone() label=label all=all /> }.into_any()
        }
        Shape::Reference(to) if to != Reference::Earlier => {
            view! { <ReferenceField pointer=pointer.clone() label=label to=to /> }.into_any()
        }
        Shape::Id(name) => {
            view! { <IdField pointer=pointer.clone() label=label name=name /> }.into_any()
        }
        _ => view! { <LineField pointer=pointer.clone() label=label shape=shape /> }.into_any(),
    };
    view! {
        <div class="leaf">
            <span class="label" aria-hidden="true">{label}</span>
            {field}
            <Wrong pointer=pointer />
        </div>
    }
}

/// The worst that is to be said of a place, beside it.
#[component]
fn Wrong(pointer: String) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let below = format!("{pointer}/");
    move || {
        let lang = session.lang.get();
        bench.doubts.with(|all| {
            let here = all.iter().filter(|d| d.path() == pointer || d.path().starts_with(&below));
            let doubt = here.min_by_key(|doubt| doubt.severity())?;
            let (sign, class, _) = severity_shown(doubt.severity(), lang);
            Some(view! {
                <p class="message">
                    <span class=class>
                        <span class="sign" aria-hidden="true">{sign}</span>
                        {doubt.message(lang)}
                        " "
                        {doubt.remedy(lang)}
                    </span>
                </p>
            })
        })
    }
}

/// What stands there, as a text.
fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

#[component]
fn LineField(pointer: String, label: Signal<String>, shape: Shape) -> impl IntoView {
    let bench = Workbench::from_context();
    let value = bench.at(&pointer, shown);
    let own = pointer.clone();
    let take = move |text: String| {
        // Full-width digits are typed daily; a scheme has the others.
        let new = match shape {
            Shape::Points | Shape::Date => json!(half_width(text.trim())),
            Shape::Whole { .. } => {
                let text = half_width(text.trim());
                text.parse::<u32>().map_or_else(|_| json!(text), |number| json!(number))
            }
            _ => json!(text),
        };
        bench.edit(|edited| edited.typed(&own, new));
    };
    let numeric = matches!(shape, Shape::Points | Shape::Whole { .. });
    let hint = if matches!(shape, Shape::Date) { "2027-01-31" } else { "" };
    view! {
        <Line
            value=value
            on_text=take
            field=pointer
            label=label
            numeric=numeric
            hint=hint.to_owned()
        />
    }
}

/// A name: renamed when the field is left, with everything that refers to it.
#[component]
fn IdField(pointer: String, label: Signal<String>, name: Name) -> impl IntoView {
    let bench = Workbench::from_context();
    let value = bench.at(&pointer, shown);
    let own = pointer.clone();
    view! {
        <input
            type="text"
            autocomplete="off"
            spellcheck="false"
            class:id=name != Name::Unit
            data-field=pointer
            aria-label=label
            prop:value=value
            on:change=move |event| {
                let text = half_width(events::text_of(&event).trim());
                if bench.edit(|edited| edited.rename(&own, &text)).is_none() {
                    // What is refused does not stand there as if it were taken.
                    events::put_text(&event, &value.get_untracked());
                }
            }
        />
    }
}

#[component]
fn TextField(pointer: String, label: Signal<String>, long: bool) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let field =
        move |tag: &'static str, of: fn(Lang, String) -> String| {
            let at = format!("{pointer}/{tag}");
            let value = bench.at(&at, shown);
            let whole = StoredValue::new(pointer.clone());
            let take = move |text: String| {
                let new = untrack(|| {
                    whole.with_value(|whole| {
                        bench.with(|file| {
                            let mut new = file.pointer(whole).cloned().unwrap_or_else(|| json!({}));
                            match (tag, new.as_object_mut()) {
                                // English that is taken out is not there.
                                ("en", Some(members)) if text.is_empty() => {
                                    members.shift_remove("en");
                                }
                                (tag, Some(members)) => {
                                    members.insert(tag.into(), json!(text));
                                }
                                _ => new = json!({ "zh": text }),
                            }
                            new
                        })
                    })
                });
                bench.edit(|edited| edited.typed(&whole.get_value(), new));
            };
            let name = Signal::derive(move || of(session.lang.get(), label.get()));
            let hint = Signal::derive(move || {
                let lang = session.lang.get();
                if tag == "zh" { words::zh(lang) } else { words::en(lang) }.to_owned()
            });
            match long {
                true => view! { <Area value=value on_text=take field=at label=name hint=hint /> }
                    .into_any(),
                false => view! { <Line value=value on_text=take field=at label=name hint=hint /> }
                    .into_any(),
            }
        };
    view! {
        <div class="in-both">
            {field("zh", words::in_zh)}
            {field("en", words::in_en)}
        </div>
    }
}

#[component]
fn BoolField(pointer: String, label: Signal<String>) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let value = bench.at(&pointer, |value| value.and_then(Value::as_bool).unwrap_or_default());
    let own = pointer.clone();
    view! {
        <label class="option inline">
            <input
                type="checkbox"
                data-field=pointer
                aria-label=label
                prop:checked=value
                on:change=move |event| {
                    let new = json!(events::ticked(&event));
                    bench.edit(|edited| edited.set(&own, new));
                }
            />
            <span>{session.t(words::yes)}</span>
        </label>
    }
}

#[component]
fn WordField(pointer: String, label: Signal<String>, all: &'static [Word]) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let value = bench.at(&pointer, shown);
    let own = pointer.clone();
    let options = all.iter().map(|word| {
        view! {
            <option
                value=word.word
                prop:selected=move || value.with(|value| value == word.word)
            >
                {move || (word.label)(session.lang.get())}
            </option>
        }
    });
    view! {
        <select
            data-field=pointer
            aria-label=label
            on:change=move |event| {
                let new = json!(events::text_of(&event));
                bench.edit(|edited| edited.set(&own, new));
            }
        >
            {options.collect_view()}
        </select>
    }
}

#[component]
fn ReferenceField(pointer: String, label: Signal<String>, to: Reference) -> impl IntoView {
    let session = Session::from_context();
    let bench = Workbench::from_context();
    let value = bench.at(&pointer, shown);
    let offered = candidates(bench, &pointer, to);
    let own = pointer.clone();
    let options = move || {
        let lang = session.lang.get();
        let mut all = offered.get();
        let chosen = value.get();
        // What the file names and does not have is shown, and said to be wrong.
        if !chosen.is_empty() && !all.iter().any(|one| one.id == chosen) {
            all.insert(0, Candidate { words: chosen.as_str().into(), id: chosen.clone() });
        }
        let options = all.into_iter().map(|one| {
            let selected = one.id == chosen;
            let words: String = one.words.get(lang).chars().take(40).collect();
            view! { <option value=one.id prop:selected=selected>{words}</option> }
        });
        options.collect_view()
    };
    view! {
        <select
            data-field=pointer
            aria-label=label
            on:change=move |event| {
                let new = json!(events::text_of(&event));
                bench.edit(|edited| edited.set(&own, new));
            }
        >
            <option value="" prop:selected=move || value.with(String::is_empty)>
                {session.t(words::none_chosen)}
            </option>
            {options}
        </select>
    }
}
