//! From the form to a table: head, criteria in the scheme's order, evidence, total, and last
//! what only programs read.

use selfscore_wording::{Lang, columns as words};
use serde_json::{Value, json};

use super::key::{self, JSON, pointer};
use super::row::{Row, Table};
use super::{Column, cell};
use crate::answer::Extra;
use crate::date;
use crate::form::{DISTRICT, FORMAT, Form, VERSION, json};
use crate::scheme::Scheme;

type Label = fn(Lang) -> &'static str;

/// Writes a form file: UTF-8 with a byte order mark, CRLF, RFC 4180, with its check code. The
/// scheme gives the words and the order of the rows; a form that answers something else, or
/// answers it otherwise, is written completely all the same.
pub fn write(scheme: &Scheme, form: &Form) -> Vec<u8> {
    let sheet = rows(scheme, form, 0);
    sheet.table.bytes(sheet.last)
}

/// The rows of a form, with so many `spare` ones for tasks, things of lists and evidence to come.
pub(in crate::form) fn rows(scheme: &Scheme, form: &Form, spare: usize) -> Sheet {
    let mut sheet = Sheet { table: Table::default(), last: Table::default(), spare };
    sheet.head(form);
    for indicator in scheme.indicators() {
        for criterion in &indicator.criteria {
            sheet.criterion(&criterion.id, Some((indicator, criterion)), form);
        }
    }
    let stated = form.score.iter().flat_map(|score| score.criteria.keys());
    let mut unknown: Vec<&String> = form.answers.keys().chain(stated).collect();
    unknown.retain(|id| scheme.criterion(id).is_none());
    unknown.sort();
    unknown.dedup();
    for id in unknown {
        sheet.criterion(id, None, form);
    }
    sheet.evidence(form);
    sheet.total(scheme, form);
    sheet.technical(scheme, form);
    sheet
}

/// A table under construction.
pub(in crate::form) struct Sheet {
    pub table: Table,
    /// Rows that only programs read; they follow all others.
    pub last: Table,
    /// How many rows of a list stand there to be filled in.
    pub(super) spare: usize,
}

fn labelled(key: &str, label: Label) -> Row {
    Row::new(key).text(Column::Indicator, label(Lang::Zh))
}

impl Sheet {
    fn head(&mut self, form: &Form) {
        let field = |name: &str, label: Label, value: &str| {
            labelled(&pointer([name]), label).text(Column::Value, value)
        };
        self.table.push(field("unit", words::unit, &form.unit));
        if let Some(Value::String(district)) = form.extra.get(DISTRICT) {
            self.table.push(field(DISTRICT, words::district, district));
        }
        self.table.push(field("filled_by", words::filled_by, &form.filled_by));
        self.table.push(field("reviewed_by", words::reviewed_by, &form.reviewed_by));
        self.table.push(field("phone", words::phone, &form.phone));
        if cell::date(&form.filled_on) == form.filled_on {
            let row = labelled("/filled_on", words::filled_on);
            // A day stays one, as people expect of a table; anything else is a text.
            self.table.push(match date::typed(&form.filled_on) {
                Ok(day) if day == form.filled_on => row.plain(Column::Value, day),
                _ => row.text(Column::Value, &form.filled_on),
            });
        } else {
            self.json("/filled_on", &form.filled_on.as_str().into());
        }
    }

    fn evidence(&mut self, form: &Form) {
        for (index, evidence) in form.evidence.iter().enumerate() {
            let at = format!("/evidence/{index}");
            let row = labelled(&at, words::evidence_list)
                .text(Column::Content, &evidence.name)
                .text(Column::Note, &evidence.sha256)
                .text(Column::Evidence, &evidence.number);
            self.table.push(match evidence.bytes {
                Some(bytes) => row.plain(Column::Value, bytes),
                None => row,
            });
            self.extra(&at, &evidence.extra, &[]);
        }
        for index in (form.evidence.len()..).take(self.spare) {
            let row = labelled(&key::spare(&format!("/evidence/{index}")), words::evidence_list);
            self.table.push(row);
        }
    }

    fn total(&mut self, scheme: &Scheme, form: &Form) {
        let Some(score) = &form.score else { return };
        let row = labelled("/score/total", words::total);
        let row = row.plain(Column::Points, scheme.known_maximum());
        self.table.push(match score.total {
            Some(total) => row.plain(Column::Score, total.value()),
            None => row,
        });
        self.extra("/score", &score.extra, &[]);
    }

    fn technical(&mut self, scheme: &Scheme, form: &Form) {
        let field =
            |key: &str, label: Label, value: &str| labelled(key, label).text(Column::Value, value);
        let answered = &form.scheme;
        let revision = labelled("/scheme/revision", words::scheme_revision);
        let id = field("/scheme/id", words::scheme_id, &answered.id);
        self.table.push(match answered.id == scheme.id() {
            true => id.text(Column::Content, &scheme.file().title.zh),
            false => id,
        });
        self.table.push(revision.plain(Column::Value, answered.revision));
        self.table.push(field("/scheme/sha256", words::scheme_sha256, &answered.sha256));
        self.extra("/scheme", &answered.extra, &[]);
        self.table.push(field("/format", words::format, FORMAT));
        let version = labelled("/version", words::version).plain(Column::Value, VERSION);
        self.table.push(version);
        if !form.exported_at.is_empty() {
            self.table.push(field("/exported_at", words::exported_at, &form.exported_at));
        }
        let own = form.extra.get(DISTRICT).filter(|value| value.is_string()).map(|_| DISTRICT);
        self.extra("", &form.extra, own.as_slice());
        self.last.push(field("/sha256", words::sha256, &json::check_code(form)));
    }

    /// Evidence numbers for one cell; where it cannot hold them, a row of JSON does.
    pub fn items(&mut self, at: &str, numbers: &[String]) -> String {
        cell::join(numbers).unwrap_or_else(|| {
            self.json(&format!("{at}/evidence"), &json!(numbers));
            String::new()
        })
    }

    pub fn extra(&mut self, at: &str, extra: &Extra, without: &[&str]) {
        for (name, value) in extra.iter().filter(|(name, _)| !without.contains(&name.as_str())) {
            self.json(&format!("{at}{}", pointer([name.as_str()])), value);
        }
    }

    pub fn json(&mut self, at: &str, value: &Value) {
        let row = labelled(&format!("{JSON}{at}"), words::other_member);
        self.last.push(row.text(Column::Value, &value.to_string()));
    }
}
