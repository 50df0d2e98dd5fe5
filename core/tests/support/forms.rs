//! Random forms: complete ones, and what is left of them when answers are taken away.

use std::collections::BTreeMap;

use proptest::prelude::*;
use selfscore_core::answer::{Answer, Answers, Task};
use selfscore_core::limits;
use selfscore_core::scheme::{Role, Scheme};
use selfscore_core::scoring::Unlisted;

use super::schemes::{completed_scheme, default_scheme, over_roles_scheme};
use super::tasks::{hundredths, percent, role};

/// The two schemes built in and the rival reading of the mean.
pub fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(vec![default_scheme(), completed_scheme(), over_roles_scheme()])
}

/// A task with nothing missing. It has a claim whether or not one is allowed, so that raising
/// its completion can bring the claim into effect.
fn task() -> impl Strategy<Value = Task> {
    (role(), percent(), percent(), prop::bool::weighted(0.1)).prop_map(
        |(role, completion, claim, in_debugging)| Task {
            title: "任务".into(),
            role: Some(role),
            completion: Some(hundredths(completion)),
            in_debugging,
            claim: Some(hundredths(claim)),
            note: "理由".into(),
            ..Task::default()
        },
    )
}

/// A count that a form may have: mostly small, sometimes the largest.
fn count() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 0..=9u32, 1 => 0..=limits::COUNT, 1 => Just(limits::COUNT)]
}

fn times(items: [(&str, u32); 2]) -> Option<BTreeMap<String, u32>> {
    Some(items.into_iter().map(|(item, times)| (item.to_owned(), times)).collect())
}

fn supporting(task: Task) -> Task {
    Task { role: Some(Role::Supporting), ..task }
}

/// Answers to every criterion with nothing missing.
pub fn complete() -> impl Strategy<Value = Answers> {
    let choice = prop::sample::select(vec!["none", "no_meetings", "with_meetings"]);
    let boxes = ["no_responsibility", "no_schedule", "no_targets"];
    let ticks = prop::array::uniform3(prop::option::of(0..=1u32));
    let done = prop::sample::subsequence(vec!["guidance", "website"], 0..=2);
    let tasks = prop_oneof![
        prop::collection::vec(task(), 1..=3),
        prop::collection::vec(task(), 1..=60),
        // A unit that leads nothing, to which other clauses apply.
        prop::collection::vec(task().prop_map(supporting), 1..=6),
    ];
    let counts = prop::array::uniform5(count());
    (tasks, choice, any::<bool>(), ticks, done, counts).prop_map(
        move |(mut tasks, choice, met, ticks, done, counts)| {
            for (index, task) in tasks.iter_mut().enumerate() {
                task.number = (index + 1).to_string();
            }
            let ticked = boxes.into_iter().zip(ticks);
            let ticked = ticked.filter_map(|(item, times)| Some((item.to_owned(), times?)));
            let [off, late, visits, trainings, reports] = counts;
            let empty = Answer::default;
            let implementation = times([("off_schedule", off), ("late_reports", late)]);
            let learning = times([("visits", visits), ("trainings", trainings)]);
            let publicity = Some(BTreeMap::from([("reports".to_owned(), reports)]));
            let done = Some(done.into_iter().map(str::to_owned).collect());
            let measures = Some(ticked.collect());
            let given = [
                ("tasks", Answer { tasks: Some(tasks), ..empty() }),
                ("leadership", Answer { choice: Some(choice.to_owned()), ..empty() }),
                ("measures", Answer { met: Some(met), occurrences: measures, ..empty() }),
                ("implementation", Answer { occurrences: implementation, ..empty() }),
                ("publication", Answer { done, ..empty() }),
                ("learning", Answer { occurrences: learning, ..empty() }),
                ("publicity", Answer { occurrences: publicity, ..empty() }),
            ];
            given.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect()
        },
    )
}

/// Tasks of the register that the form leaves out.
pub fn unlisted() -> impl Strategy<Value = Vec<Unlisted>> {
    let task = role().prop_map(|role| Unlisted { number: "9-9".into(), role });
    prop_oneof![Just(Vec::new()), prop::collection::vec(task, 0..=3)]
}

/// Which answers to take away: a coin for each in turn, and how often it says so.
pub fn gaps() -> impl Strategy<Value = Vec<bool>> {
    prop::sample::select(vec![0.0, 0.05, 0.3, 0.8])
        .prop_flat_map(|share| prop::collection::vec(prop::bool::weighted(share), 220))
}

/// The form without the answers that the coins fall on. Boxes that count once are one answer:
/// one that is not named among others is not ticked, which is no gap.
pub fn without(answers: &Answers, gaps: &[bool]) -> Answers {
    let mut gaps = gaps.iter().copied();
    let mut gap = || gaps.next().unwrap_or(false);
    let mut left = answers.clone();
    for (id, answer) in &mut left {
        if gap() && gap() {
            answer.tasks = None;
        }
        for task in answer.tasks.iter_mut().flatten() {
            if gap() {
                task.role = None;
            }
            if gap() {
                task.completion = None;
            }
            if gap() {
                task.claim = None;
            }
        }
        if gap() {
            answer.choice = None;
        }
        if gap() {
            answer.met = None;
        }
        if gap() {
            answer.done = None;
        }
        if gap() {
            answer.occurrences = None;
        }
        if id != "measures"
            && let Some(occurrences) = &mut answer.occurrences
        {
            occurrences.retain(|_, _| !gap());
        }
    }
    left
}
