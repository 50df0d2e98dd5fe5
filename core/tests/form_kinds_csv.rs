//! What rules other than the notice's ask for, as a table.

mod form_support;

use form_support::kinds::{edited, sample, table};
use form_support::table::written;
use selfscore_core::form::{Form, Kind, Place, Reason, csv, json};
use selfscore_core::limits;
use serde_json::json;

/// Columns of the table.
const CONTENT: usize = 2;
const VALUE: usize = 4;
const KEY: usize = 11;

fn text(rows: &[Vec<String>]) -> String {
    written(rows, b',', ::csv::QuoteStyle::Necessary, true)
}

fn at(rows: &[Vec<String>], key: &str) -> usize {
    rows.iter().position(|row| row[KEY] == key).unwrap_or_else(|| panic!("no row {key}"))
}

fn empty() -> Form {
    Form { answers: Default::default(), ..sample() }
}

#[test]
fn lists_are_bounded() {
    for (pointer, entry, most) in [
        ("/answers/awards/entries", json!({ "title": "x" }), limits::ENTRIES),
        ("/answers/opinion/scores", json!("9"), limits::SCORES),
    ] {
        let list = |n: usize| edited(pointer, json!(vec![entry.clone(); n]));
        let error = json::read(list(most + 1).as_bytes()).unwrap_err();
        assert_eq!(error.place, Place::Member(pointer.into()));
        assert_eq!(error.reason, Reason::TooMany(most + 1, most));
        let form = json::read(list(most).as_bytes()).unwrap().form;
        let mut all = table(&form);
        assert_eq!(csv::read(text(&all).as_bytes()).unwrap().form, form);
        let mut more = all[at(&all, &format!("{pointer}/0"))].clone();
        more[KEY] = format!("{pointer}/{most}");
        all.push(more);
        let error = csv::read(text(&all).as_bytes()).unwrap_err();
        assert_eq!(error.reason, Reason::TooMany(most + 1, most));
    }
}

/// The sample's table, as an official reads it.
#[test]
fn the_table_says_it_in_words() {
    let all = table(&sample());
    for (key, content, value) in [
        ("/answers/grading/choice/partly", "不健全", "是"),
        ("/answers/grading/claim", "申报得分", "2.5"),
        ("/answers/disclosure/applies", "是否适用", "是"),
        ("/answers/disclosure/occurrences/grave", "严重违规", "2"),
        ("/answers/disclosure/claims/grave", "严重违规：申报扣分", "12"),
        ("/answers/disclosure/flags/listed_only", "仅有列督事项", "是"),
        ("/answers/rate/value", "按时办结率（%）", "98.75"),
        ("/answers/innovation/claim", "酌情给分", "3"),
        ("/answers/awards/entries/0", "全国先进集体", "1"),
        ("/answers/awards/entries/0/level", "级别（市级 city、国家级 national）", "national"),
        ("/answers/awards/entries/0/placement", "版面位置（头版头条 front）", ""),
        ("/answers/awards/entries/0/authors", "署名人数", "2"),
        ("/answers/awards/entries/1", "经验做法", "3"),
        ("/answers/awards/entries/1/placement", "版面位置（头版头条 front）", "front"),
        ("json:/answers/awards/entries/1/newspaper", "", "\"某日报\""),
        ("/answers/opinion/scores/0", "专家 1", "9"),
        ("/answers/opinion/scores/1", "专家 2", "8.5"),
        // The third of three is still to come.
        ("/answers/opinion/scores/2", "专家 3", ""),
        ("/answers/investment/value", "到位资金（万元）", "1200"),
        ("/answers/satisfaction/value", "满意度", ""),
        ("/answers/accident/done/death", "发生死亡事故", "否"),
    ] {
        let row = &all[at(&all, key)];
        assert_eq!((row[CONTENT].as_str(), row[VALUE].as_str()), (content, value), "{key}");
    }
    // Nothing is asked that the scheme does not ask.
    for key in ["/answers/rate/claim", "/answers/rate/applies", "/answers/disclosure/claims/late"] {
        assert!(!all.iter().any(|row| row[KEY] == key), "{key}");
    }
    assert_eq!(csv::read(text(&all).as_bytes()).unwrap().form, sample());
}

#[test]
fn rows_stand_there_to_be_filled_in() {
    let mut all = table(&empty());
    assert_eq!(csv::read(text(&all).as_bytes()).unwrap().form, empty());
    for (key, column, typed) in [
        ("/answers/disclosure/applies", VALUE, "否"),
        ("/answers/disclosure/flags/listed_only", VALUE, "×"),
        ("/answers/disclosure/claims/grave", VALUE, "\u{FF11}\u{FF10}"),
        ("/answers/rate/value", VALUE, "98.5%"),
        ("/answers/innovation/claim", VALUE, "3"),
        ("/answers/grading/claim", VALUE, "1"),
        ("/answers/awards/entries/0", CONTENT, "先进集体"),
        ("/answers/awards/entries/0/level", VALUE, "city"),
        ("/answers/awards/entries/0/placement", VALUE, "front"),
        ("/answers/awards/entries/0/authors", VALUE, "2.0"),
        // The first two rows are left empty.
        ("/answers/opinion/scores/2", VALUE, "7"),
        ("/answers/investment/value", VALUE, "1200"),
        ("/answers/satisfaction/value", VALUE, "95"),
        ("/answers/accident/done/death", VALUE, "否"),
    ] {
        let row = at(&all, key);
        all[row][column] = typed.into();
    }
    let form = csv::read(text(&all).as_bytes()).unwrap().form;
    let answers = json!({
        "accident": { "done": [] },
        "awards": { "entries": [ {
            "title": "先进集体", "level": "city", "placement": "front", "authors": 2
        } ] },
        "disclosure": {
            "applies": false, "flags": { "listed_only": false }, "claims": { "grave": "10" }
        },
        "grading": { "claim": "1" },
        "innovation": { "claim": "3" },
        "investment": { "value": "1200" },
        "opinion": { "scores": ["7"] },
        "rate": { "value": "98.5" },
        "satisfaction": { "value": "95" }
    });
    let document = json!({ "format": "selfscore/form", "version": 1, "answers": answers });
    let expected = json::read(document.to_string().as_bytes()).unwrap().form;
    assert_eq!(form.answers, expected.answers);
}

#[test]
fn a_thing_of_which_only_a_part_is_said_is_there() {
    for (key, column, typed) in [
        ("/answers/awards/entries/0/level", VALUE, "city"),
        ("/answers/awards/entries/0/authors", VALUE, "2"),
        ("/answers/awards/entries/0", VALUE, "2"),
        ("/answers/awards/entries/0", 9, "附说明"),
        ("/answers/awards/entries/0", 10, "5-1"),
    ] {
        let mut all = table(&empty());
        let row = at(&all, key);
        all[row][column] = typed.into();
        let form = csv::read(text(&all).as_bytes()).unwrap().form;
        assert_eq!(form.answers["awards"].entries.as_ref().map(Vec::len), Some(1), "{key}");
    }
}

#[test]
fn refuses_cells_by_row_and_column() {
    let expected = |kind, found: &str| Reason::Expected(kind, found.into());
    for (key, column, typed, heading, reason) in [
        ("/answers/rate/value", VALUE, "很高", "填报值", expected(Kind::Decimal, "很高")),
        ("/answers/rate/value", VALUE, "1.23456", "填报值", expected(Kind::Decimal, "1.23456")),
        ("/answers/innovation/claim", VALUE, "三", "填报值", expected(Kind::Decimal, "三")),
        ("/answers/disclosure/claims/grave", VALUE, "多", "填报值", expected(Kind::Decimal, "多")),
        ("/answers/opinion/scores/1", VALUE, "优", "填报值", expected(Kind::Decimal, "优")),
        (
            "/answers/opinion/scores/1",
            VALUE,
            "1.23456",
            "填报值",
            expected(Kind::Decimal, "1.23456"),
        ),
        (
            "/answers/disclosure/flags/listed_only",
            VALUE,
            "大概",
            "填报值",
            expected(Kind::Flag, "大概"),
        ),
        ("/answers/disclosure/applies", VALUE, "不适用", "填报值", expected(Kind::Flag, "不适用")),
        ("/answers/awards/entries/0", VALUE, "1.5", "填报值", expected(Kind::Count, "1.5")),
        (
            "/answers/awards/entries/0/authors",
            VALUE,
            "两人",
            "填报值",
            expected(Kind::Count, "两人"),
        ),
        (
            "/answers/awards/entries/0/authors",
            VALUE,
            "4294967296",
            "填报值",
            expected(Kind::Count, "4294967296"),
        ),
        ("/answers/awards/entries/0/level", 9, "x", "得分说明", Reason::Stray("x".into())),
        ("/answers/awards/entries/0", 5, "牵头", "牵头/配合", Reason::Stray("牵头".into())),
        (
            "/answers/awards/entries/0/level",
            KEY,
            "/answers/awards/entries/0/rank",
            "键",
            Reason::UnknownKey("/answers/awards/entries/0/rank".into()),
        ),
        (
            "/answers/awards/entries/0/level",
            KEY,
            "/answers/awards/entries/7/level",
            "键",
            Reason::OrphanKey("/answers/awards/entries/7/level".into()),
        ),
        (
            "/answers/awards/entries/0/level",
            KEY,
            "/answers/awards/entries/1/level",
            "键",
            Reason::RepeatedKey("/answers/awards/entries/1/level".into()),
        ),
    ] {
        let mut all = table(&sample());
        let row = at(&all, key);
        all[row][column] = typed.into();
        let error = csv::read(text(&all).as_bytes()).unwrap_err();
        assert_eq!(error.reason, reason, "{key} {typed}");
        let row = match &reason {
            // The one that stands there already is the later row.
            Reason::RepeatedKey(key) => at(&table(&sample()), key),
            _ => row,
        };
        assert_eq!(error.place, Place::Row { row: row + 1, column: heading.into() }, "{key}");
    }
}

#[test]
fn a_thing_removed_takes_its_texts_along_and_leaves_no_rows_behind() {
    let mut form = sample();
    form.extra.insert(
        "as_typed".into(),
        json!({
            "/answers/awards/entries/0/times": "一次",
            "/answers/awards/entries/1/authors": "三人",
            "/answers/opinion/scores/1": "优"
        }),
    );
    form.answers.get_mut("awards").unwrap().entries.as_mut().unwrap()[0].times = None;
    let all = table(&form);
    let mut without = all.clone();
    without.retain(|row| row[KEY] != "/answers/awards/entries/0");
    let orphan = "/answers/awards/entries/0/level".to_owned();
    let error = csv::read(text(&without).as_bytes()).unwrap_err();
    assert_eq!(error.reason, Reason::OrphanKey(orphan));

    without.retain(|row| !row[KEY].starts_with("/answers/awards/entries/0"));
    without.retain(|row| row[KEY] != "/answers/opinion/scores/0");
    let form = csv::read(text(&without).as_bytes()).unwrap().form;
    let entries = form.answers["awards"].entries.as_ref().unwrap();
    assert_eq!((entries.len(), entries[0].title.as_str()), (1, "经验做法"));
    assert_eq!(entries[0].extra["newspaper"], json!("某日报"));
    assert_eq!(form.answers["opinion"].scores.as_ref().unwrap().len(), 1);
    // A text among the scores stays where it was typed.
    let typed =
        json!({ "/answers/awards/entries/0/authors": "三人", "/answers/opinion/scores/1": "优" });
    assert_eq!(form.extra["as_typed"], typed);
}
