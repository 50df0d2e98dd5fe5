//! Changes made here, put onto a draft that changed elsewhere meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use super::both::Ground;
use super::part::Part;
use super::rows::{Row, key_of, order};
use super::{Change, apply, borrowed, changes, parts};
use crate::draft::{Draft, Entry};
use crate::issue::field;

/// A place that changed on both sides, and not alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where.
    pub place: String,
    /// What the changes made here would put there.
    pub mine: Option<Value>,
    /// What stands there elsewhere.
    pub theirs: Option<Value>,
}

/// What came of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Theirs with all of mine that does not contradict it.
    pub draft: Draft,
    /// What contradicts it.
    pub conflicts: Vec<Conflict>,
}

/// Merges what changed here since both sides were the same (`mine`, in sequence) into the draft
/// as it stands elsewhere.
///
/// A place of theirs that still holds what stood there before takes what stands there since; one
/// that holds this already stays; anything else is a conflict, and theirs stays. A row that is
/// new on both sides under one key is two rows, and mine gets another key. A row removed here but
/// edited there stays, as a conflict; of one removed there but edited here, `mine` knows no more
/// than the edits, so each is a conflict. Orders never conflict: theirs
/// holds, unless only mine has moved rows; new rows of mine go behind the row that they follow.
///
/// Merging the same once more changes nothing, and finds the same conflicts.
pub fn merge(theirs: &Draft, mine: &[Change]) -> Merged {
    let (sound, broken): (Vec<&Change>, Vec<&Change>) = mine.iter().partition(|one| fits(one));
    let sound: Vec<Change> = sound.into_iter().cloned().collect();
    let (base, mine) = sides(&sound);
    let mut merged = Merged { draft: theirs.clone(), conflicts: Vec::new() };
    for change in broken {
        settle(&mut merged.draft, &parts(&change.place), change.clone(), &mut merged.conflicts);
    }
    let mut lists = BTreeSet::new();
    for change in changes(&base, &mine) {
        let parts = parts(&change.place);
        match list_of(&parts) {
            Some((criterion, list, _)) => {
                lists.insert((criterion.to_owned(), list));
            }
            None => settle(&mut merged.draft, &parts, change, &mut merged.conflicts),
        }
    }
    for (criterion, list) in lists {
        let Merged { draft, conflicts } = &mut merged;
        let entry = draft.entry_mut(&criterion);
        let (base, mine) = (of(&base, &criterion), of(&mine, &criterion));
        // Keys are unique in a criterion, over both of its lists.
        let spare = [base, mine, &*entry].map(Entry::fresh_key).into_iter().max();
        let at = format!("{}/{}", field::answer(&criterion), list.name());
        let on = Ground { at, spare: spare.unwrap_or_default() };
        match list {
            List::Tasks => on.merge(&base.tasks, &mine.tasks, &mut entry.tasks, conflicts),
            List::Entries => on.merge(&base.entries, &mine.entries, &mut entry.entries, conflicts),
        }
        if *entry == Entry::default() {
            draft.answers.remove(&criterion);
        }
    }
    merged
}

/// What a draft has for a criterion.
fn of<'d>(draft: &'d Draft, criterion: &str) -> &'d Entry {
    static NOTHING: LazyLock<Entry> = LazyLock::new(Entry::default);
    draft.entry(criterion).unwrap_or(&NOTHING)
}

/// One change of one value; `rest` is its place beneath the part.
pub(super) fn settle(
    part: &mut impl Part,
    rest: &[String],
    change: Change,
    conflicts: &mut Vec<Conflict>,
) {
    let rest = borrowed(rest);
    let theirs = part.get(&rest);
    if theirs == change.after {
        return;
    }
    if theirs != change.before || !part.put(&rest, change.after.as_ref()) {
        conflicts.push(Conflict { place: change.place, mine: change.after, theirs });
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Tasks,
    Entries,
}

impl List {
    fn name(self) -> &'static str {
        match self {
            List::Tasks => "tasks",
            List::Entries => "entries",
        }
    }
}

/// The criterion and the list that a place is in, and what remains of the place.
fn list_of(parts: &[String]) -> Option<(&str, List, &[String])> {
    let [answers, criterion, list, rest @ ..] = parts else { return None };
    let list = [List::Tasks, List::Entries].into_iter().find(|one| one.name() == list)?;
    (answers == "answers").then_some((criterion, list, rest))
}

/// Rows that the changes need to be there, by criterion and list.
type Needed<'a> = BTreeMap<(&'a str, List), BTreeSet<u32>>;

fn draft_of(needed: Needed<'_>) -> Draft {
    let mut draft = Draft::default();
    for ((criterion, list), keys) in needed {
        let entry = draft.entry_mut(criterion);
        match list {
            List::Tasks => entry.tasks = blank(&keys),
            List::Entries => entry.entries = blank(&keys),
        }
    }
    draft
}

fn blank<R: Row>(keys: &BTreeSet<u32>) -> Vec<R> {
    keys.iter().map(|key| R::default().keyed(*key)).collect()
}

fn need<'a>(needed: &mut Needed<'a>, parts: &'a [String], change: &Change) {
    let Some((criterion, list, rest)) = list_of(parts) else { return };
    let keys = needed.entry((criterion, list)).or_default();
    match rest {
        [] => {
            let sides = [&change.before, &change.after].into_iter().flatten();
            keys.extend(sides.filter_map(order).flatten());
        }
        [key, ..] => keys.extend(key_of(key)),
    }
}

/// Whether a change can be put at all, in a draft that has its row.
fn fits(change: &Change) -> bool {
    let parts = parts(&change.place);
    let mut needed = Needed::new();
    need(&mut needed, &parts, change);
    let mut draft = draft_of(needed);
    let mut put = |value: &Option<Value>| draft.put(&borrowed(&parts), value.as_ref());
    put(&change.before) && put(&change.after)
}

/// The draft before changes and the one after, as far as the changes tell: all else is
/// empty in both, and rows that are merely named are blank. So a sequence of changes comes down
/// to what differs in the end.
fn sides(sound: &[Change]) -> (Draft, Draft) {
    let all: Vec<Vec<String>> = sound.iter().map(|change| parts(&change.place)).collect();
    let mut needed = Needed::new();
    for (change, parts) in sound.iter().zip(&all) {
        need(&mut needed, parts, change);
    }
    let mut base = draft_of(needed);
    apply(&mut base, sound, false);
    let mut mine = base.clone();
    apply(&mut mine, sound, true);
    (base, mine)
}
