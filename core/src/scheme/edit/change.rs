//! One change of a JSON value, and why an edit is refused.

use selfscore_wording::{Lang, shape as words};
use serde_json::Value;

use crate::form::decode::unescape;

/// What stood at a place and what stands there since; absent where nothing does.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub pointer: String,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// Why a file was not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The file has no such place.
    NoPlace(String),
    /// It must be there.
    Needed,
    /// Something else has that name.
    Taken(String),
}

impl Refusal {
    pub(super) fn no_place(pointer: &str) -> Self {
        Refusal::NoPlace(pointer.to_owned())
    }

    /// Why.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Refusal::NoPlace(place) => words::no_place(lang, place),
            Refusal::Needed => words::needed(lang).into(),
            Refusal::Taken(name) => words::taken(lang, name),
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> &'static str {
        match self {
            Refusal::NoPlace(_) => words::no_place_remedy(lang),
            Refusal::Needed => words::needed_remedy(lang),
            Refusal::Taken(_) => words::taken_remedy(lang),
        }
    }
}

/// Puts a value at a place, or takes away what stands there. Lists keep their length.
pub(super) fn apply(value: &mut Value, pointer: &str, new: Option<Value>) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        if let Some(new) = new {
            *value = new;
        }
        return;
    };
    match (value.pointer_mut(parent), new) {
        (Some(Value::Object(members)), Some(new)) => {
            members.insert(unescape(name), new);
        }
        (Some(Value::Object(members)), None) => {
            members.remove(&unescape(name));
        }
        (Some(Value::Array(entries)), Some(new)) => {
            let entry = name.parse::<usize>().ok().and_then(|index| entries.get_mut(index));
            if let Some(entry) = entry {
                *entry = new;
            }
        }
        _ => {}
    }
}

/// Takes back changes, the last first.
pub(super) fn revert(value: &mut Value, changes: &[Change]) {
    for change in changes.iter().rev() {
        apply(value, &change.pointer, change.before.clone());
    }
}

/// The list that a place is an entry of, its index, and the entries.
pub(super) fn entry_of<'p>(
    value: &Value,
    pointer: &'p str,
) -> Option<(&'p str, usize, Vec<Value>)> {
    let (list, index) = pointer.rsplit_once('/')?;
    let entries = value.pointer(list)?.as_array()?;
    let index = index.parse().ok().filter(|index| *index < entries.len())?;
    Some((list, index, entries.clone()))
}
