//! From terms and steps to pieces.

use rust_decimal::Decimal;
use selfscore_wording::{Lang, trace as words};

use super::{Piece, Row, TERMS, shown};
use crate::trace::{Input, Name, Op, Step, Term, Trace};

/// How far a formula is worked out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Sums show their terms.
    Terms,
    /// Sums within a product or quotient show their value.
    Sums,
}

pub(super) struct Writer<'a> {
    pub trace: &'a Trace,
    pub lang: Lang,
}

impl Writer<'_> {
    /// A term as pieces; in brackets where it binds looser than `tight` (0 none, 1 a product,
    /// 2 right of a minus or division).
    pub(super) fn term(&self, term: Term, detail: Detail, tight: u8) -> Vec<Piece> {
        let step = match term {
            Term::Input(index) => {
                return self.trace.inputs.get(index).map(|i| self.input(i)).into_iter().collect();
            }
            Term::Step(index) => match self.trace.steps.get(index) {
                Some(step) => step,
                None => return Vec::new(),
            },
        };
        let args: Vec<Term> =
            step.args.iter().copied().filter(|arg| !self.passes(step.op, *arg)).collect();
        let bounded = matches!(step.op, Op::Least | Op::Greatest);
        if bounded && args.first().is_some_and(|first| self.trace.value(*first) == step.value) {
            return self.term(args[0], detail, tight);
        }
        if let [only] = args[..]
            && !matches!(step.op, Op::Share { .. } | Op::Within { .. })
        {
            return self.term(only, detail, tight);
        }
        let worked_out = detail == Detail::Sums && step.op == Op::Sum && tight > 0;
        if worked_out || matches!(step.op, Op::Share { .. } | Op::Within { .. }) {
            return vec![self.number(step.value, self.step_name(&step.name))];
        }
        let (sign, own) = match step.op {
            Op::Sum => (" + ", 0),
            Op::Difference => (" − ", 0),
            Op::Product => (" × ", 1),
            Op::Quotient => (" ÷ ", 1),
            _ => (", ", 3),
        };
        let mut pieces = Vec::new();
        for (index, arg) in args.iter().enumerate() {
            if index > 0 {
                pieces.push(Piece::Sign(sign));
            }
            if step.op == Op::Sum && args.len() > TERMS && index == TERMS - 2 {
                pieces.push(Piece::Word(words::and_more(self.lang, args.len())));
                break;
            }
            if bounded && detail == Detail::Sums {
                pieces.push(self.number(self.trace.value(*arg), String::new()));
                continue;
            }
            let binds = match step.op {
                Op::Product => 1,
                Op::Quotient => 1 + u8::from(index > 0),
                Op::Difference if index > 0 => 1,
                _ => 0,
            };
            join(&mut pieces, self.term(*arg, detail, binds));
        }
        if bounded {
            let list: String = pieces.iter().map(Piece::text).collect();
            let words = match step.op {
                Op::Least => words::least(self.lang, list),
                _ => words::greatest(self.lang, list),
            };
            return vec![Piece::Word(words)];
        }
        if own < tight {
            pieces.insert(0, Piece::Sign("("));
            pieces.push(Piece::Sign(")"));
        }
        pieces
    }

    /// Whether a factor says only «yes, this applies» and would clutter a formula.
    fn passes(&self, op: Op, term: Term) -> bool {
        let Term::Input(index) = term else { return false };
        let input = self.trace.inputs.get(index);
        op == Op::Product
            && input.is_some_and(|input| {
                matches!(input.name, Name::Concerns(_) | Name::Requirement(_))
                    && input.value == Decimal::ONE
            })
    }

    pub(super) fn number(&self, value: Decimal, what: String) -> Piece {
        Piece::Value { text: shown(value), what, missing: false }
    }

    fn input(&self, input: &Input) -> Piece {
        let mut what = self.input_name(&input.name);
        if input.missing {
            what = words::missing(self.lang, what);
        }
        Piece::Value { text: shown(input.value), what, missing: input.missing }
    }

    pub(super) fn row(&self, step: &Step) -> Row {
        let value = |index: usize| step.args.get(index).map(|term| self.trace.value(*term));
        let pieces = match step.op {
            Op::Share { .. } if let Some(said) = self.said(step) => vec![Piece::Word(said)],
            Op::Within { bounds } => {
                let number = shown(value(0).unwrap_or_default());
                vec![Piece::Word(words::in_band(self.lang, number, bounds))]
            }
            Op::Share { zero_below, full_at } => {
                let completion = value(0).unwrap_or_default();
                let shown_completion = shown(completion);
                vec![Piece::Word(if completion >= full_at {
                    words::share_full(self.lang, shown_completion, shown(full_at))
                } else if completion < zero_below {
                    words::share_zero(self.lang, shown_completion, shown(zero_below))
                } else {
                    let claim = shown(value(1).unwrap_or_default());
                    words::share_judged(self.lang, shown_completion, claim)
                })]
            }
            op => {
                let sign = match op {
                    Op::Sum => " + ",
                    Op::Difference => " − ",
                    Op::Product => " × ",
                    Op::Quotient => " ÷ ",
                    _ => ", ",
                };
                let mut pieces = Vec::new();
                for (index, term) in step.args.iter().enumerate() {
                    if index > 0 {
                        pieces.push(Piece::Sign(sign));
                    }
                    let piece = match *term {
                        Term::Input(index) => match self.trace.inputs.get(index) {
                            Some(input) => self.input(input),
                            None => continue,
                        },
                        Term::Step(index) => {
                            let name = self.trace.steps.get(index).map(|s| self.step_name(&s.name));
                            self.number(self.trace.value(*term), name.unwrap_or_default())
                        }
                    };
                    join(&mut pieces, vec![piece]);
                }
                let bound: Option<fn(Lang, String) -> String> = match op {
                    Op::Least => Some(words::least),
                    Op::Greatest => Some(words::greatest),
                    _ => None,
                };
                match bound {
                    Some(bound) => {
                        let list = pieces.iter().map(Piece::text).collect();
                        vec![Piece::Word(bound(self.lang, list))]
                    }
                    None => pieces,
                }
            }
        };
        Row {
            label: self.step_name(&step.name),
            pieces,
            result: shown(step.value),
            clause: step.clause.clone(),
        }
    }

    /// What decides a share where that is no figure of the form: an answer that is missing, a
    /// system in its debugging stage, a task that the form leaves out.
    fn said(&self, step: &Step) -> Option<String> {
        let inputs = step.args.iter().filter_map(|term| match *term {
            Term::Input(index) => self.trace.inputs.get(index),
            Term::Step(_) => None,
        });
        for input in inputs {
            let name = self.input_name(&input.name);
            match input.name {
                _ if input.missing => return Some(words::missing(self.lang, name)),
                Name::Debugging(_) | Name::Unlisted(_) => return Some(name),
                _ => {}
            }
        }
        None
    }
}

/// Appends a term; a negative one is taken off rather than added.
fn join(pieces: &mut Vec<Piece>, mut more: Vec<Piece>) {
    if let ([.., Piece::Sign(sign)], [Piece::Value { text, .. }]) = (&mut pieces[..], &mut more[..])
        && *sign == " + "
        && let Some(bare) = text.strip_prefix('−')
    {
        *sign = " − ";
        *text = bare.to_owned();
    }
    pieces.append(&mut more);
}
