//! Which equal cases are chosen, what is typed for them, and settling them.

use std::collections::BTreeMap;

use leptos::prelude::*;
use selfscore_core::batch::LineFigures;
use selfscore_core::results::kind_words;
use selfscore_core::scheme::Criterion;
use selfscore_core::verify::{Alike, Case, Given, Refused};
use selfscore_wording::{Lang, unit as words};

use super::claimed;
use crate::pages::check::unit::OneForm;
use crate::pages::check::unit::fields::{Why, read_points};
use crate::parts::shown;
use crate::session::Session;

/// What makes cases equal to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The same was found, by its code.
    Found(&'static str),
    /// The same figures are claimed and recomputed.
    Figures,
}

impl Kind {
    const ALL: [Kind; 3] =
        [Kind::Found("figures_differ"), Kind::Found("task_missing"), Kind::Figures];

    /// It in words.
    pub fn words(self, line: LineFigures, decimals: u32, lang: Lang) -> String {
        match self {
            Kind::Found(code) => kind_words(code, lang).to_owned(),
            Kind::Figures => words::alike_figures(
                lang,
                claimed(line.claimed, decimals, lang),
                shown(line.recomputed, decimals),
            ),
        }
    }
}

/// All of it; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Chosen {
    form: OneForm,
    criterion: StoredValue<Criterion>,
    /// The kinds by which other cases are equal to this one, with all of them.
    pub kinds: Memo<Vec<(Kind, Vec<Case>)>>,
    /// The kind that is wanted; the first one if there is none of it.
    pub wanted: RwSignal<Option<Kind>>,
    /// The kind and its cases.
    pub cases: Memo<Option<(Kind, Vec<Case>)>>,
    /// By unit, whether somebody ticked it or not.
    pub ticks: RwSignal<BTreeMap<String, bool>>,
    /// Whether points are typed, the same for all.
    pub by_points: RwSignal<bool>,
    /// The points as typed.
    pub points: RwSignal<String>,
    /// Why.
    pub reason: RwSignal<String>,
    /// What is wrong with a field.
    pub why: RwSignal<Option<Why>>,
    /// What is wrong with single units.
    pub refused: RwSignal<Vec<(String, Refused)>>,
    /// Whether nobody was chosen.
    pub nobody: RwSignal<bool>,
}

impl Chosen {
    /// Nothing is typed yet, and all are chosen that are not settled.
    pub fn new(
        form: OneForm,
        criterion: StoredValue<Criterion>,
        line: Memo<Option<LineFigures>>,
    ) -> Self {
        let kinds: Memo<Vec<(Kind, Vec<Case>)>> = Memo::new(move |_| {
            form.desk.outcome.track();
            form.desk.verified.track();
            let (Some(place), Some(line)) = (form.place.get(), line.get()) else {
                return Vec::new();
            };
            let (claimed, recomputed) = (line.claimed, line.recomputed);
            let of = |kind: Kind| {
                let what = match kind {
                    Kind::Found(code) => Alike::Found(code),
                    Kind::Figures => Alike::Figures { claimed, recomputed },
                };
                (kind, criterion.with_value(|one| form.desk.alike(&one.id, what)))
            };
            let others = |(_, cases): &(Kind, Vec<Case>)| {
                cases.len() > 1 && cases.iter().any(|case| case.form == place)
            };
            Kind::ALL.map(of).into_iter().filter(others).collect()
        });
        let wanted = RwSignal::new(None::<Kind>);
        let cases = Memo::new(move |_| {
            kinds.with(|kinds| {
                let wanted = wanted.get();
                let chosen = kinds.iter().find(|(kind, _)| Some(*kind) == wanted);
                chosen.or(kinds.first()).cloned()
            })
        });
        Chosen {
            form,
            criterion,
            kinds,
            wanted,
            cases,
            ticks: RwSignal::default(),
            by_points: RwSignal::new(false),
            points: RwSignal::default(),
            reason: RwSignal::default(),
            why: RwSignal::new(None),
            refused: RwSignal::default(),
            nobody: RwSignal::new(false),
        }
    }

    /// Whether a case is chosen: what is settled already is not replaced unless somebody says so.
    pub fn ticked(self, case: &Case) -> bool {
        self.ticks.with(|ticks| ticks.get(&case.unit).copied().unwrap_or(case.standing.is_empty()))
    }

    /// The cases that are chosen.
    pub fn all(self) -> Vec<Case> {
        let cases = self.cases.get().map(|(_, cases)| cases).unwrap_or_default();
        cases.into_iter().filter(|case| self.ticked(case)).collect()
    }

    /// Settles them.
    pub fn apply(self, session: Session) {
        self.refused.set(Vec::new());
        let cases = untrack(|| self.all());
        self.nobody.set(cases.is_empty());
        if cases.is_empty() {
            return;
        }
        let given = match self.by_points.get_untracked() {
            false => Given::Recomputed,
            true => match self.points.with_untracked(|text| read_points(text)) {
                Ok(points) => Given::Points(points),
                Err(wrong) => return self.why.set(Some(wrong)),
            },
        };
        let (id, title) = self.criterion.with_value(|one| (one.id.clone(), one.title.clone()));
        match self.form.desk.decide_alike(&cases, &id, given, &self.reason.get_untracked()) {
            Ok(()) => {
                self.why.set(None);
                self.ticks.set(BTreeMap::new());
                let count = cases.len();
                session.say(move |lang| words::alike_done(lang, title.get(lang), count));
            }
            // What is wrong with all of them is wrong with a field.
            Err(all) => match all.split_first() {
                Some(((_, first), rest)) if rest.iter().all(|(_, one)| one == first) => {
                    self.why.set(Some(Why::Refused(first.clone())));
                }
                _ => self.refused.set(all),
            },
        }
    }
}
