//! The rows of one criterion: what the rule asks for, and whatever else the answer says.

use selfscore_wording::{Lang, columns as words};
use serde_json::json;

use super::Column;
use super::key::pointer;
use super::row::Row;
use super::write::Sheet;
use crate::answer::{Answer, Task};
use crate::form::Form;
use crate::scheme::{Criterion, Indicator, Role, Rule};

fn yes_no(yes: bool) -> &'static str {
    if yes { words::yes(Lang::Zh) } else { words::no(Lang::Zh) }
}

impl Sheet {
    /// The rows of a criterion; of one that the scheme does not have, only what is answered.
    pub fn criterion(&mut self, id: &str, known: Option<(&Indicator, &Criterion)>, form: &Form) {
        let none = Answer::default();
        let answer = form.answers.get(id).unwrap_or(&none);
        let stated = form.score.as_ref().and_then(|score| score.criteria.get(id));
        let at = pointer(["answers", id]);
        let mut row = Row::new(&at).text(Column::Note, &answer.note);
        row = row.text(Column::Evidence, &self.items(&at, &answer.evidence));
        if let Some((indicator, criterion)) = known {
            row = row
                .text(Column::Number, &indicator.number)
                .text(Column::Indicator, &indicator.title.zh)
                .text(Column::Content, &criterion.title.zh);
            if let Some(points) = criterion.points {
                row = row.plain(Column::Points, points);
            }
        }
        if let Some(points) = stated {
            row = row.plain(Column::Score, points.value());
        }
        self.table.push(row);
        let items = known.map(|(_, criterion)| items(&criterion.rule)).unwrap_or_default();
        self.tasks(&at, answer);
        self.choice(&at, &items, answer);
        self.met(&at, known.map(|(_, criterion)| &criterion.rule), answer);
        self.occurrences(&at, &items, answer);
        self.done(&at, &items, answer);
        self.extra(&at, &answer.extra, &[]);
    }

    fn tasks(&mut self, at: &str, answer: &Answer) {
        let Some(tasks) = &answer.tasks else { return };
        if tasks.is_empty() {
            self.json(&format!("{at}/tasks"), &json!([]));
        }
        for (index, task) in tasks.iter().enumerate() {
            let at = format!("{at}/tasks/{index}");
            let row = self.task(&at, task);
            self.table.push(row);
            self.extra(&at, &task.extra, &[]);
        }
    }

    fn task(&mut self, at: &str, task: &Task) -> Row {
        let role = match task.role {
            Some(Role::Lead) => words::lead(Lang::Zh),
            Some(Role::Supporting) => words::supporting(Lang::Zh),
            None => "",
        };
        let mut row = Row::new(at)
            .text(Column::Number, &task.number)
            .text(Column::Content, &task.title)
            .text(Column::Role, role)
            .text(Column::Debugging, yes_no(task.in_debugging))
            .text(Column::Note, &task.note)
            .text(Column::Evidence, &self.items(at, &task.evidence));
        if let Some(completion) = task.completion {
            row = row.plain(Column::Value, completion);
        }
        if let Some(claim) = task.claim {
            row = row.plain(Column::Claim, claim);
        }
        row
    }

    fn choice(&mut self, at: &str, items: &Items, answer: &Answer) {
        let chosen = answer.choice.as_deref();
        let mut rows = items.options.clone();
        rows.extend(
            chosen.filter(|id| !items.has_option(id)).map(|id| (id.to_owned(), String::new())),
        );
        for (id, label) in rows {
            let key = format!("{at}/choice{}", pointer([id.as_str()]));
            let value = if chosen == Some(&id) { yes_no(true) } else { "" };
            self.table
                .push(Row::new(&key).text(Column::Content, &label).text(Column::Value, value));
        }
    }

    fn met(&mut self, at: &str, rule: Option<&Rule>, answer: &Answer) {
        let label = match rule {
            Some(Rule::Deduction(rule)) => {
                rule.requires.as_ref().map(|requires| &requires.label.zh)
            }
            _ => None,
        };
        if label.is_some() || answer.met.is_some() {
            let value = answer.met.map(yes_no).unwrap_or_default();
            let row = Row::new(&format!("{at}/met")).text(Column::Value, value);
            self.table.push(row.text(Column::Content, label.map_or("", String::as_str)));
        }
    }

    fn occurrences(&mut self, at: &str, items: &Items, answer: &Answer) {
        let at = format!("{at}/occurrences");
        let row = |id: &str, label: &str| {
            Row::new(&format!("{at}{}", pointer([id]))).text(Column::Content, label)
        };
        let counts = answer.occurrences.as_ref();
        for (id, label) in &items.counted {
            let count = counts.and_then(|counts| counts.get(id));
            let row = row(id, label);
            self.table.push(match count {
                Some(count) => row.plain(Column::Value, count),
                None => row,
            });
        }
        for (id, count) in counts.into_iter().flatten() {
            if !items.counted.iter().any(|(known, _)| known == id) {
                self.table.push(row(id, "").plain(Column::Value, count));
            }
        }
        if counts.is_some_and(|counts| counts.is_empty()) {
            self.json(&at, &json!({}));
        }
    }

    fn done(&mut self, at: &str, items: &Items, answer: &Answer) {
        let at = format!("{at}/done");
        let known = || items.checked.iter().map(|(id, _)| id);
        let done = answer.done.as_deref().unwrap_or_default();
        let twice = done.iter().enumerate().any(|(at, id)| done[..at].contains(id));
        if twice || (answer.done.is_some() && done.is_empty() && known().next().is_none()) {
            // Rows cannot say this.
            return self.json(&at, &json!(done));
        }
        // The order of the rows is the order of the list: the scheme's if it is that.
        let in_order: Vec<&String> = known().filter(|id| done.contains(id)).collect();
        let mut rows: Vec<&String> = match done.iter().eq(in_order) {
            true => known().collect(),
            false => done.iter().collect(),
        };
        let rest: Vec<&String> = known().filter(|id| !rows.contains(id)).collect();
        rows.extend(rest);
        for id in rows {
            let label = items.checked.iter().find(|(known, _)| known == id);
            let value = if answer.done.is_some() { yes_no(done.contains(id)) } else { "" };
            let row = Row::new(&format!("{at}{}", pointer([id.as_str()])));
            let row = row.text(Column::Content, label.map_or("", |(_, label)| label));
            self.table.push(row.text(Column::Value, value));
        }
    }
}

/// What a rule asks for, with its words.
#[derive(Default)]
struct Items {
    options: Vec<(String, String)>,
    counted: Vec<(String, String)>,
    checked: Vec<(String, String)>,
}

impl Items {
    fn has_option(&self, id: &str) -> bool {
        self.options.iter().any(|(option, _)| option == id)
    }
}

fn items(rule: &Rule) -> Items {
    let mut items = Items::default();
    let item = |id: &String, label: &crate::text::Text| (id.clone(), label.zh.clone());
    match rule {
        Rule::Choice(rule) => {
            items.options = rule.options.iter().map(|o| item(&o.id, &o.label)).collect();
        }
        Rule::Deduction(rule) => {
            items.counted = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
        }
        Rule::Count(rule) => {
            items.counted = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
        }
        Rule::Checklist(rule) => {
            items.checked = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
        }
        _ => {}
    }
    items
}
