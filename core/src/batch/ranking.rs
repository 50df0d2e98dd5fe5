//! Where each unit stands: its total, how far its check has come, and its place.

use std::collections::BTreeSet;

use super::together::{Kept, Outcome};
use crate::points::Points;
use crate::scheme::{Scheme, Ties};

/// How far the check of a form has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It could not be read or scored (退回).
    SentBack,
    /// Another form of the unit counts.
    Superseded,
    /// It came too late (视为放弃考核).
    Forfeited,
    /// Nothing was verified yet (待核定).
    Open,
    /// Some criteria were verified.
    Begun,
    /// Every counted criterion was verified (已核定).
    Verified,
}

/// A unit's place among those that have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The form, by its place in the outcome.
    pub form: usize,
    /// The total that it stands by: verified where anything was, else recomputed.
    pub total: Points,
    /// From 1; equal totals share a place.
    pub rank: usize,
}

impl Kept {
    /// How far its check has come.
    pub fn progress(&self, scheme: &Scheme) -> Progress {
        let Some(figures) = &self.figures else { return Progress::SentBack };
        if self.superseded_by.is_some() {
            return Progress::Superseded;
        }
        if self.forfeited {
            return Progress::Forfeited;
        }
        let counted = scheme.criteria().zip(&figures.lines).filter(|(one, _)| one.counted());
        let (done, all) = counted.fold((0, 0), |(done, all), (_, line)| {
            (done + usize::from(line.verified.is_some()), all + 1)
        });
        match done {
            0 => Progress::Open,
            done if done == all => Progress::Verified,
            _ => Progress::Begun,
        }
    }

    /// The total that it stands by.
    pub fn total(&self) -> Option<Points> {
        let figures = self.figures.as_ref()?;
        Some(figures.verified.unwrap_or(figures.recomputed))
    }
}

impl Outcome {
    /// The places of all forms that count, the best first; ties as the scheme says.
    pub fn ranking(&self, scheme: &Scheme) -> Vec<Place> {
        let counts = |kept: &Kept| {
            kept.superseded_by.is_none() && !kept.forfeited && scheme.assesses(&kept.unit)
        };
        let forms = self.forms.iter().enumerate().filter(|(_, kept)| counts(kept));
        let mut places: Vec<Place> = forms
            .filter_map(|(form, kept)| Some(Place { form, total: kept.total()?, rank: 0 }))
            .collect();
        places.sort_by(|one, other| {
            let unit = |place: &Place| self.forms[place.form].unit.as_str();
            other.total.cmp(&one.total).then_with(|| unit(one).cmp(unit(other)))
        });
        let ties = scheme.file().total.as_ref().map(|total| total.ties).unwrap_or_default();
        let totals: Vec<Points> = places.iter().map(|place| place.total).collect();
        for place in &mut places {
            let ahead = totals.iter().filter(|total| **total > place.total);
            place.rank = 1 + match ties {
                Ties::Skip => ahead.count(),
                Ties::Dense => ahead.collect::<BTreeSet<_>>().len(),
            };
        }
        places
    }
}
