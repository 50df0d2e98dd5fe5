//! Tables of what was carried and of a replay: rows of texts with headers, for a terminal or as
//! CSV.

use selfscore_wording::{Lang, ledger, years as words};

use super::carry::{Carried, Fresh};
use super::left::Left;
use super::moved::{By, ClauseRef, Lost, Named};
use super::replay::{Rank, Remark, Replay, Side, UnitMoved};
use super::route::{How, Taken};
pub use super::table::Table;
use super::told::Told;
use crate::points::Points;
use crate::scoring::Cause;

/// Everything that a replay says.
pub fn replay(replay: &Replay, lang: Lang) -> Vec<Table> {
    let decimals = replay.old.decimals.max(replay.new.decimals);
    let heading = words::heading(lang, replay.old.title.get(lang), replay.new.title.get(lang));
    let units = replay.units.iter().map(|unit| unit_row(unit, decimals, lang)).collect();
    let why = replay.units.iter().flat_map(|unit| {
        unit.by.iter().map(|by| {
            let mut row = vec![unit.unit.clone()];
            row.extend(by_row(by, decimals, lang));
            row
        })
    });
    let left = replay.units.iter().flat_map(|unit| {
        unit.left.iter().map(|left| {
            let mut row = vec![unit.unit.clone()];
            row.extend(left_row(left, lang));
            row
        })
    });
    let mut fresh: Vec<(Vec<String>, usize)> = Vec::new();
    for row in replay.units.iter().flat_map(|unit| &unit.fresh).map(|one| fresh_row(one, lang)) {
        match fresh.iter_mut().find(|(other, _)| *other == row) {
            Some((_, forms)) => *forms += 1,
            None => fresh.push((row, 1)),
        }
    }
    let fresh = fresh.into_iter().map(|(mut row, forms)| {
        row.push(forms.to_string());
        row
    });
    let criteria = replay.criteria.iter().map(|told| told_row(told, lang)).collect();
    let unit_headers = [
        words::unit(lang),
        words::total_before(lang),
        words::full_before(lang),
        words::place_before(lang),
        words::total_after(lang),
        words::full_after(lang),
        words::place_after(lang),
        words::difference(lang),
        words::rises(lang),
        words::grade_before(lang),
        words::grade_after(lang),
        words::remarks(lang),
    ];
    let title = format!("{}{}{heading}", words::units(lang), lang.pick("\u{FF1A}", ": "));
    let mut tables = vec![
        Table::of("units", &title, &unit_headers, units),
        Table::of(
            "why",
            words::why(lang),
            &[
                words::unit(lang),
                words::criterion(lang),
                words::total_before(lang),
                words::total_after(lang),
                words::difference(lang),
                words::clauses(lang),
            ],
            why.collect(),
        ),
        Table::of(
            "criteria",
            words::criteria(lang),
            &[
                words::criterion(lang),
                words::full(lang),
                words::forms(lang),
                words::open(lang),
                words::least(lang),
                words::median(lang),
                words::most(lang),
                words::apart(lang),
            ],
            criteria,
        ),
    ];
    let mut left_headers = vec![words::unit(lang)];
    left_headers.extend(self::left_headers(lang));
    tables.push(Table::of("left", words::left(lang), &left_headers, left.collect()));
    let fresh_headers = [words::criterion(lang), words::item(lang), words::forms(lang)];
    tables.push(Table::of("fresh", words::fresh(lang), &fresh_headers, fresh.collect()));
    tables.push(taken_table(&replay.taken, lang));
    tables
}

/// Everything that carrying over says.
pub fn carried(carried: &Carried, lang: Lang) -> Vec<Table> {
    let left = carried.left.iter().map(|left| left_row(left, lang)).collect();
    let fresh = carried.fresh.iter().map(|fresh| fresh_row(fresh, lang)).collect();
    vec![
        Table::of("left", words::left(lang), &left_headers(lang), left),
        Table::of("fresh", words::fresh(lang), &[words::criterion(lang), words::item(lang)], fresh),
        taken_table(&carried.taken, lang),
    ]
}

/// What is to be said of the map, if anything. `old`: the earlier scheme's id.
pub fn map_words(without_map: bool, unknown: &[String], old: &str, lang: Lang) -> Vec<String> {
    let missing = without_map.then(|| words::map_missing(lang, old));
    let unknown =
        (!unknown.is_empty()).then(|| words::map_unknown(lang, unknown.join(words::comma(lang))));
    missing.into_iter().chain(unknown).collect()
}

/// All tables one below the other, for a terminal.
pub fn text(tables: &[Table], lang: Lang) -> String {
    tables.iter().map(|table| table.text(lang)).collect::<Vec<_>>().join("\n")
}

fn left_headers(lang: Lang) -> [&'static str; 5] {
    [
        words::criterion(lang),
        words::item(lang),
        words::value(lang),
        words::reason(lang),
        words::field(lang),
    ]
}

fn left_row(left: &Left, lang: Lang) -> Vec<String> {
    let about = left.about.as_ref().map_or("", |about| about.get(lang));
    vec![
        left.title.get(lang).into(),
        about.into(),
        left.shown(lang),
        left.why.words(lang),
        left.field.clone(),
    ]
}

fn fresh_row(fresh: &Fresh, lang: Lang) -> Vec<String> {
    let items: Vec<&str> = fresh.items.iter().map(|item| item.get(lang)).collect();
    let items = match items.is_empty() {
        true => words::whole_criterion(lang).into(),
        false => items.join(words::comma(lang)),
    };
    vec![fresh.title.get(lang).into(), items]
}

fn taken_table(taken: &[Taken], lang: Lang) -> Table {
    let row = |taken: &Taken| {
        let first = taken.to.first().filter(|_| taken.note_to_first);
        let remarks = taken.note.as_ref().map(|note| note.get(lang).to_owned());
        let remarks = remarks.into_iter().chain(first.map(|to| words::note_to_first(lang, to)));
        vec![
            taken.title.get(lang).into(),
            taken.from.clone(),
            how(taken.how, lang).into(),
            taken.to.join(words::comma(lang)),
            remarks.collect::<Vec<_>>().join(words::between(lang)),
        ]
    };
    let headers = [
        words::criterion(lang),
        words::from(lang),
        words::how(lang),
        words::to(lang),
        words::remarks(lang),
    ];
    Table::of("taken", words::taken(lang), &headers, taken.iter().map(row).collect())
}

fn how(how: How, lang: Lang) -> &'static str {
    match how {
        How::Kept => words::kept(lang),
        How::Renamed => words::renamed(lang),
        How::Split => words::split(lang),
        How::Merged => words::merged(lang),
        How::Dropped => words::dropped_short(lang),
        How::NoSuccessor => words::gone(lang),
    }
}

fn unit_row(unit: &UnitMoved, decimals: u32, lang: Lang) -> Vec<String> {
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

fn by_row(by: &By, decimals: u32, lang: Lang) -> Vec<String> {
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
    let cause = cause(lost.cause, lang);
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

fn cause(cause: Cause, lang: Lang) -> &'static str {
    match cause {
        Cause::Unanswered => ledger::unanswered(lang),
        Cause::Deduction => ledger::deduction(lang),
        Cause::Cap => ledger::cap(lang),
        Cause::Judged => ledger::judged(lang),
        Cause::BelowThreshold => ledger::below_threshold(lang),
        Cause::Unlisted => ledger::unlisted(lang),
        Cause::NotEarned => ledger::not_earned(lang),
        Cause::NotMet => ledger::not_met(lang),
        Cause::Multiplied => ledger::multiplied(lang),
        Cause::Gated => ledger::gated(lang),
        Cause::Part => ledger::part(lang),
        Cause::Bonus => ledger::bonus(lang),
        Cause::Penalty => ledger::penalty(lang),
        Cause::Veto => ledger::veto(lang),
        Cause::Late => ledger::late(lang),
        Cause::Rounding => ledger::rounding(lang),
    }
}

fn told_row(told: &Told, lang: Lang) -> Vec<String> {
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
