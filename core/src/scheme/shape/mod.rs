//! The shape of a scheme file, for who edits one as JSON: which members a part has, what each is
//! called, what fits there, and what a new part starts as. An editor needs no code for a kind of
//! rule; what it needs to know of one stands here once, and is held against the file's schema.

mod misfit;
mod outline;
mod refer;
mod rules;
mod start;
mod steps;
mod walk;

use selfscore_wording::Lang;
use serde_json::Value;

pub use crate::form::decode::escape;
pub use misfit::{Misfit, Unfit, misfits, misfits_of, read};
pub use outline::file;
pub use refer::{Candidate, Mention, candidates, criterion_of, mentions};
pub use start::{criterion, settle, template, variant};
pub use walk::{members_of, shape_at, visit};

/// Words in a language.
pub type Label = fn(Lang) -> &'static str;

/// What fits at a place of the file.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Named members.
    Object(&'static [Member]),
    /// Members that depend on a tag.
    Choice(&'static Choice),
    /// Any number of one shape.
    List(&'static List),
    /// Names, each with a value: weights by class, renamed options.
    Map {
        /// What the names are of.
        key: Reference,
        /// What each has.
        value: &'static Shape,
    },
    /// Chinese words, and English where given.
    Text {
        /// Whether it may run over several lines.
        long: bool,
    },
    /// One line in the words of the source.
    Line,
    /// The name of something; see [`Name`] for what refers to it.
    Id(Name),
    /// An exact decimal as a string, of at most four places.
    Points,
    /// A whole number.
    Whole {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Yes or no.
    Bool,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// One of several words.
    Words(&'static [Word]),
    /// The name of something else.
    Reference(Reference),
    /// Always the same.
    Fixed(fn() -> Value),
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name in the file.
    pub name: &'static str,
    /// What it is called.
    pub label: Label,
    /// Whether a file must have it.
    pub required: bool,
    /// What fits.
    pub shape: Shape,
    start: Option<fn() -> Value>,
}

impl Member {
    const fn need(name: &'static str, label: Label, shape: Shape) -> Self {
        Member { name, label, required: true, shape, start: None }
    }

    const fn may(name: &'static str, label: Label, shape: Shape) -> Self {
        Member { name, label, required: false, shape, start: None }
    }

    /// What it is in a new part, where that is not what its shape starts as.
    const fn starting(self, start: fn() -> Value) -> Self {
        Member { start: Some(start), ..self }
    }
}

/// A list.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// What one entry is called.
    pub label: Label,
    /// What fits as an entry.
    pub item: Shape,
    /// How many entries a new list has.
    pub start: usize,
}

/// An object whose members depend on one that says its kind.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The member that says it: `kind`, `op`, `on`.
    pub tag: &'static str,
    /// What the choice is called.
    pub label: Label,
    /// The kinds.
    pub variants: &'static [Variant],
}

impl Choice {
    /// The kind of that name.
    pub fn named(&self, word: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.word == word)
    }

    /// The kind of a value.
    pub fn of(&self, value: &Value) -> Option<&'static Variant> {
        self.named(value.get(self.tag)?.as_str()?)
    }

    /// The kinds that have a sense at a place of the file.
    pub fn offered(&self, pointer: &str) -> impl Iterator<Item = &'static Variant> {
        let within = refer::criterion_of(pointer).is_some();
        self.variants.iter().filter(move |variant| match variant.place {
            Place::Anywhere => true,
            Place::Criterion => within,
            Place::Together => !within,
        })
    }
}

/// One kind of a [`Choice`].
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// The tag's value.
    pub word: &'static str,
    /// What it is called.
    pub label: Label,
    /// Its members besides the tag.
    pub members: &'static [Member],
    place: Place,
}

impl Variant {
    const fn new(word: &'static str, label: Label, members: &'static [Member]) -> Self {
        Variant { word, label, members, place: Place::Anywhere }
    }

    const fn only(self, place: Place) -> Self {
        Variant { place, ..self }
    }
}

/// Where a kind has a sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// What a unit is asked belongs to a criterion.
    Criterion,
    /// Points of other parts are known to a group or the total.
    Together,
}

/// One of several words.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// As in the file.
    pub word: &'static str,
    /// What it is called.
    pub label: Label,
}

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The scheme.
    Scheme,
    /// A clause, of a criterion or of the scheme.
    Clause,
    /// A class of units.
    Class,
    /// A unit; its name is what people call it.
    Unit,
    /// A criterion.
    Criterion,
    /// A group.
    Group,
    /// An option, item, level or placement of a rule.
    Item,
    /// A question of a condition.
    Flag,
    /// A grade.
    Grade,
}

impl Name {
    /// What a made-up name starts with.
    fn stem(self) -> &'static str {
        match self {
            Name::Scheme => "scheme",
            Name::Clause => "clause",
            Name::Class => "class",
            Name::Unit => "unit",
            Name::Criterion => "criterion",
            Name::Group => "group",
            Name::Item => "item",
            Name::Flag => "flag",
            Name::Grade => "grade",
        }
    }
}

/// What a reference is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A clause: the criterion's within one, the scheme's elsewhere.
    Clause,
    /// A class of units.
    Class,
    /// A unit.
    Unit,
    /// A criterion, a group, or the base.
    Part,
    /// A criterion.
    Criterion,
    /// An option or item of a criterion that an earlier one carries over to.
    Item,
    /// Something of the earlier scheme, which is not at hand.
    Earlier,
}
