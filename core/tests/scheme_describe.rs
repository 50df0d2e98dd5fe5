//! A scheme in plain words: nothing that its rules say is left out, and the words read well.

mod support {
    pub mod tables;
}

use std::collections::BTreeMap;

use selfscore_core::points::Points;
use selfscore_core::scheme::{self, Scheme, SchemeFile, describe};
use selfscore_wording::Lang;
use serde_json::{Value, json};

fn all_schemes() -> Vec<Scheme> {
    let built_in = scheme::builtin().expect("the schemes that ship");
    built_in.into_iter().chain(support::tables::table_schemes().into_values()).collect()
}

/// Every number of a part of a file, as often as it stands there; texts and ids are none.
fn numbers(name: &str, value: &Value, found: &mut BTreeMap<String, usize>) {
    let mut add = |number: Points| *found.entry(number.to_string()).or_default() += 1;
    match value {
        // No decimals are said as a whole number.
        Value::Number(number) if name == "decimals" && number.as_u64() == Some(0) => {}
        // What costs nothing by itself, only as often as it happened.
        Value::String(text) if name == "each" && text == "0" => {}
        Value::Number(number) => add(number.to_string().parse().expect("a whole number")),
        Value::String(text) if !["zh", "en", "id"].contains(&name) => {
            if let Ok(number) = text.parse() {
                add(number);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                numbers(name, value, found);
            }
        }
        Value::Array(all) => {
            for value in all {
                numbers(name, value, found);
            }
        }
        _ => {}
    }
}

/// How often a number stands in words, on its own: 2 does not stand in 20 or 0.2.
fn stands(words: &str, number: &str) -> usize {
    let sign = |c: char| !(c.is_ascii_digit() || c == '.' || c == '-');
    words.split(sign).filter(|token| token.trim_end_matches('.') == number).count()
}

fn must_say(place: &str, part: &Value, said: &[String]) {
    let mut all = BTreeMap::new();
    numbers("", part, &mut all);
    let words = said.join("\n");
    for (number, times) in all {
        let found = stands(&words, &number);
        assert!(found >= times, "{place}: {number} stands {found} of {times} times in:\n{words}");
    }
}

#[test]
fn every_number_of_a_criterion_is_in_its_words() {
    for scheme in all_schemes() {
        for criterion in scheme.criteria() {
            for lang in [Lang::Zh, Lang::En] {
                let said = describe::criterion(scheme.file(), criterion, lang);
                let part = json!([criterion.rule, criterion.modifiers]);
                must_say(&format!("{} {}", scheme.id(), criterion.id), &part, &said);
                assert!(said.iter().all(|words| !words.trim().is_empty() && !words.contains('{')));
            }
        }
    }
}

#[test]
fn every_number_of_groups_and_of_the_total_is_in_their_words() {
    for scheme in all_schemes() {
        let file = scheme.file();
        for lang in [Lang::Zh, Lang::En] {
            for group in &file.groups {
                let part = json!([group.weight, group.together]);
                must_say(scheme.id(), &part, &describe::group(file, group, lang));
            }
            let total = json!([file.total]);
            must_say(scheme.id(), &total, &describe::total(file, lang));
        }
    }
}

/// A scheme with this criterion's rule and modifiers, two classes, and a total.
fn with(points: &str, rule: Value, modifiers: Value, total: Value) -> SchemeFile {
    let text = |zh: &str, en: &str| json!({ "zh": zh, "en": en });
    let file = json!({
        "format": "selfscore/scheme", "version": 1, "id": "sample", "revision": 1,
        "title": text("样例", "Sample"), "decimals": 2, "due": "2022-01-14", "clauses": [],
        "units": ["甲", "乙"],
        "classes": [
            { "id": "party", "title": text("党群部门", "party bodies"), "units": ["甲"] },
            { "id": "offices", "title": text("政府部门", "government offices"), "units": ["乙"] },
        ],
        "groups": [{ "id": "first", "title": text("基础", "Basics"), "indicators": [{
            "number": "1", "title": text("一", "One"), "contents": [], "criteria": [{
                "id": "rate", "title": text("办结率", "Rate"), "points": points, "clauses": [],
                "optional": "o", "classes": ["party", "offices"],
                "rule": rule, "modifiers": modifiers,
            }],
        }]}],
        "total": total,
    });
    serde_json::from_value(file).expect("a scheme file")
}

fn said(file: &SchemeFile, lang: Lang) -> Vec<String> {
    describe::criterion(file, &file.groups[0].indicators[0].criteria[0], lang)
}

#[test]
fn ends_of_bands_are_in_the_civil_codes_words() {
    let band =
        |bounds: Value, points: &str| json!({ "bounds": bounds, "points": points, "clause": "c" });
    let rule = json!({
        "kind": "value",
        "asked": { "label": { "zh": "办结率", "en": "Rate" }, "unit": { "zh": "%", "en": "%" },
            "least": "0", "most": "100", "decimals": 1 },
        "scale": { "kind": "bands", "bands": [
            band(json!({ "below": "60" }), "0"),
            band(json!({ "at_least": "60", "at_most": "90" }), "5"),
            band(json!({ "above": "90" }), "7.5"),
        ]},
    });
    let file = with("7.5", rule, json!([]), Value::Null);
    assert_eq!(
        said(&file, Lang::Zh),
        [
            "满分 7.5 分。",
            "填报“办结率”\u{FF08}0 至 100%\u{FF0C}最多 1 位小数\u{FF09}。",
            "分档得分\u{FF1A}不满60%得 0 分\u{FF1B}60%以上、90%以下得 5 分\u{FF1B}超过90%得 7.5 分。",
            "单位可以申报不适用。",
            "只适用于\u{FF1A}党群部门、政府部门。",
        ]
    );
    assert_eq!(
        said(&file, Lang::En),
        [
            "Full marks: 7.5.",
            "Reported: “Rate” (0 to 100 %, decimals: 1 at most).",
            "By bands: below 60 %: 0; 60 % or more, 90 % or less: 5; above 90 %: 7.5.",
            "The unit may declare that it does not apply.",
            "Concerns only: party bodies, government offices.",
        ]
    );
}

#[test]
fn deductions_say_all_that_an_item_costs() {
    let item = |more: Value| {
        let mut item = json!({
            "id": "i", "label": { "zh": "迟报", "en": "Late" }, "each": "1", "clause": "c",
        });
        for (name, value) in more.as_object().expect("members") {
            item[name] = value.clone();
        }
        item
    };
    let rule = json!({ "kind": "deduction", "floor": "-2", "items": [
        item(json!({ "further": [{ "from": 3, "points": "1.2" }, { "from": 2, "points": "0.8" }] })),
        item(json!({ "most": "3", "once": true, "applies": "lead_units" })),
    ]});
    // 10 points after the conversion are 10 × 75 ÷ 100 = 7.5 before it.
    let scaled = json!([
        { "op": "scale", "from": "75", "to": "100", "clause": "c" },
        { "op": "multiply", "by": "2", "of": "loss", "clause": "c",
          "when": { "on": "flag", "id": "f", "label": { "zh": "被通报", "en": "criticised" } } },
        { "op": "gate", "otherwise": "1", "clause": "c",
          "when": { "on": "class", "classes": ["party", "offices"] } },
    ]);
    let file = with("10", rule, scaled, Value::Null);
    assert_eq!(
        said(&file, Lang::Zh)[1..7],
        [
            "从 7.5 分起扣。",
            "迟报\u{FF1A}每次扣 1 分\u{FF0C}满 2 次另扣 0.8 分\u{FF0C}满 3 次改为另扣 1.2 分\u{FF1B}\
             迟报\u{FF1A}视情扣 1 至 3 分\u{FF0C}最多算一次\u{FF08}只适用于有牵头任务的单位\u{FF09}。",
            "扣到 -2 分为止。",
            "从 75 分折算成 100 分。",
            "单位对“被通报”回答“是”的\u{FF0C}扣分乘以 2。",
            "单位属于党群部门或政府部门的才计入\u{FF0C}否则得 1 分。",
        ]
    );
    assert_eq!(
        said(&file, Lang::En)[1..7],
        [
            "Starts from 7.5 points.",
            "Late: 1 off for each, 0.8 more from 2 times on, 1.2 more instead from 3 times on; \
             Late: 1 to 3 off, as judged, once at most (units with a lead task only).",
            "Not below -2 points.",
            "Converted from 75 to 100 points.",
            "What is lost is multiplied by 2 where the unit says yes to “criticised”.",
            "Counted only where the unit belongs to party bodies or government offices; otherwise the points are 1.",
        ]
    );
}

#[test]
fn what_costs_only_when_it_has_happened_often_says_nothing_of_each() {
    let further = json!([{ "from": 2, "points": "0.8" }, { "from": 3, "points": "1.2" }]);
    let rule = json!({ "kind": "deduction", "floor": "0", "items": [{
        "id": "i", "label": { "zh": "连续迟报", "en": "Late in a row" }, "each": "0",
        "further": further, "clause": "c",
    }]});
    let file = with("10", rule, json!([]), Value::Null);
    assert_eq!(
        said(&file, Lang::Zh)[2],
        "连续迟报\u{FF1A}满 2 次扣 0.8 分\u{FF0C}满 3 次改扣 1.2 分。"
    );
    let english = "Late in a row: 0.8 off from 2 times on, 1.2 instead from 3 times on.";
    assert_eq!(said(&file, Lang::En)[2], english);
}

#[test]
fn the_total_says_how_it_is_graded() {
    let of = |of: &str| {
        json!({ "op": "gate", "clause": "c",
            "when": { "on": "points", "of": of, "bounds": { "above": "80" } } })
    };
    let total = json!({
        "base": { "combine": "weighted_mean", "absent": "rescale", "clause": "c" },
        "modifiers": [of("base"), of("rate"), of("first"), of("nowhere")],
        "decimals": 1, "points": "120", "ties": "dense",
        "grades": [
            { "id": "a", "label": { "zh": "优秀", "en": "Excellent" }, "bounds": { "at_least": "90" } },
            { "id": "b", "label": { "zh": "其他", "en": "Other" }, "bounds": { "below": "90" } },
        ],
        "late": { "kind": "deduct", "each": "0.5", "most": "5", "clause": "c" },
    });
    let rule = json!({ "kind": "judged", "label": { "zh": "做法" }, "least": "0", "most": "10", "clause": "c" });
    let file = with("10", rule, json!([]), total);
    assert_eq!(
        describe::total(&file, Lang::Zh),
        [
            "各部分按权重平均。",
            "不适用的部分按比例折算到满分。",
            "总分满分 120 分。",
            "“基础分”得分超过80分的才计入\u{FF0C}否则得 0 分。",
            "“办结率”得分超过80分的才计入\u{FF0C}否则得 0 分。",
            "“基础”得分超过80分的才计入\u{FF0C}否则得 0 分。",
            "“nowhere”得分超过80分的才计入\u{FF0C}否则得 0 分。",
            "总分四舍五入到 1 位小数。",
            "等次\u{FF1A}优秀 90分以上\u{FF1B}其他 不满90分。",
            "总分相同的\u{FF0C}名次并列\u{FF0C}不占用后面的名次\u{FF1A}两个第2名之后是第3名。",
            "逾期每天扣 0.5 分\u{FF0C}最多扣 5 分。",
        ]
    );
    let english = describe::total(&file, Lang::En);
    assert_eq!(
        english[3],
        "Counted only where the points of “base” are above 80; otherwise the points are 0."
    );
    assert_eq!(english[8], "Grades: Excellent: 90 or more; Other: below 90.");
    assert_eq!(
        english[9],
        "For equal totals places are shared, and after two second places comes the third."
    );
}

#[test]
fn what_is_only_taken_off_or_not_counted_has_no_full_marks() {
    let rule = json!({ "kind": "deduction", "floor": "-3", "items": [] });
    let penalty = said(&with("0", rule, json!([]), Value::Null), Lang::Zh);
    assert_eq!(penalty[0], "只扣不加。");
    let rule = json!({ "kind": "veto", "at_most": "59", "items": [
        { "id": "a", "label": { "zh": "事故", "en": "An accident" }, "clause": "c" }] });
    let mut file = with("0", rule, json!([]), Value::Null);
    file.groups[0].indicators[0].criteria[0].points = None;
    assert_eq!(said(&file, Lang::Zh)[0], "发生其中任何一项\u{FF0C}总分最高 59 分\u{FF1A}事故。");
}
