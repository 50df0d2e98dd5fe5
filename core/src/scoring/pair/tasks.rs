//! Tasks: each with its role and how it stands.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::kinds::{PairedTask, Standing};
use crate::answer::{Percent, Task};
use crate::issue::{Issue, NoClaim, Problem, field};
use crate::scheme::TasksRule;
use crate::scoring::Unlisted;

pub(super) fn tasks<'a>(
    id: &str,
    rule: &TasksRule,
    tasks: Option<&'a [Task]>,
    unlisted: &'a [Unlisted],
    issues: &mut Vec<Issue>,
) -> Vec<PairedTask<'a>> {
    let listed = tasks.unwrap_or_default();
    if listed.is_empty() {
        // Not answered: what the register has does not make it a nought.
        issues.push(Issue::new(field::part(id, "tasks"), Problem::NoTasks));
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut paired: Vec<PairedTask<'a>> = Vec::with_capacity(listed.len() + unlisted.len());
    for (index, task) in listed.iter().enumerate() {
        let at = |column: &str| field::task(id, index, column);
        let number = task.number.trim();
        if !number.is_empty() && !seen.insert(number) {
            issues.push(Issue::new(at("number"), Problem::DuplicateNumber(number.into())));
        }
        if task.title.trim().is_empty() {
            issues.push(Issue::new(at("title"), Problem::TitleMissing));
        }
        if task.role.is_none() {
            issues.push(Issue::new(at("role"), Problem::RoleMissing));
        }
        let standing = standing(rule, task, &at, issues);
        paired.push(PairedTask { index, number, role: task.role, standing });
    }
    for (offset, task) in unlisted.iter().enumerate() {
        paired.push(PairedTask {
            index: listed.len() + offset,
            number: &task.number,
            role: Some(task.role),
            standing: Standing::Unlisted,
        });
    }
    paired
}

fn standing(
    rule: &TasksRule,
    task: &Task,
    at: &impl Fn(&str) -> String,
    issues: &mut Vec<Issue>,
) -> Standing {
    let completion = in_range(task.completion, || at("completion"), issues);
    let claim = in_range(task.claim, || at("claim"), issues);
    let mut no_claim = |why: NoClaim| {
        if let Some(claim) = task.claim {
            issues.push(Issue::new(at("claim"), Problem::ClaimNotAllowed(claim.to_string(), why)));
        }
    };
    if task.in_debugging {
        no_claim(NoClaim::Debugging);
        return Standing::Debugging;
    }
    let Some(completion) = completion else {
        if task.completion.is_none() {
            issues.push(Issue::new(at("completion"), Problem::CompletionMissing));
        }
        return Standing::Unknown;
    };
    if completion >= rule.full_at.value() {
        no_claim(NoClaim::FullMarks);
        return Standing::Completed { completion, judged: false, claim: None };
    }
    if completion < rule.zero_below.value() {
        no_claim(NoClaim::BelowThreshold);
        return Standing::Completed { completion, judged: false, claim: None };
    }
    match claim {
        Some(claim) if task.note.trim().is_empty() => {
            let problem = Problem::ReasonMissing(claim.normalize().to_string());
            issues.push(Issue::new(at("note"), problem));
        }
        None if task.claim.is_none() => {
            let problem = Problem::ClaimMissing(completion.normalize().to_string());
            issues.push(Issue::new(at("claim"), problem));
        }
        _ => {}
    }
    Standing::Completed { completion, judged: true, claim }
}

/// A percentage from 0 to 100 with at most two decimals; anything else is an issue and missing.
fn in_range(
    percent: Option<Percent>,
    at: impl Fn() -> String,
    issues: &mut Vec<Issue>,
) -> Option<Decimal> {
    let value = percent?.value();
    let text = || value.to_string();
    let problem = if value > Decimal::ONE_HUNDRED {
        Problem::AboveHundred(text())
    } else if value < Decimal::ZERO {
        Problem::BelowZero(text())
    } else if value.scale() > 2 && value.normalize().scale() > 2 {
        Problem::TooManyDecimals(text())
    } else {
        return Some(value);
    };
    issues.push(Issue::new(at(), problem));
    None
}
