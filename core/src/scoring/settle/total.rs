//! The base, bonus and penalties together; vetoes; what is late.

use rust_decimal::Decimal;

use super::Settling;
use super::veto::{VetoFound, vetoed};
use crate::points::{self, Points};
use crate::scheme::{Late, Together, Total, When};
use crate::scoring::ledger::{self, Cause, Loss};
use crate::scoring::together::{self, Part};
use crate::scoring::{Fill, ScoreSheet, modify};
use crate::text::Text;
use crate::trace::{Name, Op, StepName, Term, Tracer};

impl Settling<'_> {
    pub(super) fn total(
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
            let mut tracer = self.scorer.tracer();
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
}
