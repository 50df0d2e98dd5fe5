//! Workbooks built by hand, part by part.

#![allow(dead_code)] // each test uses a part

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts that every workbook has, around one sheet and its texts.
pub fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A sheet of these rows.
pub fn sheet(rows: &str) -> String {
    format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
    )
}

pub const WORKBOOK: &str = "<workbook xmlns:r=\"r\"><workbookPr/><sheets>\
     <sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
pub const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" \
     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
     Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// A packed file of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A packed file of which one part is a head, then `filler` so many times, then a tail; without
/// ever holding it unpacked.
pub fn archive_with_large(
    parts: &[(&str, &[u8])],
    name: &str,
    head: &str,
    (filler, times): (&str, usize),
    tail: &str,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    zip.write_all(head.as_bytes()).unwrap();
    let most = 1_000_000 / filler.len();
    let some = filler.repeat(most);
    for _ in 0..times / most {
        zip.write_all(some.as_bytes()).unwrap();
    }
    zip.write_all(filler.repeat(times % most).as_bytes()).unwrap();
    zip.write_all(tail.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}
