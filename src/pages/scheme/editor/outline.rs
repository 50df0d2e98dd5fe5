//! The outline of the scheme: every part a click away, with what can be added and moved.

use leptos::prelude::*;
use selfscore_core::scheme::lint::Severity;
use selfscore_core::scheme::shape::{self, Shape};
use selfscore_wording::{Lang, editor as words, shape as labels};
use serde_json::Value;

use super::findings::severity_shown;
use super::list::AddKind;
use crate::browser::focus;
use crate::session::{Session, Workbench};

/// Members of the file that are parts of the outline, besides groups.
const PARTS: [&str; 6] = ["clauses", "units", "masked", "classes", "total", "succeeds"];

/// Members that are outline entries of their own where they stand.
pub fn apart(pointer: &str, member: &str) -> bool {
    match member {
        "groups" | "indicators" => pointer.is_empty() || pointer.starts_with("/groups"),
        "criteria" => pointer.starts_with("/groups"),
        member => pointer.is_empty() && PARTS.contains(&member),
    }
}

/// The entry of the outline in which a place of the file lies.
pub fn part_of(path: &str) -> &str {
    let mut end = 0;
    let mut at = 0;
    let mut steps = path.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        at += step.len() + 1;
        let list = apart(path.get(..at - step.len() - 1).unwrap_or_default(), step);
        if !list {
            break;
        }
        if end == 0 && PARTS.contains(&step) {
            return path.get(..at).unwrap_or_default();
        }
        let Some(index) = steps.next() else { break };
        at += index.len() + 1;
        end = at;
    }
    path.get(..end).unwrap_or_default()
}

/// What people call the entry of the outline in which a place lies.
pub fn title_of(file: &Value, path: &str, lang: Lang) -> String {
    let part = part_of(path);
    if part.is_empty() {
        return words::head(lang).into();
    }
    let member = part.trim_start_matches('/');
    if let Shape::Object(members) = shape::file()
        && let Some(member) = members.iter().find(|one| one.name == member)
    {
        return (member.label)(lang).into();
    }
    file.pointer(part).map(|value| called(value, lang)).unwrap_or_default()
}

/// What a part is called: its title, its words, its mark or number, else its id.
pub fn called(value: &Value, lang: Lang) -> String {
    let text = |name: &str| {
        let text = value.get(name)?;
        let of = |lang| text.get(lang).and_then(Value::as_str).filter(|text| !text.is_empty());
        lang.pick(of("zh").or(of("en")), of("en").or(of("zh")))
    };
    let line = |name: &str| value.get(name).and_then(Value::as_str).filter(|one| !one.is_empty());
    let known = line("number").or(line("mark"));
    let words = text("title").or(text("label")).or(text("text")).or(line("id"));
    let all = known.into_iter().chain(words).collect::<Vec<_>>().join(" ");
    match all.char_indices().nth(28) {
        Some((end, _)) => format!("{}…", &all[..end]),
        None => all,
    }
}

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

/// Adds to a list: a criterion by its kind of rule, anything else as it starts.
#[component]
fn Add(list: String) -> impl IntoView {
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
