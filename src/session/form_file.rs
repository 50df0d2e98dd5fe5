//! A form out of a file, however it is spelt.

use std::sync::Arc;

use selfscore_core::encoding::Encoding;
use selfscore_core::form::csv::{self, Spelling};
use selfscore_core::form::{self, CheckCode, FormFile, Place};
use selfscore_core::limits;
use selfscore_wording::page as words;

use super::{Words, books, opened, packages};
use crate::browser::files::Opened;

/// A form as read, and how.
pub struct Taken {
    /// The file's name.
    pub name: String,
    /// The form.
    pub file: FormFile,
    /// How it was spelt, if it is a text.
    pub spelt: Option<Spelt>,
}

/// How a file was spelt: it tells who saved it last.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelt {
    /// Its encoding.
    pub encoding: Encoding,
    /// Of a table, what stands between cells and what ends its rows.
    pub table: Option<Spelling>,
    /// Cells with a question mark, if the file changed and its encoding lacks some signs.
    pub question_marks: Vec<Place>,
}

impl Spelt {
    fn of(text: &[u8], encoding: Encoding, code: &CheckCode) -> Self {
        let table = csv::spelling(text);
        let doubtful = table.is_some()
            && encoding == Encoding::Gb18030
            && !matches!(code, CheckCode::Matches(_));
        let question_marks = if doubtful { csv::question_marks(text) } else { Vec::new() };
        Spelt { encoding, table, question_marks }
    }
}

/// Reads a form: JSON, CSV or a workbook.
///
/// # Errors
/// Why it was not read, in words.
pub async fn read(opened: &Opened) -> Result<Taken, Words> {
    let Opened { name, bytes } = opened;
    let name = name.clone();
    let is_book = form::book::recognises(bytes);
    let most = if is_book { limits::BOOK_BYTES } else { limits::FILE_BYTES };
    if bytes.len() > most {
        let bytes = bytes.len();
        return Err(Arc::new(move |lang| words::file_too_large(lang, &name, bytes, most)));
    }
    if is_book {
        let file = books::read(name.clone(), bytes).await?;
        return Ok(Taken { name, file, spelt: None });
    }
    let read = opened::utf8(bytes)
        .and_then(|(text, encoding)| Ok((form::read_any(&text)?, text, encoding)));
    match read {
        Ok((file, text, encoding)) => {
            let spelt = Spelt::of(&text, encoding, &file.check_code);
            Ok(Taken { name, file, spelt: Some(spelt) })
        }
        Err(error) => {
            Err(Arc::new(move |lang| words::not_imported(lang, &name, error.message(lang))))
        }
    }
}

/// Reads the form of a file that somebody picked; of a package, the form in it.
///
/// # Errors
/// Why it was not read, in words.
pub async fn read_picked(file: &web_sys::File) -> Result<Taken, Words> {
    match packages::is_package(file).await {
        true => packages::form_in(file).await,
        false => read(&opened::read(file, limits::BOOK_BYTES).await?).await,
    }
}
