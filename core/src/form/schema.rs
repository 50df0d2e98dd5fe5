//! JSON Schemas of the file formats, from the types that hold them.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::{FORMAT, Form, VERSION, csv};
use crate::register::{Assigned, Register};
use crate::scheme::SchemeFile;

/// A form file: the form with what says that it is one.
#[derive(JsonSchema)]
#[allow(dead_code)] // only its schema is of use
struct FormDocument {
    /// Always `selfscore/form`.
    #[schemars(extend("const" = FORMAT))]
    format: String,
    /// The version of the format.
    #[schemars(extend("const" = VERSION))]
    version: u64,
    #[schemars(flatten)]
    form: Form,
    /// The district's name, which the notice masks.
    district: Option<String>,
    /// By JSON pointer, texts typed into fields of numbers or dates that are none.
    as_typed: Option<BTreeMap<String, String>>,
    /// JSON pointers of what is missing; a form that is ready has no such member.
    missing: Option<Vec<String>>,
    /// Check code (校验码): SHA-256 of the RFC 8785 canonical form of the document without this
    /// member, lower-case hex. No signature.
    #[schemars(regex(pattern = "^[0-9A-Fa-f]{64}$"))]
    sha256: Option<String>,
}

/// A register file.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)] // only its schema is of use
enum RegisterDocument {
    /// An object with the list.
    Object(Register),
    /// The list itself.
    List(Vec<Assigned>),
}

/// All schemas by the names of their files.
pub fn all() -> [(&'static str, Value); 4] {
    [
        ("form.schema.json", schema_for!(FormDocument).to_value()),
        ("form-csv.schema.json", csv::row_schema()),
        ("scheme.schema.json", schema_for!(SchemeFile).to_value()),
        ("register.schema.json", schema_for!(RegisterDocument).to_value()),
    ]
}
