//! The weighted mean of tasks.

use super::scan::shown;
use super::{Line, Row};
use crate::points::Points;
use crate::scheme::layout::problem::{Problem, Shape};
use crate::scheme::{Mean, Rule, TaskClauses, TasksRule};

const LEAD: &str = "牵头权重";
const SUPPORTING: &str = "配合权重";
const JUDGED: &str = "其间酌情";
const UNLISTED: &str = "未列出不得分";
const OVER_TASKS: &str = "按任务平均";
const OVER_ROLES: &str = "按角色平均";

pub(super) fn read(lines: &[Line<'_>], row: &Row<'_>) -> Result<Rule, Problem> {
    let shape = Shape::Tasks;
    let one = |words: &str| lines.iter().find(|line| line.scan.bare() == words);
    let number = |words: &str| lines.iter().find_map(|line| line.scan.tagged(&[words]));
    // `100以上 满分` and `不满60 不得分`: the number stands within the words.
    let within = |before: &str, after: &str| {
        lines.iter().find_map(|line| {
            let bare = line.scan.bare().replace('%', "");
            let number: Points = bare.strip_prefix(before)?.strip_suffix(after)?.parse().ok()?;
            Some((number, line))
        })
    };
    let needed = || Problem::Lacking(shape);
    let (full_at, full) = within("", "以上满分").ok_or_else(needed)?;
    let (zero_below, zero) = within("不满", "不得分").ok_or_else(needed)?;
    let over_roles = one(OVER_ROLES);
    let mean_line = over_roles.or_else(|| one(OVER_TASKS)).ok_or_else(needed)?;
    let optional = |words: &str, expected: &str| match one(words) {
        Some(line) => row.clause(line, expected),
        None => row.expected(expected).ok_or(Problem::NoStandard),
    };
    let clauses = TaskClauses {
        full: row.clause(full, "满分")?,
        zero: row.clause(zero, "以下")?,
        judged: optional(JUDGED, "酌情")?,
        unlisted: optional(UNLISTED, "列出")?,
    };
    let known = |line: &Line<'_>| {
        let bare = line.scan.bare();
        [JUDGED, UNLISTED, OVER_TASKS, OVER_ROLES].contains(&bare.as_str())
            || line.scan.tagged(&[LEAD, SUPPORTING]).is_some()
            || std::ptr::eq(line, full)
            || std::ptr::eq(line, zero)
    };
    if let Some(line) = lines.iter().find(|line| !known(line)) {
        return Err(line.refuse(shape));
    }
    Ok(Rule::Tasks(TasksRule {
        lead_weight: number(LEAD).ok_or_else(needed)?,
        supporting_weight: number(SUPPORTING).ok_or_else(needed)?,
        full_at,
        zero_below,
        mean: if over_roles.is_some() { Mean::OverRoles } else { Mean::OverTasks },
        lead_clauses: clauses.clone(),
        supporting_clauses: clauses,
        mean_clause: row.clause(mean_line, "平均")?,
    }))
}

/// The clauses of lead tasks; those of supporting ones stand elsewhere where they differ.
pub(super) fn write(rule: &TasksRule, row: &Row<'_>) -> Vec<String> {
    let clauses = &rule.lead_clauses;
    let mean = match rule.mean {
        Mean::OverTasks => OVER_TASKS,
        Mean::OverRoles => OVER_ROLES,
    };
    vec![
        format!("{LEAD} {}", shown(rule.lead_weight)),
        format!("{SUPPORTING} {}", shown(rule.supporting_weight)),
        format!("{}以上 满分{}", shown(rule.full_at), row.tag("满分", &clauses.full)),
        format!("不满{} 不得分{}", shown(rule.zero_below), row.tag("以下", &clauses.zero)),
        format!("其间 酌情{}", row.tag("酌情", &clauses.judged)),
        format!("未列出 不得分{}", row.tag("列出", &clauses.unlisted)),
        format!("{mean}{}", row.tag("平均", &rule.mean_clause)),
    ]
}
