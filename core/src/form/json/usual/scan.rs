//! Where a text in quotes ends, eight bytes at a time.

/// One in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGH: u64 = ONES << 7;

/// The place of the first quote, backslash or control character, from `at` on.
pub(super) fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let word = u64::from_le_bytes(*word);
        // The lowest byte that is marked is one; those above it may not be, for the borrow.
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let quote = zero(word ^ (ONES * b'"' as u64));
        let backslash = zero(word ^ (ONES * b'\\' as u64));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let marked = (quote | backslash | control) & HIGH;
        if marked != 0 {
            return Some(at + (marked.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    rest.iter().position(special).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::special;

    #[test]
    fn finds_the_first_sign_that_is_special_at_every_place() {
        for sign in [b'"', b'\\', b'\n', 0, 0x1f] {
            for length in 0..40 {
                for at in 0..length {
                    // Neighbours of what is looked for, and bytes of Chinese.
                    let mut bytes: Vec<u8> =
                        [b'!', b'#', b'[', b']', 0x20, 0xe5, 0x8c, 0xff, 0x80, 0x7f]
                            .into_iter()
                            .cycle()
                            .take(length)
                            .collect();
                    assert_eq!(special(&bytes, 0), None);
                    bytes[at] = sign;
                    bytes[length - 1] = if at + 1 < length { b'"' } else { sign };
                    for from in 0..=at {
                        assert_eq!(special(&bytes, from), Some(at), "{sign} {length} {from}");
                    }
                }
            }
        }
    }
}
