//! From a scheme to rows.

use selfscore_wording::{Lang, sheet as words};
use serde_json::{Map, Value, json};

use super::column::Column;
use super::criterion::{self, Beside, Cells, value};
use super::grid::{Line, tidy};
use super::tree::{self, Where};
use super::{head, import_rows, patch};
use crate::scheme::{Criterion, Group, Indicator, SchemeFile, Standing};

/// The rows of a scheme. What they do not give back when read is the last row of the head.
pub(super) fn rows(file: &SchemeFile, lang: Lang) -> Vec<Vec<String>> {
    let heading: Vec<String> = Column::ALL.map(|column| column.heading(lang).to_owned()).into();
    let mut table = Table { lines: Vec::new(), standing: Standing::Base };
    for group in &file.groups {
        table.standing = group.standing;
        table.group(group, &[], None);
    }
    let lines = table.lines.into_iter().map(Line::cells);
    let mut head = head::write(file, lang);
    let mut body: Vec<Vec<String>> = std::iter::once(heading.clone()).chain(lines).collect();
    let plain: Vec<Vec<String>> = head.iter().chain(&body).cloned().collect();
    let read = import_rows(&plain).ok().map(|read| value(&read));
    let whole = value(file);
    let rest = match &read {
        Some(read) => patch::diff(read, &whole),
        None => {
            // A scheme that no table can be made of travels as it is.
            head.clear();
            body = vec![heading];
            Some(whole)
        }
    };
    if let Some(rest) = rest {
        head.push(vec![words::rest(lang).to_owned(), rest.to_string()]);
    }
    head.into_iter().chain(body).collect()
}

struct Table {
    lines: Vec<Line>,
    /// Of the group at the top.
    standing: Standing,
}

impl Table {
    /// The rows of a group; `above` is what the groups around it have for their first row.
    fn group(&mut self, group: &Group, around: &[String], above: Option<Map<String, Value>>) {
        let mut path = around.to_vec();
        path.push(tidy(&group.title.zh));
        let level = around.len();
        let at = Where { standing: self.standing, path, ..Where::default() };
        let mut groups = above.unwrap_or_default();
        if let Some(rest) = tree::rest_of_group(&at, level, group) {
            groups.insert((level + 1).to_string(), rest);
        }
        let mut groups = Some(groups);
        for indicator in &group.indicators {
            self.indicator(indicator, &at, &mut groups);
        }
        for below in &group.groups {
            self.group(below, &at.path, groups.take());
        }
        if group.indicators.is_empty() && group.groups.is_empty() {
            let mut line = self.begun(&at);
            set_rest(&mut line, &mut groups, None, None);
            self.lines.push(line);
        }
    }

    fn begun(&self, at: &Where) -> Line {
        let mut line = Line::new();
        let standing = match at.standing {
            Standing::Base => "",
            Standing::Bonus => "加分",
            Standing::Penalty => "倒扣",
        };
        line.set(Column::Standing, standing);
        line.set(Column::Group, at.path.join(tree::BELOW));
        line.set(Column::Number, at.number.as_str());
        line.set(Column::Indicator, at.title.as_str());
        line
    }

    fn indicator(
        &mut self,
        indicator: &Indicator,
        group: &Where,
        groups: &mut Option<Map<String, Value>>,
    ) {
        let at = Where {
            number: tidy(&indicator.number),
            title: tidy(&indicator.title.zh),
            ..group.clone()
        };
        let contents = tidy(&tree::write_contents(&indicator.contents));
        let mut rest = tree::rest_of_indicator(&at, &contents, indicator);
        let mut first = self.begun(&at);
        first.set(Column::Content, contents);
        let mut line = Some(first);
        for criterion in &indicator.criteria {
            let mut line = line.take().unwrap_or_else(|| self.begun(&at));
            let below = self::criterion(&mut line, criterion, &at);
            set_rest(&mut line, groups, rest.take(), below);
            self.lines.push(line);
        }
        if let Some(mut line) = line {
            set_rest(&mut line, groups, rest, None);
            self.lines.push(line);
        }
    }
}

fn criterion(line: &mut Line, criterion: &Criterion, at: &Where) -> Option<Value> {
    let penalty = at.standing == Standing::Penalty;
    let beside = Beside { number: &at.number, indicator: &at.title, penalty };
    let (cells, rest) = criterion::write(criterion, beside);
    let Cells { title, points, clauses, kind, rule, ids } = cells;
    for (column, text) in [
        (Column::Criterion, title),
        (Column::Points, points),
        (Column::Kind, kind),
        (Column::Rule, rule),
        (Column::Standard, clauses.standard),
        (Column::Basis, clauses.basis),
        (Column::Note, clauses.note),
        (Column::Ids, ids),
    ] {
        line.set(column, text);
    }
    rest
}

fn set_rest(
    line: &mut Line,
    groups: &mut Option<Map<String, Value>>,
    indicator: Option<Value>,
    criterion: Option<Value>,
) {
    let groups = groups.take().filter(|groups| !groups.is_empty()).map(Value::Object);
    let parts = [("groups", groups), ("indicator", indicator), ("criterion", criterion)];
    let parts = parts.into_iter().filter_map(|(name, part)| Some((name.to_owned(), part?)));
    let members: Map<String, Value> = parts.collect();
    if !members.is_empty() {
        line.set(Column::Rest, json!(members).to_string());
    }
}
