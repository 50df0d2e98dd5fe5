//! The column 计分规则: a rule's numbers as a person types them, one thing a line.
//!
//! A line ends in its numbers and, where it applies another clause than one would expect, in
//! that clause's mark: `未明确责任分工 −2 一次【3②】`. What lines cannot say (renderings, ids)
//! is not here; [`super::criterion`] keeps it in other columns.

mod bounds;
mod figures;
mod guess;
mod items;
mod scan;
mod tasks;

use super::problem::{Problem, Shape};
use crate::points::Points;
use crate::scheme::{Clause, EntriesRule, Modifier, RecordRule, Rule};
use scan::Scan;

pub(super) use scan::shown;

/// What a line is read against.
pub(super) struct Row<'a> {
    /// The criterion's title: what is asked for where the rule does not say.
    pub title: &'a str,
    /// Its full marks.
    pub points: Option<Points>,
    /// Its clauses.
    pub clauses: &'a [Clause],
}

/// A line without its clause.
struct Line<'a> {
    text: &'a str,
    scan: Scan,
    clause: Option<&'a str>,
}

/// The words for kinds of rule, the one that is written first.
const KINDS: [(Shape, &[&str]); 15] = [
    (Shape::Tasks, &["任务加权平均", "任务加权", "加权平均"]),
    (Shape::Choice, &["择一", "单选", "选择", "择一得分", "择一计分"]),
    (Shape::Deduction, &["扣分", "扣分制", "逐项扣分", "倒扣", "减分"]),
    (Shape::Checklist, &["逐项得分", "逐项计分", "逐项加分", "分项得分", "分项计分"]),
    (Shape::Count, &["计数得分", "计数", "计次得分", "按次得分", "按次加分", "累计得分"]),
    (Shape::Bands, &["数值分档", "分档", "分档计分", "分段计分", "分档得分"]),
    (Shape::Linear, &["数值线性", "线性", "线性计分", "按比例得分", "按比例计分"]),
    (Shape::Judged, &["酌情", "酌情给分", "酌情得分", "酌情扣分", "视情"]),
    (Shape::Entries, &["清单", "清单得分", "清单计分", "按级别得分", "按级别计分"]),
    (Shape::Assessed, &["专家平均", "专家评分", "专家打分", "评委平均", "专家评分平均"]),
    (Shape::Best, &["按最好单位比例", "按最好单位的比例", "按第一名比例", "以第一名为基数"]),
    (Shape::Rank, &["按名次", "按名次得分", "按名次计分", "名次", "排名", "按排名"]),
    (Shape::Veto, &["一票否决", "单项否决", "否决"]),
    (Shape::Record, &["只记录", "不计分", "仅记录", "记录"]),
    (Shape::Other, &["见其他", "其他", "其他(json)"]),
];

/// The kind of rule that a word names.
pub(super) fn kind(word: &str) -> Option<Shape> {
    let bare = crate::typed::name(word).to_lowercase();
    KINDS.into_iter().find(|(_, words)| words.contains(&bare.as_str())).map(|(shape, _)| shape)
}

/// The word for a kind of rule.
pub(super) fn word(shape: Shape) -> &'static str {
    let found = KINDS.into_iter().find(|(kind, _)| *kind == shape);
    found.and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// The shape of a rule; [`Shape::Other`] for one that has none.
pub(super) fn shape(rule: &Rule) -> Shape {
    match rule {
        Rule::Tasks(_) => Shape::Tasks,
        Rule::Choice(_) => Shape::Choice,
        Rule::Deduction(_) => Shape::Deduction,
        Rule::Checklist(_) => Shape::Checklist,
        Rule::Count(_) => Shape::Count,
        Rule::Value(rule) => match rule.scale {
            crate::scheme::Scale::Bands { .. } => Shape::Bands,
            crate::scheme::Scale::Linear { .. } => Shape::Linear,
        },
        Rule::Judged(_) => Shape::Judged,
        Rule::Entries(_) => Shape::Entries,
        Rule::Assessed(_) => Shape::Assessed,
        Rule::Best(_) => Shape::Best,
        Rule::Rank(_) => Shape::Rank,
        Rule::Veto(_) => Shape::Veto,
        Rule::Record(_) => Shape::Record,
    }
}

/// A range in words; `None` for what is none.
pub(super) fn bounds(text: &str) -> Option<crate::scheme::Bounds> {
    bounds::read(text, "")
}

/// A range as [`bounds`] reads it.
pub(super) fn bounds_shown(of: &crate::scheme::Bounds) -> String {
    bounds::write(of)
}

type Found = (Rule, Vec<Modifier>);

/// Reads a rule, its items without ids, and what bounds it besides. Without a kind the cell
/// begins with one, or its lines are told by their looks.
///
/// # Errors
/// Every line that cannot be read.
pub(super) fn read(
    shape: Option<Shape>,
    cell: &str,
    row: &Row<'_>,
) -> Result<(Shape, Found), Vec<Problem>> {
    let stated = shape.map(|shape| (shape, cell)).or_else(|| guess::before(cell));
    let cell = stated.map_or(cell, |(_, rest)| rest);
    let shape = stated.map(|(shape, _)| shape);
    if shape == Some(Shape::Record) {
        if cell.is_empty() {
            return Err(vec![Problem::Lacking(Shape::Record)]);
        }
        let rule = Rule::Record(RecordRule { reason: cell.into() });
        return Ok((Shape::Record, (rule, Vec::new())));
    }
    let texts: Vec<String> = cell
        .split(['\n', ';', '\u{FF1B}'])
        .map(|text| text.trim().trim_end_matches('。'))
        .filter(|text| !text.is_empty())
        .map(|text| scan::number_last(text).unwrap_or_else(|| text.to_owned()))
        .collect();
    let lines = || texts.iter().map(|text| Line::of(text)).collect::<Vec<_>>();
    let shape = match shape.or_else(|| guess::like(&lines(), row.points)) {
        Some(shape) => shape,
        None => return Err(vec![Problem::NoKind]),
    };
    let mut problems = Vec::new();
    let mut left: Vec<usize> = (0..texts.len()).collect();
    loop {
        let mut chosen: Vec<Option<Line<'_>>> = lines().into_iter().map(Some).collect();
        let kept = left.iter().filter_map(|at| chosen[*at].take()).collect();
        let problem = match of_lines(shape, kept, row) {
            Ok(found) if problems.is_empty() => return Ok((shape, found)),
            Ok(_) => return Err(problems),
            Err(problem) => problem,
        };
        // A line that is wrong is put aside, so that the next one is found.
        let place = left.iter().position(|at| Line::of(&texts[*at]).is_in(&problem));
        // That something is missing is worth saying only where nothing is wrong.
        if place.is_some() || problems.is_empty() {
            problems.push(problem);
        }
        match place {
            Some(place) => left.remove(place),
            None => return Err(problems),
        };
    }
}

fn of_lines(shape: Shape, mut lines: Vec<Line<'_>>, row: &Row<'_>) -> Result<Found, Problem> {
    let modifiers = match bounded(shape) {
        true => bounding(&mut lines, row)?,
        false => Vec::new(),
    };
    let rule = match shape {
        Shape::Tasks => tasks::read(&lines, row)?,
        Shape::Choice => items::choice(&lines, row)?,
        Shape::Deduction => items::deduction(&lines, row)?,
        Shape::Checklist => items::checklist(&lines, row)?,
        Shape::Count => items::count(&lines, row)?,
        Shape::Veto => items::veto(&lines, row)?,
        Shape::Entries => items::entries(&lines, row)?,
        Shape::Bands => figures::bands(&lines, row)?,
        Shape::Linear => figures::linear(&lines, row)?,
        Shape::Judged => figures::judged(&lines, row)?,
        Shape::Assessed => figures::assessed(&lines, row)?,
        Shape::Best => figures::best(&lines, row)?,
        Shape::Rank => figures::rank(&lines, row)?,
        // Its rule comes from the last column; this one makes place for it.
        Shape::Other | Shape::Record => Rule::Record(RecordRule { reason: "".into() }),
    };
    Ok((rule, modifiers))
}

/// Writes a rule; what lines cannot say is left out.
pub(super) fn write(rule: &Rule, modifiers: &[Modifier], row: &Row<'_>) -> String {
    let mut lines = match rule {
        Rule::Tasks(rule) => tasks::write(rule, row),
        Rule::Choice(rule) => items::write_choice(rule, row),
        Rule::Deduction(rule) => items::write_deduction(rule, row),
        Rule::Checklist(rule) => items::write_checklist(rule, row),
        Rule::Count(rule) => items::write_count(rule, row),
        Rule::Veto(rule) => items::write_veto(rule, row),
        Rule::Entries(rule) => items::write_entries(rule, row),
        Rule::Value(rule) => figures::write_value(rule, row),
        Rule::Judged(rule) => figures::write_judged(rule, row),
        Rule::Assessed(rule) => figures::write_assessed(rule, row),
        Rule::Best(rule) => figures::write_best(rule, row),
        Rule::Rank(rule) => figures::write_rank(rule, row),
        Rule::Record(rule) => vec![rule.reason.zh.clone()],
    };
    if bounded(shape(rule)) {
        let bounds: Option<Vec<String>> = modifiers.iter().map(|one| bound(one, row)).collect();
        lines.extend(bounds.unwrap_or_default());
    }
    lines.join("\n")
}

/// Whether lines 最高 and 不低于 of a kind are modifiers, for its rule has no such bound.
fn bounded(shape: Shape) -> bool {
    matches!(shape, Shape::Checklist | Shape::Choice | Shape::Bands | Shape::Linear)
}

fn bound(modifier: &Modifier, row: &Row<'_>) -> Option<String> {
    let line = |words: &str, at: Points, clause: &str| {
        Some(format!("{words} {}{}", shown(at), row.tag(words, clause)))
    };
    match modifier {
        Modifier::Cap { at, clause } => line(MOST[0], *at, clause),
        Modifier::Floor { at, clause } => line(LEAST[0], *at, clause),
        _ => None,
    }
}

/// The ids within a rule, in the order of its lines.
pub(super) fn ids(rule: &mut Rule) -> Vec<&mut String> {
    match rule {
        Rule::Choice(rule) => rule.options.iter_mut().map(|option| &mut option.id).collect(),
        Rule::Deduction(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Checklist(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Count(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Veto(rule) => rule.items.iter_mut().map(|item| &mut item.id).collect(),
        Rule::Entries(EntriesRule { levels, placements, .. }) => {
            let levels = levels.iter_mut().map(|level| &mut level.id);
            levels.chain(placements.iter_mut().map(|placement| &mut placement.id)).collect()
        }
        _ => Vec::new(),
    }
}

/// Takes out the lines 最高 and 不低于, for rules that have no such bound of their own.
fn bounding(lines: &mut Vec<Line<'_>>, row: &Row<'_>) -> Result<Vec<Modifier>, Problem> {
    let mut modifiers = Vec::new();
    let mut rest = Vec::new();
    for line in lines.drain(..) {
        if let Some(at) = line.scan.tagged(&MOST) {
            modifiers.push(Modifier::Cap { at, clause: row.clause(&line, "最高")? });
        } else if let Some(at) = line.scan.tagged(&LEAST) {
            modifiers.push(Modifier::Floor { at, clause: row.clause(&line, "不低于")? });
        } else {
            rest.push(line);
        }
    }
    *lines = rest;
    Ok(modifiers)
}

/// Words for the most that counts.
const MOST: [&str; 7] =
    ["最高", "最高不超过", "最多", "封顶", "累计不超过", "得分累计不超过", "最高得"];
/// Words for the least that remains.
const LEAST: [&str; 2] = ["不低于", "最低"];

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        let tagged = text.strip_suffix('】').and_then(|text| text.rsplit_once('【'));
        let (text, clause) = match tagged {
            Some((text, clause)) => (text.trim(), Some(clause.trim())),
            None => (text, None),
        };
        Line { text, scan: Scan::of(text), clause }
    }

    /// Whether a problem is about this line.
    fn is_in(&self, problem: &Problem) -> bool {
        match problem {
            Problem::Notation(text, _) => self.text.chars().take(40).eq(text.chars()),
            Problem::NoClause(name) => self.clause == Some(name),
            _ => false,
        }
    }

    fn refuse(&self, shape: Shape) -> Problem {
        Problem::Notation(self.text.chars().take(40).collect(), shape)
    }
}

impl Row<'_> {
    /// The id of the clause that a line applies: the one that it names, else the only one, else
    /// the first that has the line's words, else the first.
    fn clause(&self, line: &Line<'_>, label: &str) -> Result<String, Problem> {
        match line.clause {
            Some(name) => self.named(name).ok_or_else(|| Problem::NoClause(name.into())),
            None => self.expected(label).ok_or(Problem::NoStandard),
        }
    }

    fn named(&self, name: &str) -> Option<String> {
        let by = |test: &dyn Fn(&Clause) -> bool| self.clauses.iter().find(|clause| test(clause));
        let found = by(&|clause| clause.mark == name)
            .or_else(|| by(&|clause| clause.id == name))
            .or_else(|| by(&|clause| clause.mark.ends_with(name)));
        found.map(|clause| clause.id.clone())
    }

    fn expected(&self, label: &str) -> Option<String> {
        let has = |clause: &&Clause| !label.is_empty() && clause.text.zh.contains(label);
        let found = self.clauses.iter().find(has).or(self.clauses.first());
        found.map(|clause| clause.id.clone())
    }

    /// What stands behind a line for its clause: nothing where [`Row::clause`] finds it anyway.
    fn tag(&self, label: &str, clause: &str) -> String {
        if self.expected(label).as_deref() == Some(clause) {
            return String::new();
        }
        self.mark(clause)
    }

    /// A clause's mark in the brackets that [`Line::of`] takes off.
    fn mark(&self, clause: &str) -> String {
        let mark = self.clauses.iter().find(|one| one.id == clause).map(|one| one.mark.as_str());
        let mark = mark.filter(|mark| self.named(mark).as_deref() == Some(clause));
        format!("【{}】", mark.unwrap_or(clause))
    }
}
