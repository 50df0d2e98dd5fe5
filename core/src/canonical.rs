//! RFC 8785 canonical JSON and the digest over it.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// SHA-256 over the RFC 8785 canonical form.
pub fn sha256(value: &Value) -> [u8; 32] {
    // Canonicalising a `Value` cannot fail: its keys are strings and its numbers finite.
    let canonical = serde_json_canonicalizer::to_vec(value).unwrap_or_default();
    Sha256::digest(&canonical).into()
}

/// SHA-256 over the RFC 8785 canonical form, in lower-case hex.
pub fn sha256_hex(value: &Value) -> String {
    hex(&sha256(value))
}

/// Bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_members_by_utf16_and_writes_numbers_as_ecmascript() {
        // RFC 8785 §3.2.3: sorting by UTF-16 code units.
        let value: Value = serde_json::from_str(
            "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}",
        )
        .unwrap();
        let text = String::from_utf8(serde_json_canonicalizer::to_vec(&value).unwrap()).unwrap();
        let order: Vec<usize> = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"]
            .iter()
            .map(|word| text.find(word).unwrap())
            .collect();
        assert!(order.is_sorted(), "{text}");
    }

    #[test]
    fn digest_of_the_empty_object() {
        // sha256("{}"), by coreutils' sha256sum.
        assert_eq!(
            sha256_hex(&serde_json::json!({})),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
