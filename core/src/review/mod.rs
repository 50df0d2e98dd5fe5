//! A form's stated figures beside the recomputed ones; two forms of a unit beside each other.

mod between;

pub use between::{Difference, FieldDiffers, PointsDiffer, between};

use crate::form::Form;
use crate::points::Points;
use crate::scheme::Scheme;
use crate::scoring::ScoreSheet;

/// One figure, as stated and as recomputed.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The criterion's id; `None` for the total.
    pub criterion: Option<String>,
    /// As the file states it.
    pub stated: Option<Points>,
    /// As the answers give it.
    pub recomputed: Points,
}

impl Compared {
    /// Whether the file states another figure than its answers give.
    pub fn differs(&self) -> bool {
        self.stated.is_some_and(|stated| stated != self.recomputed)
    }
}

/// Every counted line's figures in the scheme's order, the total last.
pub fn compare(scheme: &Scheme, form: &Form, sheet: &ScoreSheet) -> Vec<Compared> {
    let stated = |criterion: &str| form.score.as_ref()?.criteria.get(criterion).copied();
    let counted = sheet.lines.iter().filter(|line| scheme.counts(&line.criterion));
    let mut all: Vec<Compared> = counted
        .map(|line| Compared {
            criterion: Some(line.criterion.clone()),
            stated: stated(&line.criterion),
            recomputed: line.points,
        })
        .collect();
    // A figure for a criterion that the scheme does not count is a difference too.
    let unknown = form.score.iter().flat_map(|score| &score.criteria);
    let unknown = unknown.filter(|(id, _)| !scheme.counts(id));
    all.extend(unknown.map(|(id, points)| Compared {
        criterion: Some(id.clone()),
        stated: Some(*points),
        recomputed: Points::ZERO,
    }));
    all.push(Compared {
        criterion: None,
        stated: form.score.as_ref().and_then(|score| score.total),
        recomputed: sheet.total,
    });
    all
}
