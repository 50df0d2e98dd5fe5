//! A criterion's rule in plain words.

use selfscore_wording::{Lang, describe as words};

use super::{bounds, listed, ties};
use crate::points::{MAX_SCALE, Points};
use crate::scheme::{
    Applies, Asked, Criterion, DeductionItem, DeductionRule, EntriesRule, Mean, RankRule, Rule,
    Scale, TasksRule,
};

/// What the rule asks and gives, a sentence each.
pub(super) fn sentences(criterion: &Criterion, lang: Lang) -> Vec<String> {
    // Before a conversion; a quotient without end is cut to what a file can say.
    let full = criterion.rule_maximum().rounded(MAX_SCALE);
    match &criterion.rule {
        Rule::Tasks(rule) => tasks(rule, lang),
        Rule::Choice(rule) => {
            let options = rule.options.iter().map(|option| {
                let label = option.label.get(lang);
                match option.to {
                    Some(to) => words::option_to(lang, label, option.points, to),
                    None => words::option(lang, label, option.points),
                }
            });
            vec![words::choice(lang, listed(options, lang))]
        }
        Rule::Deduction(rule) => deduction(rule, full, lang),
        Rule::Checklist(rule) => {
            let items = rule.items.iter();
            let items = items.map(|item| words::option(lang, item.label.get(lang), item.points));
            vec![words::checklist(lang, listed(items, lang))]
        }
        Rule::Count(rule) => {
            let items = rule.items.iter();
            let items = items.map(|item| words::each(lang, item.label.get(lang), item.each));
            vec![words::count(lang, listed(items, lang)), words::at_most_points(lang, rule.cap)]
        }
        Rule::Value(rule) => vec![asked(&rule.asked, lang), scale(&rule.asked, &rule.scale, lang)],
        Rule::Judged(rule) => {
            vec![words::judged(lang, rule.label.get(lang), rule.least, rule.most)]
        }
        Rule::Entries(rule) => entries(rule, lang),
        Rule::Assessed(rule) => {
            let label = rule.label.get(lang);
            vec![words::assessed(lang, label, rule.least, rule.most, rule.assessors)]
        }
        Rule::Best(rule) => vec![asked(&rule.asked, lang), words::best(lang, full)],
        Rule::Rank(rule) => rank(rule, full, lang),
        Rule::Veto(rule) => {
            let items = rule.items.iter().map(|item| item.label.get(lang).to_owned());
            vec![words::veto(lang, listed(items, lang), rule.at_most)]
        }
        Rule::Record(rule) => vec![words::record(lang, rule.reason.get(lang))],
    }
}

fn tasks(rule: &TasksRule, lang: Lang) -> Vec<String> {
    let mean = match rule.mean {
        Mean::OverTasks => words::tasks_over_tasks(lang),
        Mean::OverRoles => words::tasks_over_roles(lang),
    };
    vec![
        words::tasks_shares(lang, rule.full_at, rule.zero_below),
        words::tasks_weights(lang, rule.lead_weight, rule.supporting_weight),
        mean.into(),
    ]
}

fn deduction(rule: &DeductionRule, full: Points, lang: Lang) -> Vec<String> {
    let mut said = vec![match full > Points::ZERO {
        true => words::starts_full(lang, full),
        false => words::starts_zero(lang).into(),
    }];
    if let Some(requires) = &rule.requires {
        said.push(words::requires(lang, requires.label.get(lang)));
    }
    let items = rule.items.iter().map(|item| deduction_item(item, lang));
    said.push(words::off(lang, listed(items, lang)));
    said.push(words::not_below(lang, rule.floor));
    said
}

fn deduction_item(item: &DeductionItem, lang: Lang) -> String {
    let (label, each) = (item.label.get(lang), item.each);
    // Of several that are reached only the last counts.
    let mut further: Vec<_> = item.further.iter().map(|one| (one.from, one.points)).collect();
    further.sort();
    // What costs nothing by itself says nothing of it.
    let only = (each == Points::ZERO && item.most.is_none()).then_some(further.first()).flatten();
    let mut said = match (item.most, item.once, only) {
        (_, _, Some((from, points))) => words::off_only(lang, label, from, points),
        (Some(most), true, _) => words::off_range_once(lang, label, each, most),
        (Some(most), false, _) => words::off_range(lang, label, each, most),
        (None, true, _) => words::off_once(lang, label, each),
        (None, false, _) => words::off_each(lang, label, each),
    };
    for (at, (from, points)) in further.iter().enumerate() {
        match (at, only.is_some()) {
            (0, true) => {}
            (0, false) => said.push_str(&words::off_further(lang, from, points)),
            (_, true) => said.push_str(&words::off_only_instead(lang, from, points)),
            (_, false) => said.push_str(&words::off_further_instead(lang, from, points)),
        }
    }
    match item.applies {
        Some(Applies::LeadUnits) => said.push_str(words::off_lead(lang)),
        None => {}
    }
    said
}

fn entries(rule: &EntriesRule, lang: Lang) -> Vec<String> {
    let levels = rule.levels.iter();
    let levels = levels.map(|level| words::option(lang, level.label.get(lang), level.points));
    let mut said = vec![words::entries(lang, listed(levels, lang))];
    if !rule.placements.is_empty() {
        let placements = rule.placements.iter();
        let placements = placements.map(|one| words::times(lang, one.label.get(lang), one.by));
        said.push(words::placements(lang, listed(placements, lang)));
    }
    if rule.shared_clause.is_some() {
        said.push(words::shared(lang).into());
    }
    if rule.highest_clause.is_some() {
        said.push(words::highest(lang).into());
    }
    said.push(words::at_most_points(lang, rule.cap));
    said
}

fn asked(asked: &Asked, lang: Lang) -> String {
    let places = match asked.decimals {
        0 => words::whole(lang).into(),
        decimals => words::places(lang, decimals),
    };
    // The unit once, with the upper end.
    let most = in_unit(asked, asked.most, lang);
    words::asked(lang, asked.label.get(lang), asked.least, most, places)
}

/// A number with what it is counted in.
fn in_unit(asked: &Asked, number: Points, lang: Lang) -> String {
    match asked.unit.get(lang) {
        "" => number.to_string(),
        unit => words::in_unit(lang, number, unit),
    }
}

fn scale(asked: &Asked, scale: &Scale, lang: Lang) -> String {
    match scale {
        Scale::Bands { bands } => {
            let bands = bands.iter().map(|band| {
                let range = bounds(&band.bounds, |end| in_unit(asked, end, lang), lang);
                words::band(lang, range, band.points)
            });
            words::bands(lang, listed(bands, lang))
        }
        Scale::Linear { anchors, .. } => {
            let anchors = anchors
                .iter()
                .map(|anchor| words::anchor(lang, in_unit(asked, anchor.at, lang), anchor.points));
            words::linear(lang, anchors.collect::<Vec<_>>().join(words::and(lang)))
        }
    }
}

fn rank(rule: &RankRule, full: Points, lang: Lang) -> Vec<String> {
    let first = match rule.smallest_first {
        true => words::rank_smallest(lang),
        false => words::rank_largest(lang),
    };
    vec![
        asked(&rule.asked, lang),
        first.into(),
        words::rank(lang, full, rule.step, rule.last),
        words::ties_of_numbers(lang, ties(rule.ties, lang)),
    ]
}
