//! Indicators 1 and 2: the weighted mean of tasks.
//!
//! 「⑤如部门既有牵头任务又有配合任务,完成任务得分由所有任务的加权平均;其中牵头任务权重为1,
//! 配合任务权重为0.5。」 Points are multiplied before they are divided, and divided once.

use rust_decimal::Decimal;

use super::Fill;
use super::ledger::{Cause, Loss};
use super::pair::{PairedTask, PairedTasks, Standing};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::{Criterion, Mean, Role, TasksRule};
use crate::text::Text;
use crate::trace::{Name, Op, StepName, TaskRef, Term, Tracer};

pub(super) fn score(
    criterion: &Criterion,
    paired: &PairedTasks<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let bound = match fill {
        Fill::Worst => Decimal::ZERO,
        Fill::Best => criterion.rule_maximum().value(),
    };
    if paired.tasks.is_empty() {
        // No task at all is incomplete, not a division by zero.
        return tracer.missing(Name::Nothing, bound, field::part(&criterion.id, "tasks"));
    }
    match paired.rule.mean {
        Mean::OverTasks => over_tasks(criterion, paired, fill, tracer),
        // A task without a role could move either mean: only the outer bounds are sure.
        Mean::OverRoles if paired.tasks.iter().any(|task| task.role.is_none()) => {
            tracer.missing(Name::Nothing, bound, field::part(&criterion.id, "tasks"))
        }
        Mean::OverRoles => over_roles(criterion, paired, fill, tracer),
    }
}

/// `points × Σ(weight × share) ÷ Σ weight`
fn over_tasks(
    criterion: &Criterion,
    paired: &PairedTasks<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let full = tracer.given(Name::FullMarks, criterion.rule_maximum().value());
    let mut weights = Vec::with_capacity(paired.tasks.len());
    let mut weighted = Vec::with_capacity(paired.tasks.len());
    for task in &paired.tasks {
        let weight = match task.role {
            Some(role) => tracer.given(|| Name::Weight(task.name()), rule.weight(role).value()),
            None => {
                let field = || field::task(&criterion.id, task.index, "role");
                let heavier = rule.lead_weight.max(rule.supporting_weight);
                tracer.missing(|| Name::Weight(task.name()), heavier.value(), field)
            }
        };
        let share = share(criterion, rule, task, fill, tracer);
        let name = || StepName::Weighted(task.name());
        weighted.push(tracer.step(name, Op::Product, [weight, share], None));
        weights.push(weight);
    }
    let clause = Some(rule.mean_clause.as_str());
    let sum = tracer.step(StepName::WeightedSum, Op::Sum, weighted, None);
    let weight = tracer.step(StepName::WeightSum, Op::Sum, weights, None);
    let scaled = tracer.step(StepName::Scaled, Op::Product, [full, sum], None);
    tracer.step(StepName::Mean, Op::Quotient, [scaled, weight], clause)
}

/// `points × (lead weight × lead mean + supporting weight × supporting mean) ÷ Σ weight`, on
/// the common denominator of the means, so that it too divides only once.
fn over_roles(
    criterion: &Criterion,
    paired: &PairedTasks<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let rule = paired.rule;
    let full = tracer.given(Name::FullMarks, criterion.rule_maximum().value());
    let mut roles = Vec::new();
    for role in [Role::Lead, Role::Supporting] {
        let tasks: Vec<_> = paired.tasks.iter().filter(|t| t.role == Some(role)).collect();
        if tasks.is_empty() {
            continue;
        }
        let shares: Vec<Term> =
            tasks.iter().map(|task| share(criterion, rule, task, fill, tracer)).collect();
        let sum = tracer.step(StepName::RoleShares(role), Op::Sum, shares, None);
        let weight = tracer.given(Name::RoleWeight(role), rule.weight(role).value());
        let count = tracer.given(Name::RoleCount(role), Decimal::from(tasks.len()));
        roles.push((role, sum, weight, count));
    }
    let mut parts = Vec::new();
    let mut weights = Vec::new();
    for (role, sum, weight, _) in &roles {
        // Another role's number of tasks brings this one's sum to the common denominator.
        let others = roles.iter().filter(|other| other.0 != *role).map(|other| other.3);
        let factors: Vec<Term> = [*weight, *sum].into_iter().chain(others).collect();
        parts.push(tracer.step(StepName::RolePart(*role), Op::Product, factors, None));
        weights.push(*weight);
    }
    let clause = Some(rule.mean_clause.as_str());
    let sum = tracer.step(StepName::WeightedSum, Op::Sum, parts, None);
    let weight = tracer.step(StepName::WeightSum, Op::Sum, weights, None);
    let factors: Vec<Term> = roles.iter().map(|role| role.3).chain([weight]).collect();
    let denominator = tracer.step(StepName::Denominator, Op::Product, factors, None);
    let scaled = tracer.step(StepName::Scaled, Op::Product, [full, sum], None);
    tracer.step(StepName::Mean, Op::Quotient, [scaled, denominator], clause)
}

fn share(
    criterion: &Criterion,
    rule: &TasksRule,
    task: &PairedTask<'_>,
    fill: Fill,
    tracer: &mut Tracer,
) -> Term {
    let at = |column: &str| field::task(&criterion.id, task.index, column);
    let filled = match fill {
        Fill::Worst => Decimal::ZERO,
        Fill::Best => Decimal::ONE_HUNDRED,
    };
    // A task of unknown role and known share would need a search for its sharpest bound; with
    // the heavier weight and the extreme share the bound holds, and the role is asked for.
    let standing = if task.role.is_none() { Standing::Unknown } else { task.standing };
    let (completion, claim) = match standing {
        Standing::Debugging => {
            let name = || Name::Debugging(task.name());
            (tracer.answered(name, Decimal::ONE_HUNDRED, || at("in_debugging")), None)
        }
        Standing::Unlisted => (tracer.given(|| Name::Unlisted(task.name()), Decimal::ZERO), None),
        Standing::Unknown => {
            let name = || Name::Completion(task.name());
            (tracer.missing(name, filled, || at("completion")), None)
        }
        Standing::Completed { completion, judged, claim } => {
            let name = || Name::Completion(task.name());
            let completion = tracer.answered(name, completion, || at("completion"));
            let name = || Name::Claim(task.name());
            let claim = match claim {
                Some(claim) => Some(tracer.answered(name, claim, || at("claim"))),
                None => judged.then(|| tracer.missing(name, filled, || at("claim"))),
            };
            (completion, claim)
        }
    };
    let op = Op::Share { zero_below: rule.zero_below.value(), full_at: rule.full_at.value() };
    let clause = Some(clause(rule, task, tracer.value(completion)));
    let name = || StepName::Share(task.name());
    let share = match claim {
        Some(claim) => tracer.step(name, op, [completion, claim], clause),
        None => tracer.step(name, op, [completion], clause),
    };
    tracer.share(task.index, share);
    share
}

fn clause<'a>(rule: &'a TasksRule, task: &PairedTask<'_>, completion: Decimal) -> &'a str {
    let clauses = rule.clauses(task.role.unwrap_or(Role::Lead));
    if matches!(task.standing, Standing::Unlisted) {
        &clauses.unlisted
    } else if completion >= rule.full_at.value() {
        &clauses.full
    } else if completion < rule.zero_below.value() {
        &clauses.zero
    } else {
        &clauses.judged
    }
}

impl PairedTask<'_> {
    fn name(&self) -> TaskRef {
        TaskRef { index: self.index, number: self.number.to_owned() }
    }
}

/// Each task's part of what is lost: `points × weight × (1 − share) ÷ Σ weight`.
pub(super) fn losses(criterion: &Criterion, paired: &PairedTasks<'_>, decimals: u32) -> Vec<Loss> {
    let maximum = criterion.rule_maximum();
    let whole = field::part(&criterion.id, "tasks");
    let rule = paired.rule;
    let roleless = paired.tasks.iter().any(|task| task.role.is_none());
    if paired.tasks.is_empty() || (roleless && rule.mean == Mean::OverRoles) {
        return vec![Loss::new(Cause::Unanswered, maximum, None, whole)];
    }
    let count = |role: Role| paired.tasks.iter().filter(|t| t.role == Some(role)).count();
    // What a task weighs in the mean, as numerator; the denominator is the sum of all.
    let numerator = |task: &PairedTask| {
        let weight = |role| rule.weight(role).value();
        match (rule.mean, task.role) {
            (_, None) => rule.lead_weight.max(rule.supporting_weight).value(),
            (Mean::OverTasks, Some(role)) => weight(role),
            (Mean::OverRoles, Some(role)) => {
                let other = match role {
                    Role::Lead => count(Role::Supporting),
                    Role::Supporting => count(Role::Lead),
                };
                points::mul(weight(role), Decimal::from(other.max(1)))
            }
        }
    };
    let denominator = paired.tasks.iter().map(numerator).fold(Decimal::ZERO, points::add);
    let mut losses = Vec::new();
    for task in &paired.tasks {
        let (cause, share, column) = standing(rule, task);
        if share == Decimal::ONE {
            continue;
        }
        let lost = points::mul(numerator(task), points::sub(Decimal::ONE, share));
        let lost = points::div(points::mul(maximum.value(), lost), denominator);
        let lost = Points::new(lost).rounded(decimals);
        let about = Text { zh: task.number.to_owned(), en: String::new() };
        let field = match cause {
            Cause::Unlisted => whole.clone(),
            _ => field::task(&criterion.id, task.index, column),
        };
        losses.push(Loss::new(cause, lost, Some(about), field));
    }
    losses
}

fn standing(rule: &TasksRule, task: &PairedTask<'_>) -> (Cause, Decimal, &'static str) {
    match task.standing {
        _ if task.role.is_none() => (Cause::Unanswered, Decimal::ZERO, "role"),
        Standing::Debugging => (Cause::Judged, Decimal::ONE, "completion"),
        Standing::Unlisted => (Cause::Unlisted, Decimal::ZERO, "completion"),
        Standing::Unknown => (Cause::Unanswered, Decimal::ZERO, "completion"),
        Standing::Completed { judged: true, claim: Some(claim), .. } => {
            (Cause::Judged, points::div(claim, Decimal::ONE_HUNDRED), "claim")
        }
        Standing::Completed { judged: true, claim: None, .. } => {
            (Cause::Unanswered, Decimal::ZERO, "claim")
        }
        Standing::Completed { completion, .. } if completion >= rule.full_at.value() => {
            (Cause::Judged, Decimal::ONE, "completion")
        }
        Standing::Completed { .. } => (Cause::BelowThreshold, Decimal::ZERO, "completion"),
    }
}
