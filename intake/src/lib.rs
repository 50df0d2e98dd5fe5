//! Files as the browser gives them, read piece by piece by the page and by its workers, and what these two
//! say to each other. Knows the browser's files and the core, and nothing of the page.

pub mod archive;
pub mod message;
pub mod pieces;
pub mod stream;
pub mod text;
