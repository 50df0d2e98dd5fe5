//! The ZIP format, as far as a package of files needs it: headers out, the list of contents in.
//!
//! No contents pass through what is written here: the caller knows size and CRC-32 of a file from the
//! pass that made its digest, and puts the file itself between the headers. So a package of
//! gigabytes is made without taking any of it into memory.
//!
//! Nothing that a ZIP declares is trusted: its list is bounded before it is read, its files must lie
//! apart from each other and within the archive, and unpacking ends at the size declared.

mod archive;
mod forms;
mod inflate;
mod read;
mod time;
mod write;

pub use archive::{Archive, Unread};
pub use forms::{all_forms, may_be_forms};
pub use inflate::{Inflater, Step};
pub use read::{Directory, End, Member, Packed, TAIL, contents_at, directory, end, end64};
pub use time::DosTime;
pub use write::{NameTooLong, Writer};

use selfscore_wording::{Lang, evidence as words};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END64: u32 = 0x0606_4b50;
const LOCATOR64: u32 = 0x0706_4b50;
/// The flag that says that names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The extra field with numbers of 64 bits.
const EXTRA64: u16 = 1;

/// Why a ZIP cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub enum Fault {
    /// It is no ZIP, or its end is missing.
    NotZip,
    /// Its headers contradict each other, or are cut off.
    Damaged,
    /// It has more files than a package may have, or a longer list.
    TooMany,
    /// Unpacked it would be larger than a package may be, or than it says itself.
    TooLarge,
    /// A file in it is encrypted.
    Encrypted,
    /// A file in it is packed by a method that this program does not know.
    Method(u16),
    /// It is split into several parts.
    Split,
}

impl Fault {
    /// What is wrong and what to do.
    pub fn message(self, lang: Lang) -> String {
        match self {
            Fault::NotZip => words::zip_none(lang).into(),
            Fault::Damaged => words::zip_damaged(lang).into(),
            Fault::TooMany => words::zip_too_many(lang, crate::limits::PACKAGE_FILES),
            Fault::TooLarge => words::zip_too_large(lang).into(),
            Fault::Encrypted => words::zip_encrypted(lang).into(),
            Fault::Method(method) => words::zip_method(lang, method),
            Fault::Split => words::zip_split(lang).into(),
        }
    }
}

/// Numbers out of a header; the checked way to them.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn bytes(&self, at: usize, count: usize) -> Result<&[u8], Fault> {
        let end = at.checked_add(count).ok_or(Fault::Damaged)?;
        self.0.get(at..end).ok_or(Fault::Damaged)
    }

    fn u16(&self, at: usize) -> Result<u16, Fault> {
        let bytes = self.bytes(at, 2)?.try_into().map_err(|_| Fault::Damaged)?;
        Ok(u16::from_le_bytes(bytes))
    }

    fn u32(&self, at: usize) -> Result<u32, Fault> {
        let bytes = self.bytes(at, 4)?.try_into().map_err(|_| Fault::Damaged)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn u64(&self, at: usize) -> Result<u64, Fault> {
        let bytes = self.bytes(at, 8)?.try_into().map_err(|_| Fault::Damaged)?;
        Ok(u64::from_le_bytes(bytes))
    }
}
