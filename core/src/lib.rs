//! Schemes, answers, scores with their explanation, and the files that carry them: all that is
//! true without a browser.
//!
//! ```
//! use selfscore_core::{answer::Answers, scheme, scoring};
//!
//! let schemes = scheme::builtin()?;
//! let (sheet, issues) = scoring::score(&schemes[0], &Answers::new());
//! assert_eq!(sheet.maximum.to_string(), "95");
//! assert!(!sheet.complete && !issues.is_empty());
//! # Ok::<(), scheme::SchemeError>(())
//! ```

pub mod answer;
pub mod batch;
pub mod book;
pub mod canonical;
pub mod date;
pub mod draft;
pub mod encoding;
pub mod evidence;
pub mod feedback;
pub mod form;
pub mod issue;
pub mod kept;
pub mod limits;
pub mod number;
pub mod paper;
pub mod points;
pub mod register;
pub mod results;
pub mod review;
pub mod scheme;
pub mod scoring;
mod table;
pub mod text;
pub mod trace;
mod typed;
pub mod verify;
pub mod years;
pub mod zip;
