//! The lint: every rule finds the scheme that breaks it, at its place, and sound schemes have
//! nothing to report.

mod lint_support {
    pub mod cases;
    pub mod small;
}

use std::collections::BTreeSet;
use std::path::Path;

use lint_support::cases::cases;
use lint_support::small::changed;
use selfscore_core::points::Points;
use selfscore_core::scheme::lint::{Finding, LintRule, Problem, Severity, lint, structure};
use selfscore_core::scheme::{Scheme, SchemeFile};
use selfscore_wording::Lang;
use serde_json::json;

fn said(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let (what, remedy) = (finding.message(Lang::En), finding.remedy(Lang::En));
        format!("{:?} {} {}: {what} {remedy}", finding.severity, finding.code(), finding.path)
    };
    findings.iter().map(line).collect()
}

fn serious(file: &SchemeFile) -> Vec<String> {
    let mut found = lint(file);
    found.retain(|finding| finding.severity != Severity::Note);
    said(&found)
}

#[test]
fn every_rule_finds_the_scheme_that_breaks_it() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = lint(&changed(&case.changes));
        let code = case.rule.code();
        let hit = found.iter().find(|finding| finding.code() == code && finding.path == case.path);
        let Some(hit) = hit else {
            wrong.push(format!("{code} at {}, found {:#?}", case.path, said(&found)));
            continue;
        };
        if hit.severity != case.severity {
            wrong.push(format!("{code} is {:?}", hit.severity));
        }
        for words in [Finding::message, Finding::remedy] {
            // Every place is filled in, and each language has its own words.
            let (zh, en) = (words(hit, Lang::Zh), words(hit, Lang::En));
            let own = zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && zh != en;
            if !own || en.is_empty() || [&zh, &en].iter().any(|text| text.contains(['{', '}'])) {
                wrong.push(format!("{code} says {zh:?} and {en:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case() {
    let covered: BTreeSet<LintRule> = cases().iter().map(|case| case.rule).collect();
    assert_eq!(covered, LintRule::ALL.iter().copied().collect());
}

#[test]
fn an_error_of_structure_means_that_the_scheme_does_not_exist() {
    for case in cases() {
        let file = changed(&case.changes);
        let broken = !structure(&file).is_empty();
        assert_eq!(Scheme::of(file).is_err(), broken, "{} {}", case.rule.code(), case.path);
    }
}

#[test]
fn a_sound_scheme_has_nothing_to_report() {
    assert_eq!(said(&lint(&changed::<&str>(&[]))), Vec::<String>::new());
}

#[test]
fn the_schemes_of_the_program_and_the_real_tables_are_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemes");
    let mut wrong = Vec::new();
    for folder in [folder.clone(), folder.join("tables")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "json") {
                let file = SchemeFile::read(&std::fs::read(&path).unwrap()).unwrap();
                wrong.extend(serious(&file).iter().map(|line| format!("{path:?} {line}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// 优 90–100 and 良 80–89: 89.5 has no grade. With two decimals the gap begins at 89.01.
#[test]
fn a_total_between_two_grades_has_none() {
    let found =
        lint(&changed(&[("/total/grades/1/bounds", json!({ "at_least": "80", "at_most": "89" }))]));
    let [gap] = &found[..] else { panic!("{:#?}", said(&found)) };
    let problem = Problem::BoundsGap { first: points("89.01"), next: Some(points("90")) };
    assert_eq!((gap.path.as_str(), &gap.problem), ("/total/grades/1/bounds", &problem));
}

/// A total of 90 is in both; of 80–90 twice every total from 80 on is.
#[test]
fn a_total_in_two_grades() {
    let good = |bounds| ("/total/grades/1/bounds", bounds);
    let both = |changes: &[(&str, serde_json::Value)], path: &str, first| {
        let found = lint(&changed(changes));
        let first = Problem::BoundsOverlap { first: points(first) };
        let hit = found.iter().find(|finding| finding.problem == first);
        assert_eq!(hit.map(|hit| hit.path.as_str()), Some(path), "{:#?}", said(&found));
    };
    let touching = json!({ "at_least": "80", "at_most": "90" });
    both(&[good(touching.clone())], "/total/grades/1/bounds", "90");
    let top = ("/total/grades/0/bounds", json!({ "at_least": "90.01" }));
    let twice =
        ("/total/grades/-", json!({ "id": "x", "label": { "zh": "x" }, "bounds": touching }));
    both(&[top, good(touching.clone()), twice], "/total/grades/4/bounds", "80");
}
