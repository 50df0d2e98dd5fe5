//! Places in words.

use selfscore_wording::{Lang, answers as asked, changes as words, columns};

use super::rows::{find, key_of};
use super::{borrowed, parts};
use crate::draft::{Draft, Entry};
use crate::scheme::{Criterion, Rule, Scheme, When};
use crate::text::Text;

/// A place in words for people: the criterion by its title, a task by its number, a list's entry
/// by its position, then the column; fields of the head by their labels. Rows are looked up in the
/// draft, so give the one that has them: of a row taken away, the draft before. An unknown
/// criterion, option or field is told by its id.
pub fn place_words(scheme: &Scheme, draft: &Draft, place: &str, lang: Lang) -> String {
    let parts = parts(place);
    match borrowed(&parts)[..] {
        ["answers", id, ref rest @ ..] => {
            let criterion = scheme.criterion(id);
            let title = criterion.map_or(id, |criterion| criterion.title.get(lang));
            let nothing = Entry::default();
            let entry = draft.entry(id).unwrap_or(&nothing);
            let rest = beneath(criterion, entry, rest, lang);
            let title = scheme.unmask(title, &draft.district);
            rest.into_iter().fold(title, |whole, part| {
                words::part(lang, whole, scheme.unmask(&part, &draft.district))
            })
        }
        ["extra" | "scheme_extra" | "score_extra", name] => words::other(lang, name),
        [name] => head(name, lang).unwrap_or(place).to_owned(),
        _ => place.to_owned(),
    }
}

fn head(name: &str, lang: Lang) -> Option<&'static str> {
    Some(match name {
        "scheme" => columns::scheme_id(lang),
        "scheme_sha256" => columns::scheme_sha256(lang),
        "unit" => columns::unit(lang),
        "district" => columns::district(lang),
        "filled_by" => columns::filled_by(lang),
        "reviewed_by" => columns::reviewed_by(lang),
        "phone" => columns::phone(lang),
        "filled_on" => columns::filled_on(lang),
        "evidence" => columns::evidence_list(lang),
        _ => return None,
    })
}

/// What is beneath a criterion, from the whole to the part.
fn beneath(criterion: Option<&Criterion>, entry: &Entry, rest: &[&str], lang: Lang) -> Vec<String> {
    let rule = criterion.map(|criterion| &criterion.rule);
    match *rest {
        [] => Vec::new(),
        ["tasks"] => vec![words::order_of_tasks(lang).into()],
        ["entries"] => vec![words::order_of_entries(lang).into()],
        ["tasks", key, ref column @ ..] => {
            let mut told = vec![task(entry, key, lang)];
            told.extend(self::column(column, lang));
            told
        }
        ["entries", key, ref column @ ..] => {
            let place = key_of(key)
                .and_then(|key| entry.entries.iter().position(|row| row.key == key))
                .map(|index| words::entry(lang, index + 1));
            let mut told = vec![place.unwrap_or_else(|| words::entry_gone(lang).into())];
            told.extend(self::column(column, lang));
            told
        }
        ["occurrences", id] => vec![item_words(rule, id, lang)],
        ["claims", id] => vec![asked::claim_off(lang, item_words(rule, id, lang))],
        ["flags", id] => {
            let label = criterion.and_then(|criterion| flag(criterion, id));
            vec![label.map_or(id, |label| label.get(lang)).to_owned()]
        }
        ["extra", name] => vec![words::other(lang, name)],
        [name] => vec![field(rule, name, lang).unwrap_or_else(|| name.to_owned())],
        ref other => vec![other.join("/")],
    }
}

fn task(entry: &Entry, key: &str, lang: Lang) -> String {
    let row = key_of(key).and_then(|key| find(&entry.tasks, key));
    match row.map(|row| (row.key, row.number.trim())) {
        None => words::task_gone(lang).into(),
        Some((key, "")) => {
            let before = entry.tasks.iter().take_while(|row| row.key != key);
            words::task_unnumbered(lang, before.count() + 1)
        }
        Some((_, number)) => words::task(lang, number),
    }
}

/// A column of a row.
fn column(column: &[&str], lang: Lang) -> Option<String> {
    let known = match *column {
        [] => return None,
        ["extra", name] => return Some(words::other(lang, name)),
        ["number"] => columns::number(lang),
        ["title"] => words::title(lang),
        ["role"] => columns::role(lang),
        ["completion"] => words::completion(lang),
        ["in_debugging"] => columns::debugging(lang),
        ["claim"] => words::share(lang),
        ["level"] => words::level(lang),
        ["times"] => words::times(lang),
        ["placement"] => words::placement(lang),
        ["authors"] => columns::authors(lang),
        ["note"] => columns::note(lang),
        ["evidence"] => columns::evidence(lang),
        _ => return Some(column.join("/")),
    };
    Some(known.to_owned())
}

/// A field of an answer, in the rule's own words where it has some.
fn field(rule: Option<&Rule>, name: &str, lang: Lang) -> Option<String> {
    let own: Option<&Text> = match (name, rule) {
        ("met", Some(Rule::Deduction(rule))) => rule.requires.as_ref().map(|asked| &asked.label),
        ("value", Some(Rule::Value(rule))) => Some(&rule.asked.label),
        ("value", Some(Rule::Best(rule))) => Some(&rule.asked.label),
        ("value", Some(Rule::Rank(rule))) => Some(&rule.asked.label),
        ("claim", Some(Rule::Judged(rule))) => Some(&rule.label),
        ("scores", Some(Rule::Assessed(rule))) => Some(&rule.label),
        _ => None,
    };
    let known = match name {
        _ if own.is_some() => return own.map(|own| own.get(lang).to_owned()),
        "choice" => words::choice(lang),
        "met" => words::met(lang),
        "done" => words::done(lang),
        "value" => words::value(lang),
        "claim" => words::claim(lang),
        "no_entries" => words::no_entries(lang),
        "scores" => words::scores(lang),
        "applies" => columns::applies(lang),
        "note" => columns::note(lang),
        "evidence" => columns::evidence(lang),
        _ => return None,
    };
    Some(known.to_owned())
}

/// An option, item or level by the rule's words, else by its id.
pub(crate) fn item_words(rule: Option<&Rule>, id: &str, lang: Lang) -> String {
    rule.and_then(|rule| item(rule, id)).map_or(id, |label| label.get(lang)).to_owned()
}

fn item<'r>(rule: &'r Rule, id: &str) -> Option<&'r Text> {
    fn of<'r>(all: impl Iterator<Item = (&'r String, &'r Text)>, id: &str) -> Option<&'r Text> {
        all.into_iter().find(|(one, _)| *one == id).map(|(_, label)| label)
    }
    match rule {
        Rule::Choice(rule) => of(rule.options.iter().map(|one| (&one.id, &one.label)), id),
        Rule::Deduction(rule) => of(rule.items.iter().map(|one| (&one.id, &one.label)), id),
        Rule::Checklist(rule) => of(rule.items.iter().map(|one| (&one.id, &one.label)), id),
        Rule::Count(rule) => of(rule.items.iter().map(|one| (&one.id, &one.label)), id),
        Rule::Veto(rule) => of(rule.items.iter().map(|one| (&one.id, &one.label)), id),
        Rule::Entries(rule) => of(rule.levels.iter().map(|one| (&one.id, &one.label)), id),
        _ => None,
    }
}

fn flag<'c>(criterion: &'c Criterion, wanted: &str) -> Option<&'c Text> {
    criterion.modifiers.iter().find_map(|modifier| match modifier.when() {
        Some(When::Flag { id, label }) if id == wanted => Some(label),
        _ => None,
    })
}
