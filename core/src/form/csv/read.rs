//! From a table to the form: each row adds its members to one JSON document.

use std::collections::HashSet;

use serde_json::Value;

use super::key::{Key, pointer};
use super::sheet::{Line, Sheet};
use super::tree::Tree;
use super::{Column, cell, lists};
use crate::form::{
    CheckCode, FORMAT, Form, FormFile, Kind, ReadError, Reason, Stated, VERSION, decode, json,
};
use crate::points::MAX_SCALE;
use crate::{limits, table, typed};

type Result<T> = std::result::Result<T, ReadError>;

/// Reads a form file. The table needs no scheme: its rows say by their keys what they are.
///
/// # Errors
/// The first thing that cannot be read, with its row and column.
pub fn read(bytes: &[u8]) -> Result<FormFile> {
    form(&Sheet::of(table::text(bytes)?)?)
}

/// The form that rows say, wherever they stand.
pub(in crate::form) fn form(sheet: &Sheet) -> Result<FormFile> {
    preamble(sheet)?;
    let lists = lists::of(sheet)?;
    let mut reader = Reader { tree: Tree::new(lists), keys: HashSet::new(), damaged: None };
    for line in sheet.lines() {
        reader.line(&line)?;
    }
    reader.finish()
}

/// Whether this is a form of a version that we know: before any other row is looked at, for a
/// newer version may have other rows.
fn preamble(sheet: &Sheet) -> Result<()> {
    let row = |key: &str| sheet.lines().find(|line| line.key() == key);
    let format = row("/format").map(|line| line.text(Column::Value).trim().to_owned());
    let format = format.unwrap_or_default();
    if format != FORMAT {
        let found = format.chars().take(40).collect();
        return Err(ReadError::new(crate::form::Place::Whole, Reason::OtherFormat(found)));
    }
    let Some(line) = row("/version") else {
        return Err(decode::expected("/version", Kind::Count, &Value::Null));
    };
    match cell::count(line.text(Column::Value)) {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => {
            Err(line.refuse(Column::Value, Reason::NewerVersion(newer.to_string())))
        }
        _ => Err(line.expected(Column::Value, Kind::Count)),
    }
}

struct Reader {
    tree: Tree,
    keys: HashSet<String>,
    /// The first cell that looks as if a spreadsheet had changed it: refused, unless the check
    /// code says that nothing changed.
    damaged: Option<ReadError>,
}

impl Reader {
    fn line(&mut self, line: &Line) -> Result<()> {
        if line.key().is_empty() {
            return Err(line.refuse(Column::Key, Reason::NoKey));
        }
        let key = line.key().to_owned();
        let Some(kind) = Key::read(&key) else {
            return Err(line.refuse(Column::Key, Reason::UnknownKey(key)));
        };
        line.only(kind.uses())?;
        if !self.keys.insert(key.clone()) {
            return Err(line.refuse(Column::Key, Reason::RepeatedKey(key)));
        }
        match kind {
            Key::Preamble => Ok(()),
            Key::Head(name) if name == "filled_on" => {
                let date = cell::date(line.text(Column::Value));
                self.set(line, Column::Value, &[&name], date.into())
            }
            // An empty text says as much as none, but our own additions are there or not.
            Key::Head(name) => self.text(line, Column::Value, &[&name], true),
            Key::Scheme(name) if name == "revision" => {
                self.count(line, Column::Value, &["scheme", &name])
            }
            Key::Scheme(name) => self.text(line, Column::Value, &["scheme", &name], false),
            Key::Answer(id) => {
                self.decimal(line, Column::Score, &["score", "criteria", &id])?;
                self.text(line, Column::Note, &["answers", &id, "note"], false)?;
                self.items(line, &["answers", &id, "evidence"])
            }
            Key::Choice(id, option) => self.choice(line, &id, option),
            Key::Flag(names) => match self.flag(line, Column::Value)? {
                Some(flag) => self.set(line, Column::Value, &strs(&names), flag.into()),
                None => Ok(()),
            },
            Key::Count(names) => self.count(line, Column::Value, &strs(&names)),
            Key::Decimal(names) => self.decimal(line, Column::Value, &strs(&names)),
            Key::Score(id, index) => {
                let names = ["answers", &id, "scores", &index.to_string()];
                self.decimal(line, Column::Value, &names)
            }
            Key::Listed(id, index) => self.listed(line, &id, index),
            Key::ListedPart(id, index, part) => {
                let names = ["answers", &id, "entries", &index.to_string(), &part];
                match part.as_str() {
                    "authors" => self.count(line, Column::Value, &names),
                    _ => self.text(line, Column::Value, &names, false),
                }
            }
            Key::Done(id, item) => self.done(line, &id, item),
            Key::Task(id, index) => self.task(line, &id, index),
            Key::Evidence(index) => {
                let index = index.to_string();
                self.text(line, Column::Evidence, &["evidence", &index, "number"], true)?;
                self.text(line, Column::Content, &["evidence", &index, "name"], false)?;
                self.text(line, Column::Note, &["evidence", &index, "sha256"], false)?;
                self.count(line, Column::Value, &["evidence", &index, "bytes"])
            }
            Key::Total => {
                self.set(line, Column::Score, &["score"], Value::Object(Default::default()))?;
                self.decimal(line, Column::Score, &["score", "total"])
            }
            Key::Json(names) => self.json(line, &names),
        }
    }

    fn set(&mut self, line: &Line, column: Column, names: &[&str], value: Value) -> Result<()> {
        let refuse = |reason| Err(line.refuse(column, reason));
        self.tree.set(names, value, line.place(column)).or_else(refuse)
    }

    fn look_for_damage(&mut self, line: &Line, column: Column) {
        if self.damaged.is_none() {
            self.damaged = line.damage(column).map(|reason| line.refuse(column, reason));
        }
    }

    /// A text as it stands; an empty one only if it is `kept`.
    fn text(&mut self, line: &Line, column: Column, names: &[&str], kept: bool) -> Result<()> {
        self.look_for_damage(line, column);
        match line.text(column) {
            "" if !kept => Ok(()),
            text => self.set(line, column, names, text.into()),
        }
    }

    fn decimal(&mut self, line: &Line, column: Column, names: &[&str]) -> Result<()> {
        if line.is_empty(column) {
            return Ok(());
        }
        let value = cell::decimal(line.text(column));
        let value = value.ok_or_else(|| line.expected(column, Kind::Decimal))?;
        self.set(line, column, names, value.into())
    }

    fn count(&mut self, line: &Line, column: Column, names: &[&str]) -> Result<()> {
        if line.is_empty(column) {
            return Ok(());
        }
        let value = cell::count(line.text(column));
        let value = value.ok_or_else(|| line.expected(column, Kind::Count))?;
        self.set(line, column, names, value.into())
    }

    fn flag(&self, line: &Line, column: Column) -> Result<Option<bool>> {
        if line.is_empty(column) {
            return Ok(None);
        }
        let flag = typed::flag(line.text(column));
        flag.map(Some).ok_or_else(|| line.expected(column, Kind::Flag))
    }

    fn items(&mut self, line: &Line, names: &[&str]) -> Result<()> {
        self.look_for_damage(line, Column::Evidence);
        let items = typed::items(line.text(Column::Evidence));
        if items.is_empty() {
            return Ok(());
        }
        self.set(line, Column::Evidence, names, items.into())
    }

    fn choice(&mut self, line: &Line, id: &str, option: String) -> Result<()> {
        if self.flag(line, Column::Value)? != Some(true) {
            return Ok(());
        }
        let names = ["answers", id, "choice"];
        if self.tree.get(&names).is_some() {
            return Err(line.refuse(Column::Value, Reason::SeveralChosen(option)));
        }
        self.set(line, Column::Value, &names, option.into())
    }

    /// One item's yes or no: either makes the list, yes adds to it.
    fn done(&mut self, line: &Line, id: &str, item: String) -> Result<()> {
        let Some(done) = self.flag(line, Column::Value)? else { return Ok(()) };
        let names = ["answers", id, "done"];
        if self.tree.get(&names).is_none() {
            self.set(line, Column::Value, &names, Value::Array(Vec::new()))?;
        }
        match self.tree.get(&names) {
            Some(Value::Array(items)) if done => items.push(item.into()),
            _ => {}
        }
        Ok(())
    }

    fn task(&mut self, line: &Line, id: &str, index: usize) -> Result<()> {
        let index = index.to_string();
        let at = |name| ["answers", id, "tasks", &index, name];
        self.text(line, Column::Number, &at("number"), true)?;
        self.text(line, Column::Content, &at("title"), false)?;
        self.decimal(line, Column::Value, &at("completion"))?;
        if !line.is_empty(Column::Role) {
            let role = typed::role(line.text(Column::Role));
            let role = role.ok_or_else(|| line.expected(Column::Role, Kind::Role))?;
            self.set(line, Column::Role, &at("role"), json::role_name(role).into())?;
        }
        if let Some(debugging) = self.flag(line, Column::Debugging)? {
            self.set(line, Column::Debugging, &at("in_debugging"), debugging.into())?;
        }
        self.decimal(line, Column::Claim, &at("claim"))?;
        self.text(line, Column::Note, &at("note"), false)?;
        self.items(line, &at("evidence"))
    }

    /// A thing of a list; rows with nothing in them, meant to be filled in, are none.
    fn listed(&mut self, line: &Line, id: &str, index: usize) -> Result<()> {
        if !self.tree.lists.has(&pointer(["answers", id, "entries"]), index) {
            return Ok(());
        }
        let index = index.to_string();
        let at = |name| ["answers", id, "entries", &index, name];
        self.text(line, Column::Content, &at("title"), false)?;
        self.count(line, Column::Value, &at("times"))?;
        self.text(line, Column::Note, &at("note"), false)?;
        self.items(line, &at("evidence"))
    }

    fn json(&mut self, line: &Line, names: &[String]) -> Result<()> {
        let value = decode::json(line.text(Column::Value));
        let value = value.map_err(|error| line.refuse(Column::Value, error.reason))?;
        decode::shallow(&value, limits::DEPTH.saturating_sub(names.len()))
            .map_err(|reason| line.refuse(Column::Value, reason))?;
        self.set(line, Column::Key, &strs(names), value)
    }

    fn finish(self) -> Result<FormFile> {
        let Tree { mut root, places, lists, .. } = self.tree;
        let stated = root.as_object_mut().and_then(|members| members.shift_remove("sha256"));
        lists.renumber(&mut root);
        let form = json::form(root).map_err(|error| places.of(error))?;
        let (form, check_code) = match stated {
            Some(Value::String(stated)) if !stated.trim().is_empty() => {
                checked(form, stated.trim().to_owned())
            }
            _ => (form, CheckCode::Absent),
        };
        match self.damaged {
            Some(damaged) if !matches!(check_code, CheckCode::Matches(_)) => return Err(damaged),
            _ => {}
        }
        Ok(FormFile { form, check_code })
    }
}

/// The form as its check code has it. Spreadsheets save 48.00 as 48, so the figures are tried with
/// as many places as a scheme can give them before the file is said to have changed.
fn checked(form: Form, stated: String) -> (Form, CheckCode) {
    let code = CheckCode::of(stated, json::check_code(&form));
    let CheckCode::Differs { stated, .. } = &code else { return (form, code) };
    let Some(score) = &form.score else { return (form, code) };
    for places in 0..=MAX_SCALE {
        for total_places in 0..=MAX_SCALE {
            let criteria = score.criteria.iter();
            let criteria = criteria.map(|(id, points)| (id.clone(), points.padded(places)));
            let score = Stated {
                total: score.total.map(|total| total.padded(total_places)),
                criteria: criteria.collect(),
                extra: score.extra.clone(),
            };
            let padded = Form { score: Some(score), ..form.clone() };
            if json::check_code(&padded) == *stated {
                return (padded, CheckCode::Matches(stated.clone()));
            }
        }
    }
    (form, code)
}

fn strs(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
