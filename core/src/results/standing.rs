//! How far a unit's check has come, in words.

use selfscore_wording::{Lang, results as words};

use crate::batch::Progress;

/// How far a unit's check has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As far as its form.
    Form(Progress),
    /// It handed in nothing.
    NotSubmitted,
}

impl Standing {
    /// It in words.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Standing::Form(progress) => progress.words(lang),
            Standing::NotSubmitted => words::not_submitted(lang),
        }
    }
}
