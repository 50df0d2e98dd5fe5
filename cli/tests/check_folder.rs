//! `selfscore check` over what lies in an office's folder: packages, one form in several spellings, and
//! files that are no forms.

mod support;
#[path = "support/forms.rs"]
mod support_forms;
#[path = "support/packed.rs"]
mod support_packed;

use selfscore_core::book::{Book, Cell, Look, Row, Sheet, Shown, Value as CellValue};
use serde_json::{Value, json};
use support::{FORM_CSV, Folder, SCHEME, run};
use support_forms::{codes, gb18030, lines, ndjson, piped, sealed, sound};
use support_packed::{packed, stored};

fn bytes(form: Value) -> Vec<u8> {
    sealed(form).to_string().into_bytes()
}

/// A workbook of one sheet with these rows.
fn book(rows: &[&[Value]]) -> Vec<u8> {
    let row = |cells: &&[Value]| Row {
        cells: (0u16..)
            .zip(*cells)
            .map(|(column, value)| Cell {
                column,
                value: match value {
                    Value::String(text) => CellValue::Text(text.clone()),
                    number => CellValue::Number(number.to_string()),
                },
                look: Look::Plain,
                shown: Shown::General,
            })
            .collect(),
        ..Row::default()
    };
    let sheet =
        Sheet { name: "表".into(), rows: rows.iter().map(row).collect(), ..Sheet::default() };
    selfscore_books::write(&Book { sheets: vec![sheet], ..Book::default() }).unwrap()
}

/// A form in that spelling, by the program itself.
fn converted(folder: &Folder, form: &str, to: &str) -> Vec<u8> {
    let out = format!("{}/{to}", folder.path());
    run(&["convert", form, "--to", to, "--force", "--out", &out]).clean();
    let stem = std::path::Path::new(form).file_stem().unwrap().to_str().unwrap();
    std::fs::read(format!("{out}/{stem}.{to}")).unwrap()
}

#[test]
fn packages_are_opened_for_their_form() {
    let folder = Folder::new();
    let form = bytes(sound("区教育局"));
    let path = folder.file("表.json", &form);
    let book = converted(&folder, &path, "xlsx");
    let table = converted(&folder, &path, "csv");
    let evidence = ("佐证材料/1-1.pdf".as_bytes().to_vec(), vec![7; 10_000]);
    let name = |name: &str| name.as_bytes().to_vec();
    let packages = [
        ("1.zip", stored(&[(name("表.json"), form.clone()), evidence.clone()])),
        ("2.zip", packed(&[evidence.clone(), (name("表.csv"), table.clone())])),
        ("3.zip", packed(&[(name("表.xlsx"), book)])),
        // As Chinese Windows names them, in a folder of its own, with a table that is no form.
        (
            "4.zip",
            packed(&[
                (gb18030("区教育局/目录.csv"), "序号,名称\n1,x\n".into()),
                (gb18030("区教育局/表.csv"), table),
            ]),
        ),
        ("5.ZIP", stored(&[(name("草稿.json"), b"{}".to_vec()), (name("表.json"), form)])),
    ];
    for (name, package) in &packages {
        let path = folder.file(name, package);
        let all = lines(&run(&["check", "--format", "ndjson", &path]).clean());
        assert_eq!(all.len(), 1, "{name}: {all:#?}");
        assert_eq!((&all[0]["file"], &all[0]["unit"]), (&json!(path), &json!("区教育局")));
        assert_eq!(all[0]["recomputed"], "76.00", "{name}");
        let again = run(&["convert", "--to", "json", &path]).clean().json();
        assert_eq!(again["sha256"], sealed(sound("区教育局"))["sha256"], "{name}");
    }
}

#[test]
fn a_package_that_cannot_be_used_is_a_finding_with_its_reason() {
    let folder = Folder::new();
    let name = |name: &str| name.as_bytes().to_vec();
    let form = |unit| bytes(sound(unit));
    // A megabyte out of a thousand bytes, declared as ten; and one that says so honestly and is blank.
    let bomb = |declared: u32| {
        let mut bytes = packed(&[(name("表.json"), vec![b' '; 1 << 20])]);
        let at = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        bytes[at + 24..at + 28].copy_from_slice(&declared.to_le_bytes());
        bytes
    };
    let whole = stored(&[(name("表.json"), form("区教育局"))]);
    let mut damaged = whole.clone();
    damaged[60] ^= 1;
    for (file, package, part) in [
        ("empty.zip", stored(&[]), "没有自评表"),
        ("evidence.zip", stored(&[(name("1-1.pdf"), vec![1])]), "没有自评表"),
        ("no.zip", b"no ZIP at all".to_vec(), "不是 ZIP"),
        ("cut.zip", whole[..whole.len() - 30].to_vec(), "不是 ZIP"),
        ("damaged.zip", damaged, "已损坏"),
        ("bomb.zip", bomb(10), "太大"),
        ("blank.zip", bomb(1 << 20), "无法辨认"),
        (
            "two.zip",
            stored(&[(name("1.json"), form("区教育局")), (name("2.json"), form("区财政局"))]),
            "2 个单位",
        ),
    ] {
        let path = folder.file(file, &package);
        let all = lines(&run(&["check", "--format", "ndjson", &path]).findings());
        assert_eq!(codes(&all[0]), ["unreadable"], "{file}");
        let message = all[0]["findings"][0]["message"].as_str().unwrap();
        assert!(message.contains(part), "{file}: {message}");
    }
}

/// What the page exports: the same form as JSON, CSV and XLSX, and as JSON once more at another time.
#[test]
fn one_form_in_several_spellings_is_one_submission() {
    let folder = Folder::new();
    let mut later = sound("区教育局");
    later["exported_at"] = "2022-01-13T09:00:00+08:00".into();
    let mut faulty = later.clone();
    faulty["score"]["criteria"]["tasks"] = "48.10".into();
    for (form, expected) in [(later, json!({ "not_submitted": 34 })), (faulty, Value::Null)] {
        let path = folder.file("表.json", &bytes(form.clone()));
        folder.file("表.xlsx", &converted(&folder, &path, "xlsx"));
        folder.file("表.csv", &converted(&folder, &path, "csv"));
        let differs = expected.is_null();
        let names =
            ["表.json", "表.csv", "表.xlsx"].map(|name| format!("{}/{name}", folder.path()));
        let mut early = form;
        early["exported_at"] = "2022-01-12T09:00:00+08:00".into();
        // Says the same in other signs.
        early["score"]["criteria"]["learning"] = "3".into();
        let early = folder.file("早.json", &bytes(early));
        let mut args = vec!["check", "--format", "ndjson", &early];
        args.extend(names.iter().map(String::as_str));
        let all = lines(&run(&args).findings());
        let last = &all[4];
        assert_eq!((&last["forms"], &last["same_again"]), (&json!(4), &json!(3)), "{last:#}");
        assert_eq!(last["kinds"]["duplicate"], Value::Null, "{last:#}");
        if !differs {
            assert_eq!(last["kinds"], expected);
        }
        args[2] = "text";
        let text = run(&args).findings().stdout;
        assert!(text.contains("\n另有 3 份与同一单位的另一份内容相同，算一次报送\n"), "{text}");
    }
    // Of an earlier form that is there twice, one is a duplicate.
    let mut first = sound("区财政局");
    first["phone"] = "1".into();
    first["exported_at"] = "2022-01-10T09:00:00+08:00".into();
    let stream = ndjson([sealed(first.clone()), sealed(first), sealed(sound("区财政局"))]);
    let all = lines(&piped(&["check", "--format", "ndjson", "-"], stream.as_bytes()).findings());
    assert_eq!(all[3]["same_again"], 1);
    assert_eq!(all[3]["kinds"], json!({ "duplicate": 1, "not_submitted": 34 }));
}

#[test]
fn what_lies_beside_forms_is_passed_over_and_counted() {
    let folder = Folder::new();
    folder.file("表.json", &bytes(sound("区教育局")));
    let read = |path: &str| std::fs::read(support::root().join(path)).unwrap();
    for name in ["README.txt", "照片.JPG", "佐证材料.pdf", "无扩展名"] {
        folder.file(name, b"anything");
    }
    let register = "序号,任务,牵头单位\n1,义务教育入学,区教育局\n";
    let named: [(&str, Vec<u8>, &str); 9] = [
        ("方案.json", read(SCHEME), "考评方案"),
        ("核对.json", br#"{"format":"selfscore/check","version":1}"#.to_vec(), "核对进度文件"),
        ("反馈.json", br#"{"format":"selfscore/feedback","version":1}"#.to_vec(), "反馈文件"),
        ("备份.json", br#"{"format":"selfscore/backup","version":1}"#.to_vec(), "草稿备份"),
        ("分工.csv", gb18030(register), "任务分工"),
        ("分工.json", br#"{"tasks":[{"number":"1","title":"x","lead":"y"}]}"#.to_vec(), "任务分工"),
        ("分工2.json", br#"[{"number":"1","title":"x","lead":"y"}]"#.to_vec(), "任务分工"),
        ("收件.csv", "单位,收到日期\n区教育局,2022-01-13\n".into(), "收件登记表"),
        ("证据.zip", stored(&[(b"1-1.pdf".to_vec(), vec![1])]), "只有佐证材料的压缩包"),
    ];
    for (name, bytes, _) in &named {
        folder.file(name, bytes);
    }
    let text = run(&["check", "--alone", folder.path()]).clean().stdout;
    for (name, _, what) in &named {
        let line = format!("{}/{name}：{what}，不是自评表，已略过\n", folder.path());
        assert!(text.contains(&line), "{name}: {text}");
    }
    assert!(text.contains("\n共 1 份表，有问题的 0 份\n略过不是自评表的文件 13 个\n"), "{text}");
    let table = run(&["check", "--alone", "--format", "csv", folder.path()]);
    assert_eq!((table.status, table.stdout.lines().count()), (0, 1));
    assert!(table.stderr.contains("略过不是自评表的文件 13 个"), "{table:#?}");
    let together = run(&["check", "--format", "ndjson", folder.path()]);
    let last = lines(&together).pop().unwrap();
    let expected = json!({
        "backup": null, "check": 1, "draft": 1, "feedback": 1, "other": 4, "package": 1,
        "receipts": 1, "register": 3, "scheme": 1,
    });
    for (what, count) in expected.as_object().unwrap() {
        assert_eq!(last["passed_over"].get(what).unwrap_or(&Value::Null), count, "{what}");
    }
    let out = format!("{}/out", folder.path());
    let converted = run(&["convert", "--to", "json", folder.path(), "--out", &out]);
    assert_eq!(converted.status, 0, "{converted:#?}");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    // Whoever names such a file means it as a form.
    run(&["check", &format!("{}/分工.csv", folder.path())]).findings();
}

/// A table of a form has columns of numbers, contents and roles, as a register has.
#[test]
fn a_form_without_its_column_of_keys_is_no_register() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(support::root().join(FORM_CSV)).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let key = rows[0].iter().position(|cell| cell == "键").expect("a column of keys");
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in &rows {
        let kept = row.iter().enumerate().filter(|(at, _)| *at != key).map(|(_, cell)| cell);
        writer.write_record(kept).unwrap();
    }
    folder.file("表.csv", &writer.into_inner().unwrap());
    let all = lines(&run(&["check", "--alone", "--format", "ndjson", folder.path()]).findings());
    assert_eq!(codes(&all[0]), ["unreadable"]);
}

#[test]
fn of_a_single_file_nobody_else_is_missed() {
    let folder = Folder::new();
    let path = folder.file("表.json", &bytes(sound("区教育局")));
    let text = run(&["check", &path]).clean().stdout;
    assert!(text.ends_with("\n共 1 份表，有问题的 0 份\n"), "{text}");
    // A folder, a stream, or two files are a batch.
    let other = folder.file("别.ndjson", ndjson([sealed(sound("区财政局"))]).as_bytes());
    for (args, missing) in [
        (vec!["check", folder.path()], 33),
        (vec!["check", &other], 34),
        (vec!["check", &path, &other], 33),
    ] {
        let text = run(&args).findings().stdout;
        assert!(text.ends_with(&format!("\n发现：未报送 {missing}\n")), "{args:?}: {text}");
    }
}

#[test]
fn the_kind_of_a_finding_is_not_said_twice() {
    let folder = Folder::new();
    let cut = folder.file("坏.json", b"{\"format\":");
    let text = run(&["check", &cut]).findings().stdout;
    assert!(text.contains("[无法读取] 第 1 行") && !text.contains("] 无法读取"), "{text}");
    let newer = folder.file("新.json", br#"{"format":"selfscore/form","version":9}"#);
    let text = run(&["check", &newer]).findings().stdout;
    assert!(text.contains("[版本更新] 文件是较新版本（9）"), "{text}");
    let english = run(&["check", &newer, "--lang", "en"]).findings().stdout;
    assert!(english.contains("[Newer version] The file is of a newer version (9)"), "{english}");
}

/// The last day is 2022-01-14. A file's date comes before its unit's, which comes before the one for all.
#[test]
fn dates_of_receipt_come_from_a_table() {
    let folder = Folder::new();
    for (name, unit) in [("1", "区教育局"), ("2", "区财政局"), ("3", "区司法局"), ("4", "区民政局")]
    {
        folder.file(&format!("{name}.json"), &bytes(sound(unit)));
    }
    let rows = "登记表\n文件,单位,收到日期\n1.json,区教育局,2022年1月16日\n2.json,,2022/1/13\n,区司法局,2022.1.15 09:30\n9.json,,2022-01-13\n";
    let table = folder.file("收件.csv", &gb18030(rows));
    let args = ["check", "--format", "ndjson", folder.path(), "--received-from", &table];
    let late = |args: &[&str]| {
        let run = run(args);
        let late = lines(&run).into_iter().filter(|line| line["forms"].is_null());
        let late: Vec<bool> = late.map(|line| codes(&line) == ["late"]).collect();
        (late, run.stderr)
    };
    let (found, said) = late(&args);
    assert_eq!(found, [true, false, true, false]);
    assert!(said.contains("有 1 行的文件不在这次核对的文件里：9.json"), "{said}");
    let (found, _) = late(&[&args[..], &["--received", "2022-01-20"]].concat());
    assert_eq!(found, [true, false, true, true]);
    for bad in ["文件,收到日期\n1.json,某日\n", "文件,备注\n1.json,x\n"] {
        let table = folder.file("坏.csv", bad.as_bytes());
        run(&["check", folder.path(), "--received-from", &table]).unusable();
    }
}

/// The later form of a unit is forfeited, and the one in time counts.
#[test]
fn a_late_form_does_not_supersede_one_in_time() {
    let folder = Folder::new();
    let mut late = sound("区教育局");
    late["phone"] = "1".into();
    late["exported_at"] = "2022-01-19T09:00:00+08:00".into();
    folder.file("1.json", &bytes(late));
    folder.file("2.json", &bytes(sound("区教育局")));
    let table =
        folder.file("收件.csv", "文件,收到日期\n1.json,2022-01-20\n2.json,2022-01-13\n".as_bytes());
    let args = ["check", "--format", "ndjson", folder.path(), "--received-from", &table];
    let last = lines(&run(&args)).pop().unwrap();
    let duplicate = &last["findings"][0];
    assert_eq!(duplicate["code"], "duplicate");
    assert!(duplicate["file"].as_str().unwrap().ends_with("/1.json"), "{duplicate:#}");
}

/// 60 × (0.8 + 0) ÷ 2 = 24 for two lead tasks of which one is left out, 52 instead of 76.
#[test]
fn registers_and_tables_of_receipt_are_read_from_workbooks() {
    let folder = Folder::new();
    let form = folder.file("表.json", &bytes(sound("区教育局")));
    let text = |text: &str| Value::from(text);
    let register = book(&[
        &[text("年度任务分工")],
        &[],
        &[text("序号"), text("任务"), text("牵头单位")],
        &[json!(1), text("义务教育入学"), text("区教育局")],
        &[json!(2), text("企业开办"), text("区教育局")],
    ]);
    let register = folder.file("分工.xlsx", &register);
    let all =
        lines(&run(&["check", "--format", "ndjson", &form, "--register", &register]).findings());
    assert_eq!((codes(&all[0]), &all[0]["recomputed"]), (vec!["task_missing"], &json!("52.00")));
    let receipts =
        book(&[&[text("单位"), text("收到日期")], &[text("区教育局"), text("2022/1/15")]]);
    let receipts = folder.file("收件.xlsx", &receipts);
    let all = lines(
        &run(&["check", "--format", "ndjson", &form, "--received-from", &receipts]).findings(),
    );
    assert_eq!(codes(&all[0]), ["late"]);
    // In a folder they are no forms.
    let text = run(&["check", "--alone", folder.path()]).clean().stdout;
    assert!(
        text.contains("分工.xlsx：任务分工") && text.contains("收件.xlsx：收件登记表"),
        "{text}"
    );
}

/// A shell gives what a program prints as a file that can be read once.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_read_once() {
    let folder = Folder::new();
    let form = bytes(sound("区教育局"));
    let path = folder.file("表.json", &form);
    for form in [form, converted(&folder, &path, "xlsx")] {
        let text = piped(&["check", "/dev/stdin"], &form).clean().stdout;
        assert!(text.contains("自评 76.00，重新计算 76.00"), "{text}");
    }
}
