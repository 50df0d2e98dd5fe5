//! From canonical JSON to answers.

use std::collections::BTreeMap;

use super::cursor::Cursor;
use crate::answer::{Amount, Answer, Answers, Listed, Percent, Task};
use crate::form::json::answers::role_named;
use crate::limits;
use crate::number::NumberError;

pub(super) fn answers(cursor: &mut Cursor<'_>) -> Option<Answers> {
    let mut answers = Answers::new();
    cursor.members(|cursor, id| {
        let answer = answer(cursor)?;
        // An answer that says nothing is no answer.
        if answer != Answer::default() {
            answers.insert(id.to_owned(), answer);
        }
        Some(())
    })?;
    Some(answers)
}

fn answer(cursor: &mut Cursor<'_>) -> Option<Answer> {
    let mut answer = Answer::default();
    cursor.all_members(|cursor, name| {
        match name {
            "applies" | "choice" | "claim" | "claims" | "done" | "entries" | "evidence"
            | "flags" | "met" | "note" | "occurrences" | "scores" | "tasks" | "value"
                if cursor.null() => {}
            "applies" => answer.applies = Some(cursor.flag()?),
            "choice" => answer.choice = Some(cursor.text()?),
            "claim" => answer.claim = number(cursor, Amount::read)?,
            "claims" => answer.claims = Some(by_id(cursor, |c| number(c, Amount::read))?),
            "done" => answer.done = Some(cursor.texts()?),
            "entries" => answer.entries = Some(cursor.list(limits::ENTRIES, listed)?),
            "evidence" => answer.evidence = cursor.texts()?,
            "flags" => answer.flags = Some(by_id(cursor, |cursor| cursor.flag().map(Some))?),
            "met" => answer.met = Some(cursor.flag()?),
            "note" => answer.note = cursor.text()?,
            "occurrences" => {
                answer.occurrences = Some(by_id(cursor, |cursor| small(cursor).map(Some))?);
            }
            "scores" => {
                let scores = cursor.list(limits::SCORES, |c| number(c, Amount::read))?;
                answer.scores = Some(scores.into_iter().flatten().collect());
            }
            "tasks" => answer.tasks = Some(cursor.list(limits::TASKS, task)?),
            "value" => answer.value = number(cursor, Amount::read)?,
            _ => drop(answer.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(answer)
}

fn task(cursor: &mut Cursor<'_>) -> Option<Task> {
    let mut task = Task::default();
    cursor.all_members(|cursor, name| {
        match name {
            "claim" | "completion" | "evidence" | "in_debugging" | "note" | "number" | "role"
            | "title"
                if cursor.null() => {}
            "claim" => task.claim = number(cursor, Percent::read)?,
            "completion" => task.completion = number(cursor, Percent::read)?,
            "evidence" => task.evidence = cursor.texts()?,
            "in_debugging" => task.in_debugging = cursor.flag()?,
            "note" => task.note = cursor.text()?,
            "number" => task.number = cursor.text()?,
            "role" => task.role = Some(role_named(cursor.bare()?)?),
            "title" => task.title = cursor.text()?,
            _ => drop(task.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(task)
}

fn listed(cursor: &mut Cursor<'_>) -> Option<Listed> {
    let mut listed = Listed::default();
    // An empty id chooses nothing.
    let chosen = |cursor: &mut Cursor<'_>| Some(Some(cursor.text()?).filter(|id| !id.is_empty()));
    cursor.all_members(|cursor, name| {
        match name {
            "authors" | "evidence" | "level" | "note" | "placement" | "times" | "title"
                if cursor.null() => {}
            "authors" => listed.authors = Some(small(cursor)?),
            "evidence" => listed.evidence = cursor.texts()?,
            "level" => listed.level = chosen(cursor)?,
            "note" => listed.note = cursor.text()?,
            "placement" => listed.placement = chosen(cursor)?,
            "times" => listed.times = Some(small(cursor)?),
            "title" => listed.title = cursor.text()?,
            _ => drop(listed.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(listed)
}

fn by_id<T>(
    cursor: &mut Cursor<'_>,
    mut member: impl FnMut(&mut Cursor<'_>) -> Option<Option<T>>,
) -> Option<BTreeMap<String, T>> {
    let mut all = BTreeMap::new();
    cursor.members(|cursor, id| {
        if let Some(value) = member(cursor)? {
            all.insert(id.to_owned(), value);
        }
        Some(())
    })?;
    Some(all)
}

/// A decimal; what is none, and what is no plain text, is not usual.
pub(super) fn decimal<T>(
    cursor: &mut Cursor<'_>,
    read: fn(&str) -> Result<T, NumberError>,
) -> Option<T> {
    read(cursor.bare()?).ok()
}

/// A decimal that may be empty, and is then not answered.
fn number<T>(
    cursor: &mut Cursor<'_>,
    read: fn(&str) -> Result<T, NumberError>,
) -> Option<Option<T>> {
    match cursor.bare()? {
        "" => Some(None),
        text => read(text).ok().map(Some),
    }
}

fn small(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.count()?.try_into().ok()
}
