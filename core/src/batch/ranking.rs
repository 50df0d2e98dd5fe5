//! Where each unit stands: its total, how far its check has come, and its place.

use selfscore_wording::{Lang, results as words};

use super::together::{Kept, Outcome};
use crate::points::Points;
use crate::scheme::{Scheme, Ties};
use crate::scoring::State;

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

impl Progress {
    /// It in words.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Progress::SentBack => words::sent_back(lang),
            Progress::Superseded => words::superseded(lang),
            Progress::Forfeited => words::forfeited(lang),
            Progress::Open => words::open(lang),
            Progress::Begun => words::begun(lang),
            Progress::Verified => words::done(lang),
        }
    }

    /// A name for machines.
    pub fn code(self) -> &'static str {
        match self {
            Progress::SentBack => "sent_back",
            Progress::Superseded => "superseded",
            Progress::Forfeited => "forfeited",
            Progress::Open => "open",
            Progress::Begun => "begun",
            Progress::Verified => "verified",
        }
    }

    /// What a name for machines means.
    pub fn from_code(code: &str) -> Option<Self> {
        use Progress::{Begun, Forfeited, Open, SentBack, Superseded, Verified};
        [SentBack, Superseded, Forfeited, Open, Begun, Verified]
            .into_iter()
            .find(|one| one.code() == code)
    }
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
        // What does not apply to the unit is not waited for.
        let counted = scheme
            .criteria()
            .zip(&figures.lines)
            .filter(|(one, line)| one.counted() && line.state != State::NotApplicable);
        let (done, all) = counted.fold((0, 0), |(done, all), (_, line)| {
            (done + usize::from(line.verified.is_some()), all + 1)
        });
        match done {
            0 => Progress::Open,
            done if done == all => Progress::Verified,
            _ => Progress::Begun,
        }
    }

    /// Whether it is compared with others: a form of a unit that is assessed, scored, not forfeited, and the
    /// one of its unit that counts.
    pub fn counts(&self, scheme: &Scheme) -> bool {
        self.figures.is_some()
            && self.superseded_by.is_none()
            && !self.forfeited
            && scheme.assesses(&self.unit)
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
        let forms = self.forms.iter().enumerate().filter(|(_, kept)| kept.counts(scheme));
        let mut places: Vec<Place> = forms
            .filter_map(|(form, kept)| Some(Place { form, total: kept.total()?, rank: 0 }))
            .collect();
        places.sort_by(|one, other| {
            let unit = |place: &Place| self.forms[place.form].unit.as_str();
            other.total.cmp(&one.total).then_with(|| unit(one).cmp(unit(other)))
        });
        let ties = scheme.file().total.as_ref().map(|total| total.ties).unwrap_or_default();
        let (mut before, mut rank, mut dense) = (None, 0, 0);
        for (at, place) in places.iter_mut().enumerate() {
            if before.replace(place.total) != Some(place.total) {
                dense += 1;
                rank = match ties {
                    Ties::Skip => at + 1,
                    Ties::Dense => dense,
                };
            }
            place.rank = rank;
        }
        places
    }
}
