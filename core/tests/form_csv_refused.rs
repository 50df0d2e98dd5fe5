//! Tables of a form that are refused: what is said, and where.

mod form_support;

use form_support::table::{read, refused, row, rows, table, with_cell, written};
use selfscore_core::form::{Kind, Place, Reason, csv};
use selfscore_wording::Lang;

#[test]
fn refuses_cells_by_row_and_column() {
    let expected = |kind, found: &str| Reason::Expected(kind, found.into());
    for (key, column, value, reason) in [
        ("/answers/tasks/tasks/0", "填报值", "八成", expected(Kind::Decimal, "八成")),
        ("/answers/tasks/tasks/0", "申报份额", "1E+02", Reason::BecameScientific("1E+02".into())),
        ("/answers/tasks/tasks/0", "申报份额", "1.2345678", expected(Kind::Decimal, "1.2345678")),
        ("/answers/tasks/tasks/0", "牵头/配合", "参与", expected(Kind::Role, "参与")),
        ("/answers/tasks/tasks/0", "调试阶段", "快了", expected(Kind::Flag, "快了")),
        ("/answers/measures/met", "填报值", "大概", expected(Kind::Flag, "大概")),
        ("/answers/learning/occurrences/visits", "填报值", "1.5", expected(Kind::Count, "1.5")),
        ("/answers/learning/occurrences/visits", "填报值", "-1", expected(Kind::Count, "-1")),
        (
            "/answers/learning/occurrences/visits",
            "填报值",
            "4294967296",
            expected(Kind::Count, "4294967296"),
        ),
        ("/answers/learning", "自评分", "满分", expected(Kind::Decimal, "满分")),
        ("/score/total", "自评分", "100001", expected(Kind::Decimal, "100001")),
        ("/evidence/0", "填报值", "1 KB", expected(Kind::Count, "1 KB")),
        ("/version", "填报值", "一", expected(Kind::Count, "一")),
        ("/version", "填报值", "2", Reason::NewerVersion("2".into())),
        ("/unit", "键", "/units", Reason::UnknownKey("/units".into())),
        ("/unit", "键", "json:", Reason::UnknownKey("json:".into())),
        ("/unit", "键", "", Reason::NoKey),
        ("/phone", "键", "/unit", Reason::RepeatedKey("/unit".into())),
        ("/phone", "键", "json:/phone", Reason::Syntax("EOF while parsing a value".into())),
        (
            "/phone",
            "键",
            "json:/answers/tasks/tasks/7/x",
            Reason::Syntax("EOF while parsing a value".into()),
        ),
        (
            "/answers/leadership/choice/none",
            "填报值",
            "是",
            Reason::SeveralChosen("with_meetings".into()),
        ),
        // A note in the wrong row would be lost.
        (
            "/answers/leadership/choice/none",
            "得分说明",
            "有会议纪要",
            Reason::Stray("有会议纪要".into()),
        ),
        ("/answers/leadership", "填报值", "4", Reason::Stray("4".into())),
    ] {
        let (at, text) = with_cell(key, column, value);
        let (place, found) = refused(&text);
        assert_eq!(found, reason, "{key} {column} {value}");
        match reason {
            Reason::SeveralChosen(_) => assert_eq!(place, row(at + 2, "填报值")),
            Reason::Syntax(_) => assert_eq!(place, row(at, "填报值")),
            _ => assert_eq!(place, row(at, column), "{key} {value}"),
        }
    }
}

#[test]
fn a_row_left_behind_is_named() {
    let with = |rows: &str| format!("{}{rows}", table());
    let (place, reason) = refused(&with(",,,,1,,,,,,,json:/answers/tasks/tasks/7/x\r\n"));
    assert_eq!(reason, Reason::OrphanKey("json:/answers/tasks/tasks/7/x".into()));
    assert!(matches!(place, Place::Row { .. }));
    // A list of entries with rows of their own has no second source.
    let (_, reason) = refused(&with(",,,,[],,,,,,,json:/evidence\r\n"));
    assert_eq!(reason, Reason::RepeatedKey("/evidence".into()));
    let (_, reason) = refused(&with(",,,,\"\"\"x\"\"\",,,,,,,json:/unit\r\n"));
    assert_eq!(reason, Reason::RepeatedKey("/unit".into()));
}

#[test]
fn a_column_of_ones_own_is_not_dropped_in_silence() {
    let mut all = rows(&table());
    for row in &mut all {
        row.push(String::new());
    }
    all[0][12] = "备注".into();
    let text = |rows: &[Vec<String>]| written(rows, b',', ::csv::QuoteStyle::Necessary, true);
    assert_eq!(read(&text(&all)), read(&table()));
    all[7][12] = "请办公室核对".into();
    assert_eq!(refused(&text(&all)), (row(8, "备注"), Reason::Stray("请办公室核对".into())));
}

#[test]
fn refuses_other_files() {
    let whole = |text: &str| refused(text);
    assert_eq!(whole(""), (Place::Whole, Reason::NoKeyColumn));
    assert_eq!(whole("序号,指标\r\n1,x"), (Place::Whole, Reason::NoKeyColumn));
    assert_eq!(whole(&table().replacen("键", "钥匙", 1)), (Place::Whole, Reason::NoKeyColumn));
    let other = table().replace("selfscore/form", "selfscore/draft");
    assert_eq!(whole(&other), (Place::Whole, Reason::OtherFormat("selfscore/draft".into())));
    assert_eq!(csv::read(b"\xBC\xFC,1\r\n").unwrap_err().reason, Reason::Encoding);
    // A newer version may have any other rows; its version is what is said.
    let newer = table().replace(",1,,,,,,,/version", ",2,,,,,,,/version").replace("/unit", "/name");
    assert_eq!(refused(&newer).1, Reason::NewerVersion("2".into()));
}

#[test]
fn a_message_names_row_column_value_and_remedy() {
    let (at, text) = with_cell("/answers/tasks/tasks/0", "填报值", "八成五");
    let message = csv::read(text.as_bytes()).unwrap_err().message(Lang::Zh);
    for part in [&at.to_string(), "填报值", "八成五", "请"] {
        assert!(message.contains(part), "{message}");
    }
}
