//! Members of a feedback file by their kinds: figures, texts in two languages, objects and lists of them. What
//! they leave over is named.

use serde_json::Value;

use crate::form::decode::{self, Members, escape, expected};
use crate::form::{Kind, ReadError};
use crate::points::Points;
use crate::text::Text;

type Result<T> = std::result::Result<T, ReadError>;

/// A text in two languages; empty where absent.
pub(super) fn words(members: &mut Members, name: &str, unknown: &mut Vec<String>) -> Result<Text> {
    let text = part(members, name, unknown, |members| {
        Ok(Text { zh: members.text("zh")?, en: members.text("en")? })
    })?;
    Ok(text.unwrap_or_default())
}

pub(super) fn figure(members: &mut Members, name: &str) -> Result<Option<Points>> {
    let Some((at, value)) = members.take(name) else { return Ok(None) };
    let text = decode::text(&at, value)?;
    let points =
        text.parse().map_err(|_| expected(&at, Kind::Decimal, &Value::String(text.clone())))?;
    Ok(Some(points))
}

pub(super) fn needed(members: &mut Members, name: &str) -> Result<Points> {
    let at = members.place(name);
    figure(members, name)?.ok_or_else(|| expected(&at, Kind::Decimal, &Value::Null))
}

/// An object in a member, if it is there.
pub(super) fn part<T>(
    members: &mut Members,
    name: &str,
    unknown: &mut Vec<String>,
    of: impl FnOnce(&mut Members) -> Result<T>,
) -> Result<Option<T>> {
    let Some((at, value)) = members.take(name) else { return Ok(None) };
    let mut inner = Members::of(&at, value)?;
    let part = of(&mut inner)?;
    rest(inner, unknown);
    Ok(Some(part))
}

/// The objects of a list; none where absent.
pub(super) fn list<T>(
    members: &mut Members,
    name: &str,
    most: usize,
    unknown: &mut Vec<String>,
    of: impl Fn(&mut Members, &mut Vec<String>) -> Result<T>,
) -> Result<Vec<T>> {
    let Some((at, value)) = members.take(name) else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (at, value) in decode::list(&at, value, most)? {
        let mut inner = Members::of(&at, value)?;
        all.push(of(&mut inner, unknown)?);
        rest(inner, unknown);
    }
    Ok(all)
}

/// Names what was not taken, the first few of many.
pub(super) fn rest(members: Members, unknown: &mut Vec<String>) {
    const NAMED: usize = 20;
    let at = members.place("");
    let rest = members.rest();
    let room = NAMED.saturating_sub(unknown.len());
    unknown.extend(rest.keys().take(room).map(|name| format!("{at}{}", escape(name))));
}
