//! The form as CSV: a table that an official reads from top to bottom like the official one,
//! with a column of keys that an importer reads.
//!
//! The keys are the JSON pointers of the form document, so that this is the same document in
//! another spelling; what no cell can say stands as JSON in a row with the key
//! `json:<pointer>`. Reading puts the document together and hands it to [`super::json`], which
//! holds every rule about it.

pub(in crate::form) mod answers;
pub(crate) mod cell;
mod converted;
mod items;
pub(in crate::form) mod key;
mod lists;
mod members;
mod read;
pub(in crate::form) mod row;
pub(in crate::form) mod sheet;
mod spelling;
mod tree;
mod write;

pub(crate) use cell::unguard;
pub(in crate::form) use read::form;
pub use read::read;
pub(crate) use row::bytes;
pub use spelling::{LineEnd, Spelling, question_marks, spelling};
pub(in crate::form) use write::rows;
pub use write::write;

use selfscore_wording::{Lang, columns as words};

/// The columns, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form) enum Column {
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
    pub const ALL: [Column; 12] = [
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
    pub fn heading(self) -> &'static str {
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

/// A row as an object by its headings, for [`super::schema`].
#[cfg(feature = "schema")]
pub(super) fn row_schema() -> serde_json::Value {
    let about = |column: Column| match column {
        Column::Number => "a task's number; elsewhere a label",
        Column::Indicator => "a label",
        Column::Content => {
            "the title of a task or of a thing of a list, a file's name; elsewhere a label"
        }
        Column::Points => "full marks, a label",
        Column::Value => {
            "what the row's key says: a text, a date, a decimal, a count, 是 or 否, JSON, \
             a task's completion, how often a thing of a list counts, a file's size"
        }
        Column::Role => "of a task: 牵头 or 配合",
        Column::Debugging => "of a task: 是 or 否",
        Column::Claim => "of a task: the share claimed, per cent",
        Column::Score => "points as stated by the file",
        Column::Note => "explanation; of a file, its SHA-256",
        Column::Evidence => "evidence numbers apart by 、; of a file, its number",
        Column::Key => "the JSON pointer of what the row says, or json:<pointer>",
    };
    let properties = Column::ALL.into_iter().map(|column| {
        let mut schema = serde_json::json!({ "type": "string", "description": about(column) });
        match column {
            Column::Role => schema["enum"] = serde_json::json!(["", "牵头", "配合"]),
            Column::Debugging => schema["enum"] = serde_json::json!(["", "是", "否"]),
            Column::Key => schema["pattern"] = "^(json:)?/".into(),
            _ => {}
        }
        (column.heading().to_owned(), schema)
    });
    serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Row of a form as CSV",
        "description": "A row as this program writes it, by its headings. Readers take more \
                        spellings, see form-format.md.",
        "type": "object",
        "properties": properties.collect::<serde_json::Map<_, _>>(),
        "required": Column::ALL.map(Column::heading),
        "additionalProperties": false
    })
}
