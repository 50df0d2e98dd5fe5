//! 评分表: the table of criteria with what is asked, what is answered and the points.

use std::collections::BTreeMap;

use selfscore_wording::{Lang, books as words, columns};

use super::formulas::Formulas;
use super::grid::{Grid, Head};
use super::write::criterion_of;
use crate::book::{Allowed, Look, Shown, Value, address};
use crate::form::Form;
use crate::form::csv::Column;
use crate::form::csv::answers::yes_no;
use crate::form::csv::key::{Key, unspare};
use crate::form::csv::row::Row;
use crate::limits;
use crate::scheme::{Criterion, Role, Rule, Scheme};

/// The figures of the sheet, for another one to repeat.
pub(super) struct Figures {
    pub lines: Vec<FigureLine>,
    pub decimals: u8,
}

/// A criterion's figure, or the total.
pub(super) struct FigureLine {
    pub number: String,
    pub indicator: String,
    pub content: String,
    pub points: String,
    pub stated: Option<String>,
    /// Where it stands.
    pub address: String,
    pub total: bool,
}

/// Where 评分标准 stands.
const STANDARD: u16 = 4;

fn heads() -> Vec<Head> {
    let own = |column: Column, width| Head { title: column.heading(), width, column: Some(column) };
    let aside = |title: fn(Lang) -> &'static str, width| Head {
        title: title(Lang::Zh),
        width,
        column: None,
    };
    vec![
        own(Column::Number, 7.0),
        own(Column::Indicator, 14.0),
        own(Column::Content, 34.0),
        own(Column::Points, 7.0),
        aside(words::standard, 44.0),
        own(Column::Value, 11.0),
        own(Column::Role, 9.0),
        own(Column::Debugging, 9.0),
        own(Column::Claim, 9.0),
        own(Column::Score, 9.0),
        own(Column::Note, 28.0),
        own(Column::Evidence, 14.0),
        aside(words::verified, 9.0),
    ]
}

pub(super) fn sheet(scheme: &Scheme, form: &Form, rows: &[Row]) -> (Grid, Figures) {
    let name = words::scoring_sheet(Lang::Zh);
    let remarks = [
        (name, Look::Title),
        (scheme.file().title.zh.as_str(), Look::Remark),
        (words::reference(Lang::Zh), Look::Remark),
        (words::how_to_fill(Lang::Zh), Look::Remark),
    ];
    let mut grid = Grid::new(name, &remarks, heads());
    grid.sheet.paper.landscape = true;
    let keys = rows.iter().map(|row| unspare(row.key()).unwrap_or(row.key()));
    let places: BTreeMap<&str, u32> = keys.zip(grid.next()..).collect();
    let formulas = Formulas::new(scheme, form, &grid, &places);
    let decimals = u8::try_from(scheme.decimals()).unwrap_or_default();
    let mut figures = Figures { lines: Vec::new(), decimals };
    for row in rows {
        let key = Key::read(unspare(row.key()).unwrap_or(row.key()));
        let label = match key {
            Some(Key::Answer(_) | Key::Total) => Look::Strong,
            _ => Look::Label,
        };
        grid.keyed(row, inputs(key.as_ref()), label);
        let id = criterion_of(row);
        let known = id.as_deref().and_then(|id| scheme.criterion(id));
        if let Some(criterion) = known {
            standard(&mut grid, criterion);
        }
        if let Some(formula) = formulas.of_row(row, id.as_deref()) {
            compute(&mut grid, formula);
        }
        if known.is_some() || key == Some(Key::Total) {
            figures.lines.push(line(&grid, row, key == Some(Key::Total)));
        }
        if let Some(key) = &key {
            allow(&mut grid, scheme, key);
        }
    }
    (grid, figures)
}

/// The cells of a row that are to be filled in.
fn inputs(key: Option<&Key>) -> &'static [Column] {
    use Column::{Claim, Content, Debugging, Evidence, Note, Number, Role, Value};
    match key {
        Some(Key::Answer(_)) => &[Note, Evidence],
        Some(Key::Task(..)) => &[Number, Content, Value, Role, Debugging, Claim, Note, Evidence],
        Some(Key::Listed(..)) => &[Content, Value, Note, Evidence],
        Some(Key::Total) | None => &[],
        Some(_) => &[Value],
    }
}

/// The clauses that decide, in the words of the scheme.
fn standard(grid: &mut Grid, criterion: &Criterion) {
    let clauses: Vec<&str> = criterion.clauses.iter().map(|c| c.text.zh.as_str()).collect();
    let row = grid.sheet.rows.last_mut();
    let cell = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == STANDARD));
    if let Some(cell) = cell {
        cell.value = Value::Text(super::text::shown(&clauses.join("\n")).into_owned());
        cell.look = Look::Clause;
    }
    grid.fit();
}

/// A figure is computed: its value so far is the formula's result.
fn compute(grid: &mut Grid, formula: String) {
    let at = grid.column(Column::Score);
    let row = grid.sheet.rows.last_mut();
    let cell = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == at));
    let Some(cell) = cell else { return };
    if let Value::Number(result) = &cell.value {
        let places = result.split_once('.').map_or(0, |(_, places)| places.len());
        cell.shown = Shown::Places(u8::try_from(places).unwrap_or_default());
        cell.value = Value::Formula { formula, result: result.clone() };
    }
}

fn line(grid: &Grid, row: &Row, total: bool) -> FigureLine {
    let text = |column: Column| row.cell(column).text.clone();
    let score = grid.column(Column::Score);
    let last = grid.sheet.rows.last().map(|row| row.cells.as_slice()).unwrap_or_default();
    // Only a figure that is a number can be repeated as one.
    let number = last.iter().any(|cell| {
        cell.column == score && matches!(cell.value, Value::Number(_) | Value::Formula { .. })
    });
    FigureLine {
        number: text(Column::Number),
        indicator: text(Column::Indicator),
        content: text(Column::Content),
        points: text(Column::Points),
        stated: number.then(|| text(Column::Score)),
        address: address(grid.next() - 1, score.into()),
        total,
    }
}

fn allow(grid: &mut Grid, scheme: &Scheme, key: &Key) {
    let yes_or_no = || Allowed::OneOf([true, false].map(|yes| yes_no(yes).to_owned()).into());
    let one_of = words::one_of(Lang::Zh);
    let percent = |grid: &mut Grid, column: Column| {
        let cell = address(grid.next() - 1, grid.column(column).into());
        // What is typed as 85% is 0.85 to a spreadsheet.
        let formula = format!("AND(ISNUMBER({cell}),OR({cell}=0,AND({cell}>=1,{cell}<=100)))");
        grid.allow(column, Allowed::Formula(formula), words::percent(Lang::Zh));
    };
    let count = |grid: &mut Grid| {
        let most = i32::try_from(limits::COUNT).unwrap_or(i32::MAX);
        let message = words::whole(Lang::Zh, most);
        grid.allow(Column::Value, Allowed::Whole { least: 0, most }, &message);
    };
    match key {
        Key::Task(..) => {
            percent(grid, Column::Value);
            percent(grid, Column::Claim);
            let roles = [Role::Lead, Role::Supporting].map(|role| {
                match role {
                    Role::Lead => columns::lead(Lang::Zh),
                    Role::Supporting => columns::supporting(Lang::Zh),
                }
                .to_owned()
            });
            grid.allow(Column::Role, Allowed::OneOf(roles.into()), one_of);
            grid.allow(Column::Debugging, yes_or_no(), one_of);
        }
        Key::Choice(..) | Key::Flag(_) | Key::Done(..) => {
            grid.allow(Column::Value, yes_or_no(), one_of);
        }
        Key::Count(_) | Key::Listed(..) => count(grid),
        Key::ListedPart(id, _, part) => match ids(scheme, id, part) {
            Some(ids) => grid.allow(Column::Value, Allowed::OneOf(ids), one_of),
            None if part == "authors" => count(grid),
            None => {}
        },
        Key::Score(id, _) => between(grid, scheme, id),
        Key::Decimal(names)
            if names.last().is_some_and(|name| name == "value" || name == "claim") =>
        {
            if let Some(id) = names.get(1) {
                between(grid, scheme, id);
            }
        }
        _ => {}
    }
}

/// The ids to choose from for a part of a thing of a list, if they fit into a drop-down.
fn ids(scheme: &Scheme, id: &str, part: &str) -> Option<Vec<String>> {
    let Rule::Entries(rule) = &scheme.criterion(id)?.rule else { return None };
    let ids: Vec<String> = match part {
        "level" => rule.levels.iter().map(|level| level.id.clone()).collect(),
        "placement" => rule.placements.iter().map(|place| place.id.clone()).collect(),
        _ => return None,
    };
    let units: usize = ids.iter().map(|id| id.encode_utf16().count() + 1).sum();
    let apart = !ids.iter().any(|id| id.contains(','));
    (!ids.is_empty() && units <= 255 && apart).then_some(ids)
}

/// The range of a number that a rule asks for.
fn between(grid: &mut Grid, scheme: &Scheme, id: &str) {
    let Some(criterion) = scheme.criterion(id) else { return };
    let (least, most) = match &criterion.rule {
        Rule::Value(rule) => (rule.asked.least, rule.asked.most),
        Rule::Best(rule) => (rule.asked.least, rule.asked.most),
        Rule::Rank(rule) => (rule.asked.least, rule.asked.most),
        Rule::Judged(rule) => (rule.least, rule.most),
        Rule::Assessed(rule) => (rule.least, rule.most),
        _ => return,
    };
    let message = words::between(Lang::Zh, least, most);
    let (least, most) = (least.to_string(), most.to_string());
    grid.allow(Column::Value, Allowed::Between { least, most }, &message);
}
