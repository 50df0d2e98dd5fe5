//! Random parts of tasks, with the boundaries of the clauses far more often than chance has them.

use proptest::prelude::*;
use selfscore_core::answer::Percent;
use selfscore_core::scheme::Role;

/// A percentage of hundredths: `8550` is 85.50 %.
pub fn hundredths(hundredths: i64) -> Percent {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    Percent::read(&format!("{sign}{whole}.{rest:02}")).expect("a percentage")
}

/// A percentage that a form may have, in hundredths.
pub fn percent() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => prop::sample::select(vec![0, 1, 5_999, 6_000, 6_001, 9_999, 10_000]),
        2 => 0..=10_000i64,
        3 => 6_000..10_000i64,
    ]
}

/// Lead or supporting.
pub fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![Role::Lead, Role::Supporting])
}
