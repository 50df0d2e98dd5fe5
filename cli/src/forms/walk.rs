//! All forms of what is named, one after the other.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use selfscore_core::limits;
use selfscore_wording::Lang;

use super::lines::{Line, Lines};
use super::{Item, Source};
use crate::source;

/// What stands for standard input.
const STDIN: &str = "-";
/// Endings of files with a form on each line.
const STREAMS: [&str; 2] = ["ndjson", "jsonl"];
/// Endings of files with one form. Of the format before 2007 too, so that such a file is not passed
/// over in silence.
const FORMS: [&str; 5] = ["json", "csv", "xlsx", "xls", "zip"];

/// What comes next.
pub enum Next {
    Item(Item),
    /// A file of a folder that by its ending is no form.
    PassedOver,
    /// Nothing is at hand for now.
    Waiting,
}

/// Whether it is one file with one form.
pub fn is_one_file(named: &[PathBuf]) -> bool {
    let many = |named: &Path| named == Path::new(STDIN) || named.is_dir() || ends(named, &STREAMS);
    matches!(named, [one] if !many(one))
}

/// Gives all forms of the files, folders (with those below them) and streams, in this order; those
/// of a folder by their names. Ends early where it is told to.
pub fn walk(
    named: &[PathBuf],
    lang: Lang,
    give: &mut impl FnMut(Next) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for path in named {
        if path == Path::new(STDIN) {
            stream(STDIN, "stdin", io::stdin().lock(), lang, give)?;
        } else if path.is_dir() {
            folder(path, lang, give)?;
        } else {
            file(path, Source::File, lang, give)?;
        }
    }
    ControlFlow::Continue(())
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|end| endings.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn failed(path: &Path, error: &io::Error, lang: Lang) -> Next {
    let source = Source::Failed(source::unread(path, error, lang));
    Next::Item(Item { name: path.display().to_string(), stem: stem(path), source })
}

fn file(
    path: &Path,
    source: fn(PathBuf) -> Source,
    lang: Lang,
    give: &mut impl FnMut(Next) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (name, stem) = (path.display().to_string(), stem(path));
    if !ends(path, &STREAMS) {
        let source = source(path.to_owned());
        return give(Next::Item(Item { name, stem, source }));
    }
    match File::open(path) {
        Ok(from) => stream(&name, &stem, from, lang, give),
        Err(error) => give(failed(path, &error, lang)),
    }
}

fn stream(
    name: &str,
    stem: &str,
    from: impl Read,
    lang: Lang,
    give: &mut impl FnMut(Next) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut lines = Lines::of(from, limits::FILE_BYTES);
    loop {
        if lines.waits() {
            give(Next::Waiting)?;
        }
        let (number, source) = match lines.next() {
            Ok(Some((number, Line::Whole(line)))) => (number, Source::Line(line)),
            Ok(Some((number, Line::Long(bytes)))) => (number, Source::LongLine(bytes)),
            Ok(None) => return ControlFlow::Continue(()),
            Err(error) => return give(failed(Path::new(name), &error, lang)),
        };
        let (name, stem) = (format!("{name}:{number}"), format!("{stem}-{number}"));
        give(Next::Item(Item { name, stem, source }))?;
    }
}

fn folder(
    path: &Path,
    lang: Lang,
    give: &mut impl FnMut(Next) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let list = || -> io::Result<Vec<(PathBuf, bool)>> {
        let entries = fs::read_dir(path)?.map(|entry| {
            let entry = entry?;
            // Not behind a link: that may lead back to where one came from.
            Ok((entry.path(), entry.file_type()?.is_dir()))
        });
        entries.collect()
    };
    let mut entries = match list() {
        Ok(entries) => entries,
        Err(error) => return give(failed(path, &error, lang)),
    };
    entries.retain(|(path, _)| !path.file_name().is_some_and(hidden));
    entries.sort();
    for (path, is_folder) in entries {
        if is_folder {
            folder(&path, lang, give)?;
        } else if path.is_dir() {
            // Behind a link.
        } else if ends(&path, &FORMS) || ends(&path, &STREAMS) {
            file(&path, Source::Found, lang, give)?;
        } else {
            give(Next::PassedOver)?;
        }
    }
    ControlFlow::Continue(())
}

/// What systems and spreadsheets leave beside the files of people.
fn hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}
