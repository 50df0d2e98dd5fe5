//! What is printed: rows, words, dates and sums, for the notice's scheme and for every kind of rule.

mod form_support;

use form_support::kinds::kinds;
use form_support::{form, scheme};
use proptest::prelude::*;
use selfscore_core::draft::{Assessment, Draft, assess};
use selfscore_core::form::{ShortCode, json};
use selfscore_core::paper::pages::{Measures, lay_out};
use selfscore_core::paper::split::divide;
use selfscore_core::paper::{Document, Item, Paper, Row, RowKind, Wanted};
use selfscore_wording::Lang;

/// The example that the page shows.
fn example() -> Draft {
    let text = include_bytes!("../../src/session/example.json");
    Draft {
        scheme_sha256: scheme().digest().into(),
        ..Draft::from_form(&json::read(text).unwrap().form)
    }
}

fn paper(document: Document, draft: &Draft) -> Paper {
    Paper::of(document, scheme(), &assessed(draft), Wanted::default(), Lang::Zh)
}

fn assessed(draft: &Draft) -> Assessment {
    assess(scheme(), draft)
}

fn rows(paper: &Paper) -> Vec<&Row> {
    let mut rows = Vec::new();
    for item in &paper.items {
        if let Item::Row { row, .. } = item {
            rows.push(row);
        }
    }
    rows
}

/// All texts, in order.
fn texts(paper: &Paper) -> String {
    let mut out = paper.marks.join("\n");
    for item in &paper.items {
        let said = match item {
            Item::Title(text) | Item::Subtitle(text) | Item::Heading(text) | Item::Text(text) => {
                text.clone()
            }
            Item::Row { row, .. } => row.cells.join(" | "),
            Item::Ending(ending) => {
                let lines = ending.lines.iter().map(|(name, value)| format!("{name}:{value}"));
                [vec![ending.seal.clone()], lines.collect()].concat().join("\n")
            }
        };
        out += &format!("\n{said}");
    }
    out
}

#[test]
fn the_scoring_form_has_the_columns_of_an_office() {
    let paper = paper(Document::ScoreForm, &example());
    let headings: Vec<&str> = paper.tables[0].iter().map(|one| one.heading.as_str()).collect();
    let asked = "序号·指标·内容·分值·评分标准·自评分·得分说明·佐证材料（附件编号）·核定分·备注";
    assert_eq!(headings.join("·"), asked);
    assert_eq!(paper.marks, ["参考格式，非原附件"]);
    assert!(Document::ScoreForm.landscape() && !Document::Application.landscape());
}

/// 60 × (1 + 1 + 0.8 + 0.5 + 0.25 + 0) ÷ 4.5 = 47.33; 2 + 4 + 13 + 6 + 3 more make 75.33.
#[test]
fn the_scoring_form_says_what_the_form_says() {
    let paper = paper(Document::ScoreForm, &example());
    let rows = rows(&paper);
    let tasks = rows.iter().position(|row| row.cells[0] == "1–2").unwrap();
    let line = &rows[tasks].cells;
    assert_eq!((line[3].as_str(), line[5].as_str()), ("60", "47.33"));
    assert_eq!(line[6], "牵头任务 3 项，配合任务 3 项，逐项列在下面。");
    assert!(line[4].starts_with("1①每项工作任务"), "{}", line[4]);
    // Tasks below their criterion: role, completion, claimed share, explanation, evidence.
    let third = &rows[tasks + 3];
    assert_eq!(third.kind, RowKind::Part);
    assert_eq!(third.cells[..3], ["3", "牵头", "民办学校年检材料精简"]);
    assert_eq!(third.cells[4], "完成率：85%\n申报份额：80%");
    assert_eq!(third.cells[5], "份额 80%");
    assert_eq!(third.cells[7], "1-4");
    assert_eq!(rows[tasks + 2].cells[4], "完成率：70%\n系统已进入调试阶段，视同完成");
    assert_eq!(rows[tasks + 2].cells[5], "满分");
    assert_eq!(rows[tasks + 6].cells[5], "不得分");
    // What the office fills in stays empty.
    assert!(
        rows.iter().filter(|row| row.kind != RowKind::Group).all(|row| row.cells[8].is_empty())
    );
    let sum = rows.last().unwrap();
    assert_eq!(
        (sum.kind, sum.cells[3].as_str(), sum.cells[5].as_str()),
        (RowKind::Sum, "95", "75.33")
    );
    let measures = rows
        .iter()
        .find(|row| row.cells[0] == "3" && row.cells.len() > 5 && row.cells[5] == "4.00");
    assert_eq!(
        measures.unwrap().cells[6],
        "已出台任务细化措施：是\n未明确时序进度：1\n细化措施未列时间表"
    );
    let publicity = rows.iter().find(|row| row.cells[0] == "7").unwrap();
    assert_eq!((publicity.cells[3].as_str(), publicity.cells[5].as_str()), ("未公布", "不计分"));
}

#[test]
fn the_application_has_head_tasks_and_measures() {
    let paper = paper(Document::Application, &example());
    let rows = rows(&paper);
    assert_eq!(rows[0].cells, ["单位", "区教育局", "自评总分", "75.33（已知分值 95）"]);
    assert_eq!(rows[2].cells, ["联系电话", "000-0000", "填报日期", "2022年1月10日"]);
    assert_eq!(rows[5].cells[..5], ["3", "民办学校年检材料精简", "牵头", "85%", "80%"]);
    let text = texts(&paper);
    for said in [
        "明确“一把手”责任，未定期召开工作推进会议",
        "已做到：在部门网站公开优化营商环境政策措施",
        "到先进地区参观学习（次）：1",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn every_paper_ends_with_seal_signatures_and_date() {
    for document in Document::ALL {
        let paper = paper(document, &Draft { filled_on: "2022/1/11".into(), ..example() });
        let Some(Item::Ending(ending)) = paper.items.last() else { panic!("{document:?}") };
        assert_eq!(ending.seal, "单位（盖章）");
        let lines: Vec<(&str, &str)> =
            ending.lines.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(
            lines,
            [
                ("主要负责人（签字）", ""),
                ("填报人", "张三（示例）"),
                ("审核人", "李四（示例）"),
                ("联系电话", "000-0000"),
                ("填报日期", "2022年1月11日")
            ]
        );
    }
}

#[test]
fn the_index_tells_what_is_used_where_and_what_is_not_listed() {
    let mut form = json::read(include_bytes!("../../src/session/example.json")).unwrap().form;
    form.evidence = vec![selfscore_core::form::Evidence {
        number: "3-2".into(),
        name: "03-2_任务细化措施.pdf".into(),
        bytes: Some(1234),
        sha256: "ab".repeat(32),
        ..Default::default()
    }];
    let paper = paper(Document::EvidenceIndex, &Draft::from_form(&form));
    let rows = rows(&paper);
    let digest = "ab".repeat(8);
    assert_eq!(rows[0].cells, ["3-2", "03-2_任务细化措施.pdf", "3 任务细化措施", "1234", &digest]);
    assert_eq!(rows[1].cells[..3], ["1-1", "未列入目录", "任务 1"]);
    // Every number of the form: six of tasks and six of the other criteria besides 3-2.
    assert_eq!(rows.len(), 1 + 6 + 6);
}

#[test]
fn an_incomplete_form_says_so_on_every_page_and_what_is_missing() {
    let mut draft = example();
    draft.answers.remove("leadership");
    draft.unit.clear();
    draft.entry_mut("tasks").tasks[2].claim.clear();
    let assessment = assessed(&draft);
    assert!(!assessment.ready());
    for document in Document::ALL {
        let paper = paper(document, &draft);
        assert_eq!(paper.marks.last().unwrap(), "未填完（缺 3 处）");
        let text = texts(&paper);
        for said in [
            "未填完或有误的地方（3 处）",
            "表头：还没有选择单位",
            "“一把手”负责制：",
            "完成任务 任务 3：",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
    }
    let score = texts(&paper(Document::ScoreForm, &draft));
    assert!(score.contains("0.00（未填完）"), "{score}");
}

#[test]
fn the_appendix_explains_every_figure() {
    let wanted = Wanted { explanation: true, example: true };
    let paper = Paper::of(Document::ScoreForm, scheme(), &assessed(&example()), wanted, Lang::Zh);
    assert_eq!(paper.marks, ["参考格式，非原附件", "示例，数字是编的"]);
    let text = texts(&paper);
    let appendix = text.split("附：得分计算说明").nth(1).unwrap();
    for said in [
        "完成任务 47.33",
        "= 60 × 3.55 ÷ 4.5",
        "四舍五入",
        "任务细化措施 4.00",
        "依据：1⑤",
        "失分 12.67",
    ] {
        assert!(appendix.contains(said), "{said} in {appendix}");
    }
}

#[test]
fn paper_and_file_have_one_code() {
    let draft = example();
    let file = assessed(&draft).export(scheme(), "2022-01-12T09:30:00+08:00");
    for document in Document::ALL {
        let paper = paper(document, &draft);
        assert_eq!(paper.code, ShortCode::of(&file));
        assert_eq!(paper.qr_text, format!("SELFSCORE1:{}:区教育局", paper.code));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a file says, in a scheme with every kind of rule: cells fit their tables, texts of
    /// tasks are there, pages hold everything once, and dividing loses nothing.
    #[test]
    fn any_form_can_be_printed(form in form(), explanation: bool, tall in 1..40u32) {
        for scheme in [scheme(), kinds()] {
            let assessment = assess(scheme, &Draft::from_form(&form));
            for document in Document::ALL {
                let wanted = Wanted { explanation, example: false };
                let paper = Paper::of(document, scheme, &assessment, wanted, Lang::En);
                for item in &paper.items {
                    if let Item::Row { table, row } = item {
                        prop_assert!(!row.cells.is_empty() && row.cells.len() <= paper.tables[*table].len());
                    }
                }
                for table in &paper.tables {
                    let width: u32 = table.iter().map(|column| column.width).sum();
                    prop_assert_eq!(width, document.width());
                }
                let measures = Measures {
                    items: paper.items.iter().map(|item| height(item, tall)).collect(),
                    heads: vec![10.0; paper.tables.len()],
                    room: 300.0,
                };
                let pages = lay_out(&paper.items, &measures);
                let placed: Vec<usize> = pages.iter().cloned().flatten().collect();
                prop_assert_eq!(placed, (0..paper.items.len()).collect::<Vec<_>>());
                if let Some(divided) = divide(&paper, &measures, "（续）") {
                    let plain = |paper: &Paper| {
                        let mut signs: Vec<char> = texts(paper).replace("（续）", "").chars().collect();
                        signs.retain(|sign| !sign.is_whitespace() && *sign != '|');
                        signs.sort();
                        signs
                    };
                    let (before, after) = (plain(&paper), plain(&divided));
                    // Numbers of divided rows are repeated; nothing is lost.
                    let mut rest = after.into_iter().peekable();
                    for sign in before {
                        while rest.peek().is_some_and(|other| *other < sign) { rest.next(); }
                        prop_assert_eq!(rest.next(), Some(sign));
                    }
                }
            }
        }
    }
}

/// As if every character had so much height.
fn height(item: &Item, tall: u32) -> f64 {
    let signs = match item {
        Item::Row { row, .. } => row.cells.iter().map(|cell| cell.chars().count()).max(),
        Item::Text(text) => Some(text.chars().count()),
        _ => None,
    };
    f64::from(tall) * signs.unwrap_or(1).max(1) as f64
}
