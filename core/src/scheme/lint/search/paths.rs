//! Whether a better answer can score less: answers go from the worst to the best one step at a
//! time, in several orders, and the total is looked at after each.

use super::numbers::between;
use super::{Search, Tried, place};
use crate::answer::{Answer, Answers};
use crate::scheme::Rule;
use crate::scheme::lint::{Finding, LintRule, Problem};
use crate::scoring::ScoreSheet;
use crate::trace::Trace;

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

impl Search<'_> {
    /// From the worst answers to the best, one better answer at a time.
    pub(super) fn paths(&mut self, known: &[Finding], found: &mut Vec<Finding>) {
        let optional = self.optional();
        for order in [Order::Table, Order::Single, Order::Reverse, Order::Together] {
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

fn blame(problem: &Problem) -> Option<String> {
    match problem {
        Problem::BetterScoresLess { clause, .. } => clause.clone(),
        _ => None,
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
