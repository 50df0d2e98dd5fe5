//! Where forms come from: files, packages, folders of them, and streams with a form on each line (NDJSON).

mod lines;
mod other;
mod package;
mod walk;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use selfscore_core::form::{self, FormFile, Place, ReadError, Reason, json};
use selfscore_core::limits;
use selfscore_wording::Lang;

use crate::source;
use package::NoForm;

pub use other::Other;
pub use walk::{Next, is_one_file, walk};

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
    /// A file that somebody named.
    File(PathBuf),
    /// A file of a folder, which may be something else beside the forms.
    Found(PathBuf),
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
    /// They are something else that lies beside forms.
    Other(Other),
}

impl From<ReadError> for NotRead {
    fn from(error: ReadError) -> Self {
        NotRead::Refused(error)
    }
}

impl Item {
    /// A file that somebody named.
    pub fn named(path: &Path) -> Self {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Item { name: path.display().to_string(), stem, source: Source::File(path.to_owned()) }
    }

    /// Reads the form, whichever way it is spelt.
    ///
    /// # Errors
    /// Why there is none.
    pub fn read(&self, lang: Lang) -> Result<FormFile, NotRead> {
        match &self.source {
            Source::File(path) => file(path, false, lang),
            Source::Found(path) => file(path, true, lang),
            Source::Line(line) => Ok(json::read(&source::utf8(line)?)?),
            Source::LongLine(bytes) => Err(refused(Reason::TooLarge(*bytes)).into()),
            Source::Failed(why) => Err(NotRead::Unread(why.clone())),
        }
    }
}

/// A form of a file, or of a package. One of a folder may be something else.
fn file(path: &Path, found: bool, lang: Lang) -> Result<FormFile, NotRead> {
    let unread = |error: io::Error| NotRead::Unread(source::unread(path, &error, lang));
    let mut file = File::open(path).map_err(unread)?;
    let mut bytes = Vec::new();
    file.by_ref().take(4).read_to_end(&mut bytes).map_err(unread)?;
    if package::is_package(&mut file, &bytes, path).map_err(unread)? {
        return package::form_in(file).map_err(|why| match why {
            NoForm::Nothing if found => NotRead::Other(Other::Package),
            NoForm::Nothing => refused(Reason::NoFormInside).into(),
            NoForm::Refused(error) => error.into(),
            NoForm::Io(error) => unread(error),
        });
    }
    file.take(limits::BOOK_BYTES as u64).read_to_end(&mut bytes).map_err(unread)?;
    spelt(&bytes).map_err(|error| match Other::of(&bytes, &error).filter(|_| found) {
        Some(other) => NotRead::Other(other),
        None => error.into(),
    })
}

/// A form of a file's bytes.
pub fn spelt(bytes: &[u8]) -> Result<FormFile, ReadError> {
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
