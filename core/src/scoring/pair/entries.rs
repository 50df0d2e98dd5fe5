//! Entries of a list: each with its level, placement, times and authors.

use super::kinds::PairedEntry;
use crate::answer::Listed;
use crate::issue::{Issue, Problem, field};
use crate::limits;
use crate::scheme::EntriesRule;
use crate::text::Text;
use crate::typed;

pub(super) fn entries<'a>(
    id: &str,
    rule: &'a EntriesRule,
    listed: &[Listed],
    issues: &mut Vec<Issue>,
) -> Vec<PairedEntry<'a>> {
    let pair = |(index, entry): (usize, &Listed)| self::entry(id, rule, index, entry, issues);
    listed.iter().enumerate().map(pair).collect()
}

fn entry<'a>(
    id: &str,
    rule: &'a EntriesRule,
    index: usize,
    entry: &Listed,
    issues: &mut Vec<Issue>,
) -> PairedEntry<'a> {
    let at = |column: &str| field::entry(id, index, column);
    if entry.title.trim().is_empty() {
        issues.push(Issue::new(at("title"), Problem::EntryTitleMissing));
    }
    let level = entry.level.as_ref().and_then(|chosen| {
        let level = rule.levels.iter().find(|level| &level.id == chosen);
        if level.is_none() {
            issues.push(Issue::new(at("level"), Problem::UnknownOption(chosen.clone())));
        }
        level
    });
    if entry.level.is_none() {
        issues.push(Issue::new(at("level"), Problem::LevelMissing));
    }
    let placement = entry.placement.as_ref().and_then(|chosen| {
        let placement = rule.placements.iter().find(|placement| &placement.id == chosen);
        if placement.is_none() {
            issues.push(Issue::new(at("placement"), Problem::UnknownOption(chosen.clone())));
        }
        placement
    });
    let times = match entry.times.unwrap_or(1) {
        times if times > limits::COUNT => {
            issues.push(Issue::new(at("times"), Problem::CountTooLarge(times.to_string())));
            None
        }
        // 只计入1次: the same thing several times is no more than once.
        times @ 2.. if rule.highest_clause.is_some() => {
            let title = Text::from(entry.title.as_str());
            issues.push(Issue::new(at("times"), Problem::MoreThanOnce(title, times)));
            None
        }
        times => Some(times),
    };
    // Where no clause shares, authors are no part of the rule.
    let authors = match (entry.authors.unwrap_or(1), &rule.shared_clause) {
        (_, None) => Some(1),
        (authors @ 1..=limits::AUTHORS, Some(_)) => Some(authors),
        (authors, Some(_)) => {
            issues.push(Issue::new(at("authors"), Problem::AuthorsInvalid(authors.to_string())));
            None
        }
    };
    PairedEntry { index, title: typed::name(&entry.title), level, placement, times, authors }
}
