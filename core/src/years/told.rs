//! Whether a criterion tells units apart.

use serde::Serialize;

use crate::points::{self, Points};
use crate::scheme::Criterion;
use crate::scoring::{ScoreSheet, State};
use crate::text::Text;

/// A criterion's points over all units that it applies to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The criterion's id.
    pub criterion: String,
    /// Its title.
    pub title: Text,
    /// Full marks.
    pub full: Points,
    /// To how many forms it applies.
    pub units: usize,
    /// Of how many of them something is still to be answered; these have the least possible.
    pub open: usize,
    /// The fewest points; absent where it applies to nobody.
    pub least: Option<Points>,
    /// The middle one, or half-way between the two in the middle.
    pub median: Option<Points>,
    /// The most points.
    pub most: Option<Points>,
    /// Whether units differ; absent where there are fewer than two.
    pub apart: Option<bool>,
    /// Whether they differed in the criteria that it came from; absent where there are none.
    pub was_apart: Option<bool>,
}

impl Told {
    pub(super) fn of(criterion: &Criterion, sheets: &[&ScoreSheet]) -> Self {
        let lines = sheets.iter().filter_map(|sheet| sheet.line(&criterion.id));
        let lines: Vec<_> = lines.filter(|line| line.state != State::NotApplicable).collect();
        let mut all: Vec<Points> = lines.iter().map(|line| line.points).collect();
        all.sort();
        let (least, most) = (all.first().copied(), all.last().copied());
        Told {
            criterion: criterion.id.clone(),
            title: criterion.title.clone(),
            full: criterion.maximum(),
            units: all.len(),
            open: lines.iter().filter(|line| !line.state.answered()).count(),
            least,
            median: points::median(&all),
            most,
            apart: (all.len() > 1).then_some(least != most),
            was_apart: None,
        }
    }

    /// The points that all units have, where it does not tell them apart.
    pub fn same(&self) -> Option<Points> {
        self.least.filter(|_| self.apart == Some(false))
    }

    /// Whether it told units apart last year and no longer does.
    pub fn no_longer(&self) -> bool {
        self.apart == Some(false) && self.was_apart == Some(true)
    }
}
