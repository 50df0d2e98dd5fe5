//! Between years: last year's answers under a new scheme, and what a draft scheme would change.
//!
//! [`carry()`] takes answers over by the scheme's map ([`crate::scheme::Succession`]) and names
//! whatever it cannot take; [`replay()`] scores last year's forms under both schemes and sets the
//! results side by side; [`report`] makes tables of either.

mod carry;
mod join;
mod left;
mod moved;
mod place;
mod replay;
pub mod report;
mod route;
mod rows;
mod table;
mod told;

pub use carry::{Carried, Fresh, carry, carry_form};
pub use left::{Left, Why};
pub use moved::{By, ClauseRef, Lost, Named};
pub use replay::{Rank, Remark, Replay, Side, UnitMoved, Year, replay};
pub use route::{How, Taken};
pub use told::Told;
