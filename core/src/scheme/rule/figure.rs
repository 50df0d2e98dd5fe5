//! Rules that make points of one number, or of several that are alike.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::points::Points;
use crate::scheme::bounds::Bounds;
use crate::text::Text;

/// Points by a number that the unit reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueRule {
    /// What is asked for, with its range.
    pub asked: Asked,
    /// How it becomes points.
    pub scale: Scale,
}

/// A number asked of the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// What it is.
    pub label: Text,
    /// What it is counted in: `%`, `天`.
    pub unit: Text,
    /// The least that can be reported.
    pub least: Points,
    /// The most that can be reported.
    pub most: Points,
    /// Decimal places that may be reported, 0 to 4.
    pub decimals: u32,
}

impl Asked {
    /// Whether a number lies in the range and has no more decimals than are asked for.
    pub fn allows(&self, value: Decimal) -> bool {
        self.least.value() <= value
            && value <= self.most.value()
            && value.normalize().scale() <= self.decimals
    }
}

/// From a number to points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Scale {
    /// Each band has its points (分档计分).
    Bands {
        /// The bands, which neither overlap nor leave gaps between `least` and `most`.
        bands: Vec<Band>,
    },
    /// Straight lines between anchors (线性计分); level beyond the first and the last.
    /// Anchors at 0 and at full marks say 完成率×分值.
    Linear {
        /// At least two, by rising numbers.
        anchors: Vec<Anchor>,
        /// The clause it applies.
        clause: String,
    },
}

impl Scale {
    /// The least and the most points of any number.
    pub fn span(&self) -> (Points, Points) {
        let points: Vec<Points> = match self {
            Scale::Bands { bands } => bands.iter().map(|band| band.points).collect(),
            Scale::Linear { anchors, .. } => anchors.iter().map(|a| a.points).collect(),
        };
        let least = points.iter().min().copied().unwrap_or_default();
        (least, points.iter().max().copied().unwrap_or_default())
    }
}

/// A band of numbers and its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The numbers.
    pub bounds: Bounds,
    /// Its points.
    pub points: Points,
    /// The clause it applies.
    pub clause: String,
}

/// A number and the points that it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The number.
    pub at: Points,
    /// Its points.
    pub points: Points,
}

/// Points claimed within a range, with a reason (酌情给分、视情扣分).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JudgedRule {
    /// What is judged.
    pub label: Text,
    /// The least that can be claimed.
    pub least: Points,
    /// The most that can be claimed.
    pub most: Points,
    /// The clause it applies.
    pub clause: String,
}

/// The mean of assessors' scores (专家评分的平均).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssessedRule {
    /// Who assesses.
    pub label: Text,
    /// The least that an assessor gives.
    pub least: Points,
    /// The most that an assessor gives: full marks.
    pub most: Points,
    /// How many assessors there are at least, from 1.
    pub assessors: u32,
    /// The clause it applies.
    pub clause: String,
}

/// Full marks × the unit's number ÷ the best unit's (以第一名为基数,按比例计分): settled at the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BestRule {
    /// What is asked for; `least` is not negative.
    pub asked: Asked,
    /// The clause it applies.
    pub clause: String,
}

/// Points by the unit's place among all (第1名加3分…每降1名扣0.5分): settled at the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankRule {
    /// What units are ranked by.
    pub asked: Asked,
    /// Whether the smallest number comes first.
    #[serde(default)]
    pub smallest_first: bool,
    /// Points less for each place after the first, which has full marks.
    pub step: Points,
    /// The least points of any place.
    pub last: Points,
    /// The place after equal ones.
    #[serde(default)]
    pub ties: crate::scheme::Ties,
    /// The clause it applies.
    pub clause: String,
}
