//! Evidence (佐证材料): what files are called, which claims rest on them, what an office would ask
//! about them, and whether the files at hand are those that a form lists.
//!
//! A form holds number, name, size and digest of a file, never its contents; contents pass through
//! [`Summing`] piece by piece and are gone.

mod cite;
mod claims;
mod findings;
mod index;
pub mod name;
mod propose;
mod sums;
mod verify;

pub use cite::{cite, renumber, uncite};
pub(crate) use claims::{Citing, citing};
pub use claims::{Claim, claims};
pub use findings::{Finding, findings};
pub use index::index;
pub use propose::{Incoming, Place, propose};
pub use sums::{Summing, Sums};
pub use verify::{Compared, Extra, Found, Verdict, verify};

use std::borrow::Cow;

use crate::number::half_width;

/// A number to compare it by: `０３—2` is `3-2`. Spreadsheets and people drop leading zeros.
pub fn number_key(number: &str) -> String {
    let mut key = String::new();
    let mut digits = false;
    let signs = half_width(number);
    let mut signs = signs.chars().filter(|c| !c.is_whitespace()).peekable();
    while let Some(sign) = signs.next() {
        let leading = sign == '0' && !digits;
        let more = signs.peek().is_some_and(char::is_ascii_digit);
        if !(leading && more) {
            key.extend(sign.to_lowercase());
            digits = sign.is_ascii_digit();
        }
    }
    key
}

/// As [`number_key`]; most numbers are their own.
pub(crate) fn key_of(number: &str) -> Cow<'_, str> {
    let mut before = b'-';
    let own = number.bytes().all(|sign| {
        // A nought at the head of digits may be a leading one.
        let plain = match sign {
            b'0' => before.is_ascii_digit(),
            b'1'..=b'9' | b'a'..=b'z' | b'-' | b'.' | b'_' => true,
            _ => false,
        };
        before = sign;
        plain
    });
    if own { Cow::Borrowed(number) } else { Cow::Owned(number_key(number)) }
}

/// A size for people, `1.2 MB`; exact below a thousand bytes, cut after one decimal above.
pub fn size_shown(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "KB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit)
}

#[cfg(test)]
mod tests {
    use super::{key_of, number_key, size_shown};

    #[test]
    fn sizes_for_people() {
        for (bytes, shown) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1.0 KB"),
            (1_999, "1.9 KB"),
            (1_234_567, "1.2 MB"),
            (1_000_000_000, "1.0 GB"),
        ] {
            assert_eq!(size_shown(bytes), shown);
        }
    }

    #[test]
    fn numbers_are_the_same_however_they_are_typed() {
        for (typed, key) in [
            ("3-2", "3-2"),
            (" 03-02 ", "3-2"),
            ("０３—２", "3-2"),
            ("3–2", "3-2"),
            ("10-20", "10-20"),
            ("100-0", "100-0"),
            ("A01-1", "a1-1"),
            ("1.10-1", "1.10-1"),
            ("1.01-1", "1.1-1"),
            ("00", "0"),
            ("", ""),
        ] {
            assert_eq!(number_key(typed), key, "{typed}");
            assert_eq!(key_of(typed), key, "{typed}");
        }
    }
}
