//! Answers that fit their rule, one kind a rule.

use rust_decimal::Decimal;

use crate::scheme::{
    AssessedRule, BestRule, CheckItem, ChecklistRule, ChoiceOption, ChoiceRule, CountItem,
    CountRule, DeductionItem, DeductionRule, EntriesRule, JudgedRule, Level, Placement, RankRule,
    Role, TasksRule, ValueRule, VetoItem, VetoRule,
};

/// An answer that fits its rule; every value is in range, `None` is missing.
pub(in crate::scoring) enum Paired<'a> {
    Tasks(PairedTasks<'a>),
    Choice(PairedChoice<'a>),
    Deduction(PairedDeduction<'a>),
    Checklist(PairedChecklist<'a>),
    Count(PairedCount<'a>),
    Value(PairedValue<'a>),
    Judged(PairedJudged<'a>),
    Entries(PairedEntries<'a>),
    Assessed(PairedAssessed<'a>),
    Best(PairedPeer<'a, BestRule>),
    Rank(PairedPeer<'a, RankRule>),
    Veto(PairedVeto<'a>),
    Record,
}

impl Paired<'_> {
    /// Whether no answer is missing.
    pub fn complete(&self) -> bool {
        match self {
            Paired::Tasks(paired) => {
                !paired.tasks.is_empty() && paired.tasks.iter().all(PairedTask::complete)
            }
            Paired::Choice(paired) => {
                paired.option.is_some_and(|o| o.to.is_none() || paired.claim.is_some())
            }
            Paired::Deduction(paired) => match (paired.rule.requires.is_some(), paired.met) {
                (true, None) => false,
                (true, Some(false)) => true,
                _ => paired.items.iter().all(|item| match item.concerns {
                    Some(concerns) => !concerns || item.complete(),
                    None => item.times == Some(0),
                }),
            },
            Paired::Checklist(paired) => paired.done.is_some(),
            Paired::Count(paired) => paired.items.iter().all(|(_, times)| times.is_some()),
            Paired::Value(paired) => paired.value.is_some(),
            Paired::Judged(paired) => paired.claim.is_some(),
            Paired::Entries(paired) => {
                paired.entries.as_ref().is_some_and(|all| all.iter().all(PairedEntry::complete))
            }
            Paired::Assessed(paired) => paired.missing == 0,
            Paired::Best(paired) => paired.value.is_some(),
            Paired::Rank(paired) => paired.value.is_some(),
            Paired::Veto(paired) => paired.happened.is_some(),
            Paired::Record => true,
        }
    }
}

pub(in crate::scoring) struct PairedTasks<'a> {
    pub rule: &'a TasksRule,
    pub tasks: Vec<PairedTask<'a>>,
}

pub(in crate::scoring) struct PairedTask<'a> {
    pub index: usize,
    pub number: &'a str,
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

impl PairedTask<'_> {
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
    /// Points claimed, where the option is judged within a range.
    pub claim: Option<Decimal>,
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
    /// Points off claimed for all times, where the item is judged within a range.
    pub claim: Option<Decimal>,
}

impl PairedDeductionItem<'_> {
    fn complete(&self) -> bool {
        match self.times {
            None => false,
            Some(times) => times == 0 || self.item.most.is_none() || self.claim.is_some(),
        }
    }
}

pub(in crate::scoring) struct PairedChecklist<'a> {
    pub rule: &'a ChecklistRule,
    pub done: Option<Vec<&'a CheckItem>>,
}

pub(in crate::scoring) struct PairedCount<'a> {
    pub rule: &'a CountRule,
    pub items: Vec<(&'a CountItem, Option<u32>)>,
}

pub(in crate::scoring) struct PairedValue<'a> {
    pub rule: &'a ValueRule,
    pub value: Option<Decimal>,
}

pub(in crate::scoring) struct PairedJudged<'a> {
    pub rule: &'a JudgedRule,
    pub claim: Option<Decimal>,
}

pub(in crate::scoring) struct PairedEntries<'a> {
    pub rule: &'a EntriesRule,
    pub entries: Option<Vec<PairedEntry<'a>>>,
}

pub(in crate::scoring) struct PairedEntry<'a> {
    pub index: usize,
    /// Its title to tell repeated ones by; empty where it has none.
    pub title: String,
    pub level: Option<&'a Level>,
    pub placement: Option<&'a Placement>,
    /// `None` where what is given cannot be used.
    pub times: Option<u32>,
    /// As `times`.
    pub authors: Option<u32>,
}

impl PairedEntry<'_> {
    pub fn complete(&self) -> bool {
        self.level.is_some() && self.times.is_some() && self.authors.is_some()
    }
}

pub(in crate::scoring) struct PairedAssessed<'a> {
    pub rule: &'a AssessedRule,
    pub scores: Vec<Decimal>,
    /// How many more assessors the rule asks for, or have a score that cannot be used.
    pub missing: u32,
}

/// A number that counts beside those of all units.
pub(in crate::scoring) struct PairedPeer<'a, R> {
    pub rule: &'a R,
    pub value: Option<Decimal>,
}

pub(in crate::scoring) struct PairedVeto<'a> {
    pub rule: &'a VetoRule,
    pub happened: Option<Vec<&'a VetoItem>>,
}
