//! An explanation for readers: as pieces that each front end sets in its own way, and as text.

use rust_decimal::Decimal;
use selfscore_wording::{Lang, trace as words};

mod names;
mod writer;

use super::{Name, Op, Step, Trace};
use crate::points;
use crate::scheme::{Clause, Criterion};
use writer::{Detail, Writer};

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
    if pieces.is_empty() {
        // A list without entries has no terms to show.
        pieces.push(writer.number(value, String::new()));
    }
    if pieces.len() > 1 || matches!(pieces[..], [Piece::Word(_)]) {
        pieces.push(Piece::Sign(" = "));
        pieces.push(writer.number(value, String::new()));
    }
    if value != last.value {
        pieces.push(Piece::Sign(" → "));
        pieces.push(Piece::Word(format!("{} ", words::rounds_to(lang))));
        pieces.push(Piece::Value {
            text: points::fixed(last.value, decimals).replace('-', "−"),
            what: String::new(),
            missing: false,
        });
    }
    if trace.inputs.iter().any(|input| input.missing) {
        pieces.push(Piece::Word(words::has_missing(lang).into()));
    }
    if trace.inputs.iter().any(|input| input.name == Name::Unsettled) {
        pieces.push(Piece::Word(words::is_unsettled(lang).into()));
    }
    pieces
}

/// Every step that changes something, in order.
pub fn rows(trace: &Trace, lang: Lang) -> Vec<Row> {
    let writer = Writer { trace, lang };
    let tells = |step: &&Step| match (step.op, &step.args[..]) {
        // What changes nothing explains nothing.
        (Op::Sum | Op::Round { .. }, [only]) => trace.value(*only) != step.value,
        (Op::Sum, []) => false,
        _ => true,
    };
    trace.steps.iter().filter(tells).map(|step| writer.row(step)).collect()
}

/// The whole explanation of a line as text: formula, steps, clauses with what they rest on.
pub fn text(criterion: &Criterion, trace: &Trace, lang: Lang, decimals: u32) -> String {
    let title = criterion.title.get(lang);
    let result = trace.steps.last().map(|step| step.value).unwrap_or_default();
    let formula = plain(&formula(trace, lang, decimals));
    let mut out = format!("{title} {} = {formula}\n", points::fixed(result, decimals));
    for row in rows(trace, lang) {
        out += &format!("  {}: {} = {}\n", row.label, plain(&row.pieces), row.result);
    }
    for clause in &criterion.clauses {
        out += &format!("  {}\n", words::basis_clause(lang, &clause.mark, clause.text.get(lang)));
        if let Some(remark) = remark(clause, lang) {
            out += &format!("    {remark}\n");
        }
    }
    out
}

/// Pieces as one text.
pub(crate) fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::text).collect()
}

/// What a clause rests on, where that is not simply the source's words.
pub(crate) fn remark(clause: &Clause, lang: Lang) -> Option<String> {
    let reading = clause.reading.as_ref();
    let reading = reading.map(|r| words::our_reading(lang, r.ours.get(lang), r.rival.get(lang)));
    let why = clause.why.as_ref().map(|why| words::assumed(lang, why.get(lang)));
    let gap = clause.gap.as_ref().map(|gap| words::gap(lang, gap.get(lang)));
    let remarks: Vec<String> = reading.into_iter().chain(why).chain(gap).collect();
    (!remarks.is_empty()).then(|| remarks.join(" "))
}
