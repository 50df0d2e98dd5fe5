//! The form as JSON (design of the format, version 1): decimals are strings, counts integers.

mod answers;
mod read;
mod usual;
mod write;

pub(super) use read::form;
#[doc(hidden)]
pub use read::read_any_document;
pub use read::{from_value, read};
pub(crate) use write::answer_value;
pub(super) use write::body;
pub(super) use write::role_name;
pub use write::{check_code, to_value, write};
