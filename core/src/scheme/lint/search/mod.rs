//! What only scoring can tell: answers are tried, and the best must have full marks and a better
//! one must not score less. It covers how modifiers, groups, gates and classes act together,
//! where the exact checks look at one of them at a time.

mod best;
mod numbers;
mod paths;
mod rungs;

pub use rungs::rungs;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Finding;
use super::walk::{Placed, Walk};
use crate::answer::{Answer, Answers};
use crate::points::Points;
use crate::scheme::{Scheme, When};
use crate::scoring::{Circumstances, Peers, ScoreSheet, score_with};

/// The most times that a scheme is scored. Ways are tried in a fixed order until it is spent.
const TRIES: usize = 3_000;
/// The most lines that are scored in all, so that the time for a large scheme is bounded too.
const LINES: usize = 600_000;
/// In how many orders criteria are gone through.
const ORDERS: usize = 4;
/// The most flags of one criterion whose combinations are all tried.
const FLAGS: u32 = 6;

pub(super) fn check(walk: &Walk<'_>, found: &mut Vec<Finding>) {
    let scheme = Scheme { file: walk.file.clone(), digest: String::new() };
    let mut search = Search::of(walk, &scheme);
    let known = std::mem::take(found);
    search.full_marks(&known, found);
    search.paths(&known, found);
    found.splice(0..0, known);
}

/// A criterion with its answers from the worst to the best.
struct Tried<'a> {
    placed: &'a Placed<'a>,
    rungs: Vec<Answer>,
    flags: Vec<&'a str>,
    /// Which of the combinations of flags serve it best and worst.
    best: u32,
    worst: u32,
}

struct Search<'a> {
    scheme: &'a Scheme,
    tried: Vec<Tried<'a>>,
    /// One unit of every class, and one of none.
    units: Vec<&'a str>,
    peers: Peers,
    left: usize,
    /// Places and clauses that are reported already: each once, not for every criterion.
    blamed: BTreeSet<(String, Option<String>)>,
}

impl<'a> Search<'a> {
    fn of(walk: &'a Walk<'a>, scheme: &'a Scheme) -> Self {
        let file = walk.file;
        // So few that every order of going through them has its turn.
        let criteria = walk.criteria.len().max(1);
        let tries = TRIES.min(LINES / criteria);
        let each = (tries / ORDERS / criteria).max(2);
        let tried: Vec<Tried<'a>> = walk
            .criteria
            .iter()
            .map(|placed| {
                let flags = placed.criterion.modifiers.iter().filter_map(|m| match m.when() {
                    Some(When::Flag { id, .. }) => Some(id.as_str()),
                    _ => None,
                });
                let flags: BTreeSet<&str> = flags.collect();
                let rungs = thin(rungs::rungs(placed.criterion, file.decimals), each);
                Tried { placed, rungs, flags: flags.into_iter().collect(), best: 0, worst: 0 }
            })
            .filter(|tried| !tried.rungs.is_empty())
            .collect();
        let classed = |unit: &&String| file.classes.iter().any(|one| one.units.contains(*unit));
        let mut units: Vec<&str> =
            file.classes.iter().filter_map(|class| class.units.first()).map(|u| &**u).collect();
        units.extend(file.units.iter().find(|unit| !classed(unit)).map(|unit| &**unit));
        // Another unit in the middle of every range, so that units are compared at all.
        let other: Answers = tried
            .iter()
            .map(|one| (one.placed.criterion.id.clone(), one.rungs[one.rungs.len() / 2].clone()))
            .collect();
        let peers = Peers::of(scheme, [&other]);
        Search { scheme, tried, units, peers, left: tries, blamed: BTreeSet::new() }
    }

    fn score(&mut self, unit: &str, answers: &Answers) -> Option<ScoreSheet> {
        self.left = self.left.checked_sub(1)?;
        let peers = Some(&self.peers);
        let circumstances = Circumstances { unit, peers, ..Circumstances::default() };
        Some(score_with(self.scheme, answers, &circumstances).0)
    }

    fn optional(&self) -> bool {
        self.tried.iter().any(|one| one.placed.criterion.optional.is_some())
    }
}

impl Tried<'_> {
    fn full(&self, decimals: u32) -> Points {
        self.placed.criterion.maximum().padded(decimals)
    }

    fn answer(&self, rung: usize, flags: u32) -> (String, Answer) {
        let mut answer = self.rungs[rung].clone();
        if !self.flags.is_empty() {
            let flag =
                |(at, id): (usize, &&str)| ((*id).to_owned(), at < 32 && flags & (1 << at) != 0);
            answer.flags = Some(self.flags.iter().enumerate().map(flag).collect());
        }
        (self.placed.criterion.id.clone(), answer)
    }

    fn given(&self, rung: usize, best_flags: bool, absent: bool) -> (String, Answer) {
        if absent && self.placed.criterion.optional.is_some() {
            let answer = Answer { applies: Some(false), ..Answer::default() };
            return (self.placed.criterion.id.clone(), answer);
        }
        self.answer(rung, if best_flags { self.best } else { self.worst })
    }
}

/// So many of them at most, the first and the last ones among them.
fn thin(all: Vec<Answer>, most: usize) -> Vec<Answer> {
    let (len, gaps) = (all.len(), most - 1);
    let keep = |at: &usize| len <= most || (0..=gaps).any(|n| n * (len - 1) / gaps == *at);
    all.into_iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, answer)| answer).collect()
}

/// The place in the file of how a section's parts come together.
fn place(section: &str) -> String {
    match section {
        "/total/base" => section.to_owned(),
        group => format!("{group}/together"),
    }
}
