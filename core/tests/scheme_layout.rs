//! Schemes as spreadsheets, there and back: nothing is lost on the way, and what a person edits
//! in plain cells counts.

mod generated;
#[path = "support/tables.rs"]
mod tables;

use generated::Dice;
use proptest::prelude::*;
use selfscore_core::points::Points;
use selfscore_core::scheme::layout::{export, export_csv, import, import_rows};
use selfscore_core::scheme::{Criterion, Group, Rule, SchemeFile, builtin};
use selfscore_wording::Lang;
use serde_json::Value;
use tables::table_schemes;

fn all() -> Vec<SchemeFile> {
    let built = builtin().expect("the built-in schemes read");
    let tables = table_schemes();
    built.iter().chain(tables.values()).map(|scheme| scheme.file().clone()).collect()
}

fn default_file() -> SchemeFile {
    all().remove(0)
}

/// The cell of a column in the first row that has this somewhere.
fn cell<'a>(rows: &'a mut [Vec<String>], column: &str, with: &str) -> &'a mut String {
    let heading =
        rows.iter().find(|row| row.iter().any(|cell| cell == "评分规则")).expect("heading");
    let at = heading.iter().position(|cell| cell == column).expect("column");
    let row = rows.iter_mut().find(|row| row.len() > 10 && row.iter().any(|cell| cell == with));
    &mut row.expect("row")[at]
}

fn criterion<'a>(file: &'a SchemeFile, id: &str) -> &'a Criterion {
    let indicators = file.groups.iter().flat_map(Group::all_indicators);
    let mut criteria = indicators.flat_map(|indicator| &indicator.criteria);
    criteria.find(|criterion| criterion.id == id).expect("criterion")
}

fn points(text: &str) -> Points {
    text.parse().expect("points")
}

#[test]
fn every_scheme_comes_back_from_a_file() {
    for file in all() {
        for lang in [Lang::Zh, Lang::En] {
            let found = import(&export_csv(&file, lang));
            assert_eq!(found.as_ref(), Ok(&file), "{}", file.id);
        }
    }
}

#[test]
fn every_rule_of_the_schemes_at_hand_is_readable() {
    for file in all() {
        for row in export(&file, Lang::Zh) {
            assert!(!row.iter().any(|cell| cell == "见其他"), "{}: {row:?}", file.id);
        }
    }
}

/// The names of members in a value, without those below `gap`, which has no cell.
fn members(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            for (name, below) in all.iter().filter(|(name, _)| *name != "gap") {
                // An id may be such a word; what it names is an object.
                if !below.is_object() && !below.is_null() {
                    into.push(name.clone());
                }
                members(below, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|below| members(below, into)),
        _ => {}
    }
}

#[test]
fn the_json_of_a_criterion_overrules_no_cell() {
    for file in all() {
        for row in export(&file, Lang::Zh).iter().filter(|row| row.len() == 14) {
            let Ok(rest) = serde_json::from_str::<Value>(&row[13]) else { continue };
            let mut found = Vec::new();
            for part in ["title", "points", "clauses", "rule", "optional"] {
                members(&serde_json::json!({ part: rest["criterion"][part] }), &mut found);
            }
            let plain =
                ["zh", "points", "each", "cap", "kind", "bounds", "mark", "basis", "optional"];
            for cell in plain {
                assert!(!found.iter().any(|name| name == cell), "{}: {cell} in {rest}", file.id);
            }
        }
    }
}

#[test]
fn plain_cells_are_what_the_scheme_says() {
    let mut rows = export(&default_file(), Lang::Zh);
    // Words and numbers of schemes/business-environment-2021.json, criterion `leadership`.
    let ids = rows.iter().flatten().find(|cell| cell.starts_with("leadership\n")).cloned();
    let ids = ids.expect("the criterion's ids");
    assert_eq!(cell(&mut rows, "评分方式", &ids), "择一");
    assert_eq!(
        cell(&mut rows, "评分规则", &ids),
        "未建立“一把手”责任制 0\n明确“一把手”责任\u{FF0C}未定期召开工作推进会议 2\n\
         明确“一把手”责任\u{FF0C}定期召开工作推进会议 4"
    );
    assert_eq!(cell(&mut rows, "分值", &ids), "4");
}

#[test]
fn edited_cells_count_and_the_rest_stays() {
    let file = default_file();
    let mut rows = export(&file, Lang::Zh);
    *cell(&mut rows, "评分内容", "学习先进经验") = "对标学习".into();
    *cell(&mut rows, "分值", "对标学习") = "\u{FF16}".into();
    *cell(&mut rows, "评分规则", "对标学习") =
        "到先进地区参观学习 1.5\n专家授课\u{FF0C}每次得1分\n最高 6".into();
    let found = import_rows(&rows).expect("the edited table reads");
    let at = |file: &SchemeFile| {
        let mut all = file.groups.iter().flat_map(Group::all_indicators);
        let indicator = all.find(|one| one.title.zh == "学习先进经验").cloned();
        let mut indicator = indicator.expect("indicator");
        (indicator.points, indicator.criteria.remove(0))
    };
    let ((_, before), (points_after, after)) = (at(&file), at(&found));
    assert_eq!((after.title.zh.as_str(), &after.title.en), ("对标学习", &before.title.en));
    assert_eq!((after.points, points_after), (Some(points("6")), Some(points("6"))));
    let (Rule::Count(before), Rule::Count(after)) = (before.rule, after.rule) else {
        panic!("the rule counts");
    };
    assert_eq!(after.cap, points("6"));
    assert_eq!(after.items[0].each, points("1.5"));
    assert_eq!(after.items[1].label.zh, "专家授课");
    // Ids, clauses and English words stay with their lines.
    for (before, after) in before.items.iter().zip(&after.items) {
        assert_eq!(
            (&after.id, &after.clause, &after.label.en),
            (&before.id, &before.clause, &before.label.en)
        );
    }
    // Nothing else changed.
    assert_eq!((&found.clauses, &found.units, &found.due), (&file.clauses, &file.units, &file.due));
    assert_eq!(criterion(&found, "leadership"), criterion(&file, "leadership"));
}

/// Whole rows below the heading change places.
fn swap(rows: &mut [Vec<String>], one: &str, other: &str) {
    let place = |words: &str| rows.iter().position(|row| row.get(5).is_some_and(|c| c == words));
    let (one, other) = (place(one).expect("row"), place(other).expect("row"));
    rows.swap(one, other);
}

#[test]
fn indicators_may_change_places() {
    let mut file = table_schemes()["c-quanzhou-licheng-2020"].file().clone();
    let mut rows = export(&file, Lang::Zh);
    // The first carries what cells cannot say of the group.
    swap(&mut rows, "政府信息主动公开", "保密审查");
    file.groups[0].indicators.swap(0, 3);
    assert_eq!(import_rows(&rows), Ok(file));
}

#[test]
fn criteria_of_an_indicator_may_change_places() {
    let mut file = default_file();
    let mut rows = export(&file, Lang::Zh);
    // The first carries the contents of the indicator.
    swap(&mut rows, "“一把手”负责制", "任务细化措施");
    let mut all = file.groups.iter_mut().flat_map(|group| &mut group.indicators);
    let indicator = all.find(|one| one.criteria.len() == 2).expect("an indicator of two");
    indicator.criteria.swap(0, 1);
    assert_eq!(import_rows(&rows), Ok(file));
}

#[test]
fn a_rule_of_another_kind_takes_the_place_of_the_old_one() {
    let mut rows = export(&default_file(), Lang::Zh);
    *cell(&mut rows, "评分方式", "学习先进经验") = "酌情".into();
    *cell(&mut rows, "评分规则", "学习先进经验") = "学习成效 0至4".into();
    let ids = cell(&mut rows, "标识", "学习先进经验");
    *ids = ids.lines().filter(|line| !line.starts_with("项目")).collect::<Vec<_>>().join("\n");
    let found = import_rows(&rows).expect("the edited table reads");
    let judged = found.groups.iter().flat_map(Group::all_indicators).any(|indicator| {
        let rule = indicator.criteria.first().map(|criterion| &criterion.rule);
        matches!(rule, Some(Rule::Judged(rule)) if rule.most == points("4"))
    });
    assert!(judged);
}

/// What hardly anybody writes comes back all the same.
#[test]
fn awkward_schemes_come_back() {
    type Edit = fn(&mut Value);
    let edits: [Edit; 12] = [
        |file| file["title"]["zh"] = "=1+1".into(),
        |file| file["title"]["zh"] = " \r\n\"'\u{FF0B}".into(),
        |file| file["title"]["zh"] = "".into(),
        |file| file["due"] = "soon".into(),
        |file| file["units"] = serde_json::json!([]),
        |file| file["units"] = serde_json::json!(["甲、乙", " 丙", "丁\n戊"]),
        |file| file["clauses"] = serde_json::json!([]),
        |file| file["decimals"] = 77.into(),
        |file| {
            let group = file["groups"][0].clone();
            file["groups"].as_array_mut().expect("groups").insert(0, group);
        },
        |file| {
            file["groups"][0]["indicators"] = serde_json::json!([]);
            file["groups"][1]["title"]["zh"] = "a / b".into();
        },
        |file| {
            let criterion = &mut file["groups"][1]["indicators"][0]["criteria"][0];
            criterion["id"] = "条款 x".into();
            criterion["clauses"] = serde_json::json!([]);
            criterion["rule"]["options"][0]["label"]["zh"] = "一；二\n三 4".into();
            criterion["points"] = "4.00".into();
        },
        |file| {
            let criterion = &mut file["groups"][1]["indicators"][0]["criteria"][0];
            criterion["rule"] =
                serde_json::json!({"kind": "deduction", "floor": "-0", "items": []});
        },
    ];
    for (at, edit) in edits.iter().enumerate() {
        let mut value = serde_json::to_value(default_file()).expect("a file has a value");
        edit(&mut value);
        let file: SchemeFile = serde_json::from_value(value).expect("still a file");
        assert_eq!(import_rows(&export(&file, Lang::Zh)).as_ref(), Ok(&file), "{at}, rows");
        assert_eq!(import(&export_csv(&file, Lang::En)).as_ref(), Ok(&file), "{at}, file");
    }
}

/// A spreadsheet fills every row up to the widest, writes days its own way, and ends lines as its
/// system does.
#[test]
fn what_a_spreadsheet_does_to_a_file_changes_nothing() {
    let file = default_file();
    let mut rows = export(&file, Lang::Zh);
    rows.iter_mut().for_each(|row| row.resize(16, String::new()));
    let due = rows.iter_mut().find(|row| row[0] == "截止日期").expect("the day");
    assert_eq!(due[1], "2022-01-14");
    due[1] = "2022/1/14".into();
    rows.iter_mut().flatten().for_each(|cell| *cell = cell.replace('\n', "\r\n"));
    assert_eq!(import_rows(&rows), Ok(file));
}

#[test]
fn no_cell_is_run_by_a_spreadsheet() {
    let mut file = default_file();
    file.title.zh = "=HYPERLINK(\"x\")".into();
    let csv = String::from_utf8(export_csv(&file, Lang::Zh)).expect("UTF-8");
    assert!(csv.starts_with('\u{FEFF}') && csv.contains("\r\n"));
    assert!(csv.contains("'=HYPERLINK") && !csv.contains(",=") && !csv.contains("\"=H"));
}

proptest! {
    #[test]
    fn generated_schemes_come_back(tape in proptest::collection::vec(any::<u32>(), 0..400)) {
        let scheme = generated::scheme(&mut Dice::new(&tape));
        let rows = export(scheme.file(), Lang::Zh);
        prop_assert_eq!(import_rows(&rows), Ok(scheme.file().clone()));
    }
}
