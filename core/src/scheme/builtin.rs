//! The schemes that the program brings along.

use super::{Scheme, SchemeError, check};

/// The id of the scheme that a new draft gets.
pub const DEFAULT: &str = "business-environment-2021";

/// Their files, and the digests of these. That they are sound and have these digests a test proves once, so that a
/// page need not at every start, nor load what would prove it.
const FILES: [(&str, &str); 2] = [
    (
        include_str!("../../../schemes/business-environment-2021.json"),
        "d661309704a06d95d752956a3c7be2fe2f48e8cf4cc4f324c4209936b21956cf",
    ),
    (
        include_str!("../../../schemes/business-environment-2021-completed.json"),
        "b2e070c7edbc57bac3c21bbedbc614d7b9cc5ea02bcff94dd5637fda3093418d",
    ),
];

/// Their files, the default first: what their digests are over.
pub fn builtin_files() -> [&'static str; 2] {
    FILES.map(|(text, _)| text)
}

/// Reads the schemes that the program brings along, the default first.
///
/// # Errors
/// Never for the files committed, which a test reads; the signature spares a panic.
pub fn builtin() -> Result<Vec<Scheme>, SchemeError> {
    let read = |(text, digest): &(&str, &str)| {
        Ok(Scheme { file: check::known(text)?, digest: (*digest).into() })
    };
    FILES.iter().map(read).collect()
}
