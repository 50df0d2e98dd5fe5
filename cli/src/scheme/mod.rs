//! `selfscore scheme`: schemes checked, listed and shown.

pub mod lint;
pub mod list;
pub mod show;

use selfscore_core::scheme::lint::Severity;
use selfscore_wording::{Lang, lint as words};

/// A severity in words.
fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => words::severity_error(lang),
        Severity::Warning => words::severity_warning(lang),
        Severity::Note => words::severity_note(lang),
    }
}
