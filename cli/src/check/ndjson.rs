//! What was found for programs: a form a line, and last what concerns all of them.

use std::io;

use selfscore_core::batch::{Examined, Finding};
use serde::Serialize;
use serde_json::{Map, Value};

use super::by::By;
use super::tally::Tally;
use crate::out::harmless_json;

/// A form. Figures are texts, as in form files; `null` where nobody states or gives one.
#[derive(Serialize)]
struct FormLine<'a> {
    file: &'a str,
    unit: &'a str,
    claimed: Option<String>,
    recomputed: Option<String>,
    complete: bool,
    findings: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'static str,
    criterion: Option<&'a str>,
    claimed: Option<String>,
    recomputed: Option<String>,
    message: String,
    remedy: &'static str,
}

/// The last line: it alone has the member `forms`.
#[derive(Serialize)]
struct LastLine<'a> {
    forms: u64,
    with_findings: u64,
    /// How many of each kind, those of the forms among them.
    kinds: Map<String, Value>,
    /// Forms that say the same as another of their unit.
    same_again: u64,
    /// Files that are no forms, by what they are.
    passed_over: Map<String, Value>,
    /// Those of no form alone.
    findings: Vec<Placed<'a>>,
}

#[derive(Serialize)]
struct Placed<'a> {
    file: &'a str,
    unit: &'a str,
    #[serde(flatten)]
    found: Found<'a>,
}

fn found<'a>(by: &By, finding: &'a Finding) -> Found<'a> {
    let criterion = finding.criterion.as_deref();
    Found {
        code: finding.what.code(),
        criterion,
        claimed: by.claimed(finding.claimed, criterion),
        recomputed: by.recomputed(finding.recomputed, criterion),
        message: finding.message(&by.scheme, by.lang),
        remedy: finding.remedy(by.lang),
    }
}

fn placed<'a>(by: &By, finding: &'a Finding) -> Placed<'a> {
    Placed { file: &finding.file, unit: &finding.unit, found: found(by, finding) }
}

fn line(value: &impl Serialize) -> io::Result<String> {
    Ok(harmless_json(&serde_json::to_string(value)?) + "\n")
}

pub(super) fn form(by: &By, examined: &Examined) -> io::Result<String> {
    let figures = examined.figures.as_ref();
    line(&FormLine {
        file: &examined.file,
        unit: &examined.unit,
        claimed: by.claimed(figures.and_then(|figures| figures.claimed), None),
        recomputed: by.recomputed(figures.map(|figures| figures.recomputed), None),
        complete: figures.is_some_and(|figures| figures.complete),
        findings: examined.findings.iter().map(|finding| found(by, finding)).collect(),
    })
}

pub(super) fn together(by: &By, findings: &[Finding], tally: &Tally) -> io::Result<String> {
    let count = |(name, count): (&'static str, u64)| (name.to_owned(), Value::from(count));
    let passed_over = tally.passed_over.iter().map(|(what, count)| (*what, *count));
    line(&LastLine {
        forms: tally.forms,
        with_findings: tally.faulty,
        kinds: tally.kinds().into_iter().map(count).collect(),
        same_again: tally.again,
        passed_over: passed_over.map(count).collect(),
        findings: findings.iter().map(|finding| placed(by, finding)).collect(),
    })
}
