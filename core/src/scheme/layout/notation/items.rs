//! Rules of items: options, events, things done.

use super::scan::{EACH, USED_UP, shown};
use super::{LEAST, Line, MOST, Row};
use crate::points::Points;
use crate::scheme::layout::problem::{Problem, Shape};
use crate::scheme::{
    Applies, CheckItem, ChecklistRule, ChoiceOption, ChoiceRule, CountItem, CountRule,
    DeductionItem, DeductionRule, Further, Requirement, Rule,
};

type Read = Result<Rule, Problem>;

/// Ids come from another column.
pub(super) fn no_id() -> String {
    String::new()
}

/// A label, which must be one.
pub(super) fn label(line: &Line<'_>, label: String, shape: Shape) -> Result<String, Problem> {
    if label.is_empty() { Err(line.refuse(shape)) } else { Ok(label) }
}

/// A label and its points, apart.
pub(super) fn earned(line: &Line<'_>, shape: Shape) -> Result<(String, Points), Problem> {
    let mut scan = line.scan.clone();
    scan.word(&EACH);
    let points = scan.points().ok_or_else(|| line.refuse(shape))?;
    scan.word(&EACH);
    Ok((label(line, scan.rest(), shape)?, points))
}

pub(super) fn some<T>(list: Vec<T>, shape: Shape) -> Result<Vec<T>, Problem> {
    if list.is_empty() { Err(Problem::Lacking(shape)) } else { Ok(list) }
}

pub(super) fn item(row: &Row<'_>, label: &str, numbers: String, clause: &str) -> String {
    format!("{label} {numbers}{}", row.tag(label, clause))
}

pub(super) fn choice(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let shape = Shape::Choice;
    let mut options = Vec::new();
    for line in lines {
        let mut scan = line.scan.clone();
        let (points, to) = match scan.nothing() {
            true => (Points::ZERO, None),
            false => scan.range().ok_or_else(|| line.refuse(shape))?,
        };
        scan.gain();
        let label = label(line, scan.rest(), shape)?;
        let clause = row.clause(line, &label)?;
        options.push(ChoiceOption {
            id: no_id(),
            label: label.as_str().into(),
            points,
            to,
            clause,
        });
    }
    Ok(Rule::Choice(ChoiceRule { options: some(options, shape)? }))
}

pub(super) fn write_choice(rule: &ChoiceRule, row: &Row<'_>) -> Vec<String> {
    let line = |option: &ChoiceOption| {
        let numbers = match option.to {
            Some(to) => format!("{}至{}", shown(option.points), shown(to)),
            None => shown(option.points),
        };
        item(row, &option.label.zh, numbers, &option.clause)
    };
    rule.options.iter().map(line).collect()
}

pub(super) fn deduction(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let shape = Shape::Deduction;
    let mut rule = DeductionRule {
        requires: None,
        floor: Points::ZERO,
        floor_clause: None,
        items: Vec::new(),
    };
    let mut floored = row.points.is_some_and(|points| points > Points::ZERO);
    for line in lines {
        if let Some(floor) = line.scan.tagged(&LEAST) {
            rule.floor = floor;
            // A floor need not name a clause.
            rule.floor_clause = line.clause.map(|_| row.clause(line, "")).transpose()?;
            floored = true;
        } else if line.scan.bare() == USED_UP {
            rule.floor = Points::ZERO;
            floored = true;
        } else if let Some(words) = line.text.strip_prefix("前提") {
            let words = words.trim_start_matches([':', '\u{FF1A}', ' ']);
            let clause = row.clause(line, words)?;
            rule.requires = Some(Requirement { label: words.into(), clause });
        } else {
            rule.items.push(event(line, row)?);
        }
    }
    // From nothing down there is no bound that goes without saying.
    if !floored {
        return Err(Problem::Lacking(shape));
    }
    rule.items = some(rule.items, shape)?;
    Ok(Rule::Deduction(rule))
}

fn event(line: &Line<'_>, row: &Row<'_>) -> Result<DeductionItem, Problem> {
    let refuse = || line.refuse(Shape::Deduction);
    let positive = |points: Points| match points < Points::ZERO {
        true => Points::ZERO.minus(points),
        false => points,
    };
    let mut scan = line.scan.clone();
    let (mut once, mut applies, mut further) = (false, None, Vec::new());
    loop {
        if scan.word(&["只扣一次", "限扣一次", "一次"]) {
            once = true;
        } else if scan.word(&["限牵头单位", "仅牵头单位"]) {
            applies = Some(Applies::LeadUnits);
        } else if !scan.word(&EACH) {
            let mut more = scan.clone();
            more.word(&["分"]);
            let points = more.number();
            let Some(points) = points.filter(|_| more.word(&["另扣", "再扣"])) else { break };
            more.word(&["次起", "次以上", "次"]);
            let from = more.number().and_then(|from| u32::try_from(from.value()).ok());
            more.word(&["连续", "达到", "满"]);
            further.push(Further { from: from.ok_or_else(refuse)?, points });
            scan = more;
        }
    }
    let (each, most) = scan.range().ok_or_else(refuse)?;
    scan.word(&["各扣", "扣", "减"]);
    scan.word(&EACH);
    further.reverse();
    let label = label(line, scan.rest(), Shape::Deduction)?;
    let clause = row.clause(line, &label)?;
    let (each, label) = (positive(each), label.as_str().into());
    Ok(DeductionItem { id: no_id(), label, each, most, further, once, applies, clause })
}

pub(super) fn write_deduction(rule: &DeductionRule, row: &Row<'_>) -> Vec<String> {
    let requires = rule.requires.iter().map(|requires| {
        let label = &requires.label.zh;
        format!("前提：{label}{}", row.tag(label, &requires.clause))
    });
    let line = |event: &DeductionItem| {
        let mut numbers = format!("−{}", shown(event.each));
        if let Some(most) = event.most {
            numbers += &format!("至{}", shown(most));
        }
        for further in &event.further {
            numbers += &format!("，{}次起另扣{}", further.from, shown(further.points));
        }
        if event.applies == Some(Applies::LeadUnits) {
            numbers += " 限牵头单位";
        }
        if event.once {
            numbers += " 一次";
        }
        item(row, &event.label.zh, numbers, &event.clause)
    };
    let mark = rule.floor_clause.as_ref().map(|clause| row.mark(clause)).unwrap_or_default();
    let floor = format!("不低于 {}{mark}", shown(rule.floor));
    requires.chain(rule.items.iter().map(line)).chain([floor]).collect()
}

pub(super) fn checklist(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let mut items = Vec::new();
    for line in lines {
        let (label, points) = earned(line, Shape::Checklist)?;
        let clause = row.clause(line, &label)?;
        items.push(CheckItem { id: no_id(), label: label.as_str().into(), points, clause });
    }
    Ok(Rule::Checklist(ChecklistRule { items: some(items, Shape::Checklist)? }))
}

pub(super) fn write_checklist(rule: &ChecklistRule, row: &Row<'_>) -> Vec<String> {
    let line = |one: &CheckItem| item(row, &one.label.zh, shown(one.points), &one.clause);
    rule.items.iter().map(line).collect()
}

/// The line with the cap, and the others; full marks cap where there is none.
pub(super) fn capped<'a, 'b>(
    lines: &'b [Line<'a>],
    row: &Row<'_>,
    shape: Shape,
) -> Result<(Points, String, Vec<&'b Line<'a>>), Problem> {
    let tagged = |line: &Line<'_>| line.scan.tagged(&MOST);
    let rest = lines.iter().filter(|line| tagged(line).is_none()).collect();
    let found = lines.iter().find_map(|line| Some((tagged(line)?, line)));
    let (cap, clause) = match found {
        Some((cap, line)) => (cap, row.clause(line, CAP)?),
        None => {
            let cap = row.points.ok_or(Problem::Lacking(shape))?;
            (cap, row.expected(CAP).ok_or(Problem::NoStandard)?)
        }
    };
    Ok((cap, clause, rest))
}

/// The word by which the clause of a cap is found.
const CAP: &str = "不超过";

pub(super) fn write_cap(cap: Points, clause: &str, row: &Row<'_>) -> String {
    format!("最高 {}{}", shown(cap), row.tag(CAP, clause))
}

pub(super) fn count(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (cap, cap_clause, rest) = capped(lines, row, Shape::Count)?;
    let mut items = Vec::new();
    for line in rest {
        let (label, each) = earned(line, Shape::Count)?;
        let clause = row.clause(line, &label)?;
        items.push(CountItem { id: no_id(), label: label.as_str().into(), each, clause });
    }
    Ok(Rule::Count(CountRule { cap, cap_clause, items: some(items, Shape::Count)? }))
}

pub(super) fn write_count(rule: &CountRule, row: &Row<'_>) -> Vec<String> {
    let line = |one: &CountItem| item(row, &one.label.zh, shown(one.each), &one.clause);
    let cap = write_cap(rule.cap, &rule.cap_clause, row);
    rule.items.iter().map(line).chain([cap]).collect()
}
