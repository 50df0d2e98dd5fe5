//! What changed in a draft, field by field: told, taken back, put in words, and merged with what
//! changed elsewhere.
//!
//! A place reads like a JSON pointer, with `~0` and `~1` for `~` and `/`. Rows are named by
//! their key, which stays while they move: `/answers/tasks/tasks/3/title`. A whole row is
//! `/answers/tasks/tasks/3`, the order of rows `/answers/tasks/tasks` with lists of keys. Lists
//! whose keys repeat (only a damaged draft has them) change as a whole, as lists of rows; an
//! empty one is absent then.
//!
//! Members of maps change one by one. Other lists (`done`, `scores`, the list of evidence) change
//! as one. An absent criterion says the same as one without anything.

mod both;
mod merge;
mod part;
mod rows;
mod value;
mod words;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

pub use merge::{Conflict, Merged, merge};
pub use value::value_words;
pub(crate) use words::item_words;
pub use words::place_words;

use super::Draft;
use crate::form::decode::unescape;
use part::{Part, Place};

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Where.
    #[serde(rename = "p")]
    pub place: String,
    /// What stood there; `None` where nothing did.
    #[serde(
        rename = "b",
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub before: Option<Value>,
    /// What stands there since; `None` where nothing does.
    #[serde(
        rename = "a",
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub after: Option<Value>,
}

/// A member that is there has a value, be it `null`: an unknown member may be that.
fn there<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(value).map(Some)
}

impl Change {
    /// The value that it puts, taken again or back.
    fn side(&self, forward: bool) -> Option<&Value> {
        if forward { self.after.as_ref() } else { self.before.as_ref() }
    }

    /// Whether it is about the order of rows, and about nothing else.
    pub fn orders(&self) -> bool {
        let parts = parts(&self.place);
        let list = matches!(&parts[..], [answers, _, list]
            if answers == "answers" && matches!(list.as_str(), "tasks" | "entries"));
        let keys = |value: &Option<Value>| matches!(value, Some(Value::Array(all)) if all.iter().all(Value::is_number));
        list && keys(&self.before) && keys(&self.after)
    }
}

/// A place in its parts.
fn parts(place: &str) -> Vec<String> {
    place.split('/').skip(1).map(unescape).collect()
}

/// The parts as the [`Part`]s take them.
fn borrowed(parts: &[String]) -> Vec<&str> {
    parts.iter().map(String::as_str).collect()
}

/// What differs between two drafts, field by field; empty if nothing does.
pub fn changes(before: &Draft, after: &Draft) -> Vec<Change> {
    let mut found = Vec::new();
    before.differ(after, &mut Place::default(), &mut found);
    found
}

/// Puts every place to what stood there after the changes, or `forward` being false, before them.
/// Criteria that say nothing then are dropped. A change that does not fit leaves its place as it
/// is: one whose value is of the wrong type, whose row is not there, whose place is unknown.
/// Returns how many did not fit.
pub fn apply(draft: &mut Draft, changes: &[Change], forward: bool) -> usize {
    // Rows are put in order last: in the order taken back, some of them are not there before.
    let (orders, others): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.orders());
    let mut put = |change: &&Change| {
        let parts = parts(&change.place);
        !draft.put(&borrowed(&parts), change.side(forward))
    };
    let all = others.iter().chain(&orders);
    if forward {
        all.filter(|change| put(change)).count()
    } else {
        let all = others.iter().rev().chain(orders.iter().rev());
        all.filter(|change| put(change)).count()
    }
}
