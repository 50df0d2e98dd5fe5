//! What rows of tasks and rows of a list have in common: following the draft, moving with the
//! keyboard, and the line below a row.

use std::collections::{BTreeMap, HashMap};

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use selfscore_core::draft::{Entry, ListEntry, TaskEntry};
use selfscore_core::issue::{Issue, Severity, field};
use selfscore_wording::{Lang, page as words};

use crate::browser::focus;
use crate::parts::severity_words;
use crate::session::Session;

/// What a row holds.
pub trait Listed: Clone + PartialEq + Send + Sync + 'static {
    /// All of a criterion's.
    fn all(entry: &Entry) -> &[Self];
    /// What the row is known by while it moves.
    fn key(&self) -> u32;
    /// The field of a column, by the row's place.
    fn field(criterion: &str, at: usize, column: &str) -> String;
}

impl Listed for TaskEntry {
    fn all(entry: &Entry) -> &[Self] {
        &entry.tasks
    }

    fn key(&self) -> u32 {
        self.key
    }

    fn field(criterion: &str, at: usize, column: &str) -> String {
        field::task(criterion, at, column)
    }
}

impl Listed for ListEntry {
    fn all(entry: &Entry) -> &[Self] {
        &entry.entries
    }

    fn key(&self) -> u32 {
        self.key
    }

    fn field(criterion: &str, at: usize, column: &str) -> String {
        field::entry(criterion, at, column)
    }
}

/// A row as shown.
#[derive(Clone, PartialEq)]
pub struct Row<R, S> {
    /// Its place, from 0.
    pub at: usize,
    /// What is typed.
    pub typed: R,
    /// What is wrong or missing in it, the most severe first.
    pub issues: Vec<Issue>,
    /// How it counts.
    pub standing: Option<S>,
}

impl<R, S> Row<R, S> {
    /// The most severe issue at a field.
    pub fn issue(&self, field: &str) -> Option<Issue> {
        self.issues.iter().find(|issue| issue.field == field).cloned()
    }
}

/// The rows of a criterion by their keys, in order.
pub type Rows<R, S> = RwSignal<Vec<(u32, ArcRwSignal<Row<R, S>>)>>;

/// Follows a criterion's rows, and tells each of what changed in itself only: were its fields to
/// follow the draft, every keystroke would ask all fields of all rows.
pub fn follow<R, S>(
    session: Session,
    criterion: StoredValue<String>,
    standings: Memo<BTreeMap<usize, S>>,
) -> Rows<R, S>
where
    R: Listed,
    S: Copy + PartialEq + Send + Sync + 'static,
{
    let rows: Rows<R, S> = RwSignal::new(Vec::new());
    let followed = RenderEffect::new(move |_| {
        let known: HashMap<_, _> = rows.get_untracked().into_iter().collect();
        let told = |at: usize, typed: &R| {
            let start = criterion.with_value(|id| R::field(id, at, ""));
            let issues = session.issues_below(&start);
            let standing = standings.with(|standings| standings.get(&at).copied());
            let is = |row: &Row<R, S>| {
                (row.at, row.standing) == (at, standing)
                    && row.typed == *typed
                    && row.issues == issues
            };
            let row = known.get(&typed.key());
            if let Some(row) = row.filter(|row| row.with_untracked(is)) {
                return (typed.key(), row.clone());
            }
            let fresh = Row { at, typed: typed.clone(), issues, standing };
            let row = match row {
                Some(row) => {
                    row.set(fresh);
                    row.clone()
                }
                None => ArcRwSignal::new(fresh),
            };
            (typed.key(), row)
        };
        let entry = |entry: &Entry| {
            R::all(entry).iter().enumerate().map(|(at, typed)| told(at, typed)).collect::<Vec<_>>()
        };
        let all = session.draft.with(|draft| {
            criterion.with_value(|id| draft.entry(id).map(entry).unwrap_or_default())
        });
        let keys = |all: &[(u32, _)]| all.iter().map(|(key, _)| *key).collect::<Vec<_>>();
        if rows.with_untracked(|rows| keys(rows) != keys(&all)) {
            rows.set(all);
        }
    });
    on_cleanup(move || drop(followed));
    rows
}

/// Enter goes to the next row's same column, Shift+Enter to the one above; the last row's adds
/// a row. An input method's Enter is its own.
pub fn walk(
    event: &KeyboardEvent,
    columns: &[&'static str],
    at: usize,
    rows: usize,
    add: impl FnOnce(),
    field: impl FnOnce(usize, &str) -> String,
) {
    if event.key() != "Enter" || event.is_composing() || event.alt_key() || event.ctrl_key() {
        return;
    }
    let Some(column) = focus::column_of(event, columns) else { return };
    event.prevent_default();
    let to = if event.shift_key() { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to else { return };
    if to >= rows {
        add();
    }
    focus::field_soon(field(to, column));
}

/// The line below a row: its first issue, else how it stands. One line, so that rows do not grow
/// and shrink while one types.
pub fn below<R, S>(
    session: Session,
    row: RwSignal<Row<R, S>>,
    words: impl Fn(S, Lang) -> AnyView + Send + Sync + 'static,
) -> impl IntoView
where
    R: Listed,
    S: Copy + PartialEq + Send + Sync + 'static,
{
    let said = Memo::new(move |_| row.with(|row| (row.issues.clone(), row.standing)));
    move || {
        let lang = session.lang.get();
        let (issues, standing) = said.get();
        let blocked = issues.iter().any(|issue| issue.severity() != Severity::Warning);
        let standing = standing.filter(|_| !blocked);
        view! {
            {standing.map(|standing| view! { <span class="share">{words(standing, lang)}</span> })}
            {first_issue(issues, lang)}
        }
    }
}

/// The first issue of a row, a way to its field; how many more there are.
fn first_issue(issues: Vec<Issue>, lang: Lang) -> Option<impl IntoView> {
    let more = issues.len().saturating_sub(1);
    issues.into_iter().next().map(|issue| {
        let (sign, class, word) = severity_words(issue.severity(), lang);
        let at = issue.field.clone();
        view! {
            <a
                href="#/fill"
                class=class
                on:click=move |event| {
                    event.prevent_default();
                    focus::field(&at);
                }
            >
                <span class="sign" aria-hidden="true">{sign}</span>
                " "
                <span class="sr">{word} ": "</span>
                {issue.message(lang)}
            </a>
            {(more > 0).then(|| view! { <span class="sub">{words::more(lang, more)}</span> })}
        }
    })
}
