//! The appendix: how every figure came about, with clauses and lost points.

use selfscore_wording::{ledger, paper as words};

use super::source::{Source, shown};
use super::{Column, Item, Paper, RowKind};
use crate::points::Points;
use crate::scheme::{Clause, Rule};
use crate::scoring::{Loss, State};
use crate::text::Text;
use crate::trace::{self, Trace};

/// A figure with the way that it came about.
struct Figure<'a> {
    title: &'a Text,
    points: Points,
    trace: &'a Trace,
    losses: &'a [Loss],
    clauses: &'a [Clause],
    decimals: u32,
    /// Whether what is lost is of tasks.
    in_tasks: bool,
}

pub(super) fn write(source: &Source<'_>, paper: &mut Paper) {
    paper.items.push(Item::Title(words::title_explanation(source.lang).into()));
    let sheet = &source.assessment.sheet;
    for criterion in source.scheme.criteria() {
        let Some(line) = sheet.line(&criterion.id) else { continue };
        if matches!(line.state, State::NotCounted | State::NotApplicable) {
            continue;
        }
        let line = Figure {
            title: &criterion.title,
            points: line.points,
            trace: &line.trace,
            losses: &line.losses,
            clauses: &criterion.clauses,
            decimals: source.scheme.decimals(),
            in_tasks: matches!(criterion.rule, Rule::Tasks(_)),
        };
        figure(source, paper, &line);
    }
    let clauses = &source.scheme.file().clauses;
    for section in &sheet.sections {
        let section = Figure {
            title: &section.title,
            points: section.points,
            trace: &section.trace,
            losses: &section.losses,
            clauses,
            decimals: source.scheme.decimals(),
            in_tasks: false,
        };
        figure(source, paper, &section);
    }
    if let Some(trace) = &sheet.trace {
        let total = Figure {
            title: &words::total(source.lang).into(),
            points: sheet.total,
            trace,
            losses: &sheet.losses,
            clauses,
            decimals: source.scheme.total_decimals(),
            in_tasks: false,
        };
        figure(source, paper, &total);
    }
}

fn figure(source: &Source<'_>, paper: &mut Paper, figure: &Figure<'_>) {
    let lang = source.lang;
    let points = shown(figure.points, figure.decimals);
    let title = source.say(figure.title);
    paper.items.push(Item::Heading(format!("{title} {points}")));
    let formula = trace::plain(&trace::formula(figure.trace, lang, figure.decimals));
    paper.items.push(Item::Text(format!("{points} = {formula}")));
    let rows = trace::rows(figure.trace, lang);
    if rows.len() > 1 {
        let width = paper.document.width();
        let table = paper.table(vec![
            Column::new(words::step(lang), width / 4),
            Column::new(words::reckoning(lang), width - width / 4 - 24),
            Column::centred(words::result(lang), 24),
        ]);
        for row in rows {
            let cells = vec![row.label, trace::plain(&row.pieces), row.result];
            paper.row(table, RowKind::Plain, cells);
        }
    }
    if !figure.losses.is_empty() {
        let lost = figure.losses.iter().map(|loss| {
            let points = shown(Points::ZERO.minus(loss.points), figure.decimals);
            let about = match &loss.about {
                Some(about) if figure.in_tasks => {
                    ledger::of_task(lang, about.get(lang), loss.cause.words(lang))
                }
                Some(about) => ledger::of(lang, source.say(about), loss.cause.words(lang)),
                None => loss.cause.words(lang).to_owned(),
            };
            words::lost_on(lang, about, points)
        });
        let lost: Vec<String> = lost.collect();
        let all = figure.losses.iter().fold(Points::ZERO, |sum, loss| sum.plus(loss.points));
        let all = words::lost(lang, shown(all, figure.decimals));
        paper.items.push(Item::Text(words::named(lang, all, lost.join(words::list(lang)))));
    }
    let named = figure.trace.clauses();
    let used = figure.clauses.iter().filter(|clause| named.contains(&clause.id.as_str()));
    for clause in used {
        let mut said = source.clause(clause);
        if let Some(remark) = trace::remark(clause, lang) {
            said = format!("{said}\n{remark}");
        }
        paper.items.push(Item::Text(words::named(lang, words::clauses_used(lang), said)));
    }
}
