//! Ranges of numbers in words: 以上、以下 include the number, 不满、超过 do not (Civil Code, art. 1259).

use super::scan::shown;
use crate::number::half_width;
use crate::points::Points;
use crate::scheme::Bounds;

/// An end of a range.
#[derive(Clone, Copy, PartialEq)]
enum End {
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// Longer words stand before those that they begin with.
const BEFORE: [(&str, End); 17] = [
    ("不低于", End::AtLeast),
    ("不少于", End::AtLeast),
    ("不小于", End::AtLeast),
    ("≥", End::AtLeast),
    ("超过", End::Above),
    ("高于", End::Above),
    ("大于", End::Above),
    (">", End::Above),
    ("不超过", End::AtMost),
    ("不高于", End::AtMost),
    ("不大于", End::AtMost),
    ("≤", End::AtMost),
    ("不满", End::Below),
    ("不足", End::Below),
    ("低于", End::Below),
    ("小于", End::Below),
    ("<", End::Below),
];

const AFTER: [(&str, End); 7] = [
    ("(含)以上", End::AtLeast),
    ("及以上", End::AtLeast),
    ("以上", End::AtLeast),
    ("(含)以下", End::AtMost),
    ("及以下", End::AtMost),
    ("以下", End::AtMost),
    ("以内", End::AtMost),
];

/// Any number at all.
const ANY: &str = "任意";

/// Reads a range; `unit` may stand behind its numbers.
pub(super) fn read(text: &str, unit: &str) -> Option<Bounds> {
    let half: String = half_width(text).chars().filter(|sign| !sign.is_whitespace()).collect();
    let unit: String = half_width(unit).chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut rest = half.as_str();
    let mut bounds = Bounds::default();
    if rest == ANY {
        return Some(bounds);
    }
    while !rest.is_empty() {
        rest = rest.trim_start_matches([',', '、', '且', '并', '的']);
        let before = BEFORE.iter().find_map(|(word, end)| Some((rest.strip_prefix(word)?, *end)));
        let (number, after) = number(before.map_or(rest, |(after, _)| after), &unit)?;
        if let Some((_, end)) = before {
            set(&mut bounds, end, number)?;
            rest = after;
        } else if let Some((after, end)) =
            AFTER.iter().find_map(|(word, end)| Some((after.strip_prefix(word)?, *end)))
        {
            set(&mut bounds, end, number)?;
            rest = after;
        } else {
            // 80至90 has both ends.
            let after = after.strip_prefix(['至', '到', '~', '-'])?;
            let (last, after) = self::number(after, &unit)?;
            set(&mut bounds, End::AtLeast, number)?;
            set(&mut bounds, End::AtMost, last)?;
            rest = after;
        }
        rest = rest.trim_end_matches('的');
    }
    (bounds != Bounds::default()).then_some(bounds)
}

fn number<'a>(text: &'a str, unit: &str) -> Option<(Points, &'a str)> {
    let sign = usize::from(text.starts_with('-'));
    let digits = text[sign..].find(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let end = digits.map_or(text.len(), |digits| digits + sign);
    let (number, rest) = text.split_at(end);
    let rest = rest.strip_prefix('%').unwrap_or(rest);
    Some((number.parse().ok()?, rest.strip_prefix(unit).unwrap_or(rest)))
}

/// Sets an end that is still open.
fn set(bounds: &mut Bounds, end: End, number: Points) -> Option<()> {
    let taken = match end {
        End::AtLeast | End::Above => bounds.lower().is_some(),
        End::AtMost | End::Below => bounds.upper().is_some(),
    };
    let place = match end {
        End::AtLeast => &mut bounds.at_least,
        End::Above => &mut bounds.above,
        End::AtMost => &mut bounds.at_most,
        End::Below => &mut bounds.below,
    };
    *place = Some(number);
    (!taken).then_some(())
}

/// Writes a range.
pub(super) fn write(bounds: &Bounds) -> String {
    let mut text = String::new();
    if let Some(end) = bounds.at_least {
        text += &format!("{}以上", shown(end));
    }
    if let Some(end) = bounds.above {
        text += &format!("超过{}", shown(end));
    }
    if let Some(end) = bounds.at_most {
        let comma = if bounds.above.is_some() { "、" } else { "" };
        text += &format!("{comma}{}以下", shown(end));
    }
    if let Some(end) = bounds.below {
        text += &format!("不满{}", shown(end));
    }
    if text.is_empty() { ANY.into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn words_include_their_number_as_the_civil_code_says() {
        for (text, range) in [
            ("90以上", "[90, +∞)"),
            ("90%及以上", "[90, +∞)"),
            ("\u{FF19}\u{FF10}以上", "[90, +∞)"),
            ("80以上不满90", "[80, 90)"),
            ("80 以上\u{FF0C}不满 90 的", "[80, 90)"),
            ("超过80、90以下", "(80, 90]"),
            ("低于60", "(−∞, 60)"),
            ("60以下", "(−∞, 60]"),
            ("不低于60且不超过70", "[60, 70]"),
            ("80至90", "[80, 90]"),
            (">5", "(5, +∞)"),
            ("-5至-1", "[-5, -1]"),
        ] {
            let bounds = read(text, "").unwrap_or_else(|| panic!("{text}"));
            assert_eq!(bounds.to_string(), range, "{text}");
            assert_eq!(read(&write(&bounds), ""), Some(bounds), "{text}");
        }
        assert_eq!(read("3天以内", "天").map(|b| b.to_string()).as_deref(), Some("(−∞, 3]"));
        for text in ["", "优", "90", "90以上80以上", "九十以上"] {
            assert_eq!(read(text, ""), None, "{text}");
        }
    }
}
