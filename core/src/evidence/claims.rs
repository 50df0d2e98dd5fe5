//! Claims: the places of a form that cite evidence, or for which an office will ask for some.

use selfscore_wording::{Lang, changes as words};

use crate::answer::Answer;
use crate::form::Form;
use crate::issue::field;
use crate::points::Points;
use crate::scheme::{Criterion, Rule, Scheme};
use crate::scoring::{Line, ScoreSheet, State};

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
    /// Whether points rest on it, or it is a record that says something.
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
    /// Whether its criterion is only taken down (记录), so that no points rest on it.
    pub(crate) fn recorded(&self, scheme: &Scheme) -> bool {
        let criterion = scheme.criterion(&self.criterion);
        criterion.is_some_and(|criterion| matches!(criterion.rule, Rule::Record(_)))
    }

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

/// A place of a form, as it stands there: most claims are only looked at.
pub(crate) struct Citing<'a> {
    /// The criterion's id.
    pub criterion: &'a str,
    row: Option<RowOf<'a>>,
    /// The evidence numbers that it cites.
    pub numbers: &'a [String],
    /// Whether points rest on it.
    pub claims: bool,
}

struct RowOf<'a> {
    index: usize,
    task: bool,
    called: &'a str,
}

impl Citing<'_> {
    /// It to keep.
    pub fn claim(&self) -> Claim {
        let field = match &self.row {
            None => field::part(self.criterion, "evidence"),
            Some(row) if row.task => field::task(self.criterion, row.index, "evidence"),
            Some(row) => field::entry(self.criterion, row.index, "evidence"),
        };
        let row = |row: &RowOf<'_>| Row {
            index: row.index,
            task: row.task,
            called: row.called.trim().to_owned(),
        };
        Claim {
            field,
            criterion: self.criterion.to_owned(),
            row: self.row.as_ref().map(row),
            numbers: self.numbers.to_vec(),
            claims: self.claims,
        }
    }
}

/// All places of a form, in the order of the scheme; the criterion before its rows. Criteria that the
/// scheme does not have come last, and claim nothing.
pub fn claims(scheme: &Scheme, form: &Form, sheet: &ScoreSheet) -> Vec<Claim> {
    citing(scheme, form, sheet).iter().map(Citing::claim).collect()
}

/// As [`claims`]; of a sheet without explanations, too.
pub(crate) fn citing<'a>(
    scheme: &'a Scheme,
    form: &'a Form,
    sheet: &ScoreSheet,
) -> Vec<Citing<'a>> {
    let nothing = Answer::default();
    let mut all = Vec::new();
    for criterion in scheme.criteria() {
        let answer = form.answers.get(&criterion.id);
        let line = sheet.line(&criterion.id);
        let claims = line.is_some_and(|line| claimed(criterion, answer.unwrap_or(&nothing), line));
        push(&mut all, &criterion.id, answer, line, claims);
    }
    for (id, answer) in form.answers.iter().filter(|(id, _)| scheme.criterion(id).is_none()) {
        push(&mut all, id, Some(answer), None, false);
    }
    all
}

/// A criterion's places; its rows claim something only where it has a line.
fn push<'a>(
    all: &mut Vec<Citing<'a>>,
    criterion: &'a str,
    answer: Option<&'a Answer>,
    line: Option<&Line>,
    claims: bool,
) {
    let numbers = answer.map(|answer| &answer.evidence[..]).unwrap_or_default();
    all.push(Citing { criterion, row: None, numbers, claims });
    let tasks = answer.and_then(|answer| answer.tasks.as_ref());
    for (index, task) in tasks.into_iter().flatten().enumerate() {
        let row = Some(RowOf { index, task: true, called: &task.number });
        let claims = line.is_some_and(|line| line.has_share(index));
        all.push(Citing { criterion, row, numbers: &task.evidence, claims });
    }
    let entries = answer.and_then(|answer| answer.entries.as_ref());
    for (index, listed) in entries.into_iter().flatten().enumerate() {
        let row = Some(RowOf { index, task: false, called: &listed.title });
        // What has a level has points.
        let claims = line.is_some() && listed.level.is_some();
        all.push(Citing { criterion, row, numbers: &listed.evidence, claims });
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
