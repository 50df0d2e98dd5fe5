//! Between which points each part lies, by interval arithmetic: exact for every rule and for
//! sums; never too narrow where parts depend on each other.
//!
//! Reckoned for each class of units on its own, so that conditions on classes are known.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ruled::ruled;
use super::walk::Walk;
use crate::points::{add, div, mul, round, sub};
use crate::scheme::{
    Absent, Combine, Criterion, Group, Indicator, Late, Modifier, Rule, Standing, Together, Weight,
};

/// The least and the most, and full marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    pub least: Decimal,
    pub most: Decimal,
    /// Full marks of what applies to the class.
    pub full: Decimal,
    /// Full marks where everything applied.
    pub whole: Decimal,
    /// Whether it does not apply to the class at all.
    pub absent: bool,
    /// Whether some of it may be declared not applicable.
    pub optional: bool,
}

/// A modifier with the points before and after it.
pub(super) struct Step<'a> {
    pub path: String,
    pub modifier: &'a Modifier,
    pub before: Reach,
    pub after: Reach,
}

/// All parts' points for one class of units.
pub(super) struct Reaches<'a> {
    pub class: Option<&'a str>,
    decimals: u32,
    pub steps: Vec<Step<'a>>,
    /// By the criterion's place: what its rule gives, and what is left after its modifiers.
    pub criteria: BTreeMap<String, (Reach, Reach)>,
    /// By the group's place, without those whose parts are simply added.
    pub groups: BTreeMap<String, Reach>,
    /// The least that penalties come to.
    pub penalties: Decimal,
    /// The total before vetoes, and after.
    pub unvetoed: Reach,
    pub total: Reach,
}

impl Reach {
    /// For every class of units that there is.
    pub fn over<'a>(walk: &Walk<'a>) -> Vec<Reaches<'a>> {
        let classes = &walk.file.classes;
        let mut all: Vec<Reaches<'a>> =
            classes.iter().map(|class| Reaches::of(walk, Some(&class.id))).collect();
        let classed = |unit| classes.iter().any(|class| class.units.contains(unit));
        if classes.is_empty() || walk.file.units.iter().any(|unit| !classed(unit)) {
            all.push(Reaches::of(walk, None));
        }
        all
    }

    /// Points and full marks alike, as scoring rounds a group.
    fn rounded(self, decimals: u32) -> Self {
        let round = |value| round(value, decimals);
        let (least, most) = (round(self.least), round(self.most));
        Reach { least, most, full: round(self.full), whole: round(self.whole), ..self }
    }
}

/// A part as its parent sees it.
struct Part<'a> {
    reach: Reach,
    weight: Option<&'a Weight>,
}

impl<'a> Reaches<'a> {
    fn of(walk: &Walk<'a>, class: Option<&'a str>) -> Self {
        let mut this = Reaches {
            class,
            decimals: walk.file.decimals,
            steps: Vec::new(),
            criteria: BTreeMap::new(),
            groups: BTreeMap::new(),
            penalties: Decimal::ZERO,
            unvetoed: Reach::default(),
            total: Reach::default(),
        };
        this.settle(walk);
        this
    }

    fn settle(&mut self, walk: &Walk<'a>) {
        let (mut base, mut outside) = (Vec::new(), Vec::new());
        for (at, group) in walk.file.groups.iter().enumerate() {
            let reach = self.group(group, &format!("/groups/{at}"));
            let part = Part { reach, weight: group.weight.as_ref() };
            let list = if group.standing == Standing::Base { &mut base } else { &mut outside };
            list.push(part);
        }
        let together = walk.total().map(|total| &total.base).filter(|base| !base.plain());
        let mut total = match together {
            None => added(&base),
            Some(together) => {
                let combined = self.combine(together, &base);
                let settled = self.through("/total/base", &together.modifiers, combined);
                settled.rounded(self.decimals)
            }
        };
        self.penalties = outside.iter().map(|part| part.reach.least).fold(Decimal::ZERO, add);
        for part in &outside {
            total.least = add(total.least, part.reach.least);
            total.most = add(total.most, part.reach.most);
        }
        if let Some(settled) = walk.total() {
            total = self.through("/total", &settled.modifiers, total);
            if let Some(Late::Deduct { most, .. }) = &settled.late {
                total.least = sub(total.least, most.value());
            }
        }
        let decimals = walk.total().and_then(|total| total.decimals).unwrap_or(self.decimals);
        self.unvetoed = total.rounded(decimals);
        for placed in &walk.criteria {
            if let Rule::Veto(rule) = &placed.criterion.rule {
                total.least = total.least.min(rule.at_most.value());
            }
        }
        self.total = total.rounded(decimals);
    }

    fn group(&mut self, group: &'a Group, path: &str) -> Reach {
        let mut parts = Vec::new();
        for (at, indicator) in group.indicators.iter().enumerate() {
            let reach = self.indicator(indicator, &format!("{path}/indicators/{at}"));
            parts.push(Part { reach, weight: indicator.weight.as_ref() });
        }
        for (at, below) in group.groups.iter().enumerate() {
            let reach = self.group(below, &format!("{path}/groups/{at}"));
            parts.push(Part { reach, weight: below.weight.as_ref() });
        }
        let mut reach = self.combine(&group.together, &parts);
        if !group.together.plain() {
            let path = format!("{path}/together");
            reach = self.through(&path, &group.together.modifiers, reach).rounded(self.decimals);
            self.groups.insert(path, reach);
        }
        reach
    }

    fn indicator(&mut self, indicator: &'a Indicator, path: &str) -> Reach {
        let mut parts = Vec::new();
        for (at, criterion) in indicator.criteria.iter().enumerate() {
            if criterion.counted() {
                let reach = self.criterion(criterion, &format!("{path}/criteria/{at}"));
                parts.push(Part { reach, weight: None });
            }
        }
        added(&parts)
    }

    fn criterion(&mut self, criterion: &'a Criterion, path: &str) -> Reach {
        let (least, most) = ruled(criterion);
        let full = criterion.rule_maximum().value();
        let ruled = Reach { least, most, full, whole: full, ..Reach::default() };
        let mut reach = self.through(path, &criterion.modifiers, ruled).rounded(self.decimals);
        reach.full = criterion.maximum().value();
        reach.whole = reach.full;
        self.criteria.insert(path.into(), (ruled, reach));
        let concerned = |class| criterion.classes.iter().any(|one| one == class);
        if !criterion.classes.is_empty() && !self.class.is_some_and(concerned) {
            return Reach { whole: reach.whole, absent: true, ..Reach::default() };
        }
        if criterion.optional.is_some() {
            reach.least = reach.least.min(Decimal::ZERO);
            reach.most = reach.most.max(Decimal::ZERO);
            reach.optional = true;
        }
        reach
    }

    fn combine(&self, together: &Together, parts: &[Part<'a>]) -> Reach {
        let sum = added(parts);
        let applying = || parts.iter().filter(|part| !part.reach.absent);
        let short = sum.full != sum.whole || sum.optional;
        let (least, most, full) = match (together.combine, together.absent) {
            (Combine::Sum, Absent::Keep) => return sum,
            (Combine::Sum, _) if !short => return sum,
            (Combine::Sum, _) => {
                // Each part is stretched alike or by its own share: in both cases the whole lies
                // between the worst and the best part's share of full marks.
                let with = || applying().filter(|part| part.reach.full != Decimal::ZERO);
                let share = |of: fn(&Reach) -> Decimal| {
                    with().map(move |part| div(of(&part.reach), part.reach.full))
                };
                let least = share(|reach| reach.least).min().unwrap_or_default();
                let most = share(|reach| reach.most).max().unwrap_or_default();
                (mul(least, sum.whole), mul(most, sum.whole), sum.whole)
            }
            (Combine::WeightedMean, _) => {
                let weight = |part: &Part<'_>| {
                    part.weight.map(|weight| weight.of(self.class).value()).unwrap_or_default()
                };
                let weights = applying().map(weight).fold(Decimal::ZERO, add);
                let mean = |of: fn(&Reach) -> Decimal| {
                    let weighted = applying().map(|part| mul(weight(part), of(&part.reach)));
                    div(weighted.fold(Decimal::ZERO, add), weights)
                };
                let full = mean(|reach| reach.full);
                if sum.optional {
                    let ends = |of: fn(&Reach) -> Decimal| applying().map(move |p| of(&p.reach));
                    let least = ends(|reach| reach.least).min().unwrap_or_default();
                    (least, ends(|reach| reach.most).max().unwrap_or_default(), full)
                } else {
                    (mean(|reach| reach.least), mean(|reach| reach.most), full)
                }
            }
        };
        Reach { least, most, full, ..sum }
    }
}

fn added(parts: &[Part<'_>]) -> Reach {
    let sum = |of: fn(&Reach) -> Decimal| {
        parts.iter().map(|part| of(&part.reach)).fold(Decimal::ZERO, add)
    };
    Reach {
        least: sum(|reach| reach.least),
        most: sum(|reach| reach.most),
        full: sum(|reach| reach.full),
        whole: sum(|reach| reach.whole),
        absent: !parts.is_empty() && parts.iter().all(|part| part.reach.absent),
        optional: parts.iter().any(|part| part.reach.optional),
    }
}
