//! Scores as a table: a row a criterion, and one for the total of each form.

use std::collections::BTreeSet;
use std::io;

use selfscore_core::issue::field;
use selfscore_core::scoring::State;
use selfscore_wording::{Lang, cli as words, page};

use super::text::{as_stated, difference, grade, issue_line, state};
use super::{Refused, Scored};
use crate::out::{Out, guarded, joined};

/// The key of the row of the total: no id of a criterion begins like this.
const TOTAL: &str = "/total";

/// UTF-8 with a byte order mark, for spreadsheets. Forms that have no score are not in it.
pub(super) fn write(all: &[Result<Scored, Refused>], out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(words::CSV_HEADINGS.map(|heading| heading(lang)))?;
    for scored in all.iter().flatten() {
        for row in rows(scored, lang) {
            writer.write_record(row.iter().map(|cell| guarded(cell)))?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    out.bytes(&bytes)
}

fn rows(scored: &Scored, lang: Lang) -> Vec<[String; 13]> {
    let decimals = scored.scheme().decimals();
    let verdict = |criterion: Option<&str>, decimals| match scored.stated(criterion) {
        None => (String::new(), page::not_stated(lang)),
        Some(figure) => {
            let same = if figure.differs() { page::differs(lang) } else { page::same(lang) };
            (as_stated(figure.stated.unwrap_or_default(), decimals), same)
        }
    };
    let mut rows = Vec::with_capacity(scored.sheet.lines.len() + 1);
    let mut said = vec![false; scored.issues.len()];
    for line in &scored.sheet.lines {
        let title = scored.scheme().criterion(&line.criterion).map(|c| c.title.get(lang));
        let (stated, verdict) = verdict(Some(&line.criterion), decimals);
        let counted = line.state != State::NotCounted;
        let when = |text: String| if counted { text } else { String::new() };
        let at = field::answer(&line.criterion);
        let mut here = Vec::new();
        for (issue, said) in scored.issues.iter().zip(&mut said) {
            let below = issue.field.strip_prefix(&at);
            if below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
                *said = true;
                here.push(issue_line(issue, lang));
            }
        }
        rows.push([
            scored.file.clone(),
            scored.form.unit.clone(),
            scored.scheme().id().to_owned(),
            line.criterion.clone(),
            title.unwrap_or_default().to_owned(),
            when(line.points.fixed(decimals)),
            when(line.highest.fixed(decimals)),
            when(line.maximum.to_string()),
            state(scored, line, lang),
            when(Scored::formula(&line.trace, lang, decimals)),
            stated,
            verdict.to_owned(),
            here.join(" "),
        ]);
    }
    let sheet = &scored.sheet;
    let decimals = scored.scheme().total_decimals();
    let (stated, verdict) = verdict(None, decimals);
    let lines: BTreeSet<&str> = sheet.lines.iter().map(|line| line.criterion.as_str()).collect();
    let stray = scored.compared.iter().filter(|figure| {
        figure.criterion.as_deref().is_some_and(|id| !lines.contains(id)) && figure.differs()
    });
    let stray = stray.map(|figure| difference(scored, figure, lang));
    let complete = match sheet.complete {
        true => page::state_complete(lang),
        false => page::state_incomplete(lang),
    };
    // What concerns no criterion of the scheme concerns the form.
    let rest = scored.issues.iter().zip(said).filter(|(_, said)| !said);
    let rest = rest.map(|(issue, _)| issue_line(issue, lang));
    let doubt = scored.chosen.message(lang).filter(|_| scored.chosen.doubtful());
    rows.push([
        scored.file.clone(),
        scored.form.unit.clone(),
        scored.scheme().id().to_owned(),
        TOTAL.to_owned(),
        page::total(lang).to_owned(),
        sheet.total.fixed(decimals),
        sheet.highest.fixed(decimals),
        sheet.maximum.to_string(),
        joined(lang, [complete].into_iter().chain(grade(scored, lang)).map(str::to_owned)),
        sheet.trace.iter().map(|trace| Scored::formula(trace, lang, decimals)).collect(),
        stated,
        verdict.to_owned(),
        doubt.into_iter().chain(stray).chain(rest).collect::<Vec<_>>().join(" "),
    ]);
    rows
}
