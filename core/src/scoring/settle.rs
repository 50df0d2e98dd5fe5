//! From lines to the total: groups bottom up, the base, bonus and penalties, vetoes, the grade.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use selfscore_wording::trace as words;

use super::ledger::{self, Cause, Loss};
use super::line::Scorer;
use super::modify::{self, Held};
use super::pair::PairedVeto;
use super::together::{self, Part};
use super::{Fill, Line, ScoreSheet, Section, State};
use crate::issue::field;
use crate::points::{self, Points};
use crate::scheme::{
    Combine, Criterion, Group, Indicator, Late, Modifier, Scheme, Standing, Together, Total, When,
};
use crate::text::Text;
use crate::trace::{Name, Op, StepName, Term, Trace, Tracer};

/// A criterion that can make the total void.
pub(super) struct VetoFound<'a> {
    at_most: Points,
    /// What happened first, with its clause; `None` if nothing did or the answer is missing.
    happened: Option<(Text, &'a str)>,
    missing: bool,
    title: Text,
    field: String,
}

impl<'a> VetoFound<'a> {
    pub fn new(criterion: &'a Criterion, veto: &PairedVeto<'a>) -> Self {
        let first = veto.happened.as_ref().and_then(|all| all.first());
        VetoFound {
            at_most: veto.rule.at_most,
            happened: first.map(|item| (item.label.clone(), item.clause.as_str())),
            missing: veto.happened.is_none(),
            title: criterion.title.clone(),
            field: field::part(&criterion.id, "done"),
        }
    }
}

/// The sheet of all lines.
pub(super) fn sheet(
    scorer: &Scorer<'_>,
    lines: Vec<Line>,
    vetoes: Vec<VetoFound<'_>>,
) -> ScoreSheet {
    let scheme = scorer.scheme;
    let counted = || lines.iter().filter(|line| line.state != State::NotCounted);
    let decimals = scheme.decimals();
    let mut sheet = ScoreSheet {
        sections: Vec::new(),
        total: counted().map(|line| line.points).sum(),
        highest: counted().map(|line| line.highest).sum(),
        maximum: counted().map(|line| line.maximum).sum::<Points>().padded(decimals),
        complete: counted().all(|line| line.state.answered()),
        pending: counted().any(|line| line.state == State::Pending),
        grade: None,
        trace: None,
        losses: Vec::new(),
        lines: Vec::new(),
    };
    if scheme.file().total.is_some() || !scheme.adds_up() || !vetoes.is_empty() {
        Settling::new(scorer, &lines).settle(&vetoes, &mut sheet);
    }
    sheet.lines = lines;
    let grade = |total| scheme.grade(total).map(|grade| &grade.id);
    sheet.grade = grade(sheet.total).filter(|id| grade(sheet.highest) == Some(id)).cloned();
    sheet
}

/// Groups on their way to the total.
struct Settling<'a> {
    scheme: &'a Scheme,
    scorer: &'a Scorer<'a>,
    by_id: BTreeMap<&'a str, &'a Line>,
    /// Parts that conditions may refer to: the least and the most.
    known: BTreeMap<String, (Points, Points)>,
    sections: Vec<Section>,
}

impl<'a> Settling<'a> {
    fn new(scorer: &'a Scorer<'a>, lines: &'a [Line]) -> Self {
        let known = lines.iter().map(|line| (line.criterion.clone(), (line.points, line.highest)));
        Settling {
            scheme: scorer.scheme,
            scorer,
            by_id: lines.iter().map(|line| (line.criterion.as_str(), line)).collect(),
            known: known.collect(),
            sections: Vec::new(),
        }
    }

    fn settle(mut self, vetoes: &[VetoFound<'_>], sheet: &mut ScoreSheet) {
        let none = Total::default();
        let total = self.scheme.file().total.as_ref().unwrap_or(&none);
        let mut base = Vec::new();
        for (index, group) in self.scheme.file().groups.iter().enumerate() {
            if group.standing == Standing::Base {
                base.push(self.group(group, &format!("/groups/{index}")));
            }
        }
        let mut parts = match total.base.plain() {
            true => base,
            false => {
                let title = modify::said(|lang| words::base(lang).into());
                vec![self.section("/total/base".into(), None, title, &total.base, &base, None)]
            }
        };
        let sum = |of: fn(&Part) -> Points| parts.iter().map(of).sum::<Points>();
        let known = (sum(|part| part.points.0), sum(|part| part.points.1));
        self.known.insert("base".into(), known);
        for (index, group) in self.scheme.file().groups.iter().enumerate() {
            if group.standing != Standing::Base {
                parts.push(self.group(group, &format!("/groups/{index}")));
            }
        }
        self.total(total, &parts, vetoes, sheet);
    }

    fn total(
        mut self,
        total: &Total,
        parts: &[Part],
        vetoes: &[VetoFound<'_>],
        sheet: &mut ScoreSheet,
    ) {
        let added = Together::default();
        let decimals = self.scheme.total_decimals();
        let mut losses = together::losses(&added, parts);
        let mut run = |fill: Fill, ledger: bool| {
            let mut tracer = Tracer::default();
            let (sum, full) = together::combine(&added, parts, fill, &mut tracer);
            let held = |when: &When| self.held(when, fill);
            let (mut points, full, changes) =
                modify::apply(&total.modifiers, sum, full, held, &mut tracer);
            let before = tracer.value(points);
            points = self.late(total, points, &mut tracer);
            let late = points::sub(before, tracer.value(points));
            let before = tracer.value(points);
            points = vetoed(vetoes, fill, points, &mut tracer);
            if ledger {
                losses = modify::losses(std::mem::take(&mut losses), &changes);
                let mut enter = |cause, lost: Decimal, about: Option<Text>, field| {
                    if lost != Decimal::ZERO {
                        losses.push(Loss { cause, points: Points::new(lost), about, field });
                    }
                };
                enter(Cause::Late, late, None, None);
                let lost = points::sub(before, tracer.value(points));
                let veto = vetoes.iter().find(|veto| veto.missing || veto.happened.is_some());
                let unsure = veto.is_some_and(|veto| veto.happened.is_none());
                let cause = if unsure { Cause::Unanswered } else { Cause::Veto };
                let about = veto.map(|veto| veto.title.clone());
                enter(cause, lost, about, veto.map(|veto| veto.field.clone()));
            }
            (tracer.finish(points, decimals), full)
        };
        let ((points, trace), full) = run(Fill::Worst, true);
        let ((highest, _), _) = run(Fill::Best, false);
        let maximum = Points::new(full).rounded(decimals);
        sheet.losses = ledger::settle(losses, maximum.minus(points), decimals);
        sheet.total = points.padded(decimals);
        sheet.highest = highest.padded(decimals);
        sheet.maximum = maximum.padded(decimals);
        sheet.trace = Some(trace);
        sheet.sections = std::mem::take(&mut self.sections);
    }

    fn late(&self, total: &Total, points: Term, tracer: &mut Tracer) -> Term {
        let Some(Late::Deduct { each, most, clause }) = &total.late else { return points };
        if self.scorer.circumstances.days_late == 0 {
            return points;
        }
        let each = tracer.given(Name::Late, each.value());
        let days = tracer.given(Name::LateDays, self.scorer.circumstances.days_late.into());
        let off = tracer.step(StepName::LateOff, Op::Product, vec![each, days], None);
        let most = tracer.given(Name::Cap, most.value());
        let off = tracer.step(StepName::LateOff, Op::Least, vec![off, most], Some(clause));
        tracer.step(StepName::Remaining, Op::Difference, vec![points, off], Some(clause))
    }

    /// A group as its parent sees it.
    fn group(&mut self, group: &Group, path: &str) -> Part {
        let mut parts: Vec<Part> =
            group.indicators.iter().map(|indicator| self.indicator(indicator)).collect();
        for (index, below) in group.groups.iter().enumerate() {
            parts.push(self.group(below, &format!("{path}/groups/{index}")));
        }
        let weight = group.weight.as_ref().map(|weight| weight.of(self.scorer.class));
        let outside = group.standing != Standing::Base;
        let mut part = match group.together.plain() {
            true => Part {
                title: group.title.clone(),
                points: (sum(&parts, |p| p.points.0), sum(&parts, |p| p.points.1)),
                full: sum(&parts, |part| part.full),
                whole: sum(&parts, |part| part.whole),
                weight: None,
                outside: false,
            },
            false => {
                let (title, id) = (group.title.clone(), group.id.clone());
                let standing = Some(group.standing);
                self.section(path.into(), id, title, &group.together, &parts, standing)
            }
        };
        part.weight = weight;
        if outside {
            (part.full, part.whole, part.outside) = (Points::ZERO, Points::ZERO, true);
        }
        if let Some(id) = &group.id {
            self.known.insert(id.clone(), part.points);
        }
        part
    }

    fn indicator(&self, indicator: &Indicator) -> Part {
        let lines = || indicator.criteria.iter().filter_map(|c| self.by_id.get(c.id.as_str()));
        let counted = || lines().filter(|line| line.state != State::NotCounted);
        let whole = indicator.criteria.iter().filter(|criterion| criterion.counted());
        Part {
            title: indicator.title.clone(),
            points: (
                counted().map(|line| line.points).sum(),
                counted().map(|line| line.highest).sum(),
            ),
            full: counted().map(|line| line.maximum).sum(),
            whole: whole.map(Criterion::maximum).sum(),
            weight: indicator.weight.as_ref().map(|weight| weight.of(self.scorer.class)),
            outside: false,
        }
    }

    /// Settles a group whose parts are not simply added.
    fn section(
        &mut self,
        path: String,
        id: Option<String>,
        title: Text,
        together: &Together,
        parts: &[Part],
        standing: Option<Standing>,
    ) -> Part {
        let decimals = self.scheme.decimals();
        let (worst, worst_full, losses) = self.run(together, parts, Fill::Worst);
        let (best, ..) = self.run(together, parts, Fill::Best);
        let outside = standing.is_some_and(|standing| standing != Standing::Base);
        let full = Points::new(worst_full).rounded(decimals);
        let maximum = if outside { Points::ZERO } else { full };
        let losses = match outside {
            // What a bonus could have had more is lost to nobody.
            true => Vec::new(),
            false => ledger::settle(losses, maximum.minus(worst.0), decimals),
        };
        // A mean over what applies lacks nothing: the weights of the rest drop out.
        let whole = match together.combine {
            Combine::WeightedMean if full != Points::ZERO => full,
            _ => modified(Points::new(whole(together, parts)), &together.modifiers),
        };
        let points = (worst.0.padded(decimals), best.0.padded(decimals));
        self.sections.push(Section {
            path,
            id,
            title: title.clone(),
            points: points.0,
            highest: points.1,
            maximum: maximum.padded(decimals),
            trace: worst.1,
            losses,
        });
        Part { title, points, full, whole: whole.rounded(decimals), weight: None, outside: false }
    }

    fn run(
        &self,
        together: &Together,
        parts: &[Part],
        fill: Fill,
    ) -> ((Points, Trace), Decimal, Vec<Loss>) {
        let mut tracer = Tracer::default();
        let (points, full) = together::combine(together, parts, fill, &mut tracer);
        let held = |when: &When| self.held(when, fill);
        let (points, full, changes) =
            modify::apply(&together.modifiers, points, full, held, &mut tracer);
        let losses = modify::losses(together::losses(together, parts), &changes);
        (tracer.finish(points, self.scheme.decimals()), full, losses)
    }

    fn held(&self, when: &When, fill: Fill) -> Held {
        let holds = match when {
            When::Class { classes } => {
                self.scorer.class.is_some_and(|class| classes.iter().any(|one| one == class))
            }
            When::LeadUnit => self.scorer.leads.unwrap_or_default(),
            When::Points { of, bounds } => {
                let (least, most) = self.known.get(of).copied().unwrap_or_default();
                bounds.contain(if fill == Fill::Worst { least } else { most })
            }
            // Asked with a criterion only; a checked scheme has none here.
            When::Flag { .. } => false,
        };
        let words = modify::in_words(when, |id| self.scheme.title_of(id));
        Held { holds, missing: None, words }
    }
}

fn sum(parts: &[Part], of: impl Fn(&Part) -> Points) -> Points {
    parts.iter().map(of).sum()
}

/// Full marks of a group where everything applied, before modifiers.
fn whole(together: &Together, parts: &[Part]) -> Decimal {
    let all: Vec<Part> =
        parts.iter().map(|part| Part { full: part.whole, ..part.clone() }).collect();
    together::full_marks(together, &all)
}

fn modified(full: Points, modifiers: &[Modifier]) -> Points {
    modifiers.iter().fold(full, |full, modifier| Points::new(modifier.full_after(full.value())))
}

/// The total with its vetoes.
fn vetoed(vetoes: &[VetoFound<'_>], fill: Fill, points: Term, tracer: &mut Tracer) -> Term {
    let mut points = points;
    for veto in vetoes {
        let (name, clause) = match &veto.happened {
            Some((label, clause)) => (Name::Veto(label.clone()), Some(*clause)),
            None => (Name::Veto(veto.title.clone()), None),
        };
        let most = match (&veto.happened, veto.missing, fill) {
            (Some(_), ..) => tracer.given(name, veto.at_most.value()),
            (None, true, Fill::Worst) => {
                tracer.missing(name, veto.at_most.value(), veto.field.clone())
            }
            _ => continue,
        };
        points = tracer.step(StepName::Vetoed, Op::Least, vec![points, most], clause);
    }
    points
}
