//! GB 18030, as the command line decodes it.

use encoding_rs::GB18030;

/// The text, or nothing where a byte has no meaning.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}
