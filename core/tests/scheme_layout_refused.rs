//! Tables that do not read: everything that is wrong is named with its place, and nothing makes
//! the reader panic.

#[path = "support/sheets.rs"]
mod sheets;

use proptest::prelude::*;
use selfscore_core::form::Place;
use selfscore_core::scheme::layout::{Refusal, import, import_rows};
use selfscore_wording::Lang;
use sheets::{one, rows};

/// Row, column and what stands there, of everything that is wrong.
fn wrong(table: &[&[&str]]) -> Vec<(usize, String, String)> {
    let refusals = import_rows(&rows(table)).expect_err("the table is refused");
    let place = |refusal: Refusal| {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!refusal.message(lang).is_empty());
        }
        match refusal.place {
            Place::Row { row, column } => (row, column, refusal.found),
            _ => (0, String::new(), refusal.found),
        }
    };
    refusals.into_iter().map(place).collect()
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let mut found = wrong(&[
        &["方案名称", "考评方案"],
        &["小数位数", "两位"],
        &["负责人", "张三"],
        &["指标", "评分内容", "分值", "评分方式", "评分规则", "依据", "标识", "备注", "其他(JSON)"],
        &["甲", "一", "五", "择一", "未开展 零；开展 5", "", "", "看这里", ""],
        &["", "二", "5", "抽签", "开展 5", "听说", "", "", ""],
        &["", "三", "5", "", "", "", "", "", ""],
        &["", "四", "5", "", "开展 2；检查 2", "", "", "", ""],
        &["", "五", "", "扣分", "未开展，扣2分；未检查【②】 −1；未检查 −1【②】", "", "", "", ""],
        &["", "六", "5", "择一", "无 0；有 5", "", "六\n项目 a、b、c", "", "{"],
    ]);
    found.sort();
    let expected = [
        (2, "小数位数", "两位"),
        (3, "负责人", "负责人"),
        (5, "分值", "五"),
        (5, "备注", "看这里"),
        (5, "评分规则", "未开展 零；开展 5"),
        (6, "依据", "听说"),
        (6, "评分方式", "抽签"),
        (7, "评分规则", ""),
        (8, "评分方式", ""),
        (9, "分值", ""),
        (9, "评分规则", "未开展，扣2分；未检查【②】 −1；未检查 −1【②】"),
        (10, "其他(JSON)", "{"),
        (10, "标识", "六\n项目 a、b、c"),
    ];
    let expected =
        expected.iter().map(|(row, column, cell)| (*row, column.to_string(), cell.to_string()));
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn two_wrong_lines_of_a_rule_are_both_named() {
    let refusals = one("5", "择一：未开展 零；开展 5；很好 满").expect_err("two lines");
    let text: Vec<String> = refusals.iter().map(|one| one.message(Lang::Zh)).collect();
    assert_eq!(text.len(), 2, "{text:?}");
    assert!(text[0].starts_with("第 2 行「评分规则」"), "{}", text[0]);
    assert!(text[0].contains("未开展 零") && text[1].contains("很好 满"), "{text:?}");
    assert!(text[0].contains("末尾写分数"), "the remedy: {}", text[0]);
}

#[test]
fn what_is_no_table_is_refused() {
    for bytes in [&b""[..], b"\xFF\xFE", "甲,乙\n1,2".as_bytes(), "评分规则\n有 5".as_bytes()]
    {
        let refusals = import(bytes).expect_err("no table");
        assert_eq!(refusals.len(), 1);
        assert!(!refusals[0].message(Lang::Zh).is_empty());
    }
    assert_eq!(wrong(&[&["指标", "评分规则"]]).len(), 1);
}

/// Neither many levels nor many wrong lines take the reader down.
#[test]
fn what_is_too_much_is_refused() {
    let levels = vec!["级"; 200_000].join(" / ");
    let (many, lines) = ("未开展 零\n".repeat(100_000), "未开展 零\n".repeat(30));
    let found = wrong(&[
        &["一级指标", "指标", "分值", "评分方式", "评分规则"],
        &[&levels, "甲", "5", "择一", "无 0；有 5"],
        &["乙", "乙", "5", "择一", &many],
        &["乙", "丙", "5", "择一", &lines],
    ]);
    let count = |row: usize| found.iter().filter(|(at, ..)| *at == row).count();
    // As many as a person works through.
    assert_eq!([count(2), count(3), count(4)], [1, 1, 20]);
}

/// Cells as people and accidents make them.
fn any_cell() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "扣",
        "每次",
        "得",
        "分",
        "−",
        "-",
        "5",
        "0.5",
        "\u{FF15}",
        "至",
        "以上",
        "不满",
        "%",
        "×",
        "：",
        ":",
        "；",
        "\n",
        " ",
        "【",
        "】",
        "②",
        "填报",
        "（",
        "）",
        "0至100",
        "小数",
        "位",
        "最高",
        "不低于",
        "总分不超过",
        "每降1名",
        "牵头权重",
        "满分",
        "不得分",
        "择一",
        "数值分档",
        "见其他",
        "只记录",
        "原文",
        "理解",
        "推定",
        "取：",
        "条款",
        "项目",
        "加分",
        "{",
        "}",
        "{\"groups\":{\"1\":",
        "\"criterion\":{}",
        "[]",
        "甲",
        " / ",
        "、",
        "99999999999999999999999",
        "1e9",
        "'",
        "=",
        "合计",
        "人以上",
        "另扣",
        "次起",
        "前提",
        "一次",
        "100001",
        "null",
        "\u{3000}",
        "。",
    ]);
    let noise = "\\PC{0,4}";
    prop_oneof![
        3 => prop::collection::vec(pieces, 0..9).prop_map(|pieces| pieces.concat()),
        1 => noise,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_table_makes_it_panic(
        head in prop::collection::vec(
            prop::collection::vec(prop_oneof![any_cell(), Just("等次".to_owned()),
                Just("单位分类".to_owned()), Just("方案条款".to_owned()),
                Just("其他(JSON)".to_owned()), Just("总分".to_owned())], 0..6), 0..4),
        body in prop::collection::vec(prop::collection::vec(any_cell(), 0..16), 0..6),
    ) {
        let heading = ["性质", "一级指标", "序号", "二级指标", "内容", "评分内容", "分值", "评分方式",
            "评分规则", "条款", "依据", "说明", "标识", "其他(JSON)"].map(str::to_owned).to_vec();
        let table: Vec<Vec<String>> = head.into_iter().chain([heading]).chain(body).collect();
        match import_rows(&table) {
            // Whatever reads also comes back.
            Ok(file) => {
                let again = selfscore_core::scheme::layout::export(&file, Lang::Zh);
                prop_assert_eq!(import_rows(&again), Ok(file));
            }
            Err(refusals) => {
                prop_assert!(!refusals.is_empty());
                for refusal in refusals {
                    prop_assert!(!refusal.message(Lang::Zh).is_empty());
                    if let Place::Row { row, column } = refusal.place {
                        prop_assert!((1..=table.len()).contains(&row) && !column.is_empty());
                    }
                }
            }
        }
    }

    #[test]
    fn no_file_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = import(&bytes);
        let mut table = "指标,评分规则,其他(JSON)\n".as_bytes().to_vec();
        table.extend(bytes);
        let _ = import(&table);
    }
}
