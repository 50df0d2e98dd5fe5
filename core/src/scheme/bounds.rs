//! A range of numbers whose ends are named inclusive or exclusive.

use serde::{Deserialize, Serialize};

use crate::points::Points;

/// A range. By the Civil Code (art. 1259) 以上、以下、以内、届满 include the number itself, 不满、超过、
/// 以外 do not; so every end says which it is. An end that is absent is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// 以上: from this number on, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Points>,
    /// 超过: above this number, itself not included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Points>,
    /// 以下: up to this number, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Points>,
    /// 不满: below this number, itself not included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Points>,
}

impl Bounds {
    /// Whether a number lies in the range.
    pub fn contain(&self, number: Points) -> bool {
        self.at_least.is_none_or(|end| number >= end)
            && self.above.is_none_or(|end| number > end)
            && self.at_most.is_none_or(|end| number <= end)
            && self.below.is_none_or(|end| number < end)
    }

    /// The lower end, and whether it is included; `None` where it is open.
    pub fn lower(&self) -> Option<(Points, bool)> {
        self.at_least.map(|end| (end, true)).or(self.above.map(|end| (end, false)))
    }

    /// The upper end, and whether it is included; `None` where it is open.
    pub fn upper(&self) -> Option<(Points, bool)> {
        self.at_most.map(|end| (end, true)).or(self.below.map(|end| (end, false)))
    }

    /// Whether each end is named once at most, and some number lies between them.
    pub fn sound(&self) -> bool {
        let twice = |a: Option<Points>, b: Option<Points>| a.is_some() && b.is_some();
        let once = !twice(self.at_least, self.above) && !twice(self.at_most, self.below);
        let order = match (self.lower(), self.upper()) {
            (Some((low, true)), Some((high, true))) => low <= high,
            (Some((low, _)), Some((high, _))) => low < high,
            _ => true,
        };
        once && order
    }
}

/// As printed in tables: `[80, 90)`.
impl std::fmt::Display for Bounds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.lower() {
            Some((end, true)) => write!(f, "[{end}, ")?,
            Some((end, false)) => write!(f, "({end}, ")?,
            None => f.write_str("(−∞, ")?,
        }
        match self.upper() {
            Some((end, true)) => write!(f, "{end}]"),
            Some((end, false)) => write!(f, "{end})"),
            None => f.write_str("+∞)"),
        }
    }
}
