//! The cells of one sheet.

use std::io::Read;

use quick_xml::events::BytesStart;
use selfscore_core::book::{Found, FoundCell, FoundRow, Refusal};

use crate::limits::{CELLS, TEXT_BYTES};
use crate::number;
use crate::strings::{Strings, rich};
use crate::styles::{Format, Styles};
use crate::xml::{Piece, Xml, attribute, unescaped};

/// The last row and column that a spreadsheet has, from 0.
const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u32 = 16_383;

/// What all sheets of a workbook share.
pub(crate) struct Shared {
    pub strings: Strings,
    pub styles: Styles,
    pub from_1904: bool,
    /// How many cells, and bytes of text in them, may still come.
    pub cells: usize,
    pub text: usize,
}

impl Shared {
    pub fn new(strings: Strings, styles: Styles, from_1904: bool) -> Self {
        Shared { strings, styles, from_1904, cells: CELLS, text: TEXT_BYTES }
    }

    fn count(&mut self, found: &Found) -> Result<(), Refusal> {
        self.cells = self.cells.checked_sub(1).ok_or(Refusal::TooMany(CELLS))?;
        if let Found::Text(text) | Found::Number(text) = found {
            self.text = self.text.checked_sub(text.len()).ok_or(Refusal::Unpacked(TEXT_BYTES))?;
        }
        Ok(())
    }
}

/// The rows that have anything in them. Where a cell stands costs nothing: only what is there is held.
pub(crate) fn read(
    xml: &mut Xml<impl Read>,
    shared: &mut Shared,
) -> Result<Vec<FoundRow>, Refusal> {
    let mut rows: Vec<FoundRow> = Vec::new();
    let (mut row, mut column) = (0u32, 0u32);
    let mut first = true;
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "row" => {
                    let number = attribute(&start, "r")?.and_then(|r| r.parse::<u32>().ok());
                    let next = if first { 0 } else { row + 1 };
                    row = number.map_or(next, |number| number.saturating_sub(1)).min(LAST_ROW);
                    (column, first) = (0, false);
                }
                "c" => {
                    if let Some((_, at)) = attribute(&start, "r")?.as_deref().and_then(place) {
                        column = at;
                    }
                    let about = About::of(&start, shared)?;
                    if let Some(found) = cell(xml, &about, shared)? {
                        shared.count(&found)?;
                        let cell = FoundCell { column: column.min(LAST_COLUMN), found };
                        match rows.last_mut().filter(|last| last.row == row) {
                            Some(last) => last.cells.push(cell),
                            None => rows.push(FoundRow { row, cells: vec![cell] }),
                        }
                    }
                    column = column.saturating_add(1);
                }
                _ => {}
            },
            Piece::End(name) if name == "sheetData" => return Ok(rows),
            Piece::Over => return Ok(rows),
            _ => {}
        }
    }
}

/// What a cell says of itself.
struct About {
    kind: String,
    format: Format,
}

impl About {
    fn of(start: &BytesStart, shared: &Shared) -> Result<Self, Refusal> {
        let style = attribute(start, "s")?.and_then(|style| style.parse().ok());
        let format = style.map(|style| shared.styles.get(style)).unwrap_or_default();
        Ok(About { kind: attribute(start, "t")?.unwrap_or_default(), format })
    }
}

/// What stands in a cell that has begun; `None` for nothing.
fn cell(
    xml: &mut Xml<impl Read>,
    about: &About,
    shared: &Shared,
) -> Result<Option<Found>, Refusal> {
    let (mut value, mut inline, mut formula) = (None::<String>, None, false);
    let mut inside = false;
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "v" => {
                    inside = true;
                    value.get_or_insert_default();
                }
                "f" => formula = true,
                "is" => inline = Some(rich(xml, "is")?),
                _ => {}
            },
            Piece::Text(part) if inside => {
                value.get_or_insert_default().push_str(&part);
            }
            Piece::End(name) => match name.as_str() {
                "v" => inside = false,
                "c" => break,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    let text = |text: String| (!text.is_empty()).then_some(Found::Text(text));
    if let Some(inline) = inline {
        return Ok(text(inline));
    }
    let Some(value) = value else { return Ok(formula.then_some(Found::NotComputed)) };
    Ok(match about.kind.as_str() {
        "s" => {
            let index = value.trim().parse().ok();
            match index.and_then(|index| shared.strings.get(index)) {
                Some(found) => text(found.to_owned()),
                None => return Err(Refusal::Broken(format!("no text number {:.20}", value))),
            }
        }
        "str" | "inlineStr" => text(unescaped(&value).into_owned()),
        "b" => Some(Found::Flag(matches!(value.trim(), "1" | "true"))),
        "d" => Some(Found::Date(value.chars().take(10).collect())),
        // An error stands there as the word that is seen.
        "e" => text(value),
        _ if value.trim().is_empty() => None,
        _ => match number::found(&value, about.format, shared.from_1904) {
            Some(found) => Some(found),
            None => text(value),
        },
    })
}

/// Row and column, from 0, of a cell's name; `None` for what is none.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        letter
            .is_ascii_alphabetic()
            .then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_by_name() {
        for (name, at) in [
            ("A1", Some((0, 0))),
            ("Z12", Some((11, 25))),
            ("AA3", Some((2, 26))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("1A", None),
            ("", None),
            ("ABCD1", None),
            ("A99999999999", None),
        ] {
            assert_eq!(place(name), at, "{name}");
        }
    }
}
