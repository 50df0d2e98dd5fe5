//! The workbook of a check's results, as bytes and back: four sheets, in which figures are numbers, dates are
//! dates, and a text that looks like a formula is a text.

#[path = "../../core/tests/batch_support/mod.rs"]
mod batch_support;
#[path = "../../core/tests/form_support/mod.rs"]
mod form_support;

use std::collections::BTreeMap;

use batch_support::{batch, sealed, sound};
use form_support::scheme;
use selfscore_books::{read, write};
use selfscore_core::batch::Basis;
use selfscore_core::book::{Found, FoundSheet};
use selfscore_core::results;
use selfscore_core::verify::Verified;
use selfscore_wording::Lang;

fn row(sheet: &FoundSheet, at: usize) -> BTreeMap<u32, Found> {
    sheet.rows[at].cells.iter().map(|cell| (cell.column, cell.found.clone())).collect()
}

#[test]
fn the_workbook_is_one_that_spreadsheets_read() {
    let (one, other) = (sealed(&sound("区教育局")), sealed(&sound("区财政局")));
    let forms = [("=1+1.json", &one, "2022-01-12"), ("财政.json", &other, "2022-01-16")];
    let outcome = batch(Basis::of(scheme()), forms);
    let book = results::book(scheme(), &outcome, &Verified::default(), Lang::Zh, "2022-01-20");
    let found = read(&write(&book).unwrap()).unwrap();
    let names: Vec<&str> = found.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["考核结果", "各项得分", "发现", "未报送"]);
    let text = |text: &str| Found::Text(text.into());
    // Title and headings above.
    let first = row(&found.sheets[0], 2);
    assert_eq!(
        [0, 1, 2, 5, 8, 9].map(|column| first[&column].clone()),
        [
            Found::Number("1".into()),
            text("区教育局"),
            Found::Number("76.00".into()),
            text("待核定"),
            Found::Date("2022-01-12".into()),
            text("=1+1.json"),
        ]
    );
    let late = row(&found.sheets[0], 3);
    assert_eq!((late.get(&0), &late[&5]), (None, &text("视为放弃考核")));
    // Two scored forms of six counted criteria, below title and headings; 33 units that did not come.
    assert_eq!(found.sheets[1].rows.len(), 2 + 2 * 6);
    assert_eq!(found.sheets[3].rows.len(), 2 + 33);
}
