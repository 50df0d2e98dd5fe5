//! An answer in pieces, and whether a criterion here has a place for a piece.

use serde_json::Value;

use super::left::Why;
use super::route::Route;
use crate::answer::{Amount, Answer, Listed, Task};
use crate::form::decode::escape;
use crate::limits;
use crate::points::{self, Points};
use crate::scheme::{Asked, Criterion, Rule, When};
use crate::text::Text;

/// One thing answered. Ids are those of the scheme that it is of.
#[derive(Clone)]
pub(super) enum Piece {
    Task(Box<Task>),
    Entry(Box<Listed>),
    Score(Amount),
    Choice(String),
    Met(bool),
    Times(String, u32),
    Done(String),
    Value(Amount),
    Claim(Amount),
    ClaimOff(String, Amount),
    Flag(String, bool),
    Applies(bool),
    /// A list is answered: what it does not name did not happen.
    NoTimes,
    NoneDone,
    NoEntries,
    Note(String),
    Evidence(String),
    Extra(String, Value),
}

impl Piece {
    /// Whether it is true of every part of a criterion that is split.
    pub fn of_all(&self) -> bool {
        use Piece::{Applies, Flag, NoEntries, NoTimes, NoneDone};
        matches!(self, Flag(..) | Applies(_) | NoTimes | NoneDone | NoEntries)
    }

    /// Whether it says nothing about the rule, so that any part may keep it.
    pub fn of_none(&self) -> bool {
        matches!(self, Piece::Note(_) | Piece::Evidence(_) | Piece::Extra(..))
    }
}

/// An answer's pieces with their places below the answer. Maps and lists without members are no
/// answer, but for those in which nothing happened is one.
pub(super) fn pieces(answer: &Answer) -> Vec<(String, Piece)> {
    let mut all = Vec::new();
    let mut add = |at: String, piece: Piece| all.push((at, piece));
    for (at, task) in answer.tasks.iter().flatten().enumerate() {
        add(format!("/tasks/{at}"), Piece::Task(Box::new(task.clone())));
    }
    if let Some(choice) = &answer.choice {
        add("/choice".into(), Piece::Choice(choice.clone()));
    }
    if let Some(met) = answer.met {
        add("/met".into(), Piece::Met(met));
    }
    for (id, times) in answer.occurrences.iter().flatten() {
        add(format!("/occurrences/{}", escape(id)), Piece::Times(id.clone(), *times));
    }
    if answer.occurrences.as_ref().is_some_and(|times| times.is_empty()) {
        add("/occurrences".into(), Piece::NoTimes);
    }
    for (at, id) in answer.done.iter().flatten().enumerate() {
        add(format!("/done/{at}"), Piece::Done(id.clone()));
    }
    if answer.done.as_ref().is_some_and(Vec::is_empty) {
        add("/done".into(), Piece::NoneDone);
    }
    if let Some(value) = answer.value {
        add("/value".into(), Piece::Value(value));
    }
    if let Some(claim) = answer.claim {
        add("/claim".into(), Piece::Claim(claim));
    }
    for (id, claim) in answer.claims.iter().flatten() {
        add(format!("/claims/{}", escape(id)), Piece::ClaimOff(id.clone(), *claim));
    }
    for (at, entry) in answer.entries.iter().flatten().enumerate() {
        add(format!("/entries/{at}"), Piece::Entry(Box::new(entry.clone())));
    }
    if answer.entries.as_ref().is_some_and(Vec::is_empty) {
        add("/entries".into(), Piece::NoEntries);
    }
    for (at, score) in answer.scores.iter().flatten().enumerate() {
        add(format!("/scores/{at}"), Piece::Score(*score));
    }
    for (id, holds) in answer.flags.iter().flatten() {
        add(format!("/flags/{}", escape(id)), Piece::Flag(id.clone(), *holds));
    }
    if let Some(applies) = answer.applies {
        add("/applies".into(), Piece::Applies(applies));
    }
    if !answer.note.is_empty() {
        add("/note".into(), Piece::Note(answer.note.clone()));
    }
    for (at, number) in answer.evidence.iter().enumerate() {
        add(format!("/evidence/{at}"), Piece::Evidence(number.clone()));
    }
    for (name, value) in &answer.extra {
        add(format!("/{}", escape(name)), Piece::Extra(name.clone(), value.clone()));
    }
    all
}

/// The items, options or levels of a rule.
pub(super) fn items(rule: &Rule) -> Vec<(&str, &Text)> {
    match rule {
        Rule::Choice(rule) => rule.options.iter().map(|o| (o.id.as_str(), &o.label)).collect(),
        Rule::Deduction(rule) => rule.items.iter().map(|i| (i.id.as_str(), &i.label)).collect(),
        Rule::Checklist(rule) => rule.items.iter().map(|i| (i.id.as_str(), &i.label)).collect(),
        Rule::Count(rule) => rule.items.iter().map(|i| (i.id.as_str(), &i.label)).collect(),
        Rule::Entries(rule) => rule.levels.iter().map(|l| (l.id.as_str(), &l.label)).collect(),
        Rule::Veto(rule) => rule.items.iter().map(|i| (i.id.as_str(), &i.label)).collect(),
        _ => Vec::new(),
    }
}

/// The number that a rule asks for.
pub(super) fn asked(rule: &Rule) -> Option<&Asked> {
    match rule {
        Rule::Value(rule) => Some(&rule.asked),
        Rule::Best(rule) => Some(&rule.asked),
        Rule::Rank(rule) => Some(&rule.asked),
        _ => None,
    }
}

/// The words of what a piece is about, in the earlier criterion.
pub(super) fn about(criterion: &Criterion, piece: &Piece) -> Option<Text> {
    let label = |id: &str| {
        let found = items(&criterion.rule).into_iter().find(|(known, _)| *known == id);
        found.map(|(_, label)| label.clone())
    };
    match piece {
        Piece::Choice(id) | Piece::Times(id, _) | Piece::Done(id) | Piece::ClaimOff(id, _) => {
            label(id)
        }
        Piece::Entry(entry) => label(entry.level.as_deref()?),
        Piece::Value(_) => asked(&criterion.rule).map(|asked| asked.label.clone()),
        Piece::Met(_) => match &criterion.rule {
            Rule::Deduction(rule) => Some(rule.requires.as_ref()?.label.clone()),
            _ => None,
        },
        Piece::Flag(id, _) => flags(criterion).find(|(known, _)| *known == id).map(|f| f.1.clone()),
        _ => None,
    }
}

fn flags(criterion: &Criterion) -> impl Iterator<Item = (&String, &Text)> {
    criterion.modifiers.iter().filter_map(|modifier| match modifier.when() {
        Some(When::Flag { id, label }) => Some((id, label)),
        _ => None,
    })
}

fn within(amount: Amount, least: Points, most: Points, decimals: u32) -> Result<(), Why> {
    let value = amount.value();
    if value < least.value() || value > most.value() {
        return Err(Why::OutOfRange { least, most });
    }
    match value.normalize().scale() > decimals {
        true => Err(Why::Decimals { most: decimals }),
        false => Ok(()),
    }
}

/// The range of points off for an item that happened so often.
pub(super) fn claim_range(each: Points, most: Points, times: u32) -> (Points, Points) {
    let all = |points: Points| Points::new(points::mul(points.value(), times.into()));
    (all(each), all(most))
}

/// The piece as a criterion here would have it, under its ids; or why it has no place for it.
/// `decimals`: of points in the scheme here.
pub(super) fn fit(
    route: &Route<'_>,
    to: &Criterion,
    answer: &Answer,
    piece: &Piece,
    decimals: u32,
) -> Result<Piece, Why> {
    use Piece as P;
    match piece {
        P::Note(_) | P::Evidence(_) | P::Extra(..) => return Ok(piece.clone()),
        P::Applies(_) => return to.optional.as_ref().map(|_| piece.clone()).ok_or(Why::NotAsked),
        P::Flag(id, holds) => {
            let id = route.item(id);
            let known = flags(to).any(|(known, _)| known == id);
            return if known { Ok(P::Flag(id.into(), *holds)) } else { Err(Why::NotAsked) };
        }
        _ => {}
    }
    let (was, is) = (&route.from.rule, &to.rule);
    // A number stays the same number whether bands, the best unit or a place make points of it.
    let figures = asked(was).is_some() && asked(is).is_some();
    if was.kind() != is.kind() && !figures {
        return Err(Why::OtherKind { was: was.kind().into(), is: is.kind().into() });
    }
    let item = |id: &str| {
        let id = route.item(id);
        let known = items(is).iter().any(|(known, _)| *known == id);
        if known { Ok(id.to_owned()) } else { Err(Why::ItemGone { id: id.into() }) }
    };
    let shares = || items(was).iter().any(|(id, _)| item(id).is_ok());
    let some = |yes: bool| if yes { Ok(piece.clone()) } else { Err(Why::NotAsked) };
    match (piece, is) {
        (P::Task(_), Rule::Tasks(_)) | (P::NoEntries, Rule::Entries(_)) => Ok(piece.clone()),
        (P::Met(_), Rule::Deduction(rule)) => some(rule.requires.is_some()),
        (P::NoTimes, Rule::Deduction(_) | Rule::Count(_)) => some(shares()),
        (P::NoneDone, Rule::Checklist(_) | Rule::Veto(_)) => some(shares()),
        (P::Done(id), Rule::Checklist(_) | Rule::Veto(_)) => item(id).map(P::Done),
        (P::Choice(id), Rule::Choice(_)) => item(id).map(P::Choice),
        (P::Times(id, times), Rule::Deduction(_) | Rule::Count(_)) => {
            let id = item(id)?;
            let most = if counts_once(is, &id) { 1 } else { limits::COUNT };
            if *times > most {
                let most = Points::new(most.into());
                return Err(Why::OutOfRange { least: Points::ZERO, most });
            }
            Ok(P::Times(id, *times))
        }
        (P::ClaimOff(id, claim), Rule::Deduction(rule)) => {
            let here = item(id)?;
            let found = rule.items.iter().find(|item| item.id == here);
            let judged = found.and_then(|item| Some((item.each, item.most?)));
            let (each, most) = judged.ok_or(Why::NotAsked)?;
            // Without the times nobody can say in which range it lies.
            let times = answer.occurrences.as_ref().and_then(|times| times.get(id).copied());
            if let Some(times) = times {
                let (least, most) = claim_range(each, most, times);
                within(*claim, least, most, decimals)?;
            }
            Ok(P::ClaimOff(here, *claim))
        }
        (P::Claim(claim), Rule::Judged(rule)) => {
            within(*claim, rule.least, rule.most, decimals).map(|()| piece.clone())
        }
        (P::Claim(claim), Rule::Choice(rule)) => {
            let chosen = item(answer.choice.as_deref().ok_or(Why::NotAsked)?)?;
            let option = rule.options.iter().find(|option| option.id == chosen);
            let range = option.and_then(|option| Some((option.points, option.to?)));
            let (least, most) = range.ok_or(Why::NotAsked)?;
            within(*claim, least, most, decimals).map(|()| piece.clone())
        }
        (P::Score(score), Rule::Assessed(rule)) => {
            within(*score, rule.least, rule.most, decimals).map(|()| piece.clone())
        }
        (P::Entry(entry), Rule::Entries(_)) => {
            let mut entry = entry.clone();
            entry.level = entry.level.as_deref().map(item).transpose()?;
            Ok(P::Entry(entry))
        }
        (P::Value(value), _) => {
            let (was, is) = asked(was).zip(asked(is)).ok_or(Why::NotAsked)?;
            if was.unit.zh != is.unit.zh {
                return Err(Why::OtherUnit { was: was.unit.clone(), is: is.unit.clone() });
            }
            within(*value, is.least, is.most, is.decimals).map(|()| piece.clone())
        }
        _ => Err(Why::NotAsked),
    }
}

/// Whether an item counts at most once.
pub(super) fn counts_once(rule: &Rule, id: &str) -> bool {
    match rule {
        Rule::Deduction(rule) => rule.items.iter().any(|item| item.id == id && item.once),
        _ => false,
    }
}
