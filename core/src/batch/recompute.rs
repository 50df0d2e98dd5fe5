//! The recomputed figures of a form with the way that each came about.

use super::Basis;
use super::examine::{Submitted, examine};
use super::finding::What;
use crate::form::FormFile;
use crate::scoring::{Circumstances, ScoreSheet, Unlisted, score_with};

/// The sheet behind a form's recomputed figures: tasks of the register that are left out count at nothing, days
/// late are taken off, other units' figures are heeded. `None` where the form is not scored, answering another
/// scheme. What was verified does not matter to it.
pub fn recompute(
    basis: &Basis<'_>,
    submitted: Submitted<'_>,
    file: &FormFile,
) -> Option<ScoreSheet> {
    let examined = examine(&Basis { verified: None, ..*basis }, submitted, Ok(file));
    examined.figures.as_ref()?;
    let (mut unlisted, mut days_late) = (Vec::new(), 0);
    for found in examined.findings {
        match found.what {
            What::TaskMissing { number, role, .. } => unlisted.push(Unlisted { number, role }),
            What::Late { days, forfeited: false, .. } => days_late = days,
            _ => {}
        }
    }
    let circumstances = Circumstances {
        unit: &examined.unit,
        unlisted: &unlisted,
        peers: basis.peers,
        days_late,
        verified: None,
    };
    Some(score_with(basis.scheme, &file.form.answers, &circumstances).0)
}
