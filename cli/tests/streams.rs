//! What goes where, in which language, and what no input may do.

mod support;

use std::process::Stdio;

use serde_json::json;
use support::{DEFAULT, FORM, Folder, Run, SCHEME, command, run};

/// Every command that reads a file.
const READERS: [&[&str]; 10] = [
    &["scheme", "lint"],
    &["scheme", "lint", "--format", "json"],
    &["scheme", "show"],
    &["scheme", "show", "--format", "json"],
    &["score"],
    &["score", "--format", "json"],
    &["score", "--format", "csv"],
    &["score", FORM, "--scheme"],
    &["convert", "--to", "json"],
    &["convert", "--to", "xlsx"],
];

#[test]
fn no_file_whatever_makes_it_crash() {
    let folder = Folder::new();
    let deep = "[".repeat(200_000);
    let groups = r#"{"title":{"zh":"一"},"indicators":[],"groups":["#;
    let nested =
        format!(r#"{{"format":"selfscore/scheme","version":1,"groups":[{}"#, groups.repeat(10_000));
    let large = vec![b' '; 4 * 1024 * 1024 + 1];
    let scheme = std::fs::read(support::root().join(SCHEME)).expect("a scheme");
    let form = std::fs::read(support::root().join(FORM)).expect("a form");
    let files: Vec<(&str, &[u8])> = vec![
        ("empty", b""),
        ("null", b"null"),
        ("zeros", &[0; 64]),
        ("latin", b"\xc0\xaf\xfe\xff"),
        ("object", b"{}"),
        ("list", b"[]"),
        ("number", b"1e999999999"),
        ("deep", deep.as_bytes()),
        ("nested", nested.as_bytes()),
        ("large", &large),
        ("newer scheme", br#"{"format":"selfscore/scheme","version":99}"#),
        ("newer form", br#"{"format":"selfscore/form","version":99}"#),
        ("bare scheme", br#"{"format":"selfscore/scheme","version":1}"#),
        ("cut scheme", &scheme[..scheme.len() / 2]),
        ("cut form", &form[..form.len() / 2]),
        ("cells", "键,填报值\r\nunit,\"".as_bytes()),
    ];
    for (name, bytes) in files {
        let path = folder.file(name, bytes);
        for reader in READERS {
            let run = run(&[reader, &[path.as_str()]].concat()).unusable();
            assert!(run.stderr.contains(&path), "{reader:?} names the file: {run:#?}");
        }
    }
}

#[test]
fn folders_and_files_that_are_none() {
    let folder = Folder::new();
    for named in [folder.path(), "no/such/file", ""] {
        for reader in READERS {
            if !named.is_empty() || reader != ["score", FORM, "--scheme"] {
                run(&[reader, &[named]].concat()).unusable();
            }
        }
    }
    run(&["scheme", "list", "no/such/folder"]).unusable();
    run(&["scheme", "list", FORM]).unusable();
    run(&["score", FORM, "--schemes", "no/such/folder"]).unusable();
}

/// Members of a sound file, each in turn replaced by what it cannot be.
#[test]
fn no_member_whatever_makes_it_crash() {
    let folder = Folder::new();
    let form = support::json(FORM);
    let mut pointers = Vec::new();
    collect(&form, "", &mut pointers);
    assert!(pointers.len() > 50, "{}", pointers.len());
    let odd = [json!(null), json!(-1), json!("99999999999999999999999999999"), json!([[]])];
    let mut paths = Vec::new();
    for (at, pointer) in pointers.iter().enumerate() {
        let mut document = form.clone();
        if let Some(member) = document.pointer_mut(pointer) {
            *member = odd[at % odd.len()].clone();
        }
        paths.push(folder.file(&format!("{at}.json"), document.to_string().as_bytes()));
    }
    let mut args = vec!["score", "--scheme", DEFAULT];
    args.extend(paths.iter().map(String::as_str));
    let text = run(&args);
    assert_eq!(text.status, 2, "{text:#?}");
    // Each file is either scored or refused.
    let scored = text.stdout.lines().filter(|line| !line.is_empty() && !line.starts_with(' '));
    let refused = text.stderr.lines().filter(|line| line.starts_with("selfscore: "));
    assert_eq!(scored.count() + refused.count(), paths.len(), "{text:#?}");
}

fn collect(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    let mut below = |name: &str, value| {
        let at = format!("{at}/{name}");
        found.push(at.clone());
        collect(value, &at, found);
    };
    match value {
        serde_json::Value::Object(members) => members.iter().for_each(|(n, v)| below(n, v)),
        serde_json::Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, v)| below(&n.to_string(), v));
        }
        _ => {}
    }
}

#[test]
fn whoever_reads_may_stop_reading() {
    // Far more than a pipe holds.
    let forms = [FORM; 300];
    for format in ["text", "json", "csv"] {
        let mut child = command(&[&["score", "--format", format], &forms[..]].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let run = Run::of(child.wait_with_output().expect("it ends"));
        assert!(run.status == 0 && run.stderr.is_empty(), "{run:#?}");
    }
}

#[test]
fn a_file_commands_no_terminal() {
    let folder = Folder::new();
    let unit = json!("区\u{1B}]0;x\u{7}教育局\u{9B}31m\u{202E}");
    let form = folder.changed("form.json", FORM, &[("/unit", unit)]);
    let run = run(&["score", &form]).findings();
    assert!(!run.stdout.contains(['\u{1B}', '\u{7}', '\u{9B}', '\u{202E}']), "{run:#?}");
    assert!(run.stdout.contains("教育局"), "{run:#?}");
}

#[test]
fn the_language_is_asked_for_or_the_machine_s() {
    let by = |lang: Option<&str>, args: &[&str]| {
        let mut command = command(args);
        if let Some(lang) = lang {
            command.env("LANG", lang);
        }
        Run::of(command.output().expect("the program runs")).clean().stdout
    };
    let list = ["scheme", "list"];
    let english = |text: &str| text.contains("Full marks 95");
    assert!(!english(&by(None, &list)));
    assert!(!english(&by(Some("C.UTF-8"), &list)));
    assert!(!english(&by(Some("zh_CN.UTF-8"), &list)));
    assert!(english(&by(Some("en_US.UTF-8"), &list)));
    assert!(english(&by(None, &["scheme", "list", "--lang", "en"])));
    assert!(english(&by(None, &["--lang=en", "scheme", "list"])));
    assert!(!english(&by(Some("en_US.UTF-8"), &["scheme", "list", "--lang", "zh"])));
    assert!(by(None, &["score", "--help", "--lang", "en"]).contains("Form files: JSON, CSV, XLSX"));
    assert!(by(None, &["score", "--help"]).contains("申报表文件：JSON、CSV、XLSX"));
}

#[test]
fn arguments_that_cannot_be_understood() {
    let faulty: [&[&str]; 7] = [
        &[],
        &["scheme"],
        &["scheme", "lint"],
        &["score"],
        &["nonsense"],
        &["score", FORM, "--format", "xml"],
        &["scheme", "list", "--lang", "fr"],
    ];
    for args in faulty {
        let run = run(args).unusable();
        assert!(run.stdout.is_empty(), "{args:?}: {run:#?}");
    }
    assert!(run(&["--version"]).clean().stdout.starts_with("selfscore "));
}
