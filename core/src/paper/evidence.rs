//! 佐证材料目录: what is bound behind the form, and what of it answers refer to.

use selfscore_wording::paper as words;

use super::source::Source;
use super::{Column, Item, Paper, RowKind};

pub(super) fn write(source: &Source<'_>, paper: &mut Paper) {
    let lang = source.lang;
    let used = used(source);
    let listed = &source.form().evidence;
    let absent = used.iter().filter(|(number, _)| listed.iter().all(|one| one.number != *number));
    let absent: Vec<_> = absent.collect();
    if listed.is_empty() && absent.is_empty() {
        paper.items.push(Item::Text(words::evidence_none(lang).into()));
        return;
    }
    let table = paper.table(vec![
        Column::centred(words::number(lang), 16),
        Column::new(words::evidence_name(lang), 54),
        Column::new(words::evidence_for(lang), 36),
        Column::centred(words::evidence_size(lang), 20),
        Column::centred(words::evidence_digest(lang), 30),
    ]);
    let places = |number: &str| {
        let found = used.iter().find(|(used, _)| used == number);
        found.map(|(_, places)| places.join("\n")).unwrap_or_default()
    };
    for one in listed {
        let size = one.bytes.map(|bytes| bytes.to_string()).unwrap_or_default();
        // Enough to compare by eye; the form file has all of it.
        let digest: String = one.sha256.chars().take(16).collect();
        let cells = vec![one.number.clone(), one.name.clone(), places(&one.number), size, digest];
        paper.row(table, RowKind::Plain, cells);
    }
    for (number, places) in absent {
        let cells = vec![
            number.clone(),
            words::not_listed(lang).into(),
            places.join("\n"),
            String::new(),
            String::new(),
        ];
        paper.row(table, RowKind::Plain, cells);
    }
}

/// Every number that an answer refers to, in the order of the form, with the answers.
fn used(source: &Source<'_>) -> Vec<(String, Vec<String>)> {
    let mut used: Vec<(String, Vec<String>)> = Vec::new();
    let mut note =
        |number: &String, place: &str| match used.iter_mut().find(|(known, _)| known == number) {
            Some((_, places)) if places.iter().any(|known| known == place) => {}
            Some((_, places)) => places.push(place.to_owned()),
            None => used.push((number.clone(), vec![place.to_owned()])),
        };
    for indicator in source.scheme.indicators() {
        for criterion in &indicator.criteria {
            let Some(answer) = source.answer(&criterion.id) else { continue };
            let title = format!("{} {}", indicator.number, source.say(&criterion.title));
            answer.evidence.iter().for_each(|number| note(number, &title));
            for task in answer.tasks.iter().flatten() {
                let place = format!("{} {}", words::task(source.lang), task.number);
                task.evidence.iter().for_each(|number| note(number, &place));
            }
            for (at, listed) in (1..).zip(answer.entries.iter().flatten()) {
                let place = format!("{title} {} {at}", words::entry(source.lang));
                listed.evidence.iter().for_each(|number| note(number, &place));
            }
        }
    }
    used
}
