//! Lists of things at their levels, and things that veto.

use super::items::{capped, earned, item, label, no_id, some, write_cap};
use super::scan::shown;
use super::{Line, Row};
use crate::scheme::layout::problem::{Problem, Shape};
use crate::scheme::{EntriesRule, Level, Placement, Rule, VetoItem, VetoRule};

type Read = Result<Rule, Problem>;

pub(super) fn veto(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let bound = |line: &Line<'_>| {
        line.scan.tagged(&["总分不超过", "总分最高", "总分最多", "最高", "总分不高于"])
    };
    let at_most = lines.iter().find_map(bound).ok_or(Problem::Lacking(Shape::Veto))?;
    let mut items = Vec::new();
    for line in lines.iter().filter(|line| bound(line).is_none()) {
        let clause = row.clause(line, line.text)?;
        items.push(VetoItem { id: no_id(), label: line.text.into(), clause });
    }
    Ok(Rule::Veto(VetoRule { at_most, items: some(items, Shape::Veto)? }))
}

pub(super) fn write_veto(rule: &VetoRule, row: &Row<'_>) -> Vec<String> {
    let line = |one: &VetoItem| format!("{}{}", one.label.zh, row.tag(&one.label.zh, &one.clause));
    let bound = format!("总分不超过 {}", shown(rule.at_most));
    rule.items.iter().map(line).chain([bound]).collect()
}

const SHARED: [&str; 3] = ["署名平均", "按署名人数平均", "按署名人数平均得分"];
const HIGHEST: [&str; 3] = ["同一项取最高", "同一项按最高分计", "同一项按最高分只计入1次"];

pub(super) fn entries(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (cap, cap_clause, rest) = capped(lines, row, Shape::Entries)?;
    let mut rule = EntriesRule {
        levels: Vec::new(),
        placements: Vec::new(),
        shared_clause: None,
        highest_clause: None,
        cap,
        cap_clause,
    };
    for line in rest {
        let bare = line.scan.bare();
        let mut scan = line.scan.clone();
        scan.word(&["倍"]);
        let by = scan.number().filter(|_| scan.word(&["×", "x", "*", "乘以"]));
        if SHARED.contains(&bare.as_str()) {
            rule.shared_clause = Some(row.clause(line, "署名")?);
        } else if HIGHEST.contains(&bare.as_str()) {
            rule.highest_clause = Some(row.clause(line, "同一")?);
        } else if let Some(by) = by {
            let label = label(line, scan.rest(), Shape::Entries)?;
            let clause = row.clause(line, &label)?;
            let label = label.as_str().into();
            rule.placements.push(Placement { id: no_id(), label, by, clause });
        } else {
            let (label, points) = earned(line, Shape::Entries)?;
            let clause = row.clause(line, &label)?;
            let label = label.as_str().into();
            rule.levels.push(Level { id: no_id(), label, points, clause });
        }
    }
    rule.levels = some(rule.levels, Shape::Entries)?;
    Ok(Rule::Entries(rule))
}

pub(super) fn write_entries(rule: &EntriesRule, row: &Row<'_>) -> Vec<String> {
    let level = |one: &Level| item(row, &one.label.zh, shown(one.points), &one.clause);
    let placement =
        |one: &Placement| item(row, &one.label.zh, format!("×{}", shown(one.by)), &one.clause);
    let mut lines: Vec<String> = rule.levels.iter().map(level).collect();
    lines.extend(rule.placements.iter().map(placement));
    let tagged =
        |words: &str, label: &str, clause: &String| format!("{words}{}", row.tag(label, clause));
    lines.extend(rule.shared_clause.iter().map(|clause| tagged(SHARED[0], "署名", clause)));
    lines.extend(rule.highest_clause.iter().map(|clause| tagged(HIGHEST[0], "同一", clause)));
    lines.push(write_cap(rule.cap, &rule.cap_clause, row));
    lines
}
