//! Answers that fit their rule, one kind a rule.

use rust_decimal::Decimal;

use crate::scheme::{
    CheckItem, ChecklistRule, ChoiceOption, ChoiceRule, CountItem, CountRule, DeductionItem,
    DeductionRule, Role, TasksRule,
};

/// An answer that fits its rule; every value is in range, `None` is missing.
pub(in crate::scoring) enum Paired<'a> {
    Tasks(PairedTasks<'a>),
    Choice(PairedChoice<'a>),
    Deduction(PairedDeduction<'a>),
    Checklist(PairedChecklist<'a>),
    Count(PairedCount<'a>),
    Record,
}

impl Paired<'_> {
    /// Whether no answer is missing.
    pub fn complete(&self) -> bool {
        match self {
            Paired::Tasks(paired) => {
                !paired.tasks.is_empty() && paired.tasks.iter().all(PairedTask::complete)
            }
            Paired::Choice(paired) => paired.option.is_some(),
            Paired::Deduction(paired) => match (paired.rule.requires.is_some(), paired.met) {
                (true, None) => false,
                (true, Some(false)) => true,
                _ => paired.items.iter().all(|item| match item.concerns {
                    Some(concerns) => !concerns || item.times.is_some(),
                    None => item.times == Some(0),
                }),
            },
            Paired::Checklist(paired) => paired.done.is_some(),
            Paired::Count(paired) => paired.items.iter().all(|(_, times)| times.is_some()),
            Paired::Record => true,
        }
    }
}

pub(in crate::scoring) struct PairedTasks<'a> {
    pub rule: &'a TasksRule,
    pub tasks: Vec<PairedTask>,
}

pub(in crate::scoring) struct PairedTask {
    pub index: usize,
    pub number: String,
    pub role: Option<Role>,
    pub standing: Standing,
}

/// How a task stands.
#[derive(Clone, Copy)]
pub(in crate::scoring) enum Standing {
    /// Its system is in the debugging stage.
    Debugging,
    /// The register has it, the form has not.
    Unlisted,
    /// No completion yet.
    Unknown,
    /// Completed to some per cent; in the judged band with the share claimed, if any.
    Completed { completion: Decimal, judged: bool, claim: Option<Decimal> },
}

impl PairedTask {
    fn complete(&self) -> bool {
        let standing = match self.standing {
            Standing::Unknown => false,
            Standing::Completed { judged, claim, .. } => !judged || claim.is_some(),
            Standing::Debugging | Standing::Unlisted => true,
        };
        standing && self.role.is_some()
    }
}

pub(in crate::scoring) struct PairedChoice<'a> {
    pub rule: &'a ChoiceRule,
    pub option: Option<&'a ChoiceOption>,
    pub field: String,
}

pub(in crate::scoring) struct PairedDeduction<'a> {
    pub rule: &'a DeductionRule,
    pub met: Option<bool>,
    pub items: Vec<PairedDeductionItem<'a>>,
}

pub(in crate::scoring) struct PairedDeductionItem<'a> {
    pub item: &'a DeductionItem,
    pub times: Option<u32>,
    /// Whether it concerns the unit; `None` while the form does not tell.
    pub concerns: Option<bool>,
}

pub(in crate::scoring) struct PairedChecklist<'a> {
    pub rule: &'a ChecklistRule,
    pub done: Option<Vec<&'a CheckItem>>,
}

pub(in crate::scoring) struct PairedCount<'a> {
    pub rule: &'a CountRule,
    pub items: Vec<(&'a CountItem, Option<u32>)>,
}
