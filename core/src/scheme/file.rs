//! A scheme as its file says it: the table of groups, indicators and criteria, unchecked.

use serde::{Deserialize, Serialize};

use super::{
    Clause, Modifier, Rule, SchemeError, Standing, Succession, Together, Total, UnitClass, Weight,
    check,
};
use crate::points::Points;
use crate::text::Text;

/// The `format` member of a scheme file.
pub const FORMAT: &str = "selfscore/scheme";
/// The newest version of the scheme format that this program reads.
pub const VERSION: u32 = 1;

/// A scheme as its file says it, unchecked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchemeFile {
    /// Always `selfscore/scheme`.
    pub format: String,
    /// The version of the format, 1.
    pub version: u32,
    /// The scheme's name for machines; forms refer to it.
    pub id: String,
    /// Counts up with every change that is published.
    pub revision: u32,
    /// The scheme's title.
    pub title: Text,
    /// Decimal places that a criterion's points are rounded to, 0 to 4.
    pub decimals: u32,
    /// The last day for handing in, `YYYY-MM-DD`.
    pub due: String,
    /// Clauses that concern the whole scheme rather than one criterion.
    pub clauses: Vec<Clause>,
    /// The units assessed, by the names of the source.
    pub units: Vec<String>,
    /// Names in which the source masks the district as `**`, to be filled in by the user.
    #[serde(default)]
    pub masked: Vec<String>,
    /// Classes of units, where the scheme treats them differently.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<UnitClass>,
    /// The indicator table, in the order of the source.
    pub groups: Vec<Group>,
    /// How the total comes about, where groups are not simply added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
    /// Which criteria of an earlier scheme's answers carry over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succeeds: Option<Succession>,
}

/// A first-level indicator (一级指标), or one of any level that has others below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name for machines, where others refer to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its title.
    pub title: Text,
    /// Whether it counts towards full marks; of a group at the top only.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Standing,
    /// What it weighs among its siblings, where these come together as a weighted mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// How its parts come together.
    #[serde(default, skip_serializing_if = "is_default")]
    pub together: Together,
    /// Indicators of the next level that have others below them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Its second-level indicators.
    pub indicators: Vec<Indicator>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Group {
    /// Its indicators and those of all levels below, in the order of the table.
    pub fn all_indicators(&self) -> Box<dyn Iterator<Item = &Indicator> + '_> {
        let below = self.groups.iter().flat_map(Group::all_indicators);
        Box::new(self.indicators.iter().chain(below))
    }
}

/// A second-level indicator (二级指标), or several that share their points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its number or numbers as printed, `1–2`.
    pub number: String,
    /// Its title.
    pub title: Text,
    /// Its points (分值); absent where the source does not give them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// What it weighs among its siblings, where these come together as a weighted mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// The column 内容, one entry a row of the table.
    pub contents: Vec<Content>,
    /// The criteria that make up its points.
    pub criteria: Vec<Criterion>,
}

/// One row's 内容.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The row's number (序号).
    pub number: String,
    /// The row's indicator.
    pub title: Text,
    /// The words of the source.
    pub text: Text,
    /// What the source lacks here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Text>,
}

/// One thing that is scored, by one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name for machines; forms answer it by this.
    pub id: String,
    /// Its short title.
    pub title: Text,
    /// Full marks; absent where nothing is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// The clauses (评分标准) that the rule encodes.
    pub clauses: Vec<Clause>,
    /// The clause by which a unit may say that it does not apply (不适用), if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub optional: Option<String>,
    /// The classes of units that it concerns; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// How an answer becomes points.
    pub rule: Rule,
    /// What happens to the points then, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Modifier>,
}

impl SchemeFile {
    /// Reads a file as it is, be it sound or not: for whoever works on it. [`Scheme::of`](super::Scheme::of) and
    /// [`lint`](super::lint) say what is wrong.
    ///
    /// # Errors
    /// Why it cannot be read at all.
    pub fn read(bytes: &[u8]) -> Result<Self, SchemeError> {
        check::parse(bytes).map(|(file, _)| file)
    }
}
