//! Forms as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::form::json;

fuzz_target!(|bytes: &[u8]| {
    // The short cut for usual documents reads nothing otherwise.
    assert_eq!(json::read(bytes), json::read_any_document(bytes));
    if let Ok(file) = json::read(bytes) {
        selfscore_fuzz::lives(&file);
    }
});
