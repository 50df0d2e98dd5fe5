//! A workbook as data: what a spreadsheet shall show ([`Book`]), and what stood in one that was
//! read ([`Read`]). Which bytes say so is no matter of this crate.

mod found;
mod refusal;
mod sheet;

pub use found::{Found, FoundCell, FoundRow, FoundSheet, Read};
pub use refusal::Refusal;
pub use sheet::{Allowed, Area, Book, Cell, Check, Column, Look, Paper, Row, Sheet, Shown, Value};

/// A column's letters: 0 is `A`, 26 is `AA`.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        // Below 26, so a letter.
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A cell's name: row and column from 0, `(0, 0)` is `A1`.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn names_cells_as_spreadsheets_do() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (11, 25, "Z12"),
            (0, 26, "AA1"),
            (0, 701, "ZZ1"),
            (0, 702, "AAA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(address(row, column), name);
        }
    }
}
