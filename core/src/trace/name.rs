//! What the numbers of a trace are.

use serde::Serialize;

use crate::scheme::Role;
use crate::text::Text;

/// Which task a value belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskRef {
    /// Position in the form, from 0; tasks of the register that the form leaves out follow.
    pub index: usize,
    /// Its number as typed.
    pub number: String,
}

/// What an input is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// The criterion's full marks.
    FullMarks,
    /// A task's weight.
    Weight(TaskRef),
    /// A role's weight, where the mean runs over roles.
    RoleWeight(Role),
    /// The number of tasks of a role.
    RoleCount(Role),
    /// A task's completion, per cent.
    Completion(TaskRef),
    /// 100 per cent, because the task's system is in its debugging stage.
    Debugging(TaskRef),
    /// 0 per cent, because the form leaves the task out.
    Unlisted(TaskRef),
    /// The share claimed for a task in the judged band, per cent.
    Claim(TaskRef),
    /// Points of the option chosen.
    Choice(Text),
    /// 1 where the requirement is met, else 0.
    Requirement(Text),
    /// 1 where the item concerns the unit, else 0.
    Concerns(Text),
    /// Points of one item.
    Item(Text),
    /// How often it happened.
    Occurrences(Text),
    /// 1 where the item is done, else 0.
    Done(Text),
    /// The most that counts.
    Cap,
    /// The least that remains.
    Floor,
    /// What a criterion without an answer has.
    Nothing,
    /// What is settled only when every unit's figures are known.
    Unsettled,
    /// Points that a reviewer verified.
    Verified,
    /// A criterion that does not apply to the unit.
    NotApplicable,
    /// A number that the unit reports.
    Reported(Text),
    /// Points of the band in which a number lies, `[80, 90)`.
    Band(String),
    /// An anchor's number.
    Anchor,
    /// An anchor's points.
    AnchorPoints,
    /// Points claimed within a range.
    Claimed(Text),
    /// Points off claimed within a range.
    ClaimedOff(Text),
    /// Points lost besides, having happened so often.
    Further(Text),
    /// Points of an entry's level.
    Level(TaskRef, Text),
    /// How often an entry counts.
    Times(TaskRef),
    /// The factor of an entry's placement.
    Placement(TaskRef, Text),
    /// The number of an entry's authors.
    Authors(TaskRef),
    /// What brings an entry's part to the common denominator of all numbers of authors.
    ToCommon(TaskRef),
    /// The common denominator of all numbers of authors.
    CommonAuthors,
    /// An assessor's score, counted from 1.
    Assessor(usize),
    /// How many assessors.
    Assessors,
    /// The best unit's number.
    BestUnit,
    /// The place among all units less one.
    PlacesBehind,
    /// Points less for each place.
    PlaceStep,
    /// The least of any place.
    LastPlace,
    /// Full marks before a change of scale.
    ScaleFrom,
    /// Full marks after a change of scale.
    ScaleTo,
    /// A factor with its condition.
    Factor(Text),
    /// 1 where a condition holds, else 0.
    Condition(Text),
    /// What counts where a condition does not hold.
    Otherwise,
    /// Points of a part.
    Part(Text),
    /// Full marks of a part.
    PartFull(Text),
    /// What a part has for those that do not apply.
    PartExtra(Text),
    /// The weight of a part.
    PartWeight(Text),
    /// Points of a bonus.
    Bonus(Text),
    /// Points of penalties.
    Penalty(Text),
    /// The most that a total has after a veto.
    Veto(Text),
    /// Points off for being late.
    Late,
    /// How many days late.
    LateDays,
}

/// What a step gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// A task's share of full marks, 0 to 1.
    Share(TaskRef),
    /// Weight × share of a task.
    Weighted(TaskRef),
    /// Σ weight × share.
    WeightedSum,
    /// Σ weight.
    WeightSum,
    /// Σ share of a role.
    RoleShares(Role),
    /// A role's part of the mean over roles, on the common denominator.
    RolePart(Role),
    /// The common denominator of the mean over roles.
    Denominator,
    /// Full marks × Σ.
    Scaled,
    /// The mean.
    Mean,
    /// Points for one item.
    ItemPoints(Text),
    /// Points for all items.
    ItemSum,
    /// What remains of full marks.
    Remaining,
    /// Not below the floor.
    Floored,
    /// Not above the cap.
    Capped,
    /// Nothing unless the requirement is met.
    Gated,
    /// Points of the band in which a number lies.
    InBand,
    /// How far a number is above the lower anchor.
    AboveAnchor,
    /// The difference of the anchors' points.
    AnchorRise,
    /// The distance of the anchors.
    AnchorRun,
    /// The product of both.
    AnchorProduct,
    /// What that gives above the lower anchor's points.
    AnchorGain,
    /// Points on the line between two anchors.
    Linear,
    /// Points of an entry.
    EntryPoints(TaskRef),
    /// The highest of the entries with one title.
    Highest(TaskRef),
    /// The sum of assessors' scores.
    ScoreSum,
    /// Full marks × the unit's number.
    Proportion,
    /// Points by the place.
    ByPlace,
    /// Points off by the place.
    PlacesLost,
    /// What points are short of full marks.
    Lost,
    /// What is lost, multiplied.
    LostMultiplied,
    /// Multiplied.
    Multiplied,
    /// On another scale, before the division.
    Converting,
    /// On another scale.
    Converted,
    /// What counts where a condition holds.
    Counts,
    /// Weight × points of a part.
    PartWeighted(Text),
    /// Σ full marks of what applies.
    FullSum,
    /// A part's full marks with its share of those that do not apply.
    PartFullSpread(Text),
    /// A part on its larger full marks, before the division.
    PartSpreading(Text),
    /// A part on its larger full marks.
    PartSpread(Text),
    /// The sum of the parts.
    PartSum,
    /// Weighted or rescaled.
    PartMean,
    /// Points off for being late.
    LateOff,
    /// The total before any veto.
    BeforeVeto,
    /// The total after a veto.
    Vetoed,
    /// Rounded half away from zero: the line's points.
    Rounded,
}
