//! The pages, one folder each. A page reads the session and calls its commands.

pub mod check;
pub mod drafts;
pub mod fill;
pub mod help;
pub mod print;
pub mod scheme;
