//! Workbooks as bytes: [`write()`] makes an XLSX file of a [`Book`], [`read()`] takes one apart into a
//! [`Read`]. What the cells mean is the core's to know; this crate knows only the format, so
//! that it can be a module of its own, which a page loads when somebody uses it.
//!
//! [`Book`]: selfscore_core::book::Book
//! [`Read`]: selfscore_core::book::Read

mod limits;
mod looks;
mod number;
mod package;
mod read;
mod strings;
mod styles;
#[cfg(all(target_arch = "wasm32", feature = "module"))]
mod wasm;
mod worksheet;
mod write;
mod xml;

pub use limits::{CELLS, FILE_BYTES, PARTS, SHEETS, STRINGS, TEXT_BYTES, UNPACKED_BYTES};
pub use read::read;
pub use write::{NotWritten, write};
