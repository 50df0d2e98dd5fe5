//! A ZIP that can be read at any place: a file, or bytes in memory. Only its list and what is asked
//! for are read; neither is longer than it may be.

use std::io::{self, Read, Seek, SeekFrom};

use super::read::{End, Member, Packed, TAIL, contents_at, directory, end, end64};
use super::{Fault, Inflater};

/// What comes out of one step of unpacking.
const OUTPUT: usize = 64 * 1024;

/// A ZIP with its list.
pub struct Archive<R> {
    from: R,
    size: u64,
    members: Vec<Member>,
}

/// Why a ZIP, or a file in it, was not read.
#[derive(Debug)]
pub enum Unread {
    /// It cannot be used.
    Fault(Fault),
    /// Its bytes cannot be had.
    Io(io::Error),
}

impl From<Fault> for Unread {
    fn from(fault: Fault) -> Self {
        Unread::Fault(fault)
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Unread::Io(error)
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the list of a ZIP.
    ///
    /// # Errors
    /// If it cannot be read, is none, or has more in it than a package may have.
    pub fn open(mut from: R) -> Result<Self, Unread> {
        let size = from.seek(SeekFrom::End(0))?;
        let tail = TAIL.min(size);
        let tail = range(&mut from, size - tail, tail, size)?;
        let found = match end(&tail, size)? {
            End::Here(found) => found,
            End::There(at) => end64(&range(&mut from, at, 56, size)?, size)?,
        };
        let list = range(&mut from, found.at, found.bytes, size)?;
        Ok(Archive { members: directory(&list, found)?, from, size })
    }

    /// The files in it, without folders, in the order of their places.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// A file in it, unpacked: of at most `most` bytes, whatever it is packed to.
    ///
    /// # Errors
    /// If it is larger, or it is not what the list says.
    pub fn contents(&mut self, member: &Member, most: usize) -> Result<Vec<u8>, Unread> {
        if member.bytes > most as u64 {
            return Err(Fault::TooLarge.into());
        }
        let header = range(&mut self.from, member.at, 30, self.size)?;
        let at = contents_at(&header, member)?;
        if at.checked_add(member.packed_bytes).is_none_or(|end| end > self.size) {
            return Err(Fault::Damaged.into());
        }
        self.from.seek(SeekFrom::Start(at))?;
        let packed = (&mut self.from).take(member.packed_bytes);
        let contents = match member.packed {
            // As large as it is packed, which is within `most`.
            Packed::Stored => whole(packed, member.bytes)?,
            Packed::Deflated => inflated(packed, member.bytes)?,
        };
        match crc32fast::hash(&contents) == member.crc32 {
            true => Ok(contents),
            false => Err(Fault::Damaged.into()),
        }
    }
}

/// So many bytes from a place, which must be there.
fn range(from: &mut (impl Read + Seek), at: u64, bytes: u64, size: u64) -> Result<Vec<u8>, Unread> {
    if at.checked_add(bytes).is_none_or(|end| end > size) {
        return Err(Fault::Damaged.into());
    }
    from.seek(SeekFrom::Start(at))?;
    whole(from.take(bytes), bytes)
}

fn whole(mut from: impl Read, bytes: u64) -> Result<Vec<u8>, Unread> {
    let mut all = Vec::new();
    from.read_to_end(&mut all)?;
    // Whoever holds the file may have cut it off meanwhile.
    if all.len() as u64 == bytes { Ok(all) } else { Err(Fault::Damaged.into()) }
}

fn inflated(mut packed: impl Read, bytes: u64) -> Result<Vec<u8>, Unread> {
    let mut inflater = Inflater::new(bytes);
    let (mut all, mut input, mut output) = (Vec::new(), vec![0; OUTPUT], vec![0; OUTPUT]);
    loop {
        let read = packed.read(&mut input)?;
        let mut rest = &input[..read];
        loop {
            let step = inflater.step(rest, &mut output)?;
            rest = rest.get(step.read..).unwrap_or_default();
            all.extend(output.iter().take(step.written));
            if step.done {
                return Ok(all);
            }
            // A full output may leave more behind without any input.
            if rest.is_empty() && step.written < OUTPUT {
                break;
            }
            if step.read == 0 && step.written == 0 {
                return Err(Fault::Damaged.into());
            }
        }
        if read == 0 {
            return Err(Fault::Damaged.into());
        }
    }
}
