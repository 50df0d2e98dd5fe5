//! Places and values of changes in words, in both languages.

use selfscore_core::draft::{Draft, ListEntry, TaskEntry, place_words, value_words};
use selfscore_core::scheme::{self, Scheme};
use selfscore_wording::Lang;
use serde_json::{Value, json};

fn scheme() -> Scheme {
    let all = scheme::builtin().unwrap();
    all.into_iter().find(|one| one.id() == "business-environment-2021").unwrap()
}

fn draft() -> Draft {
    let mut draft = Draft { district: "城东".into(), ..Draft::default() };
    let task = |key, number: &str| TaskEntry { key, number: number.into(), ..TaskEntry::default() };
    draft.entry_mut("tasks").tasks = vec![task(7, "3"), task(8, " ")];
    draft.entry_mut("unknown").entries = vec![ListEntry { key: 4, ..ListEntry::default() }];
    draft
}

#[test]
fn places_read_as_on_the_page() {
    let (scheme, draft) = (scheme(), draft());
    for (place, zh, en) in [
        ("/unit", "单位", "Unit"),
        ("/filled_on", "填报日期", "Date"),
        ("/evidence", "佐证材料目录", "List of evidence"),
        ("/extra/备注", "其他数据“备注”", "other data “备注”"),
        ("/answers/leadership", "“一把手”负责制", "Top-official responsibility"),
        (
            "/answers/leadership/choice",
            "“一把手”负责制 · 所选项",
            "Top-official responsibility · option",
        ),
        (
            "/answers/leadership/note",
            "“一把手”负责制 · 得分说明",
            "Top-official responsibility · Explanation",
        ),
        ("/answers/tasks/tasks", "完成任务 · 任务列表", "Tasks · list of tasks"),
        ("/answers/tasks/tasks/7", "完成任务 · 任务 3", "Tasks · task 3"),
        (
            "/answers/tasks/tasks/7/completion",
            "完成任务 · 任务 3 · 完成率",
            "Tasks · task 3 · completion",
        ),
        (
            "/answers/tasks/tasks/7/role",
            "完成任务 · 任务 3 · 牵头/配合",
            "Tasks · task 3 · Lead/supporting",
        ),
        (
            "/answers/tasks/tasks/8/title",
            "完成任务 · 任务（第 2 行） · 名称",
            "Tasks · task (row 2) · title",
        ),
        ("/answers/tasks/tasks/9", "完成任务 · 任务（不在表中）", "Tasks · task (not in the form)"),
        (
            "/answers/tasks/tasks/7/extra/x",
            "完成任务 · 任务 3 · 其他数据“x”",
            "Tasks · task 3 · other data “x”",
        ),
        (
            "/answers/measures/met",
            "任务细化措施 · 已出台任务细化措施",
            "Detailed measures · Detailed measures have been issued",
        ),
        (
            "/answers/measures/occurrences/no_schedule",
            "任务细化措施 · 未明确时序进度",
            "Detailed measures · Schedule not settled",
        ),
        (
            "/answers/learning/occurrences/visits",
            "学习先进经验 · 到先进地区参观学习（次）",
            "Learning from others · Visits to advanced regions",
        ),
        (
            "/answers/publication/done",
            "制定措施及发布 · 勾选的内容",
            "Measures and their publication · items ticked",
        ),
        (
            "/answers/unknown/entries/4/level",
            "unknown · 第 1 项 · 级别",
            "unknown · entry 1 · level",
        ),
        ("/answers/unknown/occurrences/a~1b", "unknown · a/b", "unknown · a/b"),
        ("/answers/unknown/flags/f", "unknown · f", "unknown · f"),
        (
            "/answers/tasks/tasks/7/odd/place",
            "完成任务 · 任务 3 · odd/place",
            "Tasks · task 3 · odd/place",
        ),
        ("/nothing/known", "/nothing/known", "/nothing/known"),
        ("", "", ""),
    ] {
        assert_eq!(place_words(&scheme, &draft, place, Lang::Zh), zh);
        assert_eq!(place_words(&scheme, &draft, place, Lang::En), en);
    }
}

#[test]
fn values_read_in_words() {
    let scheme = scheme();
    let task = json!({"key": 3, "number": "5", "title": " 建设平台 ", "role": "lead"});
    let options = (
        "明确“一把手”责任，定期召开工作推进会议",
        "Responsibility settled, regular progress meetings",
    );
    let done = (
        "制定引导市民网上办事的办法和措施、在部门网站公开优化营商环境政策措施",
        "Guidance to online services made, Policies published on the department's website",
    );
    let cases: Vec<(&str, Option<Value>, (&str, &str))> = vec![
        ("/unit", Some("区教育局".into()), ("区教育局", "区教育局")),
        ("/unit", Some("".into()), ("（空）", "(empty)")),
        ("/answers/leadership/choice", None, ("（空）", "(empty)")),
        ("/answers/leadership/choice", Some("with_meetings".into()), options),
        ("/answers/leadership/choice", Some("gone".into()), ("gone", "gone")),
        ("/answers/measures/met", Some(true.into()), ("是", "yes")),
        ("/answers/measures/met", Some(false.into()), ("否", "no")),
        ("/answers/measures/occurrences/no_schedule", Some("1".into()), ("是", "yes")),
        ("/answers/measures/occurrences/no_schedule", Some("0".into()), ("否", "no")),
        ("/answers/implementation/occurrences/off_schedule", Some("1".into()), ("1", "1")),
        ("/answers/publication/done", Some(json!(["guidance", "website"])), done),
        ("/answers/publication/done", Some(json!([])), ("无", "none")),
        ("/answers/tasks/tasks/3/role", Some("lead".into()), ("牵头", "lead")),
        ("/answers/tasks/tasks/3/role", Some("supporting".into()), ("配合", "supporting")),
        ("/answers/tasks/tasks/3/in_debugging", Some(true.into()), ("是", "yes")),
        ("/answers/tasks/tasks/3", Some(task), ("5 建设平台", "5 建设平台")),
        ("/answers/tasks/tasks/3", Some(json!({"key": 3})), ("空白行", "blank row")),
        ("/answers/tasks/tasks/3", None, ("（空）", "(empty)")),
        ("/answers/tasks/tasks", Some(json!([3, 1, 2])), ("共 3 行", "3 in all")),
        ("/answers/x/scores", Some(json!(["90", "85.5"])), ("90、85.5", "90, 85.5")),
        (
            "/evidence",
            Some(json!([{"number": "3-1", "name": "a.pdf"}, {"number": "3-2"}])),
            ("3-1 a.pdf、3-2", "3-1 a.pdf, 3-2"),
        ),
        ("/extra/x", Some(Value::Null), ("（空）", "(empty)")),
        ("/extra/x", Some(json!({"a": 1})), ("{\"a\":1}", "{\"a\":1}")),
    ];
    for (place, value, (zh, en)) in cases {
        assert_eq!(value_words(&scheme, place, value.as_ref(), Lang::Zh), zh, "{place}");
        assert_eq!(value_words(&scheme, place, value.as_ref(), Lang::En), en, "{place}");
    }
}

/// Levels, placements, flags and figures in a scheme that has them.
#[test]
fn other_kinds_of_rule_have_their_own_words() {
    let scheme = Scheme::read(include_bytes!("form_support/kinds.json")).unwrap();
    let mut draft = Draft::default();
    draft.entry_mut("awards").entries = vec![ListEntry { key: 2, ..ListEntry::default() }];
    for (place, value, zh) in [
        ("rate/value", json!("95"), "办结率 · 按时办结率: 95"),
        ("investment/value", json!("1"), "招商引资 · 到位资金: 1"),
        ("satisfaction/value", json!("1"), "满意度 · 满意度: 1"),
        ("innovation/claim", json!("2"), "创新 · 酌情给分: 2"),
        ("grading/claim", json!("2"), "组织领导 · 申报得分: 2"),
        ("opinion/scores", json!(["90", ""]), "专家评价 · 专家: 90"),
        ("disclosure/flags/listed_only", json!(true), "信息公开 · 仅有列督事项: 是"),
        ("disclosure/claims/grave", json!("7"), "信息公开 · 严重违规：自报扣分合计: 7"),
        ("disclosure/applies", json!(false), "信息公开 · 是否适用: 否"),
        ("awards/entries", json!([2]), "获奖 · 事项列表: 共 1 行"),
        ("awards/entries/2", json!({"title": "一等奖"}), "获奖 · 第 1 项: 一等奖"),
        ("awards/entries/2/level", json!("national"), "获奖 · 第 1 项 · 级别: 国家级"),
        ("awards/entries/2/placement", json!("front"), "获奖 · 第 1 项 · 位置、形式: 头版头条"),
        ("awards/entries/9/times", json!("2"), "获奖 · 事项（不在表中） · 次数: 2"),
        ("awards/no_entries", json!(true), "获奖 · 没有此类事项: 是"),
        ("accident/done", json!(["death"]), "一票否决 · 勾选的内容: 发生死亡事故"),
    ] {
        let place = format!("/answers/{place}");
        let told = value_words(&scheme, &place, Some(&value), Lang::Zh);
        assert_eq!(format!("{}: {told}", place_words(&scheme, &draft, &place, Lang::Zh)), zh);
    }
}

/// The district's name stands where the scheme masks it.
#[test]
fn masked_names_are_filled_in() {
    let mut file: Value =
        serde_json::from_slice(include_bytes!("../../schemes/business-environment-2021.json"))
            .unwrap();
    let title = &mut file["groups"][0]["indicators"][0]["criteria"][0]["title"];
    *title = json!({"zh": "**区任务"});
    let scheme = Scheme::read(file.to_string().as_bytes()).unwrap();
    assert_eq!(place_words(&scheme, &draft(), "/answers/tasks", Lang::Zh), "城东区任务");
}
