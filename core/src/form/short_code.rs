//! The short check code (校验码): what paper carries, to be typed by a person.
//!
//! Sixteen signs in four groups, `AB2C-D3EF-GH4J-KM5N`. Fourteen say which content: the digest of
//! [`content_digest`] modulo 31¹⁴, about 69 bits, so two forms agree by chance once in 7 × 10²⁰.
//! The last two find slips of the hand: the signs are digits of the field of 31 elements, and
//! their sum and their sum weighted by place are 0. So one or two wrong signs, and any two that
//! changed places, never pass; of any other mistyping one in 961 does. It is no signature.

use std::fmt;

use super::{Form, content_digest};
use crate::number::half_width;

/// Digits and capitals without 0, O, 1, I and L, which look alike on paper. 31 is a prime.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Signs of a code.
const LENGTH: usize = 16;
/// Of them, those that say which content.
const CONTENT: usize = LENGTH - 2;
/// Signs of a group.
const GROUP: usize = 4;
/// The number of signs, to reckon with.
const BASE: u32 = 31;

/// What stands before a code in a QR code: the name of this spelling.
const QR_MARK: &str = "SELFSCORE1:";
/// Characters of the unit's name in a QR code: it is printed small.
const QR_UNIT: usize = 40;

/// The short check code of a form's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShortCode([u8; LENGTH]);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACode {
    /// Nothing there.
    Empty,
    /// A sign that no code has.
    Sign(char),
    /// So many signs, which are not sixteen.
    Length(usize),
    /// The signs do not agree with each other: something is mistyped.
    Mistyped,
}

impl ShortCode {
    /// The code of what a form says.
    pub fn of(form: &Form) -> Self {
        let digest = content_digest(form);
        let first = digest.iter().take(16).fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
        let mut rest = first % u128::from(BASE).pow(CONTENT as u32);
        let mut digits = [0; LENGTH];
        for digit in digits[..CONTENT].iter_mut().rev() {
            // A remainder below 31.
            *digit = (rest % u128::from(BASE)) as u8;
            rest /= u128::from(BASE);
        }
        let (sum, weighted) = sums(&digits);
        // The last digit z and the one before it, y, with places 16 and 15:
        // y + z = −sum and 15y + 16z = −weighted.
        let last = (15 * sum + (BASE - weighted)) % BASE;
        let before = (2 * BASE - sum - last) % BASE;
        digits[CONTENT] = before as u8;
        digits[CONTENT + 1] = last as u8;
        ShortCode(digits)
    }

    /// The code as typed: small letters, full-width signs, blanks and dashes are forgiven. What a
    /// QR code of a form says is taken, too.
    ///
    /// # Errors
    /// Why it is no code.
    pub fn typed(text: &str) -> Result<Self, NotACode> {
        let text: String = half_width(text.trim()).chars().take(400).collect();
        let text = text.to_uppercase();
        let text = match text.strip_prefix(QR_MARK) {
            Some(rest) => rest.split(':').next().unwrap_or_default(),
            None => &text,
        };
        let mut digits = Vec::with_capacity(LENGTH);
        for sign in text.chars().filter(|sign| !between(*sign)) {
            let digit = SIGNS.iter().position(|known| char::from(*known) == sign);
            digits.push(digit.ok_or(NotACode::Sign(sign))? as u8);
        }
        if digits.is_empty() {
            return Err(NotACode::Empty);
        }
        let digits = digits.try_into().map_err(|all: Vec<u8>| NotACode::Length(all.len()))?;
        match sums(&digits) {
            (0, 0) => Ok(ShortCode(digits)),
            _ => Err(NotACode::Mistyped),
        }
    }

    /// What its QR code says: the code and the unit, of a long name the beginning. No address,
    /// so nothing is opened by it.
    pub fn qr_text(self, unit: &str) -> String {
        let unit: String = unit.chars().take(QR_UNIT).collect();
        format!("{QR_MARK}{self}:{unit}")
    }
}

/// Whether a sign only parts groups.
fn between(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '_' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}')
}

/// The sum of the digits and their sum weighted by place, from 1; modulo 31.
fn sums(digits: &[u8; LENGTH]) -> (u32, u32) {
    let placed = (1u32..).zip(digits);
    let (sum, weighted) = placed.fold((0, 0), |(sum, weighted), (place, digit)| {
        (sum + u32::from(*digit), weighted + place * u32::from(*digit))
    });
    (sum % BASE, weighted % BASE)
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            let sign = SIGNS.get(usize::from(*digit)).copied().unwrap_or_default();
            write!(f, "{}", char::from(sign))?;
        }
        Ok(())
    }
}
