//! The archive that a workbook is: its parts, unpacked as they are read and counted meanwhile.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use selfscore_core::book::Refusal;
use zip::ZipArchive;

use crate::limits::{EVENT_BYTES, FILE_BYTES, PARTS, UNPACKED_BYTES};
use crate::xml::Xml;

/// An opened file.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    meter: Rc<Meter>,
}

/// How many bytes may still be unpacked.
pub(crate) struct Meter {
    left: Cell<usize>,
    /// Of one tag or text.
    event: Cell<usize>,
}

impl Meter {
    /// A tag or text begins.
    pub fn event(&self) {
        // What is read ahead counts too.
        self.event.set(EVENT_BYTES + BUFFER);
    }

    /// Why reading stopped, if it was for too many bytes.
    pub fn refusal(&self) -> Option<Refusal> {
        if self.left.get() == 0 {
            Some(Refusal::Unpacked(UNPACKED_BYTES))
        } else if self.event.get() == 0 {
            Some(Refusal::Unpacked(EVENT_BYTES))
        } else {
            None
        }
    }
}

const BUFFER: usize = 16 * 1024;

/// A part while it is unpacked.
pub(crate) struct Metered<R> {
    part: R,
    meter: Rc<Meter>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.part.read(buffer)?;
        let Meter { left, event } = &*self.meter;
        left.set(left.get().saturating_sub(count));
        event.set(event.get().saturating_sub(count));
        if left.get() == 0 || event.get() == 0 {
            return Err(io::Error::other("too many bytes"));
        }
        Ok(count)
    }
}

/// What marks an entry of the archive's directory.
const ENTRY: &[u8] = b"PK\x01\x02";
/// What the format before 2007 begins with, and a workbook that is locked with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() > FILE_BYTES {
            return Err(Refusal::TooLarge(bytes.len(), FILE_BYTES));
        }
        if bytes.starts_with(COMPOUND) {
            return Err(Refusal::OldOrLocked);
        }
        if !bytes.starts_with(b"PK") {
            return Err(Refusal::NotAWorkbook);
        }
        // The directory is held as a whole, so its entries are counted before it is read: there
        // cannot be more than marks, whatever the file says.
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > PARTS {
            return Err(Refusal::TooMany(PARTS));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let meter = Meter { left: Cell::new(UNPACKED_BYTES + 1), event: Cell::new(1) };
        Ok(Package { archive, meter: Rc::new(meter) })
    }

    /// The part of that name, if there is one.
    pub fn part(&mut self, name: &str) -> Result<Option<Xml<impl Read + '_>>, Refusal> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(broken)?;
        let part = Metered { part, meter: self.meter.clone() };
        let reader = BufReader::with_capacity(BUFFER, part);
        Ok(Some(Xml::new(reader, self.meter.clone())))
    }
}

pub(crate) fn broken(error: impl std::fmt::Display) -> Refusal {
    Refusal::Broken(error.to_string())
}
