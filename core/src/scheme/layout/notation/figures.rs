//! Rules of one number, or of several that are alike.

use rust_decimal::Decimal;

use super::scan::{Scan, shown};
use super::{LEAST, Line, Row, bounds};
use crate::points::Points;
use crate::scheme::layout::problem::{Problem, Shape};
use crate::scheme::{
    Anchor, Asked, AssessedRule, Band, BestRule, JudgedRule, RankRule, Rule, Scale, Ties, ValueRule,
};

type Read = Result<Rule, Problem>;

const ASKED: &str = "填报";

/// The most decimal places that a unit's number may have, where a line says none.
const DECIMALS: u32 = 2;

/// What is asked for, and the other lines. Without a line for it, percentages are asked for
/// under the criterion's title where a line has the sign `%`.
fn asked<'a, 'b>(
    lines: &'b [Line<'a>],
    row: &Row<'_>,
    shape: Shape,
) -> Result<(Asked, Vec<&'b Line<'a>>), Problem> {
    let found = lines.iter().find(|line| line.text.starts_with(ASKED));
    let rest = lines.iter().filter(|line| !line.text.starts_with(ASKED)).collect();
    let asked = match found {
        Some(line) => of(line).ok_or_else(|| line.refuse(shape))?,
        None if lines.iter().any(|line| line.text.contains(['%', '\u{FF05}'])) => Asked {
            label: row.title.into(),
            unit: "%".into(),
            least: Points::ZERO,
            most: Points::new(Decimal::ONE_HUNDRED),
            decimals: DECIMALS,
        },
        None => return Err(Problem::Lacking(shape)),
    };
    Ok((asked, rest))
}

/// `填报：办结率（%），0至100，小数2位`
fn of(line: &Line<'_>) -> Option<Asked> {
    let words = line.text.strip_prefix(ASKED)?.trim_start_matches([':', '\u{FF1A}', ' ']);
    let mut scan = Scan::of(words);
    let decimals = match scan.word(&["位"]) {
        true => {
            let decimals = scan.number()?;
            scan.word(&["小数"]).then_some(())?;
            u32::try_from(decimals.value()).ok()?
        }
        false => DECIMALS,
    };
    let (least, most) = scan.range()?;
    let label = scan.rest();
    let open = label.rfind(['(', '\u{FF08}']);
    let (label, unit) = match (open, label.ends_with([')', '\u{FF09}'])) {
        (Some(open), true) => {
            let unit = label[open..].trim_start_matches(['(', '\u{FF08}']);
            (label[..open].trim_end(), unit.trim_end_matches([')', '\u{FF09}']))
        }
        _ => (label.as_str(), ""),
    };
    let unit = match unit {
        "\u{FF05}" => "%",
        unit => unit,
    };
    let (label, unit) = (label.into(), unit.into());
    Some(Asked { label, unit, least, most: most?, decimals })
}

fn write_asked(asked: &Asked, tag: &str) -> String {
    let Asked { label, unit, least, most, decimals } = asked;
    let (label, unit, least, most) = (&label.zh, &unit.zh, shown(*least), shown(*most));
    format!("{ASKED}：{label}（{unit}），{least}至{most}，小数{decimals}位{tag}")
}

/// The clause of a rule that has one: that of the first line that names one.
fn clause(lines: &[Line<'_>], row: &Row<'_>) -> Result<String, Problem> {
    match lines.iter().find(|line| line.clause.is_some()) {
        Some(line) => row.clause(line, ""),
        None => row.expected("").ok_or(Problem::NoStandard),
    }
}

pub(super) fn bands(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (asked, rest) = asked(lines, row, Shape::Bands)?;
    let mut bands = Vec::new();
    for line in rest {
        let refuse = || line.refuse(Shape::Bands);
        let mut scan = line.scan.clone();
        let points = scan.points().ok_or_else(refuse)?;
        scan.word(&["的"]);
        let bounds = bounds::read(&scan.rest(), &asked.unit.zh).ok_or_else(refuse)?;
        bands.push(Band { bounds, points, clause: row.clause(line, &scan.rest())? });
    }
    if bands.is_empty() {
        return Err(Problem::Lacking(Shape::Bands));
    }
    Ok(Rule::Value(ValueRule { asked, scale: Scale::Bands { bands } }))
}

pub(super) fn linear(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (asked, rest) = asked(lines, row, Shape::Linear)?;
    let mut anchors = Vec::new();
    for line in rest {
        let refuse = || line.refuse(Shape::Linear);
        let mut scan = line.scan.clone();
        let points = scan.points().ok_or_else(refuse)?;
        scan.word(&["→"]);
        scan.word(&["%", &asked.unit.zh]);
        let at = scan.number().filter(|_| scan.is_empty()).ok_or_else(refuse)?;
        anchors.push(Anchor { at, points });
    }
    if anchors.is_empty() {
        return Err(Problem::Lacking(Shape::Linear));
    }
    let scale = Scale::Linear { anchors, clause: clause(lines, row)? };
    Ok(Rule::Value(ValueRule { asked, scale }))
}

pub(super) fn write_value(rule: &ValueRule, row: &Row<'_>) -> Vec<String> {
    match &rule.scale {
        Scale::Bands { bands } => {
            let line = |band: &Band| {
                let bounds = bounds::write(&band.bounds);
                format!("{bounds} {}{}", shown(band.points), row.tag(&bounds, &band.clause))
            };
            let asked = [write_asked(&rule.asked, "")];
            asked.into_iter().chain(bands.iter().map(line)).collect()
        }
        Scale::Linear { anchors, clause } => {
            let line =
                |anchor: &Anchor| format!("{} 得 {}", shown(anchor.at), shown(anchor.points));
            let asked = [write_asked(&rule.asked, &row.tag("", clause))];
            asked.into_iter().chain(anchors.iter().map(line)).collect()
        }
    }
}

/// The one line of a rule, a range with its label; nothing to full marks without it.
fn ranged(
    lines: &[Line<'_>],
    row: &Row<'_>,
    shape: Shape,
) -> Result<(String, Points, Points), Problem> {
    let Some(line) = lines.first() else {
        let most = row.points.ok_or(Problem::Lacking(shape))?;
        return Ok((row.title.into(), Points::ZERO, most));
    };
    if let Some(other) = lines.get(1) {
        return Err(other.refuse(shape));
    }
    let mut scan = line.scan.clone();
    let range = scan.range().and_then(|(least, most)| Some((least, most?)));
    let (least, most) = range.ok_or_else(|| line.refuse(shape))?;
    let label = scan.rest();
    Ok((if label.is_empty() { row.title.into() } else { label }, least, most))
}

fn range(label: &str, least: Points, most: Points) -> String {
    format!("{label} {}至{}", shown(least), shown(most))
}

pub(super) fn judged(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (label, least, most) = ranged(lines, row, Shape::Judged)?;
    let label = label.as_str().into();
    Ok(Rule::Judged(JudgedRule { label, least, most, clause: clause(lines, row)? }))
}

pub(super) fn write_judged(rule: &JudgedRule, row: &Row<'_>) -> Vec<String> {
    let line = range(&rule.label.zh, rule.least, rule.most);
    vec![format!("{line}{}", row.tag("", &rule.clause))]
}

pub(super) fn assessed(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let mut assessors = 1;
    let mut bare = Vec::new();
    for line in lines {
        let mut scan = line.scan.clone();
        if scan.word(&["人以上", "人及以上", "名以上"]) {
            let least = scan.number().and_then(|least| u32::try_from(least.value()).ok());
            assessors = least.ok_or_else(|| line.refuse(Shape::Assessed))?;
        }
        if !scan.is_empty() {
            bare.push(Line { text: line.text, scan, clause: line.clause });
        }
    }
    let (label, least, most) = ranged(&bare, row, Shape::Assessed)?;
    let label = label.as_str().into();
    let clause = clause(lines, row)?;
    Ok(Rule::Assessed(AssessedRule { label, least, most, assessors, clause }))
}

pub(super) fn write_assessed(rule: &AssessedRule, row: &Row<'_>) -> Vec<String> {
    let line = range(&rule.label.zh, rule.least, rule.most);
    vec![format!("{line} {}人以上{}", rule.assessors, row.tag("", &rule.clause))]
}

pub(super) fn best(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (asked, rest) = asked(lines, row, Shape::Best)?;
    if let Some(line) = rest.first() {
        return Err(line.refuse(Shape::Best));
    }
    Ok(Rule::Best(BestRule { asked, clause: clause(lines, row)? }))
}

pub(super) fn write_best(rule: &BestRule, row: &Row<'_>) -> Vec<String> {
    vec![write_asked(&rule.asked, &row.tag("", &rule.clause))]
}

const EACH_PLACE: [&str; 4] = ["每降1名", "每降一名", "每降1名扣", "每降一名扣"];

pub(super) fn rank(lines: &[Line<'_>], row: &Row<'_>) -> Read {
    let (asked, rest) = asked(lines, row, Shape::Rank)?;
    let (mut step, mut last) = (None, None);
    let (mut smallest_first, mut ties) = (false, Ties::Skip);
    for line in rest {
        if let Some(found) = line.scan.tagged(&EACH_PLACE) {
            let less = found < Points::ZERO;
            step = Some(if less { Points::ZERO.minus(found) } else { found });
        } else if let Some(found) = line.scan.tagged(&LEAST) {
            last = Some(found);
        } else {
            match line.scan.bare().as_str() {
                "小者在前" => smallest_first = true,
                "大者在前" => smallest_first = false,
                "并列不占名次" => ties = Ties::Dense,
                "并列占名次" => ties = Ties::Skip,
                _ => return Err(line.refuse(Shape::Rank)),
            }
        }
    }
    let (Some(step), Some(last)) = (step, last) else {
        return Err(Problem::Lacking(Shape::Rank));
    };
    let clause = clause(lines, row)?;
    Ok(Rule::Rank(RankRule { asked, smallest_first, step, last, ties, clause }))
}

pub(super) fn write_rank(rule: &RankRule, row: &Row<'_>) -> Vec<String> {
    let mut lines = vec![
        write_asked(&rule.asked, &row.tag("", &rule.clause)),
        format!("每降1名 −{}", shown(rule.step)),
        format!("最低 {}", shown(rule.last)),
    ];
    if rule.smallest_first {
        lines.push("小者在前".into());
    }
    if rule.ties == Ties::Dense {
        lines.push("并列不占名次".into());
    }
    lines
}
