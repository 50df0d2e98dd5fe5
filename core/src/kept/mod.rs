//! What a browser's storage holds of a draft, as text: sealed with a checksum, versioned, and
//! read again whatever became of it.
//!
//! Nothing here knows where the text is kept. A text comes back intact, damaged or newer; the
//! last two are the caller's to keep as they are.

mod backup;
mod once;
mod pending;
mod record;
mod seal;

pub use backup::{Backup, BackupError, Saved};
pub use once::once;
pub use pending::Pending;
pub use record::{NEWEST, Opened, Record};
pub use seal::{Broken, digest, seal, unseal};
