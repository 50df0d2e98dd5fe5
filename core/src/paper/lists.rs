//! What stands in a list of a criterion, thing by thing: tasks and entries.

use selfscore_wording::paper as words;

use super::source::{Source, numbers};
use crate::answer::{Listed, Percent, Task};
use crate::scheme::{Criterion, EntriesRule, Role, Rule};
use crate::scoring::{Line, TaskStanding};

/// One thing of a list, in words.
pub(super) struct Part {
    /// Its number as the form has it, or its place.
    pub number: String,
    /// A task's role, an entry's level.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// A task's completion, or that it is in debugging.
    pub completion: String,
    /// The share that a task claims; what else is said of an entry.
    pub claim: String,
    /// What it came to: a share, points.
    pub standing: String,
    /// The explanation as it was written.
    pub note: String,
    /// Evidence numbers.
    pub evidence: String,
}

impl Source<'_> {
    /// The tasks or entries of a criterion; none for other kinds.
    pub fn parts(&self, criterion: &Criterion) -> Vec<Part> {
        let Some(answer) = self.answer(&criterion.id) else { return Vec::new() };
        let line = self.assessment.sheet.line(&criterion.id);
        match &criterion.rule {
            Rule::Tasks(_) => {
                let standings = line.map(Line::tasks).unwrap_or_default();
                let standing = |at: usize| standings.get(&at).map(|(standing, _)| *standing);
                let tasks = answer.tasks.iter().flatten().enumerate();
                tasks.map(|(at, task)| self.task(task, standing(at))).collect()
            }
            Rule::Entries(rule) => {
                let standings = line.map(Line::entries).unwrap_or_default();
                let entries = answer.entries.iter().flatten().enumerate();
                let part = |(at, listed): (usize, &Listed)| {
                    let standing = standings.get(&at).map(|one| match one.counts {
                        true => self.points(one.points),
                        false => words::same_title(self.lang).to_owned(),
                    });
                    self.entry(rule, at, listed, standing.unwrap_or_default())
                };
                entries.map(part).collect()
            }
            _ => Vec::new(),
        }
    }

    fn task(&self, task: &Task, standing: Option<TaskStanding>) -> Part {
        let lang = self.lang;
        let said = |percent: Option<Percent>| {
            percent.map(|percent| words::percent(lang, percent.value().normalize()))
        };
        let completion = said(task.completion);
        Part {
            number: task.number.clone(),
            kind: match task.role {
                Some(Role::Lead) => words::role_lead(lang),
                Some(Role::Supporting) => words::role_supporting(lang),
                None => words::role_none(lang),
            }
            .into(),
            title: task.title.clone(),
            completion: match (completion, task.in_debugging) {
                (None, true) => words::debugging(lang).into(),
                (None, false) => words::percent_none(lang).into(),
                (Some(percent), true) => format!("{percent}\n{}", words::debugging(lang)),
                (Some(percent), false) => percent,
            },
            claim: said(task.claim).unwrap_or_default(),
            standing: match standing {
                Some(TaskStanding::Full) => words::share_full(lang).into(),
                Some(TaskStanding::Nothing) => words::share_nothing(lang).into(),
                Some(TaskStanding::Share(share)) => words::share(lang, share),
                None => String::new(),
            },
            note: task.note.trim().into(),
            evidence: numbers(&task.evidence),
        }
    }

    fn entry(&self, rule: &EntriesRule, at: usize, listed: &Listed, standing: String) -> Part {
        let lang = self.lang;
        let level = listed.level.as_ref().map(|id| {
            let level = rule.levels.iter().find(|level| level.id == *id);
            level.map_or_else(|| id.clone(), |level| self.say(&level.label))
        });
        let placement = listed.placement.as_ref().map(|id| {
            let placement = rule.placements.iter().find(|one| one.id == *id);
            placement.map_or_else(|| id.clone(), |one| self.say(&one.label))
        });
        let mut said = Vec::new();
        said.extend(placement.map(|label| words::placement(lang, label)));
        said.extend(listed.times.map(|times| words::times_of(lang, times)));
        said.extend(listed.authors.map(|authors| words::authors(lang, authors)));
        Part {
            number: (at + 1).to_string(),
            kind: level.unwrap_or_else(|| words::not_answered(lang).into()),
            title: listed.title.clone(),
            completion: String::new(),
            claim: said.join("\n"),
            standing,
            note: listed.note.trim().into(),
            evidence: numbers(&listed.evidence),
        }
    }
}
