//! Takes JSON values apart by their members, with the place for whatever does not fit.
//!
//! By hand rather than by derive: a refusal must name the place and the value in the reader's
//! language, and unknown members must be kept at every level.

use serde_json::{Map, Value};

use super::unrepeated::{NUL, Unrepeated};
use super::{Kind, Place, ReadError, Reason};
use crate::answer::Extra;
use crate::limits;

/// An object whose members are taken one by one; what is left over is unknown.
pub(crate) struct Members {
    at: String,
    members: Map<String, Value>,
}

/// A name as a part of a JSON pointer (RFC 6901).
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A part of a JSON pointer as a name.
pub(crate) fn unescape(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

/// Any JSON text.
pub(crate) fn json(text: &str) -> Result<Value, ReadError> {
    serde_json::from_str(text).map(|Unrepeated(value)| value).map_err(|error| {
        // The parser counts columns in bytes, people in signs.
        let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
        let column = String::from_utf8_lossy(before).chars().count();
        let place = Place::Line { line: error.line(), column };
        // The parser repeats the place at the end of its words.
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap_or_default();
        let reason = if words == NUL { Reason::Nul } else { Reason::Syntax(words.into()) };
        ReadError::new(place, reason)
    })
}

/// Refuses a value in which lists and objects nest deeper than that.
pub(crate) fn shallow(value: &Value, most: usize) -> Result<(), Reason> {
    fn depth(value: &Value) -> usize {
        match value {
            Value::Array(list) => 1 + list.iter().map(depth).max().unwrap_or_default(),
            Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or_default(),
            _ => 0,
        }
    }
    if depth(value) > most { Err(Reason::TooDeep) } else { Ok(()) }
}

pub(crate) fn expected(at: &str, kind: Kind, value: &Value) -> ReadError {
    let found: String = match value {
        Value::String(text) => text.chars().take(40).collect(),
        other => other.to_string().chars().take(40).collect(),
    };
    ReadError::new(Place::Member(at.into()), Reason::Expected(kind, found))
}

pub(crate) fn text(at: &str, value: Value) -> Result<String, ReadError> {
    match value {
        Value::String(text) => {
            // Bytes bound characters from above, so most texts need no count.
            if text.len() > limits::TEXT_CHARS {
                let chars = text.chars().count();
                if chars > limits::TEXT_CHARS {
                    let place = Place::Member(at.into());
                    return Err(ReadError::new(place, Reason::TextTooLong(chars)));
                }
            }
            Ok(text)
        }
        other => Err(expected(at, Kind::Text, &other)),
    }
}

pub(crate) fn texts(at: &str, value: Value) -> Result<Vec<String>, ReadError> {
    let list = list(at, value, limits::EVIDENCE)?;
    list.into_iter().map(|(at, value)| text(&at, value)).collect()
}

/// The entries of a list with their places.
pub(crate) fn list(at: &str, value: Value, most: usize) -> Result<Vec<(String, Value)>, ReadError> {
    match value {
        Value::Array(entries) if entries.len() > most => {
            let reason = Reason::TooMany(entries.len(), most);
            Err(ReadError::new(Place::Member(at.into()), reason))
        }
        Value::Array(entries) => {
            let place = |(index, value)| (format!("{at}/{index}"), value);
            Ok(entries.into_iter().enumerate().map(place).collect())
        }
        other => Err(expected(at, Kind::List, &other)),
    }
}

pub(crate) fn count(at: &str, value: &Value) -> Result<u64, ReadError> {
    value.as_u64().ok_or_else(|| expected(at, Kind::Count, value))
}

pub(crate) fn flag(at: &str, value: &Value) -> Result<bool, ReadError> {
    value.as_bool().ok_or_else(|| expected(at, Kind::Flag, value))
}

impl Members {
    pub fn of(at: &str, value: Value) -> Result<Self, ReadError> {
        match value {
            Value::Object(members) => Ok(Members { at: at.into(), members }),
            other => Err(expected(at, Kind::Object, &other)),
        }
    }

    /// A member that is there and not null, with its place.
    pub fn take(&mut self, name: &str) -> Option<(String, Value)> {
        let value = self.members.shift_remove(name)?;
        (!value.is_null()).then(|| (self.place(name), value))
    }

    pub fn place(&self, name: &str) -> String {
        format!("{}/{}", self.at, escape(name))
    }

    /// A text; empty where absent.
    pub fn text(&mut self, name: &str) -> Result<String, ReadError> {
        self.optional_text(name).map(Option::unwrap_or_default)
    }

    pub fn optional_text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        self.take(name).map(|(at, value)| text(&at, value)).transpose()
    }

    pub fn texts(&mut self, name: &str) -> Result<Option<Vec<String>>, ReadError> {
        self.take(name).map(|(at, value)| texts(&at, value)).transpose()
    }

    pub fn flag(&mut self, name: &str) -> Result<Option<bool>, ReadError> {
        self.take(name).map(|(at, value)| flag(&at, &value)).transpose()
    }

    pub fn count(&mut self, name: &str) -> Result<Option<u64>, ReadError> {
        self.take(name).map(|(at, value)| count(&at, &value)).transpose()
    }

    /// All members that are left and not null, in order, with their places.
    pub fn entries(self) -> Vec<(String, String, Value)> {
        let at = self.at;
        let entry = |(name, value): (String, Value)| {
            let place = format!("{at}/{}", escape(&name));
            (name, place, value)
        };
        self.members.into_iter().filter(|(_, value)| !value.is_null()).map(entry).collect()
    }

    /// What was not taken.
    pub fn rest(self) -> Extra {
        self.members.into_iter().collect()
    }
}
