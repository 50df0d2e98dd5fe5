//! Pasting a block of cells copied from Excel or WPS, with a preview of what goes where.

use leptos::prelude::*;
use selfscore_core::draft::paste::{Block, Column};
use selfscore_wording::{Lang, page as words};

use crate::browser::{events, focus};
use crate::session::Session;

/// How many rows the preview shows.
const SHOWN: usize = 5;

fn column_words(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Ignore => words::paste_ignore(lang),
        Column::Number => words::column_number(lang),
        Column::Title => words::column_title(lang),
        Column::Role => words::column_role(lang),
        Column::Completion => words::column_completion(lang),
        Column::InDebugging => words::column_debugging(lang),
        Column::Claim => words::column_claim(lang),
        Column::Note => words::column_note(lang),
        Column::Evidence => words::column_evidence(lang),
    }
}

/// A block with the user's word on it.
#[derive(Clone, PartialEq)]
struct Mapped {
    block: Block,
    columns: Vec<Column>,
    heading: bool,
}

/// The panel.
#[component]
pub fn PastePanel(
    /// The criterion's id.
    criterion: StoredValue<String>,
    /// What was pasted elsewhere, to begin with.
    text: String,
    /// Closes the panel.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = Session::from_context();
    let start = text;
    let text = RwSignal::new(String::new());
    let mapped = RwSignal::new(None::<Mapped>);
    let refusal = RwSignal::new(None::<selfscore_core::form::ReadError>);
    let take = move |raw: String| {
        refusal.set(None);
        mapped.set(None);
        match Block::parse(&raw) {
            Ok(block) => {
                let (columns, heading) = (block.guess(), block.heading);
                mapped.set(Some(Mapped { block, columns, heading }));
            }
            Err(error) => refusal.set(Some(error)),
        }
        text.set(raw);
    };
    if start.is_empty() {
        focus::field_soon("paste".into());
    } else {
        take(start);
        focus::id_soon("paste-title");
    }
    let rows = move || {
        mapped.with(|mapped| match mapped {
            Some(Mapped { block, columns, heading }) => block.rows(columns, *heading, 1),
            None => Vec::new(),
        })
    };
    let nothing = move || !text.with(|text| text.trim().is_empty()) && rows().is_empty();
    let apply = move |_| {
        session.add_rows(&criterion.get_value(), rows());
        on_close();
    };
    view! {
        <section class="paste" aria-labelledby="paste-title">
            <h4 id="paste-title" tabindex="-1">{session.t(words::paste_title)}</h4>
            <p class="sub">{session.t(words::paste_help)}</p>
            <textarea
                rows="4"
                spellcheck="false"
                aria-label=session.t(words::paste_box)
                placeholder=session.t(words::paste_box)
                data-field="paste"
                prop:value=text
                on:input=move |event| take(events::text_of(&event))
            ></textarea>
            {move || refusal.get().map(|error| view! {
                <p class="error" role="alert">{error.message(session.lang.get())}</p>
            })}
            <Show when=move || nothing() && refusal.with(Option::is_none)>
                <p class="warning" role="alert">{session.t(words::paste_nothing)}</p>
            </Show>
            <Preview mapped=mapped />
            <div class="commands">
                <Show when=move || !rows().is_empty()>
                    <button type="button" class="primary" on:click=apply>
                        {move || words::paste_apply(session.lang.get(), rows().len())}
                    </button>
                </Show>
                <button type="button" on:click=move |_| on_close()>
                    {session.t(words::cancel)}
                </button>
            </div>
        </section>
    }
}

/// Which column goes where, with the first rows below.
#[component]
fn Preview(mapped: RwSignal<Option<Mapped>>) -> impl IntoView {
    let session = Session::from_context();
    let heading = move |event| {
        let on = events::ticked(&event);
        mapped.update(|mapped| {
            if let Some(mapped) = mapped {
                mapped.heading = on;
            }
        });
    };
    move || {
        let lang = session.lang.get();
        let Mapped { block, columns, heading: has_heading } = mapped.get()?;
        let first = usize::from(has_heading);
        let rows = block.cells.len().saturating_sub(first);
        let width = columns.len();
        let selects = (0..width).map(|index| {
            let chosen = columns[index];
            let options = Column::ALL.map(|column| {
                view! {
                    <option value=format!("{column:?}") prop:selected=column == chosen>
                        {column_words(column, lang)}
                    </option>
                }
            });
            let choose = move |event| {
                let name = events::text_of(&event);
                let column = Column::ALL.into_iter().find(|column| format!("{column:?}") == name);
                mapped.update(|mapped| {
                    if let (Some(mapped), Some(column)) = (mapped, column) {
                        // A field takes one column: the one chosen last.
                        for other in &mut mapped.columns {
                            if *other == column {
                                *other = Column::Ignore;
                            }
                        }
                        mapped.columns[index] = column;
                    }
                });
            };
            view! {
                <th scope="col">
                    <select aria-label=words::paste_column(lang, index + 1) on:change=choose>
                        {options.into_iter().collect_view()}
                    </select>
                </th>
            }
        });
        let body = block.cells.iter().skip(first).take(SHOWN).map(|row| {
            let cells = (0..width).map(|at| view! { <td>{row.get(at).cloned()}</td> });
            view! { <tr>{cells.collect_view()}</tr> }
        });
        let fractions = (0..width).filter(|at| {
            matches!(columns[*at], Column::Completion | Column::Claim) && block.fractions(*at)
        });
        let fractions = fractions.map(|at| {
            view! {
                <p class="warning">
                    "! " {words::paste_fraction(lang, column_words(columns[at], lang))}
                </p>
            }
        });
        Some(view! {
            <p>{words::paste_preview(lang, rows)}</p>
            <label class="option inline">
                <input type="checkbox" prop:checked=has_heading on:change=heading />
                <span>{words::paste_heading(lang)}</span>
            </label>
            <div class="steps" tabindex="0" role="group" aria-label=words::paste_title(lang)>
                <table class="preview">
                    <thead><tr>{selects.collect_view()}</tr></thead>
                    <tbody>{body.collect_view()}</tbody>
                </table>
            </div>
            {(rows > SHOWN).then(|| view! { <p class="sub">{words::paste_more(lang, rows - SHOWN)}</p> })}
            {fractions.collect_view()}
        })
    }
}
