//! The tables of `schemes/tables/`: each reads, says everything in both languages, tells what of
//! it is assumed, and quotes its source word for word.

mod support {
    pub mod tables;
}

use selfscore_core::answer::Answers;
use selfscore_core::scheme::{Basis, Clause, Scheme, Standing};
use selfscore_core::scoring::score;
use serde_json::Value;

use support::tables::table_schemes;

/// Words of the sources, and the table that must quote them.
const QUOTED: [(&str, &str); 25] = [
    ("a-government-websites-2019", "单项指标扣分之和不超过本项指标总分值"),
    ("a-government-websites-2019", "高于80分,则进入加分指标"),
    ("a-government-websites-2019", "出现单项否决指标中的任意一种情形,即判定为不合格"),
    ("a-government-websites-2019", "加分指标分值为30分"),
    ("b-zhaoqing-websites-2019", "办事服务的分值(共20分)平均计入其他指标中"),
    ("b-zhaoqing-websites-2019", "扣完为止"),
    ("b-zhaoqing-websites-2019", "不合格(59分)"),
    ("c-quanzhou-licheng-2020", "超期公开每条扣5分"),
    ("d-jiaojiang-2018", "连续2次另扣0.8分,连续3次另扣1.2分"),
    ("d-jiaojiang-2018", "以第一名为基数,按比例计分"),
    ("d-jiaojiang-2018", "第1名的加3分…每降1名扣0.5分…两个并列第2时,下一名从第4名开始"),
    ("e-zunyi-safety-2010", "被国家级肯定和推广1项加5分"),
    ("e-zunyi-safety-2010", "同一项按最高分只计入1次"),
    ("e-zunyi-safety-2010", "被上级通报批评的扣2分/次"),
    ("f-supervision", "仅有市、区两级政府列督事项的部门和单位,考核扣分分值加倍"),
    ("f-supervision", "原扣5分-现扣10分 原扣10分-现扣20分"),
    ("f-supervision", "扣5-10分"),
    ("g-wenzhou-2012", "视情扣3-5分"),
    ("g-wenzhou-2012", "内容(分值)·指标·分值·评分办法和标准·编码·得分(自评/综评)·备注"),
    ("h-shanghai-openness", "指标·具体项目·分值·评分说明·考核填报·附件或链接·自评分·项目分·指标分"),
    ("i-machinery-standardization", "不出现负分"),
    ("i-machinery-standardization", "1000 分折算百分制"),
    ("i-machinery-standardization", "最后得分采用四舍五入,取小数点后一位数"),
    ("j-construction-safety", "4个分项实得分的加权平均值…权数分别为0.3、0.2、0.3、0.2"),
    ("j-construction-safety", "可评分项目实得分之和÷可评分项目应得分之和×100"),
];

fn clauses(scheme: &Scheme) -> impl Iterator<Item = &Clause> {
    scheme.file().clauses.iter().chain(scheme.criteria().flat_map(|c| &c.clauses))
}

#[test]
fn every_table_reads_under_its_own_name() {
    let schemes = table_schemes();
    for letter in 'a'..='j' {
        let found = schemes.keys().filter(|name| name.starts_with(&format!("{letter}-"))).count();
        assert_eq!(found, 1, "table {letter}");
    }
    for (name, scheme) in &schemes {
        assert_eq!(name, scheme.id());
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    fn both(value: &Value, at: &str, lacking: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                let said = |lang: &str| members.get(lang).and_then(Value::as_str);
                if members.contains_key("zh") || members.contains_key("en") {
                    let blank = |lang| said(lang).is_none_or(|words| words.trim().is_empty());
                    // An English text without a Latin letter or figure was not translated.
                    let latin = said("en").unwrap_or_default();
                    let latin =
                        latin.chars().any(|sign| sign.is_ascii_alphanumeric() || sign == '%');
                    if blank("zh") || blank("en") || !latin {
                        lacking.push(at.to_owned());
                    }
                }
                for (name, value) in members {
                    both(value, &format!("{at}/{name}"), lacking);
                }
            }
            Value::Array(all) => {
                for (index, value) in all.iter().enumerate() {
                    both(value, &format!("{at}/{index}"), lacking);
                }
            }
            _ => {}
        }
    }
    let mut lacking = Vec::new();
    for (name, scheme) in table_schemes() {
        let file = serde_json::to_value(scheme.file()).expect("a scheme is JSON");
        both(&file, &name, &mut lacking);
    }
    assert!(lacking.is_empty(), "not in both languages:\n{}", lacking.join("\n"));
}

#[test]
fn every_table_says_what_of_it_is_assumed() {
    for (name, scheme) in table_schemes() {
        let assumed: Vec<&Clause> =
            clauses(&scheme).filter(|clause| clause.basis == Basis::Assumed).collect();
        assert!(!assumed.is_empty(), "{name} claims to be quoted from end to end");
        for clause in assumed {
            assert!(clause.why.is_some(), "{name}: {} says no reason", clause.id);
        }
        // Names like 示例单位一 are nobody's: a clause has to say so.
        let sample = scheme.file().units.iter().any(|unit| unit.starts_with("示例"));
        let told = clauses(&scheme)
            .any(|clause| clause.basis == Basis::Assumed && clause.text.zh.contains("示例单位"));
        assert!(!sample || told, "{name}: made-up units are not called so");
    }
}

#[test]
fn words_of_the_sources_are_quoted_and_not_passed_off_as_ours() {
    let schemes = table_schemes();
    for (name, words) in QUOTED {
        let scheme = schemes.get(name).unwrap_or_else(|| panic!("no table {name}"));
        let quoted = clauses(scheme)
            .any(|clause| clause.basis != Basis::Assumed && clause.text.zh.contains(words));
        assert!(quoted, "{name} does not quote {words}");
    }
}

#[test]
fn full_marks_are_within_reach_of_a_form_that_says_nothing_yet() {
    for (name, scheme) in table_schemes() {
        let (sheet, _) = score(&scheme, &Answers::new());
        assert_eq!(sheet.maximum, scheme.known_maximum(), "{name}");
        assert!(sheet.highest >= sheet.maximum, "{name}: at most {}", sheet.highest);
        let stated = scheme.file().total.as_ref().and_then(|total| total.points);
        assert!(stated.is_none_or(|stated| stated == sheet.maximum), "{name}: {stated:?}");
        let penalty =
            scheme.file().groups.iter().filter(|group| group.standing == Standing::Penalty);
        for criterion in penalty.flat_map(|g| g.all_indicators()).flat_map(|i| &i.criteria) {
            assert_eq!(criterion.maximum().fixed(2), "0.00", "{name}: {}", criterion.id);
        }
    }
}
