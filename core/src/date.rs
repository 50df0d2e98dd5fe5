//! Dates as people type them: `2022-01-10`, `2022/1/10`, `2022.1.10`, `2022年1月10日`, also in
//! full-width digits. A few lines rather than a calendar library, which would weigh more in
//! the page than everything they do.

use crate::number::half_width;

/// A text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

/// The ISO spelling of a typed date; an empty text for an empty field.
///
/// # Errors
/// When it is no date of the years 1900 to 2999.
pub fn typed(text: &str) -> Result<String, NotADate> {
    let half = half_width(text.trim());
    if half.is_empty() {
        return Ok(String::new());
    }
    let bare = half.strip_suffix('日').or(half.strip_suffix('号')).unwrap_or(&half);
    let parts: Vec<&str> = bare.split(['-', '/', '.', '年', '月']).map(str::trim).collect();
    let [year, month, day] = parts[..] else { return Err(NotADate) };
    let number = |part: &str, most: usize| -> Result<u32, NotADate> {
        let digits = !part.is_empty() && part.len() <= most;
        if !digits || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotADate);
        }
        part.parse().map_err(|_| NotADate)
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    if !(1900..3000).contains(&year) || day == 0 || day > days(year, month) {
        return Err(NotADate);
    }
    Ok(format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of an ISO date; `None` where it is none.
pub fn parts(iso: &str) -> Option<(u32, u32, u32)> {
    let iso = typed(iso).ok().filter(|iso| !iso.is_empty())?;
    let mut parts = iso.split('-').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// Days from one ISO date to another, negative where the other comes first; `None` where one is no date.
/// Of a time (RFC 3339) the day counts.
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    let day = |iso: &str| {
        let (year, month, day) = parts(iso.get(..10).unwrap_or(iso))?;
        let whole: i64 = (1900..year).map(|year| 365 + i64::from(days(year, 2) == 29)).sum();
        let within: u32 = (1..month).map(|month| days(year, month)).sum();
        Some(whole + i64::from(within + day))
    };
    Some(day(to)? - day(from)?)
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{NotADate, days_between, typed};

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        for (from, to, days) in [
            ("2022-01-12", "2022-01-12", Some(0)),
            ("2022-01-12", "2022-01-14", Some(2)),
            ("2022-01-12", "2022-01-11", Some(-1)),
            ("2024-02-28", "2024-03-01", Some(2)),
            ("2023-02-28", "2023-03-01", Some(1)),
            ("2021-12-31", "2022-01-01", Some(1)),
            ("2022-01-12", "2022-01-14T09:30:00+08:00", Some(2)),
            ("2022-01-12", "", None),
            ("某日", "2022-01-12", None),
        ] {
            assert_eq!(days_between(from, to), days, "{from} {to}");
        }
    }

    #[test]
    fn takes_the_spellings_that_offices_use() {
        for text in [
            "2022-01-10",
            "2022/1/10",
            "2022.1.10",
            "2022年1月10日",
            "2022年1月10号",
            "2022-1-10",
            " 2022 / 1 / 10 ",
            "\u{FF12}\u{FF10}\u{FF12}\u{FF12}\u{FF0E}\u{FF11}\u{FF0E}\u{FF11}\u{FF10}",
        ] {
            assert_eq!(typed(text).as_deref(), Ok("2022-01-10"), "{text}");
        }
        assert_eq!(typed(" "), Ok(String::new()));
        assert_eq!(typed("2024-02-29").as_deref(), Ok("2024-02-29"));
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in ["2022-13-01", "2023-02-29", "2022-04-31", "22-1-10", "2022-1", "一月", "0"] {
            assert_eq!(typed(text), Err(NotADate), "{text}");
        }
    }
}
