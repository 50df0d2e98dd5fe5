//! The list of what is in a ZIP.

use super::{CENTRAL, END, END64, EXTRA64, Fault, Fields, LOCAL, LOCATOR64, UTF8};
use crate::limits;

/// So many bytes at the end of a ZIP tell where its list is: the record of the end with the longest
/// comment, and the pointer to the longer record.
pub const TAIL: u64 = 22 + 65_535 + 20;

/// Where the list is, and how much it says there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Where it begins.
    pub at: u64,
    /// Its bytes, at most [`limits::PACKAGE_LIST_BYTES`].
    pub bytes: u64,
    files: u64,
}

/// What the end of a ZIP says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where the list is.
    Here(Directory),
    /// That a longer record of 56 bytes says it, and where that is.
    There(u64),
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// It stands there as it is.
    Stored,
    /// By the method Deflate.
    Deflated,
}

/// A file in a ZIP, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name as it stands there, with `/` between folders.
    pub name: Vec<u8>,
    /// Whether the name is said to be UTF-8. Programs of Chinese Windows write GBK otherwise.
    pub utf8: bool,
    /// How it is packed.
    pub packed: Packed,
    /// Its CRC-32.
    pub crc32: u32,
    /// Its size in the archive.
    pub packed_bytes: u64,
    /// Its size.
    pub bytes: u64,
    /// Where its header is.
    pub at: u64,
    /// The least that its header has.
    header: u64,
}

/// Reads the last bytes of a ZIP of `size` bytes, [`TAIL`] of them if there are so many.
///
/// # Errors
/// If this is no end of a ZIP, or one of several parts.
pub fn end(tail: &[u8], size: u64) -> Result<End, Fault> {
    let fits = |at: &usize| {
        let fields = Fields(&tail[*at..]);
        let comment = fields.u16(20).map(usize::from);
        fields.u32(0) == Ok(END) && comment.is_ok_and(|comment| at + 22 + comment == tail.len())
    };
    let last = tail.len().checked_sub(22).ok_or(Fault::NotZip)?;
    let at = (0..=last).rev().find(fits).ok_or(Fault::NotZip)?;
    if let Some(before) = at.checked_sub(20) {
        let locator = Fields(&tail[before..at]);
        if locator.u32(0)? == LOCATOR64 {
            return Ok(End::There(locator.u64(8)?));
        }
    }
    let fields = Fields(&tail[at..]);
    if fields.u16(4)? != 0 || fields.u16(6)? != 0 || fields.u16(8)? != fields.u16(10)? {
        return Err(Fault::Split);
    }
    let found = Directory {
        at: fields.u32(16)?.into(),
        bytes: fields.u32(12)?.into(),
        files: fields.u16(10)?.into(),
    };
    bounded(found, size).map(End::Here)
}

/// Reads the longer record of the end.
///
/// # Errors
/// If it is none.
pub fn end64(record: &[u8], size: u64) -> Result<Directory, Fault> {
    let fields = Fields(record);
    if fields.u32(0)? != END64 {
        return Err(Fault::Damaged);
    }
    if fields.u32(16)? != 0 || fields.u32(20)? != 0 || fields.u64(24)? != fields.u64(32)? {
        return Err(Fault::Split);
    }
    bounded(Directory { at: fields.u64(48)?, bytes: fields.u64(40)?, files: fields.u64(32)? }, size)
}

fn bounded(found: Directory, size: u64) -> Result<Directory, Fault> {
    if found.bytes > limits::PACKAGE_LIST_BYTES || found.files > limits::PACKAGE_FILES as u64 {
        return Err(Fault::TooMany);
    }
    match found.at.checked_add(found.bytes) {
        Some(end) if end <= size => Ok(found),
        _ => Err(Fault::Damaged),
    }
}

/// Reads the list: its files without the folders, in the order of their places.
///
/// # Errors
/// If it is not what the end says, if files lie over each other or beyond the list, or unpacked are
/// more than a package may be.
pub fn directory(bytes: &[u8], found: Directory) -> Result<Vec<Member>, Fault> {
    let mut members = Vec::new();
    let mut rest = bytes;
    let mut count = 0;
    while !rest.is_empty() {
        count += 1;
        if count > found.files {
            return Err(Fault::Damaged);
        }
        let (member, next) = member(rest)?;
        rest = next;
        members.push(member);
    }
    if count != found.files {
        return Err(Fault::Damaged);
    }
    members.sort_by_key(|member| member.at);
    let mut free = 0u64;
    let mut unpacked = 0u64;
    for member in &members {
        let end =
            member.at.checked_add(member.header).and_then(|at| at.checked_add(member.packed_bytes));
        let end = end.filter(|end| member.at >= free && *end <= found.at);
        free = end.ok_or(Fault::Damaged)?;
        unpacked = unpacked.saturating_add(member.bytes);
    }
    if unpacked > limits::PACKAGE_BYTES {
        return Err(Fault::TooLarge);
    }
    members.retain(|member| !member.name.ends_with(b"/"));
    Ok(members)
}

fn member(bytes: &[u8]) -> Result<(Member, &[u8]), Fault> {
    let fields = Fields(bytes);
    if fields.u32(0)? != CENTRAL {
        return Err(Fault::Damaged);
    }
    let flags = fields.u16(8)?;
    // Encrypted, and encrypted the newer way.
    if flags & (1 | 1 << 6) != 0 {
        return Err(Fault::Encrypted);
    }
    let packed = match fields.u16(10)? {
        0 => Packed::Stored,
        8 => Packed::Deflated,
        other => return Err(Fault::Method(other)),
    };
    let [name, extra, comment] =
        [fields.u16(28)?, fields.u16(30)?, fields.u16(32)?].map(usize::from);
    let mut member = Member {
        name: fields.bytes(46, name)?.to_vec(),
        utf8: flags & UTF8 != 0,
        packed,
        crc32: fields.u32(16)?,
        packed_bytes: fields.u32(20)?.into(),
        bytes: fields.u32(24)?.into(),
        at: fields.u32(42)?.into(),
        // 30 bytes and the name.
        header: 30 + name as u64,
    };
    member.lengthen(fields.bytes(46 + name, extra)?)?;
    if packed == Packed::Stored && member.bytes != member.packed_bytes {
        return Err(Fault::Damaged);
    }
    let end = 46 + name + extra + comment;
    Ok((member, bytes.get(end..).ok_or(Fault::Damaged)?))
}

impl Member {
    /// Takes what stands in the extra field: numbers of 64 bits, and a name as UTF-8.
    fn lengthen(&mut self, extra: &[u8]) -> Result<(), Fault> {
        let mut rest = extra;
        // What ends in the middle of a field is padding of some programs.
        while rest.len() >= 4 {
            let fields = Fields(rest);
            let (kind, length) = (fields.u16(0)?, usize::from(fields.u16(2)?));
            let Ok(content) = fields.bytes(4, length) else { return Ok(()) };
            rest = &rest[4 + length..];
            match kind {
                EXTRA64 => {
                    let mut at = 0;
                    for number in [&mut self.bytes, &mut self.packed_bytes, &mut self.at] {
                        if *number == u64::from(u32::MAX) {
                            *number = Fields(content).u64(at)?;
                            at += 8;
                        }
                    }
                }
                // A name beside the one in another encoding, with the CRC-32 of that.
                0x7075
                    if !self.utf8 && Fields(content).u32(1) == Ok(crc32fast::hash(&self.name)) =>
                {
                    // After one byte of version and four of CRC-32, which are there.
                    self.name = content[5..].to_vec();
                    self.utf8 = true;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Where the contents of a member begin, by the first 30 bytes of its header.
///
/// # Errors
/// If there is no header.
pub fn contents_at(header: &[u8], member: &Member) -> Result<u64, Fault> {
    let fields = Fields(header);
    if fields.u32(0)? != LOCAL {
        return Err(Fault::Damaged);
    }
    let skip = 30 + u64::from(fields.u16(26)?) + u64::from(fields.u16(28)?);
    member.at.checked_add(skip).ok_or(Fault::Damaged)
}
