//! Packages: the list of an archive, and what is packed in it.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use selfscore_core::zip::Archive;

/// More than this is not taken into memory, whatever the list says.
const MOST: usize = 1024 * 1024;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut archive) = Archive::open(Cursor::new(bytes)) else { return };
    for member in archive.members().to_vec() {
        if let Ok(contents) = archive.contents(&member, MOST) {
            assert_eq!(contents.len() as u64, member.bytes, "as much as was declared");
        }
    }
});
