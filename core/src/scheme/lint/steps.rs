//! What modifiers make of the points between two ends: exact for each one; where its condition
//! depends on the form, whichever of the two goes further.

use rust_decimal::Decimal;

use super::reach::{Reach, Reaches, Step};
use crate::points::{div, mul, sub};
use crate::scheme::{Modifier, Multiplied, When};

impl<'a> Reaches<'a> {
    /// Through modifiers in order; each is kept as a step.
    pub(super) fn through(
        &mut self,
        path: &str,
        modifiers: &'a [Modifier],
        mut reach: Reach,
    ) -> Reach {
        for (at, modifier) in modifiers.iter().enumerate() {
            let before = reach;
            reach = self.after(modifier, before);
            let path = format!("{path}/modifiers/{at}");
            self.steps.push(Step { path, modifier, before, after: reach });
        }
        reach
    }

    fn after(&self, modifier: &Modifier, before: Reach) -> Reach {
        let each = |change: &dyn Fn(Decimal) -> Decimal| {
            let (a, b) = (change(before.least), change(before.most));
            Reach { least: a.min(b), most: a.max(b), ..before }
        };
        let either = |a: Reach, b: Reach| Reach {
            least: a.least.min(b.least),
            most: a.most.max(b.most),
            ..a
        };
        let mut after = match modifier {
            Modifier::Cap { at, .. } => each(&|points| points.min(at.value())),
            Modifier::Floor { at, .. } => each(&|points| points.max(at.value())),
            Modifier::Scale { from, to, .. } => {
                each(&|points| div(mul(points, to.value()), from.value()))
            }
            Modifier::Multiply { by, of, when, .. } => {
                let changed = match of {
                    Multiplied::Points => each(&|points| mul(points, by.value())),
                    Multiplied::Loss => {
                        each(&|points| sub(before.full, mul(sub(before.full, points), by.value())))
                    }
                };
                match self.holds(when) {
                    Some(true) => changed,
                    Some(false) => before,
                    None => either(before, changed),
                }
            }
            Modifier::Gate { when, otherwise, .. } => {
                let (least, most) = (otherwise.value(), otherwise.value());
                let otherwise = Reach { least, most, ..before };
                match self.holds(when) {
                    Some(true) => before,
                    Some(false) => otherwise,
                    None => either(before, otherwise),
                }
            }
        };
        after.full = modifier.full_after(before.full);
        after.whole = modifier.full_after(before.whole);
        after
    }

    /// Whether a condition holds for the class; `None` where that depends on the form.
    fn holds(&self, when: &When) -> Option<bool> {
        match when {
            When::Class { classes } => {
                Some(self.class.is_some_and(|class| classes.iter().any(|one| one == class)))
            }
            _ => None,
        }
    }
}
