//! Claims: the places of a form that cite evidence, or for which an office will ask for some.

use selfscore_wording::{Lang, changes as words};

use crate::answer::Answer;
use crate::form::Form;
use crate::issue::field;
use crate::points::Points;
use crate::scheme::{Criterion, Rule, Scheme};
use crate::scoring::{Line, ScoreSheet, State, TaskStanding};

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// JSON pointer of its evidence numbers.
    pub field: String,
    /// The criterion's id.
    pub criterion: String,
    /// The task or thing of a list, if it is one of the criterion's.
    pub row: Option<Row>,
    /// The evidence numbers that it cites.
    pub numbers: Vec<String>,
    /// Whether points rest on it.
    pub claims: bool,
}

/// A row of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place, from 0.
    pub index: usize,
    /// Whether it is a task.
    pub task: bool,
    /// A task's number, another thing's title; may be empty.
    pub called: String,
}

impl Claim {
    /// It in words: the criterion, and which of its rows.
    pub fn words(&self, scheme: &Scheme, lang: Lang) -> String {
        let title = scheme.criterion(&self.criterion).map(|criterion| criterion.title.get(lang));
        let title = title.unwrap_or(&self.criterion).to_owned();
        match &self.row {
            None => title,
            Some(row) => words::part(lang, title, row.words(lang)),
        }
    }
}

impl Row {
    /// It in words, without its criterion.
    pub fn words(&self, lang: Lang) -> String {
        match (self.task, self.called.as_str()) {
            (true, "") => words::task_unnumbered(lang, self.index + 1),
            (true, number) => words::task(lang, number),
            (false, "") => words::entry(lang, self.index + 1),
            (false, title) => title.chars().take(30).collect(),
        }
    }
}

/// All places of a form, in the order of the scheme; the criterion before its rows. Criteria that the
/// scheme does not have come last, and claim nothing.
pub fn claims(scheme: &Scheme, form: &Form, sheet: &ScoreSheet) -> Vec<Claim> {
    let nothing = Answer::default();
    let mut all = Vec::new();
    for criterion in scheme.criteria() {
        let answer = form.answers.get(&criterion.id).unwrap_or(&nothing);
        let line = sheet.line(&criterion.id);
        let start = all.len();
        let itself = line.is_some_and(|line| claimed(criterion, answer, line));
        push(&mut all, &criterion.id, answer, itself);
        let standings = line.map(Line::tasks).unwrap_or_default();
        for claim in &mut all[start..] {
            let Some(row) = &claim.row else { continue };
            claim.claims = match row.task {
                true => standings
                    .get(&row.index)
                    .is_some_and(|(standing, _)| *standing != TaskStanding::Nothing),
                // What has a level has points.
                false => {
                    let listed = answer.entries.as_ref().and_then(|all| all.get(row.index));
                    listed.is_some_and(|listed| listed.level.is_some())
                }
            };
        }
    }
    for (id, answer) in form.answers.iter().filter(|(id, _)| scheme.criterion(id).is_none()) {
        push(&mut all, id, answer, false);
    }
    all
}

fn push(all: &mut Vec<Claim>, id: &str, answer: &Answer, claims: bool) {
    let one = |field: String, row: Option<Row>, numbers: &[String], claims: bool| Claim {
        field,
        criterion: id.to_owned(),
        row,
        numbers: numbers.to_vec(),
        claims,
    };
    all.push(one(field::part(id, "evidence"), None, &answer.evidence, claims));
    for (index, task) in answer.tasks.iter().flatten().enumerate() {
        let called = task.number.trim().to_owned();
        let row = Row { index, task: true, called };
        all.push(one(field::task(id, index, "evidence"), Some(row), &task.evidence, false));
    }
    for (index, listed) in answer.entries.iter().flatten().enumerate() {
        let called = listed.title.trim().to_owned();
        let row = Row { index, task: false, called };
        all.push(one(field::entry(id, index, "evidence"), Some(row), &listed.evidence, false));
    }
}

/// Whether points rest on a criterion itself. Those of tasks and lists rest on their rows; what is
/// only taken down claims what its note says.
fn claimed(criterion: &Criterion, answer: &Answer, line: &Line) -> bool {
    match criterion.rule {
        Rule::Tasks(_) | Rule::Entries(_) | Rule::Veto(_) => false,
        Rule::Record(_) => !answer.note.trim().is_empty(),
        _ if line.state == State::Pending => line.highest > Points::ZERO,
        _ => line.state != State::NotApplicable && line.points > Points::ZERO,
    }
}
