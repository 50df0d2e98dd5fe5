//! The feedback (复核反馈) that the office gives a unit: what was claimed, recomputed and verified, with
//! reasons and clauses; a file that the unit opens over its own draft. The format has a page of its own,
//! `docs/feedback-format.md`.

mod make;
mod over;
mod parts;
mod read;
mod write;

pub use over::{Beside, Over, over};
pub use read::{Read, Unread};

use selfscore_wording::{Lang, feedback as words};

use crate::batch::Progress;
use crate::form::SchemeRef;
use crate::points::Points;
use crate::scheme::{Basis, marked};
use crate::text::Text;

/// The `format` member of a feedback file.
pub const FORMAT: &str = "selfscore/feedback";
/// The newest version that this program reads, and the one it writes.
pub const VERSION: u64 = 1;

/// What the office gives back on one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// The scheme that it was checked by.
    pub scheme: SchemeRef,
    /// The unit.
    pub unit: String,
    /// The form that it is about.
    pub form: About,
    /// Who verified points that stand, each once.
    pub reviewers: Vec<String>,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// How far the check has come.
    pub state: Progress,
    /// The total as claimed.
    pub claimed: Option<Points>,
    /// The total as recomputed; `None` where nothing could be.
    pub recomputed: Option<Points>,
    /// The total with what was verified; `None` where nothing was.
    pub verified: Option<Points>,
    /// The place, from 1, if the office tells it.
    pub rank: Option<u64>,
    /// That the form came late, if it did.
    pub late: Option<Late>,
    /// The counted criteria that apply, in the scheme's order.
    pub items: Vec<Item>,
    /// What was found of the form.
    pub findings: Vec<Found>,
}

/// Which form a feedback is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its file.
    pub file: String,
    /// The check code that its file states; empty where it has none.
    pub sha256: String,
    /// The short code of its content, as on paper.
    pub short_code: String,
    /// When it was exported, by its own word.
    pub exported_at: String,
    /// When it was received, ISO; empty where nobody says.
    pub received: String,
}

/// That a form came late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The last day, ISO.
    pub due: String,
    /// Days after it.
    pub days: u64,
    /// Whether it is forfeited (视为放弃考核).
    pub forfeited: bool,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its id.
    pub criterion: String,
    /// Its title.
    pub title: Text,
    /// Full marks.
    pub maximum: Points,
    /// As the form states it.
    pub claimed: Option<Points>,
    /// As answers and register give it.
    pub recomputed: Points,
    /// As reviewers verified it, if they did and do not disagree.
    pub verified: Option<Points>,
    /// Why it was verified so.
    pub reason: String,
    /// Who did.
    pub reviewer: String,
    /// The clauses that the recomputed figure applies.
    pub clauses: Vec<Said>,
}

/// A clause in the scheme's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its number as printed.
    pub mark: String,
    /// Its words.
    pub text: Text,
    /// What it rests on.
    pub basis: Basis,
    /// How it is read, where it can be read in more than one way.
    pub reading: Option<Text>,
}

/// A finding in words, so that it can be shown without the program that found it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its kind's code.
    pub code: String,
    /// The criterion's id, if it concerns one.
    pub criterion: Option<String>,
    /// The figure as claimed.
    pub claimed: Option<Points>,
    /// The figure as recomputed.
    pub recomputed: Option<Points>,
    /// What was found.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
}

impl Item {
    /// The points that stand: verified, else recomputed.
    pub fn stands(&self) -> Points {
        self.verified.unwrap_or(self.recomputed)
    }
}

impl Said {
    /// Its words with its mark and what they rest on.
    pub fn words(&self, lang: Lang) -> String {
        let basis = match (self.basis, &self.reading) {
            (Basis::Notice, _) => selfscore_wording::basis::notice(lang).to_owned(),
            (Basis::Reading, Some(reading)) => words::ours(lang, reading.get(lang)),
            (Basis::Reading, None) => selfscore_wording::basis::reading(lang).to_owned(),
            (Basis::Assumed, _) => selfscore_wording::basis::assumed(lang).to_owned(),
        };
        words::with_basis(lang, marked(&self.mark, self.text.get(lang)), basis)
    }
}

impl Feedback {
    /// The name of its file without an extension; which signs a file name may have is for the caller to say.
    pub fn stem(&self, lang: Lang) -> String {
        match self.unit.trim() {
            "" => words::stem(lang, words::no_unit(lang)),
            unit => words::stem(lang, unit),
        }
    }
}
