//! Exact decimals: points, percentages, and the only rounding there is.
//!
//! Every decimal operation that scoring does lives here and in [`crate::trace::Op`]. Magnitudes are bounded where numbers
//! enter ([`MAX_POINTS`], [`crate::limits`]), so that sums and products of any readable form
//! stay far below the 28 digits of [`rust_decimal::Decimal`]; the saturating operations below
//! can then not saturate, and nothing can panic.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::number::{NumberError, plain};

/// The largest points, weight or points-per-event that a scheme may name.
pub const MAX_POINTS: u32 = 100_000;

/// The most decimal places that a scheme may give a number.
pub const MAX_SCALE: u32 = 4;

/// Points (分值、得分), exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(Decimal);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(Decimal::ZERO);

    /// One.
    pub const ONE: Points = Points(Decimal::ONE);

    /// Points of an exact decimal.
    pub fn new(value: Decimal) -> Self {
        Points(value)
    }

    /// The exact decimal.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// Rounds half away from zero (四舍五入) to `decimals` places: 43.735 → 43.74.
    /// `rust_decimal`'s own `round_dp` is banker's rounding and is not used.
    pub fn rounded(self, decimals: u32) -> Self {
        Points(round(self.0, decimals))
    }

    /// With exactly `decimals` places, as printed: `48` → `48.00`. Rounds if it must.
    pub fn fixed(self, decimals: u32) -> String {
        fixed(self.0, decimals)
    }

    /// A share of one as per cent.
    pub fn percent(self) -> Self {
        Points(mul(self.0, Decimal::ONE_HUNDRED))
    }

    /// The same value with at least `decimals` places, as printed and as handed to scripts.
    pub fn padded(self, decimals: u32) -> Self {
        let mut value = self.0;
        if value.scale() < decimals {
            value.rescale(decimals);
        }
        Points(value)
    }

    /// As somebody stated it, in digits: with at least `decimals` places, and with more if it has more, since rounding
    /// would hide a difference.
    pub fn as_stated(self, decimals: u32) -> String {
        self.padded(decimals).0.to_string()
    }

    /// How far two are from each other.
    pub fn apart(self, other: Self) -> Self {
        Points(self.minus(other).0.abs())
    }

    /// The fewest times `each` that reach this; 0 where `each` is nothing.
    pub(crate) fn times(self, each: Self) -> u32 {
        u32::try_from(div(self.0, each.0).ceil()).unwrap_or(u32::MAX)
    }

    /// The sum of two.
    pub fn plus(self, other: Self) -> Self {
        Points(add(self.0, other.0))
    }

    /// This less the other; may be negative.
    pub fn minus(self, other: Self) -> Self {
        Points(sub(self.0, other.0))
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Points>>(iter: I) -> Self {
        iter.fold(Points::ZERO, Points::plus)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl FromStr for Points {
    type Err = NumberError;

    /// Reads a plain decimal of at most [`MAX_SCALE`] places and magnitude [`MAX_POINTS`].
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let value = plain(text)?;
        if value.abs() > Decimal::from(MAX_POINTS) {
            return Err(NumberError::TooLarge);
        }
        if value.normalize().scale() > MAX_SCALE {
            return Err(NumberError::TooManyDecimals);
        }
        Ok(Points(value))
    }
}

impl serde::Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|error| {
            serde::de::Error::custom(format_args!("{text:?} is no decimal for a scheme: {error}"))
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]{1,4}0*)?$",
            "description": "an exact decimal as a string; a JSON number would pass through a float"
        })
    }
}

/// Places beyond which digits only come from divisions that do not end.
const GUARD: u32 = 20;

/// Rounds half away from zero (四舍五入).
///
/// A sum of thirds can miss a tie by the last of 28 digits; digits beyond [`GUARD`] are rounded
/// off first. Exact values that are no tie differ from one by far more, since denominators are
/// small (weights, anchors, authors up to [`crate::limits::AUTHORS`]).
pub(crate) fn round(value: Decimal, decimals: u32) -> Decimal {
    let value = match value.scale() > GUARD {
        true => value.round_dp_with_strategy(GUARD, RoundingStrategy::MidpointAwayFromZero),
        false => value,
    };
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// With exactly `decimals` places.
pub(crate) fn fixed(value: Decimal, decimals: u32) -> String {
    let mut rounded = round(value, decimals);
    rounded.rescale(decimals);
    // Decimal keeps a sign on zero; nobody writes −0.00.
    if rounded.is_zero() {
        rounded.set_sign_positive(true);
    }
    rounded.to_string()
}

pub(crate) fn add(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}

pub(crate) fn sub(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_sub(b)
}

pub(crate) fn mul(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}

/// The quotient to 28 digits, or zero for a zero divisor (callers never divide by zero:
/// a weighted mean is taken only over at least one task, and weights are positive).
///
/// Rounding the quotient afterwards is still right: numerator and denominator have few digits,
/// so a quotient that is not exactly half-way differs from half-way by far more than 10⁻²⁰.
pub(crate) fn div(a: Decimal, b: Decimal) -> Decimal {
    a.checked_div(b).unwrap_or_default()
}

/// The median of points in order: the middle one, or half-way between the two in the middle; exact.
pub(crate) fn median(sorted: &[Points]) -> Option<Points> {
    let half = sorted.len() / 2;
    let upper = sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(*upper);
    }
    let lower = sorted.get(half.checked_sub(1)?)?;
    Some(Points::new(div(lower.plus(*upper).value(), Decimal::TWO)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Points {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_half_away_from_zero() {
        for (exact, rounded) in [
            ("43.735", "43.74"),
            ("43.745", "43.75"),
            ("43.7349", "43.73"),
            ("-43.735", "-43.74"),
            ("0.005", "0.01"),
            ("-0.004", "0.00"),
            ("48", "48.00"),
        ] {
            assert_eq!(points(exact).fixed(2), rounded, "{exact}");
        }
    }

    #[test]
    fn a_third_three_times_is_one() {
        let one = Decimal::ONE;
        let three = Decimal::from(3);
        assert_eq!(div(mul(one, three), three), one);
    }

    #[test]
    fn refuses_what_a_scheme_may_not_say() {
        assert_eq!("100001".parse::<Points>(), Err(NumberError::TooLarge));
        assert_eq!("1.00001".parse::<Points>(), Err(NumberError::TooManyDecimals));
        assert_eq!("1e3".parse::<Points>(), Err(NumberError::NotANumber));
    }
}
