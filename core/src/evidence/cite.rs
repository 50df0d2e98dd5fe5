//! Evidence numbers in the fields of a draft. What else was typed there stays as it is.

use super::number_key;
use crate::draft::{Draft, Entry, split_evidence};
use crate::form::decode::unescape;

/// Adds a number to the field of a pointer; whether there is such a field that did not cite it.
pub fn cite(draft: &mut Draft, pointer: &str, number: &str) -> bool {
    let Some(text) = field(draft, pointer) else { return false };
    if split_evidence(text).iter().any(|cited| number_key(cited) == number_key(number)) {
        return false;
    }
    let typed = text.trim_end().trim_end_matches(['、', ',', '，', ';', '；']).len();
    text.truncate(typed);
    if !text.is_empty() {
        text.push('、');
    }
    text.push_str(number);
    true
}

/// Takes a number out of the field of a pointer; whether it was there.
pub fn uncite(draft: &mut Draft, pointer: &str, number: &str) -> bool {
    let Some(text) = field(draft, pointer) else { return false };
    let cited = split_evidence(text);
    let left: Vec<&str> = cited
        .iter()
        .map(String::as_str)
        .filter(|cited| number_key(cited) != number_key(number))
        .collect();
    let found = left.len() < cited.len();
    if found {
        *text = left.join("、");
    }
    found
}

/// Gives the piece of evidence at that place of the list another number. Citations go along unless
/// another piece has the old number, too, or the new one cannot be cited.
pub fn renumber(draft: &mut Draft, place: usize, number: &str) {
    let Some(piece) = draft.evidence.get_mut(place) else { return };
    let old = std::mem::replace(&mut piece.number, number.to_owned());
    let key = number_key(&old);
    let shared = draft.evidence.iter().any(|other| number_key(&other.number) == key);
    if key.is_empty() || shared || split_evidence(number) != [number] {
        return;
    }
    for entry in draft.answers.values_mut() {
        for text in fields(entry) {
            let cited = split_evidence(text);
            if cited.iter().any(|cited| number_key(cited) == key) {
                let all = cited.iter().map(|cited| match number_key(cited) == key {
                    true => number,
                    false => cited,
                });
                *text = all.collect::<Vec<_>>().join("、");
            }
        }
    }
}

fn fields(entry: &mut Entry) -> impl Iterator<Item = &mut String> {
    let rows = entry.tasks.iter_mut().map(|row| &mut row.evidence);
    let listed = entry.entries.iter_mut().map(|row| &mut row.evidence);
    std::iter::once(&mut entry.evidence).chain(rows).chain(listed)
}

fn field<'d>(draft: &'d mut Draft, pointer: &str) -> Option<&'d mut String> {
    let parts: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts[..] {
        ["answers", id, "evidence"] => Some(&mut draft.entry_mut(id).evidence),
        ["answers", id, list, index, "evidence"] => {
            let entry = draft.answers.get_mut(id)?;
            let index: usize = index.parse().ok()?;
            match list {
                "tasks" => entry.tasks.get_mut(index).map(|row| &mut row.evidence),
                "entries" => entry.entries.get_mut(index).map(|row| &mut row.evidence),
                _ => None,
            }
        }
        _ => None,
    }
}
