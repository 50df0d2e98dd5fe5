//! Files and schemes by the names that are typed.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use selfscore_core::book::{Found as FoundInCell, FoundSheet};
use selfscore_core::encoding;
use selfscore_core::form::{self, Place, ReadError, Reason};
use selfscore_core::limits;
use selfscore_core::register::Register;
use selfscore_core::scheme::{self, Refusal, Scheme, SchemeError, SchemeFile};
use selfscore_wording::{Lang, cli as words};

/// The bytes of a file, of one that is too large one byte more than is allowed, so that its reader
/// refuses it.
///
/// # Errors
/// Why it cannot be read, in words.
pub fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    bytes_up_to(path, limits::FILE_BYTES, lang)
}

/// The same with another limit.
///
/// # Errors
/// Why it cannot be read, in words.
pub fn bytes_up_to(path: &Path, most: usize, lang: Lang) -> Result<Vec<u8>, String> {
    let read = || {
        let mut bytes = Vec::new();
        File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| unread(path, &error, lang))
}

/// A text file as UTF-8.
///
/// # Errors
/// It is no text that we read.
pub fn utf8(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ReadError> {
    let gb18030 = |bytes: &[u8]| {
        let text =
            encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(text.into_owned())
    };
    encoding::utf8(bytes, gb18030).map(|(text, _)| text)
}

/// The tables of a file as text: of a workbook those of its sheets, else the text itself, whatever it is.
///
/// # Errors
/// It is neither.
pub fn tables(bytes: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, ReadError> {
    if !form::book::recognises(bytes) {
        return Ok(vec![utf8(bytes)?]);
    }
    let refused = |refusal| ReadError { place: Place::Whole, reason: Reason::Workbook(refusal) };
    let book = selfscore_books::read(bytes).map_err(refused)?;
    Ok(book.sheets.iter().map(|sheet| Cow::Owned(table(sheet))).collect())
}

/// Columns of a sheet that are looked at, and empty rows between others that are kept: registers and
/// lists have neither more, and a cell in the last column must cost no more than one in the first.
const COLUMNS: u32 = 200;
const EMPTY_ROWS: u32 = 10_000;

/// A sheet as CSV, its rows and columns where they were.
fn table(sheet: &FoundSheet) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut next = 0;
    for row in &sheet.rows {
        // Errors of writing into memory there are none.
        while next < row.row.min(EMPTY_ROWS) {
            let _ = writer.write_record([""]);
            next += 1;
        }
        next = row.row.saturating_add(1);
        let mut cells: Vec<&str> = Vec::new();
        for cell in row.cells.iter().filter(|cell| cell.column < COLUMNS) {
            cells.resize(cells.len().max(cell.column as usize), "");
            cells.push(match &cell.found {
                FoundInCell::Text(text)
                | FoundInCell::Number(text)
                | FoundInCell::LongNumber(text)
                | FoundInCell::Date(text) => text,
                FoundInCell::Flag(_) | FoundInCell::NotComputed => "",
            });
        }
        let _ = writer.write_record(&cells);
    }
    writer.into_inner().unwrap_or_default()
}

/// A register: CSV, JSON, or the first sheet of a workbook that is one.
///
/// # Errors
/// Why there is none.
pub fn register(bytes: &[u8]) -> Result<Register, ReadError> {
    let mut refusal = None;
    for text in tables(bytes)? {
        match Register::read(&text) {
            Ok(register) => return Ok(register),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    Err(refusal.unwrap_or(ReadError { place: Place::Whole, reason: Reason::Empty }))
}

/// Why a file or folder cannot be read, in words.
pub fn unread(path: &Path, error: &io::Error, lang: Lang) -> String {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => words::no_file(lang, path),
        io::ErrorKind::PermissionDenied => words::no_permission(lang, path),
        io::ErrorKind::IsADirectory => words::is_a_folder(lang, path),
        io::ErrorKind::NotADirectory => words::no_folder(lang, path),
        _ => words::not_read(lang, path, error),
    }
}

/// The JSON files of a folder by their names, without those of folders below it.
///
/// # Errors
/// Why it cannot be read, in words.
pub fn folder(path: &Path, lang: Lang) -> Result<Vec<PathBuf>, String> {
    ending(path, &["json"], lang)
}

/// The files that may be forms: the one that is named, or those of a folder by their names.
///
/// # Errors
/// Why the folder cannot be read, in words.
pub fn forms(path: &Path, lang: Lang) -> Result<Vec<PathBuf>, String> {
    if path.is_dir() { ending(path, &["json", "csv"], lang) } else { Ok(vec![path.to_owned()]) }
}

fn ending(path: &Path, ends: &[&str], lang: Lang) -> Result<Vec<PathBuf>, String> {
    let list = || -> io::Result<Vec<PathBuf>> {
        std::fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect()
    };
    let mut all = list().map_err(|error| unread(path, &error, lang))?;
    let wanted = |path: &Path| {
        let end = path.extension();
        end.is_some_and(|end| ends.iter().any(|wanted| end.eq_ignore_ascii_case(wanted)))
    };
    all.retain(|path| wanted(path) && !path.is_dir());
    all.sort();
    Ok(all)
}

/// A scheme's file, be it sound or not.
pub struct Found {
    /// As typed, or the id of one that the program brings along.
    pub source: String,
    /// The JSON of the file, as its author wrote it.
    pub bytes: Vec<u8>,
    pub file: SchemeFile,
    /// The scheme, unless it contradicts itself.
    pub scheme: Result<Scheme, SchemeError>,
}

/// Why there is no scheme to be had from a source.
pub enum NoScheme {
    /// No file, or none that can be read; in words.
    Unread(String),
    /// A file that is no scheme's.
    Other(SchemeError),
}

impl NoScheme {
    /// In words, with the source.
    pub fn message(&self, source: &str, lang: Lang) -> String {
        match self {
            NoScheme::Unread(why) => why.clone(),
            NoScheme::Other(error) => words::of_source(lang, source, error.message(lang)),
        }
    }
}

/// The schemes that the program brings along.
pub fn builtin() -> Vec<Found> {
    // The committed ones read; tests of the core open them.
    let found = |text: &str| {
        let file = SchemeFile::read(text.as_bytes()).ok()?;
        Some(of(file.id.clone(), text.as_bytes().to_vec(), file))
    };
    scheme::builtin_files().into_iter().filter_map(found).collect()
}

/// A scheme by its id, if the program brings it along, else by its file.
///
/// # Errors
/// Why there is none.
pub fn find(named: &Path, lang: Lang) -> Result<Found, NoScheme> {
    let id = named.to_str();
    if let Some(found) = builtin().into_iter().find(|found| Some(found.file.id.as_str()) == id) {
        return Ok(found);
    }
    if !named.exists() {
        return Err(NoScheme::Unread(words::no_such_scheme(lang, named.display())));
    }
    read(named, lang)
}

/// The scheme of a file.
///
/// # Errors
/// Why there is none.
pub fn read(path: &Path, lang: Lang) -> Result<Found, NoScheme> {
    let bytes = bytes(path, lang).map_err(NoScheme::Unread)?;
    let file = SchemeFile::read(&bytes).map_err(NoScheme::Other)?;
    Ok(of(path.display().to_string(), bytes, file))
}

/// Why a library does not take a scheme in, and what to do.
pub fn refused(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::SameRevision { id, revision } => words::same_revision(lang, id, revision),
        refusal => refusal.message(lang),
    }
}

fn of(source: String, bytes: Vec<u8>, file: SchemeFile) -> Found {
    let scheme = Scheme::read(&bytes);
    Found { source, bytes, file, scheme }
}
