//! Groups, indicators and their contents: which row begins which.

use serde_json::Value;

use super::criterion::value;
use super::patch;
use crate::points::Points;
use crate::scheme::{Content, Criterion, Group, Indicator, Standing, Together};

/// Between the levels of one cell: `基础管理 / 制度建设`.
pub(super) const BELOW: &str = " / ";

/// The cells that say where a row stands; empty ones go on from the row above.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Where {
    pub standing: Standing,
    /// Titles from the first level down.
    pub path: Vec<String>,
    pub number: String,
    pub title: String,
}

/// The titles in the column 一级指标.
pub(super) fn path(cell: &str) -> Vec<String> {
    match cell.is_empty() {
        true => Vec::new(),
        false => cell.split(BELOW).map(|title| title.trim().to_owned()).collect(),
    }
}

/// The level from which on a row begins something: a group of that level, or, where it is as
/// deep as the path, the indicator. `None` for a row that goes on.
pub(super) fn begins(above: Option<&Where>, row: &Where) -> Option<usize> {
    let Some(above) = above else { return Some(0) };
    if !row.path.is_empty() {
        let same = above.path.iter().zip(&row.path).take_while(|(old, new)| old == new).count();
        let other = row.standing != Standing::Base && row.standing != above.standing;
        if other {
            return Some(0);
        }
        if same < row.path.len() || same < above.path.len() {
            return Some(same);
        }
    }
    let other = |old: &String, new: &String| !new.is_empty() && old != new;
    let indicator = other(&above.number, &row.number) || other(&above.title, &row.title);
    indicator.then_some(above.path.len())
}

/// A row's group of a level without its parts.
pub(super) fn group(row: &Where, level: usize) -> Group {
    Group {
        id: None,
        title: row.path.get(level).map_or("", String::as_str).into(),
        standing: if level == 0 { row.standing } else { Standing::Base },
        weight: None,
        together: Together::default(),
        groups: Vec::new(),
        indicators: Vec::new(),
    }
}

/// A row's indicator without its criteria.
pub(super) fn indicator(row: &Where, contents: &str, criteria: &[Criterion]) -> Indicator {
    let counted = || criteria.iter().filter(|criterion| criterion.counted());
    // One that only takes points off has none.
    let points = counted().map(Criterion::maximum).sum();
    let points = (points != Points::ZERO).then_some(points);
    Indicator {
        number: row.number.clone(),
        title: row.title.as_str().into(),
        points,
        weight: None,
        contents: self::contents(row, contents),
        criteria: Vec::new(),
    }
}

/// The contents of a cell: several where each of its lines has a number and a title, as in
/// `1 牵头任务：…`, else one with the indicator's.
fn contents(row: &Where, cell: &str) -> Vec<Content> {
    if cell.is_empty() {
        return Vec::new();
    }
    let content = |number: &str, title: &str, text: &str| Content {
        number: number.into(),
        title: title.into(),
        text: text.into(),
        gap: None,
    };
    let several = |line: &str| {
        let (number, rest) = line.split_once(' ')?;
        let digits = number.starts_with(|sign: char| sign.is_ascii_digit());
        let (title, text) = rest.split_once('\u{FF1A}').filter(|_| digits)?;
        Some(content(number, title, text))
    };
    let lines: Option<Vec<Content>> = cell.split('\n').map(several).collect();
    match lines {
        Some(lines) if lines.len() > 1 => lines,
        _ => vec![content(&row.number, &row.title, cell)],
    }
}

/// The cell of an indicator's contents.
pub(super) fn write_contents(contents: &[Content]) -> String {
    match contents {
        [one] => one.text.zh.clone(),
        _ => {
            let line = |one: &Content| format!("{} {}：{}", one.number, one.title.zh, one.text.zh);
            contents.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

/// What plain cells cannot say of a group.
pub(super) fn rest_of_group(row: &Where, level: usize, of: &Group) -> Option<Value> {
    let bare = Group { groups: Vec::new(), indicators: Vec::new(), ..of.clone() };
    patch::diff(&value(&group(row, level)), &value(&bare))
}

/// What plain cells cannot say of an indicator.
pub(super) fn rest_of_indicator(row: &Where, cell: &str, of: &Indicator) -> Option<Value> {
    let bare = Indicator { criteria: Vec::new(), ..of.clone() };
    patch::diff(&value(&indicator(row, cell, &of.criteria)), &value(&bare))
}

/// Patches a group, but not what is in it.
fn patched(group: &mut Group, patch: &Value) -> Result<(), String> {
    let groups = std::mem::take(&mut group.groups);
    let indicators = std::mem::take(&mut group.indicators);
    let mut whole = value(group);
    patch::apply(&mut whole, patch);
    let read = serde_json::from_value::<Group>(whole).map_err(|error| error.to_string());
    let read = read.map(|patched| *group = patched);
    (group.groups, group.indicators) = (groups, indicators);
    read
}

/// Groups under construction.
#[derive(Default)]
pub(super) struct Tree {
    pub groups: Vec<Group>,
    /// The place of the open group of each level.
    open: Vec<usize>,
}

impl Tree {
    /// Closes what is deeper than `level` levels, and opens these groups below.
    pub fn open(&mut self, level: usize, groups: Vec<Group>) {
        self.open.truncate(level);
        for group in groups {
            let list = match self.last() {
                Some(above) => &mut above.groups,
                None => &mut self.groups,
            };
            list.push(group);
            let place = list.len() - 1;
            self.open.push(place);
        }
    }

    /// Adds to the open group of a level, counted from 1, what its cells do not say.
    ///
    /// # Errors
    /// Why that is no group.
    pub fn patch(&mut self, level: &str, patch: &Value) -> Result<(), String> {
        let level: usize = level.parse().map_err(|_| format!("no level {level}"))?;
        let open = self.open.clone();
        self.open.truncate(level);
        let found = match level == self.open.len() {
            true => self.last().map(|group| patched(group, patch)),
            false => None,
        };
        self.open = open;
        found.unwrap_or_else(|| Err(format!("no level {level}")))
    }

    fn last(&mut self) -> Option<&mut Group> {
        let mut places = self.open.iter();
        let mut group = self.groups.get_mut(*places.next()?)?;
        for place in places {
            group = group.groups.get_mut(*place)?;
        }
        Some(group)
    }

    pub fn indicator(&mut self, indicator: Indicator) {
        if let Some(group) = self.last() {
            group.indicators.push(indicator);
        }
    }
}
