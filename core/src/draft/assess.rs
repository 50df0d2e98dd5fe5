//! A draft, read, scored and judged: what the page shows after every keystroke, and what an
//! export writes.

use std::collections::BTreeSet;

use super::Draft;
use super::read::amount;
use crate::answer::Answers;
use crate::form::decode::unescape;
use crate::form::{Form, MISSING, Stated};
use crate::issue::{Issue, Problem, Severity, field};
use crate::points::Points;
use crate::scheme::Scheme;
use crate::scoring::{Circumstances, Line, ScoreSheet, figures_with, score_with};

/// A draft with all that follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// What it says, typed, without figures.
    pub form: Form,
    /// Its points.
    pub sheet: ScoreSheet,
    /// What is wrong or missing, in the order of the form.
    pub issues: Vec<Issue>,
}

/// Reads, scores and judges a draft.
pub fn assess(scheme: &Scheme, draft: &Draft) -> Assessment {
    let (form, mut issues) = draft.read(scheme);
    let (sheet, found) = judge(scheme, &form);
    // A field that could not be read is not missing as well.
    let unread: BTreeSet<String> = issues.iter().map(|issue| issue.field.clone()).collect();
    let found =
        found.into_iter().map(|issue| Issue { field: in_rows(draft, issue.field), ..issue });
    issues.extend(found.filter(|issue| !unread.contains(&issue.field)));
    issues.sort_by_key(|issue| position(scheme, &issue.field));
    Assessment { form, sheet, issues }
}

/// A score's place among those typed. Scoring knows only those that could be read.
fn in_rows(draft: &Draft, pointer: String) -> String {
    let parts: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let ["answers", id, "scores", index] = parts[..] else { return pointer };
    let rows = draft.entry(id).into_iter().flat_map(|entry| (0..).zip(&entry.scores));
    let mut read = rows.filter(|(_, text)| matches!(amount(text), Ok(Some(_))));
    let row = index.parse().ok().and_then(|index| read.nth(index));
    row.map_or_else(|| pointer.clone(), |(row, _)| field::score(id, row))
}

/// Scores a form and says what is wrong or missing in it.
pub fn judge(scheme: &Scheme, form: &Form) -> (ScoreSheet, Vec<Issue>) {
    judged(scheme, form, score_with)
}

/// As [`judge`], without the explanations: for many forms.
pub(crate) fn judge_figures(scheme: &Scheme, form: &Form) -> (ScoreSheet, Vec<Issue>) {
    judged(scheme, form, figures_with)
}

fn judged(
    scheme: &Scheme,
    form: &Form,
    score: fn(&Scheme, &Answers, &Circumstances<'_>) -> (ScoreSheet, Vec<Issue>),
) -> (ScoreSheet, Vec<Issue>) {
    let mut issues = Vec::new();
    if form.unit.trim().is_empty() {
        issues.push(Issue::new(field::head("unit"), Problem::UnitMissing));
    } else if !scheme.assesses(&form.unit) {
        issues.push(Issue::new(field::head("unit"), Problem::UnknownUnit(form.unit.clone())));
    }
    let circumstances = Circumstances { unit: form.unit.trim(), ..Circumstances::default() };
    let (sheet, found) = score(scheme, &form.answers, &circumstances);
    issues.extend(found);
    (sheet, issues)
}

/// Where a field stands in the form: head first, then the criteria in the scheme's order.
fn position(scheme: &Scheme, pointer: &str) -> usize {
    let Some(rest) = pointer.strip_prefix("/answers/") else { return 0 };
    let id = rest.split('/').next().unwrap_or_default();
    scheme.criteria().position(|criterion| criterion.id == id).map_or(usize::MAX, |at| at + 1)
}

impl Assessment {
    /// Whether nothing is missing or wrong, so that the form can be handed in.
    pub fn ready(&self) -> bool {
        self.sheet.complete && !self.issues.iter().any(Issue::blocks)
    }

    /// The issues that keep the form from being ready.
    pub fn blocking(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.blocks())
    }

    /// The most severe issue of a criterion's.
    pub fn worst(&self, criterion: &str) -> Option<Severity> {
        let answer = field::answer(criterion);
        let within = |issue: &&Issue| {
            issue.field.strip_prefix(&answer).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        self.issues.iter().filter(within).map(Issue::severity).min()
    }

    /// The form to hand in, with its figures; marked with what is missing unless it is ready.
    /// `exported_at` is RFC 3339.
    pub fn export(&self, scheme: &Scheme, exported_at: &str) -> Form {
        let mut form = self.form.clone();
        let points = |points: Points, decimals: u32| {
            // Fixed places always read back: they are digits and a point.
            points.fixed(decimals).parse().unwrap_or(points)
        };
        let line = |line: &Line| (line.criterion.clone(), points(line.points, scheme.decimals()));
        let counted = self.sheet.lines.iter().filter(|line| scheme.counts(&line.criterion));
        form.score = Some(Stated {
            total: Some(points(self.sheet.total, scheme.total_decimals())),
            criteria: counted.map(line).collect(),
            extra: form.score.take().map(|score| score.extra).unwrap_or_default(),
        });
        form.exported_at = exported_at.into();
        if !self.ready() {
            let missing: BTreeSet<&str> = self.blocking().map(|i| i.field.as_str()).collect();
            form.extra.insert(MISSING.into(), missing.into_iter().collect());
        }
        form
    }
}
