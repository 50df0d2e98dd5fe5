//! The rows of the tables: a unit that moves and why, an answer left behind, what a criterion
//! tells.

use selfscore_wording::{Lang, ledger, years as words};

use super::carry::Fresh;
use super::left::Left;
use super::moved::{By, ClauseRef, Lost, Named};
use super::replay::{Rank, Remark, Side, UnitMoved};
use super::told::Told;
use crate::points::Points;

pub(super) fn left_row(left: &Left, lang: Lang) -> Vec<String> {
    let about = left.about.as_ref().map_or("", |about| about.get(lang));
    vec![
        left.title.get(lang).into(),
        about.into(),
        left.shown(lang),
        left.why.words(lang),
        left.field.clone(),
    ]
}

pub(super) fn fresh_row(fresh: &Fresh, lang: Lang) -> Vec<String> {
    let items: Vec<&str> = fresh.items.iter().map(|item| item.get(lang)).collect();
    let items = match items.is_empty() {
        true => words::whole_criterion(lang).into(),
        false => items.join(words::comma(lang)),
    };
    vec![fresh.title.get(lang).into(), items]
}

pub(super) fn unit_row(unit: &UnitMoved, decimals: u32, lang: Lang) -> Vec<String> {
    let place = |rank: Rank| match rank.shared_by > 1 {
        true => words::shared(lang, rank.place),
        false => rank.place.to_string(),
    };
    let grade = |side: &Side| side.grade.as_ref().map_or("", |grade| grade.get(lang)).to_owned();
    let mut remarks: Vec<String> = unit.remarks.iter().map(|one| remark(one, lang)).collect();
    if !unit.after.complete {
        remarks.push(words::to_be_answered(lang, unit.after.highest.fixed(decimals)));
    }
    vec![
        unit.unit.clone(),
        unit.before.total.fixed(decimals),
        unit.before.maximum.to_string(),
        place(unit.before.rank),
        unit.after.total.fixed(decimals),
        unit.after.maximum.to_string(),
        place(unit.after.rank),
        signed(unit.difference, decimals),
        unit.rises().to_string(),
        grade(&unit.before),
        grade(&unit.after),
        remarks.join(words::between(lang)),
    ]
}

/// With a plus sign where it rises.
fn signed(points: Points, decimals: u32) -> String {
    let plus = if points > Points::ZERO { "+" } else { "" };
    format!("{plus}{}", points.fixed(decimals))
}

fn remark(remark: &Remark, lang: Lang) -> String {
    match remark {
        Remark::OtherScheme { id } => words::other_scheme(lang, id),
        Remark::OtherRevision { revision } => words::other_revision(lang, revision),
        Remark::NotInOld => words::not_in_old(lang).into(),
        Remark::NotInNew => words::not_in_new(lang).into(),
        Remark::SeveralForms => words::several_forms(lang).into(),
    }
}

pub(super) fn by_row(by: &By, decimals: u32, lang: Lang) -> Vec<String> {
    let titles = |all: &[Named]| {
        let titles: Vec<&str> = all.iter().map(|one| one.title.get(lang)).collect();
        titles.join(words::comma(lang))
    };
    let (from, to) = (titles(&by.from), titles(&by.to));
    let what = match (from.is_empty(), to.is_empty()) {
        (true, true) => words::on_the_way(lang).into(),
        _ if from == to => to,
        (true, false) => words::heading(lang, words::nothing(lang), to),
        (false, true) => words::heading(lang, from, words::dropped_short(lang)),
        _ => words::heading(lang, from, to),
    };
    let lost: Vec<String> = by.lost.iter().map(|lost| loss(lost, lang)).collect();
    // Where nothing is lost that was not, the points themselves are others.
    let gained = lost.is_empty().then(|| {
        let marks = |all: &[ClauseRef]| {
            let marks: Vec<&str> = all.iter().map(|clause| clause.mark.as_str()).collect();
            marks.join(words::comma(lang))
        };
        let (before, after) = (marks(&by.clauses_before), marks(&by.clauses_after));
        let before = (!before.is_empty()).then(|| words::lost_before(lang, before));
        before.into_iter().chain((!after.is_empty()).then(|| words::lost_after(lang, after)))
    });
    let full = (by.full_before != by.full_after)
        .then(|| words::full_changes(lang, by.full_before, by.full_after));
    let lost = full.into_iter().chain(lost).chain(gained.into_iter().flatten());
    let lost: Vec<String> = lost.collect();
    vec![
        what,
        by.before.fixed(decimals),
        by.after.fixed(decimals),
        signed(by.difference, decimals),
        lost.join(words::between(lang)),
    ]
}

fn loss(lost: &Lost, lang: Lang) -> String {
    let cause = lost.cause.words(lang);
    let what = match &lost.about {
        Some(about) => ledger::of(lang, about.get(lang), cause),
        None => cause.into(),
    };
    let marks: Vec<&str> = lost.clauses.iter().map(|clause| clause.mark.as_str()).collect();
    let marks = marks.join(words::comma(lang));
    let points = Points::ZERO.minus(lost.points);
    let told = words::lost(lang, lost.at.title.get(lang), what, points, marks);
    let told = told.trim_end();
    if lost.after { words::lost_after(lang, told) } else { words::lost_before(lang, told) }
}

pub(super) fn told_row(told: &Told, lang: Lang) -> Vec<String> {
    let points =
        |points: Option<Points>| points.map(|points| points.to_string()).unwrap_or_default();
    let apart = match (told.apart, told.same()) {
        (None, _) => words::too_few(lang).into(),
        (_, Some(points)) => {
            let same = words::same_points(lang, told.units, points);
            if told.no_longer() { words::no_longer(lang, same) } else { same }
        }
        _ => words::yes(lang).into(),
    };
    vec![
        told.title.get(lang).into(),
        told.full.to_string(),
        told.units.to_string(),
        told.open.to_string(),
        points(told.least),
        points(told.median),
        points(told.most),
        apart,
    ]
}
