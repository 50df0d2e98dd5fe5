//! A scheme file under work: changes to its JSON by JSON pointer (RFC 6901), each of which can be
//! undone. What the file says need not be sound, only be shaped as a scheme is;
//! [`super::lint`] says what is wrong with it.

mod change;
mod name;

use serde_json::{Value, json};

pub use change::Refusal;
use change::{Change, apply, entry_of, revert};

use super::shape::{self, Member, Shape, members_of, settle, shape_at, template, variant};

/// The most steps that can be undone; what lies before them stays.
const STEPS: usize = 200;

/// A file and the steps that led to it.
#[derive(Clone, Debug)]
pub struct Edited {
    value: Value,
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
    /// Where the last step was typed; more typing there belongs to it.
    typing: Option<String>,
}

impl Edited {
    /// A file as it was read.
    pub fn new(value: Value) -> Self {
        Edited { value, done: Vec::new(), undone: Vec::new(), typing: None }
    }

    /// The file as it is now.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether a step that was taken back can be taken again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes back the last step; whether there was one.
    pub fn undo(&mut self) -> bool {
        self.typing = None;
        let Some(step) = self.done.pop() else { return false };
        revert(&mut self.value, &step);
        self.undone.push(step);
        true
    }

    /// Takes the step again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        self.typing = None;
        let Some(step) = self.undone.pop() else { return false };
        for change in &step {
            apply(&mut self.value, &change.pointer, change.after.clone());
        }
        self.done.push(step);
        true
    }

    /// Replaces what stands at a place, or adds it where the file may have it there. It may be
    /// anything: who types is not done yet.
    ///
    /// # Errors
    /// The file has no such place.
    pub fn set(&mut self, pointer: &str, new: Value) -> Result<(), Refusal> {
        self.put(pointer, new).map(drop)
    }

    /// As [`Edited::set`]; whether anything changed.
    fn put(&mut self, pointer: &str, new: Value) -> Result<bool, Refusal> {
        if self.value.pointer(pointer).is_none() {
            self.start(pointer)?;
        }
        Ok(self.step(vec![self.change(pointer, Some(new))]))
    }

    /// As [`Edited::set`], while somebody types: what is typed in one go at one place is one step.
    ///
    /// # Errors
    /// The file has no such place.
    pub fn typed(&mut self, pointer: &str, new: Value) -> Result<(), Refusal> {
        let goes_on = self.typing.as_deref() == Some(pointer);
        if let Some(last) = self.done.last_mut().and_then(|step| step.last_mut())
            && goes_on
        {
            apply(&mut self.value, pointer, Some(new.clone()));
            last.after = Some(new);
        } else if self.put(pointer, new)? {
            // Where nothing changed there is no step to go on with.
            self.typing = Some(pointer.to_owned());
        }
        Ok(())
    }

    /// Adds a name to a map, with its value as it starts; no step where it is there already.
    ///
    /// # Errors
    /// There is no map at that place.
    pub fn add_key(&mut self, pointer: &str) -> Result<(), Refusal> {
        let refused = || Refusal::no_place(pointer);
        let (map, _) = pointer.rsplit_once('/').ok_or_else(refused)?;
        let Some(Shape::Map { value, .. }) = shape_at(&self.value, map) else {
            return Err(refused());
        };
        if self.found(map)?.is_object() && self.value.pointer(pointer).is_none() {
            self.step(vec![self.change(pointer, Some(template(*value)))]);
        }
        Ok(())
    }

    /// Adds a member that a part may have, or a name to a map, as it starts; no step where it is
    /// there already.
    ///
    /// # Errors
    /// No such part may have it.
    pub fn add(&mut self, pointer: &str) -> Result<(), Refusal> {
        if self.value.pointer(pointer).is_some() {
            return Ok(());
        }
        let new = self.start(pointer)?;
        let new = self.settled(vec![self.change(pointer, Some(new))], pointer);
        self.step(vec![self.change(pointer, new)]);
        Ok(())
    }

    /// Puts a new entry into a list, before the one at that index, or last; the list is added where
    /// it is not there yet. Gives the entry's place.
    ///
    /// # Errors
    /// There can be no list at that place.
    pub fn insert(&mut self, list: &str, index: usize) -> Result<String, Refusal> {
        let Some(Shape::List(shape)) = shape_at(&self.value, list) else {
            return Err(Refusal::no_place(list));
        };
        self.insert_value(list, index, template(shape.item))
    }

    /// As [`Edited::insert`], with an entry that is at hand: another kind than the first, or the
    /// template of a criterion. Its empty names and references are filled.
    ///
    /// # Errors
    /// There can be no list at that place.
    pub fn insert_value(
        &mut self,
        list: &str,
        index: usize,
        new: Value,
    ) -> Result<String, Refusal> {
        if !matches!(shape_at(&self.value, list), Some(Shape::List(_))) {
            return Err(Refusal::no_place(list));
        }
        let mut entries = match self.value.pointer(list) {
            Some(Value::Array(entries)) => entries.clone(),
            Some(_) => return Err(Refusal::no_place(list)),
            None => {
                self.start(list)?;
                Vec::new()
            }
        };
        let index = index.min(entries.len());
        entries.insert(index, new);
        let place = format!("{list}/{index}");
        let settled = self.settled(vec![self.change(list, Some(json!(entries)))], &place);
        if let (Some(entry), Some(settled)) = (entries.get_mut(index), settled) {
            *entry = settled;
        }
        self.step(vec![self.change(list, Some(Value::Array(entries)))]);
        Ok(place)
    }

    /// Removes an entry of a list, or a member that need not be there.
    ///
    /// # Errors
    /// There is no such place, or it must be there.
    pub fn remove(&mut self, pointer: &str) -> Result<(), Refusal> {
        self.found(pointer)?;
        if let Some((list, index, mut entries)) = entry_of(&self.value, pointer) {
            entries.remove(index);
            self.step(vec![self.change(list, Some(Value::Array(entries)))]);
            return Ok(());
        }
        if self.needed(pointer) {
            return Err(Refusal::Needed);
        }
        self.step(vec![self.change(pointer, None)]);
        Ok(())
    }

    /// Moves an entry of a list by so many places, down where positive, as far as the list goes.
    /// Gives its place then.
    ///
    /// # Errors
    /// It is no entry of a list.
    pub fn shift(&mut self, pointer: &str, by: isize) -> Result<String, Refusal> {
        let Some((list, index, mut entries)) = entry_of(&self.value, pointer) else {
            return Err(Refusal::no_place(pointer));
        };
        let last = entries.len().saturating_sub(1);
        let to = index.saturating_add_signed(by).min(last);
        let list = list.to_owned();
        if to != index {
            let entry = entries.remove(index);
            entries.insert(to, entry);
            self.step(vec![self.change(&list, Some(Value::Array(entries)))]);
        }
        Ok(format!("{list}/{to}"))
    }

    /// Makes what stands at a place another kind: of rule, of step, of condition. Members that
    /// fit the new kind as they are stay.
    ///
    /// # Errors
    /// There is no choice at that place, or it has no such kind.
    pub fn choose(&mut self, pointer: &str, word: &str) -> Result<(), Refusal> {
        let Some(Shape::Choice(choice)) = shape_at(&self.value, pointer) else {
            return Err(Refusal::no_place(pointer));
        };
        let kind = choice.named(word).ok_or_else(|| Refusal::no_place(pointer))?;
        let before = self.value.pointer(pointer);
        if before.and_then(|value| choice.of(value)).is_some_and(|old| old.word == word) {
            return Ok(());
        }
        let mut new = variant(choice.tag, kind);
        for member in kind.members {
            let kept = before.and_then(|value| value.get(member.name));
            let fits = |value: &&Value| shape::misfits_of(member.shape, value).is_empty();
            if let Some(kept) = kept.filter(fits) {
                new[member.name] = kept.clone();
            }
        }
        let new = self.settled(vec![self.change(pointer, Some(new))], pointer);
        self.step(vec![self.change(pointer, new)]);
        Ok(())
    }

    /// The part at a pointer with names and references filled, were these changes made.
    fn settled(&self, changes: Vec<Change>, pointer: &str) -> Option<Value> {
        let mut trial = self.value.clone();
        for change in changes {
            apply(&mut trial, &change.pointer, change.after);
        }
        settle(&mut trial, pointer);
        trial.pointer_mut(pointer).map(Value::take)
    }

    fn found(&self, pointer: &str) -> Result<&Value, Refusal> {
        self.value.pointer(pointer).ok_or_else(|| Refusal::no_place(pointer))
    }

    /// What a member that is not there starts as.
    fn start(&self, pointer: &str) -> Result<Value, Refusal> {
        let refused = || Refusal::no_place(pointer);
        let (parent, name) = pointer.rsplit_once('/').ok_or_else(refused)?;
        let part = self.found(parent)?;
        match shape_at(&self.value, parent).ok_or_else(refused)? {
            _ if !part.is_object() => Err(refused()),
            Shape::Map { value, .. } => Ok(template(*value)),
            shape => {
                let mut members = members_of(shape, part).iter();
                members.find(|one| one.name == name).map(Member::template).ok_or_else(refused)
            }
        }
    }

    /// Whether a place must have something: a member that is required, and what says a kind.
    /// What the format does not know may go.
    fn needed(&self, pointer: &str) -> bool {
        let Some((parent, name)) = pointer.rsplit_once('/') else { return true };
        let Some(shape) = shape_at(&self.value, parent) else { return false };
        let part = self.value.pointer(parent).unwrap_or_default();
        let tag = matches!(shape, Shape::Choice(choice) if choice.tag == name);
        tag || members_of(shape, part).iter().any(|one| one.name == name && one.required)
    }

    fn change(&self, pointer: &str, after: Option<Value>) -> Change {
        let before = self.value.pointer(pointer).cloned();
        Change { pointer: pointer.to_owned(), before, after }
    }

    /// Makes the changes one step; none where nothing changes.
    fn step(&mut self, changes: Vec<Change>) -> bool {
        if changes.iter().all(|change| change.before == change.after) {
            return false;
        }
        for change in &changes {
            apply(&mut self.value, &change.pointer, change.after.clone());
        }
        self.undone.clear();
        self.typing = None;
        self.done.push(changes);
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
        true
    }
}
