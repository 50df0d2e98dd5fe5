//! Answers to one criterion that are better step by step, for trying them: one more item done,
//! one event fewer, a higher number.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::numbers::{amount, asked, reasoned, up, value, within};
use crate::answer::{Answer, Listed, Percent, Task};
use crate::limits;
use crate::points::{Points, div, mul, sub};
use crate::scheme::{
    ChoiceRule, CountRule, Criterion, DeductionItem, DeductionRule, EntriesRule, Role, Rule,
    TasksRule,
};

/// Complete answers to a criterion, each no worse than the one before it; empty where nothing is counted.
/// What modifiers ask is left to the caller. Numbers have at most so many `decimals`.
pub fn rungs(criterion: &Criterion, decimals: u32) -> Vec<Answer> {
    match &criterion.rule {
        Rule::Tasks(rule) => tasks(rule),
        Rule::Choice(rule) => choice(rule, decimals),
        Rule::Deduction(rule) => deduction(rule, criterion.rule_maximum(), decimals),
        Rule::Checklist(rule) => {
            let items = largest_first(&rule.items, |item| item.points);
            let (bad, good): (Vec<_>, Vec<_>) =
                items.into_iter().partition(|item| item.points < Points::ZERO);
            let (bad, good): (Vec<_>, Vec<_>) =
                (bad.iter().map(|i| &i.id).collect(), good.iter().map(|i| &i.id).collect());
            let worse = (0..bad.len()).map(|at| bad[at..].to_vec());
            worse.chain((0..=good.len()).map(|at| good[..at].to_vec())).map(done).collect()
        }
        Rule::Count(rule) => count(rule),
        Rule::Value(rule) => value(rule),
        Rule::Judged(rule) => {
            let all = within(rule.least.value(), rule.most.value(), decimals);
            all.into_iter().map(|claim| reasoned(Some(claim))).collect()
        }
        Rule::Assessed(rule) => {
            let scores = |score| vec![score; rule.assessors as usize];
            let all = within(rule.least.value(), rule.most.value(), decimals).into_iter();
            all.filter_map(amount)
                .map(|score| Answer { scores: Some(scores(score)), ..Answer::default() })
                .collect()
        }
        Rule::Entries(rule) => entries(rule),
        Rule::Best(rule) => asked(&rule.asked, false),
        Rule::Rank(rule) => asked(&rule.asked, rule.smallest_first),
        Rule::Veto(rule) => {
            let all: Vec<&String> = rule.items.iter().map(|item| &item.id).collect();
            (0..=all.len()).map(|at| done(all[at..].to_vec())).collect()
        }
        Rule::Record(_) => Vec::new(),
    }
}

/// Small steps come last, near full marks, where conditions mostly begin to hold.
fn largest_first<T>(items: &[T], by: impl Fn(&T) -> Points) -> Vec<&T> {
    let mut all: Vec<&T> = items.iter().collect();
    all.sort_by_key(|item| std::cmp::Reverse(by(item)));
    all
}

fn done(ids: Vec<&String>) -> Answer {
    Answer { done: Some(ids.into_iter().cloned().collect()), ..Answer::default() }
}

fn choice(rule: &ChoiceRule, decimals: u32) -> Vec<Answer> {
    let mut all: Vec<(Decimal, Answer)> = Vec::new();
    for option in &rule.options {
        let chosen = |claim| Answer { choice: Some(option.id.clone()), ..reasoned(claim) };
        match option.to {
            None => all.push((option.points.value(), chosen(None))),
            Some(to) => {
                let claims = within(option.points.value(), to.value(), decimals);
                all.extend(claims.into_iter().map(|claim| (claim, chosen(Some(claim)))));
            }
        }
    }
    // The order of the options is the exact check's; here the better one has more points.
    all.sort_by_key(|(points, _)| *points);
    all.into_iter().map(|(_, answer)| answer).collect()
}

/// One task after the other from nothing to full marks, the lead one first.
fn tasks(rule: &TasksRule) -> Vec<Answer> {
    let task = |completion: Decimal, claim: Option<i64>| Task {
        title: "-".into(),
        note: "-".into(),
        completion: Percent::of(completion.normalize()).ok(),
        claim: claim.and_then(|claim| Percent::of(claim.into()).ok()),
        ..Task::default()
    };
    let judged = up(rule.zero_below.value(), 2);
    let mut steps = Vec::new();
    if rule.zero_below > Points::ZERO {
        steps.push(task(Decimal::ZERO, None));
    }
    if judged < rule.full_at.value() {
        steps.extend([0, 50, 100].map(|claim| task(judged, Some(claim))));
    }
    steps.push(task(Decimal::ONE_HUNDRED, None));
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
    let of = |role, number: &str, task: &Task| Task {
        role: Some(role),
        number: number.into(),
        ..task.clone()
    };
    let both = |lead: &Task, supporting: &Task| Answer {
        tasks: Some(vec![of(Role::Lead, "1", lead), of(Role::Supporting, "2", supporting)]),
        ..Answer::default()
    };
    let mut all: Vec<Answer> = steps.iter().map(|lead| both(lead, first)).collect();
    all.extend(steps.iter().skip(1).map(|supporting| both(last, supporting)));
    all
}

/// From all events so often that nothing is left to none, one item after the other.
fn deduction(rule: &DeductionRule, full: Points, decimals: u32) -> Vec<Answer> {
    let items = largest_first(&rule.items, |item| item.each);
    let ladders: Vec<Vec<u32>> = items
        .iter()
        .map(|item| {
            let until_floor = times(sub(full.value(), rule.floor.value()), item.each);
            let mut all = vec![0, 1, 2, until_floor];
            all.extend(item.further.iter().flat_map(|f| [f.from, f.from.saturating_sub(1)]));
            ladder(all, if item.once { 1 } else { limits::COUNT })
        })
        .collect();
    let at = |happened: &[u32]| {
        let claim = |item: &DeductionItem, times: u32| {
            // The least that is judged each time, so that fewer times are always better.
            let claimed = up(mul(item.each.value(), times.into()), decimals);
            item.most.filter(|_| times > 0).and_then(|_| amount(claimed))
        };
        let pairs = || items.iter().zip(happened);
        let claims = pairs().filter_map(|(i, times)| Some((i.id.clone(), claim(i, *times)?)));
        Answer {
            met: rule.requires.as_ref().map(|_| true),
            occurrences: Some(pairs().map(|(item, times)| (item.id.clone(), *times)).collect()),
            claims: Some(claims.collect()),
            note: "-".into(),
            ..Answer::default()
        }
    };
    let mut all = Vec::new();
    if rule.requires.is_some() {
        all.push(Answer { met: Some(false), ..Answer::default() });
    }
    let mut now: Vec<u32> = ladders.iter().filter_map(|ladder| ladder.last().copied()).collect();
    all.push(at(&now));
    for (item, ladder) in ladders.iter().enumerate() {
        for times in ladder.iter().rev().skip(1) {
            now[item] = *times;
            all.push(at(&now));
        }
    }
    all
}

fn count(rule: &CountRule) -> Vec<Answer> {
    let mut now: BTreeMap<String, u32> =
        rule.items.iter().map(|item| (item.id.clone(), 0)).collect();
    let at = |now: &BTreeMap<String, u32>| Answer {
        occurrences: Some(now.clone()),
        ..Answer::default()
    };
    let mut all = vec![at(&now)];
    for item in largest_first(&rule.items, |item| item.each) {
        let until_cap = times(rule.cap.value(), item.each);
        for times in ladder(vec![1, 2, until_cap], limits::COUNT) {
            now.insert(item.id.clone(), times);
            all.push(at(&now));
        }
    }
    all
}

/// One entry after the other, of rising levels, the last one so often that the cap is reached.
fn entries(rule: &EntriesRule) -> Vec<Answer> {
    let mut levels: Vec<_> = rule.levels.iter().collect();
    levels.sort_by_key(|level| level.points);
    let placement = rule.placements.iter().max_by_key(|placement| placement.by);
    let placement = placement.filter(|placement| placement.by > Points::ONE);
    let mut listed: Vec<Listed> = Vec::new();
    let at = |listed: &[Listed]| Answer { entries: Some(listed.to_vec()), ..Answer::default() };
    let mut all = vec![at(&listed)];
    for level in &levels {
        listed.push(Listed {
            title: format!("{}", listed.len() + 1),
            level: Some(level.id.clone()),
            authors: rule.shared_clause.as_ref().map(|_| 2),
            ..Listed::default()
        });
        all.push(at(&listed));
        if let Some(last) = listed.last_mut() {
            last.authors = None;
            last.placement = placement.map(|placement| placement.id.clone());
        }
        all.push(at(&listed));
    }
    let Some(best) = levels.last() else { return all };
    let until_cap = times(rule.cap.value(), best.points);
    if rule.highest_clause.is_none() {
        if let Some(last) = listed.last_mut() {
            last.times = Some(until_cap.min(limits::COUNT));
        }
        all.push(at(&listed));
    } else {
        for more in 0..until_cap.min(limits::ENTRIES as u32 / 2) {
            let title = format!("+{more}");
            listed.push(Listed { title, level: Some(best.id.clone()), ..Listed::default() });
        }
        all.push(at(&listed));
    }
    all
}

/// How often something of so many points comes to all of them.
fn times(all: Decimal, each: Points) -> u32 {
    if each <= Points::ZERO {
        return 1;
    }
    let times = up(div(all, each.value()), 0);
    u32::try_from(times).unwrap_or(limits::COUNT).clamp(1, limits::COUNT)
}

fn ladder(mut all: Vec<u32>, most: u32) -> Vec<u32> {
    all.retain(|times| *times <= most);
    all.sort_unstable();
    all.dedup();
    all
}
