//! The columns and their headings.

use selfscore_wording::{Lang, sheet as words};

use crate::typed;

/// The columns, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Standing,
    Group,
    Number,
    Indicator,
    Content,
    Criterion,
    Points,
    Kind,
    Rule,
    Standard,
    Basis,
    Note,
    Ids,
    Rest,
}

impl Column {
    pub const COUNT: usize = 14;

    pub const ALL: [Column; Column::COUNT] = [
        Column::Standing,
        Column::Group,
        Column::Number,
        Column::Indicator,
        Column::Content,
        Column::Criterion,
        Column::Points,
        Column::Kind,
        Column::Rule,
        Column::Standard,
        Column::Basis,
        Column::Note,
        Column::Ids,
        Column::Rest,
    ];

    /// Its heading as written.
    pub fn heading(self, lang: Lang) -> &'static str {
        let word = match self {
            Column::Standing => words::standing,
            Column::Group => words::group,
            Column::Number => words::number,
            Column::Indicator => words::indicator,
            Column::Content => words::content,
            Column::Criterion => words::criterion,
            Column::Points => words::points,
            Column::Kind => words::kind,
            Column::Rule => words::rule,
            Column::Standard => words::standard,
            Column::Basis => words::basis,
            Column::Note => words::note,
            Column::Ids => words::id,
            Column::Rest => words::rest,
        };
        word(lang)
    }

    /// Other headings that tables have for it.
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Column::Standing => &["指标性质"],
            Column::Group => &["指标类别", "类别", "考评项目", "考核项目"],
            Column::Number => &["编号"],
            Column::Indicator => &["指标", "指标名称", "考评指标", "考核指标"],
            Column::Content => &["考评内容", "考核内容", "指标内容"],
            Column::Criterion => &["评分项", "评分要点", "评分点"],
            Column::Points => &["满分", "分数"],
            Column::Kind => &["计分方式", "计分方法"],
            Column::Rule => &["计分规则", "评分办法", "计分办法"],
            Column::Standard => &["评分标准", "原文"],
            Column::Basis => &["条款依据"],
            Column::Note => &["依据说明"],
            Column::Ids => &["标识号"],
            Column::Rest => &["其他", "json"],
        }
    }

    /// The column of a heading, in half-width or full-width signs and either language.
    pub fn of(heading: &str) -> Option<Self> {
        let name = |text: &str| typed::name(text).to_lowercase();
        let found = name(heading);
        let is = |column: &Column| {
            [Lang::Zh, Lang::En].iter().any(|lang| name(column.heading(*lang)) == found)
                || column.aliases().iter().any(|alias| name(alias) == found)
        };
        Column::ALL.into_iter().find(is)
    }
}
