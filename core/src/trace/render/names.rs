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
            Name::Unsettled => words::unsettled(lang).into(),
            Name::Verified => words::verified(lang).into(),
            Name::NotApplicable => words::not_applicable(lang).into(),
            Name::Reported(label) => label.get(lang).into(),
            Name::Band(bounds) => words::band(lang, bounds),
            Name::Anchor => words::anchor(lang).into(),
            Name::AnchorPoints => words::anchor_points(lang).into(),
            Name::Claimed(label) => words::claimed(lang, label.get(lang)),
            Name::ClaimedOff(label) => words::claimed_off(lang, label.get(lang)),
            Name::Further(label) => words::further(lang, label.get(lang)),
            Name::Level(entry, label) => words::level(lang, number(entry), label.get(lang)),
            Name::Times(entry) => words::entry_times(lang, number(entry)),
            Name::Placement(entry, label) => words::placement(lang, number(entry), label.get(lang)),
            Name::Authors(entry) => words::authors(lang, number(entry)),
            Name::ToCommon(entry) => words::to_common(lang, number(entry)),
            Name::CommonAuthors => words::denominator(lang).into(),
            Name::Assessor(number) => words::assessor(lang, number),
            Name::Assessors => words::assessors(lang).into(),
            Name::BestUnit => words::best_unit(lang).into(),
            Name::PlacesBehind => words::places_behind(lang).into(),
            Name::PlaceStep => words::place_step(lang).into(),
            Name::LastPlace => words::last_place(lang).into(),
            Name::ScaleFrom => words::scale_from(lang).into(),
            Name::ScaleTo => words::scale_to(lang).into(),
            Name::Factor(when) => words::factor(lang, when.get(lang)),
            Name::Condition(when) => words::condition(lang, when.get(lang)),
            Name::Otherwise => words::otherwise(lang).into(),
            Name::Part(title) => title.get(lang).into(),
            Name::PartFull(title) => words::part_full(lang, title.get(lang)),
            Name::PartExtra(title) => words::part_extra(lang, title.get(lang)),
            Name::PartWeight(title) => words::weight_of(lang, title.get(lang)),
            Name::Bonus(title) | Name::Penalty(title) => title.get(lang).into(),
            Name::Veto(label) => words::veto(lang, label.get(lang)),
            Name::Late => words::late_each(lang).into(),
            Name::LateDays => words::late_days(lang).into(),
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
            StepName::InBand => words::in_band_points(lang).into(),
            StepName::AboveAnchor => words::above_anchor(lang).into(),
            StepName::AnchorRise => words::anchor_rise(lang).into(),
            StepName::AnchorRun => words::anchor_run(lang).into(),
            StepName::AnchorProduct | StepName::AnchorGain => words::anchor_gain(lang).into(),
            StepName::Linear => words::linear(lang).into(),
            StepName::EntryPoints(entry) => words::entry_points(lang, number(entry)),
            StepName::Highest(entry) => words::highest(lang, number(entry)),
            StepName::ScoreSum => words::score_sum(lang).into(),
            StepName::Proportion => words::proportion(lang).into(),
            StepName::ByPlace => words::by_place(lang).into(),
            StepName::PlacesLost => words::places_lost(lang).into(),
            StepName::Lost => words::lost(lang).into(),
            StepName::LostMultiplied => words::lost_multiplied(lang).into(),
            StepName::Multiplied => words::multiplied(lang).into(),
            StepName::Converting | StepName::Converted => words::converted(lang).into(),
            StepName::Counts => words::counts(lang).into(),
            StepName::PartWeighted(title) => words::part_weighted(lang, title.get(lang)),
            StepName::FullSum => words::full_sum(lang).into(),
            StepName::PartFullSpread(title) => words::part_full_spread(lang, title.get(lang)),
            StepName::PartSpreading(title) | StepName::PartSpread(title) => {
                words::part_spread(lang, title.get(lang))
            }
            StepName::PartSum => words::item_sum(lang).into(),
            StepName::PartMean => words::part_mean(lang).into(),
            StepName::LateOff => words::late_off(lang).into(),
            StepName::BeforeVeto => words::before_veto(lang).into(),
            StepName::Vetoed => words::vetoed(lang).into(),
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
