//! Pieces of the page that more than one page uses.

mod clause;
mod dropping;
mod explain;
mod figure;
mod heading;
mod input;
mod notices;
mod open_scheme;
mod part;
mod pick_files;
mod report_table;
mod state;
mod table;

pub use clause::{ClauseView, Clauses, Gap};
pub use dropping::on_drop;
pub use explain::{ExplainButton, Explained, Explanation};
pub use figure::{beside, exact, shown, signed};
pub use heading::heading;
pub use input::{Area, Field, Line, Message};
pub use notices::Notices;
pub use open_scheme::OpenScheme;
pub use part::{Came, Draw, Part};
pub use pick_files::PickFiles;
pub use report_table::ReportTable;
pub use state::{LineState, date_shown, line_state, loss_words, severity_words};
pub use table::DataTable;
