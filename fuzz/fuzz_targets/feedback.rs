//! Feedback of the office.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::feedback::Feedback;

fuzz_target!(|bytes: &[u8]| {
    Feedback::recognises(bytes);
    let Ok(read) = Feedback::read(bytes) else { return };
    let again = Feedback::read(read.feedback.write().as_bytes()).expect("it was read before");
    assert_eq!(again.feedback, read.feedback, "nothing is lost");
    assert!(again.unknown.is_empty());
});
