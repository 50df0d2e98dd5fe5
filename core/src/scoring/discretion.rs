//! What of a form is judged (酌情), as scoring takes it.

use rust_decimal::Decimal;

use super::pair::{self, Paired, Standing};
use crate::answer::Answers;
use crate::points::Points;
use crate::scheme::{Criterion, Scheme};

/// A share or points that a unit claims at discretion.
#[derive(Clone, Debug, PartialEq)]
pub struct Discretion<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// What of it.
    pub about: About<'a>,
    /// The least and the most that may be claimed: of tasks, per cent of full marks; else points.
    pub range: (Points, Points),
    /// What is claimed; `None` where nothing is that can be used.
    pub claim: Option<Decimal>,
}

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum About<'a> {
    /// A task, by its place in the answer, at its completion in per cent.
    Task(usize, Decimal),
    /// An option that was chosen, by its id.
    Choice(&'a str),
    /// An item that happened so often, by its id.
    Item(&'a str, u32),
    /// The criterion as a whole.
    Whole,
}

/// All that is judged in a unit's answers.
pub fn discretion<'a>(scheme: &'a Scheme, unit: &str, answers: &'a Answers) -> Vec<Discretion<'a>> {
    let leads = pair::leads(scheme, answers, &[]);
    let percent = (Points::ZERO, Points::new(Decimal::ONE_HUNDRED));
    let mut found = Vec::new();
    for criterion in scheme.criteria() {
        let Some(answer) = answers.get(&criterion.id) else { continue };
        if !scheme.concerns(criterion, unit) || answer.applies == Some(false) {
            continue;
        }
        let decimals = scheme.decimals();
        let paired = pair::pair(criterion, answer, leads, &[], decimals, &mut Vec::new());
        let mut add = |about, range, claim| {
            found.push(Discretion { criterion, about, range, claim });
        };
        match paired {
            Paired::Tasks(paired) => {
                for task in &paired.tasks {
                    if let Standing::Completed { completion, judged: true, claim } = task.standing {
                        add(About::Task(task.index, completion), percent, claim);
                    }
                }
            }
            Paired::Choice(paired) => {
                if let Some((option, to)) = paired.option.and_then(|one| Some((one, one.to?))) {
                    add(About::Choice(&option.id), (option.points, to), paired.claim);
                }
            }
            Paired::Deduction(paired) if paired.met != Some(false) => {
                for one in &paired.items {
                    let times = one.times.filter(|times| *times > 0 && one.concerns != Some(false));
                    let range = times.and_then(|times| Some((times, one.item.claimable(times)?)));
                    if let Some((times, range)) = range {
                        add(About::Item(&one.item.id, times), range, one.claim);
                    }
                }
            }
            Paired::Judged(paired) => {
                add(About::Whole, (paired.rule.least, paired.rule.most), paired.claim);
            }
            _ => {}
        }
    }
    found
}
