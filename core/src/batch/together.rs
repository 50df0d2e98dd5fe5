//! All forms of an assessment: which of two counts, who did not come, who tells what differently.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Basis;
use super::accounts::{Accounts, Compact};
use super::examine::{Examined, Figures};
use super::finding::{Finding, What};
use crate::answer::Answers;

/// A form as it is kept in a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The file.
    pub file: String,
    /// The unit by the form's word.
    pub unit: String,
    /// When it was received, ISO.
    pub received: Option<String>,
    /// When it was exported, by its own word.
    pub exported_at: String,
    /// Its figures; `None` if it could not be scored.
    pub figures: Option<Figures>,
    /// Whether it is late and forfeited.
    pub forfeited: bool,
    /// The place of the form of the same unit that counts in its stead.
    pub superseded_by: Option<usize>,
    /// Whether that form, or another one of the unit, says just the same: the same form again, in another
    /// spelling or exported at another time. That is no second submission.
    pub again: bool,
    pub(super) compared: Answers,
    accounts: Vec<Compact>,
    fingerprint: Option<u64>,
}

/// Forms that were examined, one after the other.
pub struct Batch<'a> {
    basis: Basis<'a>,
    forms: Vec<Kept>,
    findings: Vec<Finding>,
    accounts: Accounts,
}

/// What all forms together come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The forms in the order in which they came, those that could not be read among them.
    pub forms: Vec<Kept>,
    /// All findings: of the forms in their order, then of all together.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// What was found of the form at a place: of it alone, and of several units that it is among, if it counts.
    pub fn of_form(&self, at: usize) -> impl Iterator<Item = &Finding> {
        let counts = self.forms.get(at).filter(|kept| kept.superseded_by.is_none());
        self.findings.iter().filter(move |found| match &found.what {
            What::AccountsDiffer { accounts, .. } => {
                counts.is_some_and(|kept| accounts.iter().any(|(unit, ..)| *unit == kept.unit))
            }
            _ => found.form == Some(at),
        })
    }
}

impl<'a> Batch<'a> {
    /// No forms yet.
    pub fn new(basis: Basis<'a>) -> Self {
        Batch { basis, forms: Vec::new(), findings: Vec::new(), accounts: Accounts::default() }
    }

    /// Takes a form in.
    pub fn add(&mut self, examined: Examined) {
        let Examined { file, unit, received, exported_at, figures, findings, .. } = examined;
        let Examined { accounts, compared, fingerprint, forfeited, .. } = examined;
        let accounts = accounts.iter().filter_map(|told| self.accounts.compact(told)).collect();
        let form = Some(self.forms.len());
        self.findings.extend(findings.into_iter().map(|found| Finding { form, ..found }));
        self.forms.push(Kept {
            file,
            unit,
            received,
            exported_at,
            figures,
            forfeited,
            superseded_by: None,
            again: false,
            compared,
            accounts,
            fingerprint,
        });
    }

    /// Looks at all forms together.
    pub fn finish(self) -> Outcome {
        let Batch { basis, mut forms, mut findings, accounts } = self;
        let newest = newest(&forms);
        let told = |form: &Kept| form.fingerprint.map(|told| (form.unit.clone(), told));
        // What each unit's form says that counts, and then what others of it say, each once.
        let mut said: HashSet<(String, u64)> =
            newest.values().filter_map(|at| told(&forms[*at])).collect();
        let mut duplicates = Vec::new();
        for at in 0..forms.len() {
            let Some(&counts) = newest.get(&forms[at].unit) else { continue };
            if counts != at && forms[at].figures.is_some() {
                forms[at].superseded_by = Some(counts);
                forms[at].again = told(&forms[at]).is_some_and(|told| !said.insert(told));
                if !forms[at].again {
                    let what = What::Duplicate(forms[counts].file.clone());
                    let (file, unit) = (&forms[at].file, &forms[at].unit);
                    duplicates.push(Finding { form: Some(at), ..finding(file, unit, what) });
                }
            }
        }
        once(&forms, &mut findings);
        findings.extend(duplicates);
        let units = &basis.scheme.file().units;
        // A form that could not be scored was handed in all the same.
        let came: HashSet<&str> = forms.iter().map(|form| form.unit.as_str()).collect();
        let absent = units.iter().filter(|unit| !came.contains(unit.as_str()));
        findings.extend(absent.map(|unit| finding("", unit, What::NotSubmitted)));
        let counting = forms.iter().filter(|form| form.superseded_by.is_none());
        let told = counting.map(|form| (form.unit.as_str(), &form.accounts[..]));
        findings.extend(accounts.differing(told));
        Outcome { forms, findings }
    }
}

/// Takes out what was found of a form that is there again, where it was found of another of the unit, too.
fn once(forms: &[Kept], findings: &mut Vec<Finding>) {
    if forms.iter().all(|form| !form.again) {
        return;
    }
    let of_again =
        |found: &Finding| found.form.and_then(|at| forms.get(at)).is_some_and(|form| form.again);
    let (mut again, first): (Vec<_>, Vec<_>) =
        std::mem::take(findings).into_iter().partition(of_again);
    *findings = first;
    let mut said: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for found in findings.iter() {
        said.entry(&found.unit).or_default().push(found);
    }
    let same = |one: &Finding, other: &Finding| {
        let figures = |found: &Finding| (found.claimed, found.recomputed);
        one.criterion == other.criterion && figures(one) == figures(other) && one.what == other.what
    };
    // What a file alone has, that it was changed, stays.
    again.retain(|one| {
        let said = said.get(one.unit.as_str()).into_iter().flatten();
        !said.into_iter().any(|other| same(one, other))
    });
    findings.extend(again);
}

/// The form of each unit that counts: one in time before one that is forfeited, then the one received last,
/// exported last, or that came last.
fn newest(forms: &[Kept]) -> HashMap<String, usize> {
    let mut newest: BTreeMap<&str, usize> = BTreeMap::new();
    let when = |form: &Kept| (!form.forfeited, form.received.clone(), form.exported_at.clone());
    let scored = forms.iter().enumerate().filter(|(_, form)| form.figures.is_some());
    for (at, form) in scored.filter(|(_, form)| !form.unit.is_empty()) {
        let counts = newest.entry(&form.unit).or_insert(at);
        if when(form) >= when(&forms[*counts]) {
            *counts = at;
        }
    }
    newest.into_iter().map(|(unit, at)| (unit.to_owned(), at)).collect()
}

fn finding(file: &str, unit: &str, what: What) -> Finding {
    Finding {
        form: None,
        file: file.to_owned(),
        unit: unit.to_owned(),
        criterion: None,
        claimed: None,
        recomputed: None,
        what,
    }
}
