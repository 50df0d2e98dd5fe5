//! 数据: what only programs read, out of sight.

use selfscore_wording::{Lang, books as words, columns};

use super::grid::{Grid, Head};
use super::{REST, SHEETS, SILENT, text};
use crate::book::{Area, Look};
use crate::form::csv::Column;
use crate::form::csv::key::JSON;
use crate::form::csv::row::Row;
use crate::scheme::Scheme;

/// The column of values.
pub(super) const VALUE: u16 = 2;

/// How many sheets have keys.
const COUNT: usize = 4;

pub(super) fn sheet(scheme: &Scheme, rows: &[Row], exact: &[(String, String)]) -> Grid {
    let head = |title: fn(Lang) -> &'static str, width, column| Head {
        title: title(Lang::Zh),
        width,
        column: Some(column),
    };
    let heads = vec![
        head(columns::indicator, 24.0, Column::Indicator),
        head(columns::content, 24.0, Column::Content),
        head(columns::value, 60.0, Column::Value),
    ];
    let mut grid = Grid::new(words::data_sheet(Lang::Zh), &[], heads);
    grid.sheet.hidden = true;
    let label = |key: &str, label: fn(Lang) -> &'static str| {
        Row::new(key).text(Column::Indicator, label(Lang::Zh))
    };
    for unit in &scheme.file().units {
        grid.keyed(&label(SILENT, words::units_listed).text(Column::Value, unit), &[], Look::Plain);
    }
    let sheets = label(SHEETS, words::sheets_count).text(Column::Value, &COUNT.to_string());
    grid.keyed(&sheets, &[], Look::Plain);
    for row in rows {
        let value = &row.cell(Column::Value).text;
        let json = row.key().starts_with(JSON);
        // What a cell cannot hold to the letter is JSON as well: there it can be escaped.
        if !json && text::shown(value) != *value {
            let value = serde_json::Value::from(value.as_str()).to_string();
            long(
                &mut grid,
                &row.clone().plain(Column::Key, format!("{JSON}{}", row.key())),
                &value,
            );
        } else {
            long(&mut grid, row, value);
        }
    }
    for (key, exact) in exact {
        let row = label("", words::exact_text).plain(Column::Key, key);
        long(&mut grid, &row, &serde_json::Value::from(exact.as_str()).to_string());
    }
    grid
}

/// The units to choose from, as an area of this sheet.
pub(super) fn units(scheme: &Scheme) -> Option<Area> {
    let first: u32 = 2; // below both headings
    let count = u32::try_from(scheme.file().units.len()).ok()?;
    let last = (first + count).checked_sub(1).filter(|last| *last >= first)?;
    Some(Area { top: first, left: VALUE, bottom: last, right: VALUE })
}

/// A row whose value may be longer than a cell.
fn long(grid: &mut Grid, row: &Row, value: &str) {
    let value = match row.key().starts_with(JSON) || row.key().starts_with(super::EXACT) {
        true => text::ascii(value),
        false => value.into(),
    };
    for (at, piece) in text::pieces(&value).into_iter().enumerate() {
        let row = if at == 0 { row.clone() } else { Row::new(REST) };
        grid.keyed(&row.text(Column::Value, piece), &[], Look::Plain);
    }
}
