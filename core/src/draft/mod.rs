//! A form while it is being filled in: every field as typed.
//!
//! Nobody's typing is rewritten: a draft keeps raw text, and [`Draft::read`] makes a typed
//! [`Form`](crate::form::Form) of it together with what could not be read. A form becomes a draft by
//! [`Draft::from_form`].

mod assess;
pub mod change;
mod entry;
pub mod history;
mod list;
pub mod paste;
mod put_back;
mod read;

pub(crate) use assess::judge_figures;
pub use assess::{Assessment, assess, judge};
pub(crate) use change::item_words;
pub use change::{Change, Conflict, Merged, apply, changes, merge, place_words, value_words};
pub use entry::{Draft, Entry, StoredEvidence, TaskEntry};
pub use history::{History, Marks, STEPS, Step};
pub use list::ListEntry;
pub use read::split_evidence;
