//! `selfscore scheme replay`: last year's forms under a new scheme.

use std::io;

use selfscore_core::years::{replay, report};
use selfscore_wording::cli as words;

use super::{form, years};
use crate::args::{ReplayOptions, ScoreFormat};
use crate::out::Out;
use crate::source;

/// The table that is written as CSV where none is named.
const FIRST: &str = "units";

pub fn run(options: &ReplayOptions, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let Some((old, new)) = years(&options.years, out) else { return Ok(()) };
    let mut forms = Vec::new();
    for named in &options.forms {
        let paths = source::forms(named, lang).unwrap_or_else(|why| {
            out.unusable(&why);
            Vec::new()
        });
        for path in paths {
            forms.extend(form(&path, out));
        }
    }
    if forms.is_empty() {
        out.unusable(words::no_forms(lang));
        return Ok(());
    }
    let replay = replay(&old, &new, &forms);
    let map = report::map_words(replay.without_map, &replay.unknown, old.id(), lang);
    let doubtful = replay.units.iter().any(|u| !u.left.is_empty() || !u.remarks.is_empty());
    if doubtful || !map.is_empty() {
        out.found();
    }
    map.iter().for_each(|words| out.say(words));
    let tables = report::replay(&replay, lang);
    let named = |name: &str| options.table.as_deref().is_none_or(|table| table == name);
    match options.format {
        ScoreFormat::Json => out.json(&replay),
        ScoreFormat::Text => {
            let mut first = true;
            for table in tables.iter().filter(|table| named(table.name)) {
                if !std::mem::take(&mut first) {
                    out.gap()?;
                }
                out.line(0, &table.text(lang))?;
            }
            Ok(())
        }
        ScoreFormat::Csv => {
            let name = options.table.as_deref().unwrap_or(FIRST);
            for table in tables.iter().filter(|table| table.name == name) {
                // With a byte order mark, for spreadsheets.
                out.bytes("\u{FEFF}".as_bytes())?;
                out.bytes(table.csv().as_bytes())?;
            }
            Ok(())
        }
    }
}
