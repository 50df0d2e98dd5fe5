//! What released programs stored, read by this one: `stored/README.md`.

use std::collections::BTreeMap;

use selfscore_core::draft::{Change, Draft, Entry, Marks, Step, apply};
use selfscore_core::kept::{NEWEST, Opened, Record, seal, unseal};
use selfscore_core::scheme::Role;
use serde_json::{Value, json};

const EXAMPLE_1: &str = include_str!("stored/v1-example.json");
const TYPED_1: &str = include_str!("stored/v1-typed.json");
const TYPED_2: &str = include_str!("stored/v2-typed.json");
const STEP_2: &str = include_str!("stored/v2-step.json");

fn intact(text: &str) -> Record {
    match Record::open(text) {
        Opened::Intact(record) => *record,
        other => panic!("{other:?}: {text}"),
    }
}

/// Opens it, and again after sealing it as the newest version.
fn reopened(text: &str) -> Record {
    let record = intact(text);
    let sealed = record.seal();
    let head: Value = serde_json::from_str(&sealed).unwrap();
    assert_eq!((&head["format"], &head["version"]), (&json!("selfscore/draft"), &json!(2)));
    assert!(head["sha256"].is_string());
    assert_eq!(intact(&sealed), record);
    record
}

fn pairs(map: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    map.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn entry<'d>(draft: &'d Draft, id: &str) -> &'d Entry {
    draft.entry(id).unwrap()
}

/// What version 1 did not know.
fn nothing_of_version_2(record: &Record) {
    assert_eq!((record.turn, record.deleted, record.by.as_str()), (0, false, ""));
    assert_eq!((record.marks, record.seen.len()), (Marks { first: 0, at: 0, end: 0 }, 0));
}

#[test]
fn the_newest_version_and_every_file_have_a_test_here() {
    assert_eq!(NEWEST, 2);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stored");
    let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    let known = ["README.md", "v1-example.json", "v1-typed.json", "v2-step.json", "v2-typed.json"];
    assert_eq!(names, known);
}

#[test]
fn version_1_the_example() {
    let record = reopened(EXAMPLE_1);
    nothing_of_version_2(&record);
    assert_eq!((record.revision, record.name.as_str()), (1, "示例 副本"));
    assert_eq!(record.saved_at, "2026-11-25T04:22:53+00:00");
    let draft = &record.draft;
    assert_eq!(draft.scheme, "business-environment-2021");
    assert_eq!((draft.scheme_sha256.as_str(), draft.district.as_str()), ("", ""));
    assert_eq!((draft.unit.as_str(), draft.filled_by.as_str()), ("区教育局", "张三（示例）"));
    assert_eq!((draft.reviewed_by.as_str(), draft.phone.as_str()), ("李四（示例）", "000-0000"));
    assert_eq!(draft.filled_on, "2022-01-10");
    let ids: Vec<&str> = draft.answers.keys().map(String::as_str).collect();
    let known = ["implementation", "leadership", "learning", "measures", "publication"];
    assert_eq!(ids, [&known[..], &["publicity", "tasks"]].concat());
    let implementation = entry(draft, "implementation");
    assert_eq!(pairs(&implementation.occurrences), [("late_reports", "0"), ("off_schedule", "1")]);
    assert_eq!(
        (implementation.note.as_str(), implementation.evidence.as_str()),
        ("第6项未按时间表推进", "4-1")
    );
    assert_eq!(entry(draft, "leadership").choice.as_deref(), Some("no_meetings"));
    assert_eq!(entry(draft, "measures").met, Some(true));
    let done = entry(draft, "publication").done.as_deref().unwrap();
    assert_eq!(done, ["guidance", "website"]);
    let tasks = &entry(draft, "tasks").tasks;
    let told = tasks.iter().map(|row| (row.key, row.number.as_str(), row.completion.as_str()));
    let figures = [
        (1, "1", "100"),
        (2, "2", "70"),
        (3, "3", "85"),
        (4, "4", "100"),
        (5, "5", "62.5"),
        (6, "6", "40"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), figures);
    assert!(tasks.iter().all(|row| row.in_debugging == (row.key == 2)));
    assert_eq!((tasks[2].role, tasks[3].role), (Some(Role::Lead), Some(Role::Supporting)));
    assert_eq!(
        (tasks[0].title.as_str(), tasks[0].evidence.as_str()),
        ("义务教育入学“一网通办”", "1-1、1-2")
    );
    assert_eq!((tasks[4].claim.as_str(), tasks[4].note.as_str()), ("50", "16个事项完成10个"));
}

#[test]
fn version_1_as_typed() {
    let record = reopened(TYPED_1);
    nothing_of_version_2(&record);
    assert_eq!((record.revision, record.name.as_str()), (2, ""));
    assert_eq!(record.saved_at, "2026-11-25T04:22:54+00:00");
    let draft = &record.draft;
    let sha256 = "d661309704a06d95d752956a3c7be2fe2f48e8cf4cc4f324c4209936b21956cf";
    assert_eq!((draft.scheme_sha256.as_str(), draft.district.as_str()), (sha256, "海滨"));
    assert_eq!(draft.filled_by, "张三 “\"\\ 𠮷");
    assert_eq!(draft.filled_on, "2022年1月10日");
    assert_eq!(pairs(&entry(draft, "learning").occurrences), [("visits", "２")]);
    assert_eq!(entry(draft, "publicity").note, "第一行\n第二行");
    assert_eq!(draft.answers.len(), 3);
    let [task] = &entry(draft, "tasks").tasks[..] else { panic!("{draft:?}") };
    assert_eq!((task.title.as_str(), task.completion.as_str()), ("一网通办　=1+1", "八成"));
    assert_eq!((task.key, task.role, task.in_debugging), (1, Some(Role::Lead), false));
}

#[test]
fn version_2() {
    let record = reopened(TYPED_2);
    assert_eq!((record.revision, record.name.as_str()), (41, "年终 “自评” 稿"));
    assert_eq!(record.saved_at, "2026-11-25T05:06:07+00:00");
    assert_eq!((record.turn, record.deleted), (57, true));
    assert_eq!(record.marks, Marks { first: 7, at: 12, end: 15 });
    let seen = record.seen.iter().map(|(tab, edit)| (tab.as_str(), *edit));
    assert_eq!(
        seen.collect::<Vec<_>>(),
        [("1a20f9bd2c0-f00dcafe", 3), ("1a21112469d-0a1b2c3d", 129)]
    );
    assert_eq!(record.by, "1a21112469d-0a1b2c3d");
    let draft = &record.draft;
    assert_eq!((draft.unit.as_str(), draft.district.as_str()), ("区教育局", "海滨"));
    assert_eq!((draft.reviewed_by.as_str(), draft.phone.as_str()), ("李四", "010-1234 转 5"));
    assert_eq!(draft.extra["remark"], json!({ "from": "另一程序" }));
    assert_eq!(
        (&draft.scheme_extra["title"], &draft.score_extra["rank"]),
        (&json!("工作专项方案"), &json!(3))
    );
    let [first, second] = &entry(draft, "awards").entries[..] else { panic!("{draft:?}") };
    assert_eq!((first.key, first.title.as_str(), first.times.as_str()), (9, "先进集体", "2"));
    assert_eq!(
        (first.level.as_deref(), first.placement.as_deref()),
        (Some("national"), Some("first"))
    );
    assert_eq!(
        (first.authors.as_str(), first.note.as_str(), first.evidence.as_str()),
        ("3", "两年两次", "8-1、8-2")
    );
    assert_eq!(first.extra["文号"], "教〔2021〕7号");
    assert_eq!((second.key, second.times.as_str(), &second.placement), (4, "一次", &None));
    let disclosure = entry(draft, "disclosure");
    assert_eq!(pairs(&disclosure.claims), [("grave", "1,5"), ("minor", "0.5")]);
    assert_eq!((disclosure.no_entries, entry(draft, "awards").claim.as_str()), (true, "5"));
    let leadership = entry(draft, "leadership");
    assert_eq!(
        (leadership.choice.as_deref(), leadership.met),
        (Some("with_meetings"), Some(false))
    );
    let flags = leadership.flags.iter().map(|(id, on)| (id.as_str(), *on));
    assert_eq!(flags.collect::<Vec<_>>(), [("late", true), ("other", false)]);
    let learning = entry(draft, "learning");
    assert_eq!(pairs(&learning.occurrences), [("trainings", ""), ("visits", "２")]);
    assert_eq!(learning.extra["备注"], Value::Null);
    assert_eq!(learning.extra["旧"], json!([1, 0.1, { "x": "y" }]));
    let opinion = entry(draft, "opinion");
    assert_eq!(
        (&opinion.scores[..], opinion.applies),
        (&["92.5".into(), "".into(), "九十".into()][..], Some(false))
    );
    assert_eq!(
        (opinion.value.as_str(), &entry(draft, "publication").done),
        ("九十一", &Some(vec![]))
    );
    let [first, second] = &entry(draft, "tasks").tasks[..] else { panic!("{draft:?}") };
    assert_eq!((first.key, first.role, first.in_debugging), (3, Some(Role::Supporting), true));
    assert_eq!((first.claim.as_str(), &first.extra["owner"]), ("60", &json!("甲")));
    assert_eq!((second.key, second.completion.as_str()), (1, "八成"));
    let evidence = serde_json::to_value(&draft.evidence).unwrap();
    assert_eq!(
        (&evidence[0]["bytes"], &evidence[0]["extra"]),
        (&json!(u64::MAX), &json!({ "pages": 2 }))
    );
    assert_eq!((&evidence[1]["name"], &evidence[1]["bytes"]), (&json!("通知.pdf"), &Value::Null));
}

#[test]
fn a_step_of_version_2() {
    let step: Step = serde_json::from_str(unseal(STEP_2).unwrap()).unwrap();
    let change = |place: &str, before: Option<Value>, after: Option<Value>| Change {
        place: place.into(),
        before,
        after,
    };
    let expected = [
        change("/phone", Some("".into()), Some("010-1234 转 5".into())),
        change("/answers/learning/extra/备注", None, Some(Value::Null)),
        change(
            "/answers/leadership/choice",
            Some("no_meetings".into()),
            Some("with_meetings".into()),
        ),
        change("/answers/tasks/tasks/3/completion", Some("65".into()), Some("70".into())),
        change("/answers/tasks/tasks", Some(json!([1, 3])), Some(json!([3, 1]))),
        change("/answers/learning/occurrences/trainings", Some("1".into()), Some("".into())),
        change("/answers/leadership/flags/early", Some(true.into()), None),
    ];
    assert_eq!(step.changes, expected);
    let again: Step = serde_json::from_str(unseal(&seal(&step)).unwrap()).unwrap();
    assert_eq!(again, step);
    // It led to the draft of the fixture, so it can be taken back there, and again.
    let stored = intact(TYPED_2).draft;
    let mut draft = stored.clone();
    assert_eq!(apply(&mut draft, &step.changes, false), 0);
    assert_eq!(draft.phone, "");
    let tasks: Vec<_> =
        entry(&draft, "tasks").tasks.iter().map(|row| (row.key, row.completion.as_str())).collect();
    assert_eq!(tasks, [(1, "八成"), (3, "65")]);
    assert!(!entry(&draft, "learning").extra.contains_key("备注"));
    assert_eq!(apply(&mut draft, &step.changes, true), 0);
    assert_eq!(draft, stored);
}
