//! The check of forms that stand one on a line (NDJSON), as a batch.

use std::collections::BTreeMap;

use selfscore_core::batch::{Basis, Batch, Roll, Submitted, examine};
use selfscore_core::encoding;
use selfscore_core::form::json;
use selfscore_core::register::Register;
use selfscore_core::scheme::{self, Scheme};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{give, refusal, refuse};
use selfscore_intake::text::gb18030;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How many forms there were, how many of them have figures, and how often each kind of finding was made. */
export interface LinesChecked { forms: number; scored: number; findings: Record<string, number>; }

/** Checks forms, one on each line, by one scheme and together: reads, recomputes, compares. `scheme`: the bytes of a scheme file, else the first that comes along; `register`: those of a register. Throws a {@link Refusal} where one of these two cannot be used. */
export function check_lines(ndjson: Uint8Array, scheme?: Uint8Array, register?: Uint8Array): LinesChecked;
"#;

#[derive(Serialize)]
struct Checked {
    forms: usize,
    scored: usize,
    findings: BTreeMap<&'static str, usize>,
}

/// Checks forms, one on each line.
///
/// # Errors
/// A refusal with code and words, where the scheme or the register cannot be used.
#[wasm_bindgen(skip_typescript)]
pub fn check_lines(
    ndjson: &[u8],
    scheme: Option<Vec<u8>>,
    register: Option<Vec<u8>>,
) -> Result<JsValue, JsValue> {
    let unusable =
        |error: scheme::SchemeError| refusal("scheme_unusable", |lang| error.message(lang));
    let scheme = match scheme {
        Some(bytes) => Scheme::read(&bytes).map_err(unusable)?,
        None => {
            let first = scheme::builtin().map_err(unusable)?.into_iter().next();
            first.ok_or_else(|| JsValue::from_str("no scheme comes along"))?
        }
    };
    let roll = match register {
        None => None,
        Some(bytes) => {
            let (text, _) = encoding::utf8(&bytes, gb18030).map_err(refuse)?;
            Some(Roll::of(Register::read(&text).map_err(refuse)?))
        }
    };
    let basis = Basis { roll: roll.as_ref(), ..Basis::of(&scheme) };
    let mut batch = Batch::new(basis);
    for (number, line) in (1_usize..).zip(ndjson.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let name = number.to_string();
        let read = json::read(line);
        batch.add(examine(&basis, Submitted { file: &name, received: None }, read.as_ref()));
    }
    let outcome = batch.finish();
    let mut findings = BTreeMap::new();
    for found in &outcome.findings {
        *findings.entry(found.what.code()).or_default() += 1;
    }
    let scored = outcome.forms.iter().filter(|form| form.figures.is_some()).count();
    give(&Checked { forms: outcome.forms.len(), scored, findings })
}
