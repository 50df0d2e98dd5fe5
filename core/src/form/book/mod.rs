//! The form as a workbook that looks like the official one: 评分表, 申报表 and 佐证材料目录, and a
//! sheet out of sight with what no visible cell says.
//!
//! Its rows are those of [`super::csv`], with the same keys in a column out of sight; so there is
//! one decoder, and what a row says does not depend on the sheet or the place where it stands.
//! Reading knows four signs more in the column of keys: `#` for rows that say nothing, `+` before
//! the key of a row that is none while it is empty, `exact:` for texts that a cell cannot hold
//! to the letter, and `…` for the rest of a text that is longer than a cell.

mod application;
mod data;
mod evidence;
mod formulas;
mod grid;
mod read;
mod scoring;
mod text;
mod write;

pub(crate) use grid::{fit, number_as, units};
pub use read::{read, recognises};
pub(crate) use text::shown;
pub use write::{to_fill_in, write};

/// The key of a row that says nothing to a program.
const SILENT: &str = "#";
/// The key of the row that says how many sheets have keys.
const SHEETS: &str = "#sheets";
/// The key of a row with the rest of a long text.
const REST: &str = "…";
/// What goes before the column and the key that an exact text belongs to.
const EXACT: &str = "exact:";
