//! A time as ZIP keeps it.

/// A date and a time of day, to two seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DosTime {
    pub(super) date: u16,
    pub(super) time: u16,
}

impl DosTime {
    /// From RFC 3339, without regard to its offset; the first day of 1980, the earliest that ZIP can
    /// say, where the text is no such time.
    pub fn of(rfc3339: &str) -> Self {
        let part = |from: usize, to: usize| -> Option<u16> { rfc3339.get(from..to)?.parse().ok() };
        let found = || {
            let year = part(0, 4)?.checked_sub(1980).filter(|year| *year < 128)?;
            let month = part(5, 7).filter(|month| (1..=12).contains(month))?;
            let day = part(8, 10).filter(|day| (1..=31).contains(day))?;
            let hour = part(11, 13).filter(|hour| *hour < 24)?;
            let minute = part(14, 16).filter(|minute| *minute < 60)?;
            let second = part(17, 19).filter(|second| *second < 60)?;
            Some(DosTime {
                date: year << 9 | month << 5 | day,
                time: hour << 11 | minute << 5 | (second / 2),
            })
        };
        found().unwrap_or(DosTime { date: 1 << 5 | 1, time: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::DosTime;

    #[test]
    fn packs_dates_as_the_format_says() {
        // 2022 is 42 after 1980; January 12: 42·512 + 32 + 12. 09:30:07: 9·2048 + 30·32 + 3.
        let time = DosTime::of("2022-01-12T09:30:07+08:00");
        assert_eq!((time.date, time.time), (21_548, 19_395));
        for none in ["", "2022", "1979-01-01T00:00:00Z", "2022-13-01T00:00:00Z", "二〇二二年"]
        {
            assert_eq!(DosTime::of(none), DosTime { date: 33, time: 0 }, "{none}");
        }
    }
}
