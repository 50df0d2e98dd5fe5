//! A scheme in plain words, for who reads it and not its file: what a criterion's rule and
//! modifiers do, how a group comes together, how the total comes about and is graded.
//!
//! Numbers are those of the file. Words for ends of ranges are the Civil Code's (art. 1259):
//! 以上、以下 include the number, 超过、不满 do not.

mod rule;

use selfscore_wording::{Lang, describe as words, trace};

use super::{
    Absent, Bounds, Combine, Criterion, Group, Late, Modifier, Multiplied, SchemeFile, Standing,
    Ties, Together, Total, Weight, When, full,
};
use crate::points::Points;
use crate::text::Text;

/// A criterion: full marks, the rule, each modifier in order, and whom it concerns. One sentence
/// each, in the order in which they take effect.
pub fn criterion(file: &SchemeFile, criterion: &Criterion, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    // Full marks are nothing to tell of what is not counted, or only taken off.
    if let Some(points) = criterion.points.filter(|points| *points > Points::ZERO) {
        said.push(words::full(lang, points));
    }
    said.extend(rule::sentences(criterion, lang));
    said.extend(modifiers(file, &criterion.modifiers, lang));
    if criterion.optional.is_some() {
        said.push(words::optional(lang).into());
    }
    if !criterion.classes.is_empty() {
        let titles = class_titles(file, &criterion.classes, lang);
        said.push(words::for_classes(lang, titles.join(words::and(lang))));
    }
    said
}

/// A group: its standing, its weight, and what becomes of its parts. Empty where its parts are
/// added and count towards full marks.
pub fn group(file: &SchemeFile, group: &Group, lang: Lang) -> Vec<String> {
    let mut said: Vec<String> = match group.standing {
        Standing::Base => Vec::new(),
        Standing::Bonus => vec![words::standing_bonus(lang).into()],
        Standing::Penalty => vec![words::standing_penalty(lang).into()],
    };
    if let Some(weight) = &group.weight {
        said.extend(self::weight(file, weight, lang));
    }
    said.extend(together(file, &group.together, lang));
    said
}

/// What a part weighs among its siblings, and for which classes otherwise.
pub fn weight(file: &SchemeFile, weight: &Weight, lang: Lang) -> Vec<String> {
    let by_class = weight.by_class.iter().map(|(class, weight)| {
        let title = class_title(file, class, lang);
        words::weight_class(lang, title, weight)
    });
    std::iter::once(words::weight(lang, weight.all)).chain(by_class).collect()
}

/// How parts come together, and what happens to their points then. Empty where they are added.
pub fn together(file: &SchemeFile, together: &Together, lang: Lang) -> Vec<String> {
    let combined = match together.combine {
        Combine::Sum => None,
        Combine::WeightedMean => Some(words::weighted_mean(lang)),
    };
    let absent = match together.absent {
        Absent::Keep => None,
        Absent::Rescale => Some(words::rescale(lang)),
        Absent::Spread => Some(words::spread(lang)),
    };
    let how = combined.into_iter().chain(absent).map(str::to_owned);
    how.chain(modifiers(file, &together.modifiers, lang)).collect()
}

/// The total: how the base comes together, full marks, what happens then, rounding, grades,
/// equal totals, and forms that are late.
pub fn total(file: &SchemeFile, lang: Lang) -> Vec<String> {
    let plain = Total::default();
    let total = file.total.as_ref().unwrap_or(&plain);
    let mut said = together(file, &total.base, lang);
    said.push(words::total_full(lang, total.points.unwrap_or_else(|| full::marks(file))));
    said.extend(modifiers(file, &total.modifiers, lang));
    said.push(words::rounded(lang, total.decimals.unwrap_or(file.decimals)));
    if !total.grades.is_empty() {
        let grades = total.grades.iter().map(|grade| {
            let range = bounds(&grade.bounds, |end| words::in_points(lang, end), lang);
            words::grade(lang, grade.label.get(lang), range)
        });
        said.push(words::grades(lang, listed(grades, lang)));
    }
    said.push(words::ties(lang, ties(total.ties, lang)));
    said.push(match &total.late {
        Some(Late::Deduct { each, most, .. }) => words::late_deduct(lang, each, most),
        Some(Late::Forfeit { .. }) | None => words::late_forfeit(lang).into(),
    });
    said
}

/// What each modifier does, in order.
pub fn modifiers(file: &SchemeFile, modifiers: &[Modifier], lang: Lang) -> Vec<String> {
    modifiers.iter().map(|one| modifier(file, one, lang)).collect()
}

/// What a modifier does.
pub fn modifier(file: &SchemeFile, modifier: &Modifier, lang: Lang) -> String {
    match modifier {
        Modifier::Cap { at, .. } => words::op_cap(lang, at),
        Modifier::Floor { at, .. } => words::op_floor(lang, at),
        Modifier::Scale { from, to, .. } => words::op_scale(lang, from, to),
        Modifier::Multiply { by, of, when, .. } => {
            let when = condition(file, when, lang);
            match of {
                Multiplied::Points => words::op_multiply_points(lang, when, by),
                Multiplied::Loss => words::op_multiply_loss(lang, when, by),
            }
        }
        Modifier::Gate { when, otherwise, .. } => {
            words::op_gate(lang, condition(file, when, lang), otherwise)
        }
    }
}

fn condition(file: &SchemeFile, when: &When, lang: Lang) -> String {
    match when {
        When::Flag { label, .. } => words::when_flag(lang, label.get(lang)),
        When::Class { classes } => {
            words::when_class(lang, class_titles(file, classes, lang).join(words::or(lang)))
        }
        When::LeadUnit => words::when_lead(lang).into(),
        When::Points { of, bounds: range } => {
            let range = bounds(range, |end| words::in_points(lang, end), lang);
            words::when_points(lang, part_title(file, of, lang), range)
        }
    }
}

/// A range in the words of the Civil Code; `number` says an end with its unit.
fn bounds(bounds: &Bounds, number: impl Fn(Points) -> String, lang: Lang) -> String {
    let low = match bounds.lower() {
        Some((end, true)) => Some(words::at_least(lang, number(end))),
        Some((end, false)) => Some(words::above(lang, number(end))),
        None => None,
    };
    let high = match bounds.upper() {
        Some((end, true)) => Some(words::at_most(lang, number(end))),
        Some((end, false)) => Some(words::below(lang, number(end))),
        None => None,
    };
    match (low, high) {
        (Some(low), Some(high)) => words::both_ends(lang, low, high),
        (Some(end), None) | (None, Some(end)) => end,
        (None, None) => words::bounds_any(lang).into(),
    }
}

fn ties(ties: Ties, lang: Lang) -> &'static str {
    match ties {
        Ties::Skip => words::ties_skip(lang),
        Ties::Dense => words::ties_dense(lang),
    }
}

/// Entries of a list; they may hold commas themselves.
fn listed(entries: impl Iterator<Item = String>, lang: Lang) -> String {
    entries.collect::<Vec<_>>().join(words::list(lang))
}

fn class_titles<'a>(file: &'a SchemeFile, classes: &'a [String], lang: Lang) -> Vec<&'a str> {
    classes.iter().map(|class| class_title(file, class, lang)).collect()
}

/// A class's title, or its id while an editor has no class of that id.
fn class_title<'a>(file: &'a SchemeFile, id: &'a str, lang: Lang) -> &'a str {
    let class = file.classes.iter().find(|class| class.id == id);
    class.map_or(id, |class| class.title.get(lang))
}

/// The title of a criterion or group, the word for the base, or the id where there is no such part.
fn part_title<'a>(file: &'a SchemeFile, id: &'a str, lang: Lang) -> &'a str {
    fn find<'a>(groups: &'a [Group], id: &str) -> Option<&'a Text> {
        groups.iter().find_map(|group| match group.id.as_deref() == Some(id) {
            true => Some(&group.title),
            false => find(&group.groups, id),
        })
    }
    let mut criteria = file.groups.iter().flat_map(Group::all_indicators).flat_map(|i| &i.criteria);
    let criterion = criteria.find(|criterion| criterion.id == id).map(|found| &found.title);
    match criterion.or_else(|| find(&file.groups, id)) {
        Some(title) => title.get(lang),
        None if id == "base" => trace::base(lang),
        None => id,
    }
}
