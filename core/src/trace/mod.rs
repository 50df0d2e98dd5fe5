//! The explanation of a figure, as data: what went in, each operation in order, the result.
//!
//! A `Tracer` is the only way to compute points, and it records what it computes, so an
//! explanation cannot differ from the arithmetic. Where nobody will look at the explanation (the check of
//! many forms) it does the same operations on the same values and keeps only those. [`Trace::replay`] does the sum again from
//! the inputs alone.

mod name;
mod op;
mod render;
mod tracer;

pub use name::{Name, StepName, TaskRef};
pub use op::Op;
pub use render::{Piece, Row, formula, rows, text};
pub(crate) use render::{plain, remark};
pub(crate) use tracer::Tracer;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::points::Points;

/// A value in a trace: one of its inputs, or the result of an earlier step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Index into [`Trace::inputs`].
    Input(usize),
    /// Index into [`Trace::steps`].
    Step(usize),
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
