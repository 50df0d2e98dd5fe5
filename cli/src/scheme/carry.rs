//! `selfscore scheme carry`: last year's form for a new scheme.

use std::io;

use selfscore_core::draft::{Draft, assess};
use selfscore_core::form::json;
use selfscore_core::years::{Carried, carry_form, report};
use selfscore_wording::cli as words;
use serde::Serialize;
use serde_json::Value;

use super::{form, years};
use crate::args::{CarryFormat, CarryOptions};
use crate::out::Out;

#[derive(Serialize)]
struct Whole<'a> {
    form: Value,
    #[serde(flatten)]
    carried: &'a Carried,
}

pub fn run(options: &CarryOptions, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let both = years(&options.years, out);
    let Some(((old, new), last)) = both.zip(form(&options.form, out)) else { return Ok(()) };
    if last.scheme.id != old.id() {
        out.found();
        let path = options.form.display();
        out.say(&words::other_forms_scheme(lang, path, &last.scheme.id, old.id()));
    }
    let (form, carried) = carry_form(&old, &new, &last);
    // With what is missing marked, as of any form that is not ready.
    let form = assess(&new, &Draft::from_form(&form)).export(&new, "");
    let map = report::map_words(carried.without_map, &carried.unknown, old.id(), lang);
    if !carried.left.is_empty() || !map.is_empty() {
        out.found();
    }
    map.iter().for_each(|words| out.say(words));
    match options.format {
        CarryFormat::Text => {
            let tables = report::carried(&carried, lang);
            for (at, table) in tables.iter().enumerate() {
                if at > 0 {
                    out.gap()?;
                }
                out.line(0, &table.text(lang))?;
            }
            Ok(())
        }
        CarryFormat::Json => out.json(&Whole { form: json::to_value(&form), carried: &carried }),
        CarryFormat::Form => {
            if !carried.left.is_empty() {
                out.say(&words::not_carried(lang, carried.left.len()));
            }
            out.bytes(json::write(&form).as_bytes())
        }
    }
}
