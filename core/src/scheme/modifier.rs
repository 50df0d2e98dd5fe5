//! What happens to points once a rule, or a group's parts, have given them: they are bounded,
//! scaled, multiplied or gated, one after the other in the order of the scheme.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use crate::points::{self, Points};
use crate::text::Text;

/// One change, with the clause that calls for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Modifier {
    /// Not above (最高不超过).
    Cap {
        /// The most that counts.
        at: Points,
        /// The clause it applies.
        clause: String,
    },
    /// Not below (不出现负分、扣完为止).
    Floor {
        /// The least that remains.
        at: Points,
        /// The clause it applies.
        clause: String,
    },
    /// Another scale (折算): points × `to` ÷ `from`; full marks change alike.
    Scale {
        /// Full marks before, above 0.
        from: Points,
        /// Full marks after, above 0.
        to: Points,
        /// The clause it applies.
        clause: String,
    },
    /// Multiplied where the condition holds (扣分分值加倍).
    Multiply {
        /// The factor, not negative.
        by: Points,
        /// What is multiplied.
        of: Multiplied,
        /// When.
        when: When,
        /// The clause it applies.
        clause: String,
    },
    /// Counted only where the condition holds (方可计入).
    Gate {
        /// When points count.
        when: When,
        /// What counts otherwise; 0 where absent.
        #[serde(default)]
        otherwise: Points,
        /// The clause it applies.
        clause: String,
    },
}

impl Modifier {
    /// The clause that calls for it.
    pub fn clause(&self) -> &str {
        match self {
            Modifier::Cap { clause, .. }
            | Modifier::Floor { clause, .. }
            | Modifier::Scale { clause, .. }
            | Modifier::Multiply { clause, .. }
            | Modifier::Gate { clause, .. } => clause,
        }
    }

    /// Full marks after it: another scale changes them, and a cap bounds them.
    pub fn full_after(&self, full: Decimal) -> Decimal {
        match self {
            Modifier::Scale { from, to, .. } => {
                points::div(points::mul(full, to.value()), from.value())
            }
            Modifier::Cap { at, .. } => full.min(at.value()),
            _ => full,
        }
    }

    /// Its condition.
    pub fn when(&self) -> Option<&When> {
        match self {
            Modifier::Multiply { when, .. } | Modifier::Gate { when, .. } => Some(when),
            _ => None,
        }
    }
}

/// What a factor works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Multiplied {
    /// The points (得分).
    Points,
    /// What they are short of full marks (扣分).
    Loss,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "on", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum When {
    /// The unit says yes; asked with the criterion. In a criterion only.
    Flag {
        /// Its name for machines.
        id: String,
        /// What is asked.
        label: Text,
    },
    /// The unit is in one of these classes.
    Class {
        /// Ids of classes.
        classes: Vec<String>,
    },
    /// The unit has at least one lead task.
    LeadUnit,
    /// Another part's points lie in a range. In a group or the total only.
    Points {
        /// A criterion's id, a group's, or `base` for the sum of the base.
        of: String,
        /// The range; its upper end must be open.
        bounds: Bounds,
    },
}
