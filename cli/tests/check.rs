//! `selfscore check`: forms in every spelling, findings in every format.

mod support;
#[path = "support/forms.rs"]
mod support_forms;

use serde_json::{Value, json};
use support::{FORM, FORM_CSV, Folder, SCHEME, run};
use support_forms::{codes, gb18030, lines, ndjson, piped, sealed, sound};

const BOOK: &str = "books/tests/fixtures/v1-notice.xlsx";

#[test]
fn all_units_with_sound_forms_leave_nothing_to_find() {
    let scheme = support::json(SCHEME);
    let units: Vec<&str> =
        scheme["units"].as_array().unwrap().iter().flat_map(Value::as_str).collect();
    assert_eq!(units.len(), 35);
    let stream = ndjson(units.iter().map(|unit| sealed(sound(unit))));
    let read = lines(&piped(&["check", "-", "--format", "ndjson"], stream.as_bytes()).clean());
    assert_eq!(read.len(), 36);
    for (at, (line, unit)) in read.iter().zip(&units).enumerate() {
        // Worked out at the sample: 48 + 4 + 4 + 11 + 6 + 3.
        let expected = json!({
            "file": format!("-:{}", at + 1), "unit": unit, "claimed": "76.00",
            "recomputed": "76.00", "complete": true, "findings": [],
        });
        assert_eq!(*line, expected);
    }
    let last = json!({
        "forms": 35, "with_findings": 0, "kinds": {}, "same_again": 0, "passed_over": {},
        "findings": [],
    });
    assert_eq!(read[35], last);
    let text = piped(&["check", "-"], stream.as_bytes()).clean().stdout;
    assert!(text.ends_with("\n共 35 份表，有问题的 0 份\n"), "{text}");
    let table = piped(&["check", "-", "--format", "csv"], stream.as_bytes()).clean().stdout;
    assert_eq!(table, "\u{FEFF}文件,单位,评分内容,类别,自评分,重新计算,发现,处理\r\n");
}

/// The sample rests six criteria on no evidence, and has no other fault.
#[test]
fn every_spelling_is_read_from_files_folders_and_streams() {
    let folder = Folder::new();
    let read = |path: &str| std::fs::read(support::root().join(path)).unwrap();
    let sample = support::json(FORM);
    folder.file("a.json", &read(FORM));
    folder.file("b.csv", &read(FORM_CSV));
    folder.file("c.csv", &gb18030(&String::from_utf8(read(FORM_CSV)).unwrap()));
    folder.file("d.XLSX", &read(BOOK));
    folder.file("e.ndjson", ndjson([sample.clone(), sample]).as_bytes());
    folder.file("~$d.xlsx", b"open in a spreadsheet");
    std::fs::create_dir(format!("{}/g", folder.path())).unwrap();
    folder.file("g/h.json", &read(FORM));
    let args = ["check", "--alone", "--format", "ndjson", folder.path()];
    let all = lines(&run(&args).findings());
    let names = ["a.json", "b.csv", "c.csv", "d.XLSX", "e.ndjson:1", "e.ndjson:2", "g/h.json"];
    assert_eq!(all.len(), names.len(), "{all:#?}");
    let bare = ["leadership", "measures", "implementation", "publication", "learning", "publicity"];
    for (line, name) in all.iter().zip(names) {
        assert_eq!(line["file"], format!("{}/{name}", folder.path()));
        assert_eq!((&line["claimed"], &line["recomputed"]), (&json!("76.00"), &json!("76.00")));
        assert_eq!(codes(line), ["evidence_missing"; 6], "{line:#}");
        let found = line["findings"].as_array().unwrap().iter();
        let criteria: Vec<&str> = found.flat_map(|found| found["criterion"].as_str()).collect();
        assert_eq!(criteria, bare, "{name}");
    }
}

#[test]
fn a_figure_that_differs_in_every_format() {
    let folder = Folder::new();
    let mut form = sound("区教育局");
    // 60 instead of 48, which explains the total of 88 instead of 76.
    form["score"]["criteria"]["tasks"] = "60.00".into();
    form["score"]["total"] = "88.00".into();
    let path = folder.file("表.json", sealed(form).to_string().as_bytes());
    let args = ["check", "--alone", &path];
    let (message, remedy) =
        ("完成任务：所写 60.00，重新计算 48.00。", "以重新计算的为准；请单位核对。");
    let text = format!(
        "{path}：区教育局\n  自评 88.00，重新计算 76.00\n  [得分不符] {message}\n    处理：{remedy}\n\
         共 1 份表，有问题的 1 份\n发现：得分不符 1\n"
    );
    assert_eq!(run(&args).findings().stdout, text);
    let table = run(&[&args[..], &["--format", "csv"]].concat()).findings().stdout;
    let row = format!("{path},区教育局,tasks,figures_differ,60.00,48.00,{message},{remedy}\r\n");
    assert_eq!(table.split_once("处理\r\n").unwrap().1, row);
    let all = lines(&run(&[&args[..], &["--format", "ndjson"]].concat()).findings());
    let found = json!([{
        "code": "figures_differ", "criterion": "tasks", "claimed": "60.00", "recomputed": "48.00",
        "message": message, "remedy": remedy,
    }]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["findings"], found);
    assert_eq!((&all[0]["claimed"], &all[0]["recomputed"]), (&json!("88.00"), &json!("76.00")));
    let english = run(&[&args[..], &["--lang", "en"]].concat()).findings().stdout;
    assert!(english.contains("[Figures differ]") && english.contains("stated 60.00"), "{english}");
}

/// Two lead tasks by the register, one left out: 60 × (0.8 + 0) ÷ 2 = 24, the total 52 instead of 76.
#[test]
fn the_register_and_the_day_of_receipt() {
    let folder = Folder::new();
    let form = folder.file("表.json", sealed(sound("区教育局")).to_string().as_bytes());
    let rows = "序号,任务,牵头单位\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n";
    for register in [rows.as_bytes().to_vec(), gb18030(rows)] {
        let register = folder.file("分工.csv", &register);
        let args = ["check", "--alone", "--format", "ndjson", &form, "--register", &register];
        let all = lines(&run(&args).findings());
        assert_eq!(
            (codes(&all[0]), &all[0]["recomputed"]),
            (vec!["task_missing"], &json!("52.00"))
        );
        let found = &all[0]["findings"][0];
        assert_eq!((&found["claimed"], &found["recomputed"]), (&json!("48.00"), &json!("24.00")));
    }
    // The last day is 2022-01-14.
    for day in ["2022-01-14", "2022年1月14日"] {
        run(&["check", "--alone", &form, "--received", day]).clean();
    }
    let text = run(&["check", "--alone", &form, "--received", "2022/1/15"]).findings().stdout;
    assert!(text.contains("[逾期] 收到日期 2022-01-15，晚于截止日期 2022-01-14"), "{text}");
}

#[test]
fn what_concerns_all_forms_comes_last_and_names_the_file() {
    let folder = Folder::new();
    let mut earlier = sound("区教育局");
    earlier["exported_at"] = "2022-01-10T09:00:00+08:00".into();
    earlier["phone"] = "1".into();
    let earlier = folder.file("1.json", sealed(earlier).to_string().as_bytes());
    let later = folder.file("2.json", sealed(sound("区教育局")).to_string().as_bytes());
    let text = run(&["check", folder.path()]).findings().stdout;
    let duplicate = format!("  [重复报送] {earlier}：同一单位另有“{later}”，以后者为准。\n");
    let (forms, together) = text.split_once("\n所有表合起来看\n").unwrap();
    assert!(!forms.contains("重复报送") && together.starts_with(&duplicate), "{text}");
    assert!(together.contains("[未报送] “区财政局”没有报送。\n"), "{text}");
    assert!(!together.contains("“区教育局”没有报送"), "{text}");
    assert!(text.ends_with("\n共 2 份表，有问题的 0 份\n发现：重复报送 1，未报送 34\n"), "{text}");
    let all = lines(&run(&["check", "--format", "ndjson", folder.path()]).findings());
    assert_eq!(all[2]["kinds"], json!({ "duplicate": 1, "not_submitted": 34 }));
    assert_eq!(all[2]["findings"][0]["file"], json!(earlier));
    let rows = run(&["check", "--format", "csv", folder.path()]).findings().stdout;
    assert_eq!(rows.lines().count(), 1 + 35);
    run(&["check", "--alone", folder.path()]).clean();
}

#[test]
fn what_cannot_be_used_ends_with_2_and_the_rest_is_checked() {
    let folder = Folder::new();
    let form = folder.file("表.json", sealed(sound("区教育局")).to_string().as_bytes());
    let mixed = run(&["check", "--alone", "no/such.json", &form, "no/such.ndjson"]).unusable();
    assert!(
        mixed.stdout.contains("自评 76.00") && mixed.stdout.contains("共 1 份表"),
        "{mixed:#?}"
    );
    assert_eq!(mixed.stderr.matches("没有「no/such").count(), 2, "{mixed:#?}");
    let odd: [&[&str]; 7] = [
        &["--register", "no/such"],
        &["--register", &form],
        &["--scheme", "no-such"],
        &["--scheme", &form],
        &["--received", "2022-02-30"],
        &["--received", ""],
        &["--jobs", "0"],
    ];
    for args in odd {
        let run = run(&[&["check", &form], args].concat()).unusable();
        assert!(run.stdout.is_empty(), "{args:?}: {run:#?}");
    }
    run(&["check"]).unusable();
}

/// Whatever a file holds is a finding, not a reason to stop.
#[test]
fn files_that_are_no_forms_are_findings() {
    let folder = Folder::new();
    let deep = "[".repeat(200_000);
    let large = vec![b' '; 8 * 1024 * 1024 + 1];
    let book = std::fs::read(support::root().join(BOOK)).unwrap();
    let files: [(&str, &[u8]); 13] = [
        ("empty.json", b""),
        ("zeros.json", &[0; 64]),
        ("latin.csv", b"\xc0\xaf\xfe\xff"),
        ("object.json", b"{}"),
        ("deep.json", deep.as_bytes()),
        ("large.json", &large),
        ("other.json", br#"{"format":"others/form","version":1}"#),
        ("cut.zip", b"PK\x03\x04"),
        ("table.csv", "序号,名称\n1,x\n".as_bytes()),
        ("cut.xlsx", &book[..book.len() / 2]),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("packed.xlsx", b"PK\x03\x04xl/workbook.xml"),
        ("newer.json", br#"{"format":"selfscore/form","version":99}"#),
    ];
    for (name, bytes) in files {
        folder.file(name, bytes);
    }
    let all = lines(&run(&["check", "--format", "ndjson", folder.path()]).findings());
    assert_eq!(all.len(), files.len() + 1);
    for line in &all[..files.len()] {
        let newer = line["file"].as_str().unwrap().ends_with("newer.json");
        let code = if newer { "newer_version" } else { "unreadable" };
        assert_eq!(codes(line), [code], "{line:#}");
        assert_eq!((&line["claimed"], &line["recomputed"]), (&Value::Null, &Value::Null));
    }
}

#[test]
fn what_a_form_says_is_run_by_no_terminal_and_no_spreadsheet() {
    let unit = "=cmd|'\u{1B}]0;x\u{7}\u{9B}31m\u{202E}";
    let stream = ndjson([sealed(sound(unit))]);
    for format in ["text", "csv", "ndjson"] {
        let run =
            piped(&["check", "--alone", "-", "--format", format], stream.as_bytes()).findings();
        assert!(!run.stdout.contains(['\u{1B}', '\u{7}', '\u{9B}', '\u{202E}']), "{run:#?}");
        match format {
            "csv" => assert!(run.stdout.contains(",'=cmd"), "{run:#?}"),
            "ndjson" => assert_eq!(lines(&run)[0]["unit"], unit),
            _ => {}
        }
    }
}
