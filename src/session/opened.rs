//! Files that somebody picked, read up to a size.

use std::borrow::Cow;
use std::sync::Arc;

use selfscore_core::encoding::{self, Encoding};
use selfscore_core::form::ReadError;
use selfscore_core::limits;
use selfscore_wording::page as words;
use web_sys::File;

use super::Words;
use crate::browser::files::{self, NotRead, Opened};
use selfscore_intake::text::gb18030;

/// Reads a file of up to `most` bytes.
///
/// # Errors
/// Why it was not read, in words.
pub async fn read(file: &File, most: usize) -> Result<Opened, Words> {
    files::read(file, most).await.map_err(|why| -> Words {
        let name = file.name();
        Arc::new(move |lang| match why {
            NotRead::TooLarge(bytes) => words::file_too_large(lang, &name, bytes, most),
            NotRead::Refused => words::file_refused(lang, &name),
        })
    })
}

/// Reads a form, a register or a scheme.
///
/// # Errors
/// Why it was not read, in words.
pub async fn read_small(file: &File) -> Result<Opened, Words> {
    read(file, limits::FILE_BYTES).await
}

/// A text file's bytes as UTF-8, and what they were.
///
/// # Errors
/// It is no text that we read.
pub fn utf8(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, Encoding), ReadError> {
    encoding::utf8(bytes, gb18030)
}
