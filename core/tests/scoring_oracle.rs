//! The tasks' points and the rounding against an oracle: exact fractions of `i128`, written here
//! from the notice's words and sharing no code with the program. Halves, which chance hardly ever
//! meets, are made on purpose. And the largest numbers that a file can hold, by hand.

mod support {
    pub mod altered;
    pub mod schemes;
    pub mod tasks;
}

use std::sync::LazyLock;

use proptest::prelude::*;
use rust_decimal::Decimal;
use selfscore_core::answer::{Answer, Answers, Task};
use selfscore_core::limits;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Role, Scheme};
use selfscore_core::scoring::score;

use support::altered::altered;
use support::schemes::{completed_scheme, default_scheme, over_roles_scheme};
use support::tasks::{hundredths, percent, role};

/// The two schemes built in, whose tasks are scored alike, and the rival reading of the mean;
/// read once, which takes longer than scoring.
static BUILT_IN: LazyLock<[Scheme; 2]> = LazyLock::new(|| [default_scheme(), completed_scheme()]);
static OVER_ROLES: LazyLock<Scheme> = LazyLock::new(over_roles_scheme);

/// A task as the oracle knows it; percentages in hundredths.
#[derive(Clone, Debug)]
struct Plain {
    role: Role,
    completion: i64,
    claim: i64,
    in_debugging: bool,
}

impl Plain {
    /// ①–③: the share of full marks in ten-thousandths.
    fn share(&self) -> i128 {
        match self.completion {
            _ if self.in_debugging => 10_000,
            10_000.. => 10_000,
            6_000.. => self.claim.into(),
            _ => 0,
        }
    }

    /// ⑤: the weight in halves.
    fn halves(&self) -> i128 {
        if self.role == Role::Lead { 2 } else { 1 }
    }

    fn task(&self) -> Task {
        Task {
            role: Some(self.role),
            completion: Some(hundredths(self.completion)),
            claim: Some(hundredths(self.claim)),
            in_debugging: self.in_debugging,
            ..Task::default()
        }
    }
}

/// A fraction rounded half away from zero to a whole number.
fn rounded(numerator: i128, denominator: i128) -> i128 {
    let size = (2 * numerator.abs() + denominator) / (2 * denominator);
    if numerator < 0 { -size } else { size }
}

/// 60 points are 6,000 hundredths, a full share is 10,000: the mean over tasks in hundredths.
fn over_tasks(tasks: &[Plain]) -> (i128, i128) {
    let sum: i128 = tasks.iter().map(|task| task.halves() * task.share()).sum();
    let weight: i128 = tasks.iter().map(Plain::halves).sum();
    (6_000 * sum, 10_000 * weight)
}

/// The mean over roles in hundredths: `(2 L/l + S/s) ÷ 3`, or the one mean there is.
fn over_roles(tasks: &[Plain]) -> (i128, i128) {
    let of = |role: Role| {
        let shares = tasks.iter().filter(move |task| task.role == role).map(Plain::share);
        shares.fold((0, 0), |(sum, count), share| (sum + share, count + 1))
    };
    let ((lead, leads), (supporting, supports)): ((i128, i128), (i128, i128)) =
        (of(Role::Lead), of(Role::Supporting));
    match (leads, supports) {
        (_, 0) => (6_000 * lead, 10_000 * leads),
        (0, _) => (6_000 * supporting, 10_000 * supports),
        _ => {
            let sum = 2 * lead * supports + supporting * leads;
            (6_000 * sum, 10_000 * 3 * leads * supports)
        }
    }
}

/// The program's points for the tasks, in hundredths.
fn scored(scheme: &Scheme, tasks: Vec<Task>) -> i128 {
    let answer = Answer { tasks: Some(tasks), ..Answer::default() };
    let (sheet, _) = score(scheme, &Answers::from([("tasks".to_owned(), answer)]));
    let points = sheet.line("tasks").expect("the tasks' line").points.fixed(2);
    points.replace('.', "").parse().expect("points with two decimals")
}

fn plain() -> impl Strategy<Value = Plain> {
    (role(), percent(), percent(), prop::bool::weighted(0.1)).prop_map(
        |(role, completion, claim, in_debugging)| Plain { role, completion, claim, in_debugging },
    )
}

fn is_half((numerator, denominator): (i128, i128)) -> bool {
    (2 * numerator) % (2 * denominator) == denominator
}

/// Tasks whose points end exactly half-way between two hundredths: the last one's claim is moved
/// until they do; lists where no claim makes a half are passed over.
fn tied(mean: fn(&[Plain]) -> (i128, i128)) -> impl Strategy<Value = Vec<Plain>> {
    let tasks = prop::collection::vec(plain(), 2..=12);
    tasks.prop_filter_map("no claim makes a half", move |mut tasks| {
        let last = tasks.len() - 1;
        tasks[last].completion = 8_000;
        tasks[last].in_debugging = false;
        let start = tasks[last].claim;
        // Whether it is a half repeats within 10 × 3 × 6 × 6 hundredths of a claim.
        (0..1_080).find_map(|step| {
            tasks[last].claim = (start + step) % 10_001;
            is_half(mean(&tasks)).then(|| tasks.clone())
        })
    })
}

/// Plain lists and, as often, such that end in a half.
fn lists(mean: fn(&[Plain]) -> (i128, i128)) -> impl Strategy<Value = Vec<Plain>> {
    prop_oneof![prop::collection::vec(plain(), 1..=60), tied(mean)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_mean_over_tasks_is_the_oracles(tasks in lists(over_tasks)) {
        let (numerator, denominator) = over_tasks(&tasks);
        let expected = rounded(numerator, denominator);
        for scheme in BUILT_IN.iter() {
            prop_assert_eq!(scored(scheme, tasks.iter().map(Plain::task).collect()), expected);
        }
    }

    #[test]
    fn the_mean_over_roles_is_the_oracles(tasks in lists(over_roles)) {
        let (numerator, denominator) = over_roles(&tasks);
        let found = scored(&OVER_ROLES, tasks.iter().map(Plain::task).collect());
        prop_assert_eq!(found, rounded(numerator, denominator));
    }

    #[test]
    fn rounding_is_half_away_from_zero(
        (number, scale, decimals) in (any::<i64>(), 0..=10u32, 0..=6u32).prop_flat_map(
            |(number, scale, decimals)| {
                // As often as not, a half of the last place that is kept.
                let unit = 10i64.pow(scale.saturating_sub(decimals));
                let half = number / unit / 4 * unit + number.signum() * unit / 2;
                (prop::sample::select(vec![number, half]), Just(scale), Just(decimals))
            }
        )
    ) {
        let points = Points::new(Decimal::new(number, scale)).rounded(decimals);
        let unit = 10i128.pow(scale.saturating_sub(decimals));
        let expected = rounded(number.into(), unit);
        let expected = Decimal::from_i128_with_scale(expected, scale.min(decimals));
        prop_assert_eq!(points.value(), expected);
        // As printed: as many places as asked for, no sign on zero, the same number read back.
        let printed = points.fixed(decimals);
        prop_assert_eq!(printed.split_once('.').map_or(0, |(_, places)| places.len()), decimals as usize);
        prop_assert!(!printed.starts_with('-') || expected < Decimal::ZERO, "{printed}");
        prop_assert_eq!(printed.parse::<Decimal>().ok(), Some(expected));
    }
}

#[test]
fn the_largest_form_is_scored_exactly() {
    // Every task at a third, whatever it weighs: 60 × 0.3333 = 19.998 → 20.00
    let tasks = |role: fn(usize) -> Role| -> Vec<Task> {
        let plain = |index| Plain {
            role: role(index),
            completion: 7_000,
            claim: 3_333,
            in_debugging: false,
        };
        (0..limits::TASKS).map(plain).map(|plain| plain.task()).collect()
    };
    let lead = |_| Role::Lead;
    let mixed = |index| if index % 2 == 1 { Role::Lead } else { Role::Supporting };
    for scheme in [&BUILT_IN[0], &OVER_ROLES] {
        assert_eq!(scored(scheme, tasks(lead)), 2_000);
        assert_eq!(scored(scheme, tasks(mixed)), 2_000);
    }
    // The largest points and weights that a scheme may name: 100000 × 0.3333 = 33330
    for mean in ["over_tasks", "over_roles"] {
        for (lead_weight, supporting_weight) in [("100000", "0.0001"), ("99999.9999", "100000")] {
            let bytes = altered(|file| {
                let indicator = &mut file["groups"][0]["indicators"][0];
                indicator["points"] = "100000".into();
                let criterion = &mut indicator["criteria"][0];
                criterion["points"] = "100000".into();
                criterion["rule"]["mean"] = mean.into();
                criterion["rule"]["lead_weight"] = lead_weight.into();
                criterion["rule"]["supporting_weight"] = supporting_weight.into();
            });
            let scheme = Scheme::read(&bytes).expect("the largest scheme reads");
            assert_eq!(scored(&scheme, tasks(mixed)), 3_333_000, "{mean}, {lead_weight}");
        }
    }
}

#[test]
fn counts_beyond_every_limit_do_not_overflow() {
    for times in [limits::COUNT, limits::COUNT + 1, u32::MAX] {
        let occurrences = |items: &[&str]| Answer {
            met: Some(true),
            occurrences: Some(items.iter().map(|item| ((*item).to_owned(), times)).collect()),
            ..Answer::default()
        };
        let answers = Answers::from([
            ("measures".to_owned(), occurrences(&["no_schedule", "no_targets"])),
            ("implementation".to_owned(), occurrences(&["off_schedule", "late_reports"])),
            ("learning".to_owned(), occurrences(&["visits", "trainings"])),
            ("publicity".to_owned(), occurrences(&["reports"])),
        ]);
        let (sheet, _) = score(&BUILT_IN[1], &answers);
        for line in &sheet.lines {
            assert!(Points::ZERO <= line.points && line.highest <= line.maximum, "{line:?}");
        }
    }
}
