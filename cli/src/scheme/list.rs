//! `selfscore scheme list`: the schemes at hand.

use std::io;

use selfscore_core::scheme::lint::{Severity, lint};
use selfscore_core::scheme::{Group, Library, SchemeError};
use selfscore_core::text::Text;
use selfscore_wording::cli as words;
use serde::Serialize;

use crate::args::{ListOptions, TextOrJson};
use crate::out::{Both, Out, both};
use crate::source::{self, Found, NoScheme};

/// What a list says of a scheme.
#[derive(Serialize)]
struct Listed {
    source: String,
    builtin: bool,
    id: String,
    revision: u32,
    title: Text,
    /// Absent where the scheme contradicts itself, as are its full marks.
    sha256: Option<String>,
    maximum: Option<String>,
    criteria: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Why it is not scored by: it takes the name of one listed before it.
    refused: Option<Both>,
}

pub fn run(options: &ListOptions, out: &mut Out) -> io::Result<()> {
    let mut all: Vec<Listed> = source::builtin().into_iter().map(|f| listed(f, true)).collect();
    let mut library = Library::builtin().ok();
    for folder in &options.folders {
        let paths = match source::folder(folder, out.lang) {
            Ok(paths) => paths,
            Err(why) => {
                out.unusable(&why);
                continue;
            }
        };
        for path in paths {
            match source::read(&path, out.lang) {
                Ok(found) => {
                    let refused = library.as_mut().map(|library| library.open(&found.bytes));
                    let mut listed = listed(found, false);
                    // Errors are counted as findings.
                    if let (Some(Err(why)), 0) = (refused, listed.errors) {
                        listed.refused = Some(both(|lang| source::refused(&why, lang)));
                    }
                    all.push(listed);
                }
                Err(NoScheme::Other(SchemeError::OtherFormat(_))) => {
                    out.say(&words::left_out(out.lang, path.display()));
                }
                Err(why) => out.unusable(&why.message(&path.display().to_string(), out.lang)),
            }
        }
    }
    if all.iter().any(|listed| listed.errors > 0 || listed.refused.is_some()) {
        out.found();
    }
    match options.format {
        TextOrJson::Json => out.json(&all),
        TextOrJson::Text => all.iter().try_for_each(|listed| text(listed, out)),
    }
}

fn listed(found: Found, builtin: bool) -> Listed {
    let findings = lint(&found.file);
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let scheme = found.scheme.ok();
    Listed {
        source: found.source,
        builtin,
        revision: found.file.revision,
        sha256: scheme.as_ref().map(|scheme| scheme.digest().to_owned()),
        maximum: scheme.map(|scheme| scheme.known_maximum().to_string()),
        criteria: criteria(&found.file.groups),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        notes: of(Severity::Note),
        refused: None,
        id: found.file.id,
        title: found.file.title,
    }
}

fn criteria(groups: &[Group]) -> usize {
    let indicators = groups.iter().flat_map(Group::all_indicators);
    indicators.map(|indicator| indicator.criteria.len()).sum()
}

fn text(listed: &Listed, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    out.line(0, &words::scheme_line(lang, &listed.id, listed.revision, listed.title.get(lang)))?;
    let source = match listed.builtin {
        true => words::is_builtin(lang),
        false => &listed.source,
    };
    out.line(1, source)?;
    match (&listed.sha256, &listed.maximum) {
        (Some(digest), Some(maximum)) => {
            out.line(1, &words::digest(lang, digest))?;
            out.line(1, &words::extent(lang, maximum, listed.criteria))?;
        }
        _ => {
            out.line(1, words::contradicts(lang))?;
            out.line(1, &words::criteria(lang, listed.criteria))?;
        }
    }
    if let Some(why) = &listed.refused {
        out.line(1, &words::attention(lang, why.get(lang)))?;
    }
    out.line(1, &words::findings(lang, listed.errors, listed.warnings, listed.notes))
}
