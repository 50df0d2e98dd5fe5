//! From a finished check to feedback.

use selfscore_wording::Lang;

use super::{About, Feedback, Found, Item, Late, Said};
use crate::batch::{Basis, Finding, Kept, Outcome, What};
use crate::form::{FormFile, SchemeRef, ShortCode};
use crate::points::Points;
use crate::scheme::{Clause, Criterion};
use crate::scoring::{Circumstances, ScoreSheet, State, Unlisted, score_with};
use crate::text::Text;
use crate::verify::Decision;

impl Feedback {
    /// The feedback on the form at a place of the outcome, `file` being that form. `None` where there is no such
    /// place. It tells no rank; whoever tells it sets [`Feedback::rank`]. `made_at` is RFC 3339.
    pub fn of(
        basis: &Basis<'_>,
        outcome: &Outcome,
        at: usize,
        file: &FormFile,
        made_at: &str,
    ) -> Option<Self> {
        let kept = outcome.forms.get(at)?;
        let scheme = basis.scheme;
        let findings: Vec<&Finding> = outcome.of_form(at).collect();
        let figures = kept.figures.as_ref();
        let items = items(basis, kept, file, &findings);
        let mut reviewers: Vec<String> = Vec::new();
        for item in items.iter().filter(|item| item.verified.is_some()) {
            if !reviewers.contains(&item.reviewer) {
                reviewers.push(item.reviewer.clone());
            }
        }
        let late = findings.iter().find_map(|found| match &found.what {
            What::Late { due, days, forfeited, .. } => {
                Some(Late { due: due.clone(), days: u64::from(*days), forfeited: *forfeited })
            }
            _ => None,
        });
        let told = |found: &&Finding| Found {
            code: found.what.code().to_owned(),
            criterion: found.criterion.clone(),
            claimed: found.claimed,
            recomputed: found.recomputed,
            message: Text {
                zh: found.message(scheme, Lang::Zh),
                en: found.message(scheme, Lang::En),
            },
            remedy: Text { zh: found.remedy(Lang::Zh).into(), en: found.remedy(Lang::En).into() },
        };
        Some(Feedback {
            scheme: SchemeRef::of(scheme),
            unit: kept.unit.clone(),
            form: About {
                file: kept.file.clone(),
                sha256: file.check_code.parts().0.to_owned(),
                short_code: ShortCode::of(&file.form).to_string(),
                exported_at: file.form.exported_at.clone(),
                received: kept.received.clone().unwrap_or_default(),
            },
            reviewers,
            made_at: made_at.to_owned(),
            state: kept.progress(scheme),
            claimed: figures.and_then(|figures| figures.claimed),
            recomputed: figures.map(|figures| figures.recomputed),
            verified: figures.and_then(|figures| figures.verified),
            rank: None,
            late,
            items,
            findings: findings.iter().map(told).collect(),
        })
    }
}

fn items(basis: &Basis<'_>, kept: &Kept, file: &FormFile, findings: &[&Finding]) -> Vec<Item> {
    let Some(figures) = &kept.figures else { return Vec::new() };
    let sheet = recomputed(basis, kept, file, findings);
    let lines = basis.scheme.criteria().zip(&figures.lines);
    let counted = lines.filter(|(one, line)| one.counted() && line.state != State::NotApplicable);
    let item = |(criterion, line): (&Criterion, &crate::batch::LineFigures)| {
        let decision = line.verified.and_then(|points| decision(basis, kept, criterion, points));
        Item {
            criterion: criterion.id.clone(),
            title: criterion.title.clone(),
            maximum: criterion.maximum(),
            claimed: line.claimed,
            recomputed: line.recomputed,
            verified: line.verified,
            reason: decision.map(|one| one.reason.clone()).unwrap_or_default(),
            reviewer: decision.map(|one| one.reviewer.clone()).unwrap_or_default(),
            clauses: clauses(criterion, &sheet),
        }
    };
    counted.map(item).collect()
}

/// The sheet whose figures were recomputed: with the tasks that were found to be left out.
fn recomputed(
    basis: &Basis<'_>,
    kept: &Kept,
    file: &FormFile,
    findings: &[&Finding],
) -> ScoreSheet {
    let left_out = |found: &&Finding| match &found.what {
        What::TaskMissing { number, role, .. } => {
            Some(Unlisted { number: number.clone(), role: *role })
        }
        _ => None,
    };
    let unlisted: Vec<Unlisted> = findings.iter().filter_map(left_out).collect();
    let circumstances = Circumstances {
        unit: &kept.unit,
        unlisted: &unlisted,
        peers: basis.peers,
        ..Circumstances::default()
    };
    score_with(basis.scheme, &file.form.answers, &circumstances).0
}

/// The last decision that gives the points that stand.
fn decision<'a>(
    basis: &Basis<'a>,
    kept: &Kept,
    criterion: &Criterion,
    points: Points,
) -> Option<&'a Decision> {
    let standing = basis.verified?.standing(&kept.unit, &criterion.id);
    standing.into_iter().rev().find(|one| one.points == Some(points))
}

/// The clauses that a line applies; where it names none, all of the criterion.
fn clauses(criterion: &Criterion, sheet: &ScoreSheet) -> Vec<Said> {
    let applied = sheet.line(&criterion.id).map(|line| line.trace.clauses()).unwrap_or_default();
    let named = |clause: &&Clause| applied.is_empty() || applied.contains(&clause.id.as_str());
    let said = |clause: &Clause| Said {
        mark: clause.mark.clone(),
        text: clause.text.clone(),
        basis: clause.basis,
        reading: clause.reading.as_ref().map(|reading| reading.ours.clone()),
    };
    criterion.clauses.iter().filter(named).map(said).collect()
}
