//! What is inside a workbook, past the archive's checksums: texts, styles and sheets, apart by NUL.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::form::book;
use selfscore_core::zip::{DosTime, Writer};

const SHEETS: usize = 4;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2 + SHEETS, |byte| *byte == 0);
    let mut archive = Archive::new();
    archive.add("xl/sharedStrings.xml", parts.next().unwrap_or_default());
    archive.add("xl/styles.xml", parts.next().unwrap_or_default());
    let (mut sheets, mut relations) = (String::new(), String::new());
    for (at, sheet) in parts.enumerate() {
        archive.add(&format!("xl/worksheets/sheet{at}.xml"), sheet);
        sheets += &format!("<sheet name=\"{at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>");
        relations += &format!(
            "<Relationship Id=\"r{at}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
    }
    let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>");
    archive.add("xl/workbook.xml", workbook.as_bytes());
    let relations = format!("<Relationships>{relations}</Relationships>");
    archive.add("xl/_rels/workbook.xml.rels", relations.as_bytes());
    if let Ok(read) = selfscore_books::read(&archive.finish())
        && let Ok(file) = book::read(&read)
    {
        selfscore_fuzz::lives(&file);
    }
});

/// An archive whose files are not packed.
struct Archive {
    writer: Writer,
    bytes: Vec<u8>,
}

impl Archive {
    fn new() -> Self {
        Archive { writer: Writer::new(DosTime::of("2022-01-10T00:00:00Z")), bytes: Vec::new() }
    }

    fn add(&mut self, name: &str, part: &[u8]) {
        let sum = crc32fast::hash(part);
        let header = self.writer.file(name, part.len() as u64, sum).expect("the names are short");
        self.bytes.extend(header);
        self.bytes.extend(part);
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.writer.finish());
        self.bytes
    }
}
