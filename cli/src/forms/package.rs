//! A package: one ZIP with a unit's form, in several spellings as a rule, above its evidence. Only its
//! list and what may be its form are read, however large it is.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use selfscore_core::form::{FormFile, ReadError, Reason};
use selfscore_core::limits;
use selfscore_core::zip::{Archive, Member, Unread, may_be_forms};

use super::{refused, spelt};

/// Whether a file that begins so is an archive and no workbook, which is one inside; of a damaged one
/// the name tells. It is read on behind its beginning. What is no file, such as a pipe, is no package:
/// its list comes last.
///
/// # Errors
/// Those of the file.
pub(super) fn is_package(file: &mut File, start: &[u8], path: &Path) -> io::Result<bool> {
    let named = |ending| path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ending));
    if !matches!(start, b"PK\x03\x04" | b"PK\x05\x06") {
        return Ok(named("zip"));
    }
    if !file.metadata()?.is_file() {
        return Ok(false);
    }
    let is = match Archive::open(&mut *file) {
        Ok(inside) => inside.members().iter().all(|one| one.name != b"xl/workbook.xml"),
        Err(_) => !named("xlsx"),
    };
    file.seek(SeekFrom::Start(start.len() as u64))?;
    Ok(is)
}

/// Why a package has no form for us.
pub(super) enum NoForm {
    /// Nothing in it has the ending of a form.
    Nothing,
    Refused(ReadError),
    Io(io::Error),
}

impl From<Unread> for NoForm {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Fault(fault) => NoForm::Refused(refused(Reason::Package(fault))),
            Unread::Io(error) => NoForm::Io(error),
        }
    }
}

/// The form of a package: the first that can be read.
///
/// # Errors
/// Why there is none; that there are those of several units.
pub(super) fn form_in(file: File) -> Result<FormFile, NoForm> {
    let mut archive = Archive::open(file)?;
    let members = archive.members().to_vec();
    let paths: Vec<String> = members.iter().map(path).collect();
    let files = paths.iter().zip(&members).map(|(path, member)| (path.as_str(), member.bytes));
    let order = may_be_forms(files);
    if order.is_empty() {
        return Err(NoForm::Nothing);
    }
    let (mut first, mut refusal) = (None, None);
    let mut units = BTreeSet::new();
    for at in order {
        let place = place(&paths[at]);
        // Once there is a form, only what lies beside it and is spelt like it may be another unit's.
        if first.as_ref().is_some_and(|(_, found)| *found != place) {
            break;
        }
        let contents = archive.contents(&members[at], limits::BOOK_BYTES)?;
        match spelt(&contents) {
            Ok(form) => {
                units.insert(form.form.unit.trim().to_owned());
                first.get_or_insert((form, place));
            }
            Err(why) => refusal = refusal.or(Some(why)),
        }
    }
    match (first, units.len()) {
        (Some((form, _)), 1) => Ok(form),
        (Some(_), several) => Err(NoForm::Refused(refused(Reason::SeveralInside(several)))),
        (None, _) => {
            let why = refusal.unwrap_or_else(|| refused(Reason::NoFormInside));
            Err(NoForm::Refused(why))
        }
    }
}

/// How many folders deep a file is, and its ending.
fn place(path: &str) -> (usize, String) {
    let ending = path.rsplit('.').next().unwrap_or_default();
    (path.matches('/').count(), ending.to_ascii_lowercase())
}

/// A name as text: UTF-8, else as programs of Chinese Windows write it.
fn path(member: &Member) -> String {
    let text = match std::str::from_utf8(&member.name) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(&member.name).0.into_owned(),
    };
    text.replace('\\', "/")
}
