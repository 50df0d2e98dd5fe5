//! The explanation of a figure, as data: what went in, each operation in order, the result.
//!
//! A `Tracer` is the only way to compute points, and it records what it computes, so an
//! explanation cannot differ from the arithmetic. [`Trace::replay`] does the sum again from
//! the inputs alone.

mod op;
mod render;

pub use op::Op;
pub use render::{Piece, Row, formula, rows, text};

use rust_decimal::Decimal;
use serde::Serialize;

use crate::points::Points;
use crate::scheme::Role;
use crate::text::Text;

/// A value in a trace: one of its inputs, or the result of an earlier step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Index into [`Trace::inputs`].
    Input(usize),
    /// Index into [`Trace::steps`].
    Step(usize),
}

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

/// A number that went in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Input {
    /// What it is.
    pub name: Name,
    /// Its value.
    pub value: Decimal,
    /// Whether it stands for an answer that is still missing (then the least that is possible).
    pub missing: bool,
    /// JSON pointer of the form's field that it came from; absent for the scheme's numbers.
    pub field: Option<String>,
}

/// One operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What it gives.
    pub name: StepName,
    /// The operation.
    pub op: Op,
    /// What it works on.
    pub args: Vec<Term>,
    /// What came out.
    pub value: Decimal,
    /// The clause that calls for it, by its id in the criterion.
    pub clause: Option<String>,
}

/// The whole way from inputs to a line's points. The last step is the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// What went in.
    pub inputs: Vec<Input>,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

impl Trace {
    /// The value of a term as recorded.
    pub fn value(&self, term: Term) -> Decimal {
        let found = match term {
            Term::Input(index) => self.inputs.get(index).map(|input| input.value),
            Term::Step(index) => self.steps.get(index).map(|step| step.value),
        };
        found.unwrap_or_default()
    }

    /// Does every operation again from the inputs. `None` if a step refers to a later one.
    pub fn replay(&self) -> Option<Points> {
        let mut values: Vec<Decimal> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let args = step.args.iter().map(|term| match *term {
                Term::Input(index) => self.inputs.get(index).map(|input| input.value),
                Term::Step(index) => values.get(index).copied(),
            });
            values.push(step.op.apply(&args.collect::<Option<Vec<_>>>()?));
        }
        values.last().copied().map(Points::new)
    }

    /// The clauses that the steps name, each once, in order of use.
    pub fn clauses(&self) -> Vec<&str> {
        let mut named: Vec<&str> = Vec::new();
        for clause in self.steps.iter().filter_map(|step| step.clause.as_deref()) {
            if !named.contains(&clause) {
                named.push(clause);
            }
        }
        named
    }
}

/// Computes, and records what it computes.
#[derive(Debug, Default)]
pub(crate) struct Tracer {
    trace: Trace,
}

impl Tracer {
    /// A number of the scheme.
    pub fn given(&mut self, name: Name, value: Decimal) -> Term {
        self.input(Input { name, value, missing: false, field: None })
    }

    /// A number of the form.
    pub fn answered(&mut self, name: Name, value: Decimal, field: String) -> Term {
        self.input(Input { name, value, missing: false, field: Some(field) })
    }

    /// A stand-in for an answer that is missing.
    pub fn missing(&mut self, name: Name, value: Decimal, field: String) -> Term {
        self.input(Input { name, value, missing: true, field: Some(field) })
    }

    fn input(&mut self, input: Input) -> Term {
        self.trace.inputs.push(input);
        Term::Input(self.trace.inputs.len() - 1)
    }

    /// Does one operation.
    pub fn step(&mut self, name: StepName, op: Op, args: Vec<Term>, clause: Option<&str>) -> Term {
        let values: Vec<Decimal> = args.iter().map(|term| self.trace.value(*term)).collect();
        let value = op.apply(&values);
        let clause = clause.map(str::to_owned);
        self.trace.steps.push(Step { name, op, args, value, clause });
        Term::Step(self.trace.steps.len() - 1)
    }

    /// The value of a term.
    pub fn value(&self, term: Term) -> Decimal {
        self.trace.value(term)
    }

    /// Rounds the result once, and ends the trace.
    pub fn finish(mut self, result: Term, decimals: u32) -> (Points, Trace) {
        let last = self.step(StepName::Rounded, Op::Round { decimals }, vec![result], None);
        (Points::new(self.value(last)), self.trace)
    }
}
