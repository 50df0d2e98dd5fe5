//! The end of every paper: what is missing, then seal, signatures, contacts and date.

use selfscore_wording::{Lang, paper as words};

use super::source::Source;
use super::{Ending, Item, Paper};
use crate::form::decode::unescape;
use crate::issue::Issue;

/// What keeps the form from being ready, each with its place.
pub(super) fn missing(source: &Source<'_>, paper: &mut Paper) {
    let count = source.blocking();
    if count == 0 {
        return;
    }
    paper.items.push(Item::Heading(words::missing_heading(source.lang, count)));
    for issue in source.assessment.blocking() {
        let place = place(source, issue);
        let message = issue.message(source.lang);
        paper.items.push(Item::Text(words::named(source.lang, place, message)));
    }
}

fn place(source: &Source<'_>, issue: &Issue) -> String {
    let parts: Vec<String> = issue.field.split('/').skip(1).map(unescape).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let title = |id: &str| match source.scheme.criterion(id) {
        Some(criterion) => source.say(&criterion.title),
        None => id.to_owned(),
    };
    match parts[..] {
        ["answers", id, list @ ("tasks" | "entries"), at, ..] => {
            let place: usize = at.parse().unwrap_or_default();
            let tasks = source.answer(id).and_then(|answer| answer.tasks.as_ref());
            let number = tasks.and_then(|tasks| tasks.get(place)).map(|task| task.number.clone());
            let number = number.unwrap_or_else(|| place.saturating_add(1).to_string());
            let kind = match list {
                "tasks" => words::task(source.lang),
                _ => words::entry(source.lang),
            };
            format!("{} {kind} {number}", title(id))
        }
        ["answers", id, ..] => title(id),
        _ => words::head_of_form(source.lang).into(),
    }
}

/// Seal, signatures, contacts and date.
pub(super) fn of(source: &Source<'_>) -> Ending {
    let (lang, form) = (source.lang, source.form());
    let line = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Ending {
        seal: words::seal(lang).into(),
        lines: vec![
            line(words::head(lang), ""),
            line(words::filled_by(lang), &form.filled_by),
            line(words::reviewed_by(lang), &form.reviewed_by),
            line(words::phone(lang), &form.phone),
            line(words::filled_on(lang), &date(lang, &form.filled_on)),
        ],
    }
}

/// A date as it is printed, without leading zeros; room to write one where there is none.
pub(super) fn date(lang: Lang, iso: &str) -> String {
    match crate::date::parts(iso) {
        Some((year, month, day)) => words::date(lang, year, month, day),
        None if iso.trim().is_empty() => words::date_open(lang).into(),
        None => iso.to_owned(),
    }
}
