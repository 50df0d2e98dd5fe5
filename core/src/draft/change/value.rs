//! Values in words.

use selfscore_wording::{Lang, changes as words, columns};
use serde_json::{Map, Value};

use super::words::item_words;
use super::{borrowed, parts};
use crate::scheme::{Rule, Scheme};

/// A value in words: yes and no, an option or item by the scheme's own words, a role, lists
/// joined, a whole row by its number and title, a list of rows by how many there are. What is
/// not there reads «empty», and so does an empty text; an empty list of items, which is an
/// answer, reads «none».
pub fn value_words(scheme: &Scheme, place: &str, value: Option<&Value>, lang: Lang) -> String {
    let parts = parts(place);
    let parts = borrowed(&parts);
    let rule = match parts[..] {
        ["answers", id, ..] => scheme.criterion(id).map(|criterion| &criterion.rule),
        _ => None,
    };
    let told = value.map(|value| told(rule, parts.get(2..).unwrap_or_default(), value, lang));
    told.filter(|told| !told.is_empty()).unwrap_or_else(|| words::empty(lang).into())
}

/// `part` is the place beneath the criterion.
fn told(rule: Option<&Rule>, part: &[&str], value: &Value, lang: Lang) -> String {
    let joined = |texts: Vec<String>| texts.join(words::comma(lang));
    match (value, part) {
        (Value::Null, _) => String::new(),
        (Value::Bool(yes), _) => self::yes(*yes, lang),
        (Value::Array(rows), ["tasks" | "entries"]) => words::rows(lang, rows.len()),
        (Value::Object(row), ["tasks" | "entries", _]) => self::row(row, lang),
        (Value::Array(none), ["done"]) if none.is_empty() => words::none(lang).into(),
        (Value::Array(ids), ["done"]) => {
            joined(ids.iter().map(|id| text(id, |id| item_words(rule, id, lang))).collect())
        }
        (Value::String(id), ["choice"] | ["entries", _, "level"]) if !id.is_empty() => {
            item_words(rule, id, lang)
        }
        (Value::String(id), ["entries", _, "placement"]) => placement(rule, id, lang),
        (Value::String(role), ["tasks", _, "role"]) => match role.as_str() {
            "lead" => columns::lead(lang).into(),
            "supporting" => columns::supporting(lang).into(),
            other => other.to_owned(),
        },
        (Value::String(times), ["occurrences", id]) if is_box(rule, id) => match times.as_str() {
            "1" => self::yes(true, lang),
            "0" => self::yes(false, lang),
            other => other.to_owned(),
        },
        // Texts and their lists: the list of evidence, scores, unknown members.
        (Value::String(text), _) => text.clone(),
        (Value::Array(all), _) => {
            let all = all.iter().map(|one| match one {
                Value::Object(members) if part.is_empty() => evidence(members),
                one => text(one, str::to_owned),
            });
            joined(all.filter(|one| !one.is_empty()).collect())
        }
        (other, _) => other.to_string(),
    }
}

fn yes(yes: bool, lang: Lang) -> String {
    if yes { columns::yes(lang) } else { columns::no(lang) }.to_owned()
}

/// A text put in words, or any other value as it is spelled.
fn text(value: &Value, words: impl Fn(&str) -> String) -> String {
    match value {
        Value::String(text) => words(text),
        other => other.to_string(),
    }
}

/// Members of a row that are texts, trimmed.
fn texts(row: &Map<String, Value>, names: [&str; 2]) -> String {
    let texts = names.iter().filter_map(|name| row.get(*name)?.as_str());
    texts.map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn row(row: &Map<String, Value>, lang: Lang) -> String {
    Some(texts(row, ["number", "title"]))
        .filter(|told| !told.is_empty())
        .unwrap_or_else(|| words::blank_row(lang).into())
}

fn evidence(members: &Map<String, Value>) -> String {
    texts(members, ["number", "name"])
}

/// Whether an item is ticked rather than counted.
fn is_box(rule: Option<&Rule>, id: &str) -> bool {
    matches!(rule, Some(Rule::Deduction(rule)) if rule.items.iter().any(|one| one.id == id && one.once))
}

fn placement(rule: Option<&Rule>, id: &str, lang: Lang) -> String {
    let label = match rule {
        Some(Rule::Entries(rule)) => {
            rule.placements.iter().find(|one| one.id == id).map(|one| one.label.get(lang))
        }
        _ => None,
    };
    label.unwrap_or(id).to_owned()
}
