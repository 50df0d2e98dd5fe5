//! The schemes that the program brings along.

use super::{Scheme, SchemeError};

/// The id of the scheme that a new draft gets.
pub const DEFAULT: &str = "business-environment-2021";

const FILES: [&str; 2] = [
    include_str!("../../../schemes/business-environment-2021.json"),
    include_str!("../../../schemes/business-environment-2021-completed.json"),
];

/// Their files, the default first: what their digests are over.
pub fn builtin_files() -> [&'static str; 2] {
    FILES
}

/// Reads the schemes that the program brings along, the default first.
///
/// # Errors
/// Never for the files committed, which a test reads; the signature spares a panic.
pub fn builtin() -> Result<Vec<Scheme>, SchemeError> {
    FILES.iter().map(|text| Scheme::read(text.as_bytes())).collect()
}
