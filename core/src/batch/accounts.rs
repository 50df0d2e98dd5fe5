//! How units tell of the tasks that several of them have a part in.

use std::collections::HashMap;

use rust_decimal::Decimal;
use selfscore_wording::{Lang, findings as words};

use super::finding::{Finding, What};
use crate::answer::Task;
use crate::scheme::Role;
use crate::typed;

/// What a unit says of a task's completion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Telling {
    /// Per cent, without noughts that say nothing.
    pub completion: Option<Decimal>,
    /// Whether its system is in the debugging stage.
    pub in_debugging: bool,
}

impl Telling {
    /// It in words.
    pub fn words(&self, lang: Lang) -> String {
        let completion = match self.completion {
            Some(percent) => words::completion(lang, percent),
            None => words::completion_none(lang).into(),
        };
        match self.in_debugging {
            true => format!("{completion}{}{}", words::comma(lang), words::in_debugging(lang)),
            false => completion,
        }
    }
}

/// A unit's word on a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The task's number as typed.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The unit's part in it: by the register, else by the form.
    pub role: Option<Role>,
    /// What it says.
    pub telling: Telling,
    /// The share that it claims, per cent.
    pub claim: Option<Decimal>,
}

impl Account {
    /// Of a task in a form.
    pub(super) fn of(task: &Task, role: Option<Role>) -> Self {
        let plain = |percent: crate::answer::Percent| percent.value().normalize();
        Account {
            number: task.number.trim().to_owned(),
            title: task.title.clone(),
            role,
            telling: Telling {
                completion: task.completion.map(plain),
                in_debugging: task.in_debugging,
            },
            claim: task.claim.map(plain),
        }
    }
}

/// One account in little room: its task and its telling by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Compact {
    task: u32,
    telling: u32,
    role: Option<Role>,
}

/// Tasks and tellings, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Accounts {
    by_number: HashMap<String, u32>,
    /// Number and title as first told.
    tasks: Vec<(String, String)>,
    by_telling: HashMap<Telling, u32>,
    tellings: Vec<Telling>,
}

impl Accounts {
    /// Takes an account; a task without a number cannot be told from others.
    pub fn compact(&mut self, account: &Account) -> Option<Compact> {
        let key = typed::task_key(&account.number);
        if key.is_empty() {
            return None;
        }
        let known = self.by_number.get(&*key).copied();
        let task = known.unwrap_or_else(|| {
            self.tasks.push((account.number.clone(), account.title.clone()));
            let task = place(self.tasks.len());
            self.by_number.insert(key.into_owned(), task);
            task
        });
        let tellings = &mut self.tellings;
        let telling = *self.by_telling.entry(account.telling).or_insert_with(|| {
            tellings.push(account.telling);
            place(tellings.len())
        });
        Some(Compact { task, telling, role: account.role })
    }

    /// Tasks that a unit leads and of which not all units say the same.
    pub fn differing<'a>(
        &self,
        told: impl Iterator<Item = (&'a str, &'a [Compact])>,
    ) -> Vec<Finding> {
        let mut by_task: Vec<Vec<(&str, Compact)>> = vec![Vec::new(); self.tasks.len()];
        for (unit, accounts) in told {
            for account in accounts.iter().filter(|account| account.role.is_some()) {
                if let Some(all) = by_task.get_mut(account.task as usize) {
                    all.push((unit, *account));
                }
            }
        }
        let mut findings = Vec::new();
        for ((number, title), mut all) in self.tasks.iter().zip(by_task) {
            let led = all.iter().any(|(_, account)| account.role == Some(Role::Lead));
            let same = all.windows(2).all(|pair| pair[0].1.telling == pair[1].1.telling);
            if !led || same {
                continue;
            }
            all.sort_by_key(|(_, account)| account.role != Some(Role::Lead));
            let telling = |at: u32| self.tellings.get(at as usize).copied().unwrap_or_default();
            let account = |(unit, account): &(&str, Compact)| {
                ((*unit).to_owned(), account.role, telling(account.telling))
            };
            findings.push(Finding {
                form: None,
                file: String::new(),
                unit: all.first().map(|(unit, _)| (*unit).to_owned()).unwrap_or_default(),
                criterion: None,
                claimed: None,
                recomputed: None,
                what: What::AccountsDiffer {
                    number: number.clone(),
                    title: title.clone(),
                    accounts: all.iter().map(account).collect(),
                },
            });
        }
        findings
    }
}

/// The place of the last of so many; there are never more than a `u32` counts, since each is of a form
/// in memory.
fn place(count: usize) -> u32 {
    u32::try_from(count - 1).unwrap_or(u32::MAX)
}
