//! Judged (酌情) shares and points of all units side by side, so that like is treated alike.
//!
//! Forms are taken one after the other like a [`Batch`](super::Batch) takes them. What is judged alike stands in
//! one group: tasks of one criterion at the same completion, whoever's they are; the same option; the same item
//! as often.
//!
//! A claim stands apart ([`Claim::outlier`]) where its group has at least [`LEAST`] claims, and it lies farther
//! from their median than one [`PART`]th of the range that may be claimed, *and* farther than [`TIMES`] times the
//! median of all distances from it (the median absolute deviation, which a few odd ones do not move). The
//! first keeps small differences quiet where all others are the same, the second keeps a group quiet in which
//! everybody differs. It is our aid; no notice says so, and no points follow from it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use selfscore_wording::{Lang, results as words};

use crate::draft::item_words;
use crate::form::Form;
use crate::points::{self, Points};
use crate::scheme::{Role, Scheme};
use crate::scoring::{About, discretion};

/// The fewest claims of a group in which one can stand apart.
pub const LEAST: usize = 3;
/// One claim must be farther from the median than this part of the range.
pub const PART: u32 = 10;
/// One claim must be farther from the median than so many times the median distance.
pub const TIMES: u32 = 2;

/// Claims of all forms, one form after the other. It grows with what is judged.
pub struct Shares<'a> {
    scheme: &'a Scheme,
    groups: BTreeMap<Key, Gathered>,
}

/// A group by the criterion's place and what is judged of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key(usize, At);

/// What the claims of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The completion of tasks, per cent.
    Completion(Decimal),
    /// An option, by its id.
    Choice(String),
    /// An item that happened so often, by its id.
    Item(String, u32),
    /// The criterion.
    Whole,
}

struct Gathered {
    range: (Points, Points),
    claims: Vec<Claim>,
}

/// One unit's claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The form, by the place that the caller gave it.
    pub form: usize,
    /// The unit by the form's word.
    pub unit: String,
    /// The task's number; empty where it is no task.
    pub number: String,
    /// The task's title.
    pub title: String,
    /// The unit's part in the task.
    pub role: Option<Role>,
    /// What is claimed: of tasks, per cent of full marks; else points. `None` where nothing is that can be used.
    pub claim: Option<Points>,
    /// The reason that the unit gives.
    pub reason: String,
    /// How far it lies from the group's median; negative below it.
    pub off: Option<Points>,
    /// Whether it stands apart.
    pub outlier: bool,
}

/// Claims that are judged alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The criterion's id.
    pub criterion: String,
    /// What they have in common.
    pub at: At,
    /// The least and the most that may be claimed.
    pub range: (Points, Points),
    /// The lowest claim; `None` where nobody claims.
    pub lowest: Option<Points>,
    /// The middle one, or half-way between the two in the middle.
    pub median: Option<Points>,
    /// The highest.
    pub highest: Option<Points>,
    /// The claims, the lowest first; then those without one.
    pub claims: Vec<Claim>,
}

impl<'a> Shares<'a> {
    /// No forms yet.
    pub fn new(scheme: &'a Scheme) -> Self {
        Shares { scheme, groups: BTreeMap::new() }
    }

    /// Takes what is judged in a form. `at` is the form's place among all.
    pub fn add(&mut self, at: usize, form: &Form) {
        let unit = form.unit.trim();
        for found in discretion(self.scheme, unit, &form.answers) {
            let id = found.criterion.id.as_str();
            let place = self.scheme.criteria().position(|one| one.id == id).unwrap_or_default();
            let answer = form.answers.get(id);
            let mut claim = Claim {
                form: at,
                unit: unit.to_owned(),
                number: String::new(),
                title: String::new(),
                role: None,
                claim: found.claim.map(|claim| Points::new(claim.normalize())),
                reason: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
                off: None,
                outlier: false,
            };
            let key = match found.about {
                About::Task(index, completion) => {
                    let task = answer.and_then(|answer| answer.tasks.as_ref()?.get(index));
                    if let Some(task) = task {
                        claim.number = task.number.trim().to_owned();
                        claim.title = task.title.clone();
                        claim.role = task.role;
                        claim.reason = task.note.clone();
                    }
                    At::Completion(completion.normalize())
                }
                About::Choice(id) => At::Choice(id.to_owned()),
                About::Item(id, times) => At::Item(id.to_owned(), times),
                About::Whole => At::Whole,
            };
            let empty = || Gathered { range: found.range, claims: Vec::new() };
            self.groups.entry(Key(place, key)).or_insert_with(empty).claims.push(claim);
        }
    }

    /// The groups, by criterion in the scheme's order and by rising completion. `counts` says of a form's place
    /// whether it counts; the others' claims are left out.
    pub fn finish(self, counts: impl Fn(usize) -> bool) -> Vec<Group> {
        let criteria: Vec<&str> = self.scheme.criteria().map(|one| one.id.as_str()).collect();
        let group = |(Key(place, at), Gathered { range, mut claims }): (Key, Gathered)| {
            claims.retain(|claim| counts(claim.form));
            let criterion = (*criteria.get(place)?).to_owned();
            (!claims.is_empty()).then(|| Group::of(criterion, at, range, claims))
        };
        self.groups.into_iter().filter_map(group).collect()
    }
}

impl Group {
    fn of(criterion: String, at: At, range: (Points, Points), mut claims: Vec<Claim>) -> Self {
        claims.sort_by(|one, other| {
            let key = |claim: &Claim| (claim.claim.is_none(), claim.claim);
            let more = |claim: &Claim| (claim.unit.clone(), claim.number.clone(), claim.form);
            key(one).cmp(&key(other)).then_with(|| more(one).cmp(&more(other)))
        });
        let all: Vec<Points> = claims.iter().filter_map(|claim| claim.claim).collect();
        let median = points::median(&all);
        if let Some(median) = median {
            mark(&mut claims, median, range, all.len());
        }
        let (lowest, highest) = (all.first().copied(), all.last().copied());
        Group { criterion, at, range, lowest, median, highest, claims }
    }

    /// Whether something in it stands apart.
    pub fn has_outliers(&self) -> bool {
        self.claims.iter().any(|claim| claim.outlier)
    }

    /// What the claims have in common, in words.
    pub fn words(&self, scheme: &Scheme, lang: Lang) -> String {
        let criterion = scheme.criterion(&self.criterion);
        let item = |id: &str| item_words(criterion.map(|one| &one.rule), id, lang);
        match &self.at {
            At::Completion(percent) => words::at_completion(lang, percent),
            At::Choice(id) => item(id),
            At::Item(id, times) => words::of_item(lang, item(id), times),
            At::Whole => scheme.title_of(&self.criterion).get(lang).to_owned(),
        }
    }

    /// Whether claims are shares in per cent of full marks; else they are points.
    pub fn of_tasks(&self) -> bool {
        matches!(self.at, At::Completion(_))
    }
}

/// Says how far each claim is from the median, and which stand apart.
fn mark(claims: &mut [Claim], median: Points, range: (Points, Points), count: usize) {
    let distance = |points: Points| points.apart(median);
    let mut distances: Vec<Points> =
        claims.iter().filter_map(|one| one.claim.map(distance)).collect();
    distances.sort_unstable();
    let deviation = points::median(&distances).unwrap_or_default();
    let times = |points: Points, by: u32| points::mul(points.value(), Decimal::from(by));
    for claim in claims {
        let Some(points) = claim.claim else { continue };
        claim.off = Some(points.minus(median));
        claim.outlier = count >= LEAST
            // The part of the range without dividing.
            && times(distance(points), PART) > range.1.minus(range.0).value()
            && distance(points).value() > times(deviation, TIMES);
    }
}

/// The rule by which a claim stands apart, in words.
pub fn rule_words(lang: Lang) -> String {
    words::outlier_rule(lang, LEAST, 100 / PART, TIMES)
}
