//! Which rows are entries of lists: looked at before any row is read, for an entry's place is
//! that of its index among those that are there.

use std::collections::{BTreeMap, BTreeSet};

use super::Column;
use super::key::{Key, pointer};
use super::sheet::{Line, Sheet};
use super::tree::Lists;
use crate::form::{ReadError, Reason};
use crate::typed;

/// A thing of a criterion's list.
type At = (String, usize);

/// The lists of a table.
///
/// # Errors
/// A row about a thing of a list whose own row is gone.
pub(super) fn of(sheet: &Sheet) -> Result<Lists, ReadError> {
    let mut lists = Lists::default();
    let mut there: BTreeSet<At> = BTreeSet::new();
    let mut said: BTreeMap<At, ReadError> = BTreeMap::new();
    for line in sheet.lines() {
        let Some(key) = Key::read(line.key()) else { continue };
        if let Key::Listed(id, index) = &key {
            there.insert((id.clone(), *index));
        }
        match thing(&key) {
            Some(at) if says(&line, &key) => {
                let key = Reason::OrphanKey(line.key().to_owned());
                said.entry(at).or_insert_with(|| line.refuse(Column::Key, key));
            }
            Some(_) => {}
            // Rows for scores that are still to come.
            None if matches!(key, Key::Score(..)) && line.is_empty(Column::Value) => {}
            None => key.entry().into_iter().for_each(|entry| lists.add(entry)),
        }
    }
    for (at, orphan) in said {
        if !there.contains(&at) {
            return Err(orphan);
        }
        lists.add((pointer(["answers", &at.0, "entries"]), at.1));
    }
    Ok(lists)
}

/// The thing of a list that a row is about.
fn thing(key: &Key) -> Option<At> {
    match key {
        Key::Listed(id, index) | Key::ListedPart(id, index, _) => Some((id.clone(), *index)),
        Key::Json(names) => match &names[..] {
            [answers, id, entries, index, ..] if answers == "answers" && entries == "entries" => {
                Some((id.clone(), index.parse().ok()?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a row says anything about its thing.
fn says(line: &Line, key: &Key) -> bool {
    match key {
        Key::Listed(..) => {
            let texts = [Column::Content, Column::Note].map(|column| line.text(column));
            texts.iter().any(|text| !text.is_empty())
                || !line.is_empty(Column::Value)
                || !typed::items(line.text(Column::Evidence)).is_empty()
        }
        Key::ListedPart(_, _, part) if part == "authors" => !line.is_empty(Column::Value),
        Key::ListedPart(..) => !line.text(Column::Value).is_empty(),
        _ => true,
    }
}
