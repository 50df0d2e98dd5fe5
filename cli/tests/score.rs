//! `selfscore score`: forms scored and compared.

mod support;

use serde_json::{Value, json};
use support::{FORM, FORM_CSV, Folder, KINDS, KINDS_SCHEMES, SCHEME, TABLE_E, run};

/// A criterion's line of the first form.
fn line<'a>(read: &'a Value, criterion: &str) -> &'a Value {
    let lines = read[0]["lines"].as_array().unwrap_or_else(|| panic!("lines in {read:#}"));
    let found = lines.iter().find(|line| line["criterion"] == criterion);
    found.unwrap_or_else(|| panic!("{criterion} in {read:#}"))
}

#[test]
fn a_form_without_faults_in_both_spellings() {
    // One lead task at 85 %, 80 % claimed: 60 × 0.8 = 48. 4 with meetings. No schedule: 6 − 2 = 4.
    // Two tasks behind: 15 − 2×2 = 11. Both done: 3 + 3 = 6. One visit, two trainings: 3.
    // 48 + 4 + 4 + 11 + 6 + 3 = 76 of 60 + 4 + 6 + 15 + 6 + 4 = 95.
    for form in [FORM, FORM_CSV] {
        let text = run(&["score", form]).clean().stdout;
        let expected = [
            "区教育局",
            "完成任务（tasks）：48.00 / 60，已填完",
            "= 60 × 1 × 0.8 ÷ 1 = 48",
            "（measures）：4.00 / 6，",
            "= 15 − 2 × 2 − 2 × 0 = 11",
            "开展宣传活动（publicity）：不计分",
            "合计：76.00 / 95\n",
            "文件里的得分与重新计算的完全一致",
            "填报没有发现问题",
        ];
        for words in expected {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
    assert!(run(&["score", FORM_CSV]).stdout.contains("校验码相符"));
    assert!(run(&["score", FORM]).stdout.contains("没有校验码"));
}

#[test]
fn stated_figures_that_differ_are_a_finding() {
    let folder = Folder::new();
    // 60 instead of 48, and the total of it.
    let changes = [("/score/criteria/tasks", json!("60.00")), ("/score/total", json!("88.00"))];
    let form = folder.changed("form.json", FORM, &changes);
    let text = run(&["score", &form]).findings().stdout;
    assert!(text.contains("有 2 个数与重新计算的不一致"), "{text}");
    assert!(text.contains("tasks：文件所写 60.00，重新计算 48.00\n"), "{text}");
    assert!(text.contains("合计：文件所写 88.00，重新计算 76.00\n"), "{text}");
    let read = run(&["score", "--format", "json", &form]).findings().json();
    let differ = read[0]["figures"].as_array().map(|all| {
        all.iter().filter(|figure| figure["differs"] == true).cloned().collect::<Vec<_>>()
    });
    let expected = json!([
        { "criterion": "tasks", "stated": "60.00", "recomputed": "48.00", "differs": true },
        { "criterion": null, "stated": "88.00", "recomputed": "76.00", "differs": true },
    ]);
    assert_eq!(json!(differ), expected, "{read:#}");
}

#[test]
fn what_is_missing_is_a_finding_and_leaves_a_range() {
    let folder = Folder::new();
    let changes = [("/answers/leadership", Value::Null), ("/score", Value::Null)];
    let form = folder.changed("form.json", FORM, &changes);
    // 76 − 4 at least; with the 4 points of leadership 76.
    let read = run(&["score", "--format", "json", &form]).findings().json();
    let form_read = &read[0];
    assert_eq!((&form_read["total"], &form_read["highest"]), (&json!("72.00"), &json!("76.00")));
    assert_eq!(form_read["complete"], false);
    assert_eq!(line(&read, "leadership")["state"], "incomplete");
    assert_eq!(form_read["issues"][0]["code"], "not_answered");
    assert_eq!(form_read["issues"][0]["field"], "/answers/leadership/choice");
    let text = run(&["score", &form]).findings().stdout;
    assert!(text.contains("合计：72.00 / 95，未填完，最高可得 76.00"), "{text}");
    assert!(text.contains("错误 0 处，未填 1 处，提醒 0 处"), "{text}");
    assert!(text.contains("文件没有写明得分"), "{text}");
}

#[test]
fn a_text_kept_as_typed_is_an_error_of_its_field() {
    let folder = Folder::new();
    let changes = [
        ("/answers/tasks/tasks/0/completion", Value::Null),
        ("/answers/tasks/tasks/0/claim", Value::Null),
        ("/as_typed", json!({ "/answers/tasks/tasks/0/completion": "八成" })),
    ];
    let form = folder.changed("form.json", FORM, &changes);
    let read = run(&["score", "--format", "json", &form]).findings().json();
    let issues = read[0]["issues"].as_array().expect("issues");
    let of = |code: &str| issues.iter().filter(|issue| issue["code"] == code).count();
    assert_eq!((of("not_a_number"), of("completion_missing")), (1, 0), "{issues:#?}");
    assert_eq!(line(&read, "tasks")["points"], "0.00");
}

#[test]
fn a_file_that_changed_after_its_export_is_a_finding() {
    let folder = Folder::new();
    let bytes = std::fs::read(support::root().join(FORM_CSV)).expect("a form");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let changed = text.replacen("2022-01-10", "2022-01-11", 1);
    assert_ne!(text, changed);
    let form = folder.file("form.csv", changed.as_bytes());
    let read = run(&["score", &form, "--format", "json"]).findings().json();
    assert_eq!((&read[0]["check_code"], &read[0]["total"]), (&json!("differs"), &json!("76.00")));
}

#[test]
fn every_kind_of_rule_under_a_scheme_from_a_folder() {
    let args = ["score", KINDS, "--schemes", KINDS_SCHEMES, "--format", "json"];
    let read = run(&args);
    assert_eq!(read.status, 1, "{read:#?}");
    let read = read.json();
    let points = |criterion: &str| line(&read, criterion)["points"].clone();
    // 20 − 5 − 12 = 3 lost 17, twice: 20 − 34. 98.75 × 10 ÷ 100 = 9.875, rounded up.
    // (5 + 1×3×2×2) ÷ 2 authors. (9 + 8.5 + 0) ÷ 3 = 5.833…, the third score missing.
    let expected =
        [("disclosure", "-14.00"), ("rate", "9.88"), ("awards", "8.50"), ("opinion", "5.83")];
    for (criterion, figure) in expected {
        assert_eq!(points(criterion), figure, "{criterion}");
    }
    assert_eq!(line(&read, "investment")["state"], "pending");
    // 2.5 − 14 + 9.88 + 3 + 8.5 + 5.83 + 0 + 0
    assert_eq!(read[0]["total"], "15.71");
    assert_eq!(read[0]["unknown_members"], json!(["/answers/awards/entries/1/newspaper"]));
    assert_eq!(line(&read, "rate")["formula"]["en"], "98.75 × 10 ÷ 100 = 9.875 → rounded 9.88");
}

/// A form for table E: nothing lost but by what is given.
fn table_e(folder: &Folder, circulars: u32, veto: &[&str]) -> String {
    let form = json!({
        "format": "selfscore/form", "version": 1,
        "scheme": { "id": "e-zunyi-safety-2010", "revision": 1, "sha256": "" },
        "unit": "示例单位一",
        "answers": {
            "duty": { "done": ["signed", "posts", "discussed"] },
            "hazards": { "value": "100" },
            "training": { "occurrences": { "sessions": 5 } },
            "innovation": { "entries": [] },
            "accidents": { "occurrences": { "within": 0, "beyond": 0 } },
            "criticised": { "occurrences": { "circulars": circulars } },
            "pictures": { "occurrences": { "not_provided": 0 } },
            "one_veto": { "done": veto },
        },
    });
    folder.file("form.json", form.to_string().as_bytes())
}

#[test]
fn bonus_penalties_vetoes_and_grades() {
    let folder = Folder::new();
    let score = |circulars, veto: &[&str]| {
        let form = table_e(&folder, circulars, veto);
        let text = run(&["score", &form, "--scheme", TABLE_E]).clean().stdout;
        let read = run(&["score", &form, "--scheme", TABLE_E, "--format", "json"]).clean().json();
        (text, read[0]["total"].clone(), read[0]["grade"].clone())
    };
    // 40 + 40 + 5×4 = 100.
    let (text, total, grade) = score(0, &[]);
    assert_eq!((total, grade), (json!("100.00"), json!("excellent")));
    assert!(text.contains("等次：优秀\n"), "{text}");
    // 100 − 4×2 = 92, from 90 and below 95.
    let (text, total, grade) = score(4, &[]);
    assert_eq!((total, grade), (json!("92.00"), json!("good")));
    assert!(text.contains("等次：良好\n"), "{text}");
    // A grave accident: 79.99 at most, below 80.
    let (text, total, grade) = score(4, &["grave"]);
    assert_eq!((total, grade), (json!("79.99"), json!("below")));
    assert!(text.contains("等次：不达标\n"), "{text}");
}

#[test]
fn the_unit_s_class_decides_what_applies() {
    let folder = Folder::new();
    let learning = support::json(SCHEME)["groups"]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
        .flat_map(|(group, of)| {
            let all = of["indicators"].as_array().cloned().unwrap_or_default();
            all.into_iter().enumerate().map(move |(at, indicator)| (group, at, indicator))
        })
        .find(|(_, _, indicator)| indicator["criteria"][0]["id"] == "learning")
        .map(|(group, at, _)| format!("/groups/{group}/indicators/{at}/criteria/0/classes"))
        .expect("the criterion");
    let classes = json!([{ "id": "second", "title": { "zh": "二类" }, "units": ["区司法局"] }]);
    let id = json!("classes-of-units");
    let changes =
        [("/id", id.clone()), ("/classes", classes), (learning.as_str(), json!(["second"]))];
    let scheme = folder.changed("classes.json", SCHEME, &changes);
    let of = |unit: &str, answered: bool| {
        let scheme_id = ("/scheme/id", id.clone());
        let mut changes = vec![scheme_id, ("/unit", json!(unit)), ("/score", Value::Null)];
        if !answered {
            changes.push(("/answers/learning", Value::Null));
        }
        let form = folder.changed("form.json", FORM, &changes);
        run(&["score", &form, "--scheme", &scheme, "--format", "json"]).clean().json()
    };
    // It concerns the second class only: 76 − 3 = 73 of 95 − 4 = 91, and nothing is missing.
    let read = of("区教育局", false);
    assert_eq!((&read[0]["total"], &read[0]["maximum"]), (&json!("73.00"), &json!("91.00")));
    assert_eq!(line(&read, "learning")["state"], "not_applicable");
    let read = of("区司法局", true);
    assert_eq!((&read[0]["total"], &read[0]["maximum"]), (&json!("76.00"), &json!("95.00")));
}

#[test]
fn many_forms_and_one_that_cannot_be_read() {
    let folder = Folder::new();
    let garbage = folder.file("garbage.csv", b"\xff\xfe\x00");
    let all = run(&["score", FORM, &garbage, FORM_CSV]).unusable();
    assert_eq!(all.stdout.matches("合计：76.00 / 95").count(), 2, "{all:#?}");
    assert_eq!(all.stderr.lines().count(), 1, "{all:#?}");
}

#[test]
fn the_explanation_has_steps_and_clauses() {
    let text = run(&["score", FORM, "--explain", "--lang", "en"]).clean().stdout;
    assert!(text.contains("Tasks 48.00 = 60 × 1 × 0.8 ÷ 1 = 48"), "{text}");
    let clause = support::json(SCHEME)["groups"][0]["indicators"][0]["criteria"][0]["clauses"][0]
        ["text"]["en"]
        .as_str()
        .map(str::to_owned)
        .expect("a clause in English");
    assert!(text.contains(&clause), "{clause} in {text}");
    assert!(!run(&["score", FORM, "--lang", "en"]).stdout.contains(&clause));
}

#[test]
fn the_table_has_a_row_a_criterion_and_one_for_the_total() {
    let folder = Folder::new();
    let changes = [
        ("/unit", json!("=HYPERLINK(\"x\")")),
        ("/answers/leadership", Value::Null),
        // No criterion of the scheme, and one that it does not count.
        ("/score/criteria/unheard", json!("3")),
        ("/score/criteria/publicity", json!("5")),
    ];
    let form = folder.changed("form.json", FORM, &changes);
    let table = run(&["score", "--format", "csv", FORM_CSV, &form]).findings().stdout;
    let table = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    // Seven criteria and the total, of two forms.
    assert_eq!(rows.len(), 16);
    let row = |form: usize, key: &str| {
        let found = rows[form * 8..][..8].iter().find(|row| &row[3] == key);
        found.unwrap_or_else(|| panic!("{key} in {table}"))
    };
    assert_eq!((&row(0, "tasks")[5], &row(0, "tasks")[11]), ("48.00", "一致"));
    assert_eq!((&row(0, "/total")[5], &row(0, "/total")[7]), ("76.00", "95"));
    assert_eq!(&row(0, "publicity")[5], "", "not counted is no zero");
    // 76 − 4 to 76; the file still states 4 and 76.
    assert_eq!((&row(1, "/total")[5], &row(1, "/total")[6]), ("72.00", "76.00"));
    assert_eq!((&row(1, "leadership")[10], &row(1, "leadership")[11]), ("4.00", "不一致"));
    assert!(row(1, "leadership")[12].contains("[未填]"));
    assert_eq!((&row(1, "publicity")[10], &row(1, "publicity")[11]), ("5.00", "不一致"));
    assert!(row(1, "/total")[12].contains("unheard：文件所写 3.00，重新计算 0.00"));
    // No spreadsheet runs what a form says.
    assert_eq!(&row(1, "tasks")[1], "'=HYPERLINK(\"x\")");
}

/// 48 + 4 + 4 + 11 + 6 + 3, worked out at the sample.
#[test]
fn workbooks_are_scored_too() {
    let book = "books/tests/fixtures/v1-notice.xlsx";
    let scored = run(&["score", book, "--format", "json"]);
    assert_eq!(scored.json()[0]["total"], "76.00", "{scored:#?}");
}
