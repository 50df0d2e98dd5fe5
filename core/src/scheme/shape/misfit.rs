//! What of a file does not fit its shape: told at its place and all at once, where a parser
//! would stop at the first.

use selfscore_wording::{Lang, shape as words};
use serde::Deserialize;
use serde_json::Value;

use super::outline::TEXT;
use super::{Label, Member, Shape, file, members_of};
use crate::form::decode::escape;
use crate::points::Points;
use crate::scheme::SchemeFile;

/// A place where something does not fit.
#[derive(Clone, Debug)]
pub struct Misfit {
    /// JSON pointer (RFC 6901) into the file.
    pub path: String,
    /// What is wrong there.
    pub unfit: Unfit,
}

/// What does not fit.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Unfit {
    /// A member that must be there.
    Missing(Label),
    /// A member that no such part has.
    Unknown(String),
    /// No figure of a scheme.
    Decimal(String),
    /// No whole number.
    Whole(String),
    /// Something else altogether.
    Kind(String),
    /// None of the words that can stand there.
    Choice(String),
    /// What the parser says of a file that fits as far as shapes go.
    File(String),
}

impl Misfit {
    /// What is wrong.
    pub fn message(&self, lang: Lang) -> String {
        match &self.unfit {
            Unfit::Missing(label) => words::misfit_missing(lang, label(lang)),
            Unfit::Unknown(name) => words::misfit_unknown(lang, name),
            Unfit::Decimal(found) => words::misfit_decimal(lang, found),
            Unfit::Whole(found) => words::misfit_whole(lang, found),
            Unfit::Kind(found) => words::misfit_kind(lang, found),
            Unfit::Choice(found) => words::misfit_choice(lang, found),
            Unfit::File(detail) => words::misfit_file(lang, detail),
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> &'static str {
        match &self.unfit {
            Unfit::Missing(_) => words::misfit_missing_remedy(lang),
            Unfit::Unknown(_) => words::misfit_unknown_remedy(lang),
            Unfit::Decimal(_) => words::misfit_decimal_remedy(lang),
            Unfit::Whole(_) => words::misfit_whole_remedy(lang),
            Unfit::Kind(_) | Unfit::File(_) => words::misfit_kind_remedy(lang),
            Unfit::Choice(_) => words::misfit_choice_remedy(lang),
        }
    }
}

/// The scheme that a value says, be it sound or not.
///
/// # Errors
/// All places where the value is none; never an empty list.
pub fn read(value: &Value) -> Result<SchemeFile, Vec<Misfit>> {
    let found = misfits(value);
    if !found.is_empty() {
        return Err(found);
    }
    SchemeFile::deserialize(value).map_err(|error| {
        vec![Misfit { path: String::new(), unfit: Unfit::File(error.to_string()) }]
    })
}

/// All places of a file that do not fit its shape. Where there is none, it reads as a
/// [`SchemeFile`].
pub fn misfits(value: &Value) -> Vec<Misfit> {
    misfits_of(file(), value)
}

/// As [`misfits`], of a value that is to have a shape; places are from it on.
pub fn misfits_of(shape: Shape, value: &Value) -> Vec<Misfit> {
    let mut found = Vec::new();
    check(shape, "", value, &mut found);
    found
}

fn check(shape: Shape, path: &str, value: &Value, found: &mut Vec<Misfit>) {
    let unfit = match shape {
        Shape::Object(members) => return object(members, None, path, value, found),
        Shape::Choice(choice) => match choice.of(value) {
            Some(_) => {
                return object(members_of(shape, value), Some(choice.tag), path, value, found);
            }
            None if value.is_object() => {
                // At the tag: that is what is to be put right.
                let unfit = Unfit::Choice(shown(value.get(choice.tag).unwrap_or_default()));
                found.push(Misfit { path: format!("{path}/{}", choice.tag), unfit });
                return;
            }
            None => None,
        },
        Shape::List(list) => match value {
            Value::Array(all) => {
                for (at, value) in all.iter().enumerate() {
                    check(list.item, &format!("{path}/{at}"), value, found);
                }
                return;
            }
            _ => None,
        },
        Shape::Map { value: shape, .. } => match value {
            Value::Object(all) => {
                for (name, value) in all {
                    check(*shape, &format!("{path}/{}", escape(name)), value, found);
                }
                return;
            }
            _ => None,
        },
        Shape::Text { .. } => return object(TEXT, None, path, value, found),
        Shape::Line | Shape::Id(_) | Shape::Reference(_) | Shape::Date if value.is_string() => {
            return;
        }
        Shape::Points => match value.as_str().map(str::parse::<Points>) {
            Some(Ok(_)) => return,
            _ => Some(Unfit::Decimal(shown(value))),
        },
        Shape::Whole { .. } => match value.as_u64().map(u32::try_from) {
            Some(Ok(_)) => return,
            _ => Some(Unfit::Whole(shown(value))),
        },
        Shape::Bool if value.is_boolean() => return,
        Shape::Words(words) => match value {
            Value::String(word) if words.iter().any(|known| known.word == word) => return,
            _ => Some(Unfit::Choice(shown(value))),
        },
        Shape::Fixed(fixed) if *value == fixed() => return,
        _ => None,
    };
    let unfit = unfit.unwrap_or_else(|| Unfit::Kind(shown(value)));
    found.push(Misfit { path: path.to_owned(), unfit });
}

fn object(
    members: &[Member],
    tag: Option<&str>,
    path: &str,
    value: &Value,
    found: &mut Vec<Misfit>,
) {
    let Value::Object(there) = value else {
        found.push(Misfit { path: path.to_owned(), unfit: Unfit::Kind(shown(value)) });
        return;
    };
    for member in members {
        let path = format!("{path}/{}", member.name);
        match there.get(member.name) {
            Some(value) => check(member.shape, &path, value, found),
            None if member.required => {
                found.push(Misfit { path, unfit: Unfit::Missing(member.label) });
            }
            None => {}
        }
    }
    let known = |name: &str| tag == Some(name) || members.iter().any(|member| member.name == name);
    for name in there.keys().filter(|name| !known(name)) {
        let path = format!("{path}/{}", escape(name));
        found.push(Misfit { path, unfit: Unfit::Unknown(name.clone()) });
    }
}

/// A value as its author sees it, cut to what fits a sentence.
fn shown(value: &Value) -> String {
    const MOST: usize = 40;
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
