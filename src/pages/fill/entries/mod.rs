//! A list of things, each at its level: one row a thing, moved through like the task table.

mod row;

use leptos::prelude::*;
use selfscore_core::issue::field;
use selfscore_core::scheme::EntriesRule;
use selfscore_core::scoring::Line;
use selfscore_wording::{Lang, answers as words, page};

use super::answers::NoneOfThese;
use super::rows;
use crate::browser::focus;
use crate::parts::Message;
use crate::session::Session;
use row::EntryRow;

/// Which columns the rule has besides those that every list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    times: Memo<bool>,
    placement: bool,
    authors: bool,
}

impl Columns {
    /// How many columns there are: six that every list has, and these.
    fn count(self) -> usize {
        6 + [self.times.get(), self.placement, self.authors].into_iter().filter(|on| *on).count()
    }
}

/// The list with its commands.
#[component]
pub fn Entries(
    /// The criterion's id.
    criterion: String,
    /// Its rule.
    rule: EntriesRule,
    /// Its line.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let session = Session::from_context();
    let id = StoredValue::new(criterion.clone());
    let none = session.entry_part(&criterion, |entry| entry.no_entries);
    let standings =
        Memo::new(move |_| line.with(|line| line.as_ref().map(Line::entries).unwrap_or_default()));
    let rows = rows::follow(session, id, standings);
    // Where the same thing counts once, how often is no question; but what a file says is shown.
    let repeats = rule.highest_clause.is_none();
    let given = session.entry_part(&criterion, |entry| {
        entry.entries.iter().any(|row| !row.times.trim().is_empty())
    });
    let columns = Columns {
        times: Memo::new(move |_| repeats || given.get()),
        placement: !rule.placements.is_empty(),
        authors: rule.shared_clause.is_some(),
    };
    let at = field::part(&criterion, "entries");
    let issue_at = at.clone();
    let heading = move |name: &'static str, text: fn(Lang) -> &'static str| {
        view! { <th scope="col" class=name>{session.t(text)}</th> }
    };
    let add = move |_| {
        let place = session.add_listed(&id.get_value());
        focus::field_soon(field::entry(&id.get_value(), place, "title"));
    };
    let terms = Terms::of(&rule);
    let rule = StoredValue::new(rule);
    view! {
        <div class="tasks entries">
            <p class="sub">{move || terms.words(session.lang.get())}</p>
            <table data-field=at tabindex="-1">
                <caption class="sr">{session.t(words::entries_caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="c-number">{session.t(page::column_number)}</th>
                        {heading("c-title", words::entry_title)}
                        {heading("c-level", words::entry_level)}
                        {move || columns.times.get().then(|| heading("c-times", words::entry_times))}
                        {columns.placement.then(|| heading("c-level", words::entry_placement))}
                        {columns.authors.then(|| heading("c-times", words::entry_authors))}
                        {heading("c-note", words::entry_note)}
                        {heading("c-evidence", words::entry_evidence)}
                        <th scope="col" class="c-actions">
                            <span class="sr">{session.t(page::column_actions)}</span>
                        </th>
                    </tr>
                </thead>
                <For each=move || rows.get() key=|(key, _)| *key let((key, row))>
                    <EntryRow
                        criterion=id
                        rule=rule
                        key=key
                        columns=columns
                        row=row.into()
                    />
                </For>
            </table>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="empty">{session.t(words::no_entries_yet)}</p>
                <NoneOfThese
                    label=words::entries_none
                    ticked=none.into()
                    on_tick=move |on: bool| {
                        session.edit_entry(&id.get_value(), |entry| entry.no_entries = on);
                    }
                />
            </Show>
            <Message issue=session.issue(move || issue_at.clone()) />
            <div class="commands">
                <button type="button" class="primary" on:click=add>
                    "+ "
                    {session.t(words::add_entry)}
                </button>
                <span class="sub">{session.t(page::keys_hint)}</span>
            </div>
        </div>
    }
}

/// What the rule does with the list as a whole.
struct Terms {
    cap: String,
    highest: bool,
    shared: bool,
}

impl Terms {
    fn of(rule: &EntriesRule) -> Self {
        Terms {
            cap: rule.cap.to_string(),
            highest: rule.highest_clause.is_some(),
            shared: rule.shared_clause.is_some(),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let mut all = vec![words::entries_cap(lang, &self.cap)];
        all.extend(self.highest.then(|| words::highest_only(lang).to_owned()));
        all.extend(self.shared.then(|| words::shared(lang).to_owned()));
        all.join(lang.pick("；", "; "))
    }
}
