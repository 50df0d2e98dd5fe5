//! Scoring: a pure function from scheme and answers to a score sheet.
//!
//! `pair` first joins each answer with its criterion's rule and says what is wrong or
//! missing; what it gives back has only values in range, so scoring has no error path. A
//! missing value is filled with the worst (for the points shown) or the best (for what is
//! still possible): while a form is incomplete its points are the least it will have, and
//! filling in more never lowers them.

mod checklist;
mod choice;
mod count;
mod deduction;
mod discretion;
mod entries;
mod judged;
mod ledger;
mod line;
mod modify;
mod pair;
mod peers;
mod settle;
mod tasks;
mod together;
mod value;

pub use discretion::{About, Discretion, discretion};
pub use entries::EntryStanding;
pub use ledger::{Cause, Loss};
pub use peers::Peers;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::answer::{Answer, Answers};
use crate::issue::{Issue, field};
use crate::points::Points;
use crate::scheme::{Role, Scheme};
use crate::text::Text;
use crate::trace::Trace;

/// A task that the register gives to the unit and the form leaves out (clause ④).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// Its number in the register.
    pub number: String,
    /// The unit's part in it.
    pub role: Role,
}

impl<'a> Circumstances<'a> {
    /// Only that the form leaves tasks out.
    pub fn unlisted(unlisted: &'a [Unlisted]) -> Self {
        Circumstances { unlisted, ..Circumstances::default() }
    }
}

/// Whether a line is final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Every answer is there.
    Complete,
    /// An answer is missing; the points are the least that are possible.
    Incomplete,
    /// Every answer is there; the points are settled when every unit's figures are known.
    Pending,
    /// It does not apply to the unit (不适用).
    NotApplicable,
    /// Taken down, not counted.
    NotCounted,
}

impl State {
    /// Whether nothing is left for the unit to answer.
    pub fn answered(self) -> bool {
        self != State::Incomplete
    }
}

/// What the score of a form depends on besides its answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstances<'a> {
    /// The unit by the scheme's name; classes of units go by it.
    pub unit: &'a str,
    /// Tasks of the register that the form leaves out.
    pub unlisted: &'a [Unlisted],
    /// All units' figures, once they are known.
    pub peers: Option<&'a Peers>,
    /// Days that the form came late, where the scheme takes points off for them.
    pub days_late: u32,
    /// Points that were verified (核定分), by criterion; they stand in place of what the answers give.
    pub verified: Option<&'a BTreeMap<String, Points>>,
}

/// One criterion's points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The criterion's id.
    pub criterion: String,
    /// The points; while incomplete, the least possible.
    pub points: Points,
    /// The most still possible; equal to `points` once complete.
    pub highest: Points,
    /// Full marks.
    pub maximum: Points,
    /// Whether it is final.
    pub state: State,
    /// How the points came about.
    pub trace: Trace,
    /// Where the points went that are missing from full marks; sums to `maximum − points`.
    pub losses: Vec<Loss>,
    /// Each task's share of full marks, by its place in the form.
    #[serde(skip)]
    pub(crate) shares: Vec<(usize, Decimal)>,
}

/// The points of a group whose parts are not simply added.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// JSON pointer of the group in the scheme file; `/total/base` for the base as a whole.
    pub path: String,
    /// The group's id, if it has one.
    pub id: Option<String>,
    /// Its title.
    pub title: Text,
    /// The points; while incomplete, the least possible.
    pub points: Points,
    /// The most still possible.
    pub highest: Points,
    /// Full marks; zero where it stands outside them.
    pub maximum: Points,
    /// How the points came about from the printed points of its parts.
    pub trace: Trace,
    /// Where the points went; sums to `maximum − points`. Empty outside full marks.
    pub losses: Vec<Loss>,
}

/// All criteria's points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreSheet {
    /// A line for every criterion, in the scheme's order.
    pub lines: Vec<Line>,
    /// Groups whose parts are not simply added, in the order in which they are settled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The total; while incomplete, the least possible. Where the scheme says nothing else, the
    /// sum of the rounded lines.
    pub total: Points,
    /// The most still possible.
    pub highest: Points,
    /// Full marks of the base, of what applies.
    pub maximum: Points,
    /// Whether every counted line is final, or settled at the check.
    pub complete: bool,
    /// Whether a line is settled only when every unit's figures are known.
    pub pending: bool,
    /// The grade's id, once it is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// How the total came about, where lines are not simply added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
    /// Where points went on the way from the parts to the total; sums to `maximum − total`.
    /// Empty where lines are simply added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub losses: Vec<Loss>,
}

/// How one task stands, for the row that it is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskStanding {
    /// Full marks.
    Full,
    /// No marks.
    Nothing,
    /// A share of full marks, per cent.
    Share(Points),
}

impl Line {
    /// Whether a task, by its place in the form, has any share of full marks.
    pub(crate) fn has_share(&self, task: usize) -> bool {
        // Tasks stand in the form's order, unless their mean runs over roles.
        let there = self.shares.get(task).filter(|(at, _)| *at == task);
        let found = there.or_else(|| self.shares.iter().find(|(at, _)| *at == task));
        found.is_some_and(|(_, share)| !share.is_zero())
    }

    /// How each task stands and what it loses, by its place in the form.
    pub fn tasks(&self) -> BTreeMap<usize, (TaskStanding, Option<Points>)> {
        let rows = format!("{}/", field::part(&self.criterion, "tasks"));
        let lost = |loss: &Loss| {
            let place = loss.field.as_ref()?.strip_prefix(&rows)?.split('/').next()?;
            Some((place.parse().ok()?, loss.points))
        };
        let lost: BTreeMap<usize, Points> = self.losses.iter().filter_map(lost).collect();
        let standing = |(task, share): &(usize, Decimal)| {
            let share = Points::new(*share);
            let standing = if share == Points::ZERO {
                TaskStanding::Nothing
            } else if share == Points::ONE {
                TaskStanding::Full
            } else {
                TaskStanding::Share(share.percent())
            };
            (*task, (standing, lost.get(task).copied()))
        };
        self.shares.iter().map(standing).collect()
    }
}

impl ScoreSheet {
    /// The line of a criterion.
    pub fn line(&self, criterion: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.criterion == criterion)
    }

    /// Every loss with its criterion, the largest first.
    pub fn gains(&self) -> Vec<(&Line, &Loss)> {
        let mut all = Vec::new();
        for line in &self.lines {
            all.extend(line.losses.iter().filter(|l| l.gainable()).map(|loss| (line, loss)));
        }
        all.sort_by_key(|entry| std::cmp::Reverse(entry.1.points));
        all
    }
}

/// Scores answers against a scheme.
pub fn score(scheme: &Scheme, answers: &Answers) -> (ScoreSheet, Vec<Issue>) {
    score_with(scheme, answers, &Circumstances::default())
}

/// Scores answers under circumstances: the unit's class, tasks that the form leaves out, the
/// other units' figures.
pub fn score_with(
    scheme: &Scheme,
    answers: &Answers,
    circumstances: &Circumstances<'_>,
) -> (ScoreSheet, Vec<Issue>) {
    scored(scheme, answers, circumstances, Explained::Whole)
}

/// The figures, states and issues that [`score_with`] gives, by the same operations, without the explanations:
/// traces are empty, and so are the ledgers of lines. For many forms at which nobody looks one by one.
pub fn figures_with(
    scheme: &Scheme,
    answers: &Answers,
    circumstances: &Circumstances<'_>,
) -> (ScoreSheet, Vec<Issue>) {
    scored(scheme, answers, circumstances, Explained::Not)
}

fn scored(
    scheme: &Scheme,
    answers: &Answers,
    circumstances: &Circumstances<'_>,
    explained: Explained,
) -> (ScoreSheet, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut lines = Vec::with_capacity(16);
    let mut vetoes = Vec::new();
    let nothing = Answer::default();
    let scorer = line::Scorer::new(scheme, answers, circumstances, explained, &nothing);
    for criterion in scheme.criteria() {
        lines.push(scorer.line(criterion, &mut vetoes, &mut issues));
    }
    pair::unknown_criteria(scheme, answers, &mut issues);
    (settle::sheet(&scorer, lines, vetoes), issues)
}

/// Whether explanations are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Explained {
    Whole,
    Not,
}

/// What a missing answer is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fill {
    Worst,
    Best,
}
