//! What could not be carried, by name.

use std::collections::BTreeMap;

use selfscore_wording::{Lang, years as words};
use serde::Serialize;
use serde_json::Value;

use crate::points::Points;
use crate::text::Text;

/// Something answered last year that the new form does not have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Left {
    /// The earlier criterion's id.
    pub criterion: String,
    /// Its title; its id where the earlier scheme does not know it either.
    pub title: Text,
    /// JSON pointer of the field in last year's form.
    pub field: String,
    /// The words of the item, option or condition, if it is one.
    pub about: Option<Text>,
    /// The value, as the form file has it.
    pub value: Value,
    /// Why it was left.
    pub why: Why,
}

impl Left {
    /// The value for a reader: a list's entry by its title, yes and no in words.
    pub fn shown(&self, lang: Lang) -> String {
        shown(&self.value, lang)
    }
}

fn shown(value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => words::yes(lang).into(),
        Value::Bool(false) => words::no(lang).into(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) if list.is_empty() => words::none(lang).into(),
        Value::Array(list) => {
            list.iter().map(|one| shown(one, lang)).collect::<Vec<_>>().join(words::comma(lang))
        }
        Value::Object(members) => {
            let told = ["number", "title", "level", "completion"].into_iter();
            let told = told.filter_map(|name| members.get(name)).map(|one| shown(one, lang));
            told.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Names each field once: what several parts of a split criterion refuse is one answer still.
pub(super) fn once(left: Vec<Left>) -> Vec<Left> {
    let mut all: Vec<Left> = Vec::with_capacity(left.len());
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for one in left {
        let Some(&index) = known.get(&one.field) else {
            known.insert(one.field.clone(), all.len());
            all.push(one);
            continue;
        };
        if let (Why::Contradicts { at }, Why::Contradicts { at: here }) =
            (&one.why, &mut all[index].why)
        {
            here.extend(at.iter().cloned());
        }
    }
    all
}

/// Why something was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// The map says that the criterion is dropped.
    Dropped,
    /// Neither does the map name the criterion, nor has one here its id.
    NoSuccessor,
    /// The earlier scheme has no criterion of that id, so nobody knows what was asked.
    NotOfScheme,
    /// The criterion here has a rule of another kind.
    OtherKind {
        /// The earlier rule's kind.
        was: String,
        /// The kind here.
        is: String,
    },
    /// The criterion here no longer asks for it.
    NotAsked,
    /// The item, option or level is gone.
    ItemGone {
        /// The id under which it was looked for here.
        id: String,
    },
    /// The number is counted in something else here.
    OtherUnit {
        /// What it was counted in.
        was: Text,
        /// What it is counted in here.
        is: Text,
    },
    /// The number is out of the range here.
    OutOfRange {
        /// The least that is allowed here.
        least: Points,
        /// The most.
        most: Points,
    },
    /// The number has more decimals than are allowed here.
    Decimals {
        /// How many are.
        most: u32,
    },
    /// The criterion is split, and several parts would take it: nobody can tell which.
    CannotTell {
        /// Those that would.
        among: Vec<String>,
    },
    /// Criteria are merged, and their answers contradict each other.
    Contradicts {
        /// The criteria here: one, or several parts that the earlier one is split into.
        at: Vec<String>,
    },
    /// The criterion here would hold more of them than a form may.
    TooMany {
        /// How many a form may hold.
        most: usize,
    },
    /// A text that was typed into a field of numbers or dates and is none.
    NotANumber,
}

impl Why {
    /// Why, in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Why::Dropped => words::dropped(lang).into(),
            Why::NoSuccessor => words::no_successor(lang).into(),
            Why::NotOfScheme => words::not_of_scheme(lang).into(),
            Why::OtherKind { was, is } => words::other_kind(lang, was, is),
            Why::NotAsked => words::not_asked(lang).into(),
            Why::ItemGone { id } => words::item_gone(lang, id),
            Why::OtherUnit { was, is } => words::other_unit(lang, was.get(lang), is.get(lang)),
            Why::OutOfRange { least, most } => words::out_of_range(lang, least, most),
            Why::Decimals { most } => words::decimals(lang, most),
            Why::CannotTell { among } => words::cannot_tell(lang, among.join(words::comma(lang))),
            Why::Contradicts { at } => words::contradicts(lang, at.join(words::comma(lang))),
            Why::TooMany { most } => words::too_many(lang, most),
            Why::NotANumber => words::not_a_number(lang).into(),
        }
    }

    /// How much the reason tells, to pick one where several parts refuse for different reasons.
    pub(super) fn tells(&self) -> u8 {
        match self {
            Why::OtherKind { .. } => 0,
            Why::NotAsked => 1,
            Why::ItemGone { .. } => 2,
            _ => 3,
        }
    }
}
