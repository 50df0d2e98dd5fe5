//! The column of keys.

use super::Column;
use crate::form::DISTRICT;
use crate::form::decode::{escape, unescape};

/// What goes before a pointer whose row holds JSON.
pub(in crate::form) const JSON: &str = "json:";

/// What goes before the key of a row that is there to be filled in: with nothing in it, it is none.
const SPARE: &str = "+";

/// The key of a row that is there to be filled in.
pub(in crate::form) fn spare(key: &str) -> String {
    format!("{SPARE}{key}")
}

/// A key without that sign, if it has it.
pub(in crate::form) fn unspare(key: &str) -> Option<&str> {
    key.strip_prefix(SPARE)
}

/// Members of the head that are texts.
pub(super) const HEAD: [&str; 8] =
    ["unit", DISTRICT, "filled_by", "reviewed_by", "phone", "filled_on", "exported_at", "sha256"];

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::form) enum Key {
    /// A text of the head.
    Head(String),
    /// A member of `scheme`.
    Scheme(String),
    /// `format` or `version`, which are read first.
    Preamble,
    /// A criterion: its explanation, evidence and stated points.
    Answer(String),
    /// An option of a criterion.
    Choice(String, String),
    /// A member of a criterion that is yes or no.
    Flag(Vec<String>),
    /// A member of a criterion that is a whole number.
    Count(Vec<String>),
    /// A member of a criterion that is a decimal.
    Decimal(Vec<String>),
    /// An assessor's score.
    Score(String, usize),
    /// A thing of a criterion's list.
    Listed(String, usize),
    /// What else is said about it: its level, its placement, how many authors.
    ListedPart(String, usize, String),
    /// Whether an item is done.
    Done(String, String),
    /// A task of a criterion.
    Task(String, usize),
    /// An entry of the list of evidence.
    Evidence(usize),
    /// The stated total.
    Total,
    /// Any member, as JSON.
    Json(Vec<String>),
}

/// A JSON pointer's names.
fn names(pointer: &str) -> Option<Vec<String>> {
    Some(pointer.strip_prefix('/')?.split('/').map(unescape).collect())
}

/// A JSON pointer of names.
pub(in crate::form) fn pointer<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().flat_map(|name| ["/".to_owned(), escape(name)]).collect()
}

impl Key {
    /// Reads a key; `None` for one that this program does not know.
    pub fn read(text: &str) -> Option<Key> {
        if let Some(pointer) = text.strip_prefix(JSON) {
            return names(pointer).map(Key::Json);
        }
        let names = names(text)?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let own = |name: &str| name.to_owned();
        let path = || names.iter().map(|name| own(name)).collect();
        Some(match names[..] {
            ["format" | "version"] => Key::Preamble,
            [name] if HEAD.contains(&name) => Key::Head(own(name)),
            ["scheme", name @ ("id" | "revision" | "sha256")] => Key::Scheme(own(name)),
            ["answers", id] => Key::Answer(own(id)),
            ["answers", id, "choice", option] => Key::Choice(own(id), own(option)),
            ["answers", _, "met" | "applies"] | ["answers", _, "flags", _] => Key::Flag(path()),
            ["answers", _, "occurrences", _] => Key::Count(path()),
            ["answers", _, "value" | "claim"] | ["answers", _, "claims", _] => Key::Decimal(path()),
            ["answers", id, "scores", index] => Key::Score(own(id), index.parse().ok()?),
            ["answers", id, "entries", index] => Key::Listed(own(id), index.parse().ok()?),
            ["answers", id, "entries", index, part @ ("level" | "placement" | "authors")] => {
                Key::ListedPart(own(id), index.parse().ok()?, own(part))
            }
            ["answers", id, "done", item] => Key::Done(own(id), own(item)),
            ["answers", id, "tasks", index] => Key::Task(own(id), index.parse().ok()?),
            ["evidence", index] => Key::Evidence(index.parse().ok()?),
            ["score", "total"] => Key::Total,
            _ => return None,
        })
    }

    /// The list that the row is an entry of, and which.
    pub fn entry(&self) -> Option<(String, usize)> {
        match self {
            Key::Task(id, index) => Some((pointer(["answers", id, "tasks"]), *index)),
            Key::Score(id, index) => Some((pointer(["answers", id, "scores"]), *index)),
            Key::Listed(id, index) => Some((pointer(["answers", id, "entries"]), *index)),
            Key::Evidence(index) => Some((pointer(["evidence"]), *index)),
            _ => None,
        }
    }

    /// The cells that the row uses.
    pub fn uses(&self) -> &'static [Column] {
        use Column::{Claim, Debugging, Evidence, Note, Role, Score, Value};
        match self {
            Key::Answer(_) => &[Score, Note, Evidence],
            Key::Task(..) => &[Value, Role, Debugging, Claim, Note, Evidence],
            Key::Evidence(_) | Key::Listed(..) => &[Value, Note, Evidence],
            Key::Total => &[Score],
            _ => &[Value],
        }
    }
}
