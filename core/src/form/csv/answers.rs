//! The rows of one criterion: what the rule asks for, and whatever else the answer says.

use selfscore_wording::{Lang, columns as words};
use serde_json::json;

use super::Column;
use super::items::Items;
use super::key::{self, pointer};
use super::row::Row;
use super::write::Sheet;
use crate::answer::{Answer, Listed, Task};
use crate::form::Form;
use crate::scheme::{Criterion, Indicator, Role};

/// The most rows to be filled in for things of a list: each has several.
const MANY: usize = 5;

pub(in crate::form) fn yes_no(yes: bool) -> &'static str {
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
        let items = known.map(|(_, criterion)| Items::of(criterion)).unwrap_or_default();
        self.one(&format!("{at}/applies"), items.applies.as_deref(), answer.applies.map(yes_no));
        self.tasks(&at, answer);
        if items.tasks {
            let from = answer.tasks.as_ref().map_or(0, Vec::len);
            for index in (from..).take(self.spare) {
                self.table.push(Row::new(&key::spare(&format!("{at}/tasks/{index}"))));
            }
        }
        self.choice(&at, &items, answer);
        self.one(&format!("{at}/met"), items.met.as_deref(), answer.met.map(yes_no));
        self.by_id(&format!("{at}/occurrences"), &items.counted, answer.occurrences.as_ref());
        self.by_id(&format!("{at}/claims"), &items.claims, answer.claims.as_ref());
        self.done(&at, &items, answer);
        self.one(&format!("{at}/value"), items.value.as_deref(), answer.value);
        self.one(&format!("{at}/claim"), items.claim.as_deref(), answer.claim);
        self.scores(&at, items.assessors.as_ref(), answer.scores.as_deref());
        self.entries(&at, items.entries.as_ref(), answer.entries.as_deref());
        if let Some(asked) = &items.entries {
            let from = answer.entries.as_ref().map_or(1, Vec::len);
            for index in (from..).take(self.spare.min(MANY)) {
                self.listed(&format!("{at}/entries/{index}"), asked, &Listed::default());
            }
        }
        let flags = answer
            .flags
            .as_ref()
            .map(|flags| flags.iter().map(|(id, yes)| (id.clone(), yes_no(*yes))).collect());
        self.by_id(&format!("{at}/flags"), &items.flags, flags.as_ref());
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
