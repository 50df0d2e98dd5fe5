//! Fields for every rule but tasks, one kind a file.

mod checklist;
mod choice;
mod count;
mod deduction;
mod tick;

pub use checklist::Checklist;
pub use choice::Choice;
pub use count::Counts;
pub use deduction::Deductions;
