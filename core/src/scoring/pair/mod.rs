//! Joins an answer with its rule, and says what is wrong or missing.

mod deduction;
mod entries;
mod figures;
mod kinds;
mod tasks;

use std::collections::BTreeMap;

use super::Unlisted;
use crate::answer::{Answer, Answers};
use crate::issue::{Issue, Problem, field};
use crate::limits;
use crate::scheme::{Criterion, Role, Rule, Scheme};
use deduction::deduction;
pub(super) use kinds::*;
use tasks::tasks;
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
    answer: &'a Answer,
    leads: Option<bool>,
    unlisted: &'a [Unlisted],
    decimals: u32,
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
            let claim = option.and_then(|option| {
                let range = (option.points, option.to?);
                figures::claim(id, &option.label, range, decimals, answer, issues)
            });
            Paired::Choice(PairedChoice { rule, option, claim, field })
        }
        Rule::Deduction(rule) => {
            Paired::Deduction(deduction(id, rule, answer, leads, decimals, issues))
        }
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
        Rule::Value(rule) => {
            let value = figures::asked(id, &rule.asked, answer, issues);
            Paired::Value(PairedValue { rule, value })
        }
        Rule::Judged(rule) => {
            let range = (rule.least, rule.most);
            let claim = figures::claim(id, &rule.label, range, decimals, answer, issues);
            Paired::Judged(PairedJudged { rule, claim })
        }
        Rule::Entries(rule) => {
            if answer.entries.is_none() {
                issues.push(not_answered(field::part(id, "entries")));
            }
            let listed = answer.entries.as_deref();
            let entries = listed.map(|listed| entries::entries(id, rule, listed, issues));
            Paired::Entries(PairedEntries { rule, entries })
        }
        Rule::Assessed(rule) => {
            let (scores, missing) = figures::scores(id, rule, decimals, answer, issues);
            Paired::Assessed(PairedAssessed { rule, scores, missing })
        }
        Rule::Best(rule) => {
            let value = figures::asked(id, &rule.asked, answer, issues);
            Paired::Best(PairedPeer { rule, value })
        }
        Rule::Rank(rule) => {
            let value = figures::asked(id, &rule.asked, answer, issues);
            Paired::Rank(PairedPeer { rule, value })
        }
        Rule::Veto(rule) => {
            let field = field::part(id, "done");
            let happened = answer.done.as_ref().map(|done| {
                let known = rule.items.iter().map(|item| item.id.as_str());
                unknown_ids(&field, done.iter(), known, issues);
                rule.items.iter().filter(|item| done.contains(&item.id)).collect()
            });
            if happened.is_none() {
                issues.push(not_answered(field));
            }
            Paired::Veto(PairedVeto { rule, happened })
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
