//! Names and what refers to them.

use selfscore_wording::{Lang, trace};
use serde_json::Value;

use super::{Name, Reference, Shape, file, shape_at, visit};
use crate::form::decode::escape;
use crate::text::Text;

/// Something that a reference can be to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// As the file says it.
    pub id: String,
    /// For who chooses.
    pub words: Text,
}

/// A place where a name is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// The value at this pointer.
    Value(String),
    /// The member's own name at this pointer.
    Key(String),
}

/// The criterion that a place lies in, or is.
pub fn criterion_of(pointer: &str) -> Option<&str> {
    const STEP: &str = "/criteria/";
    let start = pointer.starts_with("/groups/").then(|| pointer.find(STEP)).flatten()?;
    let rest = pointer.get(start + STEP.len()..)?;
    let index = rest.split('/').next()?;
    pointer.get(..start + STEP.len() + index.len())
}

/// What a reference at a place can be to, in the order of the file; none for what is not in it.
pub fn candidates(value: &Value, pointer: &str, to: Reference) -> Vec<Candidate> {
    let mut all = Vec::new();
    // The base stands for what everything in it comes to.
    if to == Reference::Part {
        let words = Text { zh: trace::base(Lang::Zh).into(), en: trace::base(Lang::En).into() };
        all.push(Candidate { id: "base".into(), words });
    }
    visit(file(), "", value, &mut |shape, at, found| {
        let (Shape::Id(name), Some(id)) = (shape, found.as_str()) else { return };
        if !id.is_empty() && refers(value, to, pointer, name, at) {
            let part = at.rsplit_once('/').and_then(|(part, _)| value.pointer(part));
            let words = part.map(words_of).unwrap_or_default();
            let words = if words.zh.is_empty() { id.into() } else { words };
            all.push(Candidate { id: id.to_owned(), words });
        }
    });
    all
}

/// Everything that refers to what has its name at a pointer. A question of a condition is one
/// with those of the same name in its criterion.
pub fn mentions(value: &Value, pointer: &str) -> Vec<Mention> {
    let Some(Shape::Id(name)) = shape_at(value, pointer) else { return Vec::new() };
    let Some(id) = value.pointer(pointer).and_then(Value::as_str) else { return Vec::new() };
    let mut all = Vec::new();
    visit(file(), "", value, &mut |shape, at, found| match shape {
        Shape::Reference(to) if found == id && refers(value, to, at, name, pointer) => {
            all.push(Mention::Value(at.to_owned()));
        }
        Shape::Map { key, .. }
            if found.get(id).is_some() && refers(value, key, at, name, pointer) =>
        {
            all.push(Mention::Key(format!("{at}/{}", escape(id))));
        }
        Shape::Id(Name::Flag)
            if name == Name::Flag
                && found == id
                && at != pointer
                && criterion_of(at) == criterion_of(pointer) =>
        {
            all.push(Mention::Value(at.to_owned()));
        }
        _ => {}
    });
    all
}

/// Whether a reference at `from` can be to what has its name at `at`.
fn refers(value: &Value, to: Reference, from: &str, name: Name, at: &str) -> bool {
    match to {
        Reference::Clause => name == Name::Clause && criterion_of(from) == criterion_of(at),
        Reference::Class => name == Name::Class,
        Reference::Unit => name == Name::Unit,
        Reference::Part => matches!(name, Name::Criterion | Name::Group),
        Reference::Criterion => name == Name::Criterion,
        Reference::Item => name == Name::Item && carried_to(value, from, at).unwrap_or(false),
        Reference::Earlier => false,
    }
}

/// Whether the change that a place is in carries over to the criterion of another.
fn carried_to(value: &Value, from: &str, at: &str) -> Option<bool> {
    let carried = from.get(..from.find("/items")?)?;
    let id = value.pointer(criterion_of(at)?)?.get("id")?;
    Some(value.pointer(carried)?.get("to")?.as_array()?.contains(id))
}

/// What people call a part.
fn words_of(part: &Value) -> Text {
    let text = |name: &str| {
        let text = part.get(name)?;
        let of = |lang: &str| text.get(lang).and_then(Value::as_str).unwrap_or_default().to_owned();
        Some(Text { zh: of("zh"), en: of("en") })
    };
    let mut words =
        text("title").or_else(|| text("label")).or_else(|| text("text")).unwrap_or_default();
    // A clause is known by its number in the source.
    if let Some(mark) = part.get("mark").and_then(Value::as_str).filter(|mark| !mark.is_empty()) {
        for words in [&mut words.zh, &mut words.en] {
            if !words.is_empty() {
                *words = format!("{mark} {words}");
            }
        }
    }
    words
}

/// Replaces the value at a pointer, if there is one.
pub(super) fn put(value: &mut Value, pointer: &str, new: Value) {
    if let Some(place) = value.pointer_mut(pointer) {
        *place = new;
    }
}
