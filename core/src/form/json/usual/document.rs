//! From canonical JSON to a form.

use std::ops::Range;

use super::answers::{answers, decimal};
use super::cursor::Cursor;
use crate::form::{Evidence, FORMAT, Form, SchemeRef, Stated, VERSION};
use crate::limits;

/// A document.
pub(super) struct Read {
    pub form: Form,
    /// The check code as stated, and where the member stands, with the comma before it.
    pub stated: Option<(String, Range<usize>)>,
}

pub(super) fn read(canonical: &str) -> Option<Read> {
    let mut form = Form::default();
    let (mut ours, mut version, mut stated) = (false, false, None);
    let mut cursor = Cursor::new(canonical);
    let head = |cursor: &mut Cursor<'_>, name: &str| {
        // The comma, the name and its quotes, the colon.
        let start = cursor.at().checked_sub(name.len() + 4);
        match name {
            "answers" | "evidence" | "exported_at" | "filled_by" | "filled_on" | "phone"
            | "reviewed_by" | "scheme" | "score" | "sha256" | "unit"
                if cursor.null() => {}
            "answers" => form.answers = answers(cursor)?,
            "evidence" => form.evidence = cursor.list(limits::EVIDENCE, evidence)?,
            "exported_at" => form.exported_at = cursor.text()?,
            "filled_by" => form.filled_by = cursor.text()?,
            "filled_on" => form.filled_on = cursor.text()?,
            "format" => ours = cursor.bare()? == FORMAT,
            "phone" => form.phone = cursor.text()?,
            "reviewed_by" => form.reviewed_by = cursor.text()?,
            "scheme" => form.scheme = scheme(cursor)?,
            "score" => form.score = Some(score(cursor)?),
            "sha256" => stated = Some((cursor.text()?, start?..cursor.at())),
            "unit" => form.unit = cursor.text()?,
            "version" => version = cursor.count()? == VERSION,
            _ => drop(form.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    };
    cursor.all_members(head)?;
    (ours && version).then_some(Read { form, stated })
}

fn scheme(cursor: &mut Cursor<'_>) -> Option<SchemeRef> {
    let mut scheme = SchemeRef::default();
    cursor.all_members(|cursor, name| {
        match name {
            "id" | "revision" | "sha256" if cursor.null() => {}
            "id" => scheme.id = cursor.text()?,
            "revision" => scheme.revision = cursor.count()?,
            "sha256" => scheme.sha256 = cursor.text()?,
            _ => drop(scheme.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(scheme)
}

fn evidence(cursor: &mut Cursor<'_>) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    cursor.all_members(|cursor, name| {
        match name {
            "bytes" | "name" | "number" | "sha256" if cursor.null() => {}
            "bytes" => evidence.bytes = Some(cursor.count()?),
            "name" => evidence.name = cursor.text()?,
            "number" => evidence.number = cursor.text()?,
            "sha256" => evidence.sha256 = cursor.text()?,
            _ => drop(evidence.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(evidence)
}

fn score(cursor: &mut Cursor<'_>) -> Option<Stated> {
    let mut score = Stated::default();
    cursor.all_members(|cursor, name| {
        match name {
            "criteria" | "total" if cursor.null() => {}
            "criteria" => cursor.members(|cursor, id| {
                score.criteria.insert(id.to_owned(), decimal(cursor, str::parse)?);
                Some(())
            })?,
            "total" => score.total = Some(decimal(cursor, str::parse)?),
            _ => drop(score.extra.insert(name.to_owned(), cursor.value()?)),
        }
        Some(())
    })?;
    Some(score)
}
