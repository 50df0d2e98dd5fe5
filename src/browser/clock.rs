//! The time of day, as the machine has it.

use js_sys::Date;

/// Now, as RFC 3339 with the machine's offset: `2022-01-12T09:30:00+08:00`.
pub fn now_rfc3339() -> String {
    let now = Date::new_0();
    let minutes = -now.get_timezone_offset() as i32;
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
        minutes / 60,
        minutes % 60,
    )
}

/// A name that no other draft has: the time and a random number.
pub fn fresh_id() -> String {
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}-{random:08x}", Date::now() as u64)
}
