//! Texts that a cell can hold, and the way to keep those that it cannot.

use std::borrow::Cow;

/// The most UTF-16 units that go into one cell; a spreadsheet ends at 32,767.
pub(super) const CELL: usize = 30_000;

/// What a cell shows of a text: signs that are no text for a spreadsheet, or that it changes, are
/// left out or replaced, and one that is too long is cut.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(troublesome) && text.len() <= CELL {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    let mut units = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let sign = match sign {
            '\r' if signs.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            '\t' => ' ',
            other if troublesome(other) => '\u{FFFD}',
            other => other,
        };
        units += sign.len_utf16();
        if units > CELL {
            break;
        }
        shown.push(sign);
    }
    Cow::Owned(shown)
}

/// Signs that XML has no place for, or that spreadsheets do not give back.
fn troublesome(sign: char) -> bool {
    (sign.is_control() && sign != '\n') || matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}

/// JSON of a text or of any document without troublesome signs: they are escaped.
pub(super) fn ascii(json: &str) -> Cow<'_, str> {
    if !json.chars().any(troublesome) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for sign in json.chars() {
        if troublesome(sign) {
            out.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            out.push(sign);
        }
    }
    Cow::Owned(out)
}

/// A key as a cell holds it: as it is, or as JSON where it has troublesome signs.
pub(super) fn key(key: &str) -> Cow<'_, str> {
    if shown(key) == key {
        return Cow::Borrowed(key);
    }
    Cow::Owned(ascii(&serde_json::Value::from(key).to_string()).into_owned())
}

/// The key that [`key`] wrote.
pub(super) fn unkey(cell: &str) -> Cow<'_, str> {
    match cell.starts_with('"').then(|| serde_json::from_str(cell)) {
        Some(Ok(key)) => Cow::Owned(key),
        _ => Cow::Borrowed(cell),
    }
}

/// A long text in pieces that cells can hold.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut units) = (0, 0);
    for (at, sign) in text.char_indices() {
        if units + sign.len_utf16() > CELL {
            pieces.push(&text[from..at]);
            (from, units) = (at, 0);
        }
        units += sign.len_utf16();
    }
    pieces.push(&text[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{CELL, ascii, key, pieces, shown, unkey};

    #[test]
    fn keeps_what_a_cell_can_hold_and_shows_the_rest_as_well_as_may_be() {
        for text in ["", "两行\n文字", "=1+1", "'", " blanks ", "\u{FEFF}", "😀"] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("a\r\nb\rc\td\0\u{FFFF}"), "a\nb\nc d\u{FFFD}\u{FFFD}");
        assert_eq!(shown(&"字".repeat(CELL + 5)).chars().count(), CELL);
    }

    #[test]
    fn keys_and_json_come_back() {
        for text in ["/answers/a\u{1}b", "/plain", "/a\nb", "\"quoted\u{85}"] {
            assert_eq!(unkey(&key(text)), text);
            assert!(!key(text).contains(|sign: char| sign.is_control() && sign != '\n'));
            let json = serde_json::Value::from(text).to_string();
            assert_eq!(serde_json::from_str::<String>(&ascii(&json)).unwrap(), text);
        }
    }

    #[test]
    fn pieces_make_the_whole() {
        let text = "😀".repeat(CELL) + "x";
        let all = pieces(&text);
        assert_eq!((all.len(), all.concat() == text), (3, true));
        assert!(all.iter().all(|piece| piece.encode_utf16().count() <= CELL));
        assert_eq!(pieces(""), [""]);
    }
}
