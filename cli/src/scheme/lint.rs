//! `selfscore scheme lint`: what is wrong with schemes, and what in them is open.

use std::io;

use selfscore_core::scheme::lint::{Finding, Proof, Severity, lint, open_points};
use selfscore_core::scheme::{Basis, Clause};
use selfscore_wording::{Lang, basis, cli as words, lint as lint_words};
use serde::Serialize;

use super::severity;
use crate::args::{LintOptions, TextOrJson};
use crate::out::{Both, Out, both};
use crate::source::{self, Found};

#[derive(Serialize)]
#[serde(untagged)]
enum Linted {
    Read {
        source: String,
        id: String,
        revision: u32,
        /// Absent where the scheme contradicts itself.
        sha256: Option<String>,
        findings: Vec<Finding>,
        open_points: Vec<Open>,
    },
    Unread {
        source: String,
        error: Both,
    },
}

#[derive(Serialize)]
struct Open {
    path: String,
    clause: Clause,
}

pub fn run(options: &LintOptions, out: &mut Out) -> io::Result<()> {
    let mut all = Vec::new();
    let mut first = true;
    for named in &options.schemes {
        match source::find(named, out.lang) {
            Ok(found) => {
                let findings = lint(&found.file);
                if findings.iter().any(|finding| finding.severity != Severity::Note) {
                    out.found();
                }
                match options.format {
                    TextOrJson::Text => text(std::mem::take(&mut first), &found, &findings, out)?,
                    TextOrJson::Json => all.push(linted(found, findings)),
                }
            }
            Err(why) => {
                let source = named.display().to_string();
                out.unusable(&why.message(&source, out.lang));
                let error = both(|lang| why.message(&source, lang));
                all.push(Linted::Unread { source, error });
            }
        }
    }
    match options.format {
        TextOrJson::Text => Ok(()),
        TextOrJson::Json => out.json(&all),
    }
}

fn linted(found: Found, findings: Vec<Finding>) -> Linted {
    let open = open_points(&found.file).into_iter();
    Linted::Read {
        source: found.source,
        sha256: found.scheme.ok().map(|scheme| scheme.digest().to_owned()),
        revision: found.file.revision,
        findings,
        open_points: open.map(|(path, clause)| Open { path, clause }).collect(),
        id: found.file.id,
    }
}

fn text(first: bool, found: &Found, findings: &[Finding], out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    if !first {
        out.gap()?;
    }
    let title = found.file.title.get(lang);
    out.line(0, &words::of_source(lang, &found.source, title))?;
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    out.line(1, &words::findings(lang, counts[0], counts[1], counts[2]))?;
    for finding in findings {
        let proof = match finding.proof {
            Proof::Exact => lint_words::proof_exact(lang),
            Proof::Search => lint_words::proof_search(lang),
        };
        let place = place(&finding.path, lang);
        let weight = severity(finding.severity, lang);
        out.line(1, &words::finding(lang, weight, place, finding.code(), proof))?;
        out.line(2, &finding.message(lang))?;
        out.line(2, &finding.remedy(lang))?;
    }
    let open = open_points(&found.file);
    if open.is_empty() {
        return out.line(1, words::nothing_open(lang));
    }
    out.line(1, &words::open_points(lang, open.len()))?;
    for (path, clause) in &open {
        out.line(1, &words::open_point(lang, place(path, lang), basis_of(clause, lang)))?;
        out.line(2, &words::clause(lang, &clause.mark, clause.text.get(lang)))?;
        for remark in remarks(clause, lang) {
            out.line(2, &remark)?;
        }
    }
    Ok(())
}

/// A pointer, or words for the file as a whole.
fn place(path: &str, lang: Lang) -> &str {
    if path.is_empty() { words::whole_file(lang) } else { path }
}

/// What a clause rests on, in words.
pub fn basis_of(clause: &Clause, lang: Lang) -> &'static str {
    match clause.basis {
        Basis::Notice => basis::notice(lang),
        Basis::Reading => basis::reading(lang),
        Basis::Assumed => basis::assumed(lang),
    }
}

/// What is open about a clause: both readings, why it is assumed, what is missing.
pub fn remarks(clause: &Clause, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(reading) = &clause.reading {
        all.push(words::labelled(lang, basis::ours(lang), reading.ours.get(lang)));
        all.push(words::labelled(lang, basis::rival(lang), reading.rival.get(lang)));
    }
    if let Some(why) = &clause.why {
        all.push(words::labelled(lang, basis::why(lang), why.get(lang)));
    }
    if let Some(gap) = &clause.gap {
        all.push(words::gap(lang, basis::gap(lang), gap.get(lang)));
    }
    all
}
