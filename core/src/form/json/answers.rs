//! From a document to answers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::{Amount, Answer, Answers, Listed, Percent, Task};
use crate::form::decode::{self, Members, expected};
use crate::form::{Kind, ReadError};
use crate::limits;
use crate::number::NumberError;
use crate::scheme::Role;

type Result<T> = std::result::Result<T, ReadError>;

pub(super) fn answers(at: &str, value: Value) -> Result<Answers> {
    let mut answers = Answers::new();
    for (id, at, value) in Members::of(at, value)?.entries() {
        let answer = answer(&at, value)?;
        // An answer that says nothing is no answer.
        if answer != Answer::default() {
            answers.insert(id, answer);
        }
    }
    Ok(answers)
}

fn answer(at: &str, value: Value) -> Result<Answer> {
    let mut members = Members::of(at, value)?;
    Ok(Answer {
        tasks: rows(&mut members, "tasks", limits::TASKS, task)?,
        choice: members.optional_text("choice")?,
        met: members.flag("met")?,
        occurrences: by_id(&mut members, "occurrences", |at, value| {
            small_count(at, &value).map(Some)
        })?,
        done: members.texts("done")?,
        value: number(&mut members, "value", Amount::read)?,
        claim: number(&mut members, "claim", Amount::read)?,
        claims: by_id(&mut members, "claims", |at, value| decimal(at, value, Amount::read))?,
        entries: rows(&mut members, "entries", limits::ENTRIES, listed)?,
        scores: scores(&mut members)?,
        flags: by_id(&mut members, "flags", |at, value| decode::flag(at, &value).map(Some))?,
        applies: members.flag("applies")?,
        note: members.text("note")?,
        evidence: members.texts("evidence")?.unwrap_or_default(),
        extra: members.rest(),
    })
}

/// A member that is a list of objects.
fn rows<T>(
    members: &mut Members,
    name: &str,
    most: usize,
    row: fn(&str, Value) -> Result<T>,
) -> Result<Option<Vec<T>>> {
    let Some((at, value)) = members.take(name) else { return Ok(None) };
    let rows = decode::list(&at, value, most)?;
    rows.into_iter().map(|(at, value)| row(&at, value)).collect::<Result<_>>().map(Some)
}

/// A member that is an object by ids; one that is not answered is left out.
fn by_id<T>(
    members: &mut Members,
    name: &str,
    member: fn(&str, Value) -> Result<Option<T>>,
) -> Result<Option<BTreeMap<String, T>>> {
    let Some((at, value)) = members.take(name) else { return Ok(None) };
    let mut all = BTreeMap::new();
    for (id, at, value) in Members::of(&at, value)?.entries() {
        if let Some(value) = member(&at, value)? {
            all.insert(id, value);
        }
    }
    Ok(Some(all))
}

fn scores(members: &mut Members) -> Result<Option<Vec<Amount>>> {
    let Some((at, value)) = members.take("scores") else { return Ok(None) };
    let scores = decode::list(&at, value, limits::SCORES)?.into_iter();
    let scores = scores.filter_map(|(at, value)| decimal(&at, value, Amount::read).transpose());
    scores.collect::<Result<_>>().map(Some)
}

/// A decimal as a text; an empty one is not answered.
fn decimal<T>(
    at: &str,
    value: Value,
    read: fn(&str) -> std::result::Result<T, NumberError>,
) -> Result<Option<T>> {
    let text = decode::text(at, value)?;
    if text.is_empty() {
        return Ok(None);
    }
    let refuse = |_| expected(at, Kind::Decimal, &Value::String(text.clone()));
    read(&text).map(Some).map_err(refuse)
}

/// A member that is a decimal.
fn number<T>(
    members: &mut Members,
    name: &str,
    read: fn(&str) -> std::result::Result<T, NumberError>,
) -> Result<Option<T>> {
    let Some((at, value)) = members.take(name) else { return Ok(None) };
    decimal(&at, value, read)
}

fn small_count(at: &str, value: &Value) -> Result<u32> {
    let count = decode::count(at, value)?;
    u32::try_from(count).map_err(|_| expected(at, Kind::Count, value))
}

fn task(at: &str, value: Value) -> Result<Task> {
    let mut members = Members::of(at, value)?;
    let role = match members.optional_text("role")? {
        None => None,
        Some(role) => Some(role_named(&role).ok_or_else(|| {
            expected(&members.place("role"), Kind::Role, &Value::String(role.clone()))
        })?),
    };
    Ok(Task {
        number: members.text("number")?,
        title: members.text("title")?,
        role,
        completion: number(&mut members, "completion", Percent::read)?,
        in_debugging: members.flag("in_debugging")?.unwrap_or_default(),
        claim: number(&mut members, "claim", Percent::read)?,
        note: members.text("note")?,
        evidence: members.texts("evidence")?.unwrap_or_default(),
        extra: members.rest(),
    })
}

fn listed(at: &str, value: Value) -> Result<Listed> {
    let mut members = Members::of(at, value)?;
    let times = |members: &mut Members, name: &str| -> Result<Option<u32>> {
        members.take(name).map(|(at, value)| small_count(&at, &value)).transpose()
    };
    // An empty id chooses nothing.
    let chosen = |members: &mut Members, name: &str| -> Result<Option<String>> {
        Ok(members.optional_text(name)?.filter(|id| !id.is_empty()))
    };
    Ok(Listed {
        title: members.text("title")?,
        level: chosen(&mut members, "level")?,
        times: times(&mut members, "times")?,
        placement: chosen(&mut members, "placement")?,
        authors: times(&mut members, "authors")?,
        note: members.text("note")?,
        evidence: members.texts("evidence")?.unwrap_or_default(),
        extra: members.rest(),
    })
}

/// A role by its name in files.
pub(super) fn role_named(name: &str) -> Option<Role> {
    match name {
        "lead" => Some(Role::Lead),
        "supporting" => Some(Role::Supporting),
        _ => None,
    }
}
