//! What was found, for readers.

use selfscore_core::batch::{Examined, Finding, What};
use selfscore_wording::{Lang, cli, cli_forms as words};

use super::by::By;
use super::tally::Tally;
use crate::out::{indented, joined};

/// A form with its figures and findings.
pub(super) fn form(by: &By, examined: &Examined) -> String {
    let lang = by.lang;
    let unit = match examined.unit.as_str() {
        "" => words::no_unit(lang),
        unit => unit,
    };
    let mut text = indented(0, &cli::of_source(lang, &examined.file, unit));
    text.push_str(&indented(1, &figures(by, examined)));
    match examined.findings.as_slice() {
        [] => text.push_str(&indented(1, words::nothing_found(lang))),
        some => findings(by, some, Some(&examined.file), &mut text),
    }
    text
}

fn figures(by: &By, examined: &Examined) -> String {
    let lang = by.lang;
    let Some(figures) = &examined.figures else { return words::not_recomputed(lang).into() };
    let recomputed = by.recomputed(Some(figures.recomputed), None).unwrap_or_default();
    let words = match by.claimed(figures.claimed, None) {
        Some(claimed) => words::figures(lang, claimed, recomputed),
        None => words::not_claimed(lang, recomputed),
    };
    if figures.complete { words } else { words::not_complete(lang, words) }
}

/// Findings with their remedies, one for several of a kind that follow one another, and with their files
/// if these are not named above them.
fn findings(by: &By, findings: &[Finding], above: Option<&String>, text: &mut String) {
    for (at, found) in findings.iter().enumerate() {
        let kind = kind(found.what.code(), by.lang);
        let mut message = message(by, found);
        if above != Some(&found.file) && !found.file.is_empty() {
            message = cli::of_source(by.lang, &found.file, message);
        }
        text.push_str(&indented(1, &words::found(by.lang, kind, message)));
        let next = findings.get(at + 1);
        if next.is_none_or(|next| next.what.code() != found.what.code()) {
            text.push_str(&indented(2, &words::remedy(by.lang, found.remedy(by.lang))));
        }
    }
}

/// What is found, where the kind stands before it and need not be said again.
fn message(by: &By, found: &Finding) -> String {
    match &found.what {
        What::Unreadable(error) | What::NewerVersion(error) => error.message(by.lang),
        _ => found.message(&by.scheme, by.lang),
    }
}

/// A file of a folder that is no form.
pub(super) fn other(by: &By, name: &str, what: &str) -> String {
    indented(0, &words::is_other(by.lang, name, what))
}

/// What concerns all forms together, and how much was found.
pub(super) fn end(by: &By, together: &[Finding], tally: &Tally) -> String {
    let lang = by.lang;
    let mut text = String::new();
    if !together.is_empty() {
        text.push_str(&indented(0, words::together(lang)));
        findings(by, together, None, &mut text);
    }
    text.push_str(&indented(0, &words::counted(lang, tally.forms, tally.faulty)));
    if tally.again > 0 {
        text.push_str(&indented(0, &words::same_again(lang, tally.again)));
    }
    let passed_over: u64 = tally.passed_over.values().sum();
    if passed_over > 0 {
        text.push_str(&indented(0, &words::passed_over(lang, passed_over)));
    }
    let kinds = tally.kinds();
    if !kinds.is_empty() {
        let all = kinds.into_iter().map(|(code, count)| words::kind(lang, kind(code, lang), count));
        text.push_str(&indented(0, &words::kinds(lang, joined(lang, all))));
    }
    text
}

/// A kind of finding in words.
fn kind(code: &'static str, lang: Lang) -> &'static str {
    let known = words::KINDS.iter().find(|(known, _)| *known == code);
    known.map_or(code, |(_, words)| words(lang))
}
