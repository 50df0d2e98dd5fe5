//! How much a file may hold. One place, so that scoring, reading and the page agree.

/// The most bytes of a form or scheme file that are read at all.
pub const FILE_BYTES: usize = 4 * 1024 * 1024;
/// The most bytes of a workbook that is read at all: it is packed, and holds more than a form.
pub const BOOK_BYTES: usize = 8 * 1024 * 1024;
/// The most bytes of a backup of all drafts that are read at all.
pub const BACKUP_BYTES: usize = 64 * 1024 * 1024;
/// The most tasks in one form.
pub const TASKS: usize = 5_000;
/// The most evidence entries in one form.
pub const EVIDENCE: usize = 5_000;
/// The most things in one list of an answer.
pub const ENTRIES: usize = 5_000;
/// The most assessors' scores in one answer.
pub const SCORES: usize = 500;
/// The most characters of one text (a title, a note).
pub const TEXT_CHARS: usize = 5_000;
/// The deepest that lists and objects of a form may stand in one another. A stored draft and a
/// backup put it some levels deeper, and the JSON reader ends at 128.
pub const DEPTH: usize = 64;
/// The most occurrences of one event.
pub const COUNT: u32 = 10_000;
/// The most rows of a register or of a pasted block.
pub const ROWS: usize = 5_000;
/// The most criteria in a scheme, and options or items in one rule.
pub const CRITERIA: usize = 500;
/// The most authors that share an entry: the common denominator of all numbers up to it is small.
pub const AUTHORS: u32 = 20;
/// The most files in a package of evidence or in a folder that is compared: the evidence, the forms
/// and their index.
pub const PACKAGE_FILES: usize = EVIDENCE + 100;
/// The most bytes of a package's list of files.
pub const PACKAGE_LIST_BYTES: u64 = 16 * 1024 * 1024;
/// The most bytes of a package, unpacked.
pub const PACKAGE_BYTES: u64 = 64 * 1024 * 1024 * 1024;
