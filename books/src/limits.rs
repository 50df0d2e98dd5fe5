//! How much a workbook may hold. Together they keep a reader below 64 MB, whatever a file says
//! of itself; a form of 5,000 tasks with their notes is far below each of them. How well a file is
//! packed is no reason to refuse it: tables are repetitive.

/// The most bytes of a file that is read at all.
pub const FILE_BYTES: usize = selfscore_core::limits::BOOK_BYTES;
/// The most bytes of all parts that are read, unpacked; counted while they are.
pub const UNPACKED_BYTES: usize = 32 * 1024 * 1024;
/// The most parts of a file.
pub const PARTS: usize = 1_000;
/// The most sheets.
pub const SHEETS: usize = 100;
/// The most cells with something in them.
pub const CELLS: usize = 200_000;
/// The most texts in the table of texts, and formats in the table of formats.
pub const STRINGS: usize = 200_000;
/// The most bytes of all texts of the table of texts, and of all texts in cells.
pub const TEXT_BYTES: usize = 8 * 1024 * 1024;
/// The most bytes of one tag or one text.
pub const EVENT_BYTES: usize = 1024 * 1024;
/// The deepest that elements stand in one another.
pub const DEPTH: usize = 64;
