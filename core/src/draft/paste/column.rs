//! What the columns of a block hold: by their headings, or by what they say.

use super::Block;
use crate::{number, typed};

/// What a column of a block holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// Nothing that a task needs.
    #[default]
    Ignore,
    /// Number (序号).
    Number,
    /// Title.
    Title,
    /// 牵头 or 配合.
    Role,
    /// Completion (完成率).
    Completion,
    /// Whether in debugging (调试阶段).
    InDebugging,
    /// Share claimed (申报份额).
    Claim,
    /// Reason (得分说明).
    Note,
    /// Evidence numbers.
    Evidence,
}

impl Column {
    /// All of them, in the order of the form.
    pub const ALL: [Column; 9] = [
        Column::Ignore,
        Column::Number,
        Column::Title,
        Column::Role,
        Column::Completion,
        Column::InDebugging,
        Column::Claim,
        Column::Note,
        Column::Evidence,
    ];

    /// The words that a heading has, the more telling columns first: 「调试阶段完成情况」 is about
    /// debugging, 「申报份额说明」 is a reason.
    const WORDS: [(Column, &[&str]); 8] = [
        (Column::InDebugging, &["调试", "debugging"]),
        (Column::Note, &["理由", "说明", "备注", "note", "reason"]),
        (Column::Evidence, &["佐证", "附件", "证明材料", "evidence"]),
        (Column::Claim, &["份额", "申报", "claim"]),
        (Column::Completion, &["完成率", "完成情况", "进度", "完成比例", "completion"]),
        (Column::Role, &["牵头", "配合", "角色", "类型", "类别", "分工", "role"]),
        (Column::Number, &["序号", "编号", "number", "no."]),
        (Column::Title, &["任务", "内容", "事项", "title"]),
    ];

    /// What a heading says.
    pub(super) fn named(heading: &str) -> Column {
        let heading = typed::name(&heading.to_lowercase());
        // A heading is a few words; a sentence with such a word is content.
        if heading.chars().count() > 20 || typed::role(&heading).is_some() {
            return Column::Ignore;
        }
        let says =
            |(_, words): &&(Column, &[&str])| words.iter().any(|word| heading.contains(word));
        Column::WORDS.iter().find(says).map_or(Column::Ignore, |(column, _)| *column)
    }
}

impl Block {
    /// Guesses from what the cells say.
    pub(super) fn guess_by_content(&self, columns: &mut [Column]) {
        if let [lone] = columns {
            *lone = Column::Title;
            return;
        }
        let mut percents = [Column::Completion, Column::Claim].into_iter();
        for at in 0..columns.len() {
            columns[at] = if self.all(at, false, |cell| typed::role(cell).is_some()) {
                Column::Role
            } else if at == 0 && self.all(at, false, is_number) {
                Column::Number
            } else if self.all(at, false, is_percent) {
                percents.next().unwrap_or_default()
            } else {
                Column::Ignore
            };
            // The first of each kind is the one.
            if columns[..at].contains(&columns[at]) {
                columns[at] = Column::Ignore;
            }
        }
        let length = |at: &usize| -> usize {
            self.column(*at, false).map(|cell| cell.chars().count()).sum()
        };
        let words = |cell: &str| !is_percent(cell) && typed::role(cell).is_none();
        let free = (0..columns.len()).filter(|at| columns[*at] == Column::Ignore);
        let free = free.filter(|at| self.column(*at, false).any(words));
        // Of equally long ones the first.
        if let Some(title) = free.rev().max_by_key(length) {
            columns[title] = Column::Title;
        }
    }
}

/// A task's number: `3`, `03`, `1.2`, `1-2`.
fn is_number(cell: &str) -> bool {
    let word = typed::word(cell);
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    (1..=6).contains(&word.len())
        && word.chars().all(sign)
        && word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_percent(cell: &str) -> bool {
    let hundred = rust_decimal::Decimal::ZERO..=rust_decimal::Decimal::ONE_HUNDRED;
    number::typed(cell).ok().flatten().is_some_and(|value| hundred.contains(&value))
}

/// Whether the first row names columns: at least two, and half of all that it has; in a lone
/// column nothing but a heading's very words.
pub(super) fn is_heading(cells: &[Vec<String>]) -> bool {
    let Some(first) = cells.first() else { return false };
    let filled: Vec<&String> = first.iter().filter(|cell| !cell.trim().is_empty()).collect();
    if let [lone] = filled[..] {
        let words = ["任务", "任务名称", "工作任务", "任务内容", "工作内容", "内容", "title"];
        return cells.len() > 1 && words.contains(&typed::word(lone).as_str());
    }
    let content = |cell: &&String| is_percent(cell) || typed::role(cell).is_some();
    let named = filled.iter().filter(|cell| Column::named(cell) != Column::Ignore).count();
    !filled.iter().any(content) && named >= 2 && 2 * named >= filled.len()
}
