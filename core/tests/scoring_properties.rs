//! What holds of every form, complete or not, under both built-in schemes and the rival reading
//! of the mean: bounds, sums, replay, ledger and explanation agree with one another.
//!
//! No expected figure is computed here; the laws tie the parts of a score sheet to each other.

mod support {
    pub mod altered;
    pub mod forms;
    pub mod schemes;
    pub mod tasks;
}

use proptest::prelude::*;
use selfscore_core::answer::{Answers, Percent};
use selfscore_core::issue::Severity;
use selfscore_core::points::Points;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{
    Cause, Circumstances, Line, ScoreSheet, State, Unlisted, score_with,
};

use support::forms::{complete, gaps, scheme, unlisted, without};
use support::tasks::hundredths;

/// A form with gaps and, now and then, an answer that no form may have.
fn any_form() -> impl Strategy<Value = Answers> {
    let wild = prop::option::weighted(0.3, (0..7usize, 10_001..20_000i64));
    (complete(), gaps(), wild).prop_map(|(answers, gaps, wild)| {
        let mut answers = without(&answers, &gaps);
        let Some((place, value)) = wild else { return answers };
        let times = u32::try_from(value).ok();
        let tasks = answers.get_mut("tasks").and_then(|answer| answer.tasks.as_mut());
        let task = tasks.and_then(|tasks| tasks.last_mut());
        match (place, task) {
            (0, Some(task)) => task.completion = Some(hundredths(value)),
            (1, Some(task)) => task.claim = Some(hundredths(-value)),
            (2, Some(task)) => task.completion = Percent::read("77.777").ok(),
            (3, _) => answers.entry("leadership".into()).or_default().choice = Some("x".into()),
            (4, _) => set_times(&mut answers, "measures", "no_schedule", times),
            (5, _) => set_times(&mut answers, "implementation", "late_reports", times),
            _ => set_times(&mut answers, "learning", "visits", times),
        }
        answers
    })
}

fn set_times(answers: &mut Answers, criterion: &str, item: &str, times: Option<u32>) {
    let answer = answers.entry(criterion.into()).or_default();
    let occurrences = answer.occurrences.get_or_insert_default();
    occurrences.extend(times.map(|times| (item.to_owned(), times)));
}

fn hundredth(times: usize) -> Points {
    Points::new(rust_decimal::Decimal::new(i64::try_from(times).unwrap_or(i64::MAX), 2))
}

fn number_of_tasks(answers: &Answers, unlisted: &[Unlisted]) -> usize {
    let tasks = answers.get("tasks").and_then(|answer| answer.tasks.as_ref());
    tasks.map_or(0, Vec::len) + unlisted.len()
}

/// 0 ≤ points ≤ highest ≤ maximum, and a complete line has one figure.
fn bounds(line: &Line) -> Result<(), TestCaseError> {
    prop_assert!(Points::ZERO <= line.points, "{}", line.criterion);
    prop_assert!(line.points <= line.highest, "{}", line.criterion);
    prop_assert!(line.highest <= line.maximum, "{}", line.criterion);
    prop_assert_eq!(line.points, line.points.rounded(2));
    if line.state != State::Incomplete {
        prop_assert_eq!(line.points, line.highest);
    }
    Ok(())
}

/// The trace gives the line's points again, quotes clauses of its criterion, points at fields of
/// the form, and marks a stand-in exactly where the line is incomplete.
fn explained(scheme: &Scheme, line: &Line) -> Result<(), TestCaseError> {
    prop_assert_eq!(line.trace.replay(), Some(line.points));
    let criterion = scheme.criterion(&line.criterion).expect("a criterion for each line");
    for clause in line.trace.clauses() {
        prop_assert!(criterion.clauses.iter().any(|c| c.id == clause), "{clause}");
    }
    let own = format!("/answers/{}/", line.criterion);
    let fields = line.trace.inputs.iter().filter_map(|input| input.field.as_ref());
    for field in fields.chain(line.losses.iter().filter_map(|loss| loss.field.as_ref())) {
        prop_assert!(field.starts_with(&own), "{field}");
    }
    if line.state != State::NotCounted {
        let stand_in = line.trace.inputs.iter().any(|input| input.missing);
        prop_assert_eq!(stand_in, line.state == State::Incomplete, "{}", &line.criterion);
    }
    Ok(())
}

/// The ledger sums exactly to what is lost. Only bounds and rounding are negative; rounding is
/// no larger than halves of a hundredth can make it, and none where points are whole; what is
/// still open is in it as unanswered.
fn accounted_for(line: &Line, tasks: usize) -> Result<(), TestCaseError> {
    let sum: Points = line.losses.iter().map(|loss| loss.points).sum();
    prop_assert_eq!(sum, line.maximum.minus(line.points), "{}", &line.criterion);
    let mut unanswered = Points::ZERO;
    for loss in &line.losses {
        prop_assert!(loss.points != Points::ZERO);
        match loss.cause {
            Cause::Rounding => {
                prop_assert_eq!(line.criterion.as_str(), "tasks");
                let size = loss.points.max(Points::ZERO.minus(loss.points));
                prop_assert!(size.plus(size) <= hundredth(tasks + 1), "{size}");
            }
            Cause::Cap => prop_assert!(loss.points < Points::ZERO),
            cause => {
                prop_assert!(loss.points > Points::ZERO, "{cause:?}");
                prop_assert!(loss.field.is_some(), "{cause:?}");
            }
        }
        if loss.cause == Cause::Unanswered {
            prop_assert_eq!(line.state, State::Incomplete);
            unanswered = unanswered.plus(loss.points);
        }
    }
    let open = line.highest.minus(line.points);
    prop_assert!(unanswered.plus(hundredth(tasks + 2)) >= open, "{}", line.criterion);
    Ok(())
}

/// Totals are sums of lines.
fn adds_up(sheet: &ScoreSheet) -> Result<(), TestCaseError> {
    let sum = |of: fn(&Line) -> Points| sheet.lines.iter().map(of).sum::<Points>();
    prop_assert_eq!(sheet.total, sum(|line| line.points));
    prop_assert_eq!(sheet.highest, sum(|line| line.highest));
    prop_assert_eq!(sheet.maximum, sum(|line| line.maximum));
    let complete = sheet.lines.iter().all(|line| line.state != State::Incomplete);
    prop_assert_eq!(sheet.complete, complete);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_parts_of_a_sheet_agree(
        scheme in scheme(), answers in any_form(), unlisted in unlisted()
    ) {
        let (sheet, issues) = score_with(&scheme, &answers, &Circumstances::unlisted(&unlisted));
        let tasks = number_of_tasks(&answers, &unlisted);
        for line in &sheet.lines {
            bounds(line)?;
            explained(&scheme, line)?;
            accounted_for(line, tasks)?;
        }
        adds_up(&sheet)?;
        // Whoever is told nothing has a complete form.
        if !sheet.complete {
            prop_assert!(issues.iter().any(|issue| issue.blocks()));
        }
        let gains: Vec<Points> = sheet.gains().iter().map(|(_, loss)| loss.points).collect();
        prop_assert!(gains.is_sorted_by(|a, b| a >= b) && gains.iter().all(|p| *p > Points::ZERO));
    }

    /// An answer is asked for where one is missing, and told off once: no field has both.
    #[test]
    fn an_unusable_answer_is_not_called_missing_too(
        scheme in scheme(), answers in any_form(), unlisted in unlisted()
    ) {
        let (_, issues) = score_with(&scheme, &answers, &Circumstances::unlisted(&unlisted));
        for error in issues.iter().filter(|issue| issue.severity() == Severity::Error) {
            let twice = issues.iter().any(|other| {
                other.severity() == Severity::Missing && other.field == error.field
            });
            prop_assert!(!twice, "{} is told twice", error.field);
        }
    }

    #[test]
    fn a_form_with_nothing_missing_is_complete(
        scheme in scheme(), answers in complete(), unlisted in unlisted()
    ) {
        let (sheet, issues) = score_with(&scheme, &answers, &Circumstances::unlisted(&unlisted));
        prop_assert!(sheet.complete);
        for issue in issues {
            prop_assert!(!issue.blocks(), "{issue:?}");
        }
    }

    #[test]
    fn the_order_of_tasks_does_not_matter(
        scheme in scheme(),
        (answers, order) in any_form().prop_flat_map(|answers| {
            let tasks = answers["tasks"].tasks.clone().unwrap_or_default();
            (Just(answers), Just(tasks).prop_shuffle())
        }),
        unlisted in unlisted(),
    ) {
        let mut shuffled = answers.clone();
        if let Some(tasks) = &mut shuffled.entry("tasks".into()).or_default().tasks {
            *tasks = order;
        }
        let (before, _) = score_with(&scheme, &answers, &Circumstances::unlisted(&unlisted));
        let (after, _) = score_with(&scheme, &shuffled, &Circumstances::unlisted(&unlisted));
        for (before, after) in before.lines.iter().zip(&after.lines) {
            prop_assert_eq!(before.points, after.points);
            prop_assert_eq!((before.highest, before.state), (after.highest, after.state));
        }
    }
}
