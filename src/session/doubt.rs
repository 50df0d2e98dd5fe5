//! What is wrong with the scheme on the bench: its shape, or what the lint finds.

use selfscore_core::scheme::lint::{Finding, Severity};
use selfscore_core::scheme::shape::Misfit;
use selfscore_wording::Lang;

/// Something that is to be said of the scheme on the bench.
#[derive(Clone, Debug)]
pub enum Doubt {
    /// It is not shaped as a scheme there.
    Misfit(Misfit),
    /// The lint says so.
    Finding(Finding),
}

impl Doubt {
    /// JSON pointer into the file.
    pub fn path(&self) -> &str {
        match self {
            Doubt::Misfit(misfit) => &misfit.path,
            Doubt::Finding(finding) => &finding.path,
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Doubt::Misfit(_) => Severity::Error,
            Doubt::Finding(finding) => finding.severity,
        }
    }

    /// What is wrong.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Doubt::Misfit(misfit) => misfit.message(lang),
            Doubt::Finding(finding) => finding.message(lang),
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> String {
        match self {
            Doubt::Misfit(misfit) => misfit.remedy(lang).into(),
            Doubt::Finding(finding) => finding.remedy(lang),
        }
    }
}
