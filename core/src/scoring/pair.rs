//! Joins an answer with its rule, and says what is wrong or missing.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Unlisted;
use crate::answer::{Answer, Answers, Percent, Task};
use crate::issue::{Issue, NoClaim, Problem, field};
use crate::limits;
use crate::scheme::{
    Applies, CheckItem, ChecklistRule, ChoiceOption, ChoiceRule, CountItem, CountRule, Criterion,
    DeductionItem, DeductionRule, Role, Rule, Scheme, TasksRule,
};

/// An answer that fits its rule; every value is in range, `None` is missing.
pub(super) enum Paired<'a> {
    Tasks(PairedTasks<'a>),
    Choice(PairedChoice<'a>),
    Deduction(PairedDeduction<'a>),
    Checklist(PairedChecklist<'a>),
    Count(PairedCount<'a>),
    Record,
}

impl Paired<'_> {
    /// Whether no answer is missing.
    pub fn complete(&self) -> bool {
        match self {
            Paired::Tasks(paired) => {
                !paired.tasks.is_empty() && paired.tasks.iter().all(PairedTask::complete)
            }
            Paired::Choice(paired) => paired.option.is_some(),
            Paired::Deduction(paired) => match (paired.rule.requires.is_some(), paired.met) {
                (true, None) => false,
                (true, Some(false)) => true,
                _ => paired.items.iter().all(|item| match item.concerns {
                    Some(concerns) => !concerns || item.times.is_some(),
                    None => item.times == Some(0),
                }),
            },
            Paired::Checklist(paired) => paired.done.is_some(),
            Paired::Count(paired) => paired.items.iter().all(|(_, times)| times.is_some()),
            Paired::Record => true,
        }
    }
}

pub(super) struct PairedTasks<'a> {
    pub rule: &'a TasksRule,
    pub tasks: Vec<PairedTask>,
}

pub(super) struct PairedTask {
    pub index: usize,
    pub number: String,
    pub role: Option<Role>,
    pub standing: Standing,
}

/// How a task stands.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// Its system is in the debugging stage.
    Debugging,
    /// The register has it, the form has not.
    Unlisted,
    /// No completion yet.
    Unknown,
    /// Completed to some per cent; in the judged band with the share claimed, if any.
    Completed { completion: Decimal, judged: bool, claim: Option<Decimal> },
}

impl PairedTask {
    fn complete(&self) -> bool {
        let standing = match self.standing {
            Standing::Unknown => false,
            Standing::Completed { judged, claim, .. } => !judged || claim.is_some(),
            Standing::Debugging | Standing::Unlisted => true,
        };
        standing && self.role.is_some()
    }
}

pub(super) struct PairedChoice<'a> {
    pub rule: &'a ChoiceRule,
    pub option: Option<&'a ChoiceOption>,
    pub field: String,
}

pub(super) struct PairedDeduction<'a> {
    pub rule: &'a DeductionRule,
    pub met: Option<bool>,
    pub items: Vec<PairedDeductionItem<'a>>,
}

pub(super) struct PairedDeductionItem<'a> {
    pub item: &'a DeductionItem,
    pub times: Option<u32>,
    /// Whether it concerns the unit; `None` while the form does not tell.
    pub concerns: Option<bool>,
}

pub(super) struct PairedChecklist<'a> {
    pub rule: &'a ChecklistRule,
    pub done: Option<Vec<&'a CheckItem>>,
}

pub(super) struct PairedCount<'a> {
    pub rule: &'a CountRule,
    pub items: Vec<(&'a CountItem, Option<u32>)>,
}

/// Whether the unit leads a task; `None` while the form lists no task or one has no role.
pub(super) fn leads(scheme: &Scheme, answers: &Answers, unlisted: &[Unlisted]) -> Option<bool> {
    let mut listed = scheme
        .criteria()
        .filter(|criterion| matches!(criterion.rule, Rule::Tasks(_)))
        .filter_map(|criterion| answers.get(&criterion.id)?.tasks.as_ref())
        .flatten()
        .map(|task| task.role)
        .peekable();
    let mut unknown = listed.peek().is_none();
    for role in listed.chain(unlisted.iter().map(|task| Some(task.role))) {
        match role {
            Some(Role::Lead) => return Some(true),
            Some(Role::Supporting) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(false)
}

pub(super) fn pair<'a>(
    criterion: &'a Criterion,
    answer: &Answer,
    leads: Option<bool>,
    unlisted: &[Unlisted],
    issues: &mut Vec<Issue>,
) -> Paired<'a> {
    let id = criterion.id.as_str();
    let not_answered =
        |part: String| Issue::new(part, Problem::NotAnswered(criterion.title.clone()));
    match &criterion.rule {
        Rule::Tasks(rule) => {
            let tasks = tasks(id, rule, answer.tasks.as_deref(), unlisted, issues);
            Paired::Tasks(PairedTasks { rule, tasks })
        }
        Rule::Choice(rule) => {
            let field = field::part(id, "choice");
            let option = answer.choice.as_ref().and_then(|chosen| {
                let option = rule.options.iter().find(|option| &option.id == chosen);
                if option.is_none() {
                    issues.push(Issue::new(&field, Problem::UnknownOption(chosen.clone())));
                }
                option
            });
            if answer.choice.is_none() {
                issues.push(not_answered(field.clone()));
            }
            Paired::Choice(PairedChoice { rule, option, field })
        }
        Rule::Deduction(rule) => Paired::Deduction(deduction(id, rule, answer, leads, issues)),
        Rule::Checklist(rule) => {
            let field = field::part(id, "done");
            let done = answer.done.as_ref().map(|done| {
                let known = rule.items.iter().map(|item| item.id.as_str());
                unknown_ids(&field, done.iter(), known, issues);
                rule.items.iter().filter(|item| done.contains(&item.id)).collect()
            });
            if done.is_none() {
                issues.push(not_answered(field));
            }
            Paired::Checklist(PairedChecklist { rule, done })
        }
        Rule::Count(rule) => {
            let known = rule.items.iter().map(|item| item.id.as_str());
            let given = answer.occurrences.as_ref().into_iter().flat_map(BTreeMap::keys);
            unknown_ids(&field::part(id, "occurrences"), given, known, issues);
            let items = rule.items.iter().map(|item| {
                let field = field::occurrences(id, &item.id);
                let times = times(answer, &item.id, &field, issues);
                if times.is_none() && !given_times(answer, &item.id) {
                    issues.push(Issue::new(field, Problem::NotAnswered(item.label.clone())));
                }
                (item, times)
            });
            Paired::Count(PairedCount { rule, items: items.collect() })
        }
        Rule::Record(_) => Paired::Record,
    }
}

/// Answers to criteria that the scheme does not have are kept, not counted, and named.
pub(super) fn unknown_criteria(scheme: &Scheme, answers: &Answers, issues: &mut Vec<Issue>) {
    for id in answers.keys().filter(|id| scheme.criterion(id).is_none()) {
        issues.push(Issue::new(field::answer(id), Problem::UnknownCriterion(id.clone())));
    }
}

fn unknown_ids<'a>(
    field: &str,
    given: impl Iterator<Item = &'a String>,
    known: impl Iterator<Item = &'a str> + Clone,
    issues: &mut Vec<Issue>,
) {
    for id in given.filter(|id| !known.clone().any(|known| known == id.as_str())) {
        issues.push(Issue::new(field, Problem::UnknownOption(id.clone())));
    }
}

fn times(answer: &Answer, item: &str, field: &str, issues: &mut Vec<Issue>) -> Option<u32> {
    let times = *answer.occurrences.as_ref()?.get(item)?;
    if times > limits::COUNT {
        issues.push(Issue::new(field, Problem::CountTooLarge(times.to_string())));
        return None;
    }
    Some(times)
}

/// Whether the form has a count at all, be it one that cannot be used.
fn given_times(answer: &Answer, item: &str) -> bool {
    answer.occurrences.as_ref().is_some_and(|occurrences| occurrences.contains_key(item))
}

fn deduction<'a>(
    id: &str,
    rule: &'a DeductionRule,
    answer: &Answer,
    leads: Option<bool>,
    issues: &mut Vec<Issue>,
) -> PairedDeduction<'a> {
    let met = if rule.requires.is_some() { answer.met } else { Some(true) };
    let given = || answer.occurrences.as_ref().into_iter().flat_map(BTreeMap::keys);
    let known = rule.items.iter().map(|item| item.id.as_str());
    unknown_ids(&field::part(id, "occurrences"), given(), known, issues);
    if let (Some(requires), None) = (&rule.requires, met) {
        let label = requires.label.clone();
        issues.push(Issue::new(field::part(id, "met"), Problem::NotAnswered(label)));
    }
    if let (Some(requires), Some(false)) = (&rule.requires, met)
        && answer.occurrences.as_ref().is_some_and(|o| o.values().any(|times| *times > 0))
    {
        let problem = Problem::WithoutRequirement(requires.label.clone());
        issues.push(Issue::new(field::part(id, "occurrences"), problem));
    }
    // Items that count once are boxes to tick: once the boxes are answered at all, one that is
    // not named is not ticked. Open counts are answered one by one.
    let counts_too = rule.items.iter().any(|item| !item.once);
    let boxes_answered = answer.occurrences.as_ref().is_some_and(|occurrences| {
        !counts_too || rule.items.iter().any(|i| i.once && occurrences.contains_key(&i.id))
    });
    let mut asked = false;
    let items = rule.items.iter().map(|item| {
        let field = field::occurrences(id, &item.id);
        let mut times = times(answer, &item.id, &field, issues);
        let given = given_times(answer, &item.id);
        if item.once {
            if boxes_answered && !given {
                times = Some(0);
            }
            if let Some(many) = times.filter(|times| *times > 1) {
                let problem = Problem::MoreThanOnce(item.label.clone(), many);
                issues.push(Issue::new(&field, problem));
                times = None;
            }
        }
        let concerns = match item.applies {
            None => Some(true),
            Some(Applies::LeadUnits) => leads,
        };
        let needed = met == Some(true) && concerns != Some(false);
        if needed && times.is_none() && !given && !(item.once && asked) {
            // One question for all boxes, at the first.
            asked |= item.once;
            issues.push(Issue::new(&field, Problem::NotAnswered(item.label.clone())));
        }
        if let (Some(false), Some(many @ 1..)) = (concerns, times) {
            issues.push(Issue::new(&field, Problem::LeadUnitsOnly(item.label.clone(), many)));
        }
        PairedDeductionItem { item, times, concerns }
    });
    PairedDeduction { rule, met, items: items.collect() }
}

fn tasks(
    id: &str,
    rule: &TasksRule,
    tasks: Option<&[Task]>,
    unlisted: &[Unlisted],
    issues: &mut Vec<Issue>,
) -> Vec<PairedTask> {
    let listed = tasks.unwrap_or_default();
    if listed.is_empty() {
        // Not answered: what the register has does not make it a nought.
        issues.push(Issue::new(field::part(id, "tasks"), Problem::NoTasks));
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut paired: Vec<PairedTask> = Vec::with_capacity(listed.len() + unlisted.len());
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
        paired.push(PairedTask { index, number: number.into(), role: task.role, standing });
    }
    for (offset, task) in unlisted.iter().enumerate() {
        paired.push(PairedTask {
            index: listed.len() + offset,
            number: task.number.clone(),
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
    } else if value.normalize().scale() > 2 {
        Problem::TooManyDecimals(text())
    } else {
        return Some(value);
    };
    issues.push(Issue::new(at(), problem));
    None
}
