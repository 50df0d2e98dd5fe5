//! What can be wrong with a scheme: one table of the rules of the lint, their weight, and the
//! values that a finding carries.

use serde::Serialize;

use crate::points::Points;
use crate::scheme::{Basis, Bounds};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The scheme contradicts itself or leaves something undecided.
    Error,
    /// Possible, but hardly what its author means.
    Warning,
    /// Good to know.
    Note,
}

/// How a finding was established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// By exact reasoning over the scheme's numbers.
    Exact,
    /// By scoring answers that were tried; there may be more.
    Search,
}

/// Declares the rules: `Name { values } Severity "code";`.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ })?
        $severity:ident $code:literal;)*) => {
        /// A rule of the lint.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum LintRule {
            $($(#[$doc])* $name,)*
        }

        impl LintRule {
            /// Every rule, in the order of this table.
            pub const ALL: &'static [LintRule] = &[$(LintRule::$name,)*];

            /// Its name for machines.
            pub fn code(self) -> &'static str {
                match self { $(LintRule::$name => $code,)* }
            }

            /// How much its findings weigh.
            pub fn severity(self) -> Severity {
                match self { $(LintRule::$name => Severity::$severity,)* }
            }
        }

        /// What a rule found, with the offending values.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Problem {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),+ })?,)*
        }

        impl Problem {
            /// The rule that found it.
            pub fn rule(&self) -> LintRule {
                match self { $(Problem::$name { .. } => LintRule::$name,)* }
            }
        }
    };
}

rules! {
    // Names and lists.
    /// An id that is empty, too long or has other signs than `a-z 0-9 _ -`.
    BadId { /** As it stands. */ id: String } Error "bad_id";
    /// An id or name that stands twice.
    DuplicateId { /** The id or name. */ id: String } Error "duplicate_id";
    /// Nothing where something is needed.
    Empty Error "empty";
    /// More than the limit.
    TooMany { /** How many. */ found: usize, /** The limit. */ most: usize } Error "too_many";
    /// No Chinese words where people read some.
    NoWords Warning "no_words";
    /// A day that is none.
    BadDate { /** As it stands. */ date: String } Error "bad_date";

    // Numbers.
    /// A number out of its range.
    OutOfRange {
        /** The number. */ value: Points,
        /** The least that is possible. */ least: Points,
        /** The most that is possible. */ most: Points
    } Error "out_of_range";
    /// A number that must be above 0.
    NotPositive { /** The number. */ value: Points } Error "not_positive";
    /// A range whose least is above its most.
    Reversed { /** The least. */ least: Points, /** The most. */ most: Points } Error "reversed";
    /// Numbers that together grow beyond what is computed exactly.
    Overflow Error "overflow";
    /// Points with more decimals than what they bound is rounded to.
    FinerThanRounding { /** The points. */ value: Points, /** The places it is rounded to. */ decimals: u32 }
        Warning "finer_than_rounding";
    /// An event that neither earns nor costs anything, or a step of nothing.
    Worthless Warning "worthless";

    // Points that add up.
    /// Full marks missing where something is counted.
    NoPoints Error "no_points";
    /// Full marks where nothing is counted.
    PointsNotCounted { /** The points. */ value: Points } Error "points_not_counted";
    /// Full marks of a criterion that only takes points off.
    PenaltyWithPoints { /** The points. */ value: Points } Error "penalty_with_points";
    /// Points that do not add up to the indicator's.
    PointsDiffer { /** As stated. */ stated: Points, /** The sum. */ sum: Points }
        Error "points_differ";
    /// Full marks of the whole that the parts do not give.
    TotalDiffers { /** As stated. */ stated: Points, /** The sum. */ sum: Points }
        Error "total_differs";
    /// Full marks that the rule does not reach.
    FullMarks { /** As stated. */ stated: Points, /** The most that can be had. */ reachable: Points }
        Error "full_marks";
    /// More than full marks.
    AboveFullMarks { /** Full marks. */ full: Points, /** The most that can be had. */ reachable: Points }
        Error "above_full_marks";
    /// The best answers that were tried do not have full marks.
    FullMarksNotFound { /** Full marks. */ full: Points, /** The most found. */ found: Points }
        Error "full_marks_not_found";

    // Clauses.
    /// A clause that is referred to and is not there.
    NoSuchClause { /** The id. */ id: String } Error "no_such_clause";
    /// No clause where the scheme does something of its own.
    ClauseNeeded Error "clause_needed";
    /// A clause lacks what its basis calls for, or has what it does not.
    BasisUnproved { /** What it says it rests on. */ basis: Basis } Error "basis_unproved";
    /// A clause that nothing applies.
    UnusedClause { /** The id. */ id: String } Note "unused_clause";

    // Bounds.
    /// Bounds with one end named twice, or with nothing between their ends.
    UnsoundBounds { /** The bounds. */ bounds: Bounds } Error "unsound_bounds";
    /// Numbers that no band or grade has.
    BoundsGap {
        /** The first number in the gap. */ first: Points,
        /** The number at which the next band begins, if one does. */ next: Option<Points>
    } Error "bounds_gap";
    /// A number that two bands or grades have.
    BoundsOverlap { /** The first such number. */ first: Points } Error "bounds_overlap";
    /// A band or grade that no possible number falls in.
    OutOfReach { /** The bounds. */ bounds: Bounds } Warning "out_of_reach";
    /// Anchors that do not rise.
    AnchorsNotRising { /** The number. */ at: Points } Error "anchors_not_rising";

    // Better is never worse.
    /// An option with fewer points than the one before it.
    OptionOrder { /** Its points. */ points: Points, /** Those before. */ before: Points }
        Warning "option_order";
    /// Points that rise and fall again along a scale.
    ScaleTurns { /** Its points. */ points: Points, /** Those before. */ before: Points }
        Warning "scale_turns";
    /// More times cost less besides.
    FurtherFalls { /** Its points. */ points: Points, /** Those for fewer times. */ before: Points }
        Warning "further_falls";
    /// Not to meet what is required is better than to meet it and lose points.
    RequirementLoses { /** The floor. */ floor: Points } Warning "requirement_loses";
    /// A requirement of what only takes points off: not to meet it costs nothing.
    RequirementInPenalty Warning "requirement_in_penalty";
    /// What counts where a condition fails is more than what may count where it holds.
    GateGivesMore {
        /** What counts otherwise. */ otherwise: Points,
        /** The least where the condition holds. */ least: Points
    } Warning "gate_gives_more";
    /// More points in one part multiply to fewer.
    FactorLoses { /** The factor. */ by: Points } Warning "factor_loses";
    /// Grades that are not named from the best down.
    GradeOrder Warning "grade_order";
    /// A better answer had a lower total when it was tried.
    BetterScoresLess {
        /** The total before. */ before: Points,
        /** The total with the better answer. */ after: Points,
        /** The clause by which, where one can be named. */ clause: Option<String>
    } Warning "better_scores_less";

    // What never matters.
    /// A cap that can never bite.
    CapIdle { /** The cap. */ at: Points, /** The most there can be. */ most: Points }
        Warning "cap_idle";
    /// A floor that can never bite.
    FloorIdle { /** The floor. */ at: Points, /** The least there can be. */ least: Points }
        Warning "floor_idle";
    /// Modifiers take points below the floor of the rule.
    BelowFloor { /** The floor. */ floor: Points, /** The least there can be. */ least: Points }
        Warning "below_floor";
    /// A veto that bounds nothing.
    VetoIdle { /** The bound. */ at_most: Points, /** The most there can be. */ most: Points }
        Warning "veto_idle";
    /// The same points as the one before.
    SamePoints { /** The points. */ points: Points } Note "same_points";
    /// Parts cannot be absent, and a clause says what becomes of them.
    AbsentIdle Note "absent_idle";
    /// Full marks shrink where it does not apply.
    FullMarksShrink { /** By so many points. */ points: Points } Note "full_marks_shrink";

    // Parts and who is concerned.
    /// No weight where siblings come together as a weighted mean.
    WeightMissing Error "weight_missing";
    /// Full marks of a part of a weighted mean that differ from its siblings'.
    WeighedPartsDiffer { /** Its full marks. */ full: Points, /** Those of the first part. */ first: Points }
        Warning "weighed_parts_differ";
    /// A weight where nothing is weighed.
    WeightUnused Error "weight_unused";
    /// A bonus or penalty below the top level.
    StandingBelowTop Error "standing_below_top";
    /// A class that the scheme does not have.
    NoSuchClass { /** The id. */ id: String } Error "no_such_class";
    /// A unit that the scheme does not assess.
    NoSuchUnit { /** The name. */ name: String } Error "no_such_unit";
    /// A criterion or group that the scheme does not have.
    NoSuchPart { /** The id. */ id: String } Error "no_such_part";
    /// A condition that cannot be asked there.
    ConditionMisplaced Error "condition_misplaced";
    /// A condition on points that more points can fail.
    ConditionBounded { /** The bounds. */ bounds: Bounds } Error "condition_bounded";
    /// A condition on points that are settled only later.
    Circular { /** The id. */ id: String } Error "circular";
    /// A condition on lead units in a scheme without tasks.
    NoTasks Error "no_tasks";
}
