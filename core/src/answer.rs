//! What a unit answers (申报), typed: the `answers` of a form file.
//!
//! Nothing here knows a rule: an answer is one bag of members, and [`crate::scoring`] pairs it
//! with its criterion's rule. An absent member is *not answered*.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::number::{NumberError, plain};
use crate::scheme::Role;

/// Members of a file that this program does not know; kept and written again.
pub type Extra = BTreeMap<String, Value>;

/// Answers by criterion id.
pub type Answers = BTreeMap<String, Answer>;

/// A percentage, with its decimals as written. Whether it lies between 0 and 100 is for
/// validation to say; its magnitude is bounded here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(Decimal);

impl Percent {
    /// Reads a plain decimal of at most six places and magnitude a million.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Self, NumberError> {
        Self::of(plain(text)?)
    }

    /// Of a decimal within the same bounds.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] or [`NumberError::TooManyDecimals`].
    pub fn of(value: Decimal) -> Result<Self, NumberError> {
        if value.abs() > Decimal::from(1_000_000) {
            Err(NumberError::TooLarge)
        } else if value.scale() > 6 {
            Err(NumberError::TooManyDecimals)
        } else {
            Ok(Percent(value))
        }
    }

    /// The decimal.
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Percent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^(-?[0-9]+(\.[0-9]{1,6})?)?$",
            "maxLength": 24,
            "description": "per cent, an exact decimal as a string; empty is not answered"
        })
    }
}

/// A figure that a unit reports: a number, points claimed, an assessor's score. Whether it lies
/// in the rule's range is for validation to say; its magnitude is bounded here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(Decimal);

impl Amount {
    /// Reads a plain decimal of at most four places and magnitude 1,000,000,000.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Self, NumberError> {
        Self::of(plain(text)?)
    }

    /// Of a decimal within the same bounds.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] or [`NumberError::TooManyDecimals`].
    pub fn of(value: Decimal) -> Result<Self, NumberError> {
        if value.abs() > Decimal::from(1_000_000_000) {
            Err(NumberError::TooLarge)
        } else if value.scale() > 4 {
            Err(NumberError::TooManyDecimals)
        } else {
            Ok(Amount(value))
        }
    }

    /// The decimal.
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^(-?[0-9]+(\.[0-9]{1,4})?)?$",
            "maxLength": 24,
            "description": "an exact decimal as a string; empty is not answered"
        })
    }
}

/// One thing of a list: an award, a report, an article.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Listed {
    /// What it is.
    pub title: String,
    /// Its level, by the rule's id.
    pub level: Option<String>,
    /// How often; once where absent.
    pub times: Option<u32>,
    /// Its placement, by the rule's id, if it has one.
    pub placement: Option<String>,
    /// How many authors sign it, the unit among them; one where absent.
    pub authors: Option<u32>,
    /// Explanation.
    pub note: String,
    /// Evidence numbers.
    pub evidence: Vec<String>,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

/// One task.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Task {
    /// Its number (序号), any text.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The unit's part in it.
    pub role: Option<Role>,
    /// Completion by the deadline (完成率), per cent.
    pub completion: Option<Percent>,
    /// Whether the system that it develops has entered its debugging stage.
    pub in_debugging: bool,
    /// The share of full marks that the unit claims, per cent (酌情给分).
    pub claim: Option<Percent>,
    /// The reason (得分说明).
    pub note: String,
    /// Evidence numbers.
    pub evidence: Vec<String>,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

/// The answer to one criterion. Which members matter is the rule's to say.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Answer {
    /// Tasks, in the form's order.
    pub tasks: Option<Vec<Task>>,
    /// The option chosen.
    pub choice: Option<String>,
    /// Whether the requirement is met.
    pub met: Option<bool>,
    /// How often each item happened.
    pub occurrences: Option<BTreeMap<String, u32>>,
    /// The items that are done; of a veto, those that happened.
    pub done: Option<Vec<String>>,
    /// The number that is asked for.
    pub value: Option<Amount>,
    /// Points claimed where the rule judges: of the criterion, or of the option chosen.
    pub claim: Option<Amount>,
    /// Points claimed off for each item that the rule judges, for all its times together.
    pub claims: Option<BTreeMap<String, Amount>>,
    /// Things of a list, in the form's order.
    pub entries: Option<Vec<Listed>>,
    /// Assessors' scores.
    pub scores: Option<Vec<Amount>>,
    /// Conditions that modifiers ask for, by their ids.
    pub flags: Option<BTreeMap<String, bool>>,
    /// `false` where the unit says that the criterion does not apply (不适用).
    pub applies: Option<bool>,
    /// Explanation (得分说明).
    pub note: String,
    /// Evidence numbers.
    pub evidence: Vec<String>,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}
