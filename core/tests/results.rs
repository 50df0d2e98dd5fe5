//! The results of a check: the table of units, what is drawn of it, and the files of both. Figures are worked
//! out by hand from the sample of the format's description, which has 76: 48 for tasks, 4, 4, 11, 6 and 3.

mod batch_support;
mod form_support;

use batch_support::{batch, decision, sealed, sound};
use form_support::scheme;
use proptest::prelude::*;
use selfscore_core::batch::{Basis, Batch, Outcome, Progress, Submitted, examine};
use selfscore_core::book::Value as CellValue;
use selfscore_core::form::{FormFile, json};
use selfscore_core::points::Points;
use selfscore_core::results::{self, Cell, Medians, Results, Standing};
use selfscore_core::verify::Verified;
use selfscore_wording::Lang;
use serde_json::json;

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn verified() -> Verified {
    let mut verified = Verified::default();
    verified.decide(scheme(), decision("1", "区财政局", "implementation", "4", &[])).unwrap();
    verified
}

/// A form of a unit with so many trainings: each one point up to 4, with one visit counted already. The stated
/// figures are as in the sample: 3 for two trainings.
fn learned(unit: &str, trainings: u32) -> FormFile {
    let mut form = sound(unit);
    form["answers"]["learning"]["occurrences"]["trainings"] = json!(trainings);
    sealed(&form)
}

/// 区教育局 76, 区财政局 76 of which 4 of 11 are verified at 部署实施 (69), 区信访局 75 by its answers and 76
/// as stated, 区统计局 too late, 区司法局 by another scheme; an earlier form of 区教育局; a file that nobody can read.
fn outcome() -> Outcome {
    let verified = verified();
    let basis = Basis { verified: Some(&verified), ..Basis::of(scheme()) };
    let mut batch = Batch::new(basis);
    let mut earlier = sound("区教育局");
    earlier["exported_at"] = "2022-01-10T09:00:00+08:00".into();
    let mut other = sound("区司法局");
    other["scheme"] = json!({"id": "another", "revision": 1, "sha256": ""});
    for (file, form, received) in [
        ("旧.json", sealed(&earlier), "2022-01-12"),
        ("教育.json", learned("区教育局", 2), "2022-01-12"),
        ("财政.json", learned("区财政局", 2), "2022-01-12"),
        ("信访.json", learned("区信访局", 1), "2022-01-12"),
        ("统计.json", learned("区统计局", 2), "2022-01-16"),
        ("司法.json", sealed(&other), "2022-01-12"),
    ] {
        batch.add(examine(&basis, Submitted { file, received: Some(received) }, Ok(&form)));
    }
    let error = json::read(b"{").unwrap_err();
    batch.add(examine(&basis, Submitted { file: "=坏.json", received: None }, Err(&error)));
    batch.finish()
}

#[test]
fn the_table_has_every_unit_once_and_says_how_far_it_is() {
    let results = Results::of(scheme(), &outcome());
    let row = |at: usize| {
        let row = &results.rows[at];
        (row.unit.as_str(), row.rank, row.standing.words(Lang::Zh), row.findings.clone())
    };
    assert_eq!(row(0), ("区教育局", Some(1), "待核定", vec![]));
    assert_eq!(row(1), ("区信访局", Some(2), "待核定", vec![("figures_differ", 1)]));
    assert_eq!(row(2), ("区财政局", Some(3), "核定中", vec![]));
    assert_eq!(row(3), ("区统计局", None, "视为放弃考核", vec![("late", 1)]));
    assert_eq!(row(4), ("区司法局", None, "退回", vec![("other_scheme", 1)]));
    assert_eq!(row(5), ("", None, "退回", vec![("unreadable", 1)]));
    let units = &scheme().file().units;
    let came = ["区教育局", "区信访局", "区财政局", "区统计局", "区司法局"];
    let absent: Vec<&str> = results.rows[6..].iter().map(|row| row.unit.as_str()).collect();
    let expected: Vec<&str> =
        units.iter().map(String::as_str).filter(|unit| !came.contains(unit)).collect();
    assert_eq!(absent, expected);
    assert!(results.rows[6..].iter().all(|row| row.standing == Standing::NotSubmitted));
    let financial = &results.rows[2];
    assert_eq!(
        [financial.claimed, financial.recomputed, financial.verified].map(|p| p.unwrap().fixed(2)),
        ["76.00", "76.00", "69.00"]
    );
    let tally = results.tally(scheme());
    assert_eq!((tally.assessed, tally.came, tally.absent), (35, 5, 30));
    assert_eq!((tally.forfeited, tally.sent_back, tally.verified, tally.superseded), (1, 2, 0, 1));
}

/// A form that cannot be scored does not stand beside another of its unit that can.
#[test]
fn what_a_unit_handed_in_in_vain_before_is_not_a_row() {
    let mut other = sound("区教育局");
    other["scheme"] = json!({"id": "another", "revision": 1, "sha256": ""});
    let (other, good) = (sealed(&other), learned("区教育局", 2));
    let forms = [("错.json", &other, "2022-01-11"), ("对.json", &good, "2022-01-12")];
    let results = Results::of(scheme(), &batch(Basis::of(scheme()), forms));
    let with_form: Vec<&str> =
        results.rows.iter().filter(|row| row.form.is_some()).map(|row| row.file.as_str()).collect();
    assert_eq!((with_form, results.superseded), (vec!["对.json"], 1));
}

#[test]
fn the_csv_opens_in_a_spreadsheet_and_runs_nothing() {
    let outcome = outcome();
    let results = Results::of(scheme(), &outcome);
    let csv = results::units(scheme(), &results, Lang::Zh).csv();
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "\u{FEFF}名次,单位,自评分,复算分,核定分,状态,等次,发现,收到日期,文件");
    assert_eq!(lines[1], "1,区教育局,76.00,76.00,,待核定,,,2022-01-12,教育.json");
    assert_eq!(lines[2], "2,区信访局,76.00,75.00,,待核定,,得分不符 1,2022-01-12,信访.json");
    assert_eq!(lines[6], ",,,,,退回,,无法读取 1,,'=坏.json");
    assert_eq!(lines[7], ",区委组织部,,,,未报送,,,,");
    assert_eq!(lines.len(), 1 + 6 + 30 + 1);
    let found = results::findings(scheme(), &outcome, Lang::Zh).csv();
    let differs = found.split("\r\n").find(|line| line.contains("figures_differ")).unwrap();
    assert!(
        differs.starts_with("区信访局,信访.json,学习先进经验,得分不符,3.00,2.00,"),
        "{differs}"
    );
    // Anybody can read it back.
    let mut reader = csv::Reader::from_reader(found.trim_start_matches('\u{FEFF}').as_bytes());
    assert!(reader.records().all(|record| record.unwrap().len() == 9));
}

#[test]
fn the_workbook_has_four_sheets_in_which_numbers_are_numbers() {
    let book = results::book(scheme(), &outcome(), &verified(), Lang::Zh, "2022-01-20");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["考核结果", "各项得分", "发现", "未报送"]);
    // Title, headings, then rows.
    let row = &book.sheets[0].rows[4];
    let value = |at: usize| row.cells[at].value.clone();
    assert_eq!(value(1), CellValue::Text("区财政局".into()));
    let number = |text: &str| CellValue::Number(text.into());
    assert_eq!(
        [value(0), value(2), value(3), value(4)],
        ["3", "76.00", "76.00", "69.00"].map(number)
    );
    assert_eq!(value(8), CellValue::Date("2022-01-12".into()));
    // Six counted criteria of each of the four that were scored.
    assert_eq!(book.sheets[1].rows.len(), 2 + 4 * 6);
    // The third unit's fourth criterion.
    let cells = &book.sheets[1].rows[2 + 2 * 6 + 3].cells;
    let value = |at: usize| cells[at].value.clone();
    assert_eq!(
        [value(0), value(5), value(6), value(7)],
        [
            CellValue::Text("区财政局".into()),
            number("4.00"),
            CellValue::Text("会议纪要只有一次".into()),
            CellValue::Text("王五".into())
        ]
    );
    let english = results::book(scheme(), &outcome(), &verified(), Lang::En, "");
    assert_eq!(english.sheets[3].name, "Not handed in");
}

/// 区教育局 76, 区信访局 75 and 区财政局 69 of 95: at 部署实施 they lose 4, 4 and 11 of 15, together 19, on average
/// 6⅓; at 学习先进经验 1, 2 and 1 of 4.
#[test]
fn charts_are_exact() {
    let outcome = outcome();
    let totals = results::totals(scheme(), &outcome);
    let bars: Vec<(&str, String, usize, bool)> = totals
        .units
        .iter()
        .map(|one| (one.unit.as_str(), one.total.fixed(2), one.rank, one.verified))
        .collect();
    assert_eq!(
        bars,
        [
            ("区教育局", "76.00".into(), 1, false),
            ("区信访局", "75.00".into(), 2, false),
            ("区财政局", "69.00".into(), 3, true)
        ]
    );
    assert_eq!(totals.maximum, points("95"));
    let lost = results::lost(scheme(), &outcome);
    let at = |id: &str| lost.iter().find(|one| one.criterion == id).unwrap();
    let implementation = at("implementation");
    assert_eq!((implementation.forms, implementation.sum), (3, points("19")));
    assert_eq!(implementation.mean.fixed(4), "6.3333");
    assert_eq!((at("learning").sum, at("leadership").sum), (points("4"), Points::ZERO));
    assert_eq!(lost.len(), 6, "what is not counted loses nothing");
    let table = results::lost_table(scheme(), &lost, Lang::En);
    assert_eq!(table.texts()[3], ["Implementation", "15.00", "3", "19.00", "6.33"]);

    // The median of 11, 11 and 4 is 11; of 3, 2 and 3 it is 3.
    let medians = Medians::of(scheme(), &outcome);
    let against = medians.against(scheme(), &outcome.forms[2]);
    let at = |id: &str| against.iter().find(|one| one.criterion == id).unwrap();
    assert_eq!(
        (at("implementation").own, at("implementation").median),
        (Some(points("4")), Some(points("11")))
    );
    assert_eq!(at("learning").median, Some(points("3")));
    let table = Medians::table(scheme(), "区财政局", &against, Lang::Zh);
    assert_eq!(table.rows[3][4], Cell::Figure(points("-7"), 3));
    assert_eq!(table.title, "区财政局与中位数比较");
}

/// Of an even number it lies half-way: 2 and 3 make 2.5.
#[test]
fn an_even_median_lies_half_way() {
    let (one, other) = (learned("区教育局", 1), learned("区财政局", 2));
    let forms = [("一", &one, "2022-01-12"), ("二", &other, "2022-01-12")];
    let outcome = batch(Basis::of(scheme()), forms);
    let against = Medians::of(scheme(), &outcome).against(scheme(), &outcome.forms[0]);
    let learning = against.iter().find(|one| one.criterion == "learning").unwrap();
    assert_eq!((learning.own, learning.median), (Some(points("2")), Some(points("2.5"))));
}

#[test]
fn a_name_for_machines_comes_back() {
    use Progress::{Begun, Forfeited, Open, SentBack, Superseded, Verified};
    for progress in [SentBack, Superseded, Forfeited, Open, Begun, Verified] {
        assert_eq!(Progress::from_code(progress.code()), Some(progress));
    }
    assert_eq!(Progress::from_code("done"), None);
}

proptest! {
    #![proptest_config(form_support::cases(24))]
    /// However the forms come: what is lost and what is had make full marks; ranks fall with totals; and each
    /// form is a row or an earlier one.
    #[test]
    fn the_sums_hold(forms in proptest::collection::vec((0usize..6, 0u32..5, any::<bool>()), 1..10)) {
        let units = &scheme().file().units;
        let files: Vec<FormFile> =
            forms.iter().map(|(unit, trainings, _)| learned(&units[*unit], *trainings)).collect();
        let late = |late: bool| if late { "2022-01-20" } else { "2022-01-12" };
        let taken = files.iter().zip(&forms).map(|(file, (.., is_late))| ("表.json", file, late(*is_late)));
        let outcome = batch(Basis::of(scheme()), taken);
        let results = Results::of(scheme(), &outcome);
        let with_form = results.rows.iter().filter(|row| row.form.is_some()).count();
        prop_assert_eq!(with_form + results.superseded, forms.len());
        let totals = results::totals(scheme(), &outcome);
        let had: Points = totals.units.iter().map(|one| one.total).sum();
        let lost: Points = results::lost(scheme(), &outcome).iter().map(|one| one.sum).sum();
        let full: Points = totals.units.iter().map(|_| totals.maximum).sum();
        prop_assert_eq!(had.plus(lost), full);
        for pair in totals.units.windows(2) {
            prop_assert!(pair[0].total >= pair[1].total);
            prop_assert_eq!(pair[0].rank == pair[1].rank, pair[0].total == pair[1].total);
        }
    }
}
