//! The parts of a draft: how each tells what differs, gives its value, and takes another.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Change;
use crate::draft::{Draft, Entry, ListEntry, StoredEvidence, TaskEntry};
use crate::form::decode::escape;
use crate::scheme::Role;

/// The place of a part while a draft is walked through; text is made of it only where something
/// differs.
#[derive(Default)]
pub(super) struct Place(String);

impl Place {
    pub fn of(place: &str) -> Self {
        Place(place.to_owned())
    }

    /// Does something one step further down.
    pub fn at<T>(&mut self, name: &str, of: impl FnOnce(&mut Place) -> T) -> T {
        let here = self.0.len();
        self.0.push('/');
        self.0.push_str(&escape(name));
        let done = of(self);
        self.0.truncate(here);
        done
    }

    pub fn change(&self, before: Option<Value>, after: Option<Value>) -> Change {
        Change { place: self.0.clone(), before, after }
    }
}

/// What a draft is made of. `rest` is what remains of a place beneath the part.
pub(super) trait Part: PartialEq {
    /// Adds what differs. Equal parts must not cost more than their comparison: this runs at
    /// every keystroke.
    fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>);
    /// The value there; `None` where there is none.
    fn get(&self, rest: &[&str]) -> Option<Value>;
    /// Puts a value there, or takes it away; whether it fits.
    fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool;
}

/// A value as JSON; no part fails to be such.
pub(super) fn json(part: &impl Serialize) -> Option<Value> {
    serde_json::to_value(part).ok()
}

/// Parts that change as one. An option that is `None` is absent.
macro_rules! atoms {
    ($($atom:ty),*) => {$(
        impl Part for $atom {
            fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>) {
                if self != after {
                    found.push(at.change(self.get(&[]), after.get(&[])));
                }
            }

            fn get(&self, rest: &[&str]) -> Option<Value> {
                rest.is_empty().then(|| json(self)).flatten().filter(|value| !value.is_null())
            }

            fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool {
                let value = value.cloned().unwrap_or_default();
                match serde_json::from_value(value) {
                    Ok(value) if rest.is_empty() => *self = value,
                    _ => return false,
                }
                true
            }
        }
    )*};
}

atoms!(String, bool, Option<bool>, Option<String>, Option<Role>, Option<Vec<String>>);
atoms!(Vec<String>, Vec<StoredEvidence>);

/// Members of a map that change one by one, each as one.
pub(super) trait Member: Clone + PartialEq + Serialize + DeserializeOwned {}
impl Member for String {}
impl Member for bool {}
impl Member for Value {}

/// Members of both maps that differ.
fn unlike<'a, T: PartialEq>(
    before: &'a BTreeMap<String, T>,
    after: &'a BTreeMap<String, T>,
) -> impl Iterator<Item = (&'a String, Option<&'a T>, Option<&'a T>)> {
    let changed = before.iter().map(|(name, was)| (name, Some(was), after.get(name)));
    let added = after.iter().filter(|(name, _)| !before.contains_key(*name));
    let added = added.map(|(name, is)| (name, None, Some(is)));
    changed.chain(added).filter(|(_, was, is)| was != is)
}

impl<T: Member> Part for BTreeMap<String, T> {
    fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>) {
        for (name, was, is) in unlike(self, after) {
            at.at(name, |at| found.push(at.change(was.and_then(json), is.and_then(json))));
        }
    }

    fn get(&self, rest: &[&str]) -> Option<Value> {
        match rest {
            [name] => self.get(*name).and_then(json),
            _ => None,
        }
    }

    fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool {
        let [name] = rest else { return false };
        match value.map(|value| serde_json::from_value(value.clone())) {
            None => {
                self.remove(*name);
            }
            Some(Ok(value)) => {
                self.insert((*name).to_owned(), value);
            }
            Some(Err(_)) => return false,
        }
        true
    }
}

/// Criteria: one that is absent says the same as one without anything.
impl Part for BTreeMap<String, Entry> {
    fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>) {
        let nothing = Entry::default();
        for (id, was, is) in unlike(self, after) {
            let (was, is) = (was.unwrap_or(&nothing), is.unwrap_or(&nothing));
            at.at(id, |at| was.differ(is, at, found));
        }
    }

    fn get(&self, rest: &[&str]) -> Option<Value> {
        let (id, rest) = rest.split_first()?;
        match self.get(*id) {
            Some(entry) => entry.get(rest),
            None => Entry::default().get(rest),
        }
    }

    fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool {
        let Some((id, rest)) = rest.split_first() else { return false };
        let entry = self.entry((*id).to_owned()).or_default();
        let fits = entry.put(rest, value);
        if *entry == Entry::default() {
            self.remove(*id);
        }
        fits
    }
}

/// Parts with fields; `but` names what is no field. One that is forgotten does not compile.
macro_rules! fields {
    ($whole:ident { $($name:ident),* } $(but $key:ident)?) => {
        impl Part for $whole {
            fn differ(&self, after: &Self, at: &mut Place, found: &mut Vec<Change>) {
                let $whole { $($name: _,)* $($key: _,)? } = self;
                $(if self.$name != after.$name {
                    at.at(stringify!($name), |at| self.$name.differ(&after.$name, at, found));
                })*
            }

            fn get(&self, rest: &[&str]) -> Option<Value> {
                let (name, rest) = rest.split_first()?;
                match *name {
                    $(stringify!($name) => Part::get(&self.$name, rest),)*
                    _ => None,
                }
            }

            fn put(&mut self, rest: &[&str], value: Option<&Value>) -> bool {
                let Some((name, rest)) = rest.split_first() else { return false };
                match *name {
                    $(stringify!($name) => self.$name.put(rest, value),)*
                    _ => false,
                }
            }
        }
    };
}

fields!(Draft {
    scheme,
    scheme_sha256,
    unit,
    district,
    filled_by,
    reviewed_by,
    phone,
    filled_on,
    answers,
    evidence,
    extra,
    scheme_extra,
    score_extra
});
fields!(Entry {
    tasks,
    choice,
    met,
    occurrences,
    done,
    value,
    claim,
    claims,
    entries,
    no_entries,
    scores,
    flags,
    applies,
    note,
    evidence,
    extra
});
fields!(TaskEntry {
    number, title, role, completion, in_debugging, claim, note, evidence, extra
} but key);
fields!(ListEntry {
    title, level, times, placement, authors, note, evidence, extra
} but key);
