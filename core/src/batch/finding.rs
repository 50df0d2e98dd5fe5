//! What is found, with what was stated, what was recomputed, and the remedy.

use selfscore_wording::{Lang, findings as words};

use super::accounts::Telling;
use crate::evidence::Claim;
use crate::form::ReadError;
use crate::issue::Issue;
use crate::points::Points;
use crate::scheme::{Role, Scheme};

/// Something found at a form, or beside all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The form, by its place in the batch; `None` before it is in one, and where no form is at fault. Names of
    /// files and units are shared by several.
    pub form: Option<usize>,
    /// The form's file; empty where no file is at fault.
    pub file: String,
    /// The unit by the form's word; empty where nobody knows.
    pub unit: String,
    /// The criterion's id, if it concerns one.
    pub criterion: Option<String>,
    /// The figure as claimed, if it concerns one.
    pub claimed: Option<Points>,
    /// The figure as recomputed.
    pub recomputed: Option<Points>,
    /// What.
    pub what: What,
}

/// What is found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum What {
    /// No form can be read from the file.
    Unreadable(ReadError),
    /// A newer program wrote the file.
    NewerVersion(ReadError),
    /// The form answers another scheme: id and revision, and what there is for its word.
    OtherScheme {
        /// The id that the form names.
        id: String,
        /// The revision that the form names.
        revision: u64,
        /// Whether it was scored all the same, the scheme being of that id.
        found: Standing,
    },
    /// A unit that is not assessed.
    UnknownUnit,
    /// Answers are missing or cannot be used.
    Incomplete(Vec<Issue>),
    /// A stated figure is another than the answers give. The total only where its lines do not explain it.
    FiguresDiffer,
    /// The check code is not that of the document.
    ChangedAfterExport,
    /// A task of the register is left out (clause ④).
    TaskMissing {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// The unit's part in it.
        role: Role,
    },
    /// A task that the register does not give to the unit.
    TaskUnassigned {
        /// Its number as typed.
        number: String,
        /// Its title as typed.
        title: String,
    },
    /// The unit's part in a task is another one by the register.
    RoleDiffers {
        /// Its number.
        number: String,
        /// By the form.
        stated: Option<Role>,
        /// By the register.
        assigned: Role,
    },
    /// Points rest on places that cite no evidence, or a record does.
    EvidenceMissing(Vec<Claim>),
    /// Evidence is cited that the form does not list: numbers, and who cites them.
    EvidenceUnlisted(Vec<String>, Vec<Claim>),
    /// The unit handed in a later form; its file.
    Duplicate(String),
    /// The form came after the last day.
    Late {
        /// When it was received, ISO.
        received: String,
        /// The last day, ISO.
        due: String,
        /// Days between them.
        days: u32,
        /// Whether it is forfeited.
        forfeited: bool,
    },
    /// A unit handed in nothing that can be read.
    NotSubmitted,
    /// Units tell of a task differently.
    AccountsDiffer {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// What each unit says.
        accounts: Vec<(String, Option<Role>, Telling)>,
    },
}

/// What there was for a form's word on its scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// None of that id: nothing was recomputed.
    Other,
    /// Another revision; the one at hand.
    Revision(u32),
    /// Of the same revision, and says something else.
    Changed,
}

impl What {
    /// A name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            What::Unreadable(_) => "unreadable",
            What::NewerVersion(_) => "newer_version",
            What::OtherScheme { .. } => "other_scheme",
            What::UnknownUnit => "unknown_unit",
            What::Incomplete(_) => "incomplete",
            What::FiguresDiffer => "figures_differ",
            What::ChangedAfterExport => "changed_after_export",
            What::TaskMissing { .. } => "task_missing",
            What::TaskUnassigned { .. } => "task_unassigned",
            What::RoleDiffers { .. } => "role_differs",
            What::EvidenceMissing(_) | What::EvidenceUnlisted(..) => "evidence_missing",
            What::Duplicate(_) => "duplicate",
            What::Late { .. } => "late",
            What::NotSubmitted => "not_submitted",
            What::AccountsDiffer { .. } => "accounts_differ",
        }
    }
}

impl Finding {
    /// What is found, in words.
    pub fn message(&self, scheme: &Scheme, lang: Lang) -> String {
        match &self.what {
            What::Unreadable(error) => words::unreadable(lang, error.message(lang)),
            What::NewerVersion(error) => words::newer_version(lang, error.message(lang)),
            What::OtherScheme { id, revision, found } => match found {
                Standing::Other => words::other_scheme(lang, id, revision),
                Standing::Revision(here) => words::other_revision(lang, revision, here),
                Standing::Changed => words::changed_scheme(lang).into(),
            },
            What::UnknownUnit if self.unit.trim().is_empty() => words::no_unit(lang).into(),
            What::UnknownUnit => words::unknown_unit(lang, &self.unit),
            What::Incomplete(issues) => {
                let all: Vec<String> =
                    issues.iter().take(3).map(|issue| issue.message(lang)).collect();
                let first = all.join(words::semicolon(lang));
                words::incomplete(lang, issues.len(), first)
            }
            What::FiguresDiffer => {
                let what = match &self.criterion {
                    Some(id) => scheme.title_of(id).get(lang).to_owned(),
                    None => words::total(lang).into(),
                };
                let decimals = match self.criterion {
                    Some(_) => scheme.decimals(),
                    None => scheme.total_decimals(),
                };
                let [stated, recomputed] =
                    [self.claimed, self.recomputed].map(|f| f.unwrap_or_default().fixed(decimals));
                words::figures_differ(lang, what, stated, recomputed)
            }
            What::ChangedAfterExport => words::changed_after_export(lang).into(),
            What::TaskMissing { number, title, role } => {
                words::task_missing(lang, number, title, role_words(Some(*role), lang))
            }
            What::TaskUnassigned { number, title } => words::task_unassigned(lang, number, title),
            What::RoleDiffers { number, stated, assigned } => {
                let [stated, assigned] =
                    [*stated, Some(*assigned)].map(|role| role_words(role, lang));
                words::role_differs(lang, number, stated, assigned)
            }
            What::EvidenceMissing(claims) => {
                let places = self::claims(scheme, claims, lang);
                match claims.iter().any(|claim| claim.recorded(scheme)) {
                    true => words::evidence_missing_of_record(lang, places),
                    false => words::evidence_missing(lang, places),
                }
            }
            What::EvidenceUnlisted(numbers, _) => {
                words::evidence_unlisted(lang, numbers.join(words::comma(lang)))
            }
            What::Duplicate(file) => words::duplicate(lang, file),
            What::Late { received, due, forfeited: true, .. } => words::late(lang, received, due),
            What::Late { received, due, days, .. } => {
                words::late_deducted(lang, received, due, days)
            }
            What::NotSubmitted => words::not_submitted(lang, &self.unit),
            What::AccountsDiffer { number, title, accounts } => {
                let account = |(unit, role, telling): &(String, Option<Role>, Telling)| {
                    words::account(lang, unit, role_words(*role, lang), telling.words(lang))
                };
                let accounts: Vec<String> = accounts.iter().map(account).collect();
                words::accounts_differ(lang, number, title, accounts.join(words::semicolon(lang)))
            }
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> &'static str {
        match &self.what {
            What::Unreadable(_) => words::unreadable_remedy(lang),
            What::NewerVersion(_) => words::newer_version_remedy(lang),
            What::OtherScheme { .. } => words::other_scheme_remedy(lang),
            What::UnknownUnit => words::unknown_unit_remedy(lang),
            What::Incomplete(_) => words::incomplete_remedy(lang),
            What::FiguresDiffer => words::figures_differ_remedy(lang),
            What::ChangedAfterExport => words::changed_after_export_remedy(lang),
            What::TaskMissing { .. } => words::task_missing_remedy(lang),
            What::TaskUnassigned { .. } => words::task_unassigned_remedy(lang),
            What::RoleDiffers { .. } => words::role_differs_remedy(lang),
            What::EvidenceMissing(_) | What::EvidenceUnlisted(..) => {
                words::evidence_missing_remedy(lang)
            }
            What::Duplicate(_) => words::duplicate_remedy(lang),
            What::Late { .. } => words::late_remedy(lang),
            What::NotSubmitted => words::not_submitted_remedy(lang),
            What::AccountsDiffer { .. } => words::accounts_differ_remedy(lang),
        }
    }
}

/// A part in a task, in words.
pub fn role_words(role: Option<Role>, lang: Lang) -> &'static str {
    match role {
        Some(Role::Lead) => words::role_lead(lang),
        Some(Role::Supporting) => words::role_supporting(lang),
        None => words::role_none(lang),
    }
}

/// Places in words, the first few of many.
fn claims(scheme: &Scheme, claims: &[Claim], lang: Lang) -> String {
    const SHOWN: usize = 5;
    let first: Vec<String> =
        claims.iter().take(SHOWN).map(|claim| claim.words(scheme, lang)).collect();
    let first = first.join(words::comma(lang));
    match claims.len() {
        few if few <= SHOWN => first,
        many => format!("{first}{}", words::and_more(lang, many)),
    }
}
