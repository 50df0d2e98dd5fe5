//! The task table: one row a task, moved through like a spreadsheet.

mod paste;
mod register;
mod row;

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scoring::Line;
use selfscore_wording::{Lang, page as words};

use super::rows;
use crate::browser::{events, focus};
use crate::parts::Message;
use crate::session::Session;
use paste::PastePanel;
use register::RegisterButton;
use row::TaskRow;

/// The table with its commands.
#[component]
pub fn TaskTable(
    /// The criterion's id.
    criterion: String,
    /// Its line.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let session = Session::from_context();
    let id = StoredValue::new(criterion.clone());
    let standings =
        Memo::new(move |_| line.with(|line| line.as_ref().map(Line::tasks).unwrap_or_default()));
    let rows = rows::follow(session, id, standings);
    let pasting = RwSignal::new(None::<String>);
    // Cells pasted into a field of the table are rows to come, not a text with tabs.
    let paste = move |event: leptos::ev::ClipboardEvent| {
        let Some(text) = events::pasted(&event) else { return };
        let lines = text.trim_end().contains('\n') && !events::takes_lines(&event);
        if lines || text.trim_end().contains('\t') {
            event.prevent_default();
            pasting.set(Some(text));
        }
    };
    let at = field::part(&criterion, "tasks");
    let issue_at = at.clone();
    let heading = |name: &'static str, text: fn(Lang) -> &'static str| {
        view! { <th scope="col" class=name>{session.t(text)}</th> }
    };
    let add = move |_| {
        let place = session.add_task(&id.get_value());
        focus::field_soon(field::task(&id.get_value(), place, "title"));
    };
    view! {
        <div class="tasks">
            <table class="cards" on:paste=paste data-field=at tabindex="-1">
                <caption class="sr">{session.t(words::tasks_caption)}</caption>
                <thead>
                    <tr>
                        {heading("c-number", words::column_number)}
                        {heading("c-title", words::column_title)}
                        {heading("c-role", words::column_role)}
                        {heading("c-completion", words::column_completion)}
                        {heading("c-debugging", words::column_debugging)}
                        {heading("c-claim", words::column_claim)}
                        {heading("c-note", words::column_note)}
                        {heading("c-evidence", words::column_evidence)}
                        <th scope="col" class="c-actions">
                            <span class="sr">{session.t(words::column_actions)}</span>
                        </th>
                    </tr>
                </thead>
                <For each=move || rows.get() key=|(key, _)| *key let((key, row))>
                    <TaskRow criterion=id key=key row=row.into() />
                </For>
            </table>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="empty">{session.t(words::no_tasks_yet)}</p>
            </Show>
            <Message issue=session.issue(move || issue_at.clone()) />
            <div class="commands">
                <button type="button" class="primary" on:click=add>
                    "+ "
                    {session.t(words::add_task)}
                </button>
                <button
                    type="button"
                    aria-expanded=move || pasting.with(Option::is_some).to_string()
                    on:click=move |_| pasting.update(|open| {
                        *open = match open {
                            Some(_) => None,
                            None => Some(String::new()),
                        };
                    })
                >
                    {session.t(words::paste_tasks)}
                </button>
                <RegisterButton criterion=id />
                <span class="sub">{session.t(words::keys_hint)}</span>
            </div>
            {move || pasting.get().map(|text| view! {
                <PastePanel criterion=id text=text on_close=move || pasting.set(None) />
            })}
        </div>
    }
}
