//! Which scheme a form is scored by, and what is said where that is not plain.

mod support;

use serde_json::{Value, json};
use support::{DEFAULT, DIGEST, FORM, Folder, KINDS, SCHEME, TABLE_E, run};

/// How the scheme was found that a form naming `scheme` is scored by, and its revision.
fn chosen(scheme: Value, more: &[&str]) -> (String, u64) {
    let folder = Folder::new();
    let form = folder.changed("form.json", FORM, &[("/scheme", scheme)]);
    let run = run(&[&["score", "--format", "json", form.as_str()], more].concat());
    let read = run.json();
    assert_eq!(read[0]["total"], "76.00", "{read:#}");
    let by = &read[0]["scheme"];
    let how = by["match"].as_str().unwrap_or_default().to_owned();
    assert_eq!(run.status, i32::from(!["same", "by_name"].contains(&how.as_str())), "{run:#?}");
    // The very scheme needs no words.
    assert_eq!(by["message"].is_null(), how == "same", "{read:#}");
    (how, by["revision"].as_u64().unwrap_or_default())
}

#[test]
fn another_revision_or_digest_of_the_scheme_is_said() {
    let how = |scheme| chosen(scheme, &[]).0;
    let wrong = "0".repeat(64);
    assert_eq!(how(json!({ "id": DEFAULT, "revision": 1, "sha256": DIGEST })), "same");
    assert_eq!(how(json!({ "id": DEFAULT, "revision": 1 })), "by_name");
    assert_eq!(how(json!({ "id": DEFAULT })), "by_name");
    assert_eq!(how(json!({ "id": DEFAULT, "revision": 1, "sha256": wrong })), "changed");
    assert_eq!(how(json!({ "id": DEFAULT, "revision": 2 })), "other_revision");
    assert_eq!(how(json!({ "id": DEFAULT, "sha256": wrong })), "other_revision");
}

#[test]
fn of_several_revisions_the_one_named_else_the_newest() {
    let folder = Folder::new();
    // Files are read by their names: neither the first nor the last is the newest.
    for (name, revision) in [("a.json", 2), ("b.json", 4), ("c.json", 3)] {
        let changes = [("/id", json!("next")), ("/revision", json!(revision))];
        folder.changed(name, SCHEME, &changes);
    }
    let of = |revision: u64| {
        chosen(json!({ "id": "next", "revision": revision }), &["--schemes", folder.path()])
    };
    assert_eq!(of(3), ("by_name".into(), 3));
    assert_eq!(of(2), ("by_name".into(), 2));
    assert_eq!(of(9), ("other_revision".into(), 4));
    let file = format!("{}/c.json", folder.path());
    let by_file = chosen(json!({ "id": "next", "revision": 3 }), &["--scheme", &file]);
    assert_eq!(by_file, ("by_name".into(), 3));
}

#[test]
fn a_scheme_that_takes_the_name_of_another_scores_nothing() {
    let folder = Folder::new();
    let second = folder.changed("second.json", SCHEME, &[("/revision", json!(2))]);
    let read = run(&["score", FORM, "--scheme", &second]).unusable();
    assert!(read.stderr.contains("自带的方案不能改换"), "{read:#?}");
    // The form is scored by the scheme that it names all the same.
    assert!(
        read.stdout.contains("修订 1") && read.stdout.contains("合计：76.00 / 95"),
        "{read:#?}"
    );
    let broken = ("/groups/1/indicators/0/points", json!("11"));
    let broken = folder.changed("broken.json", SCHEME, &[broken, ("/id", json!("broken"))]);
    let read = run(&["score", FORM, "--scheme", &broken]).unusable();
    assert!(read.stderr.contains("/groups/1/indicators/0/points"), "{read:#?}");
}

#[test]
fn a_form_of_another_scheme_is_scored_only_where_that_is_asked() {
    let refused = run(&["score", KINDS]).unusable();
    assert!(refused.stderr.contains("「kinds」") && refused.stderr.contains("--scheme"));
    let read = run(&["score", KINDS, "--format", "json"]).unusable().json();
    assert_eq!(read[0]["error"]["code"], "other_scheme");
    let read = run(&["score", KINDS, "--scheme", DEFAULT, "--format", "json"]).findings().json();
    assert_eq!(read[0]["scheme"]["match"], "other_scheme");
    assert_eq!(read[0]["scheme"]["id"], DEFAULT);
    // Of two nobody can tell which is meant.
    run(&["score", KINDS, "--scheme", DEFAULT, "--scheme", TABLE_E]).unusable();

    let folder = Folder::new();
    let unnamed = folder.changed("form.json", FORM, &[("/scheme", Value::Null)]);
    assert!(run(&["score", &unnamed]).unusable().stderr.contains("没有写明考评方案"));
    let text = run(&["score", &unnamed, "--scheme", DEFAULT]).findings().stdout;
    assert!(text.contains("没有写明方案") && text.contains("合计：76.00 / 95"), "{text}");
}
