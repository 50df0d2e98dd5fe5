//! One thing of a list: a row of fields, and under it a line that says how it stands.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use selfscore_core::draft::ListEntry;
use selfscore_core::issue::field;
use selfscore_core::scheme::EntriesRule;
use selfscore_core::scoring::EntryStanding;
use selfscore_core::text::Text;
use selfscore_wording::{Lang, answers as words};

use super::Columns;
use crate::browser::events;
use crate::pages::fill::rows::{self, Row};
use crate::parts::{Area, Line, shown};
use crate::session::Session;

const COLUMNS: [&str; 7] = ["title", "level", "times", "placement", "authors", "note", "evidence"];

/// The row.
#[component]
pub fn EntryRow(
    /// The criterion's id.
    criterion: StoredValue<String>,
    /// Its rule.
    rule: StoredValue<EntriesRule>,
    /// The row's key.
    key: u32,
    /// The columns that the rule has.
    columns: Columns,
    /// The row.
    row: RwSignal<Row<ListEntry, EntryStanding>>,
) -> impl IntoView {
    let session = Session::from_context();
    let text = move |of: fn(&ListEntry) -> &String| {
        Memo::new(move |_| row.with(|row| of(&row.typed).clone()))
    };
    let chosen = move |of: fn(&ListEntry) -> &Option<String>| {
        Memo::new(move |_| row.with(|row| of(&row.typed).clone()))
    };
    let number = move || row.with(|row| row.at) + 1;
    let pointer = move |column: &'static str| {
        Signal::derive(move || {
            criterion.with_value(|id| field::entry(id, row.with(|row| row.at), column))
        })
    };
    let label = move |column: fn(Lang) -> &'static str| {
        Signal::derive(move || {
            let lang = session.lang.get();
            words::of_entry(lang, column(lang), number())
        })
    };
    let set = move |change: fn(&mut ListEntry, String)| {
        move |text: String| {
            criterion.with_value(|id| session.edit_listed(id, key, |row| change(row, text)));
        }
    };
    let issue = move |column: &'static str| {
        let at = pointer(column);
        Memo::new(move |_| row.with(|row| row.issue(&at.get())))
    };
    let levels: Vec<(String, Text)> = rule
        .with_value(|rule| rule.levels.iter().map(|l| (l.id.clone(), l.label.clone())).collect());
    let placements: Vec<(String, Text)> = rule.with_value(|rule| {
        rule.placements.iter().map(|p| (p.id.clone(), p.label.clone())).collect()
    });
    let named = move |words: fn(Lang, usize) -> String| move || words(session.lang.get(), number());
    let move_row =
        move |down: bool| move |_| criterion.with_value(|id| session.move_listed(id, key, down));
    let walk = move |event: KeyboardEvent| {
        let id = criterion.get_value();
        let rows = session
            .draft
            .with_untracked(|draft| draft.entry(&id).map_or(0, |entry| entry.entries.len()));
        let add = || {
            session.add_listed(&id);
        };
        rows::walk(&event, &COLUMNS, row.with_untracked(|row| row.at), rows, add, |at, column| {
            field::entry(&id, at, column)
        });
    };
    view! {
        <tbody class="task" on:keydown=walk>
            <tr>
                <td class="c-number figure">{number}</td>
                <td class="c-title" data-label=session.t(words::entry_title)>
                    <Area
                        value=text(|row| &row.title)
                        on_text=set(|row, text| row.title = text)
                        field=pointer("title")
                        label=label(words::entry_title)
                    />
                </td>
                <td class="c-level" data-label=session.t(words::entry_level)>
                    <Choose
                        options=levels
                        none=words::level_choose
                        chosen=chosen(|row| &row.level)
                        on_choice=move |level| {
                            criterion.with_value(|id| {
                                session.edit_listed(id, key, |row| row.level = level);
                            });
                        }
                        field=pointer("level")
                        label=label(words::entry_level)
                    />
                </td>
                {move || columns.times.get().then(|| view! {
                    <td class="c-times" data-label=session.t(words::entry_times)>
                        <Line
                            value=text(|row| &row.times)
                            on_text=set(|row, text| row.times = text)
                            field=pointer("times")
                            label=label(words::entry_times)
                            numeric=true
                            issue=issue("times")
                            hint=Some("1".to_owned())
                        />
                    </td>
                })}
                {columns.placement.then(|| view! {
                    <td class="c-level" data-label=session.t(words::entry_placement)>
                        <Choose
                            options=placements
                            none=words::placement_none
                            chosen=chosen(|row| &row.placement)
                            on_choice=move |placement| {
                                criterion.with_value(|id| {
                                    session.edit_listed(id, key, |row| row.placement = placement);
                                });
                            }
                            field=pointer("placement")
                            label=label(words::entry_placement)
                        />
                    </td>
                })}
                {columns.authors.then(|| view! {
                    <td class="c-times" data-label=session.t(words::entry_authors)>
                        <Line
                            value=text(|row| &row.authors)
                            on_text=set(|row, text| row.authors = text)
                            field=pointer("authors")
                            label=label(words::entry_authors)
                            numeric=true
                            issue=issue("authors")
                            hint=Some("1".to_owned())
                        />
                    </td>
                })}
                <td class="c-note" data-label=session.t(words::entry_note)>
                    <Area
                        value=text(|row| &row.note)
                        on_text=set(|row, text| row.note = text)
                        field=pointer("note")
                        label=label(words::entry_note)
                    />
                </td>
                <td class="c-evidence" data-label=session.t(words::entry_evidence)>
                    <Line
                        value=text(|row| &row.evidence)
                        on_text=set(|row, text| row.evidence = text)
                        field=pointer("evidence")
                        label=label(words::entry_evidence)
                    />
                </td>
                <td class="c-actions">
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::move_entry_up)
                        on:click=move_row(false)
                    >
                        "↑"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::move_entry_down)
                        on:click=move_row(true)
                    >
                        "↓"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::remove_entry)
                        on:click=move |_| criterion.with_value(|id| session.remove_listed(id, key))
                    >
                        "✕"
                    </button>
                </td>
            </tr>
            <tr class="standing">
                <td></td>
                // As many as there are: one more would be a column without anything.
                <td colspan=move || columns.count() - 1>
                    {standing(session, row)}
                </td>
            </tr>
        </tbody>
    }
}

/// One of several, or none.
#[component]
fn Choose(
    options: Vec<(String, Text)>,
    none: fn(Lang) -> &'static str,
    chosen: Memo<Option<String>>,
    #[prop(into)] on_choice: Callback<Option<String>>,
    field: Signal<String>,
    label: Signal<String>,
) -> impl IntoView {
    let session = Session::from_context();
    let known: Vec<String> = options.iter().map(|(id, _)| id.clone()).collect();
    let options = options.into_iter().map(|(id, label)| {
        let own = id.clone();
        view! {
            <option value=id prop:selected=move || chosen.with(|c| c.as_ref() == Some(&own))>
                {move || label.get(session.lang.get()).to_owned()}
            </option>
        }
    });
    // A file may name one that the rule does not have: shown, and said to be wrong.
    let strange = move || {
        chosen.get().filter(|id| !known.contains(id)).map(|id| {
            let shown = id.clone();
            view! { <option value=id prop:selected=true>{shown}</option> }
        })
    };
    view! {
        <select
            data-field=field
            aria-label=label
            on:change=move |event| {
                let id = events::text_of(&event);
                on_choice.run((!id.is_empty()).then_some(id));
            }
        >
            <option value="" prop:selected=move || chosen.with(Option::is_none)>
                {session.t(none)}
            </option>
            {options.collect_view()}
            {strange}
        </select>
    }
}

/// How the entry stands: the worst issue of the row, else its points.
fn standing(session: Session, row: RwSignal<Row<ListEntry, EntryStanding>>) -> impl IntoView {
    rows::below(session, row, move |standing, lang| {
        let points = shown(standing.points, session.scheme.with(|scheme| scheme.decimals()));
        let words = match standing.counts {
            true => words::entry_points(lang, points),
            false => words::entry_not_counted(lang, points),
        };
        words.into_any()
    })
}
