//! ZIPs as blobs: made of headers and the files themselves, and read by slices. Neither takes a
//! file into memory.

use js_sys::{Array, Uint8Array};
use selfscore_core::evidence::{Summing, Sums};
use selfscore_core::zip::{
    self, DosTime, End, Fault, Inflater, Member, NameTooLong, Packed, TAIL, Writer,
};
use web_sys::{Blob, BlobPropertyBag, TextDecoder};

use crate::stream::{self, Stopped, size};

/// Why a ZIP was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Reading stopped.
    Stopped(Stopped),
    /// It is no ZIP that can be used.
    Fault(Fault),
}

impl From<Stopped> for Unread {
    fn from(stopped: Stopped) -> Self {
        Unread::Stopped(stopped)
    }
}

impl From<Fault> for Unread {
    fn from(fault: Fault) -> Self {
        Unread::Fault(fault)
    }
}

/// What comes out of one step of unpacking.
const OUTPUT: usize = 256 * 1024;
/// After so much output the page may answer.
const TURN: u64 = 1024 * 1024;

/// A ZIP under construction.
pub struct Package {
    writer: Writer,
    parts: Array,
}

impl Package {
    /// An empty one; the time is RFC 3339.
    pub fn new(now: &str) -> Self {
        Package { writer: Writer::new(DosTime::of(now)), parts: Array::new() }
    }

    /// Adds a file that is in memory.
    ///
    /// # Errors
    /// If its name is too long.
    pub fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), NameTooLong> {
        let mut sums = Summing::default();
        sums.update(bytes);
        let sums = sums.finish();
        let header = self.writer.file(name, sums.bytes, sums.crc32)?;
        self.parts.push(&Uint8Array::from(&header[..]));
        self.parts.push(&Uint8Array::from(bytes));
        Ok(())
    }

    /// Adds a file that stays where it is, with the CRC-32 that it had when it was read.
    ///
    /// # Errors
    /// If its name is too long.
    pub fn file(&mut self, name: &str, file: &Blob, crc32: u32) -> Result<(), NameTooLong> {
        let header = self.writer.file(name, size(file), crc32)?;
        self.parts.push(&Uint8Array::from(&header[..]));
        self.parts.push(file);
        Ok(())
    }

    /// The whole; `None` if the browser refuses it.
    pub fn finish(self) -> Option<Blob> {
        self.parts.push(&Uint8Array::from(&self.writer.finish()[..]));
        let options = BlobPropertyBag::new();
        options.set_type("application/zip");
        Blob::new_with_blob_sequence_and_options(&self.parts, &options).ok()
    }
}

/// A file in a ZIP, with its name as text.
pub struct Inside {
    /// Folders and name, apart by `/`.
    pub path: String,
    member: Member,
}

impl Inside {
    /// Its size as declared.
    pub fn bytes(&self) -> u64 {
        self.member.bytes
    }
}

/// The files in a ZIP.
///
/// # Errors
/// If it cannot be read or is none.
pub async fn list(blob: &Blob) -> Result<Vec<Inside>, Unread> {
    let whole = size(blob);
    let tail = stream::range(blob, whole.saturating_sub(TAIL), whole).await?;
    let found = match zip::end(&tail, whole)? {
        End::Here(found) => found,
        End::There(at) => {
            let to = at.checked_add(56).filter(|to| *to <= whole).ok_or(Fault::Damaged)?;
            zip::end64(&stream::range(blob, at, to).await?, whole)?
        }
    };
    let bytes = stream::range(blob, found.at, found.at + found.bytes).await?;
    let members = zip::directory(&bytes, found)?;
    Ok(members.into_iter().map(|member| Inside { path: path(&member), member }).collect())
}

/// A name as text: UTF-8, else as programs of Chinese Windows write it.
fn path(member: &Member) -> String {
    let text = match std::str::from_utf8(&member.name) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let decoder = TextDecoder::new_with_label("gb18030").ok();
            let text = decoder.and_then(|it| it.decode_with_u8_array(&member.name).ok());
            text.unwrap_or_else(|| String::from_utf8_lossy(&member.name).into_owned())
        }
    };
    text.replace('\\', "/")
}

/// Reads a file of a ZIP, unpacked, piece by piece.
///
/// # Errors
/// Why it stopped; that what is packed cannot be unpacked, or is more than the ZIP says.
pub async fn each(
    blob: &Blob,
    inside: &Inside,
    mut see: impl FnMut(&[u8]) -> Result<(), Unread>,
) -> Result<Sums, Unread> {
    let member = &inside.member;
    let header_end = member.at.checked_add(30).ok_or(Fault::Damaged)?;
    let header = stream::range(blob, member.at, header_end.min(size(blob))).await?;
    let from = zip::contents_at(&header, member)?;
    let to = from.checked_add(member.packed_bytes).filter(|to| *to <= size(blob));
    let to = to.ok_or(Fault::Damaged)?;
    let mut sums = Summing::default();
    match member.packed {
        Packed::Stored => {
            let stored = |piece: &[u8]| {
                sums.update(piece);
                see(piece)
            };
            stream::each(blob, from, to, stored).await?;
        }
        Packed::Deflated => {
            inflated(blob, from, to, member.bytes, |piece| {
                sums.update(piece);
                see(piece)
            })
            .await?;
        }
    }
    // Whether they are the right ones the digest tells, which is better than the CRC-32.
    Ok(sums.finish())
}

/// A file of a ZIP, which must be small, unpacked into memory.
///
/// # Errors
/// As [`each`].
pub async fn whole(blob: &Blob, inside: &Inside) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let add = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    each(blob, inside, add).await?;
    Ok(bytes)
}

async fn inflated(
    blob: &Blob,
    from: u64,
    to: u64,
    bytes: u64,
    mut see: impl FnMut(&[u8]) -> Result<(), Unread>,
) -> Result<(), Unread> {
    let mut inflater = Inflater::new(bytes);
    let mut output = vec![0; OUTPUT];
    let mut since = 0u64;
    let mut at = from;
    loop {
        let next = to.min(at + OUTPUT as u64);
        let input = stream::range(blob, at, next).await?;
        at = next;
        let mut rest = &input[..];
        loop {
            let step = inflater.step(rest, &mut output)?;
            rest = &rest[step.read..];
            see(&output[..step.written])?;
            if step.done {
                return Ok(());
            }
            since += step.written as u64;
            if since >= TURN {
                since = 0;
                stream::breathe().await;
            }
            // A full output may leave more behind without any input.
            if rest.is_empty() && step.written < OUTPUT {
                break;
            }
            if step.read == 0 && step.written == 0 {
                return Err(Fault::Damaged.into());
            }
        }
        if at >= to {
            return Err(Fault::Damaged.into());
        }
    }
}
