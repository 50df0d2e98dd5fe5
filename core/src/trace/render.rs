//! An explanation for readers: as pieces that each front end sets in its own way, and as text.

use rust_decimal::Decimal;
use selfscore_wording::{Lang, trace as words};

use super::{Input, Name, Op, Step, StepName, TaskRef, Term, Trace};
use crate::points;
use crate::scheme::{Clause, Criterion, Role};

/// A sum of more terms than this is shortened in a formula; the rows have them all.
const TERMS: usize = 6;

/// A part of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A number, with what it is.
    Value {
        /// As shown.
        text: String,
        /// What it is, for a tooltip or a screen reader.
        what: String,
        /// Whether it stands for a missing answer.
        missing: bool,
    },
    /// An operator, a bracket or an equals sign.
    Sign(&'static str),
    /// A word.
    Word(String),
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Piece::Value { text, .. } | Piece::Word(text) => text,
            Piece::Sign(sign) => sign,
        }
    }
}

/// One step in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it gives.
    pub label: String,
    /// How.
    pub pieces: Vec<Piece>,
    /// What came out.
    pub result: String,
    /// The clause that calls for it.
    pub clause: Option<String>,
}

/// A number as shown: exact up to four places, else cut there with an ellipsis.
fn shown(value: Decimal) -> String {
    let value = value.normalize();
    let text = if value.scale() <= 4 {
        value.to_string()
    } else {
        format!("{}…", value.trunc_with_scale(4))
    };
    text.replace('-', "−")
}

/// The way from numbers to points in one line: the formula with its numbers, the same with
/// sums worked out, the exact value, and the rounded one. `decimals` as the scheme rounds.
pub fn formula(trace: &Trace, lang: Lang, decimals: u32) -> Vec<Piece> {
    let Some(last) = trace.steps.last() else { return Vec::new() };
    let Some(&exact) = last.args.first() else { return Vec::new() };
    let writer = Writer { trace, lang };
    let mut pieces = writer.term(exact, Detail::Terms, 0);
    let short = writer.term(exact, Detail::Sums, 0);
    if short != pieces {
        pieces.push(Piece::Sign(" = "));
        pieces.extend(short);
    }
    let value = trace.value(exact);
    if pieces.len() > 1 || matches!(pieces[..], [Piece::Word(_)]) {
        pieces.push(Piece::Sign(" = "));
        pieces.push(writer.number(value, String::new()));
    }
    if value != last.value {
        pieces.push(Piece::Sign(" → "));
        pieces.push(Piece::Word(format!("{} ", words::rounds_to(lang))));
        pieces.push(Piece::Value {
            text: points::fixed(last.value, decimals),
            what: String::new(),
            missing: false,
        });
    }
    pieces
}

/// Every step, in order.
pub fn rows(trace: &Trace, lang: Lang) -> Vec<Row> {
    let writer = Writer { trace, lang };
    trace.steps.iter().map(|step| writer.row(step)).collect()
}

/// The whole explanation of a line as text: formula, steps, clauses with what they rest on.
pub fn text(criterion: &Criterion, trace: &Trace, lang: Lang, decimals: u32) -> String {
    let title = criterion.title.get(lang);
    let join = |pieces: &[Piece]| pieces.iter().map(Piece::text).collect::<String>();
    let result = trace.steps.last().map(|step| step.value).unwrap_or_default();
    let formula = join(&formula(trace, lang, decimals));
    let mut out = format!("{title} {} = {formula}\n", points::fixed(result, decimals));
    for row in rows(trace, lang) {
        out += &format!("  {}: {} = {}\n", row.label, join(&row.pieces), row.result);
    }
    for clause in &criterion.clauses {
        out += &format!("  {}\n", words::basis_clause(lang, &clause.mark, clause.text.get(lang)));
        if let Some(remark) = remark(clause, lang) {
            out += &format!("    {remark}\n");
        }
    }
    out
}

/// What a clause rests on, where that is not simply the source's words.
fn remark(clause: &Clause, lang: Lang) -> Option<String> {
    let reading = clause.reading.as_ref();
    let reading = reading.map(|r| words::our_reading(lang, r.ours.get(lang), r.rival.get(lang)));
    let why = clause.why.as_ref().map(|why| words::assumed(lang, why.get(lang)));
    let gap = clause.gap.as_ref().map(|gap| words::gap(lang, gap.get(lang)));
    let remarks: Vec<String> = reading.into_iter().chain(why).chain(gap).collect();
    (!remarks.is_empty()).then(|| remarks.join(" "))
}

/// How far a formula is worked out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Sums show their terms.
    Terms,
    /// Sums within a product or quotient show their value.
    Sums,
}

struct Writer<'a> {
    trace: &'a Trace,
    lang: Lang,
}

impl Writer<'_> {
    /// A term as pieces; in brackets where it binds looser than `tight` (0 none, 1 a product,
    /// 2 right of a minus or division).
    fn term(&self, term: Term, detail: Detail, tight: u8) -> Vec<Piece> {
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
            && !matches!(step.op, Op::Share { .. })
        {
            return self.term(only, detail, tight);
        }
        let worked_out = detail == Detail::Sums && step.op == Op::Sum && tight > 0;
        if worked_out || matches!(step.op, Op::Share { .. }) {
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
            pieces.extend(self.term(*arg, detail, binds));
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

    fn number(&self, value: Decimal, what: String) -> Piece {
        Piece::Value { text: shown(value), what, missing: false }
    }

    fn input(&self, input: &Input) -> Piece {
        let mut what = self.input_name(&input.name);
        if input.missing {
            what = words::missing(self.lang, what);
        }
        Piece::Value { text: shown(input.value), what, missing: input.missing }
    }

    fn row(&self, step: &Step) -> Row {
        let value = |index: usize| step.args.get(index).map(|term| self.trace.value(*term));
        let pieces = match step.op {
            Op::Share { .. } if let Some(said) = self.said(step) => vec![Piece::Word(said)],
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
                    pieces.push(match *term {
                        Term::Input(index) => match self.trace.inputs.get(index) {
                            Some(input) => self.input(input),
                            None => continue,
                        },
                        Term::Step(index) => {
                            let name = self.trace.steps.get(index).map(|s| self.step_name(&s.name));
                            self.number(self.trace.value(*term), name.unwrap_or_default())
                        }
                    });
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

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Lead => words::lead_tasks(self.lang),
            Role::Supporting => words::supporting_tasks(self.lang),
        }
    }

    fn input_name(&self, name: &Name) -> String {
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
        }
    }

    fn step_name(&self, name: &StepName) -> String {
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
            StepName::Rounded => match self.trace.steps.last().map(|step| step.op) {
                Some(Op::Round { decimals }) => words::rounded(lang, decimals),
                _ => String::new(),
            },
        }
    }
}

/// A task's number as typed, or its place where it has none.
fn number(task: &TaskRef) -> String {
    match task.number.as_str() {
        "" => format!("#{}", task.index + 1),
        number => number.into(),
    }
}
