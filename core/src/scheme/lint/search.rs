//! What only scoring can tell: answers are tried, and the best must have full marks and a better
//! one must not score less. It covers how modifiers, groups, gates and classes act together,
//! where the exact checks look at one of them at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::rungs::{between, rungs};
use super::walk::{Placed, Walk};
use super::{Finding, LintRule, Problem};
use crate::answer::{Answer, Answers};
use crate::points::Points;
use crate::scheme::{Rule, Scheme, Standing, When};
use crate::scoring::{Circumstances, Peers, ScoreSheet, score_with};
use crate::trace::Trace;

/// The most times that a scheme is scored. Ways are tried in a fixed order until it is spent.
const TRIES: usize = 3_000;
/// The most flags of one criterion whose combinations are all tried.
const FLAGS: u32 = 4;

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

/// How the criteria of a path stand to each other.
#[derive(Clone, Copy)]
struct Way {
    /// Whether flags are as serves each criterion best.
    best_flags: bool,
    /// Whether what may be declared not applicable is.
    absent: bool,
    order: Order,
}

/// In which order criteria go from the worst to the best.
#[derive(Clone, Copy)]
enum Order {
    Table,
    Reverse,
    /// All of them one step at a time.
    Together,
    /// Each on its own while all others are at their best.
    Single,
}

impl<'a> Search<'a> {
    fn of(walk: &'a Walk<'a>, scheme: &'a Scheme) -> Self {
        let file = walk.file;
        let tried: Vec<Tried<'a>> = walk
            .criteria
            .iter()
            .map(|placed| {
                let flags = placed.criterion.modifiers.iter().filter_map(|m| match m.when() {
                    Some(When::Flag { id, .. }) => Some(id.as_str()),
                    _ => None,
                });
                let flags: BTreeSet<&str> = flags.collect();
                let rungs = rungs(placed.criterion, file.decimals);
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
        Search { scheme, tried, units, peers, left: TRIES, blamed: BTreeSet::new() }
    }

    fn score(&mut self, unit: &str, answers: &Answers) -> Option<ScoreSheet> {
        self.left = self.left.checked_sub(1)?;
        let peers = Some(&self.peers);
        let circumstances = Circumstances { unit, peers, ..Circumstances::default() };
        Some(score_with(self.scheme, answers, &circumstances).0)
    }

    /// Each criterion's best answer, whatever its flags need to be, and all of them together.
    fn full_marks(&mut self, known: &[Finding], found: &mut Vec<Finding>) {
        let decimals = self.scheme.decimals();
        let most = self.tried.iter().map(|tried| tried.flags.len()).max().unwrap_or_default();
        let ways = 1_u32 << (most as u32).min(FLAGS);
        let mut lines: Vec<Option<Points>> = vec![None; self.tried.len()];
        let mut worst: Vec<Option<Points>> = vec![None; self.tried.len()];
        let mut short: BTreeMap<String, (Points, Points)> = BTreeMap::new();
        for unit in self.units.clone() {
            for way in 0..ways {
                let answers = self.tried.iter().map(|one| one.answer(one.rungs.len() - 1, way));
                let Some(sheet) = self.score(unit, &answers.collect()) else { return };
                for (at, one) in self.tried.iter_mut().enumerate() {
                    let Some(line) = sheet.line(&one.placed.criterion.id) else { continue };
                    let concerns = line.state.answered() && line.maximum == one.full(decimals);
                    if concerns && lines[at].is_none_or(|best| line.points > best) {
                        (lines[at], one.best) = (Some(line.points), way);
                    }
                    if concerns && worst[at].is_none_or(|worst| line.points < worst) {
                        (worst[at], one.worst) = (Some(line.points), way);
                    }
                }
            }
            for absent in [false, true] {
                if absent && !self.optional() {
                    continue;
                }
                // With as little bonus as there can be: it is no part of full marks.
                let answers = self.tried.iter().map(|one| {
                    let bonus = one.placed.standing == Standing::Bonus;
                    let rung = if bonus { 0 } else { one.rungs.len() - 1 };
                    one.given(rung, true, absent)
                });
                let Some(sheet) = self.score(unit, &answers.collect()) else { return };
                self.sums(&sheet, absent, &mut short, known, found);
            }
        }
        for (one, points) in self.tried.iter().zip(lines) {
            let full = one.full(decimals);
            if let Some(points) = points.filter(|points| *points < full.rounded(decimals)) {
                let problem = Problem::FullMarksNotFound { full, found: points };
                found.push(Finding::searched(format!("{}/points", one.placed.path), problem));
            }
        }
        for (path, (full, best)) in short.into_iter().filter(|(_, (full, best))| best < full) {
            let problem = Problem::FullMarksNotFound { full, found: best };
            found.push(Finding::searched(path, problem));
        }
    }

    fn bonus(&self) -> bool {
        self.tried.iter().any(|one| one.placed.standing == Standing::Bonus)
    }

    fn optional(&self) -> bool {
        self.tried.iter().any(|one| one.placed.criterion.optional.is_some())
    }

    /// Groups and the total beside their full marks. What one class of units can have is had.
    fn sums(
        &self,
        sheet: &ScoreSheet,
        absent: bool,
        short: &mut BTreeMap<String, (Points, Points)>,
        known: &[Finding],
        found: &mut Vec<Finding>,
    ) {
        let sections = sheet.sections.iter().filter(|section| section.maximum != Points::ZERO);
        let sections = sections.map(|s| (place(&s.path), s.maximum, s.points));
        let total = ("/total".to_owned(), sheet.maximum, sheet.total);
        for (path, full, points) in sections.chain([total]) {
            let said = |all: &[Finding]| {
                all.iter().any(|f| f.rule == LintRule::AboveFullMarks && f.path == path)
            };
            // A bonus may take the total above full marks; that is what it is for.
            let may = path == "/total" && self.bonus();
            if points > full && !may && !said(known) && !said(found) {
                let problem = Problem::AboveFullMarks { full, reachable: points };
                found.push(Finding::searched(&path, problem));
            }
            if !absent {
                let entry = short.entry(path).or_insert((full, points));
                if full.minus(points) < entry.0.minus(entry.1) {
                    *entry = (full, points);
                }
            }
        }
    }

    /// From the worst answers to the best, one better answer at a time.
    fn paths(&mut self, known: &[Finding], found: &mut Vec<Finding>) {
        let optional = self.optional();
        for order in [Order::Single, Order::Table, Order::Reverse, Order::Together] {
            for best_flags in [true, false] {
                for absent in [false, true] {
                    let same = self.tried.iter().all(|one| one.best == one.worst);
                    if (absent && !optional) || (!best_flags && same) {
                        continue;
                    }
                    for unit in self.units.clone() {
                        let way = Way { best_flags, absent, order };
                        if self.path(unit, way, known, found).is_none() {
                            return;
                        }
                    }
                }
            }
        }
    }

    fn path(
        &mut self,
        unit: &str,
        way: Way,
        known: &[Finding],
        found: &mut Vec<Finding>,
    ) -> Option<()> {
        let single = matches!(way.order, Order::Single);
        let all_best = |one: &Tried<'_>| if single { one.rungs.len() - 1 } else { 0 };
        let given = |one: &Tried<'_>, rung| one.given(rung, way.best_flags, way.absent);
        let mut answers: Answers = self.tried.iter().map(|one| given(one, all_best(one))).collect();
        let mut before: Option<(usize, ScoreSheet)> = None;
        for (at, rung) in self.steps(way.order) {
            let (id, answer) = given(&self.tried[at], rung);
            let old = answers.insert(id.clone(), answer.clone()).unwrap_or_default();
            let sheet = self.score(unit, &answers)?;
            if let Some((_, earlier)) = before.filter(|(other, _)| !single || *other == at) {
                let report = self.judge(at, &earlier, &sheet);
                let near = match report.is_none() && conditions(&earlier) != conditions(&sheet) {
                    true => self.nearer(unit, at, (&old, earlier), (&answer, &sheet), &answers)?,
                    false => None,
                };
                if let Some((place, finding)) = report.or(near)
                    && !told(known, &place)
                    && self.blamed.insert((place, blame(&finding.problem)))
                {
                    found.push(finding);
                }
            }
            if single && rung + 1 == self.tried[at].rungs.len() {
                let (id, best) = given(&self.tried[at], rung);
                answers.insert(id, best);
            }
            before = Some((at, sheet));
        }
        Some(())
    }

    /// Which criterion takes which answer next. A veto goes first: it would hide all others.
    fn steps(&self, order: Order) -> Vec<(usize, usize)> {
        let veto = |at: &usize| matches!(self.tried[*at].placed.criterion.rule, Rule::Veto(_));
        let mut criteria: Vec<usize> = (0..self.tried.len()).collect();
        if matches!(order, Order::Reverse) {
            criteria.reverse();
        }
        criteria.sort_by_key(|at| !veto(at));
        let rungs = |at: usize| (0..self.tried[at].rungs.len()).map(move |rung| (at, rung));
        let mut all: Vec<(usize, usize)> = criteria.into_iter().flat_map(rungs).collect();
        if matches!(order, Order::Together) {
            all.sort_by_key(|(at, rung)| (!veto(at), *rung));
        }
        all
    }

    /// Where a condition begins or ceases to hold between two answers: the two neighbours between
    /// which it does.
    #[allow(clippy::type_complexity)]
    fn nearer(
        &mut self,
        unit: &str,
        at: usize,
        from: (&Answer, ScoreSheet),
        to: (&Answer, &ScoreSheet),
        answers: &Answers,
    ) -> Option<Option<(String, Finding)>> {
        let criterion = self.tried[at].placed.criterion;
        let decimals = match &criterion.rule {
            Rule::Value(rule) => rule.asked.decimals,
            Rule::Best(rule) => rule.asked.decimals,
            Rule::Rank(rule) => rule.asked.decimals,
            _ => self.scheme.decimals(),
        };
        let (mut low, mut high) = ((from.0.clone(), from.1), (to.0.clone(), to.1.clone()));
        let mut answers = answers.clone();
        while let Some(middle) = between(&low.0, &high.0, decimals) {
            answers.insert(criterion.id.clone(), middle.clone());
            let sheet = self.score(unit, &answers)?;
            match conditions(&sheet) == conditions(&low.1) {
                true => low = (middle, sheet),
                false => high = (middle, sheet),
            }
        }
        Some(self.judge(at, &low.1, &high.1))
    }

    /// What there is to say about two sheets of which the second has the better answer, with the
    /// place where points fell.
    fn judge(
        &self,
        at: usize,
        before: &ScoreSheet,
        after: &ScoreSheet,
    ) -> Option<(String, Finding)> {
        let comparable = before.complete && after.complete && after.maximum == before.maximum;
        if !comparable || after.total >= before.total {
            return None;
        }
        let placed = self.tried[at].placed;
        let line = |sheet: &ScoreSheet| sheet.line(&placed.criterion.id).cloned();
        let (place, clause) = match (line(before), line(after)) {
            (Some(old), Some(new)) if new.points < old.points => {
                (placed.path.clone(), clause(&old.trace, &new.trace))
            }
            _ => {
                let pairs = || before.sections.iter().zip(&after.sections);
                match pairs().find(|(old, new)| new.points < old.points) {
                    Some((old, new)) => (place(&new.path), clause(&old.trace, &new.trace)),
                    None => {
                        let traces = before.trace.as_ref().zip(after.trace.as_ref());
                        let clause = traces.and_then(|(old, new)| clause(old, new));
                        ("/total/modifiers".into(), clause)
                    }
                }
            }
        };
        let problem =
            Problem::BetterScoresLess { before: before.total, after: after.total, clause };
        Some((place, Finding::searched(&placed.path, problem)))
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

fn blame(problem: &Problem) -> Option<String> {
    match problem {
        Problem::BetterScoresLess { clause, .. } => clause.clone(),
        _ => None,
    }
}

/// The place in the file of how a section's parts come together.
fn place(section: &str) -> String {
    match section {
        "/total/base" => section.to_owned(),
        group => format!("{group}/together"),
    }
}

/// Whether the exact checks have found already that better is worse there.
fn told(known: &[Finding], place: &str) -> bool {
    use LintRule::*;
    known.iter().any(|finding| {
        let better = matches!(
            finding.rule,
            OptionOrder
                | ScaleTurns
                | FurtherFalls
                | RequirementLoses
                | GateGivesMore
                | FactorLoses
        );
        better && finding.path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'))
    })
}

/// What is applied on the way from lines to the total; it changes where a condition does.
fn conditions(sheet: &ScoreSheet) -> Vec<Vec<&str>> {
    let sections = sheet.sections.iter().map(|section| section.trace.clauses());
    sections.chain(sheet.trace.iter().map(Trace::clauses)).collect()
}

/// The clause by which points fell: one that applies to one of the two only, or the one whose
/// step fell first.
fn clause(before: &Trace, after: &Trace) -> Option<String> {
    let (old, new) = (before.clauses(), after.clauses());
    let changed = new.iter().find(|one| !old.contains(one));
    let changed = changed.or_else(|| old.iter().find(|one| !new.contains(one)));
    let fell = || {
        let mut steps = before.steps.iter().zip(&after.steps);
        let (_, step) = steps.find(|(old, new)| new.value < old.value && new.clause.is_some())?;
        step.clause.clone()
    };
    changed.map(|one| (*one).to_owned()).or_else(fell)
}
