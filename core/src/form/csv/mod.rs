//! The form as CSV: a table that an official reads from top to bottom like the official one,
//! with a column of keys that an importer reads.
//!
//! The keys are the JSON pointers of the form document, so that this is the same document in
//! another spelling; what no cell can say stands as JSON in a row with the key
//! `json:<pointer>`. Reading puts the document together and hands it to [`super::json`], which
//! holds every rule about it.

mod answers;
mod cell;
mod key;
mod read;
mod row;
mod sheet;
mod tree;
mod write;

pub use read::read;
pub use write::write;

use selfscore_wording::{Lang, columns as words};

/// The columns, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Indicator,
    Content,
    Points,
    Value,
    Role,
    Debugging,
    Claim,
    Score,
    Note,
    Evidence,
    Key,
}

impl Column {
    const ALL: [Column; 12] = [
        Column::Number,
        Column::Indicator,
        Column::Content,
        Column::Points,
        Column::Value,
        Column::Role,
        Column::Debugging,
        Column::Claim,
        Column::Score,
        Column::Note,
        Column::Evidence,
        Column::Key,
    ];

    /// Columns whose content is never only a label.
    const DATA: [Column; 7] = [
        Column::Value,
        Column::Role,
        Column::Debugging,
        Column::Claim,
        Column::Score,
        Column::Note,
        Column::Evidence,
    ];

    /// The heading: part of the format, so Chinese for every reader.
    fn heading(self) -> &'static str {
        let word = match self {
            Column::Number => words::number,
            Column::Indicator => words::indicator,
            Column::Content => words::content,
            Column::Points => words::points,
            Column::Value => words::value,
            Column::Role => words::role,
            Column::Debugging => words::debugging,
            Column::Claim => words::claim,
            Column::Score => words::score,
            Column::Note => words::note,
            Column::Evidence => words::evidence,
            Column::Key => words::key,
        };
        word(Lang::Zh)
    }
}
