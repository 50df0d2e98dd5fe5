//! How a text file spells its signs: UTF-8 as we write it, or what spreadsheets make of it on
//! saving. Chinese Excel saves CSV as GBK (a part of GB 18030) and "Unicode text" as UTF-16.

use std::borrow::Cow;

use crate::form::{Place, ReadError, Reason};
use crate::limits;

/// How a file spells its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// GB 18030, which GBK and GB 2312 are parts of.
    Gb18030,
}

impl Encoding {
    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Gb18030 => "GB18030",
        }
    }
}

/// A text file as UTF-8, without its byte order mark. `gb18030` decodes whatever is neither UTF-8
/// nor marked as UTF-16, and gives `None` where a byte has no meaning: its tables weigh more than
/// the rest of the program, and browsers have them.
///
/// # Errors
/// The file is too large, or no text in any of these encodings: nothing is replaced.
pub fn utf8(
    bytes: &[u8],
    gb18030: impl FnOnce(&[u8]) -> Option<String>,
) -> Result<(Cow<'_, [u8]>, Encoding), ReadError> {
    let whole = |reason| ReadError::new(Place::Whole, reason);
    if bytes.len() > limits::FILE_BYTES {
        return Err(whole(Reason::TooLarge(bytes.len())));
    }
    let owned = |text: String, encoding| (Cow::Owned(text.into_bytes()), encoding);
    let unread = || whole(Reason::Encoding);
    match bytes {
        [0xEF, 0xBB, 0xBF, text @ ..] if std::str::from_utf8(text).is_ok() => {
            Ok((Cow::Borrowed(text), Encoding::Utf8))
        }
        [0xFF, 0xFE, text @ ..] => {
            let text = utf16(text, u16::from_le_bytes).ok_or_else(unread)?;
            Ok(owned(text, Encoding::Utf16))
        }
        [0xFE, 0xFF, text @ ..] => {
            let text = utf16(text, u16::from_be_bytes).ok_or_else(unread)?;
            Ok(owned(text, Encoding::Utf16))
        }
        _ if std::str::from_utf8(bytes).is_ok() => Ok((Cow::Borrowed(bytes), Encoding::Utf8)),
        _ => {
            // Most bytes mean something in it; but no text has a NUL, and most other files have.
            let text = gb18030(bytes).filter(|text| !text.contains('\0')).ok_or_else(unread)?;
            Ok(owned(text, Encoding::Gb18030))
        }
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<String, _>>().ok())?
}
