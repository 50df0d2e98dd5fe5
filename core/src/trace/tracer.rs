//! Computing, and recording what is computed.

use rust_decimal::Decimal;

use super::{Input, Name, Op, Step, StepName, Term, Trace};
use crate::points::Points;

/// Computes, and records what it computes: all of it, or the values alone.
#[derive(Debug)]
pub(crate) struct Tracer {
    record: Record,
    /// Each task's share of full marks, by its place in the form.
    shares: Vec<(usize, Decimal)>,
}

#[derive(Debug)]
enum Record {
    Whole(Trace),
    Values { inputs: Vec<Decimal>, steps: Vec<Decimal> },
}

/// Something that a record may have: itself, or how to come by it where it is kept.
pub(crate) trait Recorded<T> {
    /// It.
    fn get(self) -> T;
}

impl Recorded<Name> for Name {
    fn get(self) -> Name {
        self
    }
}

impl Recorded<StepName> for StepName {
    fn get(self) -> StepName {
        self
    }
}

impl Recorded<String> for String {
    fn get(self) -> String {
        self
    }
}

impl<T, F: FnOnce() -> T> Recorded<T> for F {
    fn get(self) -> T {
        self()
    }
}

impl Default for Tracer {
    fn default() -> Self {
        Tracer { record: Record::Whole(Trace::default()), shares: Vec::new() }
    }
}

impl Tracer {
    /// One that keeps values only; the trace that it ends in is empty.
    pub fn of_values() -> Self {
        let (inputs, steps) = (Vec::new(), Vec::new());
        Tracer { record: Record::Values { inputs, steps }, shares: Vec::new() }
    }

    /// A number of the scheme.
    pub fn given(&mut self, name: impl Recorded<Name>, value: Decimal) -> Term {
        self.input(name, value, false, None::<fn() -> String>)
    }

    /// A number of the form.
    pub fn answered(
        &mut self,
        name: impl Recorded<Name>,
        value: Decimal,
        field: impl Recorded<String>,
    ) -> Term {
        self.input(name, value, false, Some(field))
    }

    /// A stand-in for an answer that is missing.
    pub fn missing(
        &mut self,
        name: impl Recorded<Name>,
        value: Decimal,
        field: impl Recorded<String>,
    ) -> Term {
        self.input(name, value, true, Some(field))
    }

    fn input(
        &mut self,
        name: impl Recorded<Name>,
        value: Decimal,
        missing: bool,
        field: Option<impl Recorded<String>>,
    ) -> Term {
        match &mut self.record {
            Record::Whole(trace) => {
                let (name, field) = (name.get(), field.map(Recorded::get));
                trace.inputs.push(Input { name, value, missing, field });
                Term::Input(trace.inputs.len() - 1)
            }
            Record::Values { inputs, .. } => {
                inputs.push(value);
                Term::Input(inputs.len() - 1)
            }
        }
    }

    /// Does one operation.
    pub fn step(
        &mut self,
        name: impl Recorded<StepName>,
        op: Op,
        args: impl AsRef<[Term]> + Into<Vec<Term>>,
        clause: Option<&str>,
    ) -> Term {
        let value = self.apply(op, args.as_ref());
        match &mut self.record {
            Record::Whole(trace) => {
                let (name, clause) = (name.get(), clause.map(str::to_owned));
                trace.steps.push(Step { name, op, args: args.into(), value, clause });
                Term::Step(trace.steps.len() - 1)
            }
            Record::Values { steps, .. } => {
                steps.push(value);
                Term::Step(steps.len() - 1)
            }
        }
    }

    fn apply(&self, op: Op, args: &[Term]) -> Decimal {
        // Most operations have few arguments, and need no list on the heap.
        let mut few = [Decimal::ZERO; 4];
        match few.get_mut(..args.len()) {
            Some(values) => {
                for (value, term) in values.iter_mut().zip(args) {
                    *value = self.value(*term);
                }
                op.apply(values)
            }
            None => {
                let values: Vec<Decimal> = args.iter().map(|term| self.value(*term)).collect();
                op.apply(&values)
            }
        }
    }

    /// The value of a term.
    pub fn value(&self, term: Term) -> Decimal {
        match (&self.record, term) {
            (Record::Whole(trace), term) => trace.value(term),
            (Record::Values { inputs, .. }, Term::Input(at)) => {
                inputs.get(at).copied().unwrap_or_default()
            }
            (Record::Values { steps, .. }, Term::Step(at)) => {
                steps.get(at).copied().unwrap_or_default()
            }
        }
    }

    /// Remembers a task's share of full marks.
    pub fn share(&mut self, task: usize, share: Term) {
        self.shares.push((task, self.value(share)));
    }

    /// Takes what was remembered of tasks.
    pub fn take_shares(&mut self) -> Vec<(usize, Decimal)> {
        std::mem::take(&mut self.shares)
    }

    /// Rounds the result once, and ends the trace.
    pub fn finish(mut self, result: Term, decimals: u32) -> (Points, Trace) {
        let last = self.step(StepName::Rounded, Op::Round { decimals }, [result], None);
        let points = Points::new(self.value(last));
        match self.record {
            Record::Whole(trace) => (points, trace),
            Record::Values { .. } => (points, Trace::default()),
        }
    }
}
