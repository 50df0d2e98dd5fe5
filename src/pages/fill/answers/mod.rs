//! Fields for every rule but tasks and lists, one kind a file.

mod asked;
mod assessed;
mod boxes;
mod choice;
mod count;
mod deduction;
mod number;
mod scale;
mod tick;
mod veto;
mod yes_no;

pub use asked::{Best, Judged, Rank, Value};
pub use assessed::Assessed;
pub use boxes::Checklist;
pub use choice::Choice;
pub use count::Counts;
pub use deduction::Deductions;
pub use tick::{NoneOfThese, Tick};
pub use veto::Veto;
pub use yes_no::YesNo;
