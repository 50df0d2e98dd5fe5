//! The script interface: the same core for another page or for Node, without the page.
//!
//! Values pass through serde-wasm-bindgen; decimals are strings. See the TypeScript types
//! below, which the generated bindings carry.

mod lines;

use std::sync::Arc;

use selfscore_core::draft::judge;
use selfscore_core::encoding;
use selfscore_core::form::{self, CheckCode, Form, FormFile, ReadError};
use selfscore_core::issue::Issue;
use selfscore_core::review::compare;
use selfscore_core::scheme::{self, Library, Match, Scheme, SchemeError, SchemeFile};
use selfscore_core::scoring::ScoreSheet;
use selfscore_wording::Lang;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use selfscore_intake::text::gb18030;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** An exact decimal as a string. Points have the scheme's places ("46.15", "48.00"); numbers within a trace have as many as they need. */
export type Decimal = string;

/** What is wrong or missing at a field of the form (a JSON pointer). */
export interface Issue { field: string; code: string; severity: "error" | "missing" | "warning"; zh: string; en: string; }

/** One entry of the ledger of lost points. */
export interface Loss { cause: string; points: Decimal; about: { zh: string; en?: string } | null; field: string | null; }

/** One criterion's points, with the trace that gives them and the ledger of what is lost. "pending": settled when every unit's figures are known. */
export interface Line {
  criterion: string; points: Decimal; highest: Decimal; maximum: Decimal;
  state: "complete" | "incomplete" | "pending" | "not_applicable" | "not_counted"; trace: unknown; losses: Loss[];
}

/** The points of a group whose parts are not simply added; `path` is its JSON pointer in the scheme file. */
export interface Section {
  path: string; id: string | null; title: { zh: string; en?: string };
  points: Decimal; highest: Decimal; maximum: Decimal; trace: unknown; losses: Loss[];
}

/** All criteria's points; while incomplete, `total` is the least and `highest` the most possible. Members that a scheme has no use for are absent. */
export interface ScoreSheet {
  lines: Line[]; sections?: Section[]; total: Decimal; highest: Decimal; maximum: Decimal;
  complete: boolean; pending: boolean; grade?: string; trace?: unknown; losses?: Loss[];
}

/** A figure as a file states it, and as its answers give it; `criterion` is null for the total. */
export interface Figure { criterion: string | null; stated: Decimal | null; recomputed: Decimal; differs: boolean; }

/** Thrown where a form cannot be read. */
export interface Refusal { code: string; zh: string; en: string; }

/** What is wrong with a scheme: `path` is a JSON pointer into its file; `proof` says whether it was reasoned out or found by trying answers. */
export interface Finding {
  rule: string; path: string; severity: "error" | "warning" | "note"; proof: "exact" | "search";
  message: { zh: string; en?: string }; remedy: { zh: string; en?: string };
}

/** A form file as read. `scheme`: whether it was recomputed by the very scheme that it names, by one of that id and revision (the file states no digest), by another revision, or by one that says something else. */
export interface FormRead {
  form: unknown; scheme: "same" | "by_name" | "other_revision" | "changed"; check_code: "matches" | "differs" | "absent"; unknown_members: string[];
  missing: string[]; sheet: ScoreSheet; issues: Issue[]; figures: Figure[];
}

/** Scores a form document (version 1), as an object. `scheme`: the bytes of a scheme file, where it is none of those that come along. Throws a {@link Refusal}. */
export function score(form: unknown, scheme?: Uint8Array): ScoreSheet;
/** Everything wrong or missing in a form document. Throws a {@link Refusal}. */
export function validate(form: unknown, scheme?: Uint8Array): Issue[];
/** Reads a form file (JSON or CSV), recomputes it and compares. Throws a {@link Refusal}. */
export function read_form(bytes: Uint8Array, scheme?: Uint8Array): FormRead;
/** Everything that there is to say about a scheme file. Throws a {@link Refusal} where it is none. */
export function lint(scheme: Uint8Array): Finding[];
"#;

#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    zh: String,
    en: String,
}

#[derive(Serialize)]
struct Figure {
    criterion: Option<String>,
    stated: Option<String>,
    recomputed: String,
    differs: bool,
}

#[derive(Serialize)]
struct FormRead {
    form: serde_json::Value,
    scheme: &'static str,
    check_code: &'static str,
    unknown_members: Vec<String>,
    missing: Vec<String>,
    sheet: ScoreSheet,
    issues: Vec<Issue>,
    figures: Vec<Figure>,
}

fn give(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn refuse(error: ReadError) -> JsValue {
    refusal(error.code(), |lang| error.message(lang))
}

fn refusal(code: &'static str, words: impl Fn(Lang) -> String) -> JsValue {
    give(&Refusal { code, zh: words(Lang::Zh), en: words(Lang::En) }).unwrap_or_else(|error| error)
}

/// What there is for the form's word on its scheme: among those that come along, and the one given.
fn scheme_of(form: &Form, given: Option<Vec<u8>>) -> Result<(Arc<Scheme>, &'static str), JsValue> {
    thread_local! {
        static BUILTIN: Result<Library, SchemeError> = Library::builtin();
    }
    let mut library = BUILTIN
        .with(Clone::clone)
        .map_err(|error| refusal("scheme_unusable", |lang| error.message(lang)))?;
    if let Some(bytes) = given {
        let opened = library.open(&bytes);
        opened.map_err(|why| refusal("scheme_unusable", |lang| why.message(lang)))?;
    }
    let found = library.find(&form.scheme);
    let how = match &found {
        Match::Same(_) => "same",
        Match::ByName(_) => "by_name",
        Match::OtherRevision { .. } => "other_revision",
        Match::Changed(_) => "changed",
        Match::Absent => "absent",
    };
    let scheme = found.scheme().cloned().ok_or_else(|| {
        let id = &form.scheme.id;
        refusal("other_scheme", |lang| selfscore_wording::reading::other_scheme(lang, id))
    })?;
    Ok((scheme, how))
}

fn form_of(value: JsValue) -> Result<FormFile, JsValue> {
    let value: serde_json::Value = serde_wasm_bindgen::from_value(value)?;
    form::json::from_value(value).map_err(refuse)
}

/// Scores a form document.
///
/// # Errors
/// A refusal with code and words, where it cannot be read.
#[wasm_bindgen(skip_typescript)]
pub fn score(form: JsValue, scheme: Option<Vec<u8>>) -> Result<JsValue, JsValue> {
    let read = form_of(form)?;
    give(&judge(&scheme_of(&read.form, scheme)?.0, &read.form).0)
}

/// Everything wrong or missing in a form document.
///
/// # Errors
/// A refusal with code and words, where it cannot be read.
#[wasm_bindgen(skip_typescript)]
pub fn validate(form: JsValue, scheme: Option<Vec<u8>>) -> Result<JsValue, JsValue> {
    let read = form_of(form)?;
    give(&judge(&scheme_of(&read.form, scheme)?.0, &read.form).1)
}

/// Reads a form file, recomputes it and compares.
///
/// # Errors
/// A refusal with code and words, where it cannot be read.
#[wasm_bindgen(skip_typescript)]
pub fn read_form(bytes: &[u8], scheme: Option<Vec<u8>>) -> Result<JsValue, JsValue> {
    let (text, _) = encoding::utf8(bytes, gb18030).map_err(refuse)?;
    let FormFile { form, check_code } = form::read_any(&text).map_err(refuse)?;
    let (scheme, how) = scheme_of(&form, scheme)?;
    let (sheet, issues) = judge(&scheme, &form);
    let figures = compare(&scheme, &form, &sheet).into_iter().map(|figure| Figure {
        differs: figure.differs(),
        stated: figure.stated.map(|stated| stated.value().to_string()),
        recomputed: figure.recomputed.fixed(match figure.criterion {
            Some(_) => scheme.decimals(),
            None => scheme.total_decimals(),
        }),
        criterion: figure.criterion,
    });
    // A check code vouches for a document as it was exported: none is made up for one that
    // changed or never had one.
    let mut document = form::json::to_value(&form);
    if !matches!(check_code, CheckCode::Matches(_))
        && let Some(members) = document.as_object_mut()
    {
        members.shift_remove("sha256");
    }
    give(&FormRead {
        scheme: how,
        check_code: match check_code {
            CheckCode::Matches(_) => "matches",
            CheckCode::Differs { .. } => "differs",
            CheckCode::Absent => "absent",
        },
        unknown_members: form.unknown_members(),
        missing: form.missing().into_iter().map(str::to_owned).collect(),
        figures: figures.collect(),
        form: document,
        sheet,
        issues,
    })
}

/// Everything that there is to say about a scheme file.
///
/// # Errors
/// A refusal with code and words, where it is no scheme.
#[wasm_bindgen(skip_typescript)]
pub fn lint(scheme: &[u8]) -> Result<JsValue, JsValue> {
    let file = SchemeFile::read(scheme)
        .map_err(|error| refusal("scheme_unusable", |lang| error.message(lang)))?;
    give(&scheme::lint::lint(&file))
}
