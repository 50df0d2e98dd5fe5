//! What is drawn of the results, as exact figures, each with the table behind it.

use selfscore_wording::{Lang, results as words};

use super::Named;
use super::table::{Cell, Table};
use crate::batch::{Kept, LineFigures, Outcome};
use crate::points::{self, Points};
use crate::scheme::{Criterion, Scheme};
use crate::scoring::State;
use crate::text::Text;

/// The totals of all units that have a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// The best first.
    pub units: Vec<Total>,
    /// Full marks.
    pub maximum: Points,
    places: u32,
}

/// A unit's total.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The form, by its place in the outcome.
    pub form: usize,
    /// The unit, by its name as people know it.
    pub unit: String,
    /// The total that it stands by.
    pub total: Points,
    /// Its place, from 1.
    pub rank: usize,
    /// Whether something of it was verified.
    pub verified: bool,
}

/// Totals by unit, in the order of their places; units by their names as people know them.
pub fn totals<'a>(by: impl Into<Named<'a>>, outcome: &Outcome) -> Totals {
    let by = by.into();
    let scheme = by.scheme;
    let units = outcome.ranking(scheme).into_iter().map(|place| {
        let kept = &outcome.forms[place.form];
        Total {
            form: place.form,
            unit: by.show(&kept.unit),
            total: place.total,
            rank: place.rank,
            verified: kept.figures.as_ref().is_some_and(|figures| figures.verified.is_some()),
        }
    });
    let units = units.collect();
    Totals { units, maximum: scheme.known_maximum(), places: scheme.total_decimals() }
}

impl Totals {
    /// The table behind the chart.
    pub fn table(&self, lang: Lang) -> Table {
        let headings = [words::rank(lang), words::unit(lang), words::total(lang)];
        let mut table = Table::of("totals", words::totals(lang), &headings);
        table.rows.extend(self.units.iter().map(|one| {
            vec![
                Cell::Count(one.rank),
                one.unit.as_str().into(),
                Cell::Figure(one.total, self.places),
            ]
        }));
        table
    }
}

/// What the forms that count lose at a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct LostAt {
    /// The criterion's id.
    pub criterion: String,
    /// Its title.
    pub title: Text,
    /// Full marks.
    pub maximum: Points,
    /// How many forms count: those that it applies to and whose points are known.
    pub forms: usize,
    /// Full marks less the points that stand, of all of them.
    pub sum: Points,
    /// The sum by the number of forms, to 28 digits; zero where there are none.
    pub mean: Points,
}

/// Points lost by criterion, in the scheme's order.
pub fn lost(scheme: &Scheme, outcome: &Outcome) -> Vec<LostAt> {
    let lost = |(at, criterion): (usize, &Criterion)| {
        let maximum = criterion.maximum();
        let standing = standing(scheme, outcome, at);
        let sum: Points = standing.iter().map(|points| maximum.minus(*points)).sum();
        let mean = points::div(sum.value(), rust_decimal::Decimal::from(standing.len()));
        LostAt {
            criterion: criterion.id.clone(),
            title: criterion.title.clone(),
            maximum,
            forms: standing.len(),
            sum,
            mean: Points::new(mean),
        }
    };
    counted(scheme).map(lost).collect()
}

/// The table behind the chart of lost points.
pub fn lost_table(scheme: &Scheme, lost: &[LostAt], lang: Lang) -> Table {
    let places = scheme.decimals();
    let headings = [
        words::criterion(lang),
        words::full(lang),
        words::forms(lang),
        words::lost_sum(lang),
        words::lost_mean(lang),
    ];
    let mut table = Table::of("lost", words::lost(lang), &headings);
    table.rows.extend(lost.iter().map(|one| {
        vec![
            one.title.get(lang).into(),
            Cell::Figure(one.maximum, places),
            Cell::Count(one.forms),
            Cell::Figure(one.sum, places),
            Cell::Figure(one.mean, places),
        ]
    }));
    table
}

/// The medians of all counted criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Medians {
    /// In the scheme's order, with the criterion's place among all; `None` where no form counts.
    medians: Vec<(usize, Option<Points>)>,
}

/// A unit's points at a criterion beside the median.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// The criterion's id.
    pub criterion: String,
    /// Its title.
    pub title: Text,
    /// Full marks.
    pub maximum: Points,
    /// The points that stand for the unit; `None` where it does not apply or they are not known.
    pub own: Option<Points>,
    /// The median of the forms that count: of an even number, half-way between the two in the middle.
    pub median: Option<Points>,
}

impl Medians {
    /// Of the forms that count.
    pub fn of(scheme: &Scheme, outcome: &Outcome) -> Self {
        let median = |(at, _): (usize, &Criterion)| {
            let mut all = standing(scheme, outcome, at);
            all.sort_unstable();
            (at, points::median(&all))
        };
        Medians { medians: counted(scheme).map(median).collect() }
    }

    /// A form's points beside them; nothing if it was not scored.
    pub fn against(&self, scheme: &Scheme, kept: &Kept) -> Vec<Against> {
        let Some(figures) = &kept.figures else { return Vec::new() };
        let criteria: Vec<&Criterion> = scheme.criteria().collect();
        let beside = |(at, median): &(usize, Option<Points>)| {
            let criterion = criteria.get(*at)?;
            Some(Against {
                criterion: criterion.id.clone(),
                title: criterion.title.clone(),
                maximum: criterion.maximum(),
                own: figures.lines.get(*at).and_then(known),
                median: *median,
            })
        };
        self.medians.iter().filter_map(beside).collect()
    }

    /// The table behind the chart of a unit against the median.
    pub fn table(scheme: &Scheme, unit: &str, against: &[Against], lang: Lang) -> Table {
        let places = scheme.decimals();
        let headings = [
            words::criterion(lang),
            words::full(lang),
            words::own(lang),
            words::median(lang),
            words::above(lang),
        ];
        let mut table = Table::of("against", &words::against(lang, unit), &headings);
        // Half-way between two that are rounded takes one place more.
        table.rows.extend(against.iter().map(|one| {
            let above = one.own.zip(one.median).map(|(own, median)| own.minus(median));
            vec![
                one.title.get(lang).into(),
                Cell::Figure(one.maximum, places),
                Cell::figure(one.own, places),
                Cell::figure(one.median, places + 1),
                Cell::figure(above, places + 1),
            ]
        }));
        table
    }
}

/// The criteria that count, with their places among all.
fn counted(scheme: &Scheme) -> impl Iterator<Item = (usize, &Criterion)> {
    scheme.criteria().enumerate().filter(|(_, criterion)| criterion.counted())
}

/// The points that stand for a line, if it applies and they are known.
fn known(line: &LineFigures) -> Option<Points> {
    match (line.state, line.verified) {
        (State::NotApplicable, _) | (State::Pending, None) => None,
        (_, verified) => Some(verified.unwrap_or(line.recomputed)),
    }
}

/// The points that stand for a criterion, of all forms that count.
fn standing(scheme: &Scheme, outcome: &Outcome, at: usize) -> Vec<Points> {
    let counting = outcome.forms.iter().filter(|kept| kept.counts(scheme));
    let lines = counting.filter_map(|kept| kept.figures.as_ref()?.lines.get(at));
    lines.filter_map(known).collect()
}
