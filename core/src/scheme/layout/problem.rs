//! What can be wrong with a scheme's table, besides what can be wrong with any table.

use selfscore_wording::{Lang, sheet as words};

use crate::form::{Place, ReadError, Reason};

/// How a kind of rule is written in the column 评分规则.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// 任务加权平均
    Tasks,
    /// 择一
    Choice,
    /// 扣分
    Deduction,
    /// 逐项得分
    Checklist,
    /// 计数得分
    Count,
    /// 数值分档
    Bands,
    /// 数值线性
    Linear,
    /// 酌情
    Judged,
    /// 清单
    Entries,
    /// 专家平均
    Assessed,
    /// 按最好单位比例
    Best,
    /// 按名次
    Rank,
    /// 一票否决
    Veto,
    /// 只记录
    Record,
    /// 见其他: the rule stands as JSON in the last column.
    Other,
}

impl Shape {
    fn words(self, lang: Lang) -> &'static str {
        match self {
            Shape::Tasks => words::shape_tasks(lang),
            Shape::Choice => words::shape_choice(lang),
            Shape::Deduction => words::shape_deduction(lang),
            Shape::Checklist => words::shape_checklist(lang),
            Shape::Count => words::shape_count(lang),
            Shape::Bands => words::shape_bands(lang),
            Shape::Linear => words::shape_linear(lang),
            Shape::Judged => words::shape_judged(lang),
            Shape::Entries => words::shape_entries(lang),
            Shape::Assessed => words::shape_assessed(lang),
            Shape::Best => words::shape_best(lang),
            Shape::Rank => words::shape_rank(lang),
            Shape::Veto => words::shape_veto(lang),
            Shape::Record => words::shape_record(lang),
            Shape::Other => words::shape_other(lang),
        }
    }
}

/// What is wrong with a scheme's table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The file is no text of a table.
    Unread(Reason),
    /// No row with the column that tells a heading.
    NoHeading,
    /// No row below the heading that has a criterion.
    NoRows,
    /// A column that has no meaning, and something in it.
    UnknownColumn(String),
    /// A row above the heading that has no meaning.
    UnknownHead(String),
    /// No kind of rule.
    UnknownKind(String),
    /// No kind of rule is given, and the rule could be of several.
    NoKind,
    /// Points without a rule.
    NoRule,
    /// No number that points can be.
    NotANumber(String),
    /// No whole number, or a larger one than is possible.
    NotWhole(String),
    /// No grade with its range.
    NotAGrade(String),
    /// No class of units with its units.
    NotAClass(String),
    /// No standing, or one where none can be.
    UnknownStanding(String),
    /// More levels of groups than are read: how many, and the most.
    TooDeep(usize, usize),
    /// No basis of a clause.
    UnknownBasis(String),
    /// Neither one basis nor one a clause.
    BasesDiffer(usize, usize),
    /// A reading without its rival.
    ReadingUnproved,
    /// An assumed clause without a reason.
    AssumedUnproved,
    /// A note that belongs to no clause.
    NotesLeft(String),
    /// A line that is not written as its kind of rule is.
    Notation(String, Shape),
    /// A rule that lacks a line.
    Lacking(Shape),
    /// A line names a clause that is not there.
    NoClause(String),
    /// A rule where there is no clause at all.
    NoStandard,
    /// Not as many ids as there are things.
    IdsDiffer(usize, usize),
    /// Something counted has no points.
    NoPoints,
    /// No date.
    NotADate(String),
    /// The last column does not fit the rest; the parser's words.
    NotJson(String),
}

impl Problem {
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Problem::NoHeading => words::no_heading(lang).into(),
            Problem::Unread(reason) => ReadError::new(Place::Whole, reason.clone()).message(lang),
            Problem::NoRows => words::no_rows(lang).into(),
            Problem::UnknownColumn(name) => words::unknown_column(lang, name),
            Problem::NoKind => words::no_kind(lang).into(),
            Problem::NoRule => words::no_rule(lang).into(),
            Problem::NotANumber(found) => words::not_a_number(lang, found),
            Problem::NotWhole(found) => words::not_whole(lang, found),
            Problem::NotAGrade(found) => words::not_a_grade(lang, found),
            Problem::NotAClass(found) => words::not_a_class(lang, found),
            Problem::UnknownHead(found) => words::unknown_head(lang, found),
            Problem::UnknownKind(found) => words::unknown_kind(lang, found),
            Problem::UnknownStanding(found) => words::unknown_standing(lang, found),
            Problem::TooDeep(found, most) => words::too_deep(lang, found, most),
            Problem::UnknownBasis(found) => words::unknown_basis(lang, found),
            Problem::BasesDiffer(bases, clauses) => words::bases_differ(lang, bases, clauses),
            Problem::ReadingUnproved => words::reading_unproved(lang).into(),
            Problem::AssumedUnproved => words::assumed_unproved(lang).into(),
            Problem::NotesLeft(found) => words::notes_left(lang, found),
            Problem::Notation(found, shape) => words::notation(lang, found, shape.words(lang)),
            Problem::Lacking(shape) => words::lacking(lang, shape.words(lang)),
            Problem::NoClause(found) => words::no_clause(lang, found),
            Problem::NoStandard => words::no_standard(lang).into(),
            Problem::IdsDiffer(ids, things) => words::ids_differ(lang, ids, things),
            Problem::NoPoints => words::no_points(lang).into(),
            Problem::NotADate(found) => words::not_date(lang, found),
            Problem::NotJson(detail) => words::not_json(lang, detail),
        }
    }
}
