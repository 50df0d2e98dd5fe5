//! Rules as formulas, where they are simple enough to be read by who looks into a cell. A formula
//! stands only where it gives what the form states; other figures stand as they are.
//!
//! Like the page, a formula gives the least points that are possible while something is missing.

use std::collections::BTreeMap;

use selfscore_wording::{Lang, columns};

use super::grid::Grid;
use crate::book::{address, letters};
use crate::draft::judge;
use crate::form::Form;
use crate::form::csv::Column;
use crate::form::csv::answers::yes_no;
use crate::form::csv::key::{Key, pointer};
use crate::form::csv::row::Row;
use crate::points::Points;
use crate::scheme::{
    Applies, ChoiceRule, CountRule, Criterion, DeductionItem, DeductionRule, Mean, Rule, Scheme,
    TasksRule,
};
use crate::scoring::ScoreSheet;

pub(super) struct Formulas<'a> {
    scheme: &'a Scheme,
    form: &'a Form,
    sheet: ScoreSheet,
    places: &'a BTreeMap<&'a str, u32>,
    columns: [u16; 12],
}

impl<'a> Formulas<'a> {
    pub fn new(
        scheme: &'a Scheme,
        form: &'a Form,
        grid: &Grid,
        places: &'a BTreeMap<&'a str, u32>,
    ) -> Self {
        let columns = Column::ALL.map(|column| grid.column(column));
        Formulas { scheme, form, sheet: judge(scheme, form).0, places, columns }
    }

    /// The formula of a row's figure, if it has one that gives what is stated.
    pub fn of_row(&self, row: &Row, criterion: Option<&str>) -> Option<String> {
        let stated = &row.cell(Column::Score).text;
        if let Some(id) = criterion {
            let line = self.sheet.line(id)?;
            let decimals = self.scheme.decimals();
            let same = line.points.fixed(decimals) == *stated;
            let formula = self.criterion(self.scheme.criterion(id)?)?;
            return same.then(|| format!("ROUND({formula},{decimals})"));
        }
        let total = Key::read(row.key()) == Some(Key::Total);
        let decimals = self.scheme.total_decimals();
        let same = self.sheet.total.fixed(decimals) == *stated;
        let plain = self.scheme.adds_up() && self.scheme.file().total.is_none();
        (total && same && plain).then(|| self.total(decimals)).flatten()
    }

    /// The sum of all lines, which stand one below the other with nothing else between them.
    fn total(&self, decimals: u32) -> Option<String> {
        let stated = self.form.score.as_ref()?;
        let counted = self.scheme.criteria().filter(|criterion| self.scheme.counts(&criterion.id));
        let all = counted.map(|criterion| {
            let place = *self.places.get(pointer(["answers", &criterion.id]).as_str())?;
            let points = stated.criteria.get(&criterion.id)?;
            let line = self.sheet.line(&criterion.id)?;
            (line.points.value() == points.value()).then_some(place)
        });
        let places = all.collect::<Option<Vec<u32>>>()?;
        let uncounted =
            |id: &&String| self.scheme.criterion(id).is_some() && !self.scheme.counts(id);
        if stated.criteria.keys().any(|id| uncounted(&id)) {
            return None;
        }
        let (first, last) = (places.iter().min()?, places.iter().max()?);
        let column = self.columns[Column::Score as usize].into();
        let (first, last) = (address(*first, column), address(*last, column));
        Some(format!("ROUND(SUM({first}:{last}),{decimals})"))
    }

    fn criterion(&self, criterion: &Criterion) -> Option<String> {
        let plain = criterion.modifiers.is_empty()
            && criterion.optional.is_none()
            && criterion.classes.is_empty();
        if !plain {
            return None;
        }
        let id = criterion.id.as_str();
        match &criterion.rule {
            Rule::Tasks(rule) => self.tasks(id, rule, criterion.rule_maximum()),
            Rule::Choice(rule) => self.choice(id, rule),
            Rule::Deduction(rule) => self.deduction(id, rule, criterion.rule_maximum()),
            Rule::Count(rule) => self.count(id, rule),
            Rule::Checklist(rule) => {
                let items = rule.items.iter().map(|item| {
                    let cell = self.value(&["answers", id, "done", &item.id])?;
                    Some(format!("({cell}={})*{}", quoted(yes_no(true)), item.points))
                });
                added(items)
            }
            _ => None,
        }
    }

    /// The cell that a row's value stands in.
    fn value(&self, names: &[&str]) -> Option<String> {
        let row = *self.places.get(pointer(names.iter().copied()).as_str())?;
        Some(address(row, self.columns[Column::Value as usize].into()))
    }

    fn choice(&self, id: &str, rule: &ChoiceRule) -> Option<String> {
        if rule.options.iter().any(|option| option.to.is_some()) {
            return None;
        }
        let yes = quoted(yes_no(true));
        let mut chosen = Vec::new();
        let mut points = Vec::new();
        for option in &rule.options {
            let cell = self.value(&["answers", id, "choice", &option.id])?;
            chosen.push(format!("({cell}={yes})"));
            points.push(format!("({cell}={yes})*{}", option.points));
        }
        let least = rule.options.iter().map(|option| option.points).min()?;
        Some(format!("IF({}=0,{least},{})", chosen.join("+"), points.join("+")))
    }

    fn count(&self, id: &str, rule: &CountRule) -> Option<String> {
        let items = rule.items.iter().map(|item| {
            Some(format!(
                "{}*{}",
                self.value(&["answers", id, "occurrences", &item.id])?,
                item.each
            ))
        });
        Some(format!("MIN({},{})", rule.cap, added(items)?))
    }

    fn deduction(&self, id: &str, rule: &DeductionRule, full: Points) -> Option<String> {
        let judged = |item: &DeductionItem| item.most.is_some() || !item.further.is_empty();
        if rule.items.iter().any(judged) {
            return None;
        }
        let cell = |item: &DeductionItem| self.value(&["answers", id, "occurrences", &item.id]);
        let boxes: Option<Vec<String>> =
            rule.items.iter().filter(|item| item.once).map(cell).collect();
        let boxes = boxes?.join(",");
        let all = full.minus(rule.floor);
        let items = rule.items.iter().map(|item| {
            let (cell, each) = (cell(item)?, item.each);
            // Boxes are answered together: once one is, an empty one is not ticked.
            let lost = match item.once {
                true => format!("IF(COUNT({boxes})=0,{each},{each}*{cell})"),
                false => format!("IF({cell}=\"\",{all},{each}*{cell})"),
            };
            Some(match item.applies {
                None => lost,
                Some(Applies::LeadUnits) => {
                    let roles = self.roles()?;
                    let lead = quoted(columns::lead(Lang::Zh));
                    format!("IF(AND(COUNTA({roles})>0,COUNTIF({roles},{lead})=0),0,{lost})")
                }
            })
        });
        let left = format!("MAX({},{full}-({}))", rule.floor, added(items)?);
        if rule.requires.is_none() {
            return Some(left);
        }
        let met = self.value(&["answers", id, "met"])?;
        Some(format!("IF({met}={},{left},0)", quoted(yes_no(true))))
    }

    /// The rows of a criterion's tasks.
    fn task_rows(&self, id: &str) -> Option<(u32, u32)> {
        let start = pointer(["answers", id, "tasks"]) + "/";
        let rows = self.places.range(start.as_str()..);
        let rows = rows.take_while(|(key, _)| key.starts_with(&start)).map(|(_, row)| *row);
        let (first, last) = rows.fold((u32::MAX, 0), |(a, b), row| (a.min(row), b.max(row)));
        (first <= last).then_some((first, last))
    }

    fn range(&self, (first, last): (u32, u32), column: Column) -> String {
        let column = letters(self.columns[column as usize].into());
        // Rows in formulas count from 1.
        format!("${column}${}:${column}${}", first + 1, last + 1)
    }

    /// The parts that the unit has in its tasks, if they stand in one place.
    fn roles(&self) -> Option<String> {
        let tasks = |criterion: &&Criterion| matches!(criterion.rule, Rule::Tasks(_));
        let mut all = self.scheme.criteria().filter(tasks);
        let only = all.next().filter(|_| all.next().is_none())?;
        Some(self.range(self.task_rows(&only.id)?, Column::Role))
    }

    fn tasks(&self, id: &str, rule: &TasksRule, full: Points) -> Option<String> {
        if rule.mean != Mean::OverTasks {
            return None;
        }
        let rows = self.task_rows(id)?;
        let range = |column| self.range(rows, column);
        let (role, done) = (range(Column::Role), range(Column::Value));
        let (lead, supporting) =
            (quoted(columns::lead(Lang::Zh)), quoted(columns::supporting(Lang::Zh)));
        let debugging = format!("({}={})", range(Column::Debugging), quoted(yes_no(true)));
        let filled = [Column::Number, Column::Content, Column::Value, Column::Claim, Column::Note];
        let filled: Vec<String> =
            filled.into_iter().map(|column| format!("({}<>\"\")", range(column))).collect();
        let heavier = rule.lead_weight.max(rule.supporting_weight);
        // A task of which the role is missing weighs as much as one can, and has nothing.
        let weight = format!(
            "({role}={lead})*{}+({role}={supporting})*{}",
            rule.lead_weight, rule.supporting_weight
        );
        let weights = format!("{weight}+({role}=\"\")*(({})>0)*{heavier}", filled.join("+"));
        let full_at = format!("{debugging}+(1-{debugging})*({done}>={})", rule.full_at);
        let judged = format!(
            "(1-{debugging})*({done}<{})*({done}>={})*{}",
            rule.full_at,
            rule.zero_below,
            range(Column::Claim)
        );
        let sum = format!("SUMPRODUCT(({weight})*(({full_at})*100+{judged}))");
        let weights = format!("SUMPRODUCT({weights})");
        Some(format!("IF({weights}=0,0,{full}*{sum}/100/{weights})"))
    }
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

fn added(items: impl Iterator<Item = Option<String>>) -> Option<String> {
    let items = items.collect::<Option<Vec<String>>>()?;
    (!items.is_empty()).then(|| items.join("+"))
}
