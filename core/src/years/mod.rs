//! Between years: last year's answers under a new scheme, and what a draft scheme would change.
//!
//! [`carry()`] takes answers over by the scheme's map ([`crate::scheme::Succession`]) and names
//! whatever it cannot take.

mod carry;
mod join;
mod left;
mod place;
mod route;

pub use carry::{Carried, Fresh, carry, carry_form};
pub use left::{Left, Why};
pub use route::{How, Taken};
