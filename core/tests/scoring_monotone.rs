//! Doing better never costs points, and neither does answering more.
//!
//! *Better* is what the notice calls better, everything else in the form staying as it is:
//! a higher completion of a task, a higher claim, a task in its debugging stage, a task listed
//! that the register has, a further task that is done, fewer deductions, measures issued, an
//! item more on a checklist, an event more that earns points, an option worth more. A raised
//! completion may bring a claim into effect (at 60 %) or put it out of effect (at 100 %), and
//! may make a claim necessary that is missing; the points must not fall then either. Not better
//! in this sense is another role: it changes a task's weight and which clauses concern the unit.

mod support {
    pub mod altered;
    pub mod forms;
    pub mod schemes;
    pub mod tasks;
}

use proptest::prelude::*;
use proptest::sample::Index;
use selfscore_core::answer::{Answer, Answers, Task};
use selfscore_core::limits;
use selfscore_core::scheme::{Role, Rule, Scheme};
use selfscore_core::scoring::{Circumstances, ScoreSheet, Unlisted, score_with};

use support::forms::{complete, gaps, scheme, unlisted, without};
use support::tasks::hundredths;

/// A form in which things can become better, and those that did.
#[derive(Clone, Debug)]
struct Filled {
    answers: Answers,
    unlisted: Vec<Unlisted>,
}

/// One thing that becomes better.
#[derive(Clone, Debug)]
enum Better {
    Completion(Index, i64),
    Claim(Index, i64),
    Debugging(Index),
    Listed(i64),
    FurtherTask(Role),
    FewerDeductions(&'static str, &'static str, Index),
    MeasuresIssued,
    Done(&'static str),
    MoreOften(&'static str, &'static str, Index),
    Option(Index),
}

fn better() -> impl Strategy<Value = Better> {
    let deducted = vec![
        ("measures", "no_responsibility"),
        ("measures", "no_schedule"),
        ("measures", "no_targets"),
        ("implementation", "off_schedule"),
        ("implementation", "late_reports"),
    ];
    let earned = vec![("learning", "visits"), ("learning", "trainings"), ("publicity", "reports")];
    let role = prop::sample::select(vec![Role::Lead, Role::Supporting]);
    prop_oneof![
        3 => (any::<Index>(), 0..=10_000i64).prop_map(|(at, to)| Better::Completion(at, to)),
        2 => (any::<Index>(), 0..=10_000i64).prop_map(|(at, to)| Better::Claim(at, to)),
        1 => any::<Index>().prop_map(Better::Debugging),
        1 => (0..=10_000i64).prop_map(Better::Listed),
        1 => role.prop_map(Better::FurtherTask),
        2 => (prop::sample::select(deducted), any::<Index>())
            .prop_map(|((criterion, item), to)| Better::FewerDeductions(criterion, item, to)),
        1 => Just(Better::MeasuresIssued),
        1 => prop::sample::select(vec!["guidance", "website"]).prop_map(Better::Done),
        2 => (prop::sample::select(earned), any::<Index>())
            .prop_map(|((criterion, item), to)| Better::MoreOften(criterion, item, to)),
        1 => any::<Index>().prop_map(Better::Option),
    ]
}

impl Filled {
    fn score(&self, scheme: &Scheme) -> ScoreSheet {
        score_with(scheme, &self.answers, &Circumstances::unlisted(&self.unlisted)).0
    }

    fn answer(&mut self, criterion: &str) -> Option<&mut Answer> {
        self.answers.get_mut(criterion)
    }

    fn tasks(&mut self) -> Option<&mut Vec<Task>> {
        self.answer("tasks")?.tasks.as_mut().filter(|tasks| !tasks.is_empty())
    }

    fn task(&mut self, at: Index) -> Option<&mut Task> {
        let tasks = self.tasks()?;
        let index = at.index(tasks.len());
        tasks.get_mut(index)
    }

    /// Makes it better; `None` where there is no such answer to better, or it is best already.
    /// Gives the criterion that the change belongs to.
    fn improve(&mut self, better: &Better, scheme: &Scheme) -> Option<&'static str> {
        match *better {
            Better::Completion(at, to) => {
                let completion = self.task(at)?.completion.as_mut()?;
                *completion = raised(completion.value(), to)?;
                Some("tasks")
            }
            Better::Claim(at, to) => {
                let claim = self.task(at)?.claim.as_mut()?;
                *claim = raised(claim.value(), to)?;
                Some("tasks")
            }
            Better::Debugging(at) => {
                self.task(at)?.in_debugging = true;
                Some("tasks")
            }
            Better::Listed(completion) => {
                self.tasks()?;
                let role = Some(self.unlisted.pop()?.role);
                let completion = Some(hundredths(completion));
                self.tasks()?.push(Task { role, completion, ..Task::default() });
                Some("tasks")
            }
            Better::FurtherTask(role) => {
                let task = Task { in_debugging: true, role: Some(role), ..Task::default() };
                self.tasks()?.push(task);
                Some("tasks")
            }
            Better::FewerDeductions(criterion, item, to) => {
                let times = self.answer(criterion)?.occurrences.as_mut()?.get_mut(item)?;
                *times = u32::try_from(to.index(*times as usize + 1)).ok()?;
                Some(criterion)
            }
            Better::MeasuresIssued => {
                *self.answer("measures")?.met.as_mut()? = true;
                Some("measures")
            }
            Better::Done(item) => {
                self.answer("publication")?.done.as_mut()?.push(item.to_owned());
                Some("publication")
            }
            Better::MoreOften(criterion, item, by) => {
                let times = self.answer(criterion)?.occurrences.as_mut()?.get_mut(item)?;
                let room = limits::COUNT - *times;
                *times += u32::try_from(by.index(room as usize + 1)).ok()?;
                Some(criterion)
            }
            Better::Option(at) => {
                let Rule::Choice(rule) = &scheme.criterion("leadership")?.rule else { return None };
                let chosen = self.answer("leadership")?.choice.as_mut()?;
                let now = rule.options.iter().find(|option| option.id == *chosen)?.points;
                let better: Vec<_> = rule.options.iter().filter(|o| o.points >= now).collect();
                *chosen = better[at.index(better.len())].id.clone();
                Some("leadership")
            }
        }
    }
}

/// A percentage if it is higher than the one that is there.
fn raised(from: rust_decimal::Decimal, to: i64) -> Option<selfscore_core::answer::Percent> {
    let to = hundredths(to);
    (to.value() > from).then_some(to)
}

/// Complete forms and such with gaps.
fn filled() -> impl Strategy<Value = Filled> {
    (complete(), prop_oneof![Just(Vec::new()), gaps()], unlisted()).prop_map(
        |(answers, gaps, unlisted)| Filled { answers: without(&answers, &gaps), unlisted },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600, max_global_rejects: 20_000, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn doing_better_never_costs_points(
        scheme in scheme(), form in filled(), better in better()
    ) {
        let mut improved = form.clone();
        let criterion = improved.improve(&better, &scheme);
        prop_assume!(criterion.is_some());
        let criterion = criterion.unwrap_or_default();
        let (before, after) = (form.score(&scheme), improved.score(&scheme));
        for (before, after) in before.lines.iter().zip(&after.lines) {
            if before.criterion == criterion {
                prop_assert!(before.points <= after.points, "{better:?} costs points");
                prop_assert!(before.highest <= after.highest, "{better:?} costs what is possible");
            } else if !matches!(better, Better::FurtherTask(_)) {
                // A further lead task makes a lead unit, whose late reports count.
                prop_assert_eq!(before.points, after.points, "{:?} touches {}", &better,
                    &before.criterion);
            }
        }
    }

    /// Answers taken away in two goes: each answer given back raises the least that is possible
    /// or leaves it, and lowers the most that is possible or leaves it. So the points of the
    /// finished form lie within what its draft showed as possible.
    #[test]
    fn answering_more_narrows_what_is_possible(
        scheme in scheme(), finished in complete(), unlisted in unlisted(),
        first in gaps(), second in gaps(),
    ) {
        let fuller = without(&finished, &first);
        let emptier = without(&fuller, &second);
        let scored = [emptier, fuller, finished].map(|answers| {
            score_with(&scheme, &answers, &Circumstances::unlisted(&unlisted)).0
        });
        for pair in scored.windows(2) {
            let [less, more] = pair else { continue };
            for (less, more) in less.lines.iter().zip(&more.lines) {
                let criterion = &less.criterion;
                prop_assert!(less.points <= more.points, "{criterion} falls when answered");
                prop_assert!(less.highest >= more.highest, "{criterion}: more than was possible");
            }
            prop_assert!(less.total <= more.total && less.highest >= more.highest);
        }
        let [draft, _, finished] = &scored;
        prop_assert!(finished.complete);
        prop_assert!(draft.total <= finished.total && finished.total <= draft.highest);
    }
}
