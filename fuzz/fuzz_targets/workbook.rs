//! Workbooks as the bytes of an archive.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::form::book;

fuzz_target!(|bytes: &[u8]| {
    book::recognises(bytes);
    if let Ok(read) = selfscore_books::read(bytes)
        && let Ok(file) = book::read(&read)
    {
        selfscore_fuzz::lives(&file);
    }
});
