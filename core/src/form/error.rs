//! Why a file cannot be read, and where.

use selfscore_wording::{Lang, reading as words};
use serde::{Deserialize, Serialize};

use crate::book::Refusal;
use crate::zip::Fault;

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The file as a whole.
    Whole,
    /// A line and column of the text, from 1.
    Line {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// A row of a table, from 1, with the column's heading.
    Row {
        /// Row, the heading being 1.
        row: usize,
        /// Heading of the column.
        column: String,
    },
    /// A cell of a workbook.
    Cell {
        /// The sheet's name.
        sheet: Box<str>,
        /// The cell's name, `E12`.
        cell: Box<str>,
        /// Heading of the column.
        column: Box<str>,
    },
    /// A member, by its JSON pointer.
    Member(String),
}

/// What a member has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Kind {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// A whole number that is not negative.
    Count,
    /// A decimal as a text.
    Decimal,
    /// `lead` or `supporting`.
    Role,
    /// One of some words.
    Known,
}

impl Kind {
    /// It in words.
    pub(crate) fn words(self, lang: Lang) -> &'static str {
        match self {
            Kind::Object => words::object(lang),
            Kind::List => words::list(lang),
            Kind::Text => words::text(lang),
            Kind::Flag => words::flag(lang),
            Kind::Count => words::count(lang),
            Kind::Decimal => words::decimal(lang),
            Kind::Role => words::role(lang),
            Kind::Known => words::known(lang),
        }
    }
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Reason {
    /// More bytes than are read at all.
    TooLarge(usize),
    /// Neither UTF-8 nor another encoding that we read.
    Encoding,
    /// A text with the sign U+0000, which no spreadsheet keeps.
    Nul,
    /// Not the syntax of its format; the parser's words.
    Syntax(String),
    /// Not one of our files.
    OtherFormat(String),
    /// Written by a newer program.
    NewerVersion(String),
    /// A member of another kind; what stands there.
    Expected(Kind, String),
    /// More entries than a form holds.
    TooMany(usize, usize),
    /// A longer text than a form holds; its length in characters.
    TextTooLong(usize),
    /// Lists and objects deeper in one another than a form holds.
    TooDeep,
    /// What a spreadsheet made of a number like 1-1: a date.
    BecameDate(String),
    /// What a spreadsheet made of a long number: digits are gone.
    BecameScientific(String),
    /// A table without the column that tells rows apart.
    NoKeyColumn,
    /// A row whose key this program does not know.
    UnknownKey(String),
    /// A key that stands twice.
    RepeatedKey(String),
    /// A row with content and no key.
    NoKey,
    /// A row that belongs to a row that is not there; its key.
    OrphanKey(String),
    /// A table without columns that it needs; their headings.
    NoColumn(String),
    /// Content in a cell that has no meaning there and would be lost.
    Stray(String),
    /// A second option chosen where one can be.
    SeveralChosen(String),
    /// Nothing where something is needed.
    Empty,
    /// A workbook without all of its sheets: how many there are, and how many there should be.
    SheetMissing(usize, usize),
    /// A number of which a spreadsheet holds only the first fifteen digits.
    LongNumber(String),
    /// A formula without its result.
    NotComputed,
    /// No workbook that is read.
    Workbook(Refusal),
    /// A package that cannot be read.
    Package(Fault),
    /// A package without a form.
    NoFormInside,
    /// A package with the forms of so many units, where one is meant.
    SeveralInside(usize),
    /// A file that the browser does not give: moved, changed since, or held by another program.
    Inaccessible,
    /// The part of the program that reads workbooks is not to be had.
    NoModule,
}

/// Why a file cannot be read, and where. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadError {
    /// Where.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

impl Place {
    /// The place before what is said of it; nothing for the whole file.
    pub(crate) fn before(&self, lang: Lang) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Line { line, column } => words::at_line(lang, line, column),
            Place::Row { row, column } => words::at_row(lang, row, column),
            Place::Cell { sheet, cell, column } => words::at_cell(lang, sheet, cell, column),
            Place::Member(pointer) => words::at_member(lang, pointer),
        }
    }

    /// The place by itself, in words.
    pub fn words(&self, lang: Lang) -> String {
        self.before(lang).trim_end_matches([':', '：', ' ']).to_owned()
    }
}

impl ReadError {
    pub(crate) fn new(place: Place, reason: Reason) -> Self {
        ReadError { place, reason }
    }

    /// Of the file as a whole.
    pub fn whole(reason: Reason) -> Self {
        ReadError::new(Place::Whole, reason)
    }

    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match &self.reason {
            Reason::TooLarge(_) => "too_large",
            Reason::Encoding => "encoding",
            Reason::Nul => "nul",
            Reason::Syntax(_) => "syntax",
            Reason::OtherFormat(_) => "other_format",
            Reason::NewerVersion(_) => "newer_version",
            Reason::Expected(..) => "expected",
            Reason::TooMany(..) => "too_many",
            Reason::TextTooLong(_) => "text_too_long",
            Reason::TooDeep => "too_deep",
            Reason::BecameDate(_) => "became_date",
            Reason::BecameScientific(_) => "became_scientific",
            Reason::NoKeyColumn => "no_key_column",
            Reason::UnknownKey(_) => "unknown_key",
            Reason::RepeatedKey(_) => "repeated_key",
            Reason::NoKey => "no_key",
            Reason::OrphanKey(_) => "orphan_key",
            Reason::NoColumn(_) => "no_column",
            Reason::Stray(_) => "stray",
            Reason::SeveralChosen(_) => "several_chosen",
            Reason::Empty => "empty",
            Reason::SheetMissing(..) => "sheet_missing",
            Reason::LongNumber(_) => "long_number",
            Reason::NotComputed => "not_computed",
            Reason::Workbook(refusal) => refusal.code(),
            Reason::Package(_) => "package",
            Reason::NoFormInside => "no_form_inside",
            Reason::SeveralInside(_) => "several_inside",
            Reason::Inaccessible => "inaccessible",
            Reason::NoModule => "no_module",
        }
    }

    /// Where, why and what to do, in words.
    pub fn message(&self, lang: Lang) -> String {
        let why = match &self.reason {
            Reason::TooLarge(bytes) => words::too_large(lang, bytes, crate::limits::FILE_BYTES),
            Reason::Encoding => words::encoding(lang).into(),
            Reason::Nul => words::nul(lang).into(),
            // The parser speaks English; that a file is cut off is worth saying in Chinese.
            Reason::Syntax(detail) if detail.starts_with("EOF") => words::cut_off(lang).into(),
            Reason::Syntax(detail) => match detail.strip_suffix(" stands twice") {
                Some(name) => words::twice(lang, name),
                None => words::syntax(lang, detail),
            },
            Reason::OtherFormat(found) => words::other_format(lang, found),
            Reason::NewerVersion(found) => words::newer_version(lang, found, super::VERSION),
            Reason::Expected(kind, found) => words::expected(lang, found, kind.words(lang)),
            Reason::TooMany(found, most) => words::too_many(lang, found, most),
            Reason::TextTooLong(chars) => {
                words::text_too_long(lang, chars, crate::limits::TEXT_CHARS)
            }
            Reason::TooDeep => words::too_deep(lang, crate::limits::DEPTH),
            Reason::BecameDate(found) => words::became_date(lang, found),
            Reason::BecameScientific(found) => words::became_scientific(lang, found),
            Reason::NoKeyColumn => words::no_key_column(lang).into(),
            Reason::UnknownKey(key) => words::unknown_key(lang, key),
            Reason::RepeatedKey(key) => words::repeated_key(lang, key),
            Reason::NoKey => words::no_key(lang).into(),
            Reason::OrphanKey(key) => words::orphan_key(lang, key),
            Reason::NoColumn(columns) => words::no_column(lang, columns),
            Reason::Stray(found) => words::stray(lang, found),
            Reason::SeveralChosen(found) => words::several_chosen(lang, found),
            Reason::Empty => words::empty_cell(lang).into(),
            Reason::SheetMissing(found, expected) => words::sheet_missing(lang, found, expected),
            Reason::LongNumber(found) => words::long_number(lang, found),
            Reason::NotComputed => words::not_computed(lang).into(),
            Reason::Workbook(refusal) => refusal.message(lang),
            Reason::Package(fault) => fault.message(lang),
            Reason::NoFormInside => words::no_form_inside(lang).into(),
            Reason::SeveralInside(units) => words::several_inside(lang, units),
            Reason::Inaccessible => words::inaccessible(lang).into(),
            Reason::NoModule => selfscore_wording::books::no_module(lang).into(),
        };
        format!("{}{why}", self.place.before(lang))
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ReadError {}
