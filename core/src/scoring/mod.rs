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
mod ledger;
mod pair;
mod tasks;

pub use ledger::{Cause, Loss};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::{Answer, Answers};
use crate::issue::{Issue, field};
use crate::points::Points;
use crate::scheme::{Criterion, Role, Scheme};
use crate::trace::{Name, Step, StepName, Trace, Tracer};
use pair::Paired;

/// A task that the register gives to the unit and the form leaves out (clause ④).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// Its number in the register.
    pub number: String,
    /// The unit's part in it.
    pub role: Role,
}

/// Whether a line is final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Every answer is there.
    Complete,
    /// An answer is missing; the points are the least that are possible.
    Incomplete,
    /// Taken down, not counted.
    NotCounted,
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
}

/// All criteria's points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreSheet {
    /// A line for every criterion, in the scheme's order.
    pub lines: Vec<Line>,
    /// The sum of the rounded lines; while incomplete, the least possible.
    pub total: Points,
    /// The most still possible.
    pub highest: Points,
    /// Full marks of all that is counted.
    pub maximum: Points,
    /// Whether every counted line is final.
    pub complete: bool,
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
    /// How each task stands and what it loses, by its place in the form.
    pub fn tasks(&self) -> Vec<(TaskStanding, Option<Points>)> {
        let rows = format!("{}/", field::part(&self.criterion, "tasks"));
        let lost = |loss: &Loss| {
            let place = loss.field.as_ref()?.strip_prefix(&rows)?.split('/').next()?;
            Some((place.parse().ok()?, loss.points))
        };
        let lost: BTreeMap<usize, Points> = self.losses.iter().filter_map(lost).collect();
        let standing = |step: &Step| {
            let StepName::Share(task) = &step.name else { return None };
            let share = Points::new(step.value);
            let standing = if share == Points::ZERO {
                TaskStanding::Nothing
            } else if share == Points::ONE {
                TaskStanding::Full
            } else {
                TaskStanding::Share(share.percent())
            };
            Some((task.index, (standing, lost.get(&task.index).copied())))
        };
        let by_place: BTreeMap<usize, _> = self.trace.steps.iter().filter_map(standing).collect();
        by_place.into_values().collect()
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
    score_with(scheme, answers, &[])
}

/// Scores answers, counting 0 for each task of the register that the form leaves out.
pub fn score_with(
    scheme: &Scheme,
    answers: &Answers,
    unlisted: &[Unlisted],
) -> (ScoreSheet, Vec<Issue>) {
    let mut issues = Vec::new();
    let nothing = Answer::default();
    let answer = |criterion: &Criterion| answers.get(&criterion.id).unwrap_or(&nothing);
    let leads = pair::leads(scheme, answers, unlisted);
    let lines: Vec<Line> = scheme
        .criteria()
        .map(|criterion| {
            let paired = pair::pair(criterion, answer(criterion), leads, unlisted, &mut issues);
            line(criterion, &paired, scheme.decimals())
        })
        .collect();
    pair::unknown_criteria(scheme, answers, &mut issues);
    let counted = || lines.iter().filter(|line| line.state != State::NotCounted);
    let sheet = ScoreSheet {
        total: counted().map(|line| line.points).sum(),
        highest: counted().map(|line| line.highest).sum(),
        maximum: scheme.known_maximum().padded(scheme.decimals()),
        complete: counted().all(|line| line.state == State::Complete),
        lines,
    };
    (sheet, issues)
}

/// What a missing answer is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fill {
    Worst,
    Best,
}

fn line(criterion: &Criterion, paired: &Paired<'_>, decimals: u32) -> Line {
    let maximum = criterion.maximum();
    let run = |fill: Fill| {
        let mut tracer = Tracer::default();
        let result = match paired {
            Paired::Tasks(paired) => tasks::score(criterion, paired, fill, &mut tracer),
            Paired::Choice(paired) => choice::score(paired, fill, &mut tracer),
            Paired::Deduction(paired) => deduction::score(criterion, paired, fill, &mut tracer),
            Paired::Checklist(paired) => checklist::score(criterion, paired, fill, &mut tracer),
            Paired::Count(paired) => count::score(criterion, paired, fill, &mut tracer),
            Paired::Record => tracer.given(Name::Nothing, Points::ZERO.value()),
        };
        tracer.finish(result, decimals)
    };
    let (points, trace) = run(Fill::Worst);
    let state = match paired {
        Paired::Record => State::NotCounted,
        _ if paired.complete() => State::Complete,
        _ => State::Incomplete,
    };
    let highest = if state == State::Incomplete { run(Fill::Best).0 } else { points };
    let losses = match paired {
        Paired::Tasks(paired) => tasks::losses(criterion, paired, decimals),
        Paired::Choice(paired) => choice::losses(criterion, paired),
        Paired::Deduction(paired) => deduction::losses(criterion, paired),
        Paired::Checklist(paired) => checklist::losses(criterion, paired),
        Paired::Count(paired) => count::losses(criterion, paired),
        Paired::Record => Vec::new(),
    };
    let losses = ledger::settle(losses, maximum.minus(points), decimals);
    let padded = |points: Points| points.padded(decimals);
    Line {
        criterion: criterion.id.clone(),
        points: padded(points),
        highest: padded(highest),
        maximum: padded(maximum),
        state,
        trace,
        losses,
    }
}
