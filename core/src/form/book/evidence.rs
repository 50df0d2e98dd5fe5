//! 佐证材料目录: the list of evidence.

use selfscore_wording::{Lang, books as words};

use super::grid::{Grid, Head};
use crate::book::{Allowed, Look};
use crate::form::csv::Column;
use crate::form::csv::row::Row;
use crate::limits;

pub(super) fn sheet(rows: &[Row]) -> Grid {
    let head = |title: fn(Lang) -> &'static str, width, column| Head {
        title: title(Lang::Zh),
        width,
        column: Some(column),
    };
    let name = words::evidence_sheet(Lang::Zh);
    let remarks = [
        (name, Look::Title),
        (words::reference(Lang::Zh), Look::Remark),
        (words::how_to_fill(Lang::Zh), Look::Remark),
    ];
    let heads = vec![
        head(words::evidence_number, 12.0, Column::Evidence),
        head(words::evidence_name, 52.0, Column::Content),
        head(words::evidence_bytes, 14.0, Column::Value),
        head(words::evidence_sha256, 34.0, Column::Note),
    ];
    let mut grid = Grid::new(name, &remarks, heads);
    grid.sheet.paper.landscape = true;
    let inputs = [Column::Evidence, Column::Content, Column::Value, Column::Note];
    for row in rows {
        grid.keyed(row, &inputs, Look::Label);
        let message = words::length(Lang::Zh, limits::TEXT_CHARS);
        let length = Allowed::Length(limits::TEXT_CHARS as u32);
        grid.allow(Column::Content, length, &message);
    }
    grid
}
