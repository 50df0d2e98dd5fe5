//! Forms out of a file: JSON, CSV, a workbook, a package, or lines of a stream.

use selfscore_core::encoding;
use selfscore_core::form::{self, FormFile, ReadError, Reason, json};
use selfscore_core::limits;
use selfscore_core::zip::all_forms;
use selfscore_intake::archive::{self, Inside, Unread};
use selfscore_intake::message::{Came, Item, Line};
use selfscore_intake::pieces::{Lines, Piece, ending};
use selfscore_intake::stream::{self, Stopped, size};
use selfscore_intake::text::gb18030;
use web_sys::File;

use crate::check::Checker;

/// How forms are spelt, by the ending of the name.
const SPELLINGS: [&str; 3] = ["json", "csv", "xlsx"];
const PACKAGE: &str = "zip";
/// How much is read at once to find the end of a line.
const TAIL: u64 = 64 * 1024;

/// Reads a piece, and says what is in it; gives how many lines it has, if it is one of a stream.
pub async fn each(
    checker: &mut Checker,
    at: u32,
    piece: &Piece,
    file: &File,
    items: &mut Vec<Item>,
) -> u32 {
    let item = |inside: &str, line, came| Item { piece: at, inside: inside.to_owned(), line, came };
    if let Some(part) = piece.lines {
        let tell = |line, came| items.push(item("", Some(line), came));
        return match lines(checker, &piece.path, file, part, tell).await {
            Ok(lines) => lines,
            Err(_) => {
                let why = ReadError::whole(Reason::Inaccessible);
                items.push(item("", None, came(checker, &piece.path, Err(why))));
                0
            }
        };
    }
    match ending(&piece.path).as_str() {
        PACKAGE => {
            package(checker, piece, file, |inside, came| {
                items.push(item(inside, None, came));
            })
            .await
        }
        spelling if SPELLINGS.contains(&spelling) => {
            let came = came(checker, &piece.path, whole(file, spelling).await);
            items.push(item("", None, came));
        }
        _ => items.push(item("", None, Came::PassedOver)),
    }
    0
}

fn came(checker: &mut Checker, name: &str, read: Result<FormFile, ReadError>) -> Came {
    match read {
        Err(ReadError { reason: Reason::OtherFormat(format), .. })
            if format.starts_with("selfscore/") =>
        {
            Came::PassedOver
        }
        read => checker.check(name, read),
    }
}

/// The form that a file is.
async fn whole(file: &File, spelling: &str) -> Result<FormFile, ReadError> {
    let most = if spelling == "xlsx" { limits::BOOK_BYTES } else { limits::FILE_BYTES };
    let bytes = size(file);
    if bytes > most as u64 {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        return Err(ReadError::whole(Reason::TooLarge(bytes)));
    }
    let bytes = stream::range(file, 0, bytes).await;
    read(&bytes.map_err(|_| ReadError::whole(Reason::Inaccessible))?)
}

/// The form that bytes spell.
fn read(bytes: &[u8]) -> Result<FormFile, ReadError> {
    if !form::book::recognises(bytes) {
        let (text, _) = encoding::utf8(bytes, gb18030)?;
        return form::read_any(&text);
    }
    let book = selfscore_books::read(bytes);
    form::book::read(&book.map_err(|refusal| ReadError::whole(Reason::Workbook(refusal)))?)
}

/// The lines of a stream that begin within a part of it.
async fn lines(
    checker: &mut Checker,
    path: &str,
    file: &File,
    part: Lines,
    mut tell: impl FnMut(Line, Came),
) -> Result<u32, Stopped> {
    let (from, to, end) = (part.from as u64, part.to as u64, size(file));
    // The sign before tells whether a line begins just here.
    let before = from.saturating_sub(1);
    let mut bytes = stream::range(file, before, to).await?;
    let mut at = match from {
        0 => 0,
        _ => memchr::memchr(b'\n', &bytes).map_or(bytes.len(), |end| end + 1),
    };
    // The last line may end far behind. What is longer than a form may be is read no further.
    let mut reached = to;
    while reached < end && at < bytes.len() && bytes.last() != Some(&b'\n') {
        let last = memchr::memrchr(b'\n', &bytes).map_or(at, |before| at.max(before + 1));
        if bytes.len() - last > limits::FILE_BYTES {
            break;
        }
        let next = end.min(reached + TAIL);
        let more = stream::range(file, reached, next).await?;
        let until = memchr::memchr(b'\n', &more).map_or(more.len(), |end| end + 1);
        bytes.extend_from_slice(&more[..until]);
        reached = next;
    }
    let mut number = 0;
    while at < bytes.len() {
        let line = &bytes[at..];
        let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len())];
        let start = before + at as u64;
        number += 1;
        if !line.trim_ascii().is_empty() {
            let read = match line.len() <= limits::FILE_BYTES {
                true => json::read(line),
                false => Err(ReadError::whole(Reason::TooLarge(line.len()))),
            };
            let (from, to) = (start as f64, (start + line.len() as u64) as f64);
            let came = came(checker, &format!("{path}:{}", part.before + number), read);
            tell(Line { number, from, to }, came);
        }
        at += line.len() + 1;
    }
    Ok(number)
}

/// A package: its form, or the forms of several units that lie side by side in it; of them one, if one is named.
async fn package(
    checker: &mut Checker,
    piece: &Piece,
    file: &File,
    mut tell: impl FnMut(&str, Came),
) {
    let path = &piece.path;
    let inside = match archive::list(file).await {
        Ok(inside) => inside,
        Err(why) => return tell("", came(checker, path, Err(unread(why)))),
    };
    let forms = all_forms(inside.iter().map(|one| (one.path.as_str(), one.bytes())));
    if forms.is_empty() {
        tell("", came(checker, path, Err(ReadError::whole(Reason::NoFormInside))));
    }
    let wanted = |one: &&Inside| piece.inside.as_ref().is_none_or(|path| *path == one.path);
    for one in forms.into_iter().map(|at| &inside[at]).filter(wanted) {
        let read = match archive::whole(file, one).await {
            Ok(bytes) => read(&bytes),
            Err(why) => Err(unread(why)),
        };
        tell(&one.path, came(checker, &format!("{path}/{}", one.path), read));
    }
}

fn unread(why: Unread) -> ReadError {
    ReadError::whole(match why {
        Unread::Fault(fault) => Reason::Package(fault),
        Unread::Stopped(_) => Reason::Inaccessible,
    })
}
