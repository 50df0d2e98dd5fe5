//! What an office would ask about the evidence of a form; and evidence cited, renumbered and cited no more.

use std::sync::LazyLock;

use proptest::prelude::*;
use selfscore_core::draft::{Draft, ListEntry, StoredEvidence, TaskEntry, assess, changes};
use selfscore_core::evidence::{Finding, cite, claims, findings, renumber, uncite};
use selfscore_core::scheme::{Role, Scheme, builtin};
use selfscore_wording::Lang;

fn scheme() -> &'static Scheme {
    static SCHEME: LazyLock<Scheme> =
        LazyLock::new(|| builtin().expect("the built-in schemes read").remove(0));
    &SCHEME
}

fn piece(number: &str, name: &str, sha256: &str) -> StoredEvidence {
    StoredEvidence {
        number: number.into(),
        name: name.into(),
        bytes: Some(1),
        sha256: sha256.into(),
        ..StoredEvidence::default()
    }
}

/// Findings of a draft, by their codes and Chinese words.
fn found(draft: &Draft) -> Vec<(&'static str, String)> {
    let scheme = scheme();
    let assessed = assess(scheme, draft);
    let claims = claims(scheme, &assessed.form, &assessed.sheet);
    let found = findings(&claims, &assessed.form.evidence);
    found.iter().map(|one| (one.code(), one.message(scheme, Lang::Zh))).collect()
}

#[test]
fn claims_without_evidence_and_evidence_without_claims() {
    let scheme = scheme();
    let mut draft = Draft::new(scheme);
    assert_eq!(found(&draft), []);
    let row = |key: u32, completion: &str, evidence: &str| TaskEntry {
        key,
        number: key.to_string(),
        role: Some(Role::Lead),
        completion: completion.into(),
        evidence: evidence.into(),
        ..TaskEntry::default()
    };
    // Full marks without evidence, none (which claims nothing), full marks with evidence.
    draft.entry_mut("tasks").tasks =
        vec![row(1, "100", ""), row(2, "10", ""), row(3, "100", "１-1")];
    // Four points, two pieces cited, of which one is not listed.
    draft.entry_mut("leadership").choice = Some("with_meetings".into());
    draft.entry_mut("leadership").evidence = "3-1、3-9".into();
    // No points.
    draft.entry_mut("publication").done = Some(Vec::new());
    // Taken down, with a note.
    draft.entry_mut("publicity").note = "区级媒体报道3次".into();
    draft.evidence = vec![
        piece("1-1", "01-1_a.pdf", "aa"),
        piece("3-1", "03-1_b.pdf", "bb"),
        piece("5-1", "05-1_c.pdf", "cc"),
    ];
    assert_eq!(
        found(&draft),
        [
            ("claim_without_evidence", "完成任务 · 任务 1：有得分，没有佐证材料。".to_owned()),
            // It has no points.
            ("claim_without_evidence", "开展宣传活动：有记录，没有佐证材料。".into()),
            (
                "evidence_missing",
                "“一把手”负责制 引用了 3-9，目录里没有这个编号。请加入文件，或改正编号。".into()
            ),
            (
                "evidence_without_claim",
                "材料 5-1 没有用于任何一项。请关联到相应内容，或移除。".into()
            ),
        ]
    );
    // What the criterion cites serves its tasks.
    draft.entry_mut("tasks").evidence = "5-1".into();
    assert!(found(&draft).iter().all(|(_, words)| !words.contains("任务 1")));
}

/// 开展宣传活动 is only taken down: no points rest on it, but somebody will ask for evidence.
#[test]
fn what_is_only_taken_down_has_no_points_to_be_without_evidence() {
    let mut draft = Draft::new(scheme());
    draft.entry_mut("publicity").note = "区级媒体报道3次".into();
    draft.entry_mut("leadership").choice = Some("with_meetings".into());
    let assessed = assess(scheme(), &draft);
    let claims = claims(scheme(), &assessed.form, &assessed.sheet);
    let found = findings(&claims, &assessed.form.evidence);
    let told = |lang| found.iter().map(|one| one.message(scheme(), lang)).collect::<Vec<_>>();
    assert_eq!(
        told(Lang::Zh),
        ["“一把手”负责制：有得分，没有佐证材料。", "开展宣传活动：有记录，没有佐证材料。"]
    );
    let [points, recorded] = &told(Lang::En)[..] else { panic!("{found:?}") };
    assert!(points.ends_with(": points without evidence."), "{points}");
    assert!(recorded.ends_with(": recorded without evidence."), "{recorded}");
}

#[test]
fn the_same_file_and_the_same_number_twice() {
    let scheme = scheme();
    let mut draft = Draft::new(scheme);
    draft.evidence = vec![
        piece("3-1", "03-1_a.pdf", "aa"),
        piece("03-01", "03-1_b.pdf", "bb"),
        piece("3-2", "03-2_a.pdf", "aa"),
        piece("3 3", "c.pdf", "cc"),
        piece(" ", "d.pdf", "dd"),
        StoredEvidence { bytes: Some(0), ..piece("3-4", "a/b.pdf", "ee") },
        StoredEvidence { bytes: Some(0), ..piece("3-5", "e.pdf", "ee") },
    ];
    draft.entry_mut("leadership").evidence = "3-1 3-2 3-4 3-5".into();
    draft.entry_mut("measures").evidence = "3-2, 3-2".into();
    assert_eq!(
        found(&draft),
        [
            ("same_number", "编号 3-1 有 2 份材料在用。请改成不同的编号。".to_owned()),
            (
                "used_twice",
                "材料 3-2 同时用于：“一把手”负责制、任务细化措施。请确认没有重复申报。".into()
            ),
            ("not_citable", "编号「3 3」里有分隔符号，无法引用。请改成 3-1 这样的编号。".into()),
            (
                "evidence_without_claim",
                "材料 3 3 没有用于任何一项。请关联到相应内容，或移除。".into()
            ),
            ("unnumbered", "「d.pdf」没有编号，无法引用。请填写编号。".into()),
            (
                "unsafe_name",
                "文件名「a/b.pdf」含有不能用于文件名的符号，打包时改为「a_b.pdf」。".into()
            ),
            ("empty_file", "材料 3-4 是空文件（0 字节）。请检查文件。".into()),
            ("empty_file", "材料 3-5 是空文件（0 字节）。请检查文件。".into()),
            ("same_file", "材料 3-1、3-2 是同一个文件（校验值相同）。请确认没有重复申报。".into()),
        ]
    );
}

#[test]
fn a_task_and_its_criterion_are_one_claim_two_things_of_a_list_are_two() {
    let scheme = scheme();
    let mut draft = Draft::new(scheme);
    draft.evidence = vec![piece("1-1", "a.pdf", "aa")];
    let entry = draft.entry_mut("tasks");
    entry.evidence = "1-1".into();
    entry.tasks = vec![TaskEntry { key: 1, evidence: "1-1".into(), ..TaskEntry::default() }];
    assert_eq!(found(&draft), []);
    let another = TaskEntry { key: 2, evidence: "1-1".into(), ..TaskEntry::default() };
    draft.entry_mut("tasks").tasks.push(another);
    assert_eq!(found(&draft)[0].0, "used_twice");
}

#[test]
fn citing_adds_to_what_was_typed_and_a_new_number_goes_along() {
    let scheme = scheme();
    let mut draft = Draft::new(scheme);
    let entry = draft.entry_mut("tasks");
    entry.tasks = vec![TaskEntry { key: 1, evidence: "见 1-1，".into(), ..TaskEntry::default() }];
    entry.entries = vec![ListEntry { key: 1, evidence: "01-1".into(), ..ListEntry::default() }];
    let at = "/answers/tasks/tasks/0/evidence";
    assert!(cite(&mut draft, at, "1-2"));
    assert!(!cite(&mut draft, at, "０1-2"), "cited already");
    assert_eq!(draft.entry("tasks").expect("an entry").tasks[0].evidence, "见 1-1、1-2");
    assert!(cite(&mut draft, "/answers/leadership/evidence", "3-1"));
    assert!(!cite(&mut draft, "/answers/tasks/tasks/7/evidence", "3-1"), "no such row");
    assert!(!cite(&mut draft, "/unit", "3-1"), "no such field");

    draft.evidence = vec![piece("1-1", "a", "aa"), piece("1-2", "b", "bb")];
    renumber(&mut draft, 0, "1-5");
    let entry = draft.entry("tasks").expect("an entry").clone();
    assert_eq!((&*entry.tasks[0].evidence, &*entry.entries[0].evidence), ("见、1-5、1-2", "1-5"));
    assert_eq!(draft.evidence[0].number, "1-5");
    // A number that two have: nobody knows which was meant.
    draft.evidence[1].number = "1-5".into();
    renumber(&mut draft, 1, "1-6");
    assert_eq!(draft.entry("tasks").expect("an entry").entries[0].evidence, "1-5");
    assert!(uncite(&mut draft, at, "1-05"));
    assert_eq!(draft.entry("tasks").expect("an entry").tasks[0].evidence, "见、1-2");
    assert!(!uncite(&mut draft, at, "1-05"));
}

#[test]
fn findings_name_a_place_to_go_to() {
    let finding = Finding::Empty(2, "3-1".into());
    assert_eq!((finding.piece(), finding.field()), (Some(2), None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A number that is renamed and renamed back leaves the draft as it was.
    #[test]
    fn renumbering_can_be_taken_back(number in "[1-9]-[1-9]") {
        let scheme = scheme();
        let mut draft = Draft::new(scheme);
        draft.evidence = vec![piece("8-8", "a", "aa")];
        draft.entry_mut("leadership").evidence = "8-8、7-70".into();
        let before = draft.clone();
        renumber(&mut draft, 0, &number);
        renumber(&mut draft, 0, "8-8");
        prop_assert_eq!(changes(&before, &draft), []);
    }
}
