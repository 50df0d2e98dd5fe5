//! Runs the cases of `tests/cases/`: points, bounds, states, issues and ledgers that were worked
//! out by hand from the words of the notice. Nothing expected here comes from the program.

mod support {
    pub mod altered;
    pub mod cases;
    pub mod given;
    pub mod schemes;
    pub mod tables;
}

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use selfscore_core::points::Points;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::{Circumstances, Line, Peers, ScoreSheet, Section, State, score_with};

use support::cases::{Case, Expected, read};
use support::schemes::{completed_scheme, default_scheme, over_roles_scheme};
use support::tables::table_schemes;

/// A file that is lost or misread must not make the test pass with fewer cases.
const AT_LEAST: usize = 200;

#[test]
fn every_case_comes_out_as_worked_out_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut schemes: BTreeMap<String, Scheme> = table_schemes();
    schemes.insert("default".into(), default_scheme());
    schemes.insert("completed".into(), completed_scheme());
    schemes.insert("over-roles".into(), over_roles_scheme());
    let cases = read(&folder, &schemes);
    assert!(cases.len() >= AT_LEAST, "only {} cases were read", cases.len());
    let wrong: Vec<String> =
        cases.iter().flat_map(|case| check(case, &schemes[case.scheme.as_str()])).collect();
    let summary = format!("{} of {} cases", wrong.len(), cases.len());
    assert!(wrong.is_empty(), "figures that differ ({summary}):\n{}", wrong.join("\n"));
}

/// Scores a case and names every value that differs.
fn check(case: &Case, scheme: &Scheme) -> Vec<String> {
    assert!(!case.expected.is_empty(), "{}: expects nothing", case.name);
    let peers = (!case.peers.is_empty()).then(|| Peers::of(scheme, &case.peers));
    let circumstances = Circumstances {
        unit: &case.unit,
        unlisted: &case.unlisted,
        peers: peers.as_ref(),
        days_late: case.days_late,
        verified: None,
    };
    let (sheet, issues) = score_with(scheme, &case.answers, &circumstances);
    let mut wrong = Vec::new();
    let mut compare = |what: &str, expected: String, found: String| {
        if expected != found {
            wrong.push(format!("{}\n    {what}: expected {expected}, found {found}", case.name));
        }
    };
    let mut told = BTreeSet::new();
    let mut concerned = BTreeSet::new();
    for expected in &case.expected {
        match expected {
            Expected::Points { of, least, most } => {
                let found = if of == "total" {
                    span(sheet.total, sheet.highest, sheet.complete && !sheet.pending)
                } else {
                    concerned.insert(of.clone());
                    by_line(line(&sheet, of, case))
                };
                compare(of, figure(least, most.as_ref()), found);
            }
            Expected::Group { of, least, most } => {
                let section =
                    |section: &&Section| section.id.as_deref() == Some(of) || section.path == *of;
                let found = sheet.sections.iter().find(section);
                let found = found.unwrap_or_else(|| panic!("{}: no group {of:?}", case.name));
                let found = match found.points == found.highest {
                    true => found.points.fixed(2),
                    false => span(found.points, found.highest, false),
                };
                compare(of, figure(least, most.as_ref()), found);
            }
            Expected::NotApplicable { of } => {
                concerned.insert(of.clone());
                compare(of, "not applicable".into(), by_line(line(&sheet, of, case)));
            }
            Expected::Pending { of } => {
                concerned.insert(of.clone());
                let state = line(&sheet, of, case).state;
                compare(of, "pending".into(), format!("{state:?}").to_lowercase());
            }
            Expected::Grade(grade) => {
                compare("grade", grade.clone(), sheet.grade.clone().unwrap_or("none".into()));
            }
            Expected::NotCounted { of } => {
                concerned.insert(of.clone());
                compare(of, "not counted".into(), by_line(line(&sheet, of, case)));
            }
            Expected::Maximum(points) => {
                compare("maximum", points.clone(), sheet.maximum.fixed(2));
            }
            Expected::Issue(issue) => {
                let (_, field) = issue.split_once(" at ").expect("code and field");
                concerned.insert(field.split('/').next().unwrap_or_default().into());
                assert!(told.insert(issue.clone()), "{}: {issue} twice", case.name);
            }
            Expected::Lost { of, entries } => {
                let what = format!("lost of {of}");
                compare(&what, entries.join(", "), ledger(line(&sheet, of, case)).join(", "));
            }
        }
    }
    let mut found: Vec<String> = Vec::new();
    for issue in &issues {
        let field = issue.field.strip_prefix("/answers/").unwrap_or(&issue.field);
        if concerned.contains(field.split('/').next().unwrap_or_default()) {
            found.push(format!("{} at {field}", issue.code()));
        }
    }
    found.sort();
    let told: Vec<String> = told.into_iter().collect();
    compare("issues", told.join(", "), found.join(", "));
    wrong
}

fn line<'a>(sheet: &'a ScoreSheet, of: &str, case: &Case) -> &'a Line {
    sheet.line(of).unwrap_or_else(|| panic!("{}: no criterion {of:?}", case.name))
}

/// A complete figure is one number, which is its highest as well; an incomplete one is a span.
fn span(points: Points, highest: Points, complete: bool) -> String {
    match complete {
        true if points == highest => points.fixed(2),
        true => format!("{} though at most {}", points.fixed(2), highest.fixed(2)),
        false => format!("{} to {}", points.fixed(2), highest.fixed(2)),
    }
}

fn figure(least: &str, most: Option<&String>) -> String {
    most.map_or_else(|| least.to_owned(), |most| format!("{least} to {most}"))
}

fn by_line(line: &Line) -> String {
    match line.state {
        State::NotCounted => "not counted".into(),
        State::NotApplicable => "not applicable".into(),
        state => span(line.points, line.highest, state == State::Complete),
    }
}

/// The ledger's entries, sorted: cause, points and for a task its number.
fn ledger(line: &Line) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for loss in &line.losses {
        let cause = serde_json::to_value(loss.cause).expect("a cause is a word");
        let mut entry = format!("{} {}", cause.as_str().unwrap_or("?"), loss.points.fixed(2));
        if let (Some(task), "tasks") = (&loss.about, line.criterion.as_str()) {
            entry += &format!(" ({})", task.zh);
        }
        entries.push(entry);
    }
    entries.sort();
    entries
}
