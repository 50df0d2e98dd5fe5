//! The tables of the results, and the workbook of them.

use std::collections::HashMap;

use selfscore_wording::{Lang, cli_forms, results as words};

use super::table::{Cell, Table};
use super::{Named, Results, Row, Standing};
use crate::batch::{Outcome, What};
use crate::book::Book;
use crate::verify::{Decision, Verified};

/// The name of a kind of finding; its code where there is none.
pub fn kind_words(code: &str, lang: Lang) -> &str {
    cli_forms::KINDS.iter().find(|(kind, _)| *kind == code).map_or(code, |(_, word)| word(lang))
}

/// The table of units.
pub fn units<'a>(by: impl Into<Named<'a>>, results: &Results, lang: Lang) -> Table {
    let by = by.into();
    let places = by.scheme.total_decimals();
    let headings = [
        words::rank(lang),
        words::unit(lang),
        words::claimed(lang),
        words::recomputed(lang),
        words::verified(lang),
        words::state(lang),
        words::grade(lang),
        words::found(lang),
        words::received(lang),
        words::file(lang),
    ];
    let mut table = Table::of("results", words::title(lang), &headings);
    table.rows.extend(results.rows.iter().map(|row| {
        let grade = row.grade.as_ref().map(|grade| grade.get(lang)).unwrap_or_default();
        vec![
            row.rank.map_or(Cell::Nothing, Cell::Count),
            by.show(&row.unit).into(),
            Cell::figure(row.claimed, places),
            Cell::figure(row.recomputed, places),
            Cell::figure(row.verified, places),
            row.standing.words(lang).into(),
            grade.into(),
            found(row, lang).into(),
            Cell::date(row.received.as_deref().unwrap_or_default()),
            row.file.as_str().into(),
        ]
    }));
    table
}

/// The findings of a row, each kind with its number; that it handed in nothing says its state.
fn found(row: &Row, lang: Lang) -> String {
    let absent = What::NotSubmitted.code();
    let kinds = row.findings.iter().filter(|(code, _)| *code != absent);
    let kinds = kinds.map(|(code, times)| words::found_times(lang, kind_words(code, lang), times));
    kinds.collect::<Vec<_>>().join(words::between(lang))
}

/// Each unit's points at each counted criterion, a row each, in the order of the table of units; with reason and
/// reviewer of what was verified.
pub fn lines<'a>(
    by: impl Into<Named<'a>>,
    outcome: &Outcome,
    results: &Results,
    verified: &Verified,
    lang: Lang,
) -> Table {
    let by = by.into();
    let scheme = by.scheme;
    // Of several that stand for one, the last; they agree, or nothing is verified.
    let standing = verified.all_standing();
    let standing =
        standing.into_iter().map(|one| ((one.unit.as_str(), one.criterion.as_str()), one));
    let standing: HashMap<(&str, &str), &Decision> = standing.collect();
    let places = scheme.decimals();
    let headings = [
        words::unit(lang),
        words::criterion(lang),
        words::full(lang),
        words::claimed(lang),
        words::recomputed(lang),
        words::verified(lang),
        words::reason(lang),
        words::reviewer(lang),
    ];
    let mut table = Table::of("lines", words::lines(lang), &headings);
    for row in &results.rows {
        let kept = row.form.and_then(|form| outcome.forms.get(form));
        let Some(figures) = kept.and_then(|kept| kept.figures.as_ref()) else { continue };
        let counted = scheme.criteria().zip(&figures.lines).filter(|(one, _)| one.counted());
        table.rows.extend(counted.map(|(criterion, line)| {
            let decision = standing.get(&(row.unit.as_str(), criterion.id.as_str()));
            let decision =
                decision.filter(|one| one.points == line.verified && one.points.is_some());
            let text = |of: fn(&Decision) -> &String| {
                decision.map_or(Cell::Nothing, |one| of(one).as_str().into())
            };
            vec![
                by.show(&row.unit).into(),
                by.say(&criterion.title, lang).into(),
                Cell::Figure(criterion.maximum(), places),
                Cell::figure(line.claimed, places),
                Cell::Figure(line.recomputed, places),
                Cell::figure(line.verified, places),
                text(|one| &one.reason),
                text(|one| &one.reviewer),
            ]
        }));
    }
    table
}

/// All findings, those of earlier forms among them.
pub fn findings<'a>(by: impl Into<Named<'a>>, outcome: &Outcome, lang: Lang) -> Table {
    let by = by.into();
    let scheme = by.scheme;
    let headings = [
        words::unit(lang),
        words::file(lang),
        words::criterion(lang),
        words::kind(lang),
        words::claimed(lang),
        words::recomputed(lang),
        words::message(lang),
        words::remedy(lang),
        words::code(lang),
    ];
    let mut table = Table::of("findings", words::findings(lang), &headings);
    table.rows.extend(outcome.findings.iter().map(|found| {
        let (places, criterion) = match &found.criterion {
            Some(id) => (scheme.decimals(), by.say(&scheme.title_of(id), lang)),
            None => (scheme.total_decimals(), String::new()),
        };
        let code = found.what.code();
        vec![
            by.show(&found.unit).into(),
            found.file.as_str().into(),
            criterion.into(),
            kind_words(code, lang).into(),
            Cell::figure(found.claimed, places),
            Cell::figure(found.recomputed, places),
            by.show(&found.message(scheme, lang)).into(),
            found.remedy(lang).into(),
            code.into(),
        ]
    }));
    table
}

/// Units that handed in nothing.
pub fn absent<'a>(by: impl Into<Named<'a>>, results: &Results, lang: Lang) -> Table {
    let by = by.into();
    let headings = [words::unit(lang), words::due(lang), words::state(lang)];
    let mut table = Table::of("absent", words::absent(lang), &headings);
    let absent = results.rows.iter().filter(|row| row.standing == Standing::NotSubmitted);
    table.rows.extend(absent.map(|row| {
        vec![
            by.show(&row.unit).into(),
            Cell::date(&by.scheme.file().due),
            row.standing.words(lang).into(),
        ]
    }));
    table
}

/// The workbook of the results: units, points by criterion, findings, and who handed in nothing.
/// `made_on` is the day, ISO, or empty.
pub fn book<'a>(
    by: impl Into<Named<'a>>,
    outcome: &Outcome,
    verified: &Verified,
    lang: Lang,
    made_on: &str,
) -> Book {
    let by = by.into();
    let results = Results::of(by.scheme, outcome);
    let tables = [
        units(by, &results, lang),
        lines(by, outcome, &results, verified, lang),
        findings(by, outcome, lang),
        absent(by, &results, lang),
    ];
    let sheets =
        tables.iter().map(|table| table.sheet(|shown, all| words::first_rows(lang, shown, all)));
    Book {
        title: format!("{} {}", by.say(&by.scheme.file().title, lang), words::title(lang)),
        made_on: made_on.to_owned(),
        sheets: sheets.collect(),
    }
}
