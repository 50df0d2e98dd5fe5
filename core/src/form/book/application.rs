//! 申报表: who hands in, and the points claimed at a glance.

use selfscore_wording::{Lang, books as words, columns};

use super::data;
use super::grid::{Grid, Head};
use super::scoring::Figures;
use crate::book::{Allowed, Cell, Look, Row, Shown, Value};
use crate::form::csv::Column;
use crate::form::csv::row::Row as Keyed;
use crate::limits;
use crate::scheme::Scheme;

/// The last column that is seen.
const LAST: u16 = 4;

pub(super) fn sheet(scheme: &Scheme, rows: &[Keyed], figures: &Figures) -> Grid {
    let name = words::application_sheet(Lang::Zh);
    let head = |title: &'static str, width, column| Head { title, width, column };
    let heads = vec![
        head(words::item(Lang::Zh), 10.0, Some(Column::Indicator)),
        head("", 24.0, None),
        head(columns::value(Lang::Zh), 30.0, Some(Column::Value)),
        head("", 10.0, None),
        head("", 12.0, None),
    ];
    let title = scheme.file().title.zh.as_str();
    let remarks = [
        (name, Look::Title),
        (title, Look::Remark),
        (words::reference(Lang::Zh), Look::Remark),
        (words::how_to_fill(Lang::Zh), Look::Remark),
    ];
    let mut grid = Grid::new(name, &remarks, heads);
    heading_over(&mut grid);
    for row in rows {
        grid.keyed(row, &[Column::Value], Look::Label);
        grid.merge(0, 1, Look::Label);
        grid.merge(2, LAST, Look::Input);
        let (allowed, message) = match (row.key(), data::units(scheme)) {
            ("/filled_on", _) => (Allowed::Date, words::a_date(Lang::Zh).to_owned()),
            ("/unit", Some(units)) => {
                let sheet = words::data_sheet(Lang::Zh).to_owned();
                (Allowed::From(sheet, units), words::one_of(Lang::Zh).to_owned())
            }
            _ => {
                let most = limits::TEXT_CHARS;
                (Allowed::Length(most as u32), words::length(Lang::Zh, most))
            }
        };
        grid.allow(Column::Value, allowed, &message);
        if row.key() == "/filled_on" {
            as_date(&mut grid);
        }
    }
    summary(&mut grid, figures);
    for (label, height) in [(words::seal(Lang::Zh), 130.0), (words::leader(Lang::Zh), 48.0)] {
        grid.across(label, Look::Space, 0, LAST, Some(height));
    }
    grid
}

/// The heading goes over the columns that the rows below it take together.
fn heading_over(grid: &mut Grid) {
    let row = grid.next() - 2;
    if let Some(heading) = grid.sheet.rows.get_mut(row as usize) {
        for column in [1, 3, 4] {
            let value = Value::Blank;
            heading.cells.push(Cell { column, value, look: Look::Heading, shown: Shown::General });
        }
        heading.cells.sort_by_key(|cell| cell.column);
    }
    for (left, right) in [(0, 1), (2, LAST)] {
        let area = crate::book::Area { top: row, left, bottom: row, right };
        grid.sheet.merged.push(area);
    }
}

/// A date that is one stands there as a date, so that it is shown as offices write it.
fn as_date(grid: &mut Grid) {
    let cell = grid.sheet.rows.last_mut().and_then(|row| row.cells.get_mut(2));
    let Some(cell) = cell else { return };
    cell.shown = Shown::Date;
    match &cell.value {
        Value::Blank => {}
        // Spreadsheets count days from 1900 on, and count one too many before March.
        Value::Text(date)
            if crate::date::typed(date).as_deref() == Ok(date) && date.as_str() >= "1900-03-01" =>
        {
            cell.value = Value::Date(date.clone());
        }
        _ => cell.shown = Shown::Text,
    }
}

/// The criteria with their points, as 评分表 has them.
fn summary(grid: &mut Grid, figures: &Figures) {
    grid.across(words::summary(Lang::Zh), Look::Heading, 0, LAST, Some(24.0));
    let text = |column, text: &str, look| Cell {
        column,
        value: Value::Text(text.to_owned()),
        look,
        shown: Shown::General,
    };
    let titles =
        [columns::number, columns::indicator, columns::content, columns::points, columns::score];
    let titles =
        (0..).zip(titles).map(|(column, title)| text(column, title(Lang::Zh), Look::Heading));
    grid.silent(Row { height: Some(24.0), hidden: false, cells: titles.collect() });
    for line in &figures.lines {
        let look = if line.total { Look::Strong } else { Look::Label };
        let figure = if line.total { Look::Total } else { Look::Figure };
        let points = match line.points.is_empty() {
            true => Value::Blank,
            false => Value::Number(line.points.clone()),
        };
        let score = match &line.stated {
            Some(stated) => Value::Formula {
                formula: format!("'{}'!{}", words::scoring_sheet(Lang::Zh), line.address),
                result: stated.clone(),
            },
            None => Value::Blank,
        };
        let shown = Shown::Places(figures.decimals);
        let cells = vec![
            text(0, &line.number, look),
            text(1, &line.indicator, look),
            text(2, &line.content, look),
            Cell { column: 3, value: points, look: figure, shown: Shown::General },
            Cell { column: 4, value: score, look: figure, shown },
        ];
        grid.silent(Row { height: None, hidden: false, cells });
    }
}
