//! What stood in a workbook.

use serde::{Deserialize, Serialize};

/// A workbook as read: only cells with something in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Its sheets in their order.
    pub sheets: Vec<FoundSheet>,
}

/// A sheet as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundSheet {
    /// Its name.
    pub name: String,
    /// Its rows that have anything in them, from the first on.
    pub rows: Vec<FoundRow>,
}

/// A row as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundRow {
    /// Its place, from 0.
    pub row: u32,
    /// Its cells that have anything in them.
    pub cells: Vec<FoundCell>,
}

/// A cell as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundCell {
    /// Its column, from 0.
    pub column: u32,
    /// What stands in it; of a formula, its last result.
    pub found: Found,
}

/// What stood in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// A text.
    Text(String),
    /// A number as a plain decimal, with at least the places that its format shows; `85%` where it
    /// is shown in per cent.
    Number(String),
    /// A number of which a spreadsheet holds only the first fifteen digits.
    LongNumber(String),
    /// A date, `YYYY-MM-DD`.
    Date(String),
    /// Yes or no.
    Flag(bool),
    /// A formula that nobody has computed.
    NotComputed,
}
