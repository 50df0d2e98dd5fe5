//! `selfscore scheme`: what is found in schemes, and how they are listed and shown.

mod support;

use serde_json::{Value, json};
use support::{DEFAULT, DIGEST, Folder, SCHEME, TABLE_E, run};

#[test]
fn a_sound_scheme_has_no_findings_and_its_open_points() {
    let by_id = run(&["scheme", "lint", DEFAULT]).clean();
    let by_file = run(&["scheme", "lint", SCHEME]).clean();
    let places = |run: &support::Run| {
        let open = run.stdout.lines().filter(|line| line.starts_with("  /"));
        open.map(str::to_owned).collect::<Vec<_>>()
    };
    // The table of gaps in the README: 1③ and 2③, 1⑤, 2①, 3②, 4①, 4②, and the rounding.
    assert_eq!(places(&by_id).len(), 8, "{by_id:#?}");
    assert_eq!(places(&by_id), places(&by_file));
    assert!(by_id.stdout.contains("/clauses/5（推定）"), "{by_id:#?}");
    assert!(by_id.stdout.contains("另一种理解：适用于所有单位。"), "{by_id:#?}");
}

#[test]
fn an_error_is_said_with_place_rule_and_remedy() {
    let folder = Folder::new();
    // 4 + 6 = 10 stand in the indicator.
    let change = ("/groups/1/indicators/0/points", json!("11"));
    let broken = folder.changed("broken.json", SCHEME, &[change]);
    let run_text = run(&["scheme", "lint", &broken]).findings();
    assert!(
        run_text.stdout.contains(
            "  [错误] /groups/1/indicators/0/points（points_differ，推理得出）\n    写的是 11 分，各项相加是 10 分。\n    请改为 10"
        ),
        "{run_text:#?}"
    );
    let read = run(&["scheme", "lint", "--format", "json", &broken]).findings().json();
    assert_eq!(read[0]["findings"].as_array().map(Vec::len), Some(1), "{read:#}");
    let finding = &read[0]["findings"][0];
    assert_eq!(finding["rule"], "points_differ");
    assert_eq!(finding["path"], "/groups/1/indicators/0/points");
    assert_eq!((&finding["severity"], &finding["proof"]), (&json!("error"), &json!("exact")));
    assert_eq!(finding["message"]["en"], "It says 11 points; its criteria add up to 10.");
    assert_eq!(read[0]["sha256"], Value::Null, "no scheme, so no digest of one");
    assert_eq!(read[0]["open_points"].as_array().map(Vec::len), Some(8));
}

#[test]
fn a_note_is_no_finding_and_a_warning_is_one() {
    let folder = Folder::new();
    // A clause that no rule applies is a note.
    let clause = json!({ "id": "more", "mark": "9", "text": { "zh": "另" }, "basis": "notice" });
    let at = "/groups/1/indicators/0/criteria/0/clauses";
    let scheme = support::json(SCHEME);
    let clauses = scheme.pointer(at).and_then(Value::as_array).cloned();
    let mut clauses = clauses.unwrap_or_default();
    assert!(!clauses.is_empty(), "the criterion has clauses");
    clauses.push(clause);
    let noted = folder.changed("noted.json", SCHEME, &[(at, json!(clauses))]);
    let noted = run(&["scheme", "lint", &noted, "--format", "json"]).clean().json();
    assert_eq!(noted[0]["findings"][0]["rule"], "unused_clause", "{noted:#}");
    assert_eq!(noted[0]["findings"][0]["severity"], "note");
    // No words where people read some is a warning.
    let change = ("/groups/0/title/zh", json!(""));
    let warned = folder.changed("warned.json", SCHEME, &[change]);
    let warned = run(&["scheme", "lint", &warned, "--format", "json"]).findings().json();
    assert_eq!(warned[0]["findings"][0]["rule"], "no_words", "{warned:#}");
}

#[test]
fn one_unreadable_file_does_not_hide_the_others() {
    let folder = Folder::new();
    let garbage = folder.file("garbage.json", b"{ \"format\": ");
    let run_text = run(&["scheme", "lint", &garbage, DEFAULT, "no-such-file"]).unusable();
    assert!(run_text.stdout.starts_with(DEFAULT), "{run_text:#?}");
    assert!(run_text.stderr.contains("garbage.json：读不出方案"), "{run_text:#?}");
    assert!(run_text.stderr.contains("没有「no-such-file」"), "{run_text:#?}");
    let read = run(&["scheme", "lint", "--format=json", &garbage, DEFAULT]).unusable().json();
    assert!(read[0]["error"]["en"].is_string(), "{read:#}");
    assert_eq!(read[1]["findings"], json!([]));
    assert_eq!(read[1]["sha256"], DIGEST);
}

#[test]
fn the_list_has_the_built_in_schemes_and_those_of_folders() {
    let alone = run(&["scheme", "list", "--format", "json"]).clean().json();
    assert_eq!(alone.as_array().map(Vec::len), Some(2));
    assert_eq!(alone[0]["id"], DEFAULT);
    assert_eq!(alone[0]["sha256"], DIGEST);
    // 60 + 4 + 6 + 15 + 6 + 4, and the seventh criterion not counted.
    assert_eq!((&alone[0]["maximum"], &alone[0]["criteria"]), (&json!("95"), &json!(7)));
    assert_eq!(alone[1]["maximum"], "100");

    let folder = Folder::new();
    folder.changed("a.json", SCHEME, &[("/id", json!("a")), ("/revision", json!(7))]);
    folder.changed("b.JSON", SCHEME, &[("/groups/1/indicators/0/points", json!("11"))]);
    folder.file("c.json", b"{}");
    folder.file("d.txt", b"not even JSON");
    folder.changed("e.json", SCHEME, &[("/revision", json!(2))]);
    let listed = run(&["scheme", "list", folder.path(), "--format", "json"]);
    assert_eq!(listed.status, 1, "one of them has an error: {listed:#?}");
    assert!(listed.stderr.contains("c.json」不是方案文件") && !listed.stderr.contains("d.txt"));
    let listed = listed.json();
    assert_eq!(listed.as_array().map(Vec::len), Some(5), "{listed:#}");
    assert_eq!((&listed[2]["revision"], &listed[2]["errors"]), (&json!(7), &json!(0)));
    assert_ne!(listed[2]["sha256"], DIGEST);
    assert_eq!((&listed[3]["sha256"], &listed[3]["errors"]), (&Value::Null, &json!(1)));
    // The last calls itself the second revision of a scheme of the program.
    let refused = |at: usize| listed[at]["refused"]["en"].as_str();
    assert_eq!((refused(0), refused(2)), (None, None));
    assert!(refused(4).is_some_and(|why| why.contains("do not change")), "{listed:#}");

    let text = run(&["scheme", "list"]).clean().stdout;
    assert!(text.contains(&format!("校验码 {DIGEST}\n  满分 95 分，评分内容 7 项\n")), "{text}");
}

#[test]
fn the_official_table_says_rule_words_and_what_is_open() {
    let text = run(&["scheme", "show", DEFAULT]).clean().stdout;
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    // In the order of the table; 60 × the weighted mean, 1 and 0.5.
    let order = [
        "1–2 牵头任务、配合任务（60 分）",
        "完成任务（tasks，60 分）",
        "牵头任务权重 1，配合任务权重 0.5。",
        "其中牵头任务权重为1,配合任务权重为0.5。(计算公式见表末)〔我们的理解〕",
        "另一种理解：先分别求牵头、配合任务的平均",
        "（leadership，4 分）",
        "开展宣传活动（publicity，不计分）",
    ];
    assert!(order.map(place).is_sorted(), "{text}");
    let table = run(&["scheme", "show", TABLE_E, "--lang", "en"]).clean().stdout;
    assert!(table.contains("Good: 90 or more, below 95"), "{table}");
    assert!(table.contains("A penalty, outside full marks."), "{table}");
}

#[test]
fn markdown_holds_the_words_and_none_of_their_marks() {
    let folder = Folder::new();
    let title = ("/title/zh", json!("方案 <b>*一*</b>\n## 二"));
    let odd = folder.changed("odd.json", SCHEME, &[title]);
    let text = run(&["scheme", "show", "--format", "markdown", &odd]).clean().stdout;
    assert!(text.starts_with("# 方案 \\<b\\>\\*一\\*\\</b\\> \\#\\# 二（"), "{text}");
    // One title, four groups of the notice, and no other headings of these levels.
    let level = |signs: &str| text.lines().filter(|line| line.starts_with(signs)).count();
    let groups = support::json(SCHEME)["groups"].as_array().map_or(0, Vec::len);
    assert_eq!((level("# "), level("## ")), (1, groups), "{text}");
}

#[test]
fn a_scheme_shown_as_json_is_the_same_scheme() {
    let folder = Folder::new();
    let shown = run(&["scheme", "show", "--format", "json", DEFAULT]).clean().stdout;
    let file = folder.file("shown.json", shown.as_bytes());
    let linted = run(&["scheme", "lint", "--format", "json", &file]).clean().json();
    assert_eq!(linted[0]["sha256"], DIGEST);
}

#[test]
fn a_scheme_with_errors_is_shown_and_said_to_be_one() {
    let folder = Folder::new();
    let change = ("/groups/1/indicators/0/points", json!("11"));
    let broken = folder.changed("broken.json", SCHEME, &[change]);
    let shown = run(&["scheme", "show", &broken]);
    assert_eq!(shown.status, 1, "{shown:#?}");
    assert!(shown.stderr.contains("方案有错误，不能用来计分"), "{shown:#?}");
    assert!(shown.stdout.contains("（leadership，4 分）"), "{shown:#?}");
    run(&["scheme", "show", "no-such-file"]).unusable();
}
