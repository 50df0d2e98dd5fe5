//! From raw text to typed answers, with what could not be read.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::entry::{Draft, Entry, TaskEntry};
use super::list::ListEntry;
use crate::answer::{Amount, Answer, Listed, Percent, Task};
use crate::date;
use crate::form::{AS_TYPED, DISTRICT, Form, SchemeRef, Stated};
use crate::issue::{Issue, Problem, field};
use crate::limits;
use crate::number::{self, NumberError};
use crate::scheme::Scheme;
use crate::typed;

/// Evidence numbers from a text: separated by blanks, commas, `、` or `;`.
pub fn split_evidence(text: &str) -> Vec<String> {
    typed::items(text)
}

/// Evidence numbers as one text, as [`split_evidence`] reads it.
pub(super) fn join_evidence(numbers: &[String]) -> String {
    numbers.join("、")
}

/// What could not be read, and the texts as typed by their pointers.
#[derive(Default)]
struct Unread {
    issues: Vec<Issue>,
    as_typed: serde_json::Map<String, serde_json::Value>,
}

impl Unread {
    fn refuse(&mut self, at: String, problem: Problem, text: &str) {
        self.as_typed.insert(at.clone(), text.into());
        self.issues.push(Issue::new(at, problem));
    }

    /// A count as typed.
    fn count(&mut self, at: impl FnOnce() -> String, text: &str) -> Option<u32> {
        number::typed_count(text, limits::COUNT).unwrap_or_else(|error| {
            let text = text.trim();
            let problem = match error {
                NumberError::TooLarge => Problem::CountTooLarge(text.into()),
                error => Problem::NotANumber(error, text.into()),
            };
            self.refuse(at(), problem, text);
            None
        })
    }

    /// An amount as typed.
    fn amount(&mut self, at: impl FnOnce() -> String, text: &str) -> Option<Amount> {
        self::amount(text).unwrap_or_else(|error| {
            self.refuse(at(), Problem::NotANumber(error, text.trim().into()), text);
            None
        })
    }

    fn length(&mut self, at: impl FnOnce() -> String, text: &str) -> String {
        if text.len() > limits::TEXT_CHARS {
            let chars = text.chars().count();
            if chars > limits::TEXT_CHARS {
                self.issues.push(Issue::new(at(), Problem::TextTooLong(chars)));
            }
        }
        text.to_owned()
    }
}

/// An amount as typed; `None` where nothing is.
pub(super) fn amount(text: &str) -> Result<Option<Amount>, NumberError> {
    decimal(text)?.map(Amount::of).transpose()
}

/// A number as typed, without noughts at its end that say nothing: a table would come back from a
/// spreadsheet without them, and not with the check code that it had.
fn decimal(text: &str) -> Result<Option<Decimal>, NumberError> {
    Ok(number::typed(text)?.map(|value| value.normalize()))
}

impl Draft {
    /// The form that the draft says, without figures, and what could not be read. A text that
    /// is no number counts as not answered and is kept under [`AS_TYPED`].
    pub fn read(&self, scheme: &Scheme) -> (Form, Vec<Issue>) {
        let mut unread = Unread::default();
        let filled_on = match date::typed(&self.filled_on) {
            Ok(date) => date,
            Err(_) => {
                let text = self.filled_on.trim();
                let problem = Problem::NotADate(text.into());
                unread.refuse(field::head("filled_on"), problem, &self.filled_on);
                String::new()
            }
        };
        let mut head = |name: &str, text: &str| unread.length(|| field::head(name), text);
        let mut form = Form {
            scheme: SchemeRef {
                id: self.scheme.clone(),
                revision: scheme.file().revision.into(),
                sha256: scheme.digest().into(),
                extra: self.scheme_extra.clone(),
            },
            unit: head("unit", &self.unit),
            filled_by: head("filled_by", &self.filled_by),
            reviewed_by: head("reviewed_by", &self.reviewed_by),
            phone: head("phone", &self.phone),
            filled_on,
            answers: BTreeMap::new(),
            evidence: self.evidence.iter().map(Into::into).collect(),
            // No figures, which are recomputed; but what else stood there is kept.
            score: (!self.score_extra.is_empty())
                .then(|| Stated { extra: self.score_extra.clone(), ..Stated::default() }),
            exported_at: String::new(),
            extra: self.extra.clone(),
        };
        for (id, entry) in &self.answers {
            let answer = answer(id, entry, &mut unread);
            if answer != Answer::default() {
                form.answers.insert(id.clone(), answer);
            }
        }
        if !self.district.trim().is_empty() {
            form.extra.insert(DISTRICT.into(), self.district.trim().into());
        }
        if !unread.as_typed.is_empty() {
            form.extra.insert(AS_TYPED.into(), unread.as_typed.into());
        }
        (form, unread.issues)
    }
}

fn answer(id: &str, entry: &Entry, unread: &mut Unread) -> Answer {
    let note = unread.length(|| field::part(id, "note"), &entry.note);
    let tasks = (0..).zip(&entry.tasks).map(|(index, row)| task(id, index, row, unread));
    let tasks: Vec<Task> = tasks.collect();
    let listed = (0..).zip(&entry.entries).map(|(index, row)| listed(id, index, row, unread));
    let listed: Vec<Listed> = listed.collect();
    let mut occurrences = BTreeMap::new();
    for (item, text) in &entry.occurrences {
        let times = unread.count(|| field::occurrences(id, item), text);
        occurrences.extend(times.map(|times| (item.clone(), times)));
    }
    let mut claims = BTreeMap::new();
    for (item, text) in &entry.claims {
        let points = unread.amount(|| field::claims(id, item), text);
        claims.extend(points.map(|points| (item.clone(), points)));
    }
    let scores = (0..).zip(&entry.scores);
    let scores = scores.filter_map(|(at, text)| unread.amount(|| field::score(id, at), text));
    let scores: Vec<Amount> = scores.collect();
    Answer {
        tasks: (!tasks.is_empty()).then_some(tasks),
        choice: entry.choice.clone(),
        met: entry.met,
        occurrences: (!occurrences.is_empty()).then_some(occurrences),
        done: entry.done.clone(),
        value: unread.amount(|| field::part(id, "value"), &entry.value),
        claim: unread.amount(|| field::part(id, "claim"), &entry.claim),
        claims: (!claims.is_empty()).then_some(claims),
        entries: (entry.no_entries || !listed.is_empty()).then_some(listed),
        scores: (!scores.is_empty()).then_some(scores),
        flags: (!entry.flags.is_empty()).then(|| entry.flags.clone()),
        applies: entry.applies,
        note,
        evidence: split_evidence(&entry.evidence),
        extra: entry.extra.clone(),
    }
}

fn listed(id: &str, index: usize, row: &ListEntry, unread: &mut Unread) -> Listed {
    let at = |column: &str| field::entry(id, index, column);
    let chosen = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
    Listed {
        title: unread.length(|| at("title"), &row.title),
        level: chosen(&row.level),
        times: unread.count(|| at("times"), &row.times),
        placement: chosen(&row.placement),
        authors: unread.count(|| at("authors"), &row.authors),
        note: unread.length(|| at("note"), &row.note),
        evidence: split_evidence(&row.evidence),
        extra: row.extra.clone(),
    }
}

fn task(id: &str, index: usize, row: &TaskEntry, unread: &mut Unread) -> Task {
    let at = |column: &str| field::task(id, index, column);
    let mut percent = |column: &str, text: &str| -> Option<Percent> {
        let value = match decimal(text) {
            Ok(None) => return None,
            Ok(Some(value)) => Percent::of(value),
            Err(error) => Err(error),
        };
        match value {
            Ok(percent) => Some(percent),
            Err(error) => {
                let shown = text.trim();
                let problem = match error {
                    NumberError::TooManyDecimals => Problem::TooManyDecimals(shown.into()),
                    error => Problem::NotANumber(error, shown.into()),
                };
                unread.refuse(at(column), problem, text);
                None
            }
        }
    };
    let completion = percent("completion", &row.completion);
    let claim = percent("claim", &row.claim);
    Task {
        number: unread.length(|| at("number"), row.number.trim()),
        title: unread.length(|| at("title"), &row.title),
        role: row.role,
        completion,
        in_debugging: row.in_debugging,
        claim,
        note: unread.length(|| at("note"), &row.note),
        evidence: split_evidence(&row.evidence),
        extra: row.extra.clone(),
    }
}
