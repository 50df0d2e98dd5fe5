//! Full marks: of a rule, of a criterion, and of the whole.

use super::{Combine, Criterion, Group, Indicator, Modifier, Rule, SchemeFile, Standing, Together};
use crate::points::{self, Points};

impl Criterion {
    /// Full marks; zero where nothing is counted.
    pub fn maximum(&self) -> Points {
        self.points.unwrap_or(Points::ZERO)
    }

    /// Whether it counts towards the total.
    pub fn counted(&self) -> bool {
        !matches!(self.rule, Rule::Record(_) | Rule::Veto(_))
    }

    /// The most that the rule gives before any modifier. Of a rule that starts from full marks
    /// these are the criterion's, on the scale before a conversion.
    pub fn rule_maximum(&self) -> Points {
        match &self.rule {
            Rule::Choice(rule) => {
                rule.options.iter().map(super::ChoiceOption::best).max().unwrap_or_default()
            }
            Rule::Checklist(rule) => rule.items.iter().map(|item| item.points).sum(),
            Rule::Count(rule) => rule.cap,
            Rule::Value(rule) => rule.scale.span().1,
            Rule::Judged(rule) => rule.most,
            Rule::Entries(rule) => rule.cap,
            Rule::Assessed(rule) => rule.most,
            Rule::Tasks(_) | Rule::Deduction(_) | Rule::Best(_) | Rule::Rank(_) => {
                let mut full = self.maximum().value();
                for modifier in self.modifiers.iter().rev() {
                    if let Modifier::Scale { from, to, .. } = modifier {
                        full = points::div(points::mul(full, from.value()), to.value());
                    }
                }
                Points::new(full)
            }
            Rule::Veto(_) | Rule::Record(_) => Points::ZERO,
        }
    }
}

/// Full marks of all that is counted in the base, where everything applies.
pub(super) fn marks(file: &SchemeFile) -> Points {
    let base = |group: &&Group| group.standing == Standing::Base;
    let parts = file
        .groups
        .iter()
        .filter(base)
        .map(|group| (group.weight.as_ref().map(|weight| weight.all), group_marks(group)));
    let Some(total) = &file.total else { return parts.map(|(_, full)| full).sum() };
    modified(together(&total.base, parts.collect()), &total.modifiers)
}

/// Full marks of a group where everything applies.
pub(super) fn group_marks(group: &Group) -> Points {
    let indicators = group.indicators.iter().map(|indicator| {
        (indicator.weight.as_ref().map(|weight| weight.all), indicator_marks(indicator))
    });
    let below = group
        .groups
        .iter()
        .map(|below| (below.weight.as_ref().map(|weight| weight.all), group_marks(below)));
    together(&group.together, indicators.chain(below).collect())
}

/// Full marks of an indicator.
pub(super) fn indicator_marks(indicator: &Indicator) -> Points {
    indicator.criteria.iter().filter(|c| c.counted()).map(Criterion::maximum).sum()
}

fn together(together: &Together, parts: Vec<(Option<Points>, Points)>) -> Points {
    let full = match together.combine {
        Combine::Sum => parts.iter().map(|(_, full)| *full).sum(),
        Combine::WeightedMean => {
            let weight = |weight: &Option<Points>| weight.unwrap_or_default().value();
            let weighted: Points = parts
                .iter()
                .map(|(w, full)| Points::new(points::mul(weight(w), full.value())))
                .sum();
            let sum: Points = parts.iter().map(|(w, _)| Points::new(weight(w))).sum();
            Points::new(points::div(weighted.value(), sum.value()))
        }
    };
    modified(full, &together.modifiers)
}

fn modified(full: Points, modifiers: &[Modifier]) -> Points {
    modifiers.iter().fold(full, |full, modifier| Points::new(modifier.full_after(full.value())))
}
