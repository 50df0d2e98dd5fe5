//! The register: the spellings that it comes in, and what it says about a unit.

use proptest::prelude::*;
use selfscore_core::answer::Task;
use selfscore_core::form::{Kind, Place, Reason};
use selfscore_core::register::{Assigned, Register};
use selfscore_core::scheme::Role;
use selfscore_core::scoring::Unlisted;

const CSV: &str = "number,title,lead,supporting,supporting\r\n\
    1,推进网上办理,区教育局,区政数局,区财政局\r\n\
    02,\"统一收件,一窗受理\",区行政服务中心,\"区教育局、区科工贸局\"\r\n\
    3,企业开办,区市场监管局,,\r\n";

fn read(text: &str) -> Register {
    Register::read(text.as_bytes()).unwrap()
}

fn refused(text: &str) -> (Place, Reason) {
    let error = Register::read(text.as_bytes()).unwrap_err();
    (error.place, error.reason)
}

fn units(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn reads_csv_with_any_number_of_supporting_units() {
    let register = read(CSV);
    assert_eq!(
        register.tasks[1],
        Assigned {
            number: "02".into(),
            title: "统一收件,一窗受理".into(),
            lead: units(&["区行政服务中心"]),
            supporting: units(&["区教育局", "区科工贸局"]),
        }
    );
    assert_eq!(register.tasks[0].supporting, units(&["区政数局", "区财政局"]));
    assert!(register.tasks[2].supporting.is_empty());
}

#[test]
fn spreadsheets_spell_it_in_many_ways() {
    let expected = read(CSV);
    for text in [
        CSV.replace("\r\n", "\n"),
        format!("\u{FEFF}{CSV}"),
        format!("附件4 任务分工\r\n\r\n{CSV}\r\n,,,,\r\n"),
        CSV.replace("number,title,lead,supporting,supporting", "序号,任务名称,牵头单位,配合单位,"),
        CSV.replace(
            "number,title,lead,supporting,supporting",
            "编号,任务\u{FF08}名称\u{FF09},牵头 部门,配合单位1,配合单位2",
        ),
        CSV.replace("number,title,lead,supporting,supporting", "number,title,lead,supporting"),
        CSV.replace(',', "\t").replace("统一收件\t一窗受理", "统一收件,一窗受理"),
        CSV.replace(',', ";").replace("统一收件;一窗受理", "统一收件,一窗受理"),
    ] {
        assert_eq!(read(&text), expected, "{text}");
    }
}

#[test]
fn units_in_one_cell_are_told_apart() {
    for cell in ["甲、乙", "甲 乙", "甲;乙", "甲\u{FF0C}乙", "\"甲,乙\"", "\"甲\n乙\""]
    {
        let register = read(&format!("序号,任务,牵头单位,配合单位\n1,一,{cell},"));
        assert_eq!(register.tasks[0].lead, units(&["甲", "乙"]), "{cell}");
    }
}

#[test]
fn merged_cells_add_units_to_the_task_above() {
    let register = read("序号,任务,牵头单位,配合单位\n1,一,甲,乙\n,,,丙\n2,二,丁,");
    assert_eq!(register.tasks[0].supporting, units(&["乙", "丙"]));
    assert_eq!(register.tasks.len(), 2);
}

#[test]
fn reads_json_as_a_list_or_an_object() {
    let list = r#"[ { "number": "1", "title": "一", "lead": ["甲"], "supporting": "乙、丙" },
                    { "number": 2, "title": "二", "lead": "丁" } ]"#;
    let register = read(list);
    assert_eq!(register.tasks[0].supporting, units(&["乙", "丙"]));
    assert_eq!(
        (register.tasks[1].number.as_str(), &register.tasks[1].lead),
        ("2", &units(&["丁"]))
    );
    assert_eq!(read(&format!("{{ \"tasks\": {list} }}")), register);
    let written = serde_json::to_string(&register).unwrap();
    assert_eq!(read(&written), register);
}

#[test]
fn a_unit_has_several_names_and_one_role_a_task() {
    let register = read(
        "number,title,lead,supporting\n1,一,市公安局**分局,\n2,二,甲,市公安局城东分局\n\
         3,三,市公安局\u{FF0A}\u{FF0A}分局,市公安局**分局\n4,四,甲,乙",
    );
    let names = ["市公安局**分局", "市公安局城东分局"];
    let roles: Vec<(&str, Role)> = register
        .tasks_of(&names)
        .iter()
        .map(|(task, role)| (task.number.as_str(), *role))
        .collect();
    assert_eq!(roles, [("1", Role::Lead), ("2", Role::Supporting), ("3", Role::Lead)]);
    assert!(register.tasks_of(&["丙"]).is_empty());
    assert!(register.tasks_of(&[""]).is_empty());
}

#[test]
fn tasks_that_a_form_leaves_out() {
    let register = read(CSV);
    let task = |number: &str| Task { number: number.into(), ..Task::default() };
    let unlisted = |tasks: &[Task]| register.unlisted(&["区教育局"], tasks);
    let second = Unlisted { number: "02".into(), role: Role::Supporting };
    assert_eq!(unlisted(&[task("01")]), std::slice::from_ref(&second));
    assert_eq!(unlisted(&[task(" 2 "), task("\u{FF11}")]), []);
    assert_eq!(
        unlisted(&[task("3")]),
        [Unlisted { number: "1".into(), role: Role::Lead }, second,]
    );
}

#[test]
fn names_what_it_refuses() {
    let row = |row, column: &str| Place::Row { row, column: column.into() };
    let member = |at: &str| Place::Member(at.into());
    let columns = Reason::NoColumn("序号、任务名称、牵头单位".into());
    for text in ["", "a,b", "number,title\n1,x"] {
        assert_eq!(refused(text), (Place::Whole, columns.clone()), "{text}");
    }
    let head = "number,title,lead,supporting\n";
    assert_eq!(refused(&format!("{head}\n,一,甲,")), (row(3, "序号"), Reason::Empty));
    assert_eq!(
        refused(&format!("{head}1,一,甲,\n01,二,甲,")),
        (row(3, "序号"), Reason::RepeatedKey("01".into()))
    );
    let long = "字".repeat(5_001);
    assert_eq!(
        refused(&format!("{head}1,{long},甲,")),
        (row(2, "任务名称"), Reason::TextTooLong(5_001))
    );
    let many: String = (1..=5_001).map(|n| format!("{n},x,甲,\n")).collect();
    assert_eq!(refused(&format!("{head}{many}")), (Place::Whole, Reason::TooMany(5_001, 5_000)));
    let fits: String = (1..=5_000).map(|n| format!("{n},x,甲,\n")).collect();
    assert_eq!(read(&format!("{head}{fits}")).tasks.len(), 5_000);

    assert_eq!(refused("{}"), (member("/tasks"), Reason::Expected(Kind::List, "null".into())));
    assert_eq!(
        refused(r#"[{"number": "1", "lead": [1]}]"#),
        (member("/0/lead/0"), Reason::Expected(Kind::Text, "1".into()))
    );
    assert_eq!(refused(r#"[{"title": "x"}]"#), (member("/0/number"), Reason::Empty));
    assert!(matches!(refused("[{"), (Place::Line { .. }, Reason::Syntax(_))));
    assert_eq!(Register::read(b"\xC7\xF8").unwrap_err().reason, Reason::Encoding);
}

proptest! {
    #[test]
    fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[0-9a,;\t\"\n\r、甲{}\\[\\]:]{0,80}") {
        let _ = Register::read(&bytes);
        let _ = Register::read(text.as_bytes());
        let _ = Register::read(format!("number,title,lead,supporting\n{text}").as_bytes());
    }
}
