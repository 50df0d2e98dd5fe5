//! What differs between two forms of a unit, the one handed in earlier and the one that counts.

use std::collections::{HashMap, HashSet, VecDeque};

use selfscore_wording::{Lang, results as words};

use crate::draft::{
    Change, Draft, Entry, ListEntry, TaskEntry, changes, judge, place_words, value_words,
};
use crate::form::Form;
use crate::points::Points;
use crate::scheme::Scheme;
use crate::text::Text;
use crate::typed;

/// What differs between two forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Fields, in the order of the draft. The order of rows is no difference.
    pub fields: Vec<FieldDiffers>,
    /// Counted criteria whose points differ by the answers alone, and the total last.
    pub points: Vec<PointsDiffer>,
}

/// A field that says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDiffers {
    /// Where, as [`Change::place`] has it.
    pub place: String,
    /// Where, in words.
    pub field: Text,
    /// What stood there, in words.
    pub before: Text,
    /// What stands there since.
    pub after: Text,
}

/// A figure that is another.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsDiffer {
    /// The criterion's id; `None` for the total.
    pub criterion: Option<String>,
    /// Its title.
    pub title: Text,
    /// By the earlier form's answers.
    pub before: Points,
    /// By the later one's.
    pub after: Points,
}

impl Difference {
    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.points.is_empty()
    }
}

/// What differs between two forms that answer the same scheme. Tasks are the same by their number, else by
/// their title; things of a list by their title.
pub fn between(scheme: &Scheme, earlier: &Form, later: &Form) -> Difference {
    let (before, mut after) = (Draft::from_form(earlier), Draft::from_form(later));
    for (id, entry) in &mut after.answers {
        if let Some(earlier) = before.entry(id) {
            align(earlier, entry);
        }
    }
    let told = |change: &Change| {
        // A row that was taken away is only in the earlier one.
        let has_it = if change.after.is_some() { &after } else { &before };
        let both =
            |words: &dyn Fn(Lang) -> String| Text { zh: words(Lang::Zh), en: words(Lang::En) };
        FieldDiffers {
            field: both(&|lang| place_words(scheme, has_it, &change.place, lang)),
            before: both(&|lang| value_words(scheme, &change.place, change.before.as_ref(), lang)),
            after: both(&|lang| value_words(scheme, &change.place, change.after.as_ref(), lang)),
            place: change.place.clone(),
        }
    };
    let all = changes(&before, &after);
    let fields = all.iter().filter(|change| !change.orders()).map(told).collect();
    Difference { fields, points: points(scheme, earlier, later) }
}

fn points(scheme: &Scheme, earlier: &Form, later: &Form) -> Vec<PointsDiffer> {
    let [before, after] = [earlier, later].map(|form| judge(scheme, form).0);
    let pairs = before.lines.iter().zip(&after.lines);
    let lines =
        pairs.filter(|(one, _)| scheme.counts(&one.criterion)).map(|(one, other)| PointsDiffer {
            criterion: Some(one.criterion.clone()),
            title: scheme.title_of(&one.criterion),
            before: one.points,
            after: other.points,
        });
    let total = PointsDiffer {
        criterion: None,
        title: Text {
            zh: words::all_points(Lang::Zh).into(),
            en: words::all_points(Lang::En).into(),
        },
        before: before.total,
        after: after.total,
    };
    lines.chain([total]).filter(|one| one.before != one.after).collect()
}

/// Gives rows of the later entry the keys of those that they were, and new ones keys that no row has.
fn align(earlier: &Entry, later: &mut Entry) {
    let mut next = earlier.fresh_key();
    let task = |(at, row): (usize, &TaskEntry)| names(at, &row.number, &row.title);
    let entry = |(at, row): (usize, &ListEntry)| names(at, "", &row.title);
    let was =
        earlier.tasks.iter().map(|row| row.key).zip(earlier.tasks.iter().enumerate().map(task));
    let now: Vec<_> = later.tasks.iter().enumerate().map(task).collect();
    for (row, key) in later.tasks.iter_mut().zip(matched(was, &now, &mut next)) {
        row.key = key;
    }
    let was = earlier
        .entries
        .iter()
        .map(|row| row.key)
        .zip(earlier.entries.iter().enumerate().map(entry));
    let now: Vec<_> = later.entries.iter().enumerate().map(entry).collect();
    for (row, key) in later.entries.iter_mut().zip(matched(was, &now, &mut next)) {
        row.key = key;
    }
}

/// What a row is known by: its number, its title, and, having neither, its place.
fn names(at: usize, number: &str, title: &str) -> [String; 3] {
    let (number, title) = (typed::task_number(number), typed::name(title));
    let place = if number.is_empty() && title.is_empty() { at.to_string() } else { String::new() };
    [number, title, place]
}

/// Keys for rows: of the first earlier row of the same first name that is not taken yet, else of the same
/// second or third name, else the next free one.
fn matched(
    earlier: impl Iterator<Item = (u32, [String; 3])>,
    now: &[[String; 3]],
    next: &mut u32,
) -> Vec<u32> {
    let mut by_name: [HashMap<String, VecDeque<u32>>; 3] = Default::default();
    for (key, names) in earlier {
        for (names_of, name) in by_name.iter_mut().zip(names) {
            if !name.is_empty() {
                names_of.entry(name).or_default().push_back(key);
            }
        }
    }
    let mut taken = HashSet::new();
    let mut keys: Vec<Option<u32>> = vec![None; now.len()];
    for (at, names_of) in by_name.iter_mut().enumerate() {
        for (key, names) in keys.iter_mut().zip(now).filter(|(key, _)| key.is_none()) {
            let Some(rows) = names_of.get_mut(&names[at]) else { continue };
            while let Some(row) = rows.pop_front() {
                if taken.insert(row) {
                    *key = Some(row);
                    break;
                }
            }
        }
    }
    let fresh = |key: Option<u32>| {
        key.unwrap_or_else(|| {
            let fresh = *next;
            *next = next.saturating_add(1);
            fresh
        })
    };
    keys.into_iter().map(fresh).collect()
}
