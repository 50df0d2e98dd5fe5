//! Texts that a form keeps as typed, back into the fields that they were typed into.

use serde_json::{Map, Value};

use super::Draft;
use crate::form::decode::unescape;
use crate::limits;

impl Draft {
    /// Puts texts back by their JSON pointers, wherever a field has none.
    pub(super) fn put_back(&mut self, typed: Map<String, Value>) {
        let mut typed: Vec<(String, Value)> = typed.into_iter().collect();
        // Scores stand in a row, each moving the later ones on: first come first.
        typed.sort_by_key(|(pointer, _)| {
            let index = pointer.rsplit('/').next().and_then(|index| index.parse::<usize>().ok());
            index.unwrap_or_default()
        });
        for (pointer, text) in typed {
            if let (Some(field), Value::String(text)) = (self.field_mut(&pointer), text)
                && field.is_empty()
            {
                *field = text;
            }
        }
    }

    /// The raw text of a number or date, by its JSON pointer. Where the text may be all that
    /// was typed for the criterion, its place is made.
    fn field_mut(&mut self, pointer: &str) -> Option<&mut String> {
        let parts: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts[..] {
            ["filled_on"] => Some(&mut self.filled_on),
            ["answers", id, "tasks", index, column] => {
                let index: usize = index.parse().ok()?;
                let task = self.answers.get_mut(id)?.tasks.get_mut(index)?;
                match column {
                    "completion" => Some(&mut task.completion),
                    "claim" => Some(&mut task.claim),
                    _ => None,
                }
            }
            ["answers", id, "entries", index, column] => {
                let index: usize = index.parse().ok()?;
                let row = self.answers.get_mut(id)?.entries.get_mut(index)?;
                match column {
                    "times" => Some(&mut row.times),
                    "authors" => Some(&mut row.authors),
                    _ => None,
                }
            }
            ["answers", id, "value"] => Some(&mut self.entry_mut(id).value),
            ["answers", id, "claim"] => Some(&mut self.entry_mut(id).claim),
            ["answers", id, "occurrences", item] => {
                Some(self.entry_mut(id).occurrences.entry(item.to_owned()).or_default())
            }
            ["answers", id, "claims", item] => {
                Some(self.entry_mut(id).claims.entry(item.to_owned()).or_default())
            }
            ["answers", id, "scores", index] => {
                let scores = &mut self.entry_mut(id).scores;
                let room = |index: &usize| *index.max(&scores.len()) < limits::SCORES;
                let index = index.parse().ok().filter(room)?;
                // The form has only scores that could be read: an unread one goes between them.
                if index < scores.len() {
                    scores.insert(index, String::new());
                } else {
                    scores.resize(index + 1, String::new());
                }
                scores.get_mut(index)
            }
            _ => None,
        }
    }
}
