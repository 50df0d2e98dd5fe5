//! Blocks copied from spreadsheets.

use proptest::prelude::*;
use selfscore_core::draft::paste::{Block, Column};
use selfscore_core::form::{Place, Reason};
use selfscore_core::scheme::Role;

use Column::{Claim, Completion, Evidence, Ignore, InDebugging, Note, Number, Title};

const TABLE: &str = "序号\t工作任务\t牵头/配合\t完成率\t是否进入调试阶段\t申报份额\t得分说明\t佐证材料\r\n\
    1\t推进网上办理\t牵头\t85%\t否\t80\t平台已上线\t1-1、1-2\r\n\
    2\t\"统一收件\n\"\"一窗\"\"受理\"\t配合\t0.9\t√\t\t\t\r\n";

fn parse(text: &str) -> Block {
    Block::parse(text).unwrap()
}

#[test]
fn a_table_with_a_heading_reads_by_itself() {
    let block = parse(TABLE);
    assert!(block.heading);
    let columns = block.guess();
    assert_eq!(
        columns,
        [Number, Title, Column::Role, Completion, InDebugging, Claim, Note, Evidence,]
    );
    let rows = block.rows(&columns, block.heading, 7);
    assert_eq!(rows.len(), 2);
    let [first, second] = &rows[..] else { panic!() };
    assert_eq!((first.key, first.number.as_str(), first.role), (7, "1", Some(Role::Lead)));
    assert_eq!((first.completion.as_str(), first.claim.as_str()), ("85%", "80"));
    assert_eq!((first.note.as_str(), first.evidence.as_str()), ("平台已上线", "1-1、1-2"));
    assert_eq!((second.key, second.title.as_str()), (8, "统一收件\n\"一窗\"受理"));
    assert_eq!((second.role, second.in_debugging), (Some(Role::Supporting), true));
    // As copied: nobody knows whether 0.9 is 90 %.
    assert_eq!(second.completion, "0.9");
}

#[test]
fn headings_say_what_they_hold() {
    for (heading, column) in [
        ("序号", Number),
        ("任务编号", Number),
        ("任务", Title),
        ("任务名称", Title),
        ("工作内容", Title),
        ("角色", Column::Role),
        ("任务类型", Column::Role),
        ("分工", Column::Role),
        ("完成情况", Completion),
        ("进度\u{FF08}%\u{FF09}", Completion),
        ("任务完成率", Completion),
        ("系统是否调试", InDebugging),
        ("申报", Claim),
        ("申报理由", Note),
        ("备注", Note),
        ("附件", Evidence),
        ("证明材料", Evidence),
        ("完成时限", Ignore),
    ] {
        // Beside two columns that make it a heading row.
        let fill = if column == Number { "说明\t附件" } else { "序号\t编号说明" };
        let fill = if column == Note { "序号\t附件" } else { fill };
        let block = parse(&format!("{heading}\t{fill}\n一\t二\t三"));
        assert!(block.heading, "{heading}");
        assert_eq!(block.guess()[0], column, "{heading}");
    }
}

#[test]
fn a_table_without_a_heading_reads_by_its_contents() {
    let block = parse("1\t推进义务教育入学网上办理\t\t牵头\t85%\t80\n2\t统一收件\t\t配合\t100\t\n");
    assert!(!block.heading);
    assert_eq!(block.guess(), [Number, Title, Ignore, Column::Role, Completion, Claim]);
    assert_eq!(parse("甲任务说明\t牵头\n乙\t配合").guess(), [Title, Column::Role]);
    assert_eq!(parse("1.1\t甲\n1.2\t乙").guess(), [Number, Title]);
}

#[test]
fn no_column_is_used_twice() {
    let block = parse("任务\t任务名称\t完成率\t完成情况\t备注\n甲\t乙\t1\t2\t丙");
    assert_eq!(block.guess(), [Title, Ignore, Completion, Ignore, Note]);
    let block = parse("1\t2\t3\t4\t牵头\t配合\n");
    assert_eq!(block.guess(), [Number, Completion, Claim, Ignore, Column::Role, Ignore]);
}

#[test]
fn a_lone_column_is_titles() {
    let block = parse("推进宣传任务\n统一收件\n\n企业开办\n");
    assert!(!block.heading);
    assert_eq!(block.guess(), [Title]);
    let titles: Vec<String> =
        block.rows(&[Title], false, 1).into_iter().map(|task| task.title).collect();
    assert_eq!(titles, ["推进宣传任务", "统一收件", "企业开办"]);
    assert!(parse("任务名称\n统一收件").heading);
    assert_eq!(parse("85\n90").guess(), [Title]);
}

#[test]
fn fractions_are_pointed_out_and_left_alone() {
    let fractions = |cells: &str| parse(cells).fractions(0);
    assert!(fractions("0.85\n1\n0"));
    assert!(fractions("完成率\t任务\n0.85\t甲"));
    assert!(!fractions("85\n0.9"));
    assert!(!fractions("1\n0"));
    assert!(!fractions("0.5%\n0.9%"));
    assert!(!fractions("甲\n0.9"));
    assert!(!fractions(""));
    assert!(!parse("0.85").fractions(5));
}

#[test]
fn the_choice_of_columns_is_the_users() {
    let block = parse("甲\t乙\n丙\t丁\t戊");
    let rows = block.rows(&[Note, Ignore, Title], true, 1);
    assert_eq!((rows.len(), rows[0].note.as_str(), rows[0].title.as_str()), (1, "丙", "戊"));
    // Rows that then say nothing are left out.
    assert!(block.rows(&[Ignore, Ignore], false, 1).is_empty());
    assert!(parse("").rows(&[Title], false, 1).is_empty());
}

#[test]
fn words_of_roles_and_debugging() {
    let row =
        |cell: &str| parse(&format!("{cell}\tx")).rows(&[Column::Role, Title], false, 1).remove(0);
    for cell in ["牵头", "主办", "Lead", " 牵头单位 "] {
        assert_eq!(row(cell).role, Some(Role::Lead), "{cell}");
    }
    for cell in ["配合", "协办", "supporting"] {
        assert_eq!(row(cell).role, Some(Role::Supporting), "{cell}");
    }
    assert_eq!(row("区教育局").role, None);
    let row =
        |cell: &str| parse(&format!("{cell}\tx")).rows(&[InDebugging, Title], false, 1).remove(0);
    for cell in ["是", "√", "✓", "1", "调试", "已进入调试", "true", "TRUE", "\u{FF11}"]
    {
        assert!(row(cell).in_debugging, "{cell}");
    }
    for cell in ["否", "", "未进入调试", "0"] {
        assert!(!row(cell).in_debugging, "{cell}");
    }
}

#[test]
fn limits() {
    let reason = |text: &str| Block::parse(text).unwrap_err();
    let error = reason(&"x\n".repeat(5_001));
    assert_eq!((error.place, error.reason), (Place::Whole, Reason::TooMany(5_001, 5_000)));
    assert_eq!(parse(&format!("任务名称\n{}", "x\n".repeat(5_000))).cells.len(), 5_001);
    let error = reason(&format!("a\tb\nc\t{}", "字".repeat(5_001)));
    assert_eq!(error.place, Place::Row { row: 2, column: "2".into() });
    assert_eq!(error.reason, Reason::TextTooLong(5_001));
    let large = "x".repeat(4 * 1024 * 1024 + 1);
    assert_eq!(reason(&large).reason, Reason::TooLarge(large.len()));
}

proptest! {
    #[test]
    fn any_text_is_some_block(text in "(?s).{0,60}", cells in "[0-9%.\t\n\r\"牵头序号任务完成率]{0,60}") {
        for text in [text, cells] {
            let block = parse(&text);
            let columns = block.guess();
            prop_assert_eq!(columns.len(), block.width());
            let used = columns.iter().filter(|column| **column != Ignore);
            let mut once: Vec<&Column> = used.clone().collect();
            once.dedup();
            prop_assert_eq!(once.len(), used.count());
            let rows = block.rows(&columns, block.heading, u32::MAX - 3);
            prop_assert!(rows.len() <= block.cells.len());
            for at in 0..=columns.len() {
                block.fractions(at);
            }
        }
    }
}
