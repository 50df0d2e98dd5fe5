//! Rows of members that are a figure, a yes or no, an object of such, or a list.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::json;

use super::Column;
use super::items::{Assessors, ListColumns};
use super::key::pointer;
use super::row::Row;
use super::write::Sheet;
use crate::answer::{Amount, Listed};

impl Sheet {
    /// One member: a row if it is asked for or answered.
    pub fn one(&mut self, at: &str, label: Option<&str>, value: Option<impl Display>) {
        if label.is_some() || value.is_some() {
            let row = Row::new(at).text(Column::Content, label.unwrap_or_default());
            self.table.push(with_value(row, value));
        }
    }

    /// An object by ids: what is asked for in the scheme's order, then what else is answered.
    pub fn by_id<T: Display>(
        &mut self,
        at: &str,
        asked: &[(String, String)],
        answered: Option<&BTreeMap<String, T>>,
    ) {
        let row = |id: &str, label: &str| {
            Row::new(&format!("{at}{}", pointer([id]))).text(Column::Content, label)
        };
        for (id, label) in asked {
            let value = answered.and_then(|answered| answered.get(id));
            self.table.push(with_value(row(id, label), value));
        }
        for (id, value) in answered.into_iter().flatten() {
            if !asked.iter().any(|(known, _)| known == id) {
                self.table.push(with_value(row(id, ""), Some(value)));
            }
        }
        if answered.is_some_and(BTreeMap::is_empty) {
            self.json(at, &json!({}));
        }
    }

    /// Assessors' scores, with empty rows for those that are still to come.
    pub(super) fn scores(
        &mut self,
        at: &str,
        asked: Option<&Assessors>,
        scores: Option<&[Amount]>,
    ) {
        let at = format!("{at}/scores");
        if scores.is_some_and(<[Amount]>::is_empty) {
            return self.json(&at, &json!([]));
        }
        let scores = scores.unwrap_or_default();
        let rows = asked.map_or(0, |asked| asked.least).max(scores.len());
        for index in 0..rows {
            let label = asked.map(|asked| format!("{} {}", asked.label, index + 1));
            let row = Row::new(&format!("{at}/{index}"));
            let row = row.text(Column::Content, &label.unwrap_or_default());
            self.table.push(with_value(row, scores.get(index)));
        }
    }

    /// A list; where it is asked for and not answered, rows for a first thing.
    pub(super) fn entries(
        &mut self,
        at: &str,
        asked: Option<&ListColumns>,
        entries: Option<&[Listed]>,
    ) {
        let at = format!("{at}/entries");
        let none = ListColumns::default();
        let columns = asked.unwrap_or(&none);
        match entries {
            None if asked.is_some() => {
                self.listed(&format!("{at}/0"), columns, &Listed::default());
            }
            None => {}
            Some([]) => self.json(&at, &json!([])),
            Some(entries) => {
                for (index, listed) in entries.iter().enumerate() {
                    let at = format!("{at}/{index}");
                    self.listed(&at, columns, listed);
                    if *listed == Listed::default() {
                        // Rows with nothing in them are no entry.
                        self.json(&at, &json!({}));
                    }
                }
            }
        }
    }

    pub(super) fn listed(&mut self, at: &str, asked: &ListColumns, listed: &Listed) {
        let row = Row::new(at)
            .text(Column::Content, &listed.title)
            .text(Column::Note, &listed.note)
            .text(Column::Evidence, &self.items(at, &listed.evidence));
        self.table.push(with_value(row, listed.times));
        let mut chosen = |name: &str, label: &Option<String>, id: &Option<String>| {
            if label.is_some() || id.is_some() {
                let row = Row::new(&format!("{at}/{name}"));
                let row = row.text(Column::Content, label.as_deref().unwrap_or_default());
                self.table.push(row.text(Column::Value, id.as_deref().unwrap_or_default()));
            }
        };
        chosen("level", &asked.level, &listed.level);
        chosen("placement", &asked.placement, &listed.placement);
        self.one(&format!("{at}/authors"), asked.authors.as_deref(), listed.authors);
        self.extra(at, &listed.extra, &[]);
    }
}

fn with_value(row: Row, value: Option<impl Display>) -> Row {
    match value {
        Some(value) => row.plain(Column::Value, value),
        None => row,
    }
}
