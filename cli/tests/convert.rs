//! `selfscore convert`: every spelling into every other.

mod support;
#[path = "support/forms.rs"]
mod support_forms;

use std::fs;
use std::process::Output;

use serde_json::{Value, json};
use support::{DEFAULT, FORM, FORM_CSV, Folder, KINDS, Run, command, run};
use support_forms::{gb18030, lines, ndjson, piped, sealed, sound};

const KINDS_SCHEME: &str = "core/tests/form_support/kinds.json";

/// The bytes on standard output of a run without complaint.
fn bytes(args: &[&str]) -> Vec<u8> {
    let Output { status, stdout, stderr } = command(args).output().expect("the program runs");
    assert!(status.success() && stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    stdout
}

fn text(path: &str) -> String {
    fs::read_to_string(support::root().join(path)).unwrap()
}

/// The table of the sample is written out in a file, its check code in the last row.
#[test]
fn the_sample_becomes_the_table_that_is_written_out() {
    let table = format!("\u{FEFF}{}", text(FORM_CSV).replace('\n', "\r\n"));
    assert_eq!(String::from_utf8(bytes(&["convert", "--to", "csv", FORM])).unwrap(), table);
    let read = run(&["convert", "--to", "json", FORM_CSV]).clean().json();
    let code = read["sha256"].as_str().unwrap();
    assert!(code.len() == 64 && table.ends_with(&format!(",{code},,,,,,,/sha256\r\n")), "{code}");
    let tasks = &read["answers"]["tasks"]["tasks"];
    assert_eq!(*tasks, support::json(FORM)["answers"]["tasks"]["tasks"]);
}

#[test]
fn there_and_back_is_the_same_to_the_letter() {
    let folder = Folder::new();
    for form in [FORM, KINDS] {
        let to = |spelling: &str, from: &str| {
            bytes(&["convert", "--scheme", KINDS_SCHEME, "--to", spelling, from])
        };
        let json = to("json", form);
        let spellings = ["csv", "xlsx", "ndjson", "json"];
        let paths =
            spellings.map(|spelling| folder.file(&format!("表.{spelling}"), &to(spelling, form)));
        for from in &paths {
            let line = String::from_utf8(to("ndjson", from)).unwrap();
            let value: Value = serde_json::from_slice(&json).unwrap();
            assert!(line == format!("{value}\n"), "{from}");
            // A stream, be it of one line, goes to a folder or to a line.
            if !from.ends_with("ndjson") {
                assert!(to("json", from) == json, "{from}");
            }
        }
        let [csv, xlsx, ..] = &paths;
        assert!(to("xlsx", csv) == fs::read(xlsx).unwrap(), "{form}");
        assert!(to("csv", xlsx) == fs::read(csv).unwrap(), "{form}");
    }
}

#[test]
fn a_table_in_gb18030_is_the_same_form() {
    let folder = Folder::new();
    let path = folder.file("表.csv", &gb18030(&text(FORM_CSV)));
    let expected = bytes(&["convert", "--to", "json", FORM]);
    assert_eq!(bytes(&["convert", "--to", "json", &path]), expected);
}

#[test]
fn nothing_is_overwritten_unless_asked_for() {
    let folder = Folder::new();
    let out = format!("{}/new/out", folder.path());
    let to = |more: &[&str]| run(&[&["convert", "--to", "csv", "--out", &out], more].concat());
    to(&[FORM]).clean();
    let written = format!("{out}/sample.csv");
    assert_eq!(fs::read(&written).unwrap(), bytes(&["convert", "--to", "csv", FORM]));
    fs::write(&written, "mine").unwrap();
    let refused = to(&[FORM]).unusable();
    assert!(
        refused.stderr.contains("sample.csv") && refused.stderr.contains("--force"),
        "{refused:#?}"
    );
    assert_eq!(fs::read_to_string(&written).unwrap(), "mine");
    to(&[FORM, "--force"]).clean();
    assert_eq!(fs::read(&written).unwrap(), bytes(&["convert", "--to", "csv", FORM]));
    let no_folder = run(&["convert", "--to", "csv", FORM, "--out", &written]).unusable();
    assert!(no_folder.stderr.contains("写不了"), "{no_folder:#?}");
    // Another form of the same name is not lost even so.
    let other = folder.file("sample.json", sealed(sound("区财政局")).to_string().as_bytes());
    to(&[FORM, &other, "--force"]).unusable();
    assert_eq!(fs::read(&written).unwrap(), bytes(&["convert", "--to", "csv", FORM]));
    let names: Vec<_> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["sample.csv"]);
}

#[test]
fn many_forms_go_to_a_folder_or_to_a_line_each() {
    let folder = Folder::new();
    let forms = ["区教育局", "区财政局"].map(|unit| sealed(sound(unit)));
    let stream = folder.file("全部.ndjson", ndjson(forms.clone()).as_bytes());
    for many in [&[FORM, FORM][..], &[&stream], &[folder.path()], &["-"]] {
        let run = run(&[&["convert", "--to", "json"], many].concat()).unusable();
        assert!(run.stdout.is_empty() && run.stderr.contains("--out"), "{run:#?}");
    }
    let out = format!("{}/out", folder.path());
    run(&["convert", "--to", "json", &stream, "--out", &out]).clean();
    for (at, form) in forms.iter().enumerate() {
        let read = fs::read(format!("{out}/全部-{}.json", at + 1)).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&read).unwrap(), *form);
    }
    let again = run(&["convert", "--to", "ndjson", &out]).clean();
    assert_eq!(again.stdout, ndjson(forms.clone()));
    // Into a folder of the one that is read.
    let within = format!("{}/out/within", folder.path());
    run(&["convert", "--to", "csv", &out, "--out", &within]).clean();
    assert_eq!(fs::read_dir(&within).unwrap().count(), 2);
    // A broken line is said, and the others are written.
    let broken = format!("{{\n{}", ndjson(forms.clone()));
    let run: Run = piped(&["convert", "--to", "ndjson", "-"], broken.as_bytes()).unusable();
    assert_eq!(lines(&run), forms);
    assert!(run.stderr.contains("-:1："), "{run:#?}");
}

#[test]
fn what_the_new_file_would_hide_is_said() {
    let folder = Folder::new();
    let mut form = sealed(sound("区教育局"));
    form["phone"] = "1".into();
    let changed = folder.file("改.json", form.to_string().as_bytes());
    let run_of = |to, path: &str| run(&["convert", "--to", to, path]);
    let run = run_of("csv", &changed);
    assert!(run.status == 1 && run.stderr.contains("校验码不符"), "{run:#?}");
    assert!(run.stdout.contains("区教育局"), "{run:#?}");
    // A revision that is not at hand: the words are another's, and all that was filled in is there.
    let changes = [("/scheme/revision", json!(7)), ("/scheme/sha256", json!("0".repeat(64)))];
    let other = folder.changed("别.json", FORM, &changes);
    let run = run_of("csv", &other);
    assert!(run.status == 1 && run.stderr.contains(DEFAULT), "{run:#?}");
    let table = folder.file("别.csv", run.stdout.as_bytes());
    assert_eq!(run_of("json", &table).clean().stdout, run_of("json", &other).clean().stdout);
    // No scheme of that id: JSON needs none.
    let unknown = folder.changed("无.json", FORM, &[("/scheme/id", json!("unknown"))]);
    run_of("json", &unknown).clean();
    for table in ["csv", "xlsx"] {
        let run = run_of(table, &unknown).unusable();
        assert!(run.stdout.is_empty() && run.stderr.contains("unknown"), "{run:#?}");
    }
}
