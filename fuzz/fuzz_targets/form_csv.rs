//! Forms as tables, in every encoding, as a file that is dropped on the page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::encoding;
use selfscore_core::form::csv;

fuzz_target!(|bytes: &[u8]| {
    let Ok((text, _)) = encoding::utf8(bytes, selfscore_fuzz::gb18030) else { return };
    csv::spelling(&text);
    csv::question_marks(&text);
    if let Ok(file) = csv::read(&text) {
        selfscore_fuzz::lives(&file);
    }
});
