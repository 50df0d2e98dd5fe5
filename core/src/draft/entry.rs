//! The fields of a draft.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::list::ListEntry;
use super::read::join_evidence;
use crate::answer::{Amount, Answer, Extra, Task};
use crate::form::{AS_TYPED, DISTRICT, Evidence, Form, MISSING};
use crate::scheme::{Role, Scheme};

/// A form as typed so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The scheme's id.
    pub scheme: String,
    /// The digest of the scheme that it was begun under; empty in drafts of older programs.
    pub scheme_sha256: String,
    /// The unit, by the scheme's name; empty while none is chosen.
    pub unit: String,
    /// The district's name as typed, which the notice masks.
    pub district: String,
    /// Who fills it in (填报人).
    pub filled_by: String,
    /// Who reviews it (审核人).
    pub reviewed_by: String,
    /// Telephone.
    pub phone: String,
    /// Date as typed.
    pub filled_on: String,
    /// Entries by criterion.
    pub answers: BTreeMap<String, Entry>,
    /// The list of evidence.
    pub evidence: Vec<StoredEvidence>,
    /// Unknown members of the form that it was imported from.
    pub extra: Extra,
    /// Unknown members of that form's `scheme`.
    pub scheme_extra: Extra,
    /// Unknown members of that form's `score`.
    pub score_extra: Extra,
}

/// What is typed for one criterion. Which fields matter is the rule's to say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Task rows.
    pub tasks: Vec<TaskEntry>,
    /// The option chosen.
    pub choice: Option<String>,
    /// Whether the requirement is met.
    pub met: Option<bool>,
    /// Counts as typed, by item; `"1"` and `"0"` for boxes.
    pub occurrences: BTreeMap<String, String>,
    /// The items ticked; `None` until one, or «none of these», has been ticked.
    pub done: Option<Vec<String>>,
    /// The number asked for, as typed.
    pub value: String,
    /// Points claimed, as typed.
    pub claim: String,
    /// Points claimed off as typed, by item.
    pub claims: BTreeMap<String, String>,
    /// Rows of a list.
    pub entries: Vec<ListEntry>,
    /// Whether the unit says that it has nothing for the list; heeded while there are no rows.
    pub no_entries: bool,
    /// Assessors' scores as typed; empty ones count as not there.
    pub scores: Vec<String>,
    /// Answers to what modifiers ask, by their ids.
    pub flags: BTreeMap<String, bool>,
    /// `false` where the unit says that the criterion does not apply.
    pub applies: Option<bool>,
    /// Explanation.
    pub note: String,
    /// Evidence numbers as typed.
    pub evidence: String,
    /// Unknown members.
    pub extra: Extra,
}

/// What is typed for one task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskEntry {
    /// Tells rows apart while they move; unique within a draft, unknown to files.
    pub key: u32,
    /// Number (序号).
    pub number: String,
    /// Title.
    pub title: String,
    /// The unit's part.
    pub role: Option<Role>,
    /// Completion as typed.
    pub completion: String,
    /// Whether in debugging.
    pub in_debugging: bool,
    /// Share claimed, as typed.
    pub claim: String,
    /// Reason.
    pub note: String,
    /// Evidence numbers as typed.
    pub evidence: String,
    /// Unknown members.
    pub extra: Extra,
}

/// A piece of evidence as stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredEvidence {
    /// Its number.
    pub number: String,
    /// Its file name.
    pub name: String,
    /// Its size.
    pub bytes: Option<u64>,
    /// Its SHA-256, lower-case hex.
    pub sha256: String,
    /// Unknown members.
    pub extra: Extra,
}

impl From<&Evidence> for StoredEvidence {
    fn from(e: &Evidence) -> Self {
        StoredEvidence {
            number: e.number.clone(),
            name: e.name.clone(),
            bytes: e.bytes,
            sha256: e.sha256.clone(),
            extra: e.extra.clone(),
        }
    }
}

impl From<&StoredEvidence> for Evidence {
    fn from(e: &StoredEvidence) -> Self {
        Evidence {
            number: e.number.clone(),
            name: e.name.clone(),
            bytes: e.bytes,
            sha256: e.sha256.clone(),
            extra: e.extra.clone(),
        }
    }
}

impl Draft {
    /// An empty draft for a scheme.
    pub fn new(scheme: &Scheme) -> Self {
        Draft {
            scheme: scheme.id().into(),
            scheme_sha256: scheme.digest().into(),
            ..Draft::default()
        }
    }

    /// A draft that says what a form says. Texts that the form keeps as typed come back into
    /// their fields; its figures do not, they are recomputed.
    pub fn from_form(form: &Form) -> Self {
        let mut extra = form.extra.clone();
        let typed = extra.remove(AS_TYPED);
        extra.remove(MISSING);
        let district = match extra.remove(DISTRICT) {
            Some(Value::String(name)) => name,
            _ => String::new(),
        };
        let mut draft = Draft {
            scheme: form.scheme.id.clone(),
            scheme_sha256: form.scheme.sha256.clone(),
            unit: form.unit.clone(),
            district,
            filled_by: form.filled_by.clone(),
            reviewed_by: form.reviewed_by.clone(),
            phone: form.phone.clone(),
            filled_on: form.filled_on.clone(),
            answers: BTreeMap::new(),
            evidence: form.evidence.iter().map(StoredEvidence::from).collect(),
            extra,
            scheme_extra: form.scheme.extra.clone(),
            score_extra: form.score.as_ref().map(|s| s.extra.clone()).unwrap_or_default(),
        };
        for (id, answer) in &form.answers {
            draft.answers.insert(id.clone(), Entry::from_answer(answer));
        }
        if let Some(Value::Object(typed)) = typed {
            draft.put_back(typed);
        }
        draft
    }

    /// The entry of a criterion, if anything has been typed there.
    pub fn entry(&self, criterion: &str) -> Option<&Entry> {
        self.answers.get(criterion)
    }

    /// The entry of a criterion, made if need be.
    pub fn entry_mut(&mut self, criterion: &str) -> &mut Entry {
        self.answers.entry(criterion.to_owned()).or_default()
    }
}

impl Entry {
    fn from_answer(answer: &Answer) -> Self {
        let occurrences = answer.occurrences.iter().flatten();
        let claims = answer.claims.iter().flatten();
        let text = |amount: Option<Amount>| amount.map(|a| a.to_string()).unwrap_or_default();
        let listed = answer.entries.iter().flatten();
        Entry {
            tasks: answer.tasks.iter().flatten().enumerate().map(TaskEntry::from_task).collect(),
            choice: answer.choice.clone(),
            met: answer.met,
            occurrences: occurrences.map(|(id, n)| (id.clone(), n.to_string())).collect(),
            done: answer.done.clone(),
            value: text(answer.value),
            claim: text(answer.claim),
            claims: claims.map(|(id, points)| (id.clone(), points.to_string())).collect(),
            entries: listed.enumerate().map(ListEntry::from_listed).collect(),
            no_entries: answer.entries.as_ref().is_some_and(Vec::is_empty),
            scores: answer.scores.iter().flatten().map(Amount::to_string).collect(),
            flags: answer.flags.clone().unwrap_or_default(),
            applies: answer.applies,
            note: answer.note.clone(),
            evidence: join_evidence(&answer.evidence),
            extra: answer.extra.clone(),
        }
    }

    /// A key that no row has, neither a task's nor a list's.
    pub fn fresh_key(&self) -> u32 {
        self.keys().max().map_or(1, |key| key.saturating_add(1))
    }

    /// A key that no row has, out of `random` numbers. So none that was removed is given again:
    /// another tab that still has that row would take the new one for it.
    pub fn random_key(&self, random: impl FnMut() -> u32) -> u32 {
        // A source that repeats itself must not keep us for ever.
        std::iter::repeat_with(random)
            .take(64)
            .find(|key| self.keys().all(|used| used != *key))
            .unwrap_or_else(|| self.fresh_key())
    }

    fn keys(&self) -> impl Iterator<Item = u32> {
        let tasks = self.tasks.iter().map(|task| task.key);
        tasks.chain(self.entries.iter().map(|row| row.key))
    }

    /// The number that a new task would have: one more than the largest whole number.
    pub fn next_number(&self) -> String {
        let numbers = self.tasks.iter().filter_map(|task| task.number.trim().parse::<u32>().ok());
        numbers.max().unwrap_or_default().saturating_add(1).to_string()
    }
}

impl TaskEntry {
    /// Whether nothing stands there but a number.
    pub fn is_blank(&self) -> bool {
        let number = self.number.clone();
        *self == TaskEntry { key: self.key, number, ..TaskEntry::default() }
    }

    fn from_task((index, task): (usize, &Task)) -> Self {
        let text = |percent: Option<crate::answer::Percent>| {
            percent.map(|percent| percent.to_string()).unwrap_or_default()
        };
        TaskEntry {
            key: u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1),
            number: task.number.clone(),
            title: task.title.clone(),
            role: task.role,
            completion: text(task.completion),
            in_debugging: task.in_debugging,
            claim: text(task.claim),
            note: task.note.clone(),
            evidence: join_evidence(&task.evidence),
            extra: task.extra.clone(),
        }
    }
}
