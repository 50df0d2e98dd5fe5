//! What lies beside forms in a folder and is none.

use selfscore_core::form::{ReadError, Reason};
use selfscore_core::register::Register;
use selfscore_wording::Lang;
use selfscore_wording::cli_forms as words;

use crate::receipts::Receipts;
use crate::source;

/// A file that is no form, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Scheme,
    Check,
    Feedback,
    Draft,
    Register,
    /// A list of the dates of receipt.
    Receipts,
    /// A package of evidence alone.
    Package,
}

impl Other {
    /// What a file is that was refused as a form: by the format that it names, else by its columns.
    pub fn of(bytes: &[u8], why: &ReadError) -> Option<Self> {
        match &why.reason {
            Reason::OtherFormat(format) if !format.is_empty() => match format.as_str() {
                "selfscore/scheme" => Some(Other::Scheme),
                "selfscore/check" => Some(Other::Check),
                "selfscore/feedback" => Some(Other::Feedback),
                "selfscore/draft" | "selfscore/backup" => Some(Other::Draft),
                _ => None,
            },
            // A form whose column of keys is gone is no register: that has one of units.
            Reason::OtherFormat(_) | Reason::NoKeyColumn | Reason::SheetMissing(0, _) => {
                Other::of_table(bytes)
            }
            _ => None,
        }
    }

    fn of_table(bytes: &[u8]) -> Option<Self> {
        // A form has a column of roles, which a register has units in.
        let role = |unit: &String| matches!(unit.as_str(), "牵头" | "配合" | "lead" | "supporting");
        let is_register = |register: Register| {
            let units =
                register.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.supporting));
            units.clone().next().is_some() && !units.into_iter().any(role)
        };
        if source::register(bytes).is_ok_and(is_register) {
            return Some(Other::Register);
        }
        Receipts::recognises(bytes).then_some(Other::Receipts)
    }

    /// What it is, in words.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Other::Scheme => words::other_scheme_file(lang),
            Other::Check => words::other_check(lang),
            Other::Feedback => words::other_feedback(lang),
            Other::Draft => words::other_draft(lang),
            Other::Register => words::other_register(lang),
            Other::Receipts => words::other_receipts(lang),
            Other::Package => words::other_package(lang),
        }
    }

    /// A name for machines.
    pub fn code(self) -> &'static str {
        match self {
            Other::Scheme => "scheme",
            Other::Check => "check",
            Other::Feedback => "feedback",
            Other::Draft => "draft",
            Other::Register => "register",
            Other::Receipts => "receipts",
            Other::Package => "package",
        }
    }
}
