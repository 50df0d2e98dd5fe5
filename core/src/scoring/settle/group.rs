//! Groups, bottom up: parts together, modified, rounded once.

use rust_decimal::Decimal;

use super::Settling;
use crate::points::Points;
use crate::scheme::{Combine, Criterion, Group, Indicator, Modifier, Standing, Together, When};
use crate::scoring::ledger::{self, Loss};
use crate::scoring::together::{self, Part};
use crate::scoring::{Fill, Section, State, modify};
use crate::text::Text;
use crate::trace::Trace;

impl Settling<'_> {
    /// A group as its parent sees it.
    pub(super) fn group(&mut self, group: &Group, path: &str) -> Part {
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
    pub(super) fn section(
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
        let mut tracer = self.scorer.tracer();
        let (points, full) = together::combine(together, parts, fill, &mut tracer);
        let held = |when: &When| self.held(when, fill);
        let (points, full, changes) =
            modify::apply(&together.modifiers, points, full, held, &mut tracer);
        let losses = modify::losses(together::losses(together, parts), &changes);
        (tracer.finish(points, self.scheme.decimals()), full, losses)
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
