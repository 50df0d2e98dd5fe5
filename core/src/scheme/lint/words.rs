//! A finding in words: what is wrong, and what to do about it.

use selfscore_wording::{Lang, lint as words};

use super::{Finding, Problem};
use crate::points::Points;
use crate::scheme::Basis;

impl Finding {
    /// What is wrong, with the values.
    pub fn message(&self, lang: Lang) -> String {
        use Problem::*;
        match &self.problem {
            BadId { id } => words::bad_id(lang, id),
            DuplicateId { id } => words::duplicate_id(lang, id),
            Empty => words::empty(lang).into(),
            TooMany { found, most } => words::too_many(lang, found, most),
            NoWords => words::no_words(lang).into(),
            BadDate { date } => words::bad_date(lang, date),
            OutOfRange { value, least, most } => words::out_of_range(lang, value, least, most),
            NotPositive { value } => words::not_positive(lang, value),
            Reversed { least, most } => words::reversed(lang, least, most),
            Overflow => words::overflow(lang).into(),
            FinerThanRounding { value, decimals } => words::finer(lang, value, decimals),
            Worthless => words::worthless(lang).into(),
            NoPoints => words::no_points(lang).into(),
            PointsNotCounted { value } => words::points_not_counted(lang, value),
            PenaltyWithPoints { value } => words::penalty_with_points(lang, value),
            PointsDiffer { stated, sum } => words::points_differ(lang, stated, sum),
            TotalDiffers { stated, sum } => words::total_differs(lang, stated, sum),
            FullMarks { stated, reachable } => words::full_marks(lang, stated, reachable),
            AboveFullMarks { full, reachable } => words::above_full_marks(lang, full, reachable),
            FullMarksNotFound { full, found } => words::full_marks_not_found(lang, full, found),
            NoSuchClause { id } => words::no_such_clause(lang, id),
            ClauseNeeded => words::clause_needed(lang).into(),
            BasisUnproved { basis } => match basis {
                Basis::Notice => words::notice_unproved(lang),
                Basis::Reading => words::reading_unproved(lang),
                Basis::Assumed => words::assumed_unproved(lang),
            }
            .into(),
            UnusedClause { id } => words::unused_clause(lang, id),
            UnsoundBounds { bounds } => words::unsound_bounds(lang, bounds),
            BoundsGap { first, .. } => words::bounds_gap(lang, first),
            BoundsOverlap { first } => words::bounds_overlap(lang, first),
            OutOfReach { bounds } => words::out_of_reach(lang, bounds),
            AnchorsNotRising { at } => words::anchors_not_rising(lang, at),
            OptionOrder { points, before } => words::option_order(lang, points, before),
            ScaleTurns { points, before } => match points < before {
                true => words::scale_falls(lang, points, before),
                false => words::scale_rises(lang, points, before),
            },
            FurtherFalls { points, before } => words::further_falls(lang, points, before),
            RequirementLoses { floor } => words::requirement_loses(lang, floor),
            RequirementInPenalty => words::requirement_in_penalty(lang).into(),
            GateGivesMore { otherwise, least } => words::gate_gives_more(lang, otherwise, least),
            FactorLoses { by } => words::factor_loses(lang, by),
            GradeOrder => words::grade_order(lang).into(),
            BetterScoresLess { before, after, clause } => match clause {
                Some(clause) => words::better_scores_less_by(lang, before, after, clause),
                None => words::better_scores_less(lang, before, after),
            },
            CapIdle { at, most } => words::cap_idle(lang, at, most),
            FloorIdle { at, least } => words::floor_idle(lang, at, least),
            BelowFloor { floor, least } => words::below_floor(lang, floor, least),
            VetoIdle { at_most, most } => words::veto_idle(lang, at_most, most),
            SamePoints { points } => words::same_points(lang, points),
            AbsentIdle => words::absent_idle(lang).into(),
            FullMarksShrink { points } => words::full_marks_shrink(lang, points),
            WeightMissing => words::weight_missing(lang).into(),
            WeighedPartsDiffer { full, first } => words::weighed_parts_differ(lang, full, first),
            WeightUnused => words::weight_unused(lang).into(),
            StandingBelowTop => words::standing_below_top(lang).into(),
            NoSuchClass { id } => words::no_such_class(lang, id),
            NoSuchUnit { name } => words::no_such_unit(lang, name),
            NoSuchPart { id } => words::no_such_part(lang, id),
            ConditionMisplaced => words::condition_misplaced(lang).into(),
            ConditionBounded { bounds } => words::condition_bounded(lang, bounds),
            Circular { id } => words::circular(lang, id),
            NoTasks => words::no_tasks(lang).into(),
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> String {
        use Problem::*;
        match &self.problem {
            BadId { .. } => words::bad_id_remedy(lang).into(),
            DuplicateId { .. } => words::duplicate_id_remedy(lang).into(),
            Empty => words::empty_remedy(lang).into(),
            TooMany { most, .. } => words::too_many_remedy(lang, most),
            NoWords => words::no_words_remedy(lang).into(),
            BadDate { .. } => words::bad_date_remedy(lang).into(),
            OutOfRange { least, most, .. } => words::out_of_range_remedy(lang, least, most),
            NotPositive { .. } => words::not_positive_remedy(lang).into(),
            Reversed { .. } => words::reversed_remedy(lang).into(),
            Overflow => words::overflow_remedy(lang).into(),
            FinerThanRounding { decimals, .. } => words::finer_remedy(lang, decimals),
            Worthless => words::worthless_remedy(lang).into(),
            NoPoints => words::no_points_remedy(lang).into(),
            PointsNotCounted { .. } => words::points_not_counted_remedy(lang).into(),
            PenaltyWithPoints { .. } => words::penalty_with_points_remedy(lang).into(),
            PointsDiffer { sum, .. } | TotalDiffers { sum, .. } => {
                words::points_differ_remedy(lang, sum)
            }
            FullMarks { reachable, .. } => words::full_marks_remedy(lang, reachable),
            AboveFullMarks { full, .. } => words::above_full_marks_remedy(lang, full),
            FullMarksNotFound { .. } => words::full_marks_not_found_remedy(lang).into(),
            NoSuchClause { .. } => words::no_such_clause_remedy(lang).into(),
            ClauseNeeded => words::clause_needed_remedy(lang).into(),
            BasisUnproved { basis } => match basis {
                Basis::Notice => words::notice_unproved_remedy(lang),
                Basis::Reading => words::reading_unproved_remedy(lang),
                Basis::Assumed => words::assumed_unproved_remedy(lang),
            }
            .into(),
            UnusedClause { .. } => words::unused_clause_remedy(lang).into(),
            UnsoundBounds { .. } => words::unsound_bounds_remedy(lang).into(),
            BoundsGap { first, next } => match next {
                Some(next) => words::bounds_gap_remedy(lang, next),
                None => words::bounds_gap_end_remedy(lang, first),
            },
            BoundsOverlap { first } => words::bounds_overlap_remedy(lang, first),
            OutOfReach { .. } => words::out_of_reach_remedy(lang).into(),
            AnchorsNotRising { .. } => words::anchors_not_rising_remedy(lang).into(),
            OptionOrder { .. } => words::option_order_remedy(lang).into(),
            ScaleTurns { .. } => words::scale_turns_remedy(lang).into(),
            FurtherFalls { before, .. } => words::further_falls_remedy(lang, before),
            RequirementLoses { .. } => words::requirement_loses_remedy(lang).into(),
            RequirementInPenalty => words::requirement_in_penalty_remedy(lang).into(),
            GateGivesMore { least, .. } => words::gate_gives_more_remedy(lang, least),
            FactorLoses { .. } => words::factor_loses_remedy(lang).into(),
            GradeOrder => words::grade_order_remedy(lang).into(),
            BetterScoresLess { .. } => words::better_scores_less_remedy(lang).into(),
            CapIdle { .. } => words::cap_idle_remedy(lang).into(),
            FloorIdle { .. } => words::floor_idle_remedy(lang).into(),
            BelowFloor { floor, .. } => words::below_floor_remedy(lang, floor.max(&Points::ZERO)),
            VetoIdle { most, .. } => words::veto_idle_remedy(lang, most),
            SamePoints { .. } => words::same_points_remedy(lang).into(),
            AbsentIdle => words::absent_idle_remedy(lang).into(),
            FullMarksShrink { .. } => words::full_marks_shrink_remedy(lang).into(),
            WeightMissing => words::weight_missing_remedy(lang).into(),
            WeighedPartsDiffer { .. } => words::weighed_parts_differ_remedy(lang).into(),
            WeightUnused => words::weight_unused_remedy(lang).into(),
            StandingBelowTop => words::standing_below_top_remedy(lang).into(),
            NoSuchClass { .. } => words::no_such_class_remedy(lang).into(),
            NoSuchUnit { .. } => words::no_such_unit_remedy(lang).into(),
            NoSuchPart { .. } => words::no_such_part_remedy(lang).into(),
            ConditionMisplaced => words::condition_misplaced_remedy(lang).into(),
            ConditionBounded { .. } => words::condition_bounded_remedy(lang).into(),
            Circular { .. } => words::circular_remedy(lang).into(),
            NoTasks => words::no_tasks_remedy(lang).into(),
        }
    }
}
