//! One task: a row of fields, and under it a line that says how it stands.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use selfscore_core::draft::TaskEntry;
use selfscore_core::issue::field;
use selfscore_core::points::Points;
use selfscore_core::scheme::Role;
use selfscore_core::scoring::TaskStanding;
use selfscore_wording::{Lang, page as words};

use crate::browser::events;
use crate::pages::fill::rows::{self, Row};
use crate::parts::{Area, Line};
use crate::session::Session;

const COLUMNS: [&str; 8] =
    ["number", "title", "role", "completion", "in_debugging", "claim", "note", "evidence"];

/// How a task stands, and what it loses.
type Standing = (TaskStanding, Option<Points>);

/// The row.
#[component]
pub fn TaskRow(
    /// The criterion's id.
    criterion: StoredValue<String>,
    /// The row's key.
    key: u32,
    /// The row.
    row: RwSignal<Row<TaskEntry, Standing>>,
) -> impl IntoView {
    let session = Session::from_context();
    let text = move |of: fn(&TaskEntry) -> &String| {
        Memo::new(move |_| row.with(|row| of(&row.typed).clone()))
    };
    let number = text(|task| &task.number);
    let pointer = move |column: &'static str| {
        Signal::derive(move || {
            criterion.with_value(|id| field::task(id, row.with(|row| row.at), column))
        })
    };
    let label = move |column: fn(Lang) -> &'static str| {
        Signal::derive(move || {
            let lang = session.lang.get();
            number.with(|number| words::of_task(lang, column(lang), number))
        })
    };
    let set = move |change: fn(&mut TaskEntry, String)| {
        move |text: String| {
            criterion.with_value(|id| session.edit_task(id, key, |task| change(task, text)));
        }
    };
    let issue = move |column: &'static str| {
        let at = pointer(column);
        Memo::new(move |_| row.with(|row| row.issue(&at.get())))
    };
    let role = Memo::new(move |_| row.with(|row| row.typed.role));
    let debugging = Memo::new(move |_| row.with(|row| row.typed.in_debugging));
    let move_row =
        move |down: bool| move |_| criterion.with_value(|id| session.move_task(id, key, down));
    let named =
        move |words: fn(Lang, String) -> String| move || words(session.lang.get(), number.get());
    let walk = move |event: KeyboardEvent| {
        let id = criterion.get_value();
        let rows = session
            .draft
            .with_untracked(|draft| draft.entry(&id).map_or(0, |entry| entry.tasks.len()));
        let add = || {
            session.add_task(&id);
        };
        rows::walk(&event, &COLUMNS, row.with_untracked(|row| row.at), rows, add, |at, column| {
            field::task(&id, at, column)
        });
    };
    view! {
        <tbody class="task" on:keydown=walk>
            <tr>
                <td class="c-number" data-label=session.t(words::column_number)>
                    <Line
                        value=number
                        on_text=set(|task, text| task.number = text)
                        field=pointer("number")
                        label=label(words::column_number)
                        issue=issue("number")
                    />
                </td>
                <td class="c-title" data-label=session.t(words::column_title)>
                    <Area
                        value=text(|task| &task.title)
                        on_text=set(|task, text| task.title = text)
                        field=pointer("title")
                        label=label(words::column_title)
                    />
                </td>
                <td class="c-role" data-label=session.t(words::column_role)>
                    <select
                        data-field=pointer("role")
                        aria-label=label(words::column_role)
                        on:change=move |event| {
                            let role = match events::text_of(&event).as_str() {
                                "lead" => Some(Role::Lead),
                                "supporting" => Some(Role::Supporting),
                                _ => None,
                            };
                            criterion.with_value(|id| {
                                session.edit_task(id, key, |task| task.role = role);
                            });
                        }
                    >
                        <option value="" prop:selected=move || role.get().is_none()>
                            {session.t(words::role_choose)}
                        </option>
                        <option value="lead" prop:selected=move || role.get() == Some(Role::Lead)>
                            {session.t(words::role_lead)}
                        </option>
                        <option
                            value="supporting"
                            prop:selected=move || role.get() == Some(Role::Supporting)
                        >
                            {session.t(words::role_supporting)}
                        </option>
                    </select>
                </td>
                <td class="c-completion" data-label=session.t(words::column_completion)>
                    <Line
                        value=text(|task| &task.completion)
                        on_text=set(|task, text| task.completion = text)
                        field=pointer("completion")
                        label=label(words::column_completion)
                        numeric=true
                        issue=issue("completion")
                    />
                </td>
                <td class="c-debugging" data-label=session.t(words::column_debugging)>
                    <input
                        type="checkbox"
                        data-field=pointer("in_debugging")
                        aria-label=label(words::column_debugging)
                        title=session.t(words::debugging_help)
                        prop:checked=debugging
                        on:change=move |event| {
                            let on = events::ticked(&event);
                            criterion.with_value(|id| {
                                session.edit_task(id, key, |task| task.in_debugging = on);
                            });
                        }
                    />
                </td>
                <td class="c-claim" data-label=session.t(words::column_claim)>
                    <Line
                        value=text(|task| &task.claim)
                        on_text=set(|task, text| task.claim = text)
                        field=pointer("claim")
                        label=label(words::column_claim)
                        numeric=true
                        issue=issue("claim")
                    />
                </td>
                <td class="c-note" data-label=session.t(words::column_note)>
                    <Area
                        value=text(|task| &task.note)
                        on_text=set(|task, text| task.note = text)
                        field=pointer("note")
                        label=label(words::column_note)
                    />
                </td>
                <td class="c-evidence" data-label=session.t(words::column_evidence)>
                    <Line
                        value=text(|task| &task.evidence)
                        on_text=set(|task, text| task.evidence = text)
                        field=pointer("evidence")
                        label=label(words::column_evidence)
                    />
                </td>
                <td class="c-actions">
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::move_up)
                        on:click=move_row(false)
                    >
                        "↑"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::move_down)
                        on:click=move_row(true)
                    >
                        "↓"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label=named(words::remove_task)
                        on:click=move |_| criterion.with_value(|id| session.remove_task(id, key))
                    >
                        "✕"
                    </button>
                </td>
            </tr>
            <tr class="standing">
                <td></td>
                <td colspan="8">
                    {standing(session, row)}
                </td>
            </tr>
        </tbody>
    }
}

/// How the task stands: the worst issue of the row, else its share and what it loses.
fn standing(session: Session, row: RwSignal<Row<TaskEntry, Standing>>) -> impl IntoView {
    rows::below(session, row, move |(standing, lost), lang| {
        let decimals = session.scheme.with(|scheme| scheme.decimals());
        let words = match standing {
            TaskStanding::Full => words::task_full(lang).to_owned(),
            TaskStanding::Nothing => words::task_zero(lang).to_owned(),
            TaskStanding::Share(percent) => words::task_share(lang, percent),
        };
        let lost = lost.map(|lost| words::task_lost(lang, lost.fixed(decimals)));
        view! {
            {words}
            {lost.map(|lost| view! { " · " <span class="figure">{lost}</span> })}
        }
        .into_any()
    })
}
