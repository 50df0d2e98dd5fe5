//! What was found as a table: a row a finding.

use std::io;

use selfscore_core::batch::Finding;
use selfscore_wording::Lang;
use selfscore_wording::cli_forms::CSV_HEADINGS;

use super::by::By;
use crate::out::{guarded, harmless};

/// The heading, after a byte order mark for spreadsheets.
pub(super) fn head(lang: Lang) -> io::Result<String> {
    let headings = CSV_HEADINGS.map(|heading| heading(lang).to_owned());
    Ok(format!("\u{FEFF}{}", table([headings])?))
}

pub(super) fn rows(by: &By, findings: &[Finding]) -> io::Result<String> {
    table(findings.iter().map(|found| {
        let criterion = found.criterion.as_deref();
        [
            found.file.clone(),
            found.unit.clone(),
            criterion.unwrap_or_default().to_owned(),
            found.what.code().to_owned(),
            by.claimed(found.claimed, criterion).unwrap_or_default(),
            by.recomputed(found.recomputed, criterion).unwrap_or_default(),
            found.message(&by.scheme, by.lang),
            found.remedy(by.lang).to_owned(),
        ]
    }))
}

fn table(rows: impl IntoIterator<Item = [String; 8]>) -> io::Result<String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.map(|cell| guarded(&harmless(&cell))))?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
