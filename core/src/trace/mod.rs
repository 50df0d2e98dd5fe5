//! The explanation of a figure, as data: what went in, each operation in order, the result.
//!
//! A `Tracer` is the only way to compute points, and it records what it computes, so an
//! explanation cannot differ from the arithmetic. [`Trace::replay`] does the sum again from
//! the inputs alone.

mod name;
mod op;
mod render;

pub use name::{Name, StepName, TaskRef};
pub use op::Op;
pub use render::{Piece, Row, formula, rows, text};
pub(crate) use render::{plain, remark};

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
