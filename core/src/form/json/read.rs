//! From a document to a form.

use std::collections::BTreeMap;

use serde_json::Value;

use super::answers::answers;
use super::usual;
use crate::canonical;
use crate::form::decode::{self, Members, expected};
use crate::form::{
    CheckCode, Evidence, FORMAT, Form, FormFile, Kind, Place, ReadError, Reason, SchemeRef, Stated,
    VERSION,
};
use crate::limits;
use crate::points::Points;
use crate::table;

type Result<T> = std::result::Result<T, ReadError>;

/// Reads a form file.
///
/// # Errors
/// The first thing that cannot be read, with its place.
pub fn read(bytes: &[u8]) -> Result<FormFile> {
    let text = table::text(bytes)?;
    usual::read(text).map_or_else(|| from_value(decode::json(text)?), Ok)
}

/// Reads a form file as [`read`] does, without the short cut for usual ones, which tests hold against this.
///
/// # Errors
/// As [`read`].
pub fn read_any_document(bytes: &[u8]) -> Result<FormFile> {
    from_value(decode::json(table::text(bytes)?)?)
}

/// Reads a form from a JSON value.
///
/// # Errors
/// As [`read`].
pub fn from_value(mut value: Value) -> Result<FormFile> {
    let whole = |reason| Err(ReadError::new(Place::Whole, reason));
    let format = value.get("format").and_then(Value::as_str).unwrap_or_default();
    if format != FORMAT {
        return whole(Reason::OtherFormat(format.chars().take(40).collect()));
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return whole(Reason::NewerVersion(newer.to_string())),
        _ => {
            let found = value.get("version").unwrap_or(&Value::Null);
            return Err(expected("/version", Kind::Count, found));
        }
    }
    let stated = match &mut value {
        Value::Object(members) => members.shift_remove("sha256"),
        _ => None,
    };
    let check_code = match stated {
        None | Some(Value::Null) => CheckCode::Absent,
        Some(Value::String(stated)) => CheckCode::of(stated, canonical::sha256_hex(&value)),
        Some(other) => return Err(expected("/sha256", Kind::Text, &other)),
    };
    Ok(FormFile { form: form(value)?, check_code })
}

/// The document itself; whether it says so, and its check code, are not looked at.
pub(in crate::form) fn form(value: Value) -> Result<Form> {
    for (name, member) in value.as_object().into_iter().flatten() {
        decode::shallow(member, limits::DEPTH - 1).map_err(|reason| {
            ReadError::new(Place::Member(format!("/{}", decode::escape(name))), reason)
        })?;
    }
    let mut head = Members::of("", value)?;
    head.take("format");
    head.take("version");
    let scheme = match head.take("scheme") {
        Some((at, value)) => scheme_ref(&at, value)?,
        None => SchemeRef::default(),
    };
    let answers = head.take("answers").map(|(at, value)| answers(&at, value)).transpose()?;
    let evidence = match head.take("evidence") {
        Some((at, value)) => decode::list(&at, value, limits::EVIDENCE)?
            .into_iter()
            .map(|(at, value)| self::evidence(&at, value))
            .collect::<Result<_>>()?,
        None => Vec::new(),
    };
    let score = head.take("score").map(|(at, value)| stated(&at, value)).transpose()?;
    Ok(Form {
        scheme,
        unit: head.text("unit")?,
        filled_by: head.text("filled_by")?,
        reviewed_by: head.text("reviewed_by")?,
        phone: head.text("phone")?,
        filled_on: head.text("filled_on")?,
        answers: answers.unwrap_or_default(),
        evidence,
        score,
        exported_at: head.text("exported_at")?,
        extra: head.rest(),
    })
}

fn scheme_ref(at: &str, value: Value) -> Result<SchemeRef> {
    let mut members = Members::of(at, value)?;
    Ok(SchemeRef {
        id: members.text("id")?,
        revision: members.count("revision")?.unwrap_or_default(),
        sha256: members.text("sha256")?,
        extra: members.rest(),
    })
}

fn evidence(at: &str, value: Value) -> Result<Evidence> {
    let mut members = Members::of(at, value)?;
    Ok(Evidence {
        number: members.text("number")?,
        name: members.text("name")?,
        bytes: members.count("bytes")?,
        sha256: members.text("sha256")?,
        extra: members.rest(),
    })
}

fn stated(at: &str, value: Value) -> Result<Stated> {
    let mut members = Members::of(at, value)?;
    let points = |at: &str, value: Value| -> Result<Points> {
        let text = decode::text(at, value)?;
        text.parse().map_err(|_| expected(at, Kind::Decimal, &Value::String(text.clone())))
    };
    let total = members.take("total").map(|(at, value)| points(&at, value)).transpose()?;
    let mut criteria = BTreeMap::new();
    if let Some((at, value)) = members.take("criteria") {
        for (id, at, value) in Members::of(&at, value)?.entries() {
            criteria.insert(id, points(&at, value)?);
        }
    }
    Ok(Stated { total, criteria, extra: members.rest() })
}
