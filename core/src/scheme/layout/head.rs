//! The rows above the heading: what concerns the whole scheme. A name stands in the first cell,
//! what it says in the second; clauses have 依据, 说明 and an id in three more.

use selfscore_wording::{Lang, sheet as words};
use serde_json::Value;

use super::grid::{Raw, tidy};
use super::notation::{self, shown as number_shown};
use super::{Problem, Refusal, clauses, left_out, shown};
use crate::form::Place;
use crate::points::Points;
use crate::scheme::{FORMAT, Grade, SchemeFile, Total, UnitClass, VERSION};
use crate::text::Text;
use crate::{date, number, typed};

type Word = fn(Lang) -> &'static str;

const NAMES: [Word; 11] = [
    words::title,
    words::scheme_id,
    words::revision,
    words::due,
    words::decimals,
    words::units,
    words::classes,
    words::grades,
    words::total,
    words::scheme_clause,
    words::rest,
];

/// Where the id of the clause of grades stands.
const CLAUSE: usize = 2;

/// Where the ids of a row's things stand.
const IDS: usize = 4;

fn named(cell: &str) -> Option<Word> {
    let name = |text: &str| typed::name(text).trim_end_matches(':').to_lowercase();
    let found = name(cell);
    let is = |word: &Word| [Lang::Zh, Lang::En].iter().any(|lang| name(word(*lang)) == found);
    NAMES.into_iter().find(is)
}

/// The scheme without its groups, and what is to be added to the whole in the end, with its row.
pub(super) fn read(
    head: &[Raw],
    refusals: &mut Vec<Refusal>,
) -> (SchemeFile, Option<(Raw, Value)>) {
    let mut file = SchemeFile {
        format: FORMAT.into(),
        version: VERSION,
        id: "scheme".into(),
        revision: 1,
        title: Text::default(),
        decimals: 2,
        due: String::new(),
        clauses: Vec::new(),
        units: Vec::new(),
        masked: Vec::new(),
        classes: Vec::new(),
        groups: Vec::new(),
        total: None,
        succeeds: None,
    };
    let mut rest = None;
    for row in head {
        let Some(word) = named(row.cell(0)) else {
            // What stands alone above a table is its title.
            let alone = row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
            match row.cells.iter().find(|cell| !cell.is_empty()) {
                Some(cell) if alone && file.title.zh.is_empty() => {
                    file.title = cell.as_str().into()
                }
                _ => refusals.push(row.refuse(0, Problem::UnknownHead(shown(row.cell(0))))),
            }
            continue;
        };
        if word(Lang::Zh) == words::rest(Lang::Zh) {
            match serde_json::from_str(row.cell(1)) {
                Ok(value) => rest = Some((row.clone(), value)),
                Err(error) => refusals.push(row.refuse(1, Problem::NotJson(error.to_string()))),
            }
        } else if let Err((cell, problem)) = set(&mut file, word(Lang::Zh), row) {
            refusals.push(row.refuse(cell, problem));
        }
    }
    left_out::fill(&mut file);
    (file, rest)
}

fn set(file: &mut SchemeFile, name: &str, row: &Raw) -> Result<(), (usize, Problem)> {
    let cell = row.cell(1);
    let named = |word: Word| name == word(Lang::Zh);
    if cell.is_empty() {
        return Ok(());
    }
    if named(words::title) {
        file.title = cell.into();
    } else if named(words::scheme_id) {
        file.id = cell.into();
    } else if named(words::revision) {
        file.revision =
            whole(cell, 1_000_000).ok_or_else(|| (1, Problem::NotWhole(shown(cell))))?;
    } else if named(words::decimals) {
        file.decimals = whole(cell, 4).ok_or_else(|| (1, Problem::NotWhole(shown(cell))))?;
    } else if named(words::due) {
        file.due = date::typed(cell).map_err(|_| (1, Problem::NotADate(shown(cell))))?;
    } else if named(words::units) {
        file.units = names(cell);
    } else if named(words::classes) {
        classes(file, cell, row)?;
    } else if named(words::grades) {
        grades(file, cell, row)?;
    } else if named(words::total) {
        let points = points(cell).ok_or_else(|| (1, Problem::NotANumber(shown(cell))))?;
        file.total.get_or_insert_default().points = Some(points);
    } else if named(words::scheme_clause) {
        clause(file, row)?;
    }
    Ok(())
}

fn whole(cell: &str, most: u32) -> Option<u32> {
    number::typed_count(cell, most).ok().flatten()
}

fn points(cell: &str) -> Option<Points> {
    let bare = cell.trim_end_matches('分');
    number::typed(bare).ok().flatten()?.to_string().parse().ok()
}

/// Names, a line each, or in one line apart by `、`.
fn names(cell: &str) -> Vec<String> {
    let several = cell.contains('\n');
    let apart = |c: char| match several {
        true => c == '\n',
        false => matches!(c, '、' | ',' | '\u{FF0C}' | ';' | '\u{FF1B}'),
    };
    let names = cell.split(apart).map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// Ids for so many things.
fn ids(row: &Raw, things: usize, letter: char) -> Result<Vec<String>, (usize, Problem)> {
    let ids = typed::items(row.cell(IDS));
    match ids.len() {
        0 => Ok((1..=things).map(|place| format!("{letter}{place}")).collect()),
        found if found == things => Ok(ids),
        found => Err((IDS, Problem::IdsDiffer(found, things))),
    }
}

/// `区县：甲县、乙县`, a line each.
fn classes(file: &mut SchemeFile, cell: &str, row: &Raw) -> Result<(), (usize, Problem)> {
    let lines: Vec<&str> = cell.lines().filter(|line| !line.trim().is_empty()).collect();
    let ids = ids(row, lines.len(), 'u')?;
    for (line, id) in lines.into_iter().zip(ids) {
        let (title, units) = line
            .split_once([':', '\u{FF1A}'])
            .ok_or_else(|| (1, Problem::NotAClass(shown(line))))?;
        file.classes.push(UnitClass { id, title: title.trim().into(), units: names(units) });
    }
    Ok(())
}

/// `优秀 90以上`, a line each, best first.
fn grades(file: &mut SchemeFile, cell: &str, row: &Raw) -> Result<(), (usize, Problem)> {
    let lines: Vec<&str> =
        cell.split(['\n', ';', '\u{FF1B}']).map(str::trim).filter(|l| !l.is_empty()).collect();
    let ids = ids(row, lines.len(), 'g')?;
    let total = file.total.get_or_insert_default();
    for (line, id) in lines.into_iter().zip(ids) {
        let (label, bounds) = line
            .split_once([' ', ':', '\u{FF1A}', '\u{3000}'])
            .and_then(|(label, bounds)| Some((label, notation::bounds(bounds)?)))
            .ok_or_else(|| (1, Problem::NotAGrade(shown(line))))?;
        total.grades.push(Grade { id, label: label.into(), bounds });
    }
    let clause = row.cell(CLAUSE);
    total.grades_clause = (!clause.is_empty()).then(|| clause.to_owned());
    Ok(())
}

fn clause(file: &mut SchemeFile, row: &Raw) -> Result<(), (usize, Problem)> {
    let cells = clauses::Cells {
        standard: row.cell(1).into(),
        basis: row.cell(2).into(),
        note: row.cell(3).into(),
    };
    let mut found = clauses::read(&cells, "").map_err(|(at, problem)| match at {
        clauses::At::Basis => (2, problem),
        clauses::At::Note => (3, problem),
    })?;
    let ids = match row.cell(IDS) {
        // Numbered on from the clauses of earlier rows.
        "" => (1..=found.len()).map(|at| format!("s{}", at + file.clauses.len())).collect(),
        _ => ids(row, found.len(), 's')?,
    };
    found.iter_mut().zip(ids).for_each(|(clause, id)| clause.id = id);
    file.clauses.append(&mut found);
    Ok(())
}

/// The rows; what they cannot say is left out.
pub(super) fn write(file: &SchemeFile, lang: Lang) -> Vec<Vec<String>> {
    let row = |word: Word, text: String| vec![word(lang).to_owned(), tidy(&text)];
    let with_ids = |word: Word, text: String, ids: Vec<&str>| {
        let mut row = row(word, text);
        row.resize(IDS, String::new());
        row.push(ids.join("、"));
        row
    };
    let due = date::typed(&file.due).unwrap_or_default();
    let mut rows = vec![
        row(words::title, file.title.zh.clone()),
        row(words::scheme_id, file.id.clone()),
        row(words::revision, file.revision.to_string()),
        row(words::due, due),
        row(words::decimals, file.decimals.min(4).to_string()),
        row(words::units, joined(&file.units)),
    ];
    if !file.classes.is_empty() {
        let line = |class: &UnitClass| format!("{}：{}", class.title.zh, class.units.join("、"));
        let lines: Vec<String> = file.classes.iter().map(line).collect();
        let ids = file.classes.iter().map(|class| class.id.as_str()).collect();
        rows.push(with_ids(words::classes, lines.join("\n"), ids));
    }
    let grades = file.total.as_ref().map_or(&[][..], |total| &total.grades);
    if !grades.is_empty() {
        let line =
            |one: &Grade| format!("{} {}", one.label.zh, notation::bounds_shown(&one.bounds));
        let lines: Vec<String> = grades.iter().map(line).collect();
        let ids = grades.iter().map(|grade| grade.id.as_str()).collect();
        let mut row = with_ids(words::grades, lines.join("\n"), ids);
        row[CLAUSE] = file.total.iter().find_map(|t| t.grades_clause.clone()).unwrap_or_default();
        rows.push(row);
    }
    if let Some(points) = file.total.as_ref().and_then(|total: &Total| total.points) {
        rows.push(row(words::total, number_shown(points)));
    }
    for clause in &file.clauses {
        let cells = clauses::write(std::slice::from_ref(clause), "");
        let mut row = row(words::scheme_clause, cells.standard);
        row.extend([tidy(&cells.basis), tidy(&cells.note), tidy(&clause.id)]);
        rows.push(row);
    }
    rows
}

fn joined(units: &[String]) -> String {
    let plain = units.iter().all(|unit| names(unit).len() == 1 && !unit.contains('\n'));
    units.join(if plain { "、" } else { "\n" })
}

impl Raw {
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    /// A problem in one of its cells.
    pub fn refuse(&self, at: usize, problem: Problem) -> Refusal {
        let column = match self.cell(0) {
            "" => (at + 1).to_string(),
            name => shown(name),
        };
        let place = Place::Row { row: self.number, column };
        Refusal { place, found: shown(self.cell(at)), problem }
    }
}
