//! The form as CSV: what an official sees, and what a spreadsheet may do to it.

mod form_support;

use form_support::table::{read, rows, sample, table, with_cell, written};
use form_support::{SAMPLE, SAMPLE_SHA256, scheme};
use selfscore_core::form::{CheckCode, csv, json};

#[test]
fn an_official_reads_it_like_the_table() {
    let bytes = csv::write(scheme(), &sample());
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"));
    let text = table();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    // Line ends are checked above; a checkout may change those of the expected table.
    let text = text.replace("\r\n", "\n");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/form_support/sample.csv");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(text == expected, "UPDATE_EXPECTED=1 writes this anew:\n{text}");
}

#[test]
fn carries_the_check_code_of_the_document() {
    assert!(table().contains(&format!("{},", json::check_code(&sample()))));
    assert!(matches!(read(&table()).check_code, CheckCode::Matches(_)));
    let (_, tampered) = with_cell("/answers/tasks/tasks/0", "填报值", "95");
    assert!(matches!(read(&tampered).check_code, CheckCode::Differs { .. }));
    let (_, without) = with_cell("/sha256", "填报值", "");
    assert_eq!(read(&without).check_code, CheckCode::Absent);
    // The code of the file as it stood, had it spelt out every member.
    assert_ne!(json::check_code(&sample()), SAMPLE_SHA256);
}

#[test]
fn survives_what_spreadsheets_do_on_saving() {
    let plain = read(&table());
    let all = rows(&table());
    let mut padded = all.clone();
    for row in &mut padded {
        row.extend([String::new(), " ".into()]);
    }
    padded.insert(5, vec![]);
    padded.push(vec![String::new(); 14]);
    let mut titled = padded.clone();
    titled.insert(0, vec!["自评表".into()]);
    for rows in [&all, &padded, &titled] {
        for delimiter in [b',', b';', b'\t'] {
            for quotes in [::csv::QuoteStyle::Necessary, ::csv::QuoteStyle::Always] {
                for crlf in [true, false] {
                    let text = written(rows, delimiter, quotes, crlf);
                    assert_eq!(read(&text), plain, "{text}");
                    assert_eq!(read(&format!("\u{FEFF}{text}")), plain);
                }
            }
        }
    }
}

#[test]
fn columns_may_stand_in_another_order() {
    let mut all = rows(&table());
    for row in &mut all {
        row.rotate_left(5);
        row.insert(2, String::new());
    }
    let text = written(&all, b',', ::csv::QuoteStyle::Necessary, true);
    assert_eq!(read(&text), read(&table()));
}

#[test]
fn takes_numbers_flags_and_dates_as_people_type_them() {
    let form = read(&table()).form;
    for (key, column, typed) in [
        ("/answers/tasks/tasks/0", "填报值", "85%"),
        ("/answers/tasks/tasks/0", "填报值", "\u{FF18}\u{FF15}"),
        ("/answers/tasks/tasks/0", "申报份额", " 80 \u{FF05}"),
        ("/answers/tasks/tasks/0", "牵头/配合", "lead"),
        ("/answers/tasks/tasks/0", "调试阶段", "FALSE"),
        ("/answers/tasks/tasks/0", "佐证材料", " 1-1 "),
        ("/answers/measures/met", "填报值", "√"),
        ("/answers/leadership/choice/none", "填报值", "否"),
        ("/answers/learning/occurrences/visits", "填报值", "\u{FF11}"),
        ("/answers/learning/occurrences/visits", "填报值", "1.0"),
        ("/filled_on", "填报值", "2022/1/10"),
        ("/filled_on", "填报值", "2022年1月10日"),
        ("/score/total", "自评分", "76"),
    ] {
        let (_, text) = with_cell(key, column, typed);
        assert_eq!(read(&text).form, form, "{typed}");
    }
}

#[test]
fn an_empty_cell_is_not_answered() {
    let (_, text) = with_cell("/answers/measures/met", "填报值", "");
    assert_eq!(read(&text).form.answers["measures"].met, None);
    let (_, text) = with_cell("/answers/learning/occurrences/visits", "填报值", "");
    let occurrences = read(&text).form.answers["learning"].occurrences.clone().unwrap();
    assert!(!occurrences.contains_key("visits") && occurrences["trainings"] == 2);
    let (_, text) = with_cell("/answers/publication/done/website", "填报值", "");
    assert_eq!(
        read(&text).form.answers["publication"].done.as_deref(),
        Some(&["guidance".into()][..])
    );
}

#[test]
fn a_task_may_be_removed_and_takes_its_texts_along() {
    let text = SAMPLE.replace(
        "\"tasks\": [\n        {",
        "\"tasks\": [ { \"number\": \"0\", \"note\": \"gone\" }, { \"number\": \"9\" },\n        {",
    );
    let text = text.replacen(
        "\"unit\"",
        "\"as_typed\": { \"/answers/tasks/tasks/1/completion\": \"九成\", \"/answers/tasks/tasks/0/claim\": \"无\" }, \
         \"missing\": [\"/filled_by\", \"/answers/tasks/tasks/1/completion\", \"/answers/tasks/tasks/0/claim\"], \"unit\"",
        1,
    );
    let form = json::read(text.as_bytes()).unwrap().form;
    assert_eq!(form.answers["tasks"].tasks.as_ref().unwrap().len(), 3);
    let table = String::from_utf8(csv::write(scheme(), &form)).unwrap();
    let kept: Vec<&str> =
        table.split_inclusive("\r\n").filter(|row| !row.contains("gone")).collect();
    let form = read(&kept.concat()).form;
    let tasks = form.answers["tasks"].tasks.as_ref().unwrap();
    assert_eq!((tasks.len(), tasks[0].number.as_str()), (2, "9"));
    let typed = serde_json::json!({ "/answers/tasks/tasks/0/completion": "九成" });
    assert_eq!(form.extra["as_typed"], typed);
    assert_eq!(form.missing(), ["/filled_by", "/answers/tasks/tasks/0/completion"]);
}

#[test]
fn rows_may_be_sorted() {
    let mut all = rows(&table());
    all[1..].reverse();
    let text = written(&all, b',', ::csv::QuoteStyle::Necessary, true);
    let form = read(&text).form;
    let mut expected = sample();
    // The order of a checklist's items is that of its rows.
    expected.answers.get_mut("publication").unwrap().done.as_mut().unwrap().reverse();
    assert_eq!(form, expected);
}

#[test]
fn guards_texts_and_leaves_numbers_alone() {
    let mut form = sample();
    form.unit = "=cmd|' /C calc'!A0".into();
    form.phone = "-5".into();
    form.filled_by = "\u{FF1D}1+1".into();
    form.reviewed_by = "'quoted'".into();
    let task = &mut form.answers.get_mut("tasks").unwrap().tasks.as_mut().unwrap()[0];
    task.completion = Some(
        "-5".parse::<rust_decimal::Decimal>()
            .map(selfscore_core::answer::Percent::of)
            .unwrap()
            .unwrap(),
    );
    task.title = "@SUM(A1)".into();
    let text = String::from_utf8(csv::write(scheme(), &form)).unwrap();
    let rows = rows(&text);
    let value = |key: &str, at: usize| rows.iter().find(|row| row[11] == key).unwrap()[at].clone();
    assert_eq!(value("/unit", 4), "'=cmd|' /C calc'!A0");
    assert_eq!(value("/phone", 4), "'-5");
    assert_eq!(value("/filled_by", 4), "'\u{FF1D}1+1");
    assert_eq!(value("/reviewed_by", 4), "''quoted'");
    assert_eq!(value("/answers/tasks/tasks/0", 4), "-5");
    assert_eq!(value("/answers/tasks/tasks/0", 2), "'@SUM(A1)");
    assert_eq!(read(&text).form, form);
}
