//! The columns 条款, 依据 and 说明: the clauses of a criterion.

use super::problem::Problem;
use crate::scheme::{Basis, Clause, Reading};
use crate::typed;

const OURS: &str = "取";
const RIVAL: &str = "不取";
const WHY: &str = "理由";

/// The three cells.
#[derive(Default)]
pub(super) struct Cells {
    pub standard: String,
    pub basis: String,
    pub note: String,
}

/// Which of the three a problem is in.
#[derive(Clone, Copy)]
pub(super) enum At {
    Basis,
    Note,
}

/// Reads clauses: one at each line that begins with a mark, and after each blank line. A mark
/// stands in brackets, 【一】, or is the indicator's number with a sign such as ②; ids come from
/// another column.
pub(super) fn read(cells: &Cells, number: &str) -> Result<Vec<Clause>, (At, Problem)> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut open = false;
    for line in cells.standard.split('\n') {
        let sign = line.chars().next().filter(|sign| marks(*sign));
        let bracketed = line.strip_prefix('【').and_then(|line| line.split_once('】'));
        let begins = sign.is_some() || bracketed.is_some();
        if line.trim().is_empty() {
            open = false;
        } else if let Some(last) = clauses.last_mut().filter(|_| open && !begins) {
            last.text.zh += "\n";
            last.text.zh += line;
        } else {
            let (mark, text) = match bracketed {
                Some((mark, text)) => (mark.to_owned(), text),
                None => (expected(line, number), line),
            };
            clauses.push(Clause {
                id: String::new(),
                mark,
                text: text.into(),
                basis: Basis::Notice,
                reading: None,
                why: None,
                gap: None,
            });
            open = true;
        }
    }
    bases(&mut clauses, &cells.basis).map_err(|problem| (At::Basis, problem))?;
    notes(&mut clauses, &cells.note).map_err(|problem| (At::Note, problem))?;
    Ok(clauses)
}

/// ①–⑳ and ⑴–⒇.
fn marks(sign: char) -> bool {
    ('\u{2460}'..='\u{2487}').contains(&sign)
}

/// The mark of a clause that names none.
pub(super) fn expected(text: &str, number: &str) -> String {
    let sign = text.chars().next().filter(|sign| marks(*sign));
    match (number, sign) {
        ("", None) => "—".into(),
        (_, None) => number.into(),
        (_, Some(sign)) => format!("{number}{sign}"),
    }
}

fn bases(clauses: &mut [Clause], cell: &str) -> Result<(), Problem> {
    let words = typed::items(cell);
    let basis = |word: &String| match word.as_str() {
        "原文" => Ok(Basis::Notice),
        "理解" => Ok(Basis::Reading),
        "推定" => Ok(Basis::Assumed),
        _ => Err(Problem::UnknownBasis(word.clone())),
    };
    let bases = words.iter().map(basis).collect::<Result<Vec<_>, _>>()?;
    match bases[..] {
        [] => {}
        [one] => clauses.iter_mut().for_each(|clause| clause.basis = one),
        _ if bases.len() != clauses.len() => {
            return Err(Problem::BasesDiffer(bases.len(), clauses.len()));
        }
        _ => clauses.iter_mut().zip(bases).for_each(|(clause, basis)| clause.basis = basis),
    }
    Ok(())
}

/// A line of the column 说明, with the word that it begins with.
fn spoken(line: &str) -> Option<(&'static str, &str)> {
    [RIVAL, OURS, WHY].into_iter().find_map(|word| {
        let rest = line.strip_prefix(word)?;
        Some((word, rest.strip_prefix([':', '\u{FF1A}'])?.trim_start()))
    })
}

/// Notes in the order of the clauses that need one.
fn notes(clauses: &mut [Clause], cell: &str) -> Result<(), Problem> {
    let mut spoken_lines: Vec<(&str, String)> = Vec::new();
    for line in cell.split('\n').filter(|line| !line.trim().is_empty()) {
        match (spoken(line), spoken_lines.last_mut()) {
            (Some((word, rest)), _) => spoken_lines.push((word, rest.to_owned())),
            (None, Some((_, last))) => {
                *last += "\n";
                *last += line;
            }
            // One reason needs no word before it.
            (None, None) => spoken_lines.push((WHY, line.to_owned())),
        }
    }
    let mut notes = spoken_lines.into_iter();
    let mut next = |word: &str| notes.next().filter(|(found, _)| *found == word).map(|(_, t)| t);
    for clause in clauses {
        match clause.basis {
            Basis::Notice => {}
            Basis::Reading => {
                let ours = next(OURS).ok_or(Problem::ReadingUnproved)?;
                let rival = next(RIVAL).ok_or(Problem::ReadingUnproved)?;
                let (ours, rival) = (ours.as_str().into(), rival.as_str().into());
                clause.reading = Some(Reading { ours, rival });
            }
            Basis::Assumed => {
                let why = next(WHY).ok_or(Problem::AssumedUnproved)?;
                clause.why = Some(why.as_str().into());
            }
        }
    }
    match notes.next() {
        Some((_, left)) => Err(Problem::NotesLeft(left.chars().take(40).collect())),
        None => Ok(()),
    }
}

/// Writes clauses; what the three cells cannot say is left out.
pub(super) fn write(clauses: &[Clause], number: &str) -> Cells {
    let mut cells = Cells::default();
    for (index, clause) in clauses.iter().enumerate() {
        let bracketed = expected(&clause.text.zh, number) != clause.mark;
        let marked = bracketed || clause.text.zh.chars().next().is_some_and(marks);
        cells.standard += match (index, marked) {
            (0, _) => "",
            (_, true) => "\n",
            (_, false) => "\n\n",
        };
        if bracketed {
            cells.standard += &format!("【{}】", clause.mark);
        }
        cells.standard += &clause.text.zh;
        match clause.basis {
            Basis::Notice => {}
            Basis::Reading => {
                if let Some(reading) = &clause.reading {
                    let (ours, rival) = (&reading.ours.zh, &reading.rival.zh);
                    cells.note += &format!("{OURS}：{ours}\n{RIVAL}：{rival}\n");
                }
            }
            Basis::Assumed => {
                if let Some(why) = &clause.why {
                    cells.note += &format!("{WHY}：{}\n", why.zh);
                }
            }
        }
    }
    cells.note.truncate(cells.note.trim_end().len());
    let word = |clause: &Clause| match clause.basis {
        Basis::Notice => "原文",
        Basis::Reading => "理解",
        Basis::Assumed => "推定",
    };
    let words: Vec<&str> = clauses.iter().map(word).collect();
    cells.basis = match words.split_first() {
        Some((first, rest)) if rest.iter().all(|word| word == first) => (*first).into(),
        _ => words.join("、"),
    };
    cells
}
