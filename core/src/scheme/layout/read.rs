//! From rows to a scheme.

use std::collections::BTreeSet;

use selfscore_wording::{Lang, sheet as words};
use serde_json::Value;

use super::column::Column;
use super::criterion::{self, Beside, Cells};
use super::grid::{Grid, Line};
use super::ids::{Ids, Made};
use super::rest::{Rest, patched, with_rest};
use super::tree::{self, Tree, Where};
use super::{Problem, Refusal, clauses, head, shown};
use crate::limits;
use crate::scheme::{Criterion, SchemeFile, Standing};
use crate::typed;

/// The most levels of groups.
const LEVELS: usize = 8;

/// Words in the first cell of a row that only adds up.
const SUMS: [&str; 4] = ["合计", "总计", "小计", "总分"];

pub(super) fn file(grid: &Grid) -> Result<SchemeFile, Vec<Refusal>> {
    let mut refusals = grid.strange.clone();
    let (mut file, rest) = head::read(&grid.head, &mut refusals);
    let lines: Vec<&Line> = grid.lines.iter().filter(|line| !sums(line)).collect();
    if lines.len() > limits::ROWS {
        let reason = crate::form::Reason::TooMany(lines.len(), limits::ROWS);
        refusals.push(super::unread(reason));
        return Err(refusals);
    }
    let mut table = Table::of(&lines);
    for line in &lines {
        table.line(line, &mut refusals);
    }
    table.close(&mut refusals);
    // A file that says all of it in its head needs no rows.
    if lines.is_empty() && rest.is_none() {
        let place = crate::form::Place::Whole;
        refusals.push(Refusal { place, found: String::new(), problem: Problem::NoRows });
    }
    file.groups = table.tree.groups;
    if let Some((row, patch)) = rest.filter(|_| refusals.is_empty()) {
        match patched(&file, &patch) {
            Ok(whole) => file = whole,
            Err(detail) => refusals.push(row.refuse(1, Problem::NotJson(detail))),
        }
    }
    if refusals.is_empty() { Ok(file) } else { Err(refusals) }
}

fn sums(line: &Line) -> bool {
    let first = [Column::Standing, Column::Group, Column::Number, Column::Indicator]
        .into_iter()
        .map(|column| typed::name(line.text(column)))
        .find(|text| !text.is_empty());
    line.text(Column::Rule).is_empty() && first.is_some_and(|text| SUMS.contains(&text.as_str()))
}

/// An indicator whose rows are being read.
struct Open<'a> {
    at: Where,
    first: &'a Line,
    contents: String,
    patch: Option<(&'a Line, Value)>,
    criteria: Vec<Criterion>,
}

struct Table<'a> {
    tree: Tree,
    above: Option<Where>,
    open: Option<Open<'a>>,
    made: Made,
    indicators: usize,
}

impl<'a> Table<'a> {
    fn of(lines: &[&Line]) -> Self {
        let own = |line: &&Line| Ids::read(line.text(Column::Ids)).own;
        let taken: BTreeSet<String> = lines.iter().filter_map(own).collect();
        let made = Made::apart_from(taken);
        Table { tree: Tree::default(), above: None, open: None, made, indicators: 0 }
    }

    fn line(&mut self, line: &'a Line, refusals: &mut Vec<Refusal>) {
        let rest = Rest::read(line.text(Column::Rest)).unwrap_or_else(|detail| {
            refusals.push(line.refuse(Column::Rest, Problem::NotJson(detail)));
            Rest::default()
        });
        let cells = cells(line);
        let says = !cells.is_empty() || rest.criterion.is_some();
        let row = place(line, refusals);
        self.go_to(line, row, says, refusals);
        for (level, patch) in &rest.groups {
            if let Err(detail) = self.tree.patch(level, patch) {
                refusals.push(line.refuse(Column::Rest, Problem::NotJson(detail)));
            }
        }
        let Some(open) = &mut self.open else { return };
        if open.contents.is_empty() {
            open.contents = line.text(Column::Content).to_owned();
        }
        if let Some(patch) = rest.indicator {
            open.patch.get_or_insert((line, patch));
        }
        if !says {
            return;
        }
        if cells.rule.is_empty() && cells.kind.is_empty() && rest.criterion.is_none() {
            refusals.push(line.refuse(Column::Rule, Problem::NoRule));
            return;
        }
        let made = self.made.next_for(&cells.ids);
        let penalty = open.at.standing == Standing::Penalty;
        let beside = Beside { number: &open.at.number, indicator: &open.at.title, penalty };
        let read = match criterion::read(&cells, beside, &made) {
            Ok(criterion) => criterion,
            Err(wrong) => {
                let refused =
                    wrong.into_iter().map(|(column, problem)| line.refuse(column, problem));
                refusals.extend(refused);
                return;
            }
        };
        let read = match rest.criterion {
            Some(patch) => with_rest(&read, patch, &cells),
            None => Ok(read),
        };
        match read {
            Ok(criterion) => open.criteria.push(criterion),
            Err(detail) => refusals.push(line.refuse(Column::Rest, Problem::NotJson(detail))),
        }
    }

    /// Closes what a row ends and opens what it begins.
    fn go_to(&mut self, line: &'a Line, mut row: Where, says: bool, refusals: &mut Vec<Refusal>) {
        let Some(level) = tree::begins(self.above.as_ref(), &row) else {
            if self.open.is_none() && says {
                self.begin(line, row);
            }
            return;
        };
        self.close(refusals);
        if let Some(above) = &self.above {
            // Cells that are empty go on from above.
            if row.path.is_empty() {
                row.path.clone_from(&above.path);
            }
            let same_group = level > 0 || above.path.is_empty();
            if row.standing == Standing::Base && same_group {
                row.standing = above.standing;
            }
        } else if row.path.is_empty() {
            row.path = vec![words::default_group(Lang::Zh).to_owned()];
        }
        if level < row.path.len() {
            let groups = (level..row.path.len()).map(|level| tree::group(&row, level)).collect();
            self.tree.open(level, groups);
        } else {
            self.tree.open(row.path.len(), Vec::new());
        }
        self.above = Some(row.clone());
        if says || !row.title.is_empty() || !row.number.is_empty() {
            self.begin(line, row);
        }
    }

    fn begin(&mut self, line: &'a Line, row: Where) {
        self.indicators += 1;
        let mut at = row;
        if at.title.is_empty() {
            at.title = line.text(Column::Criterion).to_owned();
        }
        if at.number.is_empty() {
            at.number = self.indicators.to_string();
        }
        let contents = String::new();
        self.open = Some(Open { at, first: line, contents, patch: None, criteria: Vec::new() });
    }

    fn close(&mut self, refusals: &mut Vec<Refusal>) {
        let Some(open) = self.open.take() else { return };
        let bare = tree::indicator(&open.at, &open.contents, &open.criteria);
        let (line, read) = match &open.patch {
            Some((line, patch)) => (*line, patched(&bare, patch)),
            None => (open.first, Ok(bare)),
        };
        match read {
            Ok(mut indicator) => {
                indicator.criteria = open.criteria;
                self.tree.indicator(indicator);
            }
            Err(detail) => refusals.push(line.refuse(Column::Rest, Problem::NotJson(detail))),
        }
    }
}

fn cells(line: &Line) -> Cells {
    let text = |column| line.text(column).to_owned();
    Cells {
        title: text(Column::Criterion),
        points: text(Column::Points),
        clauses: clauses::Cells {
            standard: text(Column::Standard),
            basis: text(Column::Basis),
            note: text(Column::Note),
        },
        kind: text(Column::Kind),
        rule: text(Column::Rule),
        ids: text(Column::Ids),
    }
}

/// Where a row says that it stands.
fn place(line: &Line, refusals: &mut Vec<Refusal>) -> Where {
    let standing = match typed::name(line.text(Column::Standing)).as_str() {
        "" | "基础" | "base" => Standing::Base,
        "加分" | "bonus" => Standing::Bonus,
        "倒扣" | "penalty" => Standing::Penalty,
        found => {
            let problem = Problem::UnknownStanding(shown(found));
            refusals.push(line.refuse(Column::Standing, problem));
            Standing::Base
        }
    };
    let mut path = tree::path(line.text(Column::Group));
    if path.len() > LEVELS {
        refusals.push(line.refuse(Column::Group, Problem::TooDeep(path.len(), LEVELS)));
        path.truncate(LEVELS);
    }
    Where {
        standing,
        path,
        number: line.text(Column::Number).to_owned(),
        title: line.text(Column::Indicator).to_owned(),
    }
}
