//! Headers of a ZIP whose files are stored as they are.

use super::{CENTRAL, DosTime, END, END64, EXTRA64, LOCAL, LOCATOR64, UTF8};

/// A name longer than the format can say; its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameTooLong(pub usize);

/// A ZIP under construction: the caller writes what [`Writer::file`] gives, then the file's
/// contents, and so on, and at the end what [`Writer::finish`] gives.
#[derive(Debug)]
pub struct Writer {
    time: DosTime,
    at: u64,
    count: u64,
    central: Vec<u8>,
}

/// In place of a number that stands in the extra field.
const ELSEWHERE: u32 = u32::MAX;
/// Version 4.5, the first that knows numbers of 64 bits; 2.0 else.
const VERSION64: u16 = 45;
const VERSION: u16 = 20;
/// Made under Unix, as an ordinary file that everybody may read.
const MADE_BY: u16 = 3 << 8;
const ATTRIBUTES: u32 = 0o100_644 << 16;

impl Writer {
    /// An empty one; all its files are given that time.
    pub fn new(time: DosTime) -> Self {
        Writer { time, at: 0, count: 0, central: Vec::new() }
    }

    /// What stands before a file's contents: the header of a file of `bytes` bytes. The name is
    /// written as UTF-8 and said to be, so that Chinese ones show everywhere; make it safe before.
    ///
    /// # Errors
    /// If the name has more than 65,535 bytes.
    pub fn file(&mut self, name: &str, bytes: u64, crc32: u32) -> Result<Vec<u8>, NameTooLong> {
        let length = u16::try_from(name.len()).map_err(|_| NameTooLong(name.len()))?;
        let large = bytes >= u64::from(ELSEWHERE);
        let far = self.at >= u64::from(ELSEWHERE);
        let version = if large || far { VERSION64 } else { VERSION };
        let size = if large { ELSEWHERE } else { bytes as u32 };
        // What the local header and the one of the list have in common.
        let common = |extra: &[u8]| {
            let mut out = Vec::new();
            for part in [version, UTF8, 0, self.time.time, self.time.date] {
                out.extend(part.to_le_bytes());
            }
            for part in [crc32, size, size] {
                out.extend(part.to_le_bytes());
            }
            // An extra field has at most 28 bytes.
            for part in [length, extra.len() as u16] {
                out.extend(part.to_le_bytes());
            }
            out
        };
        let numbers = |numbers: &[u64]| {
            let mut extra = Vec::new();
            if !numbers.is_empty() {
                extra.extend(EXTRA64.to_le_bytes());
                extra.extend((numbers.len() as u16 * 8).to_le_bytes());
                numbers.iter().for_each(|number| extra.extend(number.to_le_bytes()));
            }
            extra
        };
        let sizes = if large { vec![bytes, bytes] } else { Vec::new() };
        let extra = numbers(&sizes);
        let local = [&LOCAL.to_le_bytes()[..], &common(&extra), name.as_bytes(), &extra].concat();

        let extra = numbers(&[sizes, if far { vec![self.at] } else { Vec::new() }].concat());
        self.central.extend(CENTRAL.to_le_bytes());
        self.central.extend((MADE_BY | version).to_le_bytes());
        self.central.extend(common(&extra));
        // No comment, the first disk, no attributes of DOS.
        self.central.extend([0; 6]);
        self.central.extend(ATTRIBUTES.to_le_bytes());
        let offset = if far { ELSEWHERE } else { self.at as u32 };
        self.central.extend(offset.to_le_bytes());
        self.central.extend(name.as_bytes());
        self.central.extend(extra);
        self.count += 1;
        self.at += local.len() as u64 + bytes;
        Ok(local)
    }

    /// What stands after the last file's contents.
    pub fn finish(self) -> Vec<u8> {
        let (start, length, count) = (self.at, self.central.len() as u64, self.count);
        let mut out = self.central;
        let many = count >= u64::from(u16::MAX);
        if many || start >= u64::from(ELSEWHERE) || length >= u64::from(ELSEWHERE) {
            out.extend(END64.to_le_bytes());
            out.extend(44u64.to_le_bytes());
            out.extend((MADE_BY | VERSION64).to_le_bytes());
            out.extend(VERSION64.to_le_bytes());
            out.extend([0; 8]);
            for part in [count, count, length, start] {
                out.extend(part.to_le_bytes());
            }
            out.extend(LOCATOR64.to_le_bytes());
            out.extend([0; 4]);
            out.extend((start + length).to_le_bytes());
            out.extend(1u32.to_le_bytes());
        }
        out.extend(END.to_le_bytes());
        out.extend([0; 4]);
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
        for part in [length, start] {
            out.extend(u32::try_from(part).unwrap_or(ELSEWHERE).to_le_bytes());
        }
        out.extend([0; 2]);
        out
    }
}
