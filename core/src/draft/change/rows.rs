//! Lists of rows, each told by its key.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Change;
use super::part::{Part, Place, json};
use crate::draft::{ListEntry, TaskEntry};

/// A row of a list.
pub(super) trait Row: Part + Clone + Default + Serialize + DeserializeOwned {
    fn key(&self) -> u32;
    fn keyed(self, key: u32) -> Self;
}

impl Row for TaskEntry {
    fn key(&self) -> u32 {
        self.key
    }

    fn keyed(self, key: u32) -> Self {
        TaskEntry { key, ..self }
    }
}

impl Row for ListEntry {
    fn key(&self) -> u32 {
        self.key
    }

    fn keyed(self, key: u32) -> Self {
        ListEntry { key, ..self }
    }
}

pub(super) fn keys<R: Row>(rows: &[R]) -> Vec<u32> {
    rows.iter().map(R::key).collect()
}

pub(super) fn find<R: Row>(rows: &[R], key: u32) -> Option<&R> {
    rows.iter().find(|row| row.key() == key)
}

/// A part of a place as a key, spelled as this program spells it.
pub(super) fn key_of(part: &str) -> Option<u32> {
    part.parse().ok().filter(|key: &u32| key.to_string() == part)
}

/// A list of keys.
pub(super) fn order(value: &Value) -> Option<Vec<u32>> {
    let key = |key: &Value| key.as_u64().and_then(|key| u32::try_from(key).ok());
    value.as_array()?.iter().map(key).collect()
}

/// Whether some rows have the same key.
pub(super) fn repeated<R: Row>(rows: &[R]) -> bool {
    let mut seen = BTreeSet::new();
    !rows.iter().all(|row| seen.insert(row.key()))
}

/// The rows as one value; an empty list is absent.
pub(super) fn whole<R: Row>(rows: &[R]) -> Option<Value> {
    (!rows.is_empty()).then(|| json(&rows)).flatten()
}

/// Rows in the order of the keys. One that is not among them stays behind the row that it
/// stood behind.
pub(super) fn arranged<R: Row>(rows: Vec<R>, wanted: &[u32]) -> Vec<R> {
    if keys(&rows) == wanted {
        return rows;
    }
    let mut at: BTreeMap<u32, VecDeque<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        at.entry(row.key()).or_default().push_back(index);
    }
    // By position, for not even rows of the same key may get lost.
    let named = wanted.iter().filter_map(|key| at.get_mut(key)?.pop_front());
    let mut sequence: Vec<usize> = named.collect();
    let mut placed: BTreeSet<usize> = sequence.iter().copied().collect();
    for index in 0..rows.len() {
        if placed.insert(index) {
            let before = index.checked_sub(1);
            let behind = before.and_then(|before| sequence.iter().position(|one| *one == before));
            sequence.insert(behind.map_or(0, |behind| behind + 1), index);
        }
    }
    let mut rows: Vec<Option<R>> = rows.into_iter().map(Some).collect();
    sequence.into_iter().filter_map(|index| rows.get_mut(index)?.take()).collect()
}

impl<R: Row> Part for Vec<R> {
    fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>) {
        if self == after {
            return;
        }
        if repeated(self) || repeated(after) {
            found.push(at.change(whole(self), whole(after)));
            return;
        }
        let (was, is) = (keys(self), keys(after));
        if was == is {
            for (row, after) in self.iter().zip(after).filter(|(row, after)| row != after) {
                at.at(&row.key().to_string(), |at| row.differ(after, at, found));
            }
            return;
        }
        let known: BTreeMap<u32, &R> = self.iter().map(|row| (row.key(), row)).collect();
        for row in after {
            at.at(&row.key().to_string(), |at| match known.get(&row.key()) {
                Some(before) if *before == row => {}
                Some(before) => before.differ(row, at, found),
                None => found.push(at.change(None, json(row))),
            });
        }
        let kept: BTreeSet<u32> = is.iter().copied().collect();
        for row in self.iter().filter(|row| !kept.contains(&row.key())) {
            let key = row.key().to_string();
            at.at(&key, |at| found.push(at.change(json(row), None)));
        }
        found.push(at.change(json(&was), json(&is)));
    }

    fn get(&self, rest: &[&str]) -> Option<Value> {
        let Some((key, rest)) = rest.split_first() else { return json(&keys(self)) };
        let row = find(self, key_of(key)?)?;
        if rest.is_empty() { json(row) } else { row.get(rest) }
    }

    fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool {
        let Some((key, rest)) = rest.split_first() else { return put_all(self, value) };
        let Some(key) = key_of(key) else { return false };
        let index = self.iter().position(|row| row.key() == key);
        match (index, value) {
            (Some(index), value) if !rest.is_empty() => self[index].put(rest, value),
            (None, _) if !rest.is_empty() => false,
            (Some(index), None) => {
                self.remove(index);
                true
            }
            (None, None) => true,
            (index, Some(value)) => {
                let Some(row) = row::<R>(value) else { return false };
                match index {
                    Some(index) => self[index] = row.keyed(key),
                    None => self.push(row.keyed(key)),
                }
                true
            }
        }
    }
}

/// A row of a value; a list would be read too, as its fields one by one.
fn row<R: Row>(value: &Value) -> Option<R> {
    value.is_object().then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// Puts the rows in an order, or others in place of all of them.
fn put_all<R: Row>(rows: &mut Vec<R>, value: Option<&Value>) -> bool {
    let Some(value) = value else {
        // Only lists that change as a whole can be absent.
        let fits = rows.is_empty() || repeated(rows);
        if fits {
            rows.clear();
        }
        return fits;
    };
    if let Some(order) = order(value) {
        *rows = arranged(std::mem::take(rows), &order);
        return true;
    }
    let all: Option<Vec<R>> = value.as_array().and_then(|all| all.iter().map(row).collect());
    all.map(|all| *rows = all).is_some()
}
