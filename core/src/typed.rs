//! Words as people type them into tables: yes and no, a unit's part, lists in one cell.

use std::borrow::Cow;

use crate::number::half_width;
use crate::scheme::Role;

/// A cell's word without blanks around it, in half-width signs and lower case.
pub(crate) fn word(text: &str) -> String {
    half_width(text.trim()).trim().to_lowercase()
}

/// Yes or no; `None` for any other word, an empty one among them.
pub(crate) fn flag(text: &str) -> Option<bool> {
    match word(text).as_str() {
        "是" | "√" | "✓" | "✔" | "对" | "true" | "yes" | "y" | "1" => Some(true),
        "否" | "×" | "✗" | "✘" | "x" | "false" | "no" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// A unit's part in a task.
pub(crate) fn role(text: &str) -> Option<Role> {
    let word = word(text);
    let stem = ["单位", "部门", "任务"].iter().find_map(|end| word.strip_suffix(end));
    match stem.unwrap_or(&word) {
        "牵头" | "主办" | "lead" => Some(Role::Lead),
        "配合" | "协办" | "supporting" | "support" => Some(Role::Supporting),
        _ => None,
    }
}

/// Several names or numbers in one cell: separated by blanks, commas, `、` or semicolons.
pub(crate) fn items(text: &str) -> Vec<String> {
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '、' | ',' | '\u{FF0C}' | ';' | '\u{FF1B}');
    text.split(apart).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A name without any blanks and in half-width signs, to compare it by.
pub(crate) fn name(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// As [`task_number`]; most numbers are their own.
pub(crate) fn task_key(text: &str) -> Cow<'_, str> {
    let own = !text.starts_with('0') && text.bytes().all(|sign| sign.is_ascii_graphic());
    if own { Cow::Borrowed(text) } else { Cow::Owned(task_number(text)) }
}

/// A task's number to compare it by: spreadsheets drop leading zeros.
pub(crate) fn task_number(text: &str) -> String {
    let name = name(text);
    let bare = name.trim_start_matches('0');
    match bare.chars().next() {
        Some(first) if first.is_ascii_digit() => bare.to_owned(),
        // `0`, `0-1` and names without digits stand as they are.
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::{task_key, task_number};

    #[test]
    fn a_task_number_that_is_its_own_key_is_not_made_anew() {
        for (text, key) in [
            ("12", "12"),
            ("012", "12"),
            (" 12", "12"),
            ("１２", "12"),
            ("0-1", "0-1"),
            ("A-1", "A-1"),
            ("", ""),
            ("0", "0"),
            ("1 2", "12"),
            ("一", "一"),
            ("1\u{a0}", "1"),
            ("1—2", "1-2"),
        ] {
            assert_eq!(task_number(text), key, "{text}");
            assert_eq!(task_key(text), key, "{text}");
        }
    }
}
