//! The usual document, fast: one as programs write it, whose canonical form and whose answers come
//! straight from its text.
//!
//! Whatever is in any way unusual (a sign written as `\u`, a number that is no count, an unknown member with
//! members of its own, anything that is to be refused) is left to the reader beside this one, which names
//! places. What is read here, that one reads as the same form with the same check code; a test holds them
//! together.

mod answers;
mod canonical;
mod cursor;
mod document;
mod scan;

use sha2::{Digest, Sha256};

use crate::canonical::hex;
use crate::form::{CheckCode, FormFile};

/// Reads a document; `None` if it is not a usual one.
pub(super) fn read(text: &str) -> Option<FormFile> {
    let canonical = canonical::of(text)?;
    let document::Read { form, stated } = document::read(&canonical)?;
    let check_code = match stated {
        None => CheckCode::Absent,
        Some((stated, place)) => {
            let mut digest = Sha256::new();
            digest.update(canonical.get(..place.start)?);
            digest.update(canonical.get(place.end..)?);
            CheckCode::of(stated, hex(&digest.finalize()))
        }
    };
    Some(FormFile { form, check_code })
}

#[cfg(test)]
mod tests {
    use crate::form::json;

    #[test]
    fn what_is_exported_is_usual_however_it_is_laid_out() {
        let sample = include_str!("../../../../tests/form_support/sample.json");
        let read = super::read(sample).unwrap();
        let written = json::write(&read.form);
        assert_eq!(super::read(&written).unwrap().form, read.form);
        let compact = json::to_value(&read.form).to_string();
        assert_eq!(super::read(&compact).unwrap().form, read.form);
    }
}
