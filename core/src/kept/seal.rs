//! A JSON object with a checksum at its end: `{…,"sha256":"…"}`, over every byte before it.
//!
//! Over the text and not over its canonical form: it is checked at every keystroke's saving, and
//! only this program writes it.

use serde::Serialize;
use sha2::{Digest, Sha256};

const BEFORE: &str = ",\"sha256\":\"";
const AFTER: &str = "\"}";
const HEX: usize = 64;

/// A sealed text that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// Writes a value that serialises as an object with at least one member, and seals it.
pub fn seal(value: &impl Serialize) -> String {
    // Strings, numbers and maps with string keys: serialising them cannot fail.
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.truncate(text.len().saturating_sub(1));
    let sum = digest(&text);
    text.push_str(BEFORE);
    text.push_str(&sum);
    text.push_str(AFTER);
    text
}

/// Gives the text back if it is as it was written; white space after it does not matter.
///
/// # Errors
/// It is cut, changed, or was never sealed.
pub fn unseal(text: &str) -> Result<&str, Broken> {
    let text = text.trim_end();
    let (body, sum) = parts(text).ok_or(Broken)?;
    if digest(body) == sum { Ok(text) } else { Err(Broken) }
}

/// Whether a text ends as a sealed one does, be it as it was written or not.
pub(super) fn ends_sealed(text: &str) -> bool {
    parts(text.trim_end()).is_some()
}

/// What a seal is over, and the checksum that it states.
fn parts(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_suffix(AFTER)?;
    let (body, sum) = rest.split_at_checked(rest.len().checked_sub(HEX)?)?;
    Some((body.strip_suffix(BEFORE)?, sum))
}

/// SHA-256 over a text, in lower-case hex.
pub fn digest(text: &str) -> String {
    crate::canonical::hex(&Sha256::digest(text.as_bytes()))
}
