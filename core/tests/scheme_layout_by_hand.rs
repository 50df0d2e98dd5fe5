//! Tables that people write by hand: the notation of every kind of rule, and what may be left
//! out.

#[path = "support/sheets.rs"]
mod sheets;

use selfscore_core::scheme::layout::{import, import_rows};
use selfscore_core::scheme::{Basis, Criterion, Rule, Scheme, Standing};
use serde_json::{Value, json};
use sheets::{one, rows};

/// A rule as JSON without ids, clauses and texts' envelopes, to compare at a glance.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(members) if members.len() == 1 && members.contains_key("zh") => {
            members["zh"].clone()
        }
        Value::Object(members) => {
            let ours = |name: &str| name != "id" && !name.ends_with("clause") && name != "once";
            let kept = members.iter().filter(|(name, value)| {
                ours(name) || (name.as_str() == "once" && **value == json!(true))
            });
            Value::Object(kept.map(|(name, value)| (name.clone(), plain(value))).collect())
        }
        Value::Array(list) => list.iter().map(plain).collect(),
        other => other.clone(),
    }
}

fn rule(points: &str, cell: &str) -> Value {
    let criterion = one(points, cell).unwrap_or_else(|wrong| panic!("{cell}: {}", wrong[0]));
    plain(&serde_json::to_value(&criterion.rule).expect("a rule has a value"))
}

#[test]
fn a_table_of_four_columns_is_a_scheme() {
    let file = import_rows(&rows(&[
        &["2026年度考评指标表"],
        &["指标", "评分内容", "分值", "评分规则"],
        &["信息报送", "按时报送", "5", "每次扣 0.5\u{FF1A}未按时报送\u{FF1B}每次扣 1：未报送"],
        &["", "信息质量", "5", "差 0；一般 3；好 5"],
        &["队伍建设", "培训", "4", "参加培训，每次得1分；最高 4"],
        &["合计", "", "14", ""],
    ]))
    .expect("the table reads");
    assert_eq!(file.title.zh, "2026年度考评指标表");
    let indicators = &file.groups[0].indicators;
    let titles: Vec<&str> = indicators.iter().map(|one| one.title.zh.as_str()).collect();
    assert_eq!(titles, ["信息报送", "队伍建设"]);
    // 5 + 5 = 10
    assert_eq!(indicators[0].points.map(|p| p.to_string()).as_deref(), Some("10"));
    let criteria: Vec<&Criterion> = indicators.iter().flat_map(|one| &one.criteria).collect();
    let ids: Vec<&str> = criteria.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3"]);
    for criterion in criteria {
        let [clause] = &criterion.clauses[..] else { panic!("one clause") };
        assert_eq!(clause.basis, Basis::Assumed);
        assert!(clause.why.as_ref().is_some_and(|why| why.zh.contains("没有条款原文")));
    }
    // What is left out above the table says so, too.
    let assumed = |clause: &&selfscore_core::scheme::Clause| clause.basis == Basis::Assumed;
    assert_eq!(file.clauses.iter().filter(assumed).count(), 2, "day and units");
    let scheme = Scheme::of(file).unwrap_or_else(|error| panic!("{error}"));
    // 5 + 5 + 4 = 14
    assert_eq!(scheme.known_maximum().to_string(), "14");
}

#[test]
fn every_kind_of_rule_is_written_by_hand() {
    let asked = |label: &str, unit: &str, most: &str, decimals: u32| json!({"label": label, "unit": unit, "least": "0", "most": most, "decimals": decimals});
    let cases = [
        // As notices put it.
        (
            "5",
            "未按时报送的，每次扣0.5分，扣完为止。",
            json!({"kind": "deduction", "floor": "0", "items": [
            {"label": "未按时报送的", "each": "0.5"}]}),
        ),
        (
            "4",
            "每次加1分：到外地学习，最高不超过4分",
            json!({"kind": "count", "cap": "4", "items": [{"label": "到外地学习", "each": "1"}]}),
        ),
        (
            "3",
            "deduction: 未开会，每发现一次扣 1",
            json!({"kind": "deduction", "floor": "0", "items": [{"label": "未开会", "each": "1"}]}),
        ),
        // A number first or last, with 分 or without, full-width or half-width.
        (
            "5",
            "扣分：每次扣 0.5：未按时报送；一次性扣 2：未制定方案；影响恶劣 −1至3；不低于 1",
            json!({"kind": "deduction", "floor": "1", "items": [
            {"label": "未按时报送", "each": "0.5"},
            {"label": "未制定方案", "each": "2", "once": true},
            {"label": "影响恶劣", "each": "1", "most": "3"}]}),
        ),
        (
            "\u{FF15}",
            "未按时报送的\u{FF0C}每次扣\u{FF10}\u{FF0E}\u{FF15}分\u{FF1B}扣完为止。",
            json!({"kind": "deduction", "floor": "0", "items": [
            {"label": "未按时报送的", "each": "0.5"}]}),
        ),
        (
            "30",
            "未按时报送 −1，2次起另扣0.8，3次起另扣1.2",
            json!({"kind": "deduction", "floor": "0", "items": [{"label": "未按时报送", "each": "1",
            "further": [{"from": 2, "points": "0.8"}, {"from": 3, "points": "1.2"}]}]}),
        ),
        (
            "5",
            "未开展 0；已开展 3分；效果好 4至5",
            json!({"kind": "choice", "options": [{"label": "未开展", "points": "0"},
            {"label": "已开展", "points": "3"}, {"label": "效果好", "points": "4", "to": "5"}]}),
        ),
        (
            "5",
            "制定方案 2；召开会议，得3分",
            json!({"kind": "checklist", "items": [{"label": "制定方案", "points": "2"},
            {"label": "召开会议", "points": "3"}]}),
        ),
        (
            "6",
            "每次得 2：上门走访；最高 6",
            json!({"kind": "count", "cap": "6", "items": [{"label": "上门走访", "each": "2"}]}),
        ),
        (
            "10",
            "填报：办结率（%），0至100，小数1位；90以上 10；80以上不满90 8；不满80 不得分",
            json!({"kind": "value", "asked": asked("办结率", "%", "100", 1), "scale": {"kind": "bands",
            "bands": [{"bounds": {"at_least": "90"}, "points": "10"},
            {"bounds": {"at_least": "80", "below": "90"}, "points": "8"},
            {"bounds": {"below": "80"}, "points": "0"}]}}),
        ),
        (
            "10",
            "填报：完成率（%），0至100；0 得 0；100 得 10",
            json!({"kind": "value", "asked": asked("完成率", "%", "100", 2), "scale":
            {"kind": "linear", "anchors": [{"at": "0", "points": "0"},
            {"at": "100", "points": "10"}]}}),
        ),
        (
            "5",
            "工作成效 0至5",
            json!({"kind": "judged", "label": "工作成效", "least": "0", "most": "5"}),
        ),
        (
            "6",
            "市级 1；省级 3；头版头条 ×2；署名平均；同一项取最高；最高 6",
            json!({"kind": "entries", "levels": [{"label": "市级", "points": "1"},
            {"label": "省级", "points": "3"}], "placements": [{"label": "头版头条", "by": "2"}],
            "cap": "6"}),
        ),
        (
            "10",
            "专家评分 0至10 3人以上",
            json!({"kind": "assessed", "label": "专家评分", "least": "0", "most": "10",
            "assessors": 3}),
        ),
        (
            "40",
            "按最好单位比例：填报：采用数（条），0至1000，小数0位",
            json!({"kind": "best", "asked": asked("采用数", "条", "1000", 0)}),
        ),
        (
            "3",
            "填报：采用数（条），0至1000，小数0位；每降1名 −0.5；最低 0；小者在前；并列不占名次",
            json!({"kind": "rank", "asked": asked("采用数", "条", "1000", 0), "smallest_first": true,
            "step": "0.5", "last": "0", "ties": "dense"}),
        ),
        (
            "",
            "发生重大事故；总分不超过 59",
            json!({"kind": "veto", "at_most": "59", "items": [{"label": "发生重大事故"}]}),
        ),
        ("", "只记录：原文没有分值", json!({"kind": "record", "reason": "原文没有分值"})),
    ];
    for (points, cell, expected) in cases {
        assert_eq!(rule(points, cell), expected, "{cell}");
    }
    let tasks = "牵头权重 1；配合权重 0.5；100以上 满分；不满60 不得分；其间 酌情；按角色平均";
    let found = rule("20", tasks);
    assert_eq!(
        [&found["kind"], &found["lead_weight"], &found["zero_below"], &found["mean"]],
        [&json!("tasks"), &json!("1"), &json!("60"), &json!("over_roles")]
    );
}

#[test]
fn a_bound_of_a_checklist_is_a_modifier() {
    let criterion = one("5", "逐项得分：制定方案 3；召开会议 3；最高 5").expect("reads");
    let modifiers = serde_json::to_value(&criterion.modifiers).expect("modifiers");
    assert_eq!(plain(&modifiers), json!([{"op": "cap", "at": "5"}]));
}

#[test]
fn a_criterion_may_be_declared_not_applicable() {
    let criterion = one("5", "无 0；有 5；可不适用").expect("reads");
    assert_eq!(criterion.optional.as_ref(), Some(&criterion.clauses[0].id));
}

#[test]
fn clauses_and_the_head_are_written_by_hand() {
    let file = import_rows(&rows(&[
        &["方案名称：", "考评方案"],
        &["截止日期", "2027年1月14日"],
        &["考评单位", "甲局、乙局，丙局"],
        &["单位分类", "第一类：甲局、乙局\n第二类：丙局"],
        &["等次", "优秀 90以上；良好 80以上不满90；其他 不满80", "grades"],
        &["方案条款", "【三】90分以上为优秀。", "原文", "", "grades"],
        &[],
        &[
            "性质",
            "一级指标",
            "序号",
            "指标",
            "评分内容",
            "分值",
            "评分规则",
            "条款",
            "依据",
            "说明",
        ],
        &[
            "",
            "基础 / 制度",
            "7",
            "学习",
            "",
            "4",
            "到外地学习，每次得1分【②】；最高 4",
            "①学习满分4分。\n②到外地学习每次得1分。",
            "原文、推定",
            "原文没有写明次数。",
        ],
        &["加分", "加分项", "8", "表彰", "获奖", "2", "省级 2；市级 1；最高 2", "获奖加分。"],
    ]))
    .expect("the table reads");
    assert_eq!((file.due.as_str(), &file.title.zh[..]), ("2027-01-14", "考评方案"));
    assert_eq!(file.units, ["甲局", "乙局", "丙局"]);
    assert_eq!(file.classes[1].units, ["丙局"]);
    assert_eq!((file.clauses[0].id.as_str(), file.clauses[0].mark.as_str()), ("grades", "三"));
    let total = file.total.clone().expect("a total");
    assert_eq!(total.grades[1].bounds.to_string(), "[80, 90)");
    assert_eq!(total.grades_clause.as_deref(), Some("grades"));
    let learning = &file.groups[0].groups[0].indicators[0];
    assert_eq!((learning.number.as_str(), &learning.criteria[0].title.zh[..]), ("7", "学习"));
    let clauses = &learning.criteria[0].clauses;
    assert_eq!((clauses[1].mark.as_str(), clauses[1].basis), ("7②", Basis::Assumed));
    let Rule::Count(rule) = &learning.criteria[0].rule else { panic!("a rule that counts") };
    assert_eq!((&rule.items[0].clause, &rule.items[0].id[..]), (&clauses[1].id, "i1"));
    assert_eq!(file.groups[1].standing, Standing::Bonus);
    Scheme::of(file).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn tabs_and_semicolons_delimit_as_well() {
    for delimiter in [",", "\t", ";"] {
        let text = format!(
            "指标{delimiter}分值{delimiter}评分规则\r\n甲{delimiter}5{delimiter}\"无 0\n有 5\""
        );
        let file = import(text.as_bytes()).expect("reads");
        assert_eq!(file.groups[0].indicators[0].criteria.len(), 1);
    }
}
