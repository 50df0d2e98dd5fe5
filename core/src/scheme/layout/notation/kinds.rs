//! The words of the column 评分方式.

use crate::scheme::layout::problem::Shape;
use crate::scheme::{Rule, Scale};

/// The words for kinds of rule, the one that is written first.
const KINDS: [(Shape, &[&str]); 15] = [
    (Shape::Tasks, &["任务加权平均", "任务加权", "加权平均", "tasks"]),
    (Shape::Choice, &["择一", "单选", "选择", "择一得分", "择一计分", "choice"]),
    (Shape::Deduction, &["扣分", "扣分制", "逐项扣分", "倒扣", "减分", "deduction"]),
    (Shape::Checklist, &["逐项得分", "逐项计分", "逐项加分", "分项得分", "分项计分", "checklist"]),
    (Shape::Count, &["计数得分", "计数", "计次得分", "按次得分", "按次加分", "累计得分", "count"]),
    (Shape::Bands, &["数值分档", "分档", "分档计分", "分段计分", "分档得分", "bands"]),
    (Shape::Linear, &["数值线性", "线性", "线性计分", "按比例得分", "按比例计分", "linear"]),
    (Shape::Judged, &["酌情", "酌情给分", "酌情得分", "酌情扣分", "视情", "judged"]),
    (Shape::Entries, &["清单", "清单得分", "清单计分", "按级别得分", "按级别计分", "entries"]),
    (
        Shape::Assessed,
        &["专家平均", "专家评分", "专家打分", "评委平均", "专家评分平均", "assessed"],
    ),
    (
        Shape::Best,
        &["按最好单位比例", "按最好单位的比例", "按第一名比例", "以第一名为基数", "best"],
    ),
    (Shape::Rank, &["按名次", "按名次得分", "按名次计分", "名次", "排名", "按排名", "rank"]),
    (Shape::Veto, &["一票否决", "单项否决", "否决", "veto"]),
    (Shape::Record, &["只记录", "不计分", "仅记录", "记录", "record"]),
    (Shape::Other, &["见其他", "其他", "其他(json)", "other"]),
];

/// The kind of rule that a word names.
pub(in crate::scheme::layout) fn kind(word: &str) -> Option<Shape> {
    let bare = crate::typed::name(word).to_lowercase();
    KINDS.into_iter().find(|(_, words)| words.contains(&bare.as_str())).map(|(shape, _)| shape)
}

/// The word for a kind of rule.
pub(in crate::scheme::layout) fn word(shape: Shape) -> &'static str {
    let found = KINDS.into_iter().find(|(kind, _)| *kind == shape);
    found.and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// The shape of a rule; [`Shape::Other`] for one that has none.
pub(in crate::scheme::layout) fn shape(rule: &Rule) -> Shape {
    match rule {
        Rule::Tasks(_) => Shape::Tasks,
        Rule::Choice(_) => Shape::Choice,
        Rule::Deduction(_) => Shape::Deduction,
        Rule::Checklist(_) => Shape::Checklist,
        Rule::Count(_) => Shape::Count,
        Rule::Value(rule) => match rule.scale {
            Scale::Bands { .. } => Shape::Bands,
            Scale::Linear { .. } => Shape::Linear,
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
