//! What stands in one cell.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::converted::converts;
use crate::{date, number, typed};

/// The guard: a spreadsheet takes what follows it as text.
const GUARD: char = '\'';

/// Whether a spreadsheet would run a cell that begins like this.
fn runs(text: &str) -> bool {
    let full_width = ['\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) || text.starts_with(full_width)
}

/// Whether a text wants the guard: a spreadsheet would run it, or make something else of it.
fn endangered(text: &str) -> bool {
    runs(text) || text.starts_with(GUARD) || converts(text)
}

/// A text that no spreadsheet runs or changes; [`unguard`] gives it back.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    match endangered(text) {
        true => Cow::Owned(format!("{GUARD}{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A text without its guard. An apostrophe before anything else is the text's own. (Spreadsheets make
/// a line feed of a carriage return.)
pub(crate) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(text) if endangered(text) || text.starts_with('\n') => text,
        _ => cell,
    }
}

/// Evidence numbers as one text; `None` where some number itself has a separator.
pub(super) fn join(numbers: &[String]) -> Option<String> {
    let joined = numbers.join("、");
    (typed::items(&joined) == numbers).then_some(joined)
}

/// A date in its ISO spelling; whatever is no date as it stands, for the draft to point out.
pub(super) fn date(text: &str) -> String {
    date::typed(text).unwrap_or_else(|_| text.to_owned())
}

/// A decimal as typed, in the spelling of files.
pub(super) fn decimal(text: &str) -> Option<String> {
    number::typed(text).ok().flatten().map(|value| value.to_string())
}

/// A whole number as typed.
pub(super) fn count(text: &str) -> Option<u64> {
    let value: Decimal = number::typed(text).ok().flatten()?;
    let whole = value.fract().is_zero() && (!value.is_sign_negative() || value.is_zero());
    whole.then(|| u64::try_from(value).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{guard, join, unguard};

    #[test]
    fn guards_what_runs_and_gives_it_back() {
        for text in [
            "=1+1",
            "+86",
            "-5",
            "@x",
            "\tx",
            "\rx",
            "\u{FF1D}1",
            "\u{FF0B}1",
            "\u{FF0D}1",
            "\u{FF20}1",
            "'",
            "'x",
            "''",
            "'=1",
            "01",
            "1-1",
            "'1-1",
        ] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
            assert_eq!(unguard(&guard(text)), text);
        }
        for text in ["", "x=1", "1-1、1-2", "85", " =1", "\u{2019}=1"] {
            assert_eq!(guard(text), text);
            assert_eq!(unguard(text), text);
        }
        assert_eq!(unguard("'\nx"), "\nx", "as a spreadsheet saves '\\rx");
        // Typed by a person into a spreadsheet.
        assert_eq!(unguard("'quoted'"), "'quoted'");
    }

    #[test]
    fn joins_only_what_comes_apart_again() {
        let list = |parts: &[&str]| parts.iter().map(|part| part.to_string()).collect::<Vec<_>>();
        assert_eq!(join(&list(&["1-1", "1-2"])).as_deref(), Some("1-1、1-2"));
        assert_eq!(join(&[]).as_deref(), Some(""));
        for parts in [&["a b"][..], &[""], &["a、b"], &["a", ""]] {
            assert_eq!(join(&list(parts)), None, "{parts:?}");
        }
    }
}
