//! Names: another one, with everything that refers to it; and copies of a part under names of
//! their own.

use serde_json::{Value, json};

use super::Edited;
use super::change::{Change, Refusal, apply, entry_of};
use crate::form::decode::escape;
use crate::scheme::shape::{
    self, Mention, Name, Shape, criterion_of, mentions, settle, shape_at, visit,
};

impl Edited {
    /// Gives what has its name at a place another one, everywhere that it is referred to.
    ///
    /// # Errors
    /// No name stands there, or something else of its kind has the new one: references to the two
    /// could not be told apart afterwards.
    pub fn rename(&mut self, pointer: &str, new: &str) -> Result<(), Refusal> {
        let Some(Shape::Id(name)) = shape_at(&self.value, pointer) else {
            return Err(Refusal::no_place(pointer));
        };
        if self.found(pointer)? == new {
            return Ok(());
        }
        if self.taken(name, pointer, new) {
            return Err(Refusal::Taken(new.to_owned()));
        }
        let changes = renaming(&self.value, pointer, new);
        self.step(changes);
        Ok(())
    }

    /// Puts a copy of an entry after it, with new names where two of one would clash. Gives the copy's
    /// place.
    ///
    /// # Errors
    /// It is no entry of a list.
    pub fn copy(&mut self, pointer: &str) -> Result<String, Refusal> {
        let Some((list, index, mut entries)) = entry_of(&self.value, pointer) else {
            return Err(Refusal::no_place(pointer));
        };
        let Some(entry) = entries.get(index).cloned() else {
            return Err(Refusal::no_place(pointer));
        };
        let place = format!("{list}/{}", index + 1);
        entries.insert(index + 1, entry);
        let mut trial = self.value.clone();
        apply(&mut trial, list, Some(Value::Array(entries)));
        // The copy's own name, and those of criteria and groups in it, which are the file's.
        let mut clashing = Vec::new();
        if let (Some(shape), Some(part)) = (shape_at(&trial, &place), trial.pointer(&place)) {
            visit(shape, &place, part, &mut |shape, at, value| {
                let Shape::Id(name) = shape else { return };
                let own = at.strip_prefix(&place).is_some_and(|below| below == "/id");
                let files = matches!(name, Name::Criterion | Name::Group);
                if (own || files) && name != Name::Flag {
                    clashing.push((at.to_owned(), value.clone()));
                }
            });
        }
        for (at, old) in clashing {
            apply(&mut trial, &at, Some(json!("")));
            settle(&mut trial, &at);
            let new = trial.pointer(&at).cloned().unwrap_or_default();
            refer_within(&mut trial, &place, &at, &old, &new);
        }
        let list = list.to_owned();
        let after = trial.pointer_mut(&list).map(Value::take);
        self.step(vec![self.change(&list, after)]);
        Ok(place)
    }

    /// Whether something else has a name that must be this one's alone.
    fn taken(&self, name: Name, pointer: &str, new: &str) -> bool {
        let mut taken = false;
        visit(shape::file(), "", &self.value, &mut |shape, at, value| {
            if let Shape::Id(other) = shape {
                taken |= at != pointer && value == new && same_names(name, pointer, other, at);
            }
        });
        taken
    }
}

/// Whether two names must differ.
fn same_names(name: Name, pointer: &str, other: Name, at: &str) -> bool {
    let part = |name| matches!(name, Name::Criterion | Name::Group);
    // Criteria and groups share their names.
    if part(name) && part(other) {
        return true;
    }
    let list = |at: &str| at.rsplitn(3, '/').nth(2).map(str::to_owned);
    name == other
        && match name {
            Name::Clause => criterion_of(pointer) == criterion_of(at),
            Name::Item => list(pointer) == list(at),
            // One question may be asked in two places.
            Name::Flag => false,
            _ => true,
        }
}

fn renaming(value: &Value, pointer: &str, new: &str) -> Vec<Change> {
    let change = |pointer: String, after: Option<Value>| {
        let before = value.pointer(&pointer).cloned();
        Change { pointer, before, after }
    };
    let mut changes = Vec::new();
    for mention in mentions(value, pointer) {
        match mention {
            Mention::Value(at) => changes.push(change(at, Some(json!(new)))),
            Mention::Key(at) => {
                let of = value.pointer(&at).cloned();
                let map = at.rsplit_once('/').map_or("", |(map, _)| map);
                changes.push(change(format!("{map}/{}", escape(new)), of));
                changes.push(change(at, None));
            }
        }
    }
    changes.push(change(pointer.to_owned(), Some(json!(new))));
    changes
}

/// Lets what refers to a name within a copied part refer to the copy's.
fn refer_within(value: &mut Value, part: &str, pointer: &str, old: &Value, new: &Value) {
    // Under its old name, to find what is meant.
    apply(value, pointer, Some(old.clone()));
    let below = format!("{part}/");
    for mention in mentions(value, pointer) {
        if let Mention::Value(at) = mention
            && at.starts_with(&below)
        {
            apply(value, &at, Some(new.clone()));
        }
    }
    apply(value, pointer, Some(new.clone()));
}
