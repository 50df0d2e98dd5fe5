//! The sample as a table, and tables as spreadsheets write them.

use selfscore_core::form::{Form, FormFile, Place, Reason, csv, json};

use super::{SAMPLE, scheme};

pub fn sample() -> Form {
    json::read(SAMPLE.as_bytes()).unwrap().form
}

/// The sample's table, without its byte order mark.
pub fn table() -> String {
    let table = String::from_utf8(csv::write(scheme(), &sample())).unwrap();
    table.strip_prefix('\u{FEFF}').unwrap().to_owned()
}

pub fn read(text: &str) -> FormFile {
    csv::read(text.as_bytes()).unwrap()
}

pub fn refused(text: &str) -> (Place, Reason) {
    let error = csv::read(text.as_bytes()).unwrap_err();
    (error.place, error.reason)
}

pub fn row(row: usize, column: &str) -> Place {
    Place::Row { row, column: column.into() }
}

/// The table's rows, by the `csv` crate.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows written with other habits.
pub fn written(
    rows: &[Vec<String>],
    delimiter: u8,
    quotes: ::csv::QuoteStyle,
    crlf: bool,
) -> String {
    let terminator = if crlf { ::csv::Terminator::CRLF } else { ::csv::Terminator::Any(b'\n') };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(quotes)
        .terminator(terminator)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The table with one cell of the row with that key in place of another.
pub fn with_cell(key: &str, column: &str, value: &str) -> (usize, String) {
    let mut rows = rows(&table());
    let column = rows[0].iter().position(|heading| heading == column).unwrap();
    let at = rows.iter().position(|row| row[11] == key).unwrap();
    rows[at][column] = value.into();
    (at + 1, written(&rows, b',', ::csv::QuoteStyle::Necessary, true))
}
