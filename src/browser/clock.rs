//! The time of day, as the machine has it; and waiting.

use std::pin::pin;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::Date;
use leptos::prelude::set_timeout_with_handle;
use selfscore_intake::stream;

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

/// A random number.
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// A name that no other draft has: the time and a random number.
pub fn fresh_id() -> String {
    format!("{:x}-{:08x}", Date::now() as u64, random())
}

/// Waits for something, but no longer than that; `None` if it takes longer.
pub async fn within<T>(most: Duration, what: impl Future<Output = T>) -> Option<T> {
    let (stop, stopped) = oneshot::channel::<()>();
    let timer = set_timeout_with_handle(
        move || {
            let _ = stop.send(());
        },
        most,
    );
    let done = match select(pin!(what), stopped).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    };
    if let Ok(timer) = timer {
        timer.clear();
    }
    done
}

/// Whether so many days lie between two times, RFC 3339; `false` where one of them is none.
pub fn days_between(from: &str, to: &str, days: f64) -> bool {
    const DAY: f64 = 86_400_000.0;
    // What is no time is NaN, which is never more.
    Date::parse(to) - Date::parse(from) >= days * DAY
}

/// Milliseconds since some point in time, to measure pauses with.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Long work in turns, between which the page answers.
pub struct Turn {
    since: f64,
}

impl Turn {
    /// How long a turn lasts, milliseconds.
    const LASTS: f64 = 12.0;

    /// The first one.
    pub fn begin() -> Self {
        Turn { since: milliseconds() }
    }

    /// Lets the page answer if the turn is over, and begins the next one.
    pub async fn pause(&mut self) {
        if milliseconds() - self.since >= Self::LASTS {
            stream::breathe().await;
            self.since = milliseconds();
        }
    }
}
