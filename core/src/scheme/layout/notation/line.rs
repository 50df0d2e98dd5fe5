//! A line of a rule, and the clauses that lines name.

use super::scan::Scan;
use crate::points::Points;
use crate::scheme::Clause;
use crate::scheme::layout::problem::{Problem, Shape};

/// What a line is read against.
pub(in crate::scheme::layout) struct Row<'a> {
    /// The criterion's title: what is asked for where the rule does not say.
    pub title: &'a str,
    /// Its full marks.
    pub points: Option<Points>,
    /// Its clauses.
    pub clauses: &'a [Clause],
}

/// A line without its clause.
pub(super) struct Line<'a> {
    pub text: &'a str,
    pub scan: Scan,
    /// The name in its brackets.
    pub clause: Option<&'a str>,
}

impl<'a> Line<'a> {
    pub fn of(text: &'a str) -> Self {
        let tagged = text.strip_suffix('】').and_then(|text| text.rsplit_once('【'));
        let (text, clause) = match tagged {
            Some((text, clause)) => (text.trim(), Some(clause.trim())),
            None => (text, None),
        };
        Line { text, scan: Scan::of(text), clause }
    }

    /// Whether a problem is about this line.
    pub fn is_in(&self, problem: &Problem) -> bool {
        match problem {
            Problem::Notation(text, _) => self.text.chars().take(40).eq(text.chars()),
            Problem::NoClause(name) => self.clause == Some(name),
            _ => false,
        }
    }

    pub fn refuse(&self, shape: Shape) -> Problem {
        Problem::Notation(self.text.chars().take(40).collect(), shape)
    }
}

impl Row<'_> {
    /// The id of the clause that a line applies: the one that it names, else the only one, else
    /// the first that has the line's words, else the first.
    pub(super) fn clause(&self, line: &Line<'_>, label: &str) -> Result<String, Problem> {
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

    pub(super) fn expected(&self, label: &str) -> Option<String> {
        let has = |clause: &&Clause| !label.is_empty() && clause.text.zh.contains(label);
        let found = self.clauses.iter().find(has).or(self.clauses.first());
        found.map(|clause| clause.id.clone())
    }

    /// What stands behind a line for its clause: nothing where [`Row::clause`] finds it anyway,
    /// whatever words the line will have.
    pub(super) fn tag(&self, label: &str, clause: &str) -> String {
        let first = self.expected("");
        if self.expected(label) == first && first.as_deref() == Some(clause) {
            return String::new();
        }
        self.mark(clause)
    }

    /// A clause's mark in the brackets that [`Line::of`] takes off.
    pub(super) fn mark(&self, clause: &str) -> String {
        let mark = self.clauses.iter().find(|one| one.id == clause).map(|one| one.mark.as_str());
        let mark = mark.filter(|mark| self.named(mark).as_deref() == Some(clause));
        format!("【{}】", mark.unwrap_or(clause))
    }
}
