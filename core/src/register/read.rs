//! The spellings of a register.

use std::borrow::Cow;

use selfscore_wording::{Lang, columns as words};
use serde_json::Value;

use super::Assigned;
use crate::form::decode::{self, Members, expected};
use crate::form::{Kind, Place, ReadError, Reason};
use crate::table::{Row, Rows};
use crate::{limits, typed};

/// Tasks with where their numbers stand.
type Placed = Vec<(Place, Assigned)>;

pub(super) fn from_json(value: Value) -> Result<Placed, ReadError> {
    let (at, tasks) = match value {
        Value::Object(_) => match Members::of("", value)?.take("tasks") {
            Some(tasks) => tasks,
            None => return Err(expected("/tasks", Kind::List, &Value::Null)),
        },
        other => (String::new(), other),
    };
    let task = |(at, value): (String, Value)| {
        let mut members = Members::of(&at, value)?;
        let number = match members.take("number") {
            Some((_, Value::Number(number))) => number.to_string(),
            Some((at, value)) => decode::text(&at, value)?.trim().to_owned(),
            None => String::new(),
        };
        let mut units = |name: &str| match members.take(name) {
            Some((_, Value::String(text))) => Ok(typed::items(&text)),
            Some((at, value)) => {
                let units = decode::list(&at, value, limits::ROWS)?.into_iter();
                let units = units.map(|(at, value)| decode::text(&at, value));
                Ok(units
                    .collect::<Result<Vec<_>, _>>()?
                    .into_iter()
                    .filter(|u| !u.trim().is_empty())
                    .collect())
            }
            None => Ok(Vec::new()),
        };
        let (lead, supporting) = (units("lead")?, units("supporting")?);
        let title = members.text("title")?;
        let place = Place::Member(format!("{at}/number"));
        Ok((place, Assigned { number, title, lead, supporting }))
    };
    decode::list(&at, tasks, limits::ROWS)?.into_iter().map(task).collect()
}

/// Headings of the column of titles.
const TITLES: [&str; 11] = [
    "title",
    "task",
    "任务",
    "任务名称",
    "任务(名称)",
    "任务内容",
    "工作任务",
    "工作内容",
    "重点任务",
    "主要任务",
    "内容",
];

/// What a column of a register holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Title,
    Lead,
    Supporting,
}

impl Column {
    fn named(heading: &str) -> Option<Column> {
        let heading = typed::name(&heading.to_lowercase());
        let is = |names: &[&str]| names.contains(&heading.as_str());
        let begins = |names: &[&str]| names.iter().any(|name| heading.starts_with(name));
        if is(&["number", "no", "no.", "序号", "编号", "任务编号", "任务序号"]) {
            Some(Column::Number)
        } else if begins(&["supporting", "配合", "协办", "协同", "责任单位(配合"]) {
            Some(Column::Supporting)
        } else if begins(&["lead", "牵头", "主办", "责任单位(牵头"]) {
            Some(Column::Lead)
        } else if is(&TITLES) {
            Some(Column::Title)
        } else {
            None
        }
    }
}

pub(super) fn from_csv(text: &str) -> Result<Placed, ReadError> {
    let needed = [Column::Number, Column::Title, Column::Lead];
    let is_heading = |row: &Row| {
        let named: Vec<Column> = row.cells.iter().filter_map(|cell| Column::named(cell)).collect();
        needed.iter().all(|column| named.contains(column))
    };
    let Some((heading, rows)) = Rows::below_heading(text, is_heading) else {
        let names = [words::register_number, words::register_title, words::register_lead];
        let names = names.map(|name| name(Lang::Zh)).join("、");
        return Err(ReadError::new(Place::Whole, Reason::NoColumn(names)));
    };
    let columns = columns(&heading);
    let mut tasks: Placed = Vec::new();
    let found = rows.clone().count();
    if found > limits::ROWS {
        return Err(ReadError::new(Place::Whole, Reason::TooMany(found, limits::ROWS)));
    }
    for row in rows {
        let task = assigned(&row, &columns)?;
        match tasks.last_mut() {
            // Merged cells: the rows below the first have units only.
            Some((_, above)) if task.number.is_empty() && task.title.is_empty() => {
                above.lead.extend(task.lead);
                above.supporting.extend(task.supporting);
            }
            _ => tasks.push((place(row.number, words::register_number), task)),
        }
    }
    Ok(tasks)
}

/// What each column holds. Columns without a heading beside those of supporting units hold more
/// of them: `supporting…`.
fn columns(heading: &Row) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for cell in &heading.cells {
        let above = columns.last().copied().flatten();
        columns.push(match Column::named(cell) {
            // A second column of numbers or titles is another table's.
            Some(column @ (Column::Number | Column::Title)) => {
                (!columns.contains(&Some(column))).then_some(column)
            }
            None if cell.trim().is_empty() => above.filter(|above| *above == Column::Supporting),
            named => named,
        });
    }
    columns
}

fn place(row: usize, heading: fn(Lang) -> &'static str) -> Place {
    Place::Row { row, column: heading(Lang::Zh).into() }
}

fn assigned(row: &Row, columns: &[Option<Column>]) -> Result<Assigned, ReadError> {
    let mut task = Assigned::default();
    let text = |cell: &Cow<str>, heading| {
        let chars = cell.chars().count();
        let fits = chars <= limits::TEXT_CHARS;
        let error = || ReadError::new(place(row.number, heading), Reason::TextTooLong(chars));
        fits.then(|| cell.trim().to_owned()).ok_or_else(error)
    };
    for (at, cell) in row.cells.iter().enumerate() {
        // Rows may be longer than the heading: `supporting…` again.
        let column = columns.get(at).or(columns.last()).copied().flatten();
        let beyond = at >= columns.len();
        match column {
            Some(Column::Number) if !beyond => task.number = text(cell, words::register_number)?,
            Some(Column::Title) if !beyond => task.title = text(cell, words::register_title)?,
            Some(Column::Lead) if !beyond => {
                task.lead.extend(typed::items(&text(cell, words::register_lead)?));
            }
            Some(Column::Supporting) => {
                task.supporting.extend(typed::items(&text(cell, words::register_supporting)?));
            }
            _ => {}
        }
    }
    Ok(task)
}
