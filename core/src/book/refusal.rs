//! Why a file cannot be read as a workbook at all.

use selfscore_wording::{Lang, books as words};
use serde::{Deserialize, Serialize};

/// Why a file is no workbook that is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Refusal {
    /// More bytes than are read at all: how many, and the most.
    TooLarge(usize, usize),
    /// Not a workbook of this format.
    NotAWorkbook,
    /// Of the format before 2007, or locked with a password: both look the same from outside.
    OldOrLocked,
    /// Unpacked, it holds more bytes than are read; the most.
    Unpacked(usize),
    /// More parts, sheets, cells or texts than are read; the most.
    TooMany(usize),
    /// Cut off or damaged; what the parser says, in its own words.
    Broken(String),
}

impl Refusal {
    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::TooLarge(..) => "too_large",
            Refusal::NotAWorkbook => "not_a_workbook",
            Refusal::OldOrLocked => "old_or_locked",
            Refusal::Unpacked(_) => "unpacked",
            Refusal::TooMany(_) => "too_many",
            Refusal::Broken(_) => "broken",
        }
    }

    /// Why and what to do, in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Refusal::TooLarge(bytes, most) => words::too_large(lang, bytes, most),
            Refusal::NotAWorkbook => words::not_a_workbook(lang).into(),
            Refusal::OldOrLocked => words::old_or_locked(lang).into(),
            Refusal::Unpacked(most) => words::unpacked(lang, most / (1024 * 1024)),
            Refusal::TooMany(most) => words::too_many(lang, most),
            Refusal::Broken(detail) => words::broken(lang, detail),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Refusal {}
