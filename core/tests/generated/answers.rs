//! Answers to criteria of every kind: complete, with some taken away, and better ones.

use rust_decimal::Decimal;
use selfscore_core::answer::{Amount, Answer, Listed, Percent, Task};
use selfscore_core::points::Points;
use selfscore_core::scheme::{Asked, Criterion, DeductionRule, Role, Rule, When};

use super::Dice;

fn amount(points: Points) -> Option<Amount> {
    Some(Amount::of(points.value()).unwrap())
}

/// Hundredths between two ends.
fn between(dice: &mut Dice<'_>, least: Points, most: Points) -> Points {
    let span = most.minus(least).value() * Decimal::ONE_HUNDRED;
    let span: u32 = span.trunc().to_string().parse().unwrap();
    least.plus(dice.points(0, span))
}

fn number(dice: &mut Dice<'_>, asked: &Asked) -> Option<Amount> {
    amount(between(dice, asked.least, asked.most).rounded(2))
}

pub fn answer(dice: &mut Dice<'_>, criterion: &Criterion) -> Answer {
    let mut answer = Answer { note: "reason".into(), ..Answer::default() };
    let flags = criterion.modifiers.iter().filter_map(|modifier| match modifier.when() {
        Some(When::Flag { id, .. }) => Some(id.clone()),
        _ => None,
    });
    let flags: Vec<String> = flags.collect();
    if !flags.is_empty() {
        answer.flags = Some(flags.into_iter().map(|id| (id, dice.one_in(2))).collect());
    }
    if criterion.optional.is_some() && dice.one_in(3) {
        answer.applies = Some(false);
        return answer;
    }
    match &criterion.rule {
        Rule::Checklist(rule) => {
            let done = rule.items.iter().filter(|_| dice.one_in(2));
            answer.done = Some(done.map(|item| item.id.clone()).collect());
        }
        Rule::Choice(rule) => {
            let option = &rule.options[dice.roll(rule.options.len() as u32) as usize];
            answer.choice = Some(option.id.clone());
            if let Some(to) = option.to {
                answer.claim = amount(between(dice, option.points, to));
            }
        }
        Rule::Deduction(rule) => deduction(dice, rule, &mut answer),
        Rule::Count(rule) => {
            let times = rule.items.iter().map(|item| (item.id.clone(), dice.roll(6)));
            answer.occurrences = Some(times.collect());
        }
        Rule::Value(rule) => answer.value = number(dice, &rule.asked),
        Rule::Best(rule) => answer.value = number(dice, &rule.asked),
        Rule::Rank(rule) => answer.value = number(dice, &rule.asked),
        Rule::Judged(rule) => answer.claim = amount(between(dice, rule.least, rule.most)),
        Rule::Entries(rule) => {
            let entries = (0..dice.roll(5)).map(|_| Listed {
                title: ["award", "award", "report", ""][dice.roll(4) as usize].into(),
                level: Some(rule.levels[dice.roll(3) as usize].id.clone()),
                times: Some(dice.roll(if rule.highest_clause.is_some() { 2 } else { 4 })),
                placement: rule.placements.first().filter(|_| dice.one_in(2)).map(|p| p.id.clone()),
                authors: Some(1 + dice.roll(7)),
                ..Listed::default()
            });
            answer.entries = Some(entries.collect());
        }
        Rule::Assessed(rule) => {
            // More assessors than the least are new answers, not ones that were missing.
            let scores =
                (0..rule.assessors).filter_map(|_| amount(between(dice, rule.least, rule.most)));
            answer.scores = Some(scores.collect());
        }
        Rule::Tasks(_) => {
            let tasks = (0..=dice.roll(3)).map(|number| Task {
                number: number.to_string(),
                title: "task".into(),
                role: Some([Role::Lead, Role::Supporting][dice.roll(2) as usize]),
                completion: Percent::read(["100", "85", "40"][dice.roll(3) as usize]).ok(),
                ..Task::default()
            });
            let judged = |task: Task| {
                let share = task.completion.filter(|done| done.to_string() == "85");
                Task { claim: share, note: "reason".into(), ..task }
            };
            answer.tasks = Some(tasks.map(judged).collect());
        }
        Rule::Veto(rule) => {
            let happened = rule.items.iter().filter(|_| dice.one_in(6));
            answer.done = Some(happened.map(|item| item.id.clone()).collect());
        }
        _ => {}
    }
    answer
}

fn deduction(dice: &mut Dice<'_>, rule: &DeductionRule, answer: &mut Answer) {
    if rule.requires.is_some() {
        answer.met = Some(!dice.one_in(4));
    }
    let mut claims = std::collections::BTreeMap::new();
    let times = rule.items.iter().map(|item| {
        let times = dice.roll(if item.once { 2 } else { 5 });
        if let (Some(most), 1..) = (item.most, times) {
            let times = |each: Points| Points::new(each.value() * Decimal::from(times));
            claims.insert(
                item.id.clone(),
                amount(between(dice, times(item.each), times(most))).unwrap(),
            );
        }
        (item.id.clone(), times)
    });
    answer.occurrences = Some(times.collect());
    answer.claims = Some(claims);
}

/// Takes some of the members away; whether a criterion applies stays as it was said.
pub fn fewer(dice: &mut Dice<'_>, criterion: &Criterion, answer: &Answer) -> Answer {
    let mut answer = answer.clone();
    fn drop<T>(dice: &mut Dice<'_>, member: &mut Option<T>) {
        if dice.one_in(3) {
            *member = None;
        }
    }
    drop(dice, &mut answer.choice);
    drop(dice, &mut answer.met);
    drop(dice, &mut answer.done);
    drop(dice, &mut answer.value);
    drop(dice, &mut answer.claim);
    drop(dice, &mut answer.flags);
    drop(dice, &mut answer.entries);
    if dice.one_in(3) {
        answer.claims = answer.claims.map(|_| Default::default());
    }
    // Boxes are answered as a group: one that is not named is not ticked.
    let boxes = match &criterion.rule {
        Rule::Deduction(rule) => rule.items.iter().any(|item| item.once),
        _ => false,
    };
    match &mut answer.occurrences {
        Some(times) if !boxes => times.retain(|_, _| !dice.one_in(4)),
        _ => drop(dice, &mut answer.occurrences),
    }
    if let Some(scores) = &mut answer.scores {
        scores.truncate(dice.roll(scores.len() as u32 + 1) as usize);
    }
    for task in answer.tasks.iter_mut().flatten() {
        drop(dice, &mut task.completion);
        drop(dice, &mut task.claim);
    }
    for entry in answer.entries.iter_mut().flatten() {
        drop(dice, &mut entry.level);
    }
    answer
}

/// Makes an answer better; `false` where there is nothing better, or the kind has no such order.
pub fn better(dice: &mut Dice<'_>, criterion: &Criterion, answer: &mut Answer) -> bool {
    let more = dice.points(0, 200);
    let raise = |amount: &mut Option<Amount>, most: Points| {
        let Some(old) = *amount else { return false };
        let new = Points::new(old.value()).plus(more).min(most);
        *amount = self::amount(new);
        new.value() > old.value()
    };
    match &criterion.rule {
        Rule::Checklist(rule) => {
            let Some(done) = &mut answer.done else { return false };
            let Some(item) = rule.items.iter().find(|item| !done.contains(&item.id)) else {
                return false;
            };
            done.push(item.id.clone());
            true
        }
        Rule::Choice(rule) => {
            let best = rule.options.last().unwrap();
            if answer.choice.as_ref() == Some(&best.id) {
                return best.to.is_some_and(|to| raise(&mut answer.claim, to));
            }
            answer.choice = Some(best.id.clone());
            answer.claim = best.to.and_then(|_| amount(best.points));
            true
        }
        Rule::Deduction(_) => {
            let Some(times) = &mut answer.occurrences else { return false };
            let Some((id, times)) = times.iter_mut().find(|(_, times)| **times > 0) else {
                return false;
            };
            // One fewer with a claim would need a new claim; none at all needs none.
            *times = 0;
            if let Some(claims) = &mut answer.claims {
                claims.remove(id);
            }
            true
        }
        Rule::Count(_) => {
            let Some(times) = &mut answer.occurrences else { return false };
            times.values_mut().next().is_some_and(|times| {
                *times += 1;
                true
            })
        }
        Rule::Value(rule) => raise(&mut answer.value, rule.asked.most),
        Rule::Judged(rule) => raise(&mut answer.claim, rule.most),
        Rule::Entries(rule) => {
            let Some(entry) = answer.entries.iter_mut().flatten().next() else { return false };
            entry.level = Some(rule.levels.last().unwrap().id.clone());
            if rule.highest_clause.is_none() {
                entry.times = entry.times.map(|times| times + 1);
            }
            true
        }
        Rule::Assessed(rule) => {
            let Some(score) = answer.scores.iter_mut().flatten().next() else { return false };
            *score = amount(Points::new(score.value()).plus(more).min(rule.most)).unwrap();
            true
        }
        Rule::Veto(_) => answer.done.replace(Vec::new()).is_some_and(|done| !done.is_empty()),
        _ => false,
    }
}
