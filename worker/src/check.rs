//! The check of each form by itself.

use selfscore_core::batch::{Basis, Brief, Finding, Outcome, Roll, Submitted, examine};
use selfscore_core::form::{FormFile, ReadError};
use selfscore_core::register::Register;
use selfscore_core::results;
use selfscore_core::scheme::Scheme;
use selfscore_intake::message::{Came, Grounds, Passed};
use selfscore_wording::Lang;

/// What forms are checked by.
pub struct Checker {
    scheme: Scheme,
    roll: Option<Roll>,
    received: Option<String>,
    /// How many more forms are handed over whole.
    whole: usize,
    rows: Option<Lang>,
    findings: Vec<Finding>,
}

impl Checker {
    /// By those grounds; `None` if they are none, which the page rules out: it has read them itself.
    pub fn of(grounds: Grounds) -> Option<Self> {
        let roll = match grounds.register {
            None => None,
            Some(text) => Some(Roll::of(Register::read(text.as_bytes()).ok()?)),
        };
        Some(Checker {
            scheme: Scheme::read(grounds.scheme.as_bytes()).ok()?,
            roll,
            received: grounds.received,
            whole: grounds.whole,
            rows: grounds.rows.map(|tag| Lang::from_tag(&tag)),
            findings: Vec::new(),
        })
    }

    /// What comes of a form, or of what could not be read as one.
    pub fn check(&mut self, name: &str, read: Result<FormFile, ReadError>) -> Came {
        let basis = Basis { roll: self.roll.as_ref(), ..Basis::of(&self.scheme) };
        let submitted = Submitted { file: name, received: self.received.as_deref() };
        let mut examined = examine(&basis, submitted, read.as_ref());
        let brief = Brief::of(&examined, read.as_ref().ok());
        if self.rows.is_some() {
            self.findings.append(&mut examined.findings);
        }
        match read {
            Err(error) => Came::Refused(brief, error),
            Ok(file) => {
                let passed = (self.whole > 0).then(|| Passed::of(&file));
                self.whole = self.whole.saturating_sub(1);
                Came::Form(brief, passed)
            }
        }
    }

    /// The rows of the findings since the last time, if they are wanted.
    pub fn rows(&mut self) -> String {
        let Some(lang) = self.rows else { return String::new() };
        let findings = std::mem::take(&mut self.findings);
        let outcome = Outcome { forms: Vec::new(), findings };
        results::findings(&self.scheme, &outcome, lang).csv_rows()
    }
}
