//! The JSON document while rows add to it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::key::{JSON, pointer};
use crate::form::{AS_TYPED, MISSING, Place, ReadError, Reason};

/// The lists whose entries have rows of their own: for each its entries' indices as their keys
/// say them. Rows may have been removed, so an entry's place is that of its index in order.
#[derive(Default)]
pub(super) struct Lists(BTreeMap<String, BTreeMap<usize, usize>>);

impl Lists {
    pub fn add(&mut self, (list, index): (String, usize)) {
        self.0.entry(list).or_default().insert(index, 0);
    }

    pub fn has(&self, list: &str, index: usize) -> bool {
        self.0.get(list).is_some_and(|entries| entries.contains_key(&index))
    }

    fn ranked(mut self) -> Self {
        for entries in self.0.values_mut() {
            for (rank, (_, place)) in entries.iter_mut().enumerate() {
                *place = rank;
            }
        }
        self
    }

    /// Where a pointer leads once entries have moved up; `None` if its entry is gone.
    fn moved(&self, old: &str) -> Option<String> {
        let names: Vec<&str> = old.split('/').collect();
        let ends = names.iter().enumerate().skip(1);
        for (at, name) in ends {
            let list = names[..at].join("/");
            if list.ends_with("/scores") {
                // Says where between the scores an unread text stood: no score went with it.
                return Some(old.to_owned());
            }
            if let Some(entries) = self.0.get(&list) {
                let place = entries.get(&name.parse().ok()?)?.to_string();
                let mut names = names.clone();
                names[at] = &place;
                return Some(names.join("/"));
            }
        }
        Some(old.to_owned())
    }

    /// Moves the pointers that the document keeps along with the entries that they mean.
    pub fn renumber(&self, root: &mut Value) {
        let gaps = |entries: &BTreeMap<usize, usize>| entries.iter().any(|(at, to)| at != to);
        if !self.0.values().any(gaps) {
            return;
        }
        if let Some(Value::Object(typed)) = root.get_mut(AS_TYPED) {
            let all = std::mem::take(typed);
            typed.extend(all.into_iter().filter_map(|(at, text)| Some((self.moved(&at)?, text))));
        }
        if let Some(Value::Array(missing)) = root.get_mut(MISSING) {
            let moved = |at: &Value| {
                at.as_str().map_or(Some(at.clone()), |at| Some(self.moved(at)?.into()))
            };
            *missing = missing.iter().filter_map(moved).collect();
        }
    }
}

/// Where each member came from.
#[derive(Default)]
pub(super) struct Places(BTreeMap<String, Place>);

impl Places {
    /// The error with the row that its member came from.
    pub fn of(&self, error: ReadError) -> ReadError {
        let Place::Member(member) = &error.place else { return error };
        let parents =
            std::iter::successors(Some(member.as_str()), |at| Some(at.rsplit_once('/')?.0));
        let own = parents.filter_map(|at| self.0.get(at)).next();
        let within = || self.0.iter().find(|(at, _)| at.starts_with(&format!("{member}/")));
        let place = own.or_else(|| within().map(|(_, place)| place)).unwrap_or(&Place::Whole);
        ReadError::new(place.clone(), error.reason)
    }
}

/// The document.
pub(super) struct Tree {
    pub root: Value,
    pub places: Places,
    pub lists: Lists,
}

impl Tree {
    pub fn new(lists: Lists) -> Self {
        let root = Value::Object(Map::new());
        Tree { root, places: Places::default(), lists: lists.ranked() }
    }

    pub fn get(&mut self, names: &[&str]) -> Option<&mut Value> {
        names.iter().try_fold(&mut self.root, |at, name| at.get_mut(*name))
    }

    /// Adds a member. Two objects at one place become one.
    pub fn set(&mut self, names: &[&str], value: Value, place: Place) -> Result<(), Reason> {
        let mut path = String::new();
        let mut at = &mut self.root;
        for name in names {
            let list = self.lists.0.get(&path);
            let step = list.and_then(|entries| entries.get(&name.parse().ok()?));
            at = match (at, list) {
                (Value::Object(members), None) => members.entry(*name).or_insert(Value::Null),
                (at @ Value::Null, None) => {
                    *at = Value::Object(Map::new());
                    &mut at[*name]
                }
                (at @ (Value::Null | Value::Array(_)), Some(entries)) => {
                    let Some(&step) = step else {
                        return Err(Reason::OrphanKey(format!(
                            "{JSON}{}",
                            pointer(names.iter().copied())
                        )));
                    };
                    if at.is_null() {
                        *at = Value::Array(vec![Value::Null; entries.len()]);
                    }
                    path.push_str(&format!("/{step}"));
                    &mut at[step]
                }
                _ => return Err(Reason::RepeatedKey(pointer(names.iter().copied()))),
            };
            if list.is_none() {
                path.push_str(&pointer([*name]));
            }
        }
        let repeated = || Err(Reason::RepeatedKey(pointer(names.iter().copied())));
        match (at, value) {
            // A list whose entries have rows is made by them alone.
            _ if self.lists.0.contains_key(&path) => return repeated(),
            (at @ Value::Null, value) => *at = value,
            (Value::Object(members), Value::Object(more)) => {
                if more.keys().any(|name| members.contains_key(name)) {
                    return repeated();
                }
                members.extend(more);
            }
            _ => return repeated(),
        }
        self.places.0.insert(path, place);
        Ok(())
    }
}
