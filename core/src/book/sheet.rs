//! What a workbook shall show.

use serde::{Deserialize, Serialize};

/// A workbook to write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// Its title, a property of the file.
    pub title: String,
    /// The day it was made, `YYYY-MM-DD`, another property; empty if nobody says.
    pub made_on: String,
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Whether it is out of sight.
    pub hidden: bool,
    /// Its columns from the first on.
    pub columns: Vec<Column>,
    /// Its rows from the first on.
    pub rows: Vec<Row>,
    /// Cells that are one; what stands in them is the first cell's.
    pub merged: Vec<Area>,
    /// What may be typed where.
    pub checks: Vec<Check>,
    /// How many rows at the top stay in sight.
    pub frozen: u32,
    /// How it goes on paper.
    pub paper: Paper,
    /// Whether only cells that are to be filled in can be changed. Without a password: against
    /// slips, not against intent.
    pub protected: bool,
}

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its width in digits of the standard font.
    pub width: f64,
    /// Whether it is out of sight.
    pub hidden: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its height in points; as its texts need where absent.
    pub height: Option<f64>,
    /// Whether it is out of sight.
    pub hidden: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u16,
    /// What stands in it.
    pub value: Value,
    /// What it looks like.
    pub look: Look,
    /// How a number is shown, and how what is typed is understood.
    pub shown: Shown,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing.
    Blank,
    /// A text, whatever it begins with.
    Text(String),
    /// A plain decimal that a binary floating-point number holds exactly enough to give it back.
    Number(String),
    /// A date from 1900-03-01 on, `YYYY-MM-DD`.
    Date(String),
    /// A formula, without `=`, and the decimal that it gives as things are.
    Formula {
        /// As spreadsheets write it, with English names of functions.
        formula: String,
        /// Its result.
        result: String,
    },
}

/// The looks that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Look {
    /// The title above a table.
    Title,
    /// A remark above or below a table.
    Remark,
    /// The head of a column.
    Heading,
    /// A cell of the table that is not to be changed, text at its left.
    Label,
    /// The same in small print: words of a rule.
    Clause,
    /// The same in bold: the row of a criterion.
    Strong,
    /// A figure that is not to be changed.
    Figure,
    /// A figure in bold.
    Total,
    /// A cell to be filled in.
    Input,
    /// Space for a seal or a signature, in a frame.
    Space,
    /// What only programs read.
    Plain,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// As the spreadsheet thinks best.
    General,
    /// Everything typed is a text: nothing becomes a date or loses its noughts.
    Text,
    /// With so many decimal places.
    Places(u8),
    /// As a date: 2022年1月10日.
    Date,
}

/// Cells from a first to a last, rows and columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u16,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u16,
}

/// What may be typed into cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The cells.
    pub area: Area,
    /// What may stand there; nothing always may.
    pub allowed: Allowed,
    /// What is said to who types something else; at most 255 characters.
    pub message: String,
}

/// What may stand in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Allowed {
    /// One of these, together at most 255 characters with commas between them.
    OneOf(Vec<String>),
    /// One of those in an area of the sheet of that name.
    From(String, Area),
    /// A whole number.
    Whole {
        /// The least.
        least: i32,
        /// The most.
        most: i32,
    },
    /// A number between two plain decimals.
    Between {
        /// The least.
        least: String,
        /// The most.
        most: String,
    },
    /// Whatever makes the formula true, without `=`.
    Formula(String),
    /// A date.
    Date,
    /// A text of at most so many characters.
    Length(u32),
}

/// How a sheet goes on paper, which is A4.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Whether the long side lies below.
    pub landscape: bool,
    /// Rows, first and last, that stand on every page.
    pub repeated: Option<(u32, u32)>,
    /// What stands in the middle of every page's foot before the page number.
    pub footer: String,
}
