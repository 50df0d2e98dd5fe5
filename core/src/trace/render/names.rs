//! What inputs and steps are called.

use selfscore_wording::trace as words;

use super::writer::Writer;
use crate::scheme::Role;
use crate::trace::{Name, Op, StepName, TaskRef};

impl Writer<'_> {
    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Lead => words::lead_tasks(self.lang),
            Role::Supporting => words::supporting_tasks(self.lang),
        }
    }

    pub(super) fn input_name(&self, name: &Name) -> String {
        let lang = self.lang;
        match name {
            Name::FullMarks => words::full_marks(lang).into(),
            Name::Weight(task) => words::weight(lang, number(task)),
            Name::RoleWeight(role) => words::role_weight(lang, self.role(*role)),
            Name::RoleCount(role) => words::role_count(lang, self.role(*role)),
            Name::Completion(task) => words::completion(lang, number(task)),
            Name::Debugging(task) => words::debugging(lang, number(task)),
            Name::Unlisted(task) => words::unlisted(lang, number(task)),
            Name::Claim(task) => words::claim(lang, number(task)),
            Name::Choice(label) | Name::Item(label) => label.get(lang).into(),
            Name::Requirement(label) => words::requirement(lang, label.get(lang)),
            Name::Concerns(label) => words::concerns(lang, label.get(lang)),
            Name::Occurrences(label) => words::occurrences(lang, label.get(lang)),
            Name::Done(label) => words::done(lang, label.get(lang)),
            Name::Cap => words::cap(lang).into(),
            Name::Floor => words::floor(lang).into(),
            Name::Nothing => words::nothing(lang).into(),
        }
    }

    pub(super) fn step_name(&self, name: &StepName) -> String {
        let lang = self.lang;
        match name {
            StepName::Share(task) => words::share(lang, number(task)),
            StepName::Weighted(task) => words::weighted(lang, number(task)),
            StepName::WeightedSum => words::weighted_sum(lang).into(),
            StepName::WeightSum => words::weight_sum(lang).into(),
            StepName::RoleShares(role) => words::role_shares(lang, self.role(*role)),
            StepName::RolePart(role) => words::role_part(lang, self.role(*role)),
            StepName::Denominator => words::denominator(lang).into(),
            StepName::Scaled => words::scaled(lang).into(),
            StepName::Mean => words::mean(lang).into(),
            StepName::ItemPoints(label) => label.get(lang).into(),
            StepName::ItemSum => words::item_sum(lang).into(),
            StepName::Remaining => words::remaining(lang).into(),
            StepName::Floored => words::floored(lang).into(),
            StepName::Capped => words::capped(lang).into(),
            StepName::Gated => words::gated(lang).into(),
            StepName::Rounded => match self.trace.steps.last().map(|step| step.op) {
                Some(Op::Round { decimals }) => words::rounded(lang, decimals),
                _ => String::new(),
            },
        }
    }
}

/// A task's number as typed, or its place where it has none.
pub(super) fn number(task: &TaskRef) -> String {
    match task.number.as_str() {
        "" => format!("#{}", task.index + 1),
        number => number.into(),
    }
}
