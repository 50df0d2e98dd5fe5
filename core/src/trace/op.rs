//! The operations that a trace knows; each is done in one place, for scoring and replay alike.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::points::{self, Points};
use crate::scheme::Bounds;

/// An operation on decimals. Operations are total: no argument can make them fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// All added; 0 for none.
    Sum,
    /// The first less all others.
    Difference,
    /// All multiplied; 1 for none.
    Product,
    /// The first by the second.
    Quotient,
    /// The smallest (a cap).
    Least,
    /// The largest (a floor).
    Greatest,
    /// A task's share, 0 to 1, from its completion (first) and, in the judged band, the share
    /// claimed (second), both in per cent.
    Share {
        /// Below it: nothing.
        zero_below: Decimal,
        /// From it on: all.
        full_at: Decimal,
    },
    /// The second where the first lies in the range, else 0.
    Within {
        /// The range.
        bounds: Bounds,
    },
    /// Rounded half away from zero.
    Round {
        /// Places.
        decimals: u32,
    },
}

impl Op {
    /// Does it.
    pub fn apply(self, args: &[Decimal]) -> Decimal {
        let arg = |index: usize| args.get(index).copied().unwrap_or_default();
        match self {
            Op::Sum => args.iter().copied().fold(Decimal::ZERO, points::add),
            Op::Difference => args.iter().skip(1).copied().fold(arg(0), points::sub),
            Op::Product => args.iter().copied().fold(Decimal::ONE, points::mul),
            Op::Quotient => points::div(arg(0), arg(1)),
            Op::Least => args.iter().copied().min().unwrap_or_default(),
            Op::Greatest => args.iter().copied().max().unwrap_or_default(),
            Op::Share { zero_below, full_at } => {
                let completion = arg(0);
                if completion >= full_at {
                    Decimal::ONE
                } else if completion < zero_below {
                    Decimal::ZERO
                } else {
                    points::div(arg(1), Decimal::ONE_HUNDRED)
                }
            }
            Op::Within { bounds } => match bounds.contain(Points::new(arg(0))) {
                true => arg(1),
                false => Decimal::ZERO,
            },
            Op::Round { decimals } => points::round(arg(0), decimals),
        }
    }
}
