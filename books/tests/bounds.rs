//! R20–R22: bombs and lying counts are refused, honest files are read, and memory stays below
//! 64 MB whatever a file says of itself. Measured by an allocator that counts.

#![allow(unsafe_code)] // an allocator cannot be written otherwise

mod support;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use selfscore_books::{CELLS, FILE_BYTES, PARTS, SHEETS, STRINGS, read};
use selfscore_core::book::{Found, Read, Refusal};
use support::{RELATIONS, WORKBOOK, archive, archive_with_large, sheet, workbook};

/// Counts what is allocated, and the most that ever was.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator with the very arguments; only numbers are kept.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// One test at a time, since all share the count.
static ALONE: Mutex<()> = Mutex::new(());

const MB: usize = 1024 * 1024;

/// Reads a file; the file and all that reading it takes is at most 64 MB.
fn measured(bytes: &[u8]) -> Result<Read, Refusal> {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let read = read(bytes);
    let peak = PEAK.load(Ordering::Relaxed) - before + bytes.len();
    assert!(peak <= 64 * MB, "{} bytes for a file of {}", peak, bytes.len());
    read
}

fn alone() -> std::sync::MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

const HEAD: [(&str, &[u8]); 2] = [
    ("xl/workbook.xml", WORKBOOK.as_bytes()),
    ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
];
const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn r20_a_zip_bomb_is_refused_wherever_it_is() {
    let _alone = alone();
    let cell = "<c r=\"A1\"><v>1</v></c>";
    // The one of the report: 521 MiB. Others need no more than what is too much: of one text, of
    // cells, of empty rows, of a tag that never ends.
    let mib = 80 * MB;
    let sheets = [
        ("<worksheet><sheetData><row>", (" ", 521 * MB), "</row></sheetData></worksheet>"),
        (
            "<worksheet><sheetData><row><c t=\"str\"><v>",
            ("x", mib),
            "</v></c></row></sheetData></worksheet>",
        ),
        ("<worksheet><sheetData><row>", (cell, mib / cell.len()), "</row></sheetData></worksheet>"),
        ("<worksheet><sheetData>", ("<row/>", mib / 6), "</sheetData></worksheet>"),
        ("<worksheet><sheetData><row ", ("a=\"b\" ", mib / 6), "/></sheetData></worksheet>"),
        ("<worksheet>", ("<a>", mib / 3), ""),
        ("<worksheet><!--", ("-x", mib / 2), "--></worksheet>"),
    ];
    for (head, filler, tail) in sheets {
        let bomb = archive_with_large(&HEAD, SHEET, head, filler, tail);
        assert!(bomb.len() < 3 * MB, "{}", bomb.len());
        let refused = measured(&bomb).unwrap_err();
        let known =
            matches!(refused, Refusal::Unpacked(_) | Refusal::TooMany(_) | Refusal::Broken(_));
        assert!(known, "{refused:?}");
    }
    let strings = "xl/sharedStrings.xml";
    for (head, filler) in [
        ("<sst>", ("<si/>", mib / 5)),
        ("<sst>", ("<si><t>x</t></si>", mib / 17)),
        ("<sst><si><t>", ("字", mib / 3)),
        ("<sst><si>", ("<r><t>x</t></r>", mib / 15)),
    ] {
        let bomb = archive_with_large(&HEAD, strings, head, filler, "");
        let refused = measured(&bomb).unwrap_err();
        assert!(matches!(refused, Refusal::Unpacked(_) | Refusal::TooMany(_)), "{refused:?}");
    }
    for filler in [("<xf/>", mib / 5), ("<numFmt numFmtId=\"1\" formatCode=\"0\"/>", mib / 40)] {
        let bomb = archive_with_large(&HEAD, "xl/styles.xml", "<s><cellXfs>", filler, "");
        assert!(measured(&bomb).is_err());
    }
    // What nobody reads is not unpacked, so it does no harm.
    let mut parts = HEAD.to_vec();
    let honest = sheet("<row><c><v>1</v></c></row>");
    parts.push((SHEET, honest.as_bytes()));
    let picture = archive_with_large(&parts, "xl/media/image1.png", "", ("\0", mib), "");
    assert_eq!(measured(&picture).unwrap().sheets[0].rows.len(), 1);
}

#[test]
fn r20_few_texts_in_many_cells_are_counted_where_they_stand() {
    let _alone = alone();
    let strings = format!("<sst><si><t>{}</t></si></sst>", "字".repeat(10_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(50_000);
    let file = workbook(&sheet(&format!("<row>{cells}</row>")), &strings);
    assert!(matches!(measured(&file), Err(Refusal::Unpacked(_))));
}

#[test]
fn r20_large_files_and_directories_are_refused_before_they_are_read() {
    let _alone = alone();
    let mut large = workbook(&sheet(""), "<sst/>");
    large.resize(FILE_BYTES + 1, 0);
    let refused = measured_large(&large);
    assert_eq!(refused, Refusal::TooLarge(FILE_BYTES + 1, FILE_BYTES));
    let names: Vec<String> = (0..=PARTS).map(|at| format!("x{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(measured(&archive(&parts)), Err(Refusal::TooMany(PARTS)));
}

fn measured_large(bytes: &[u8]) -> Refusal {
    measured(bytes).unwrap_err()
}

#[test]
fn r21_an_honest_file_is_read_however_well_it_is_packed() {
    let _alone = alone();
    // 5,000 tasks of which all notes say the same.
    let note = "按任务要求和时间节点完成。".repeat(12);
    let row = format!("<row><c t=\"inlineStr\"><is><t>{note}</t></is></c><c><v>100</v></c></row>");
    let plain = sheet(&row.repeat(5_000));
    let file = workbook(&plain, "<sst/>");
    assert!(plain.len() > 100 * file.len(), "{} of {}", file.len(), plain.len());
    let read = measured(&file).unwrap();
    assert_eq!(read.sheets[0].rows.len(), 5_000);
    assert!(read.sheets[0].rows.iter().all(|row| row.cells.len() == 2));
}

#[test]
fn r22_counts_that_a_file_declares_are_not_believed() {
    let _alone = alone();
    let strings = "<sst count=\"4294967295\" uniqueCount=\"4294967295\"><si><t>一</t></si></sst>";
    let rows = "<row r=\"1\" spans=\"1:16384\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
    let read = measured(&workbook(&sheet(rows), strings)).unwrap();
    assert_eq!(read.sheets[0].rows[0].cells[0].found, Found::Text("一".into()));
    // A number of a text that is not there, or that is none.
    for index in ["1", "4294967296", "18446744073709551616", "-1", "x"] {
        let rows = format!("<row><c t=\"s\"><v>{index}</v></c></row>");
        let refused = measured(&workbook(&sheet(&rows), strings)).unwrap_err();
        assert_eq!(refused.code(), "broken", "{index}");
    }
    // A style that is not there is none.
    let rows = "<row><c s=\"4294967295\"><v>1</v></c></row>";
    assert!(measured(&workbook(&sheet(rows), strings)).is_ok());
}

#[test]
fn r22_a_lone_cell_at_the_end_of_the_sheet_costs_nothing() {
    let _alone = alone();
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
                <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>\
                <row r=\"4294967295\"><c r=\"ZZZ4294967295\"><v>3</v></c></row>";
    let read = measured(&workbook(&sheet(rows), "<sst/>")).unwrap();
    let rows = &read.sheets[0].rows;
    // What is beyond the last place is taken for the last: nothing is lost, nothing grows.
    assert_eq!((rows[1].row, rows[1].cells[0].column), (1_048_575, 16_383));
    assert_eq!((rows.len(), rows[1].cells.len()), (2, 2));
}

#[test]
fn r22_as_much_as_the_limits_allow_stays_below_the_most_memory() {
    let _alone = alone();
    // As many cells as may be, each a row of its own, with texts up to the limit.
    let strings: String = (0..STRINGS - 1).map(|at| format!("<si><t>{at:030}</t></si>")).collect();
    let rows: String =
        (0..CELLS - 1).map(|at| format!("<row><c t=\"s\"><v>{at}</v></c></row>")).collect();
    let read = measured(&workbook(&sheet(&rows), &format!("<sst>{strings}</sst>"))).unwrap();
    assert_eq!(read.sheets[0].rows.len(), CELLS - 1);
    let more = rows + "<row><c><v>1</v></c></row><row><c><v>1</v></c></row>";
    let refused = measured(&workbook(&sheet(&more), &format!("<sst>{strings}</sst>")));
    assert_eq!(refused, Err(Refusal::TooMany(CELLS)));
    let many: String =
        (0..=SHEETS).map(|at| format!("<sheet name=\"{at}\" r:id=\"rId{at}\"/>")).collect();
    let many = format!("<workbook><sheets>{many}</sheets></workbook>");
    let refused = measured(&archive(&[("xl/workbook.xml", many.as_bytes())]));
    assert_eq!(refused, Err(Refusal::TooMany(SHEETS)));
}

#[test]
fn what_is_no_workbook_is_refused_by_name() {
    let _alone = alone();
    for (bytes, code) in [
        (&b""[..], "not_a_workbook"),
        (b"{}", "not_a_workbook"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old_or_locked"),
        (b"PK\x03\x04", "broken"),
    ] {
        assert_eq!(measured(bytes).unwrap_err().code(), code);
    }
    // A packed file of something else, and one that is cut off.
    assert_eq!(measured(&archive(&[("a", b"b")])), Err(Refusal::NotAWorkbook));
    let whole = workbook(&sheet("<row><c><v>1</v></c></row>"), "<sst/>");
    for end in 1..whole.len() {
        assert!(measured(&whole[..end]).is_err(), "{end}");
    }
}
