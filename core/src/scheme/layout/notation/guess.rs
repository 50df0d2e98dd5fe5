//! Which kind of rule a cell has where the column 评分方式 does not say.

use super::{LEAST, Line, MOST, kind};
use crate::points::Points;
use crate::scheme::layout::problem::Shape;

/// A kind that stands before the rule, `扣分：…`, and the rule.
pub(super) fn before(cell: &str) -> Option<(Shape, &str)> {
    let (word, rest) = cell.split_once([':', '\u{FF1A}', '\n'])?;
    Some((kind(word)?, rest.trim_start()))
}

/// The kind that lines look like; `None` where they could be several.
pub(super) fn like(lines: &[Line<'_>], full: Option<Points>) -> Option<Shape> {
    let bare: Vec<String> = lines.iter().map(|line| line.scan.bare()).collect();
    let has = |words: &[&str]| bare.iter().any(|l| words.iter().any(|word| l.contains(word)));
    if has(&["牵头权重"]) {
        return Some(Shape::Tasks);
    }
    if has(&["每降1名", "每降一名"]) {
        return Some(Shape::Rank);
    }
    if has(&["总分不超过", "总分最高", "总分最多", "总分不高于"]) {
        return Some(Shape::Veto);
    }
    if has(&["人以上", "人及以上", "名以上"]) && lines.len() == 1 {
        return Some(Shape::Assessed);
    }
    if has(&["填报", "%"]) {
        return figures(lines);
    }
    if has(&["不低于", "扣完为止", "另扣", "前提"]) || bare.iter().any(|line| costs(line))
    {
        return Some(Shape::Deduction);
    }
    if has(&["署名", "同一项", "×"]) {
        return Some(Shape::Entries);
    }
    let capped = lines.iter().any(|line| line.scan.tagged(&MOST).is_some());
    if capped || has(&["每次", "每项", "每条", "每个"]) {
        return Some(Shape::Count);
    }
    options(lines, full)
}

/// Whether a line takes points off.
fn costs(line: &str) -> bool {
    let digits = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '分' | '至' | '~');
    let before = line.trim_end_matches("一次").trim_end_matches(digits);
    before.ends_with(['扣', '减']) || before.ends_with("-")
}

/// Bands have ranges, a line of a linear scale two numbers.
fn figures(lines: &[Line<'_>]) -> Option<Shape> {
    let mut rest = lines.iter().filter(|line| !line.text.starts_with("填报"));
    let first =
        rest.find(|line| line.scan.tagged(&MOST).is_none() && line.scan.tagged(&LEAST).is_none())?;
    let mut scan = first.scan.clone();
    scan.points()?;
    match super::bounds::read(&scan.rest(), "") {
        Some(_) => Some(Shape::Bands),
        None => scan.number().map(|_| Shape::Linear),
    }
}

/// Options where the best of them has full marks, items where they add up to them.
fn options(lines: &[Line<'_>], full: Option<Points>) -> Option<Shape> {
    let ranges: Option<Vec<(Points, Option<Points>)>> = lines
        .iter()
        .map(|line| {
            let mut scan = line.scan.clone();
            if scan.nothing() { Some((Points::ZERO, None)) } else { scan.range() }
        })
        .collect();
    let ranges = ranges?;
    let ranged = ranges.iter().any(|(_, to)| to.is_some());
    match ranges[..] {
        [] => return None,
        [_] if ranged => return Some(Shape::Judged),
        [_] => return Some(Shape::Checklist),
        _ => {}
    }
    let nothing = ranges.iter().any(|(least, _)| *least == Points::ZERO);
    let best = ranges.iter().map(|(least, to)| to.unwrap_or(*least)).max();
    let sum: Points = ranges.iter().map(|(least, _)| *least).sum();
    if ranged || nothing || (full.is_some() && best == full) {
        Some(Shape::Choice)
    } else if full == Some(sum) {
        Some(Shape::Checklist)
    } else {
        None
    }
}
