//! The results of an assessment: the table of units, its figures to be drawn, and both as files.
//!
//! Everything here is told from a finished [`Outcome`]; nothing is judged anew.

mod beside;
mod charts;
pub mod listing;
mod named;
mod standing;
mod table;
mod tables;

use std::collections::{HashMap, HashSet};

pub use beside::{differences, shares};
pub use charts::{Against, LostAt, Medians, Total, Totals, lost, lost_table, totals};
pub use named::{Named, district_of};
pub use standing::Standing;
pub use table::{Cell, SHEET_ROWS, Table};
pub use tables::{absent, book, findings, kind_words, lines, units};

use crate::batch::{Finding, Outcome, Progress, What};
use crate::points::Points;
use crate::scheme::Scheme;
use crate::text::Text;

/// What a unit comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The form's place in the outcome; `None` where the unit handed in nothing.
    pub form: Option<usize>,
    /// The unit by the form's word; empty where nobody knows.
    pub unit: String,
    /// The file; empty where there is none.
    pub file: String,
    /// When it was received, ISO.
    pub received: Option<String>,
    /// The total as the form states it.
    pub claimed: Option<Points>,
    /// The total as recomputed.
    pub recomputed: Option<Points>,
    /// The total with what was verified; `None` where nothing was.
    pub verified: Option<Points>,
    /// How far it has come.
    pub standing: Standing,
    /// The place, from 1; `None` where the form does not count.
    pub rank: Option<usize>,
    /// The grade, where the scheme grades and it is sure.
    pub grade: Option<Text>,
    /// The findings that concern the unit: codes in the order of [`crate::batch::What`], and how many of each.
    pub findings: Vec<(&'static str, usize)>,
}

/// The table of units.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// By rank; then forms that do not count, in the order in which they came; then units that handed in
    /// nothing, in the scheme's order.
    pub rows: Vec<Row>,
    /// Forms that are not in the table, another of the same unit standing there.
    pub superseded: usize,
}

/// How many units are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Units that the scheme assesses.
    pub assessed: usize,
    /// Of them, those that handed in something.
    pub came: usize,
    /// Of them, those that handed in nothing.
    pub absent: usize,
    /// Rows with a form that is forfeited.
    pub forfeited: usize,
    /// Rows with a form that could not be scored.
    pub sent_back: usize,
    /// Rows of which every criterion was verified.
    pub verified: usize,
    /// Earlier forms that are not in the table.
    pub superseded: usize,
}

impl Results {
    /// The table of a finished batch.
    pub fn of(scheme: &Scheme, outcome: &Outcome) -> Self {
        let counted = count(&outcome.findings);
        let ranking = outcome.ranking(scheme);
        let ranked: HashSet<usize> = ranking.iter().map(|place| place.form).collect();
        let scored: HashSet<&str> =
            ranking.iter().map(|place| outcome.forms[place.form].unit.as_str()).collect();
        let mut superseded = 0;
        let mut rows = Vec::with_capacity(outcome.forms.len());
        let row = |at: usize, rank: Option<usize>| {
            let kept = &outcome.forms[at];
            let figures = kept.figures.as_ref();
            let grades = scheme.file().total.iter().flat_map(|total| &total.grades);
            let grade = figures.filter(|_| rank.is_some()).and_then(|one| one.grade.as_deref());
            Row {
                form: Some(at),
                unit: kept.unit.clone(),
                file: kept.file.clone(),
                received: kept.received.clone(),
                claimed: figures.and_then(|one| one.claimed),
                recomputed: figures.map(|one| one.recomputed),
                verified: figures.and_then(|one| one.verified),
                standing: Standing::Form(kept.progress(scheme)),
                rank,
                grade: grades
                    .into_iter()
                    .find(|one| Some(one.id.as_str()) == grade)
                    .map(|one| one.label.clone()),
                findings: counted.of(Some(at), &kept.unit),
            }
        };
        rows.extend(ranking.iter().map(|place| row(place.form, Some(place.rank))));
        for (at, kept) in outcome.forms.iter().enumerate().filter(|(at, _)| !ranked.contains(at)) {
            let other = kept.figures.is_none() && scored.contains(kept.unit.as_str());
            match kept.superseded_by.is_some() || other {
                true => superseded += 1,
                false => rows.push(row(at, None)),
            }
        }
        let absent = outcome.findings.iter().filter(|found| found.what == What::NotSubmitted);
        rows.extend(absent.map(|found| Row {
            form: None,
            unit: found.unit.clone(),
            file: String::new(),
            received: None,
            claimed: None,
            recomputed: None,
            verified: None,
            standing: Standing::NotSubmitted,
            rank: None,
            grade: None,
            findings: counted.of(None, &found.unit),
        }));
        Results { rows, superseded }
    }

    /// How many units are how far.
    pub fn tally(&self, scheme: &Scheme) -> Tally {
        let count =
            |standing: Standing| self.rows.iter().filter(|row| row.standing == standing).count();
        let (assessed, absent) = (scheme.file().units.len(), count(Standing::NotSubmitted));
        Tally {
            assessed,
            came: assessed.saturating_sub(absent),
            absent,
            forfeited: count(Standing::Form(Progress::Forfeited)),
            sent_back: count(Standing::Form(Progress::SentBack)),
            verified: count(Standing::Form(Progress::Verified)),
            superseded: self.superseded,
        }
    }
}

type ByKind = HashMap<&'static str, usize>;

/// How many findings of each kind there are: of a form alone, by its place; of no form, by the units that they name.
#[derive(Default)]
struct Counted<'a> {
    of_forms: HashMap<usize, ByKind>,
    of_units: HashMap<&'a str, ByKind>,
}

fn count(findings: &[Finding]) -> Counted<'_> {
    let mut counted = Counted::default();
    for found in findings {
        let code = found.what.code();
        let mut of_unit = |unit| {
            *counted.of_units.entry(unit).or_default().entry(code).or_default() += 1;
        };
        match (&found.what, found.form) {
            // It concerns every unit that tells of the task.
            (What::AccountsDiffer { accounts, .. }, _) => {
                let mut units: Vec<&str> =
                    accounts.iter().map(|(unit, ..)| unit.as_str()).collect();
                units.sort_unstable();
                units.dedup();
                units.into_iter().for_each(of_unit);
            }
            (_, Some(form)) => {
                *counted.of_forms.entry(form).or_default().entry(code).or_default() += 1;
            }
            (_, None) => of_unit(&found.unit),
        }
    }
    counted
}

impl Counted<'_> {
    fn of(&self, form: Option<usize>, unit: &str) -> Vec<(&'static str, usize)> {
        let own = form.and_then(|form| self.of_forms.get(&form));
        let shared = self.of_units.get(unit).filter(|_| !unit.is_empty());
        let times = |code: &str| {
            let of = |found: Option<&ByKind>| found.and_then(|all| all.get(code)).copied();
            of(own).unwrap_or_default() + of(shared).unwrap_or_default()
        };
        let kinds = selfscore_wording::cli_forms::KINDS.iter().map(|(code, _)| *code);
        kinds.map(|code| (code, times(code))).filter(|(_, times)| *times > 0).collect()
    }
}
