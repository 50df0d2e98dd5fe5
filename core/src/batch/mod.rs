//! The check (核对) of many forms: each is read, recomputed and compared by itself ([`examine`]),
//! then all of them together ([`Batch`]). What is wrong or to be asked about is a [`Finding`].
//!
//! A form leaves little behind: its figures, its findings, and how it tells of each task. So a batch of
//! any size is checked as a stream.

mod accounts;
mod brief;
mod examine;
mod finding;
mod peers;
mod ranking;
mod recompute;
mod roll;
mod same;
pub mod shares;
mod together;

pub use accounts::{Account, Telling};
pub use brief::{Brief, code_of};
pub(crate) use examine::other_scheme;
pub use examine::{Examined, Figures, LineFigures, Submitted, examine};
pub use finding::{Finding, Standing, What, role_words};
pub use peers::compares;
pub use ranking::{Place, Progress};
pub use recompute::recompute;
pub use roll::Roll;
pub use shares::Shares;
pub use together::{Batch, Kept, Outcome};

use crate::scheme::{Late, Scheme};
use crate::scoring::Peers;
use crate::verify::Verified;

/// What forms are checked by: one assessment has one scheme and one register.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Who does what, if a register was given.
    pub roll: Option<&'a Roll>,
    /// What reviewers decided, if anything.
    pub verified: Option<&'a Verified>,
    /// All units' figures, where points go by them and they are known.
    pub peers: Option<&'a Peers>,
}

impl<'a> Basis<'a> {
    /// A scheme alone.
    pub fn of(scheme: &'a Scheme) -> Self {
        Basis { scheme, roll: None, verified: None, peers: None }
    }
}

impl Basis<'_> {
    /// How many days after the last one a form was received; 0 where it is in time, or no date says so.
    /// Dates are ISO.
    pub fn days_late(&self, received: Option<&str>) -> u32 {
        let due = self.scheme.file().due.as_str();
        let days = received.and_then(|received| crate::date::days_between(due, received));
        days.and_then(|days| u32::try_from(days).ok()).unwrap_or_default()
    }

    /// Whether a form that is late is forfeited (视为放弃考核): what the scheme says, and so where it
    /// says nothing.
    pub fn forfeits(&self) -> bool {
        let late = self.scheme.file().total.as_ref().and_then(|total| total.late.as_ref());
        !matches!(late, Some(Late::Deduct { .. }))
    }
}
