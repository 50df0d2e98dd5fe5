//! The ledger of lost points: where each point went that is missing from full marks.

use selfscore_wording::{Lang, ledger as words};
use serde::Serialize;

use crate::points::Points;
use crate::text::Text;

/// Why points are lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// No answer yet.
    Unanswered,
    /// Deducted (扣分), or an option below the best.
    Deduction,
    /// A bound: deductions beyond the floor give back what they cannot take.
    Cap,
    /// Judged (酌情给分) below full marks.
    Judged,
    /// A task below the threshold (60%以下).
    BelowThreshold,
    /// A task of the register that the form leaves out.
    Unlisted,
    /// Not done, or done less often than the cap allows.
    NotEarned,
    /// The requirement is not met.
    NotMet,
    /// What a factor adds to what is lost, or takes off.
    Multiplied,
    /// The condition under which points count does not hold.
    Gated,
    /// Lost in a part of a group or of the total.
    Part,
    /// Added outside full marks.
    Bonus,
    /// Taken off outside full marks.
    Penalty,
    /// A veto.
    Veto,
    /// Handed in late.
    Late,
    /// Verified at less than full marks.
    Verified,
    /// Rounding of the line.
    Rounding,
}

impl Cause {
    /// Why, as people read it.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Cause::Unanswered => words::unanswered(lang),
            Cause::Deduction => words::deduction(lang),
            Cause::Cap => words::cap(lang),
            Cause::Judged => words::judged(lang),
            Cause::BelowThreshold => words::below_threshold(lang),
            Cause::Unlisted => words::unlisted(lang),
            Cause::NotEarned => words::not_earned(lang),
            Cause::NotMet => words::not_met(lang),
            Cause::Multiplied => words::multiplied(lang),
            Cause::Gated => words::gated(lang),
            Cause::Part => words::part(lang),
            Cause::Bonus => words::bonus(lang),
            Cause::Penalty => words::penalty(lang),
            Cause::Veto => words::veto(lang),
            Cause::Late => words::late(lang),
            Cause::Verified => words::verified(lang),
            Cause::Rounding => words::rounding(lang),
        }
    }
}

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Loss {
    /// Why.
    pub cause: Cause,
    /// How many points; negative where a bound, a factor, a bonus or rounding gives back.
    pub points: Points,
    /// What it concerns: a task by its number, an item by its words.
    pub about: Option<Text>,
    /// JSON pointer of the field to look at.
    pub field: Option<String>,
}

impl Loss {
    pub(super) fn new(cause: Cause, points: Points, about: Option<Text>, field: String) -> Self {
        Loss { cause, points, about, field: Some(field) }
    }

    /// Whether filling in or doing more could still gain it.
    pub fn gainable(&self) -> bool {
        self.points > Points::ZERO && !matches!(self.cause, Cause::Cap | Cause::Rounding)
    }
}

/// Rounds the entries as a line is rounded, drops those of nothing, and adds what is left over
/// as rounding, so that they sum exactly to `lost`.
pub(super) fn settle(mut losses: Vec<Loss>, lost: Points, decimals: u32) -> Vec<Loss> {
    for loss in &mut losses {
        loss.points = loss.points.rounded(decimals).padded(decimals);
    }
    losses.retain(|loss| loss.points != Points::ZERO);
    let sum: Points = losses.iter().map(|loss| loss.points).sum();
    let rest = lost.minus(sum);
    if rest != Points::ZERO {
        losses.push(Loss {
            cause: Cause::Rounding,
            points: rest.padded(decimals),
            about: None,
            field: None,
        });
    }
    losses
}
