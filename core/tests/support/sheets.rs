//! Tables of a scheme, written down as rows of cells.

#![allow(dead_code)] // each test binary uses a part

use selfscore_core::scheme::layout::{Refusal, import_rows};
use selfscore_core::scheme::{Criterion, SchemeFile};

/// Rows of cells.
pub fn rows(table: &[&[&str]]) -> Vec<Vec<String>> {
    table.iter().map(|row| row.iter().map(|cell| cell.to_string()).collect()).collect()
}

/// The one criterion of a table with one row.
pub fn one(points: &str, rule: &str) -> Result<Criterion, Vec<Refusal>> {
    let table: [&[&str]; 2] =
        [&["指标", "评分内容", "分值", "评分规则"], &["制度建设", "制度", points, rule]];
    let mut file: SchemeFile = import_rows(&rows(&table))?;
    Ok(file.groups.remove(0).indicators.remove(0).criteria.remove(0))
}
