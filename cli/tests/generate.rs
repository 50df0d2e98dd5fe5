//! Forms by chance: every fault that was put in is found by the check, and nothing else.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use selfscore_core::batch::{Basis, Batch, Finding, Roll, Submitted, What, examine};
use selfscore_core::form::read_any;
use selfscore_core::register::Register;
use selfscore_core::scheme::{Scheme, builtin};
use support::{Folder, run};

/// How many forms; 10,000 by GENERATED_FORMS.
fn forms() -> usize {
    std::env::var("GENERATED_FORMS").ok().and_then(|many| many.parse().ok()).unwrap_or(350)
}

/// What is compared: file, unit, code, and the criterion or the task.
type Found = (String, String, String, String);

fn of(finding: &Finding) -> Found {
    let of = match &finding.what {
        What::FiguresDiffer | What::EvidenceMissing(_) | What::EvidenceUnlisted(..) => {
            finding.criterion.clone().unwrap_or_default()
        }
        What::TaskMissing { number, .. }
        | What::TaskUnassigned { number, .. }
        | What::RoleDiffers { number, .. }
        | What::AccountsDiffer { number, .. } => number.clone(),
        _ => String::new(),
    };
    (finding.file.clone(), finding.unit.clone(), finding.what.code().into(), of)
}

fn checked(scheme: &Scheme, district: &Path) -> Vec<Found> {
    let register = fs::read(district.join("register.csv")).unwrap();
    let roll = Roll::of(Register::read(&register).unwrap());
    let basis = Basis { roll: Some(&roll), ..Basis::of(scheme) };
    let mut batch = Batch::new(basis);
    let mut received = csv::Reader::from_path(district.join("received.csv")).unwrap();
    let received: BTreeMap<String, String> = received.deserialize().map(Result::unwrap).collect();
    let mut files: Vec<_> =
        fs::read_dir(district.join("forms")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read_any(&fs::read(&path).unwrap());
        let submitted = Submitted { file: &name, received: Some(&received[&name]) };
        batch.add(examine(&basis, submitted, read.as_ref()));
    }
    let mut found: Vec<Found> = batch.finish().findings.iter().map(of).collect();
    found.sort();
    found
}

fn truth(district: &Path) -> Vec<Found> {
    let mut table = csv::Reader::from_path(district.join("truth.csv")).unwrap();
    let mut truth: Vec<Found> = table.deserialize().map(Result::unwrap).collect();
    truth.sort();
    truth
}

#[test]
fn every_fault_is_found_and_nothing_else() {
    let folder = Folder::new();
    let many = forms().to_string();
    let out = folder.path();
    run(&["generate", "--seed", "7", "--forms", &many, "--faults", "40", "--out", out]).clean();
    let scheme = builtin().unwrap().remove(0);
    let mut kinds = BTreeMap::<String, usize>::new();
    let mut districts: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    districts.sort();
    for district in districts {
        let truth = truth(&district);
        assert_eq!(checked(&scheme, &district), truth, "{}", district.display());
        for (_, _, code, _) in truth {
            *kinds.entry(code).or_default() += 1;
        }
    }
    assert_eq!(kinds.len(), 15, "{kinds:?}");
}

/// The same by the program, with the table of receipt: counted by kind.
#[test]
fn the_program_finds_as_many_of_each_kind() {
    let folder = Folder::new();
    let out = folder.path();
    run(&["generate", "--seed", "11", "--forms", "70", "--faults", "60", "--out", out]).clean();
    for district in ["00001", "00002"] {
        let [forms, register, received] = ["forms", "register.csv", "received.csv"]
            .map(|name| format!("{out}/{district}/{name}"));
        let args = ["check", &forms, "--register", &register, "--received-from", &received];
        let found = run(&[&args[..], &["--format", "ndjson"]].concat()).findings();
        let last: serde_json::Value =
            serde_json::from_str(found.stdout.lines().last().unwrap()).unwrap();
        let mut kinds = BTreeMap::<String, u64>::new();
        for (_, _, code, _) in truth(&Path::new(out).join(district)) {
            *kinds.entry(code).or_default() += 1;
        }
        assert!(kinds.contains_key("late"), "{kinds:?}");
        assert_eq!(last["kinds"], serde_json::json!(kinds), "{district}");
    }
}

#[test]
fn a_province_has_a_stream_for_each_city_and_its_truth() {
    let folder = Folder::new();
    let out = folder.path();
    let args = ["generate", "--seed", "5", "--forms", "212", "--tasks", "3", "--faults", "50"];
    run(&[&args[..], &["--cities", "3", "--out", out]].concat()).clean();
    let mut kinds = BTreeMap::<String, u64>::new();
    let mut forms = 0;
    for (city, many) in [(1, 71), (2, 71), (3, 70)] {
        let stream = format!("{out}/city-00{city}.ndjson");
        let found = run(&["check", "--alone", "--format", "ndjson", &stream]).findings().stdout;
        let mut all: Vec<Found> = Vec::new();
        for line in found.lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            forms += 1;
            for finding in line["findings"].as_array().unwrap() {
                let text =
                    |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
                let file = text(&line["file"]).rsplit('/').next().unwrap().to_owned();
                *kinds.entry(text(&finding["code"])).or_default() += 1;
                all.push((
                    file,
                    text(&line["unit"]),
                    text(&finding["code"]),
                    text(&finding["criterion"]),
                ));
            }
        }
        assert_eq!(found.lines().count(), many);
        let table = Path::new(out).join(format!("city-00{city}.truth.csv"));
        let mut table = csv::Reader::from_path(table).unwrap();
        let mut truth: Vec<Found> = table.deserialize().map(Result::unwrap).collect();
        truth.sort();
        all.sort();
        assert_eq!(all, truth, "{city}");
    }
    assert_eq!((forms, kinds.len()), (212, 8), "{kinds:?}");
    run(&["generate", "--cities", "3"]).unusable();
}

#[test]
fn the_same_seed_makes_the_same_forms_and_sound_ones_have_nothing_found() {
    let made = |seed: &str| run(&["generate", "--seed", seed, "--forms", "36"]).clean().stdout;
    let forms = made("3");
    assert_eq!(forms, made("3"));
    assert_ne!(forms, made("4"));
    let scheme = builtin().unwrap().remove(0);
    let basis = Basis::of(&scheme);
    let lines: Vec<&str> = forms.lines().collect();
    assert_eq!(lines.len(), 36);
    for line in lines {
        let file = read_any(line.as_bytes()).unwrap();
        let examined = examine(&basis, Submitted { file: "x", received: None }, Ok(&file));
        assert_eq!(examined.findings, [], "{line}");
    }
}
