//! Packages: the list of an archive, and what is packed in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::zip::{self, End, Fault, Inflater, Member, Packed, TAIL};

fuzz_target!(|bytes: &[u8]| {
    let Ok(members) = list(bytes) else { return };
    for member in &members {
        let _ = unpack(bytes, member);
    }
});

fn list(bytes: &[u8]) -> Result<Vec<Member>, Fault> {
    let size = bytes.len() as u64;
    let tail = &bytes[bytes.len().saturating_sub(TAIL as usize)..];
    let found = match zip::end(tail, size)? {
        End::Here(found) => found,
        End::There(at) => {
            let record = range(bytes, at, 56).ok_or(Fault::Damaged)?;
            zip::end64(record, size)?
        }
    };
    let list = range(bytes, found.at, found.bytes).expect("the end was bounded by the size");
    zip::directory(list, found)
}

fn unpack(bytes: &[u8], member: &Member) -> Result<(), Fault> {
    let header = range(bytes, member.at, 30).ok_or(Fault::Damaged)?;
    let from = zip::contents_at(header, member)?;
    let packed = range(bytes, from, member.packed_bytes).ok_or(Fault::Damaged)?;
    if member.packed == Packed::Stored {
        return Ok(());
    }
    let mut inflater = Inflater::new(member.bytes);
    let mut output = [0; 4096];
    let (mut rest, mut whole) = (packed, 0);
    loop {
        let step = inflater.step(rest, &mut output)?;
        rest = &rest[step.read..];
        whole += step.written as u64;
        assert!(whole <= member.bytes, "no more comes out than was declared");
        if step.done || step.read == 0 && step.written == 0 {
            return Ok(());
        }
    }
}

fn range(bytes: &[u8], at: u64, length: u64) -> Option<&[u8]> {
    let from = usize::try_from(at).ok()?;
    let to = from.checked_add(usize::try_from(length).ok()?)?;
    bytes.get(from..to)
}
