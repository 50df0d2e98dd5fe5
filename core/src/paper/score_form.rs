//! 《评分表》: the official table with points; tasks and entries below their criterion.

use selfscore_wording::{Lang, paper as words};

use super::source::{Source, numbers};
use super::{Column, Paper, RowKind};
use crate::scheme::{Criterion, Group, Indicator, Rule};

/// Millimetres of the columns add up to [`super::Document::width`]. English clauses are half as long again,
/// and English headings have no place to break.
fn columns(source: &Source<'_>) -> Vec<Column> {
    let lang = source.lang;
    let [number, indicator, content, points, clauses, own, note, evidence, verified, remark] =
        match lang {
            Lang::Zh => [13, 22, 42, 13, 60, 18, 42, 21, 13, 13],
            Lang::En => [12, 20, 32, 12, 78, 20, 29, 22, 16, 16],
        };
    vec![
        Column::centred(words::number(lang), number),
        Column::new(words::indicator(lang), indicator),
        Column::new(words::content(lang), content),
        Column::centred(words::points(lang), points),
        Column::new(words::clauses(lang), clauses),
        Column::centred(words::self_score(lang), own),
        Column::new(words::note(lang), note),
        Column::centred(words::evidence(lang), evidence),
        Column::centred(words::verified(lang), verified),
        Column::new(words::remark(lang), remark),
    ]
}

pub(super) fn write(source: &Source<'_>, paper: &mut Paper) {
    let table = paper.table(columns(source));
    for (at, group) in source.scheme.file().groups.iter().enumerate() {
        self::group(source, paper, table, group, &format!("/groups/{at}"), &[]);
    }
    section(source, paper, table, "/total/base");
    total(source, paper, table);
}

fn group(
    source: &Source<'_>,
    paper: &mut Paper,
    table: usize,
    group: &Group,
    path: &str,
    above: &[String],
) {
    let titles: Vec<String> = above.iter().cloned().chain([source.say(&group.title)]).collect();
    if !group.indicators.is_empty() {
        paper.row(table, RowKind::Group, vec![titles.join(" · ")]);
    }
    for indicator in &group.indicators {
        self::indicator(source, paper, table, indicator);
    }
    for (at, below) in group.groups.iter().enumerate() {
        self::group(source, paper, table, below, &format!("{path}/groups/{at}"), &titles);
    }
    section(source, paper, table, path);
}

fn indicator(source: &Source<'_>, paper: &mut Paper, table: usize, indicator: &Indicator) {
    let contents: Vec<String> = match &indicator.contents[..] {
        [only] => vec![source.say(&only.text)],
        several => several
            .iter()
            .map(|one| {
                words::content_of(
                    source.lang,
                    &one.number,
                    source.say(&one.title),
                    source.say(&one.text),
                )
            })
            .collect(),
    };
    let mut content = contents.join("\n");
    for criterion in &indicator.criteria {
        let title = match indicator.criteria.len() {
            1 => source.say(&indicator.title),
            _ => format!("{}\n{}", source.say(&indicator.title), source.say(&criterion.title)),
        };
        self::criterion(
            source,
            paper,
            table,
            [indicator.number.clone(), title, content],
            criterion,
        );
        content = words::same_as_above(source.lang).into();
    }
}

fn criterion(
    source: &Source<'_>,
    paper: &mut Paper,
    table: usize,
    [number, title, content]: [String; 3],
    criterion: &Criterion,
) {
    let line = source.assessment.sheet.line(&criterion.id);
    let mut clauses = source.clauses(criterion);
    if let Rule::Record(rule) = &criterion.rule {
        clauses = [clauses, source.say(&rule.reason)].join("\n").trim().to_owned();
    }
    let evidence = source.answer(&criterion.id).map(|answer| numbers(&answer.evidence));
    let cells = vec![
        number,
        title,
        content,
        source.full(criterion),
        clauses,
        line.map(|line| source.scored(line)).unwrap_or_default(),
        source.answered(criterion),
        evidence.unwrap_or_default(),
        String::new(),
        String::new(),
    ];
    paper.row(table, RowKind::Plain, cells);
    for part in source.parts(criterion) {
        let said = [part.completion, part.claim];
        let said = match &criterion.rule {
            Rule::Tasks(_) => task(source, &said),
            _ => said.join("\n").trim().to_owned(),
        };
        let cells = vec![
            part.number,
            part.kind,
            part.title,
            String::new(),
            said,
            part.standing,
            part.note,
            part.evidence,
            String::new(),
            String::new(),
        ];
        paper.row(table, RowKind::Part, cells);
    }
}

/// Completion and claim under their names: the column is that of the clauses.
fn task(source: &Source<'_>, [completion, claim]: &[String; 2]) -> String {
    let lang = source.lang;
    let named = |name: &str, value: &String| words::named(lang, name, value);
    let mut said = vec![named(words::completion(lang), completion)];
    if !claim.is_empty() {
        said.push(named(words::claimed(lang), claim));
    }
    said.join("\n")
}

/// What a group came to, where its parts are not simply added.
fn section(source: &Source<'_>, paper: &mut Paper, table: usize, path: &str) {
    let sections = source.assessment.sheet.sections.iter();
    for section in sections.filter(|section| section.path == path) {
        let title = words::subtotal(source.lang, source.say(&section.title));
        let full = source.points(section.maximum);
        paper.row(
            table,
            RowKind::Sum,
            sum(title, full, source.points(section.points), String::new()),
        );
    }
}

fn total(source: &Source<'_>, paper: &mut Paper, table: usize) {
    let sheet = &source.assessment.sheet;
    let lang = source.lang;
    let points = match (sheet.complete, sheet.pending) {
        (true, false) => source.total(sheet.total),
        (true, true) => {
            words::pending(lang, source.total(sheet.total), source.total(sheet.highest))
        }
        (false, _) => {
            words::total_incomplete(lang, source.total(sheet.total), source.total(sheet.highest))
        }
    };
    let grades = source.scheme.file().total.iter().flat_map(|total| &total.grades);
    let grade = sheet.grade.as_ref().and_then(|id| grades.clone().find(|grade| grade.id == *id));
    let grade = grade.map(|grade| words::grade(lang, source.say(&grade.label)));
    let title = words::total(lang).to_owned();
    let full = sheet.maximum.to_string();
    paper.row(table, RowKind::Sum, sum(title, full, points, grade.unwrap_or_default()));
}

fn sum(title: String, full: String, points: String, note: String) -> Vec<String> {
    let empty = String::new;
    vec![empty(), title, empty(), full, empty(), points, note, empty(), empty(), empty()]
}
