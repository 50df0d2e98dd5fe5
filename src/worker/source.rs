//! Forms out of a file: JSON, CSV, a workbook, a package, or a stream with a form on each line.

use selfscore_core::book::Read;
use selfscore_core::encoding;
use selfscore_core::form::{self, FormFile, ReadError, Reason, json};
use selfscore_core::limits;
use web_sys::File;

use super::{Passed, Told};
use crate::browser::archive::{self, Inside, Unread};
use crate::browser::books::{self, Failed};
use crate::browser::stream::{self, size};
use crate::browser::text::gb18030;

/// The endings of forms, in the order in which a package is looked through.
const ENDINGS: [&str; 3] = ["json", "csv", "xlsx"];
const PACKAGE: &str = "zip";
const STREAMS: [&str; 2] = ["ndjson", "jsonl"];

/// Reads a file and tells of everything in it.
pub async fn each(path: &str, file: &File, tell: &mut impl FnMut(Told)) {
    let ending = ending(path);
    if STREAMS.contains(&ending.as_str()) {
        return lines(path, file, tell).await;
    }
    if ending == PACKAGE {
        return package(path, file, tell).await;
    }
    if !ENDINGS.contains(&ending.as_str()) {
        return tell(Told::PassedOver(path.to_owned()));
    }
    let most = if ending == "xlsx" { limits::BOOK_BYTES } else { limits::FILE_BYTES };
    let whole = size(file);
    let read = match usize::try_from(whole) {
        Ok(bytes) if bytes <= most => match stream::range(file, 0, whole).await {
            Ok(bytes) => form(&bytes).await,
            Err(_) => Err(ReadError::whole(Reason::Inaccessible)),
        },
        _ => Err(ReadError::whole(Reason::TooLarge(usize::try_from(whole).unwrap_or(usize::MAX)))),
    };
    tell(said(path.to_owned(), read));
}

fn ending(path: &str) -> String {
    path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase()
}

fn said(path: String, read: Result<FormFile, ReadError>) -> Told {
    match read {
        Ok(file) => Told::Form(path, Passed::of(&file)),
        Err(ReadError { reason: Reason::OtherFormat(format), .. })
            if format.starts_with("selfscore/") =>
        {
            Told::Other(path, format)
        }
        Err(error) => Told::Refused(path, error),
    }
}

/// The form that bytes spell.
async fn form(bytes: &[u8]) -> Result<FormFile, ReadError> {
    if !form::book::recognises(bytes) {
        let (text, _) = encoding::utf8(bytes, gb18030)?;
        return form::read_any(&text);
    }
    let read: Read = books::read(bytes).await.map_err(|failed| {
        ReadError::whole(match failed {
            Failed::NoModule => Reason::NoModule,
            Failed::Refused(refusal) => Reason::Workbook(refusal),
        })
    })?;
    form::book::read(&read)
}

/// A stream: a form a line, read piece by piece.
async fn lines(path: &str, file: &File, tell: &mut impl FnMut(Told)) {
    let (mut rest, mut at) = (Vec::new(), 0_usize);
    let mut line = |bytes: &[u8]| {
        at += 1;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let read = match bytes.len() <= limits::FILE_BYTES {
            true => json::read(bytes),
            false => Err(ReadError::whole(Reason::TooLarge(bytes.len()))),
        };
        tell(said(format!("{path}:{at}"), read));
    };
    let see = |piece: &[u8]| -> Result<(), stream::Stopped> {
        let mut from = 0;
        for (end, _) in piece.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            rest.extend_from_slice(&piece[from..end]);
            line(&rest);
            rest.clear();
            from = end + 1;
        }
        rest.extend_from_slice(&piece[from..]);
        Ok(())
    };
    let read = stream::each(file, 0, size(file), see).await;
    match read {
        Ok(()) => line(&rest),
        Err(_) => tell(Told::Refused(path.to_owned(), ReadError::whole(Reason::Inaccessible))),
    }
}

/// A package: the forms that lie highest in it, in the first of their spellings. Evidence lies lower.
async fn package(path: &str, file: &File, tell: &mut impl FnMut(Told)) {
    let inside = match archive::list(file).await {
        Ok(inside) => inside,
        Err(why) => return tell(Told::Refused(path.to_owned(), unread(why))),
    };
    let spelling = |one: &Inside| {
        let at = ENDINGS.iter().position(|known| *known == ending(&one.path))?;
        (one.bytes() <= limits::BOOK_BYTES as u64).then_some((one.path.matches('/').count(), at))
    };
    let Some(first) = inside.iter().filter_map(spelling).min() else {
        return tell(Told::Refused(path.to_owned(), ReadError::whole(Reason::NoFormInside)));
    };
    for one in inside.iter().filter(|one| spelling(one) == Some(first)) {
        let read = match archive::whole(file, one).await {
            Ok(bytes) => form(&bytes).await,
            Err(why) => Err(unread(why)),
        };
        tell(said(format!("{path}/{}", one.path), read));
    }
}

fn unread(why: Unread) -> ReadError {
    ReadError::whole(match why {
        Unread::Fault(fault) => Reason::Package(fault),
        Unread::Stopped(_) => Reason::Inaccessible,
    })
}
