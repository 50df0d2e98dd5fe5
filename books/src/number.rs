//! Numbers of cells: binary in the file, decimal for people.

use selfscore_core::book::Found;

use crate::styles::Format;

/// A number's cell as people see it. `None` for what is no number.
pub(crate) fn found(raw: &str, format: Format, from_1904: bool) -> Option<Found> {
    let value: f64 = raw.trim().parse().ok().filter(|value: &f64| value.is_finite())?;
    if format == Format::Date {
        return Some(Found::Date(date(value, from_1904)));
    }
    if value.abs() >= 1e15 {
        return Some(Found::LongNumber(raw.trim().chars().take(40).collect()));
    }
    let mut text = decimal(value);
    match format {
        Format::Percent => text = hundredfold(&text) + "%",
        Format::Places(places) => pad(&mut text, places.into()),
        _ => {}
    }
    Some(Found::Number(text))
}

/// The decimal that a person typed or a spreadsheet shows: with fifteen digits at most. What binary
/// numbers add beyond that is no digit of anybody's.
fn decimal(value: f64) -> String {
    let shortest = value.to_string();
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    let text = match digits > 15 {
        true => {
            format!("{value:.14e}").parse().map_or(shortest, |rounded: f64| rounded.to_string())
        }
        false => shortest,
    };
    if text == "-0" { "0".into() } else { text }
}

fn pad(text: &mut String, places: usize) {
    let there = text.split_once('.').map_or(0, |(_, places)| places.len());
    if there == 0 && places > 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', places.saturating_sub(there)));
}

/// A decimal times a hundred, by its digits: in binary 0.57 × 100 is not 57.
fn hundredfold(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = format!("{fraction:0<2}");
    let (first, rest) = moved.split_at(2);
    let whole = format!("{whole}{first}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match rest.is_empty() {
        true => format!("{sign}{whole}"),
        false => format!("{sign}{whole}.{rest}"),
    }
}

/// The day of a serial number, or the time of one that is less than a day.
fn date(value: f64, from_1904: bool) -> String {
    if (0.0..1.0).contains(&value) {
        // Below 1440.
        let minutes = (value * 1440.0).round() as u32;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    // What is beyond the calendar becomes a date that no field takes.
    let days = value.floor().clamp(-1e6, 4e6) as i64 + if from_1904 { 1462 } else { 0 };
    let (year, month, day) = civil(days - 25_569);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day so many days after 1970-01-01, by Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use selfscore_core::book::Found;

    use super::found;
    use crate::styles::Format;

    #[test]
    fn numbers_are_what_people_see() {
        for (raw, format, text) in [
            ("85", Format::General, "85"),
            ("85.299999999999997", Format::General, "85.3"),
            ("0.30000000000000004", Format::General, "0.3"),
            ("1E-3", Format::General, "0.001"),
            ("-0", Format::General, "0"),
            ("48", Format::Places(2), "48.00"),
            ("48.125", Format::Places(2), "48.125"),
            ("7.5", Format::Places(2), "7.50"),
            ("0.85", Format::Percent, "85%"),
            ("0.57", Format::Percent, "57%"),
            ("0.123", Format::Percent, "12.3%"),
            ("1", Format::Percent, "100%"),
            ("-0.05", Format::Percent, "-5%"),
            ("0", Format::Percent, "0%"),
        ] {
            assert_eq!(found(raw, format, false), Some(Found::Number(text.into())), "{raw}");
        }
        let long = "123456789012345678";
        assert_eq!(found(long, Format::General, false), Some(Found::LongNumber(long.into())));
        for raw in ["", "NaN", "inf", "八"] {
            assert_eq!(found(raw, Format::General, false), None, "{raw}");
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        // 2022-01-10 is 44571 by any spreadsheet, and 43109 where days count from 1904.
        for (raw, from_1904, text) in [
            ("44571", false, "2022-01-10"),
            ("44571.5", false, "2022-01-10"),
            ("43109", true, "2022-01-10"),
            ("61", false, "1900-03-01"),
            ("36585", false, "2000-02-29"),
            ("0.5", false, "12:00"),
        ] {
            let date = found(raw, Format::Date, from_1904);
            assert_eq!(date, Some(Found::Date(text.into())), "{raw}");
        }
        assert!(found("1e300", Format::Date, false).is_some());
    }
}
