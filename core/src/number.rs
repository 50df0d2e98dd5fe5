//! Numbers as people type them: half- and full-width digits, a percent sign, and the
//! mistakes that an input method makes.

use rust_decimal::Decimal;

/// The most characters that a number may have.
const MAX_DIGITS: usize = 24;

/// Why a text is not a number that we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberError {
    /// Nothing there.
    Empty,
    /// `。` where a point belongs: `85。5`.
    ChineseFullStop,
    /// A comma, of which nobody knows whether it groups or separates: `1,5`.
    Comma,
    /// A sign that is not part of a number.
    NotANumber,
    /// A fraction where only whole numbers count.
    NotWhole,
    /// More decimal places than are allowed.
    TooManyDecimals,
    /// Larger than anything that can be meant.
    TooLarge,
}

impl std::fmt::Display for NumberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for NumberError {}

/// Reads a plain decimal: optional minus, digits, optional point and digits. No exponent, no
/// blanks, no plus: the one spelling that files have.
pub fn plain(text: &str) -> Result<Decimal, NumberError> {
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if text.len() > MAX_DIGITS {
        return Err(NumberError::TooLarge);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !numeric(whole) || !fraction.is_none_or(numeric) {
        return Err(NumberError::NotANumber);
    }
    text.parse().map_err(|_| NumberError::TooLarge)
}

/// Reads a number as typed: full-width signs and blanks around it are accepted, and so is a
/// trailing percent sign. `Ok(None)` is an empty field.
pub fn typed(text: &str) -> Result<Option<Decimal>, NumberError> {
    let half = half_width(text.trim());
    let trimmed = half.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let bare = trimmed.strip_suffix('%').unwrap_or(trimmed).trim_end();
    if bare.contains('。') {
        return Err(NumberError::ChineseFullStop);
    }
    if bare.contains(',') || bare.contains('、') {
        return Err(NumberError::Comma);
    }
    // What people leave out while typing is clear: `.5` and `85.`
    let bare = bare.strip_prefix('+').unwrap_or(bare);
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    let lead = if bare.starts_with('.') { "0" } else { "" };
    plain(&format!("{lead}{bare}")).map(Some).map_err(|error| match error {
        NumberError::Empty => NumberError::NotANumber,
        other => other,
    })
}

/// Reads a whole number from 0 to `most` as typed. `Ok(None)` is an empty field.
pub fn typed_count(text: &str, most: u32) -> Result<Option<u32>, NumberError> {
    let Some(value) = typed(text)? else { return Ok(None) };
    if !value.fract().is_zero() {
        return Err(NumberError::NotWhole);
    }
    if value.is_sign_negative() && !value.is_zero() {
        return Err(NumberError::NotANumber);
    }
    match u32::try_from(value) {
        Ok(count) if count <= most => Ok(Some(count)),
        _ => Err(NumberError::TooLarge),
    }
}

/// Full-width ASCII signs and blanks as their half-width twins; all else untouched.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) // in ASCII for the whole range
            }
            '\u{3000}' => ' ',
            '−' | '–' | '—' => '-',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_people_type() {
        for (text, value) in [
            ("85", "85"),
            (" 85 ", "85"),
            ("\u{FF18}\u{FF15}\u{FF0E}\u{FF15}", "85.5"),
            ("85.5%", "85.5"),
            ("85\u{FF05}", "85"),
            ("85 %", "85"),
            ("\u{3000}85", "85"),
            (".5", "0.5"),
            ("85.", "85"),
            ("+3", "3"),
            ("-3", "-3"),
            ("007", "7"),
        ] {
            assert_eq!(typed(text), Ok(Some(value.parse().unwrap())), "{text:?}");
        }
        assert_eq!(typed("  "), Ok(None));
    }

    #[test]
    fn says_why_it_refuses() {
        for (text, error) in [
            ("85。5", NumberError::ChineseFullStop),
            ("1,500", NumberError::Comma),
            ("1\u{FF0C}5", NumberError::Comma),
            ("八成", NumberError::NotANumber),
            ("8 5", NumberError::NotANumber),
            ("1e5", NumberError::NotANumber),
            ("%", NumberError::NotANumber),
            ("-", NumberError::NotANumber),
            ("NaN", NumberError::NotANumber),
            ("99999999999999999999999999", NumberError::TooLarge),
        ] {
            assert_eq!(typed(text), Err(error), "{text:?}");
        }
        assert_eq!(typed_count("2.5", 100), Err(NumberError::NotWhole));
        assert_eq!(typed_count("2.0", 100), Ok(Some(2)));
        assert_eq!(typed_count("101", 100), Err(NumberError::TooLarge));
        assert_eq!(typed_count("-1", 100), Err(NumberError::NotANumber));
    }
}
