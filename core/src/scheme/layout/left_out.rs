//! What a table may leave out, each with a clause that says so.

use selfscore_wording::{Lang, sheet as words};

use super::clauses;
use crate::scheme::{Basis, Clause, SchemeFile, Total};
use crate::text::Text;

type Word = fn(Lang) -> &'static str;

/// Stands in for a day that the table does not give: forms are never late.
const NO_DAY: &str = "2999-12-31";

/// A text of ours in both languages.
fn both(word: Word) -> Text {
    Text { zh: word(Lang::Zh).into(), en: word(Lang::En).into() }
}

fn assumed(id: &str, text: Word) -> Clause {
    Clause {
        id: id.into(),
        mark: "—".into(),
        text: both(text),
        basis: Basis::Assumed,
        reading: None,
        why: Some(both(words::left_out)),
        gap: None,
    }
}

/// Fills in what the head of a table left out.
pub(super) fn fill(file: &mut SchemeFile) {
    if file.title.zh.is_empty() {
        file.title = both(words::untitled);
    }
    if file.due.is_empty() {
        file.due = NO_DAY.into();
        file.clauses.push(assumed("due-left-out", words::no_due));
    }
    if file.units.is_empty() {
        file.units.push(words::this_unit(Lang::Zh).into());
        file.clauses.push(assumed("units-left-out", words::no_units));
    }
    let total = file.total.as_mut();
    let unnamed = |total: &&mut Total| !total.grades.is_empty() && total.grades_clause.is_none();
    if let Some(total) = total.filter(unnamed) {
        let id = "grades-left-out";
        total.grades_clause = Some(id.into());
        file.clauses.push(assumed(id, words::no_grades));
    }
}

/// The clause of a rule for which the table gives no words of a source.
pub(super) fn clause(rule: &str, number: &str) -> Clause {
    Clause {
        id: String::new(),
        mark: clauses::expected("", number),
        text: rule.into(),
        basis: Basis::Assumed,
        reading: None,
        why: Some(both(words::clause_left_out)),
        gap: None,
    }
}
