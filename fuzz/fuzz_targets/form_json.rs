//! Forms as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::form::json;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = json::read(bytes) {
        selfscore_fuzz::lives(&file);
    }
});
