//! A criterion's line: its rule, its modifiers, its one rounding, and its ledger.

use rust_decimal::Decimal;

use super::ledger::{self, Cause, Loss};
use super::modify::{self, Changed, Held};
use super::pair::{self, Paired};
use super::settle::VetoFound;
use super::{Circumstances, Explained, Fill, Line, State};
use super::{checklist, choice, count, deduction, entries, judged, peers, tasks, value};
use crate::answer::{Answer, Answers};
use crate::issue::{Issue, Problem, field};
use crate::points::Points;
use crate::scheme::{Criterion, Scheme, When};
use crate::text::Text;
use crate::trace::{Name, Term, Trace, Tracer};

/// What all lines of a form share.
pub(super) struct Scorer<'a> {
    pub scheme: &'a Scheme,
    answers: &'a Answers,
    pub circumstances: &'a Circumstances<'a>,
    /// The unit's class.
    pub class: Option<&'a str>,
    /// Whether the unit leads a task; `None` while the form does not tell.
    pub leads: Option<bool>,
    explained: Explained,
    nothing: &'a Answer,
}

/// One run over a line: with the worst or the best for whatever is missing.
struct Run<'a> {
    exact: Decimal,
    points: Points,
    trace: Trace,
    /// Each task's share of full marks, by its place.
    shares: Vec<(usize, Decimal)>,
    /// What the rule gave, before modifiers.
    ruled: Decimal,
    changes: Vec<Changed<'a>>,
}

impl<'a> Scorer<'a> {
    pub fn new(
        scheme: &'a Scheme,
        answers: &'a Answers,
        circumstances: &'a Circumstances<'a>,
        explained: Explained,
        nothing: &'a Answer,
    ) -> Self {
        let leads = pair::leads(scheme, answers, circumstances.unlisted);
        let class = scheme.class(circumstances.unit);
        Scorer { scheme, answers, circumstances, class, leads, explained, nothing }
    }

    /// One that records what this scoring keeps.
    pub fn tracer(&self) -> Tracer {
        match self.explained {
            Explained::Whole => Tracer::default(),
            Explained::Not => Tracer::of_values(),
        }
    }

    pub fn line(
        &self,
        criterion: &'a Criterion,
        vetoes: &mut Vec<VetoFound<'a>>,
        issues: &mut Vec<Issue>,
    ) -> Line {
        let answer = self.answers.get(&criterion.id).unwrap_or(self.nothing);
        if !self.applies(criterion, answer, issues) {
            return self.not_applicable(criterion);
        }
        let decimals = self.scheme.decimals();
        let unlisted = self.circumstances.unlisted;
        let paired = pair::pair(criterion, answer, self.leads, unlisted, decimals, issues);
        let unknown = self.unknown(criterion, answer, issues);
        if let Paired::Veto(veto) = &paired {
            vetoes.push(VetoFound::new(criterion, veto));
        }
        let verified = self.circumstances.verified.and_then(|all| all.get(&criterion.id));
        if let (Some(points), false) = (verified, matches!(paired, Paired::Record)) {
            return self.verified(criterion, *points);
        }
        let worst = self.run(criterion, answer, &paired, &unknown, Fill::Worst);
        let peers = self.peers(criterion);
        let state = match paired {
            Paired::Record => State::NotCounted,
            _ if !paired.complete() || !unknown.is_empty() => State::Incomplete,
            Paired::Best(_) | Paired::Rank(_) if peers.is_none() => State::Pending,
            _ => State::Complete,
        };
        let highest = match state {
            State::Incomplete | State::Pending => {
                self.run(criterion, answer, &paired, &unknown, Fill::Best).points
            }
            _ => worst.points,
        };
        let maximum = criterion.maximum();
        let losses = match self.explained {
            Explained::Not => Vec::new(),
            Explained::Whole => {
                let losses = losses(criterion, &paired, peers.is_some(), worst.ruled, decimals);
                let losses = modify::losses(losses, &worst.changes);
                ledger::settle(losses, maximum.minus(worst.points), decimals)
            }
        };
        let padded = |points: Points| points.padded(decimals);
        Line {
            criterion: criterion.id.clone(),
            points: padded(worst.points),
            highest: padded(highest),
            maximum: padded(maximum),
            state,
            trace: worst.trace,
            losses,
            shares: worst.shares,
        }
    }

    fn peers(&self, criterion: &Criterion) -> Option<&[Decimal]> {
        self.circumstances.peers?.figures(&criterion.id)
    }

    /// Whether it applies to the unit: by its class, and by its own word where a clause allows it.
    fn applies(&self, criterion: &Criterion, answer: &Answer, issues: &mut Vec<Issue>) -> bool {
        if !self.scheme.concerns(criterion, self.circumstances.unit) {
            if answer != self.nothing {
                let problem = Problem::AnsweredNotApplicable(criterion.title.clone());
                issues.push(Issue::new(field::answer(&criterion.id), problem));
            }
            return false;
        }
        if answer.applies != Some(false) {
            return true;
        }
        if criterion.optional.is_none() {
            let problem = Problem::NotOptional(criterion.title.clone());
            issues.push(Issue::new(field::part(&criterion.id, "applies"), problem));
        }
        criterion.optional.is_none()
    }

    fn not_applicable(&self, criterion: &Criterion) -> Line {
        let decimals = self.scheme.decimals();
        let mut tracer = self.tracer();
        let nothing = tracer.given(Name::NotApplicable, Decimal::ZERO);
        let (points, trace) = tracer.finish(nothing, decimals);
        let points = points.padded(decimals);
        Line {
            criterion: criterion.id.clone(),
            points,
            highest: points,
            maximum: points,
            state: State::NotApplicable,
            trace,
            losses: Vec::new(),
            shares: Vec::new(),
        }
    }

    /// A line as a reviewer verified it; the answers no longer matter to it.
    fn verified(&self, criterion: &Criterion, points: Points) -> Line {
        let decimals = self.scheme.decimals();
        let mut tracer = self.tracer();
        let given = tracer.given(Name::Verified, points.value());
        let (points, trace) = tracer.finish(given, decimals);
        let (points, maximum) = (points.padded(decimals), criterion.maximum().padded(decimals));
        let lost = maximum.minus(points);
        let loss = Loss::new(Cause::Verified, lost, None, field::answer(&criterion.id));
        Line {
            criterion: criterion.id.clone(),
            points,
            highest: points,
            maximum,
            state: State::Complete,
            trace,
            losses: ledger::settle(vec![loss], lost, decimals),
            shares: Vec::new(),
        }
    }

    /// Conditions whose truth the form does not tell yet; each flag among them is asked for.
    fn unknown(
        &self,
        criterion: &'a Criterion,
        answer: &Answer,
        issues: &mut Vec<Issue>,
    ) -> Vec<&'a When> {
        let mut unknown: Vec<&When> = Vec::new();
        for when in criterion.modifiers.iter().filter_map(|modifier| modifier.when()) {
            if self.known(when, answer).is_some() || unknown.contains(&when) {
                continue;
            }
            unknown.push(when);
            if let When::Flag { id, label } = when {
                let at = field::flag(&criterion.id, id);
                issues.push(Issue::new(at, Problem::NotAnswered(label.clone())));
            }
        }
        unknown
    }

    fn known(&self, when: &When, answer: &Answer) -> Option<bool> {
        match when {
            When::Flag { id, .. } => answer.flags.as_ref()?.get(id).copied(),
            When::Class { classes } => {
                Some(self.class.is_some_and(|class| classes.iter().any(|one| one == class)))
            }
            When::LeadUnit => self.leads,
            // A criterion's modifiers know no other part; a checked scheme has none such.
            When::Points { .. } => Some(false),
        }
    }

    /// Runs the line; conditions that are not known yet are taken as is worst, or best.
    fn run(
        &self,
        criterion: &'a Criterion,
        answer: &Answer,
        paired: &Paired<'_>,
        unknown: &[&When],
        fill: Fill,
    ) -> Run<'a> {
        // A checked scheme has few conditions to a criterion.
        let ways = 1u32 << unknown.len().min(6);
        let mut found = self.once(criterion, answer, paired, unknown, 0, fill);
        for way in 1..ways {
            let other = self.once(criterion, answer, paired, unknown, way, fill);
            let better = match fill {
                Fill::Worst => other.exact < found.exact,
                Fill::Best => other.exact > found.exact,
            };
            if better {
                found = other;
            }
        }
        found
    }

    fn once(
        &self,
        criterion: &'a Criterion,
        answer: &Answer,
        paired: &Paired<'_>,
        unknown: &[&When],
        way: u32,
        fill: Fill,
    ) -> Run<'a> {
        let mut tracer = self.tracer();
        let ruled = self.rule(criterion, paired, fill, &mut tracer);
        let held = |when: &When| {
            let at = unknown.iter().position(|one| *one == when);
            let holds = match at {
                Some(at) => way & (1 << at) != 0,
                None => self.known(when, answer).unwrap_or_default(),
            };
            let field = match when {
                When::Flag { id, .. } => field::flag(&criterion.id, id),
                _ => field::answer(&criterion.id),
            };
            let named = |class: &str| self.class_title(class);
            let words = modify::in_words(when, named);
            Held { holds, missing: at.map(|_| field), words }
        };
        let full = criterion.rule_maximum().value();
        let (points, _, changes) =
            modify::apply(&criterion.modifiers, ruled, full, held, &mut tracer);
        let (ruled, exact) = (tracer.value(ruled), tracer.value(points));
        let shares = tracer.take_shares();
        let (points, trace) = tracer.finish(points, self.scheme.decimals());
        Run { exact, points, trace, shares, ruled, changes }
    }

    fn class_title(&self, class: &str) -> Text {
        let found = self.scheme.file().classes.iter().find(|one| one.id == class);
        found.map(|found| found.title.clone()).unwrap_or_default()
    }

    fn rule(
        &self,
        criterion: &Criterion,
        paired: &Paired<'_>,
        fill: Fill,
        tracer: &mut Tracer,
    ) -> Term {
        match paired {
            Paired::Tasks(paired) => tasks::score(criterion, paired, fill, tracer),
            Paired::Choice(paired) => choice::score(criterion, paired, fill, tracer),
            Paired::Deduction(paired) => deduction::score(criterion, paired, fill, tracer),
            Paired::Checklist(paired) => checklist::score(criterion, paired, fill, tracer),
            Paired::Count(paired) => count::score(criterion, paired, fill, tracer),
            Paired::Value(paired) => value::score(criterion, paired, fill, tracer),
            Paired::Judged(paired) => judged::score(criterion, paired, fill, tracer),
            Paired::Entries(paired) => entries::score(criterion, paired, fill, tracer),
            Paired::Assessed(paired) => judged::mean(criterion, paired, fill, tracer),
            Paired::Best(paired) => {
                peers::best(criterion, paired, self.peers(criterion), fill, tracer)
            }
            Paired::Rank(paired) => {
                peers::rank(criterion, paired, self.peers(criterion), fill, tracer)
            }
            Paired::Veto(_) | Paired::Record => tracer.given(Name::Nothing, Decimal::ZERO),
        }
    }
}

fn losses(
    criterion: &Criterion,
    paired: &Paired<'_>,
    settled: bool,
    ruled: Decimal,
    decimals: u32,
) -> Vec<Loss> {
    match paired {
        Paired::Tasks(paired) => tasks::losses(criterion, paired, decimals),
        Paired::Choice(paired) => choice::losses(criterion, paired),
        Paired::Deduction(paired) => deduction::losses(criterion, paired),
        Paired::Checklist(paired) => checklist::losses(criterion, paired),
        Paired::Count(paired) => count::losses(criterion, paired),
        Paired::Value(paired) => value::losses(criterion, paired, ruled),
        Paired::Judged(paired) => judged::losses(criterion, paired),
        Paired::Entries(paired) => entries::losses(criterion, paired, ruled),
        Paired::Assessed(paired) => judged::mean_losses(criterion, paired, ruled),
        Paired::Best(_) | Paired::Rank(_) => peers::losses(criterion, settled, ruled),
        Paired::Veto(_) | Paired::Record => Vec::new(),
    }
}
