//! Tables of what was carried and of a replay: rows of texts with headers, for a terminal or as
//! CSV.

use selfscore_wording::{Lang, years as words};

use super::carry::Carried;
use super::replay::Replay;
use super::route::{How, Taken};
use super::rows::{by_row, fresh_row, left_row, told_row, unit_row};
pub use super::table::Table;

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
