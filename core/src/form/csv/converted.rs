//! What a spreadsheet makes of texts that look like something else: `1-1` becomes a date, `01`
//! loses its zero, and a number of fifteen digits most of them.

use crate::date;
use crate::number::half_width;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Signs that numbers, dates, times, fractions, percentages and amounts of money are made of.
const SIGNS: &str = "0123456789-/.,:%()+ \t$¥￥€£";

/// Words that dates and times have beside them.
const WORDS: &str = "年月日号时分秒";

/// Whether a spreadsheet that opens a file may make something else of a text: a number, a
/// date, a truth value. Rather once too often than once too few: the guard loses nothing.
pub(super) fn converts(text: &str) -> bool {
    let half = half_width(text.trim());
    let half = half.trim();
    // No spreadsheet takes a printer's dash for a minus.
    if half.is_empty() || (half == text && is_plain(text)) || text.contains(['–', '—']) {
        return false;
    }
    let lower = half.to_lowercase();
    if lower == "true" || lower == "false" {
        return true;
    }
    let has_digit = lower.contains(|c: char| c.is_ascii_digit());
    has_digit && (exponential(&lower) || lower.split(is_separate).all(is_part))
}

fn is_separate(c: char) -> bool {
    SIGNS.contains(c) && !c.is_ascii_digit() || WORDS.contains(c)
}

/// A part of a date or a number: digits, the name of a month, half of a day.
fn is_part(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
        || matches!(part, "am" | "pm" | "t" | "z" | "上午" | "下午")
        || is_month(part)
        || timestamp(part)
}

/// `10t09` within an RFC 3339 time.
fn timestamp(part: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    part.split_once('t').is_some_and(|(day, hour)| digits(day) && digits(hour))
}

fn is_month(word: &str) -> bool {
    let head = word.get(..3);
    word.bytes().all(|b| b.is_ascii_alphabetic()) && head.is_some_and(|h| MONTHS.contains(&h))
}

/// `1.5e+10`, in lower case.
fn exponential(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once('e') else { return false };
    let mantissa = mantissa.trim_start_matches(['+', '-']);
    let exponent = exponent.trim_start_matches(['+', '-']);
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = mantissa.splitn(2, '.');
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next().unwrap_or_default();
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && !exponent.is_empty()
        && digits(exponent)
}

/// The longest number that a spreadsheet shows, and so saves, with all its digits.
pub(super) const LONGEST: usize = 11;

/// A number in the one spelling in which a spreadsheet gives it back as it was: not too long, and
/// no zero before or after that says nothing.
fn is_plain(text: &str) -> bool {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let short = text.len() <= LONGEST;
    let whole = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    short && whole && fraction.is_none_or(|part| digits(part) && !part.ends_with('0'))
}

/// Whether a cell reads as what spreadsheets write for a date: `1月1日`, `2022/1/1`, `1-Jan`.
pub(super) fn is_date(cell: &str) -> bool {
    let half = half_width(cell.trim()).to_lowercase();
    let digits =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let chinese = half.strip_suffix('日').and_then(|rest| rest.split_once('月'));
    if chinese.is_some_and(|(month, day)| digits(month) && digits(day)) {
        return true;
    }
    if half.contains(['/', '-', '年']) && matches!(date::typed(&half), Ok(date) if !date.is_empty())
    {
        return true;
    }
    let parts: Vec<&str> = half.split(['-', '/', ' ']).collect();
    match parts[..] {
        // 1/1/22 and 01/01/2022, as English spreadsheets write it.
        [month, day, year] if half.contains('/') => {
            digits(month) && digits(day) && digits(year) && (year.len() == 2 || year.len() == 4)
        }
        [one, other] => (is_month(one) && digits(other)) || (digits(one) && is_month(other)),
        _ => false,
    }
}

/// Whether a cell reads as what spreadsheets write for a long number: `1.23E+17`.
pub(super) fn is_scientific(cell: &str) -> bool {
    let half = half_width(cell.trim());
    half.contains("E+") && exponential(&half.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{converts, is_date, is_scientific};

    #[test]
    fn texts_that_spreadsheets_change() {
        for text in [
            "01",
            "1-1",
            "3/4",
            "1.10",
            "007",
            "123456789012",
            "2022-01-10",
            "1:30",
            "85%",
            "1,234",
            "(5)",
            "1e5",
            "1E10",
            "2E-3",
            ".5",
            "5.",
            "TRUE",
            "false",
            "Mar-5",
            "5-Mar",
            "1 1/2",
            " 12",
            "12 ",
            "\u{FF11}\u{FF12}",
            "2022年1月",
            "1月1日",
            "￥5",
            "$5",
            "00",
            "0.50",
            "12:30 PM",
            "3 March 2022",
            "2022-01-12T09:30:00+08:00",
            "1-1-1",
            "000-0000",
        ] {
            assert!(converts(text), "{text}");
        }
        for text in [
            "",
            " ",
            "0",
            "1",
            "85",
            "62.5",
            "0.5",
            "13800138000",
            "1-1、1-2",
            "第1项",
            "1号楼",
            "A-1",
            "v1",
            "=1",
            "1e",
            "e5",
            "Mar",
            "May we",
            "true?",
            "1-1a",
            "2022年度总结",
            "-",
            "/",
            "1–2",
            "一",
        ] {
            assert!(!converts(text), "{text}");
        }
    }

    #[test]
    fn what_spreadsheets_write() {
        for cell in [
            "1月1日",
            "2022/1/1",
            "2022-01-01",
            "2022年1月1日",
            "1-Jan",
            "Jan-1",
            "01/01/22",
            "1/1/2022",
            "1-jan",
        ] {
            assert!(is_date(cell), "{cell}");
        }
        for cell in [
            "1-1",
            "1-1-1",
            "3/4",
            "2022",
            "1月",
            "一月一日",
            "1-1、1-2",
            "",
            "日",
            "1.1",
            "2022.1.1",
        ] {
            assert!(!is_date(cell), "{cell}");
        }
        for cell in ["1.23E+17", "1E+05", " 1.23E+17 "] {
            assert!(is_scientific(cell), "{cell}");
        }
        for cell in ["1e5", "E+5", "1.23", "1.2.3E+4", "E", "3E", "计划E+1"] {
            assert!(!is_scientific(cell), "{cell}");
        }
    }
}
