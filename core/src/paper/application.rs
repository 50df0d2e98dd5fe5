//! 《申报表》: what a unit applies with: head, tasks, the other criteria.

use selfscore_wording::paper as words;

use super::ending::date;
use super::source::{Source, numbers};
use super::{Column, Item, Paper, RowKind};
use crate::scheme::{Criterion, Rule};

pub(super) fn write(source: &Source<'_>, paper: &mut Paper) {
    head(source, paper);
    let (tasks, others): (Vec<_>, Vec<_>) = source
        .scheme
        .indicators()
        .flat_map(|indicator| indicator.criteria.iter().map(move |one| (&indicator.number, one)))
        .partition(|(_, criterion)| matches!(criterion.rule, Rule::Tasks(_)));
    for (_, criterion) in tasks {
        self::tasks(source, paper, criterion);
    }
    if !others.is_empty() {
        self::others(source, paper, &others);
    }
}

fn head(source: &Source<'_>, paper: &mut Paper) {
    let (lang, form, sheet) = (source.lang, source.form(), &source.assessment.sheet);
    // No headings: names and values in turn.
    let columns = [26, 52, 26, 52].map(|width| Column::new("", width));
    let table = paper.table(columns.into());
    let total = match sheet.complete {
        true => source.total(sheet.total),
        false => {
            words::total_incomplete(lang, source.total(sheet.total), source.total(sheet.highest))
        }
    };
    let rows = [
        [
            words::unit(lang),
            &paper.unit.clone(),
            words::self_total(lang),
            &words::total_of(lang, total, sheet.maximum),
        ],
        [words::filled_by(lang), &form.filled_by, words::reviewed_by(lang), &form.reviewed_by],
        [words::phone(lang), &form.phone, words::filled_on(lang), &date(lang, &form.filled_on)],
    ];
    for row in rows {
        paper.row(table, RowKind::Plain, row.map(str::to_owned).into());
    }
}

fn tasks(source: &Source<'_>, paper: &mut Paper, criterion: &Criterion) {
    let lang = source.lang;
    paper.items.push(Item::Heading(words::named(
        lang,
        words::tasks_heading(lang),
        source.say(&criterion.title),
    )));
    let table = paper.table(vec![
        Column::centred(words::number(lang), 12),
        Column::new(words::task(lang), 41),
        Column::centred(words::role(lang), 15),
        Column::centred(words::completion(lang), 20),
        Column::centred(words::claimed(lang), 15),
        Column::new(words::note(lang), 36),
        Column::centred(words::evidence(lang), 17),
    ]);
    for part in source.parts(criterion) {
        let cells = vec![
            part.number,
            part.title,
            part.kind,
            part.completion,
            part.claim,
            part.note,
            part.evidence,
        ];
        paper.row(table, RowKind::Plain, cells);
    }
    let line = source.assessment.sheet.line(&criterion.id);
    let scored = line.map(|line| source.scored(line)).unwrap_or_default();
    let full = source.full(criterion);
    let said = format!("{}\n{} / {full}", source.answered(criterion), scored);
    let evidence = source.answer(&criterion.id).map(|answer| numbers(&answer.evidence));
    let mut cells = vec![String::new(), words::self_score(lang).to_owned(), said];
    let evidence = evidence.filter(|numbers| !numbers.is_empty());
    if let (Some(numbers), Some(last)) = (evidence, cells.last_mut()) {
        *last += &format!("\n{numbers}");
    }
    paper.row(table, RowKind::Sum, cells);
}

fn others(source: &Source<'_>, paper: &mut Paper, criteria: &[(&String, &Criterion)]) {
    let lang = source.lang;
    paper.items.push(Item::Heading(words::measures_heading(lang).into()));
    let table = paper.table(vec![
        Column::centred(words::number(lang), 12),
        Column::new(words::content(lang), 32),
        Column::new(words::applied(lang), 60),
        Column::centred(words::points(lang), 14),
        Column::centred(words::self_score(lang), 19),
        Column::centred(words::evidence(lang), 19),
    ]);
    for (number, criterion) in criteria {
        let line = source.assessment.sheet.line(&criterion.id);
        let evidence = source.answer(&criterion.id).map(|answer| numbers(&answer.evidence));
        let cells = vec![
            (*number).clone(),
            source.say(&criterion.title),
            source.answered(criterion),
            source.full(criterion),
            line.map(|line| source.scored(line)).unwrap_or_default(),
            evidence.unwrap_or_default(),
        ];
        paper.row(table, RowKind::Plain, cells);
        for part in source.parts(criterion) {
            let said = [part.kind, part.claim, part.note].into_iter().filter(|one| !one.is_empty());
            let said: Vec<String> = said.collect();
            let cells = vec![
                part.number,
                part.title,
                said.join("\n"),
                String::new(),
                part.standing,
                part.evidence,
            ];
            paper.row(table, RowKind::Part, cells);
        }
    }
}
