//! What is wrong or missing in a form: each names the field, the value, the rule and the
//! remedy, in both languages.

use selfscore_wording::{Lang, issue as words};
use serde::Serialize;

use crate::number::NumberError;
use crate::points::Points;
use crate::text::Text;

/// How much an issue weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The value cannot be used; the field counts as not answered.
    Error,
    /// An answer that the form needs before it is ready.
    Missing,
    /// Something that an office would ask about.
    Warning,
}

/// Why a share may not be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoClaim {
    /// The task has full marks anyway.
    FullMarks,
    /// The task is below the threshold.
    BelowThreshold,
    /// The task counts as completed, being in its debugging stage.
    Debugging,
}

/// What is wrong or missing, with the offending value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A text that is no number.
    NotANumber(NumberError, String),
    /// A percentage above 100.
    AboveHundred(String),
    /// A percentage below 0.
    BelowZero(String),
    /// A percentage with more than two decimals.
    TooManyDecimals(String),
    /// More occurrences than anybody can mean.
    CountTooLarge(String),
    /// A date that is none.
    NotADate(String),
    /// A text longer than a form holds; its length in characters.
    TextTooLong(usize),
    /// A share claimed where none is allowed.
    ClaimNotAllowed(String, NoClaim),
    /// No share claimed in the judged band; the completion.
    ClaimMissing(String),
    /// No reason for a share that is claimed; the share.
    ReasonMissing(String),
    /// No completion.
    CompletionMissing,
    /// Neither lead nor supporting.
    RoleMissing,
    /// No title.
    TitleMissing,
    /// A number that an earlier task has.
    DuplicateNumber(String),
    /// No tasks at all.
    NoTasks,
    /// No answer.
    NotAnswered(Text),
    /// No unit.
    UnitMissing,
    /// A unit that the scheme does not assess.
    UnknownUnit(String),
    /// Occurrences of something that concerns lead units only.
    LeadUnitsOnly(Text, u32),
    /// Deductions although the requirement is not met.
    WithoutRequirement(Text),
    /// An option or item that the rule does not have.
    UnknownOption(String),
    /// An item that counts at most once, more often.
    MoreThanOnce(Text, u32),
    /// An answer to a criterion that the scheme does not have.
    UnknownCriterion(String),
    /// A number beyond the range that the rule asks for: the number, the least, the most.
    OutOfRange(String, Points, Points),
    /// A number with more decimals than the rule asks for.
    DecimalsAtMost(String, u32),
    /// No reason for points that are claimed at discretion; the points.
    PointsReasonMissing(String),
    /// No level of an entry.
    LevelMissing,
    /// No title of an entry.
    EntryTitleMissing,
    /// A number of authors that cannot be.
    AuthorsInvalid(String),
    /// Fewer assessors than the rule asks for.
    TooFewScores(usize, u32),
    /// Declared not applicable where no clause allows it.
    NotOptional(Text),
    /// An answer to what does not apply to the unit.
    AnsweredNotApplicable(Text),
}

/// A problem at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// JSON pointer (RFC 6901) of the field in the form file.
    pub field: String,
    /// What is wrong there.
    pub problem: Problem,
}

impl Issue {
    /// An issue at a field.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Issue { field: field.into(), problem }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        use Problem::*;
        match self.problem {
            ClaimMissing(_)
            | ReasonMissing(_)
            | CompletionMissing
            | RoleMissing
            | NoTasks
            | NotAnswered(_)
            | UnitMissing
            | PointsReasonMissing(_)
            | LevelMissing
            | TooFewScores(..) => Severity::Missing,
            TitleMissing
            | EntryTitleMissing
            | AnsweredNotApplicable(_)
            | ClaimNotAllowed(..)
            | LeadUnitsOnly(..)
            | WithoutRequirement(_)
            | UnknownCriterion(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Whether the form cannot be ready while it stands.
    pub fn blocks(&self) -> bool {
        self.severity() != Severity::Warning
    }

    /// A name for machines, for the script interface and for tests.
    pub fn code(&self) -> &'static str {
        use Problem::*;
        match &self.problem {
            NotANumber(NumberError::ChineseFullStop, _) => "chinese_full_stop",
            NotANumber(..) => "not_a_number",
            AboveHundred(_) => "above_hundred",
            BelowZero(_) => "below_zero",
            TooManyDecimals(_) => "too_many_decimals",
            CountTooLarge(_) => "count_too_large",
            NotADate(_) => "not_a_date",
            TextTooLong(_) => "text_too_long",
            ClaimNotAllowed(..) => "claim_not_allowed",
            ClaimMissing(_) => "claim_missing",
            ReasonMissing(_) => "reason_missing",
            CompletionMissing => "completion_missing",
            RoleMissing => "role_missing",
            TitleMissing => "title_missing",
            DuplicateNumber(_) => "duplicate_number",
            NoTasks => "no_tasks",
            NotAnswered(_) => "not_answered",
            UnitMissing => "unit_missing",
            UnknownUnit(_) => "unknown_unit",
            LeadUnitsOnly(..) => "lead_units_only",
            WithoutRequirement(_) => "without_requirement",
            UnknownOption(_) => "unknown_option",
            MoreThanOnce(..) => "more_than_once",
            UnknownCriterion(_) => "unknown_criterion",
            OutOfRange(..) => "out_of_range",
            DecimalsAtMost(..) => "decimals_at_most",
            PointsReasonMissing(_) => "points_reason_missing",
            LevelMissing => "level_missing",
            EntryTitleMissing => "entry_title_missing",
            AuthorsInvalid(_) => "authors_invalid",
            TooFewScores(..) => "too_few_scores",
            NotOptional(_) => "not_optional",
            AnsweredNotApplicable(_) => "answered_not_applicable",
        }
    }

    /// The value, the rule and the remedy, in words.
    pub fn message(&self, lang: Lang) -> String {
        use Problem::*;
        match &self.problem {
            NotANumber(error, text) => match error {
                NumberError::ChineseFullStop => {
                    words::chinese_full_stop(lang, text, text.replace('。', "."))
                }
                NumberError::Comma => words::comma(lang, text),
                NumberError::NotWhole => words::not_whole(lang, text),
                NumberError::TooLarge => words::too_large(lang, text),
                NumberError::TooManyDecimals => words::more_than_four_decimals(lang, text),
                _ => words::not_a_number(lang, text),
            },
            AboveHundred(text) => words::above_hundred(lang, text),
            BelowZero(text) => words::below_zero(lang, text),
            TooManyDecimals(text) => words::too_many_decimals(lang, text),
            CountTooLarge(text) => words::count_too_large(lang, text, crate::limits::COUNT),
            NotADate(text) => words::not_a_date(lang, text),
            TextTooLong(chars) => words::text_too_long(lang, chars, crate::limits::TEXT_CHARS),
            ClaimNotAllowed(claim, NoClaim::FullMarks) => words::claim_at_full(lang, claim),
            ClaimNotAllowed(claim, NoClaim::BelowThreshold) => words::claim_below(lang, claim),
            ClaimNotAllowed(claim, NoClaim::Debugging) => words::claim_debugging(lang, claim),
            ClaimMissing(completion) => words::claim_missing(lang, completion),
            ReasonMissing(claim) => words::reason_missing(lang, claim),
            CompletionMissing => words::completion_missing(lang).into(),
            RoleMissing => words::role_missing(lang).into(),
            TitleMissing => words::title_missing(lang).into(),
            DuplicateNumber(number) => words::duplicate_number(lang, number),
            NoTasks => words::no_tasks(lang).into(),
            NotAnswered(label) => words::not_answered(lang, label.get(lang)),
            UnitMissing => words::unit_missing(lang).into(),
            UnknownUnit(unit) => words::unknown_unit(lang, unit),
            LeadUnitsOnly(label, count) => words::lead_units_only(lang, label.get(lang), count),
            WithoutRequirement(label) => words::without_requirement(lang, label.get(lang)),
            UnknownOption(id) => words::unknown_option(lang, id),
            MoreThanOnce(label, count) => words::more_than_once(lang, label.get(lang), count),
            UnknownCriterion(id) => words::unknown_criterion(lang, id),
            OutOfRange(text, least, most) => words::out_of_range(lang, text, least, most),
            DecimalsAtMost(text, most) => words::decimals_at_most(lang, text, most),
            PointsReasonMissing(claim) => words::points_reason_missing(lang, claim),
            LevelMissing => words::level_missing(lang).into(),
            EntryTitleMissing => words::entry_title_missing(lang).into(),
            AuthorsInvalid(text) => words::authors_invalid(lang, text, crate::limits::AUTHORS),
            TooFewScores(given, needed) => words::too_few_scores(lang, given, needed),
            NotOptional(label) => words::not_optional(lang, label.get(lang)),
            AnsweredNotApplicable(label) => words::answered_not_applicable(lang, label.get(lang)),
        }
    }
}

/// An issue as data for other programs.
impl Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = s.serialize_struct("Issue", 5)?;
        out.serialize_field("field", &self.field)?;
        out.serialize_field("code", self.code())?;
        out.serialize_field("severity", &self.severity())?;
        out.serialize_field("zh", &self.message(Lang::Zh))?;
        out.serialize_field("en", &self.message(Lang::En))?;
        out.end()
    }
}

/// JSON pointers of a form's fields.
pub mod field {
    use crate::form::decode::escape;

    /// A member of the form's head.
    pub fn head(name: &str) -> String {
        format!("/{name}")
    }

    /// A criterion's answer.
    pub fn answer(criterion: &str) -> String {
        format!("/answers/{}", escape(criterion))
    }

    /// A part of a criterion's answer.
    pub fn part(criterion: &str, part: &str) -> String {
        format!("{}/{part}", answer(criterion))
    }

    /// The occurrences of an item.
    pub fn occurrences(criterion: &str, item: &str) -> String {
        format!("{}/occurrences/{}", answer(criterion), escape(item))
    }

    /// A column of a task, by the task's position from 0.
    pub fn task(criterion: &str, index: usize, column: &str) -> String {
        format!("{}/tasks/{index}/{column}", answer(criterion))
    }

    /// The points claimed off for an item.
    pub fn claims(criterion: &str, item: &str) -> String {
        format!("{}/claims/{}", answer(criterion), escape(item))
    }

    /// A column of a list's entry, by the entry's position from 0.
    pub fn entry(criterion: &str, index: usize, column: &str) -> String {
        format!("{}/entries/{index}/{column}", answer(criterion))
    }

    /// An assessor's score, by its position from 0.
    pub fn score(criterion: &str, index: usize) -> String {
        format!("{}/scores/{index}", answer(criterion))
    }

    /// The answer to what a modifier asks.
    pub fn flag(criterion: &str, id: &str) -> String {
        format!("{}/flags/{}", answer(criterion), escape(id))
    }
}
