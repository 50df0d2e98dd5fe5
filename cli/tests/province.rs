//! The example of a province: forms spread over processes, what they find added up by an engine.
//!
//! It needs a Python with that engine, which `cargo xtask test` installs and names; without one there is
//! nothing to test.

mod support;

use std::collections::BTreeMap;
use std::process::Command;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;
use support::{Folder, Run, root, run};

const FORMS: usize = 2_000;

fn example(forms: &str, out: &str, more: &[&str]) -> Option<Run> {
    let python = std::env::var_os("PROVINCE_PYTHON")?;
    let mut command = Command::new(python);
    command.current_dir(root()).arg("examples/province/check_province.py");
    command.args(["--program", env!("CARGO_BIN_EXE_selfscore")]);
    command.args(["--forms", forms, "--out", out, "--processes", "2"]).args(more);
    Some(Run::of(command.output().expect("Python")))
}

fn table(path: &str) -> Vec<Vec<String>> {
    let mut table = csv::Reader::from_path(path).unwrap();
    table.deserialize().map(Result::unwrap).collect()
}

/// The mean of a figure over all forms that have it, to two places.
fn mean(lines: &[Value], member: &str) -> String {
    let figures = lines.iter().filter_map(|line| line[member].as_str());
    let figures: Vec<Decimal> = figures.map(|figure| figure.parse().unwrap()).collect();
    let mean = figures.iter().sum::<Decimal>() / Decimal::from(figures.len());
    format!("{:.2}", mean.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

#[test]
fn a_province_is_checked_by_processes_and_added_up_by_city() {
    let folder = Folder::new();
    let (forms, out) = (format!("{}/forms", folder.path()), format!("{}/out", folder.path()));
    let many = FORMS.to_string();
    let args = ["generate", "--seed", "9", "--forms", &many, "--tasks", "1", "--faults", "20"];
    run(&[&args[..], &["--cities", "4", "--out", &forms]].concat()).clean();
    let Some(ended) = example(&forms, &out, &[]) else {
        eprintln!("no PROVINCE_PYTHON: the example was not tried");
        return;
    };
    assert_eq!(ended.status, 1, "{ended:#?}");
    assert!(ended.stderr.contains("2000 forms, 2 at a time"), "{ended:#?}");

    let mut expected = Vec::new();
    let mut kinds = BTreeMap::<(String, String), usize>::new();
    for city in ["city-001", "city-002", "city-003", "city-004"] {
        // What is wrong the generator says; figures are as one process gives them.
        let truth = table(&format!("{forms}/{city}.truth.csv"));
        for found in &truth {
            *kinds.entry((city.into(), found[2].clone())).or_default() += 1;
        }
        let faulty: std::collections::BTreeSet<&String> =
            truth.iter().map(|found| &found[0]).collect();
        let stream = format!("{forms}/{city}.ndjson");
        let alone = run(&["check", "--alone", "--format", "ndjson", &stream]).findings();
        let lines = alone.stdout.lines().map(|line| serde_json::from_str(line).unwrap());
        let lines: Vec<Value> = lines.collect();
        expected.push(vec![
            city.to_owned(),
            (FORMS / 4).to_string(),
            faulty.len().to_string(),
            mean(&lines, "claimed"),
            mean(&lines, "recomputed"),
        ]);
    }
    assert_eq!(table(&format!("{out}/cities.csv")), expected);
    let kinds: Vec<Vec<String>> =
        kinds.into_iter().map(|((city, code), many)| vec![city, code, many.to_string()]).collect();
    assert_eq!(table(&format!("{out}/findings.csv")), kinds);
    // Files that could not be checked are named.
    let unusable = example(&forms, &out, &["--", "--scheme", "no-such"]).expect("Python");
    assert_eq!(unusable.status, 2, "{unusable:#?}");
    assert!(unusable.stderr.contains("not checked: city-001.ndjson, "), "{unusable:#?}");
    let none = example(&out, &out, &[]).expect("Python");
    assert_eq!(none.status, 2, "{none:#?}");
}
