//! Where forms come from: files, folders of them, and streams with a form on each line (NDJSON).

mod lines;
mod walk;

use std::path::PathBuf;

use selfscore_core::form::{self, FormFile, Place, ReadError, Reason, json};
use selfscore_core::limits;
use selfscore_wording::Lang;

use crate::source;

pub use walk::{Next, holds_many, walk};

/// Something that should be a form.
pub struct Item {
    /// What people call it: the file as named, with the number of the line in a stream.
    pub name: String,
    /// What a file made of it is called, without an ending.
    pub stem: String,
    pub source: Source,
}

/// Where the form is.
pub enum Source {
    File(PathBuf),
    /// A line of a stream.
    Line(Vec<u8>),
    /// A line of more bytes than are read; how many.
    LongLine(usize),
    /// Nothing could be had from it; why, in words.
    Failed(String),
}

/// Why there is no form.
pub enum NotRead {
    /// The bytes cannot be had, in words.
    Unread(String),
    /// They are no form.
    Refused(ReadError),
}

impl From<ReadError> for NotRead {
    fn from(error: ReadError) -> Self {
        NotRead::Refused(error)
    }
}

impl Item {
    /// Reads the form, whichever way it is spelt.
    ///
    /// # Errors
    /// Why there is none.
    pub fn read(&self, lang: Lang) -> Result<FormFile, NotRead> {
        match &self.source {
            Source::File(path) => {
                let bytes = source::bytes_up_to(path, limits::BOOK_BYTES, lang);
                Ok(spelt(&bytes.map_err(NotRead::Unread)?)?)
            }
            Source::Line(line) => Ok(json::read(&source::utf8(line)?)?),
            Source::LongLine(bytes) => Err(refused(Reason::TooLarge(*bytes)).into()),
            Source::Failed(why) => Err(NotRead::Unread(why.clone())),
        }
    }
}

/// A form of a file's bytes.
fn spelt(bytes: &[u8]) -> Result<FormFile, ReadError> {
    if form::book::recognises(bytes) {
        let book = selfscore_books::read(bytes);
        form::book::read(&book.map_err(|refusal| refused(Reason::Workbook(refusal)))?)
    } else {
        form::read_any(&source::utf8(bytes)?)
    }
}

fn refused(reason: Reason) -> ReadError {
    ReadError { place: Place::Whole, reason }
}
