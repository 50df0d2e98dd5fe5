//! The last resort: an item that is higher than a page is divided into several.

use super::pages::{Measures, table};
use super::{Item, Paper, Row};

/// Millimetres of a character of the text, and of what surrounds it in a cell.
const EM: f64 = 3.2;
const PADDING: f64 = 3.0;
/// How much of the room is counted on: lines are estimated here, not measured.
const CAUTION: f64 = 0.85;
/// Characters of a row's number that is said again where the row goes on.
const NUMBER: usize = 8;

/// The paper with every item that is higher than a page divided; `None` if there is none that
/// can be. `continued` marks rows that go on.
pub fn divide(paper: &Paper, measures: &Measures, continued: &str) -> Option<Paper> {
    let mut divided = false;
    let mut items = Vec::with_capacity(paper.items.len());
    for (at, item) in paper.items.iter().enumerate() {
        let height = measures.alone(&paper.items, at);
        let parts = match height > measures.room {
            true => parts(paper, item, measures.room / height * CAUTION, continued),
            false => Vec::new(),
        };
        match parts.len() > 1 {
            true => {
                divided = true;
                items.extend(parts);
            }
            false => items.push(item.clone()),
        }
    }
    divided.then(|| Paper { items, ..paper.clone() })
}

/// An item in parts of a share of its height.
fn parts(paper: &Paper, item: &Item, share: f64, continued: &str) -> Vec<Item> {
    match item {
        Item::Text(text) => {
            let texts = cells(std::slice::from_ref(text), &[paper.document.width()], share);
            texts.into_iter().flatten().map(Item::Text).collect()
        }
        Item::Row { row, .. } => {
            let columns = table(item).and_then(|table| paper.tables.get(table));
            let widths: Vec<u32> = columns.into_iter().flatten().map(|one| one.width).collect();
            let rows = cells(&row.cells, &widths, share).into_iter().enumerate();
            let number = row.cells.first().filter(|number| number.chars().count() <= NUMBER);
            let rows = rows.map(|(at, mut cells)| {
                if let Some(first) = cells.first_mut().filter(|first| at > 0 && first.is_empty()) {
                    *first = format!("{}{continued}", number.map_or("", String::as_str));
                }
                Row { kind: row.kind, cells }
            });
            let table = table(item).unwrap_or_default();
            rows.map(|row| Item::Row { table, row }).collect()
        }
        _ => Vec::new(),
    }
}

/// Cells side by side, cut into rows of a share of their lines.
fn cells(texts: &[String], widths: &[u32], share: f64) -> Vec<Vec<String>> {
    let room = |column: usize| {
        let width = f64::from(widths.get(column).copied().unwrap_or_default());
        ((width - PADDING) / EM).max(1.0)
    };
    let lines: Vec<Vec<&str>> =
        texts.iter().enumerate().map(|(column, text)| lines(text, room(column))).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or_default();
    // A share below 1 of a number of lines.
    let each = ((most as f64 * share) as usize).max(1);
    let rows = most.div_ceil(each);
    let part = |column: &Vec<&str>, row: usize| {
        let part: String = column.iter().skip(row * each).take(each).copied().collect();
        part.trim_end_matches('\n').to_owned()
    };
    (0..rows).map(|row| lines.iter().map(|column| part(column, row)).collect()).collect()
}

/// A text in lines of so many wide characters; together they are the text.
fn lines(text: &str, room: f64) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (at, sign) in text.char_indices() {
        let width = if sign.is_ascii() { 0.55 } else { 1.0 };
        if used + width > room && at > start {
            lines.push(&text[start..at]);
            (start, used) = (at, 0.0);
        }
        used += width;
        if sign == '\n' {
            lines.push(&text[start..=at]);
            (start, used) = (at + 1, 0.0);
        }
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lose_nothing() {
        let text = "甲乙丙丁\nab戊\n\n己庚辛壬癸";
        let lines = lines(text, 3.0);
        assert_eq!(lines.concat(), text);
        assert_eq!(lines, ["甲乙丙", "丁\n", "ab戊\n", "\n", "己庚辛", "壬癸"]);
    }

    #[test]
    fn cells_are_cut_at_the_same_height_and_short_ones_stay_whole() {
        // 35 mm hold ten wide characters; the long cell has four lines, half of them go to a row.
        let texts = ["一".to_owned(), "文".repeat(40)];
        let rows = cells(&texts, &[20, 35], 0.5);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0], ["一".to_owned(), "文".repeat(20)]);
        assert_eq!(rows[1], [String::new(), "文".repeat(20)]);
    }
}
