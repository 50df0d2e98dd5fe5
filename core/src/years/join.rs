//! What comes to one criterion from one or several earlier ones, joined to one answer.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;

use super::left::{Left, Why};
use super::place::{Piece, claim_range, counts_once};
use crate::answer::{Amount, Answer};
use crate::limits;
use crate::points::{self, Points};
use crate::scheme::{Criterion, Rule};

/// A piece on its way, and how it is named if it cannot stay.
pub(super) struct Come {
    pub piece: Piece,
    pub named: Option<Left>,
}

impl Come {
    /// One that says only that a list is answered.
    pub fn silent(piece: Piece) -> Self {
        Come { piece, named: None }
    }
}

/// Joins. Lists are put together, times of the same event are added; single values that
/// contradict each other are left, all of them, since neither is right.
pub(super) fn join(
    to: &Criterion,
    come: Vec<Come>,
    sources: usize,
    left: &mut Vec<Left>,
) -> Answer {
    let mut joining = Joining { to, answer: Answer::default(), left };
    let mut single: BTreeMap<String, Vec<Come>> = BTreeMap::new();
    let mut times: BTreeMap<String, Vec<Come>> = BTreeMap::new();
    let mut claims: BTreeMap<String, Vec<Come>> = BTreeMap::new();
    for one in come {
        match &one.piece {
            Piece::Times(id, _) => times.entry(id.clone()).or_default().push(one),
            Piece::ClaimOff(id, _) => claims.entry(id.clone()).or_default().push(one),
            Piece::Choice(_) => single.entry("choice".into()).or_default().push(one),
            Piece::Met(_) => single.entry("met".into()).or_default().push(one),
            Piece::Value(_) => single.entry("value".into()).or_default().push(one),
            Piece::Claim(_) => single.entry("claim".into()).or_default().push(one),
            Piece::Applies(_) => single.entry("applies".into()).or_default().push(one),
            Piece::Flag(id, _) => single.entry(format!("flags/{id}")).or_default().push(one),
            Piece::Extra(name, _) => single.entry(format!("extra/{name}")).or_default().push(one),
            _ => joining.list(one),
        }
    }
    // What applies in part applies.
    let applying = single.get("applies").is_some_and(|all| all.len() < sources);
    let mut apart: BTreeSet<String> =
        single.iter().filter(|(_, all)| contradict(all)).map(|(slot, _)| slot.clone()).collect();
    if applying {
        apart.insert("applies".into());
    }
    // Points were claimed for one option, not for the other.
    if apart.contains("choice") {
        apart.insert("claim".into());
    }
    for (slot, all) in single {
        match apart.contains(&slot) {
            true => all.into_iter().for_each(|one| joining.refuse(one, None)),
            false => joining.single(all),
        }
    }
    joining.times(times, claims);
    joining.answer
}

fn contradict(all: &[Come]) -> bool {
    let same = |a: &Piece, b: &Piece| match (a, b) {
        (Piece::Choice(a), Piece::Choice(b)) => a == b,
        (Piece::Value(a), Piece::Value(b)) | (Piece::Claim(a), Piece::Claim(b)) => a == b,
        (Piece::Met(a), Piece::Met(b))
        | (Piece::Applies(a), Piece::Applies(b))
        | (Piece::Flag(_, a), Piece::Flag(_, b)) => a == b,
        (Piece::Extra(_, a), Piece::Extra(_, b)) => a == b,
        _ => false,
    };
    all.windows(2).any(|two| !same(&two[0].piece, &two[1].piece))
}

struct Joining<'a> {
    to: &'a Criterion,
    answer: Answer,
    left: &'a mut Vec<Left>,
}

impl Joining<'_> {
    fn refuse(&mut self, one: Come, why: Option<Why>) {
        let why = why.unwrap_or_else(|| Why::Contradicts { at: vec![self.to.id.clone()] });
        self.left.extend(one.named.map(|named| Left { why, ..named }));
    }

    /// The first of values that are all the same.
    fn single(&mut self, all: Vec<Come>) {
        let Some(one) = all.into_iter().next() else { return };
        let answer = &mut self.answer;
        match one.piece {
            Piece::Choice(id) => answer.choice = Some(id),
            Piece::Met(met) => answer.met = Some(met),
            Piece::Value(value) => answer.value = Some(value),
            Piece::Claim(claim) => answer.claim = Some(claim),
            Piece::Applies(applies) => answer.applies = Some(applies),
            Piece::Flag(id, holds) => {
                answer.flags.get_or_insert_default().insert(id, holds);
            }
            Piece::Extra(name, value) => {
                answer.extra.insert(name, value);
            }
            _ => {}
        }
    }

    fn list(&mut self, one: Come) {
        let answer = &mut self.answer;
        let most = match &one.piece {
            Piece::Task(task) => {
                let tasks = answer.tasks.get_or_insert_default();
                push(tasks, task.as_ref().clone(), limits::TASKS)
            }
            Piece::Score(score) => {
                push(answer.scores.get_or_insert_default(), *score, limits::SCORES)
            }
            Piece::Done(id) => {
                let done = answer.done.get_or_insert_default();
                if !done.contains(id) {
                    done.push(id.clone());
                }
                None
            }
            Piece::Evidence(number) => match answer.evidence.contains(number) {
                true => None,
                false => push(&mut answer.evidence, number.clone(), limits::EVIDENCE),
            },
            Piece::Note(note) => add_note(&mut answer.note, note),
            Piece::NoneDone => {
                answer.done.get_or_insert_default();
                None
            }
            Piece::NoTimes => {
                answer.occurrences.get_or_insert_default();
                None
            }
            Piece::NoEntries => {
                answer.entries.get_or_insert_default();
                None
            }
            Piece::Entry(_) => return self.entry(one),
            _ => None,
        };
        if let Some(most) = most {
            self.refuse(one, Some(Why::TooMany { most }));
        }
    }

    /// An entry stays without a placement that is gone, or times that no longer count.
    fn entry(&mut self, one: Come) {
        let (Piece::Entry(entry), Rule::Entries(rule)) = (&one.piece, &self.to.rule) else {
            return;
        };
        let mut entry = entry.as_ref().clone();
        if self.answer.entries.as_ref().is_some_and(|all| all.len() >= limits::ENTRIES) {
            return self.refuse(one, Some(Why::TooMany { most: limits::ENTRIES }));
        }
        let mut member = |name: &str, value: Value, why: Why| {
            let named = one.named.clone();
            self.left.extend(named.map(|named| Left {
                field: format!("{}/{name}", named.field),
                value,
                why,
                ..named
            }));
        };
        let known = |id: &String| rule.placements.iter().any(|placement| placement.id == *id);
        if let Some(id) = entry.placement.take_if(|id| !known(id)) {
            member("placement", id.clone().into(), Why::ItemGone { id });
        }
        if let Some(times) =
            entry.times.take_if(|times| *times > 1 && rule.highest_clause.is_some())
        {
            let why = Why::OutOfRange { least: Points::ZERO, most: Points::ONE };
            member("times", times.into(), why);
        }
        self.answer.entries.get_or_insert_default().push(entry);
    }

    /// Times of the same event are added, and so are the points claimed for them.
    fn times(
        &mut self,
        times: BTreeMap<String, Vec<Come>>,
        mut claims: BTreeMap<String, Vec<Come>>,
    ) {
        for (id, all) in times {
            let each = all.iter().map(|one| match one.piece {
                Piece::Times(_, times) => times,
                _ => 0,
            });
            let sum = match counts_once(&self.to.rule, &id) {
                true => each.max().unwrap_or_default(),
                false => each.fold(0, u32::saturating_add),
            };
            let claimed = claims.remove(&id).unwrap_or_default();
            if sum > limits::COUNT {
                let why = Why::OutOfRange {
                    least: Points::ZERO,
                    most: Points::new(limits::COUNT.into()),
                };
                all.into_iter().chain(claimed).for_each(|one| self.refuse(one, Some(why.clone())));
                continue;
            }
            // Claims for some of the times say nothing about all of them.
            let happened =
                all.iter().filter(|one| matches!(one.piece, Piece::Times(_, 1..))).count();
            let partly = claimed.len() < happened;
            self.claims(&id, claimed, Some(sum), partly);
            self.answer.occurrences.get_or_insert_default().insert(id, sum);
        }
        for (id, claimed) in claims {
            self.claims(&id, claimed, None, false);
        }
    }

    fn claims(&mut self, id: &str, claimed: Vec<Come>, times: Option<u32>, partly: bool) {
        if claimed.is_empty() {
            return;
        }
        let each = claimed.iter().map(|one| match one.piece {
            Piece::ClaimOff(_, claim) => claim.value(),
            _ => Decimal::ZERO,
        });
        let sum = each.fold(Decimal::ZERO, points::add);
        let item = match &self.to.rule {
            Rule::Deduction(rule) => rule.items.iter().find(|item| item.id == id),
            _ => None,
        };
        let range = item
            .zip(times)
            .and_then(|(item, times)| Some(claim_range(item.each, item.most?, times)));
        let outside = range.filter(|(least, most)| sum < least.value() || sum > most.value());
        match (Amount::of(sum), outside) {
            (Ok(sum), None) if !partly => {
                self.answer.claims.get_or_insert_default().insert(id.into(), sum);
            }
            (_, Some((least, most))) => {
                let why = Why::OutOfRange { least, most };
                claimed.into_iter().for_each(|one| self.refuse(one, Some(why.clone())));
            }
            _ => claimed.into_iter().for_each(|one| self.refuse(one, None)),
        }
    }
}

/// Adds to a list; the most that it holds, if it is full.
fn push<T>(list: &mut Vec<T>, one: T, most: usize) -> Option<usize> {
    if list.len() >= most {
        return Some(most);
    }
    list.push(one);
    None
}

fn add_note(all: &mut String, note: &str) -> Option<usize> {
    if all.lines().any(|line| line == note) || all == note {
        return None;
    }
    let apart = if all.is_empty() { "" } else { "\n" };
    let length = all.chars().count() + apart.len() + note.chars().count();
    if length > limits::TEXT_CHARS {
        return Some(limits::TEXT_CHARS);
    }
    all.push_str(apart);
    all.push_str(note);
    None
}
