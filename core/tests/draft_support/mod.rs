//! Drafts, and edits to them that are made without the code under test.

#![allow(dead_code)] // each test uses a part

use proptest::collection::vec;
use proptest::prelude::*;
use selfscore_core::draft::{Draft, Entry, ListEntry, TaskEntry};
use selfscore_core::scheme::Role;

use super::form_support;

/// Drafts of every kind: what any form says, with ids and members that no scheme knows.
pub fn draft() -> impl Strategy<Value = Draft> {
    form_support::form().prop_map(|form| Draft::from_form(&form))
}

/// The draft without criteria that say nothing.
pub fn said(mut draft: Draft) -> Draft {
    draft.answers.retain(|_, entry| *entry != Entry::default());
    draft
}

/// The same, with rows in the order of what they say and without their keys.
pub fn unordered(draft: &Draft) -> Draft {
    let mut draft = said(draft.clone());
    for entry in draft.answers.values_mut() {
        entry.tasks.iter_mut().for_each(|row| row.key = 0);
        entry.entries.iter_mut().for_each(|row| row.key = 0);
        entry.tasks.sort_by_key(|row| format!("{row:?}"));
        entry.entries.sort_by_key(|row| format!("{row:?}"));
    }
    draft
}

/// One thing that a user does. Rows are named by their keys, taken from the draft of the start
/// by turns; those that are not there are left alone.
#[derive(Clone, Debug)]
pub enum Edit {
    Head(u8, String),
    Note(String),
    Choice(Option<String>),
    Met(Option<bool>),
    Times(String, Option<String>),
    Done(Option<Vec<String>>),
    Flag(String, Option<bool>),
    Score(Vec<String>),
    Unknown(String, bool),
    AddTask(String),
    /// Edits the task added last.
    MoreOfAdded(String),
    Task(u32, u8, String),
    RemoveTask(u32),
    MoveTask(u32, usize),
    AddEntry(String),
    Entry(u32, u8, String),
    RemoveEntry(u32),
}

/// The criterion that edits are made in, which has both kinds of list.
pub const AT: &str = "a/b~c";

fn text() -> impl Strategy<Value = String> {
    "|一|[a-z]{1,3}"
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let item = || prop::sample::select(vec!["x", "y", "a/b", "~1"]).prop_map(str::to_owned);
    let (task, entry) = (|| 1..5u32, || 5..7u32);
    // What is added says something that nothing else says.
    let fresh = || "[A-Z]{12}";
    prop_oneof![
        1 => (0..4u8, text()).prop_map(|(which, text)| Edit::Head(which, text)),
        1 => text().prop_map(Edit::Note),
        1 => prop::option::of(text()).prop_map(Edit::Choice),
        1 => any::<Option<bool>>().prop_map(Edit::Met),
        1 => (item(), prop::option::of(text())).prop_map(|(item, times)| Edit::Times(item, times)),
        1 => prop::option::of(vec(item(), 0..3)).prop_map(Edit::Done),
        1 => (item(), any::<Option<bool>>()).prop_map(|(item, on)| Edit::Flag(item, on)),
        1 => vec(text(), 0..3).prop_map(Edit::Score),
        1 => (item(), any::<bool>()).prop_map(|(item, null)| Edit::Unknown(item, null)),
        3 => fresh().prop_map(Edit::AddTask),
        2 => fresh().prop_map(Edit::MoreOfAdded),
        3 => (task(), 0..4u8, text()).prop_map(|(key, which, text)| Edit::Task(key, which, text)),
        2 => task().prop_map(Edit::RemoveTask),
        2 => (task(), 0..7usize).prop_map(|(key, to)| Edit::MoveTask(key, to)),
        2 => fresh().prop_map(Edit::AddEntry),
        2 => (entry(), 0..3u8, text()).prop_map(|(key, which, text)| Edit::Entry(key, which, text)),
        1 => entry().prop_map(Edit::RemoveEntry),
    ]
}

impl Edit {
    /// What it touches, so that two that touch different things are told apart. Adding and
    /// moving contradict nothing.
    pub fn touches(&self) -> String {
        match self {
            Edit::Head(which, _) => format!("head {which}"),
            Edit::Times(item, _) => format!("times {item}"),
            Edit::Flag(item, _) => format!("flag {item}"),
            Edit::Unknown(item, _) => format!("unknown {item}"),
            Edit::Task(key, ..) | Edit::RemoveTask(key) => format!("task {key}"),
            Edit::Entry(key, ..) | Edit::RemoveEntry(key) => format!("entry {key}"),
            other => format!("{other:?}").split(['(', ' ']).next().unwrap().to_owned(),
        }
    }

    pub fn adds_or_moves(&self) -> bool {
        matches!(
            self,
            Edit::AddTask(_) | Edit::MoreOfAdded(_) | Edit::AddEntry(_) | Edit::MoveTask(..)
        )
    }

    /// Does it. `added` is the key of the task added last in this sitting.
    pub fn make(&self, draft: &mut Draft, added: &mut Option<u32>) {
        if let Edit::Head(which, text) = self {
            let field = match which {
                0 => &mut draft.unit,
                1 => &mut draft.district,
                2 => &mut draft.phone,
                _ => &mut draft.filled_on,
            };
            *field = text.clone();
            return;
        }
        let entry = draft.entry_mut(AT);
        let key = entry.fresh_key();
        match self.clone() {
            Edit::Head(..) => {}
            Edit::Note(text) => entry.note = text,
            Edit::Choice(id) => entry.choice = id,
            Edit::Met(met) => entry.met = met,
            Edit::Times(item, Some(times)) => {
                entry.occurrences.insert(item, times);
            }
            Edit::Times(item, None) => {
                entry.occurrences.remove(&item);
            }
            Edit::Done(done) => entry.done = done,
            Edit::Flag(item, Some(on)) => {
                entry.flags.insert(item, on);
            }
            Edit::Flag(item, None) => {
                entry.flags.remove(&item);
            }
            Edit::Score(scores) => entry.scores = scores,
            Edit::Unknown(item, null) => {
                let value = if null { serde_json::Value::Null } else { 1.into() };
                entry.extra.insert(item, value);
            }
            Edit::AddTask(title) => {
                entry.tasks.push(TaskEntry { key, title, ..TaskEntry::default() });
                *added = Some(key);
            }
            Edit::MoreOfAdded(text) => {
                if let Some(row) = entry.tasks.iter_mut().find(|row| Some(row.key) == *added) {
                    row.note = text;
                }
            }
            Edit::Task(key, which, text) => {
                if let Some(row) = entry.tasks.iter_mut().find(|row| row.key == key) {
                    match which {
                        0 => row.title = text,
                        1 => row.completion = text,
                        2 => {
                            row.role =
                                Some(if text.is_empty() { Role::Lead } else { Role::Supporting })
                        }
                        _ => row.in_debugging = text.is_empty(),
                    }
                }
            }
            Edit::RemoveTask(key) => entry.tasks.retain(|row| row.key != key),
            Edit::MoveTask(key, to) => {
                if let Some(from) = entry.tasks.iter().position(|row| row.key == key) {
                    let row = entry.tasks.remove(from);
                    entry.tasks.insert(to.min(entry.tasks.len()), row);
                }
            }
            Edit::AddEntry(title) => {
                entry.entries.push(ListEntry { key, title, ..ListEntry::default() });
            }
            Edit::Entry(key, which, text) => {
                if let Some(row) = entry.entries.iter_mut().find(|row| row.key == key) {
                    match which {
                        0 => row.title = text,
                        1 => row.level = Some(text),
                        _ => row.times = text,
                    }
                }
            }
            Edit::RemoveEntry(key) => entry.entries.retain(|row| row.key != key),
        }
    }
}

/// A draft with tasks 1 to 4, and things 5 to 7 in a list, where edits find something. Nothing
/// removes the last one, so that no key comes twice.
pub fn base() -> Draft {
    let mut draft = Draft { unit: "区教育局".into(), ..Draft::default() };
    let entry = draft.entry_mut(AT);
    let task = |key: u32| TaskEntry { key, title: format!("task {key}"), ..TaskEntry::default() };
    entry.tasks = (1..5).map(task).collect();
    let listed =
        |key: u32| ListEntry { key, title: format!("thing {key}"), ..ListEntry::default() };
    entry.entries = (5..8).map(listed).collect();
    entry.occurrences.insert("x".into(), "2".into());
    draft
}
