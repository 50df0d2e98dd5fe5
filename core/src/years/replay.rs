//! Last year's forms under a draft scheme: who moves, by how much, by which clause.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::carry::{Fresh, carry};
use super::left::Left;
use super::moved::{self, By};
use super::route::{self, Taken};
use super::told::Told;
use crate::answer::Answers;
use crate::form::Form;
use crate::points::Points;
use crate::scheme::{Scheme, Ties};
use crate::scoring::{Circumstances, Peers, ScoreSheet, score_with};
use crate::text::Text;

/// Forms under two schemes, side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Replay {
    /// The scheme that the forms answer.
    pub old: Year,
    /// The one that they are scored under.
    pub new: Year,
    /// Each form, in the order given.
    pub units: Vec<UnitMoved>,
    /// Each counted criterion of the new scheme, in the order of its table.
    pub criteria: Vec<Told>,
    /// Where each criterion of the old scheme went.
    pub taken: Vec<Taken>,
    /// Whether the new scheme has no map from the old one.
    pub without_map: bool,
    /// Criteria that the map names and the old scheme does not have.
    pub unknown: Vec<String>,
}

/// A scheme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Year {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
    /// Its title.
    pub title: Text,
    /// Full marks.
    pub maximum: Points,
    /// Decimals of its totals.
    pub decimals: u32,
}

/// One form under both.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitMoved {
    /// The unit.
    pub unit: String,
    /// Under the old scheme.
    pub before: Side,
    /// Under the new one.
    pub after: Side,
    /// By how many points its total moves.
    pub difference: Points,
    /// By which criteria, the largest difference first; sums to `difference`.
    pub by: Vec<By>,
    /// What could not be carried.
    pub left: Vec<Left>,
    /// What the new scheme asks and nothing answers.
    pub fresh: Vec<Fresh>,
    /// What to know when reading its figures.
    pub remarks: Vec<Remark>,
}

impl UnitMoved {
    /// How many places it rises; negative where it falls.
    pub fn rises(&self) -> i64 {
        self.before.rank.place as i64 - self.after.rank.place as i64
    }
}

/// A form under one scheme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// The total; while incomplete, the least possible.
    pub total: Points,
    /// The most still possible.
    pub highest: Points,
    /// Full marks of what applies.
    pub maximum: Points,
    /// Whether nothing is left to be answered.
    pub complete: bool,
    /// Its place among the forms.
    pub rank: Rank,
    /// The words of its grade, where the scheme grades and it is sure.
    pub grade: Option<Text>,
}

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rank {
    /// From 1.
    pub place: usize,
    /// How many share it.
    pub shared_by: usize,
}

/// What to know when reading a unit's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "remark", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Remark {
    /// The form answers another scheme than the one given as the old one.
    OtherScheme {
        /// The scheme's id as the form has it.
        id: String,
    },
    /// The form answers another revision of the old scheme.
    OtherRevision {
        /// The revision as the form has it.
        revision: u64,
    },
    /// The old scheme does not assess a unit of that name.
    NotInOld,
    /// The new scheme does not assess a unit of that name.
    NotInNew,
    /// Several forms are of this unit.
    SeveralForms,
}

/// Scores forms under the scheme that they answer and, carried over, under another. Units are
/// compared among the forms given, which should be all; no form is taken as late, and no register
/// is at hand.
pub fn replay(old: &Scheme, new: &Scheme, forms: &[Form]) -> Replay {
    let carried: Vec<_> = forms.iter().map(|form| carry(old, new, &form.answers)).collect();
    let before =
        sheets(old, forms.iter().map(|form| (form.unit.as_str(), &form.answers)).collect());
    let after = forms.iter().zip(&carried);
    let after = after.map(|(form, carried)| (form.unit.as_str(), &carried.answers)).collect();
    let after = sheets(new, after);
    let (places_before, places_after) = (places(old, &before), places(new, &after));
    let empty = carry(old, new, &Answers::new());

    let mut units = Vec::with_capacity(forms.len());
    for (at, (form, carried)) in forms.iter().zip(carried).enumerate() {
        let (was, is) = (&before[at], &after[at]);
        units.push(UnitMoved {
            unit: form.unit.clone(),
            before: side(old, was, places_before[at]),
            after: side(new, is, places_after[at]),
            difference: is.total.minus(was.total),
            by: moved::by((old, was), (new, is)),
            left: carried.left,
            fresh: carried.fresh,
            remarks: remarks(old, new, form, forms),
        });
    }
    Replay {
        old: year(old),
        new: year(new),
        units,
        criteria: told(old, new, &before, &after),
        taken: empty.taken,
        without_map: empty.without_map,
        unknown: empty.unknown,
    }
}

fn year(scheme: &Scheme) -> Year {
    Year {
        id: scheme.id().into(),
        revision: scheme.file().revision,
        title: scheme.file().title.clone(),
        maximum: scheme.known_maximum(),
        decimals: scheme.total_decimals(),
    }
}

fn sheets(scheme: &Scheme, all: Vec<(&str, &Answers)>) -> Vec<ScoreSheet> {
    let peers = Peers::of(scheme, all.iter().map(|(_, answers)| *answers));
    let sheet = |(unit, answers): &(&str, &Answers)| {
        let circumstances = Circumstances { unit, peers: Some(&peers), ..Circumstances::default() };
        score_with(scheme, answers, &circumstances).0
    };
    all.iter().map(sheet).collect()
}

/// Every total's place, with ties as the scheme has them.
fn places(scheme: &Scheme, sheets: &[ScoreSheet]) -> Vec<Rank> {
    let ties = scheme.file().total.as_ref().map(|total| total.ties).unwrap_or_default();
    let place = |sheet: &ScoreSheet| {
        let ahead = sheets.iter().map(|other| other.total).filter(|other| *other > sheet.total);
        let ahead = match ties {
            Ties::Skip => ahead.count(),
            Ties::Dense => ahead.collect::<BTreeSet<_>>().len(),
        };
        let shared_by = sheets.iter().filter(|other| other.total == sheet.total).count();
        Rank { place: ahead + 1, shared_by }
    };
    sheets.iter().map(place).collect()
}

fn side(scheme: &Scheme, sheet: &ScoreSheet, rank: Rank) -> Side {
    let grades = scheme.file().total.as_ref().map_or(&[][..], |total| &total.grades);
    let grade = grades.iter().find(|grade| Some(&grade.id) == sheet.grade.as_ref());
    Side {
        total: sheet.total,
        highest: sheet.highest,
        maximum: sheet.maximum,
        complete: sheet.complete,
        rank,
        grade: grade.map(|grade| grade.label.clone()),
    }
}

fn remarks(old: &Scheme, new: &Scheme, form: &Form, forms: &[Form]) -> Vec<Remark> {
    let mut all = Vec::new();
    let of = &form.scheme;
    if of.id != old.id() {
        all.push(Remark::OtherScheme { id: of.id.clone() });
    } else if of.revision != u64::from(old.file().revision) {
        all.push(Remark::OtherRevision { revision: of.revision });
    }
    if !old.assesses(&form.unit) {
        all.push(Remark::NotInOld);
    }
    if !new.assesses(&form.unit) {
        all.push(Remark::NotInNew);
    }
    if forms.iter().filter(|other| other.unit == form.unit).count() > 1 {
        all.push(Remark::SeveralForms);
    }
    all
}

fn told(old: &Scheme, new: &Scheme, before: &[ScoreSheet], after: &[ScoreSheet]) -> Vec<Told> {
    let before: Vec<&ScoreSheet> = before.iter().collect();
    let after: Vec<&ScoreSheet> = after.iter().collect();
    let mut was: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for route in route::routes(old, new) {
        let apart = Told::of(route.from, &before).apart;
        for to in &route.to {
            was.entry(&to.id).or_default().extend(apart);
        }
    }
    let counted = new.criteria().filter(|criterion| criterion.counted());
    let told = counted.map(|criterion| {
        let was = was.get(criterion.id.as_str()).filter(|was| !was.is_empty());
        let was_apart = was.map(|was| was.contains(&true));
        Told { was_apart, ..Told::of(criterion, &after) }
    });
    told.collect()
}
