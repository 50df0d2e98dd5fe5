//! What a paper is made from.

use selfscore_wording::{Lang, paper as words};

use crate::answer::Answer;
use crate::draft::Assessment;
use crate::form::Form;
use crate::points::Points;
use crate::scheme::{Clause, Criterion, Rule, Scheme, marked};
use crate::scoring::{Line, State};
use crate::text::Text;

pub(super) struct Source<'a> {
    pub scheme: &'a Scheme,
    pub assessment: &'a Assessment,
    pub lang: Lang,
    district: &'a str,
}

impl<'a> Source<'a> {
    pub fn new(scheme: &'a Scheme, assessment: &'a Assessment, lang: Lang) -> Self {
        Source { scheme, assessment, lang, district: assessment.form.district() }
    }

    pub fn form(&self) -> &'a Form {
        &self.assessment.form
    }

    pub fn answer(&self, criterion: &str) -> Option<&'a Answer> {
        self.form().answers.get(criterion)
    }

    pub fn unmask(&self, text: &str) -> String {
        self.scheme.unmask(text, self.district)
    }

    /// Words of the scheme, in the language, the district's name in place of the mask.
    pub fn say(&self, text: &Text) -> String {
        self.unmask(text.get(self.lang))
    }

    /// Points as a line has them.
    pub fn points(&self, points: Points) -> String {
        shown(points, self.scheme.decimals())
    }

    /// Points as the total has them.
    pub fn total(&self, points: Points) -> String {
        shown(points, self.scheme.total_decimals())
    }

    /// What is wrong or missing, counted.
    pub fn blocking(&self) -> usize {
        self.assessment.blocking().count()
    }

    /// What every page says of itself.
    pub fn marks(&self, example: bool) -> Vec<String> {
        let mut marks = vec![words::reference(self.lang).to_owned()];
        if example {
            marks.push(words::example(self.lang).into());
        }
        if !self.assessment.ready() {
            marks.push(words::incomplete(self.lang, self.blocking()));
        }
        marks
    }

    /// Full marks of a criterion, as the column has them.
    pub fn full(&self, criterion: &Criterion) -> String {
        match (&criterion.rule, criterion.points) {
            (Rule::Veto(_), _) => String::new(),
            (_, Some(points)) => points.to_string(),
            (_, None) => words::points_unknown(self.lang).into(),
        }
    }

    /// What a line's points are, with what they wait for.
    pub fn scored(&self, line: &Line) -> String {
        let points = self.points(line.points);
        match line.state {
            State::Complete => points,
            State::Incomplete => words::at_least(self.lang, points),
            State::Pending => words::pending(self.lang, points, self.points(line.highest)),
            State::NotApplicable => words::not_applicable(self.lang).into(),
            State::NotCounted => words::not_counted(self.lang).into(),
        }
    }

    /// Clauses with their marks, one a line.
    pub fn clauses(&self, criterion: &Criterion) -> String {
        let clauses = criterion.clauses.iter().map(|clause| self.clause(clause));
        clauses.collect::<Vec<_>>().join("\n")
    }

    /// A clause with its mark.
    pub fn clause(&self, clause: &Clause) -> String {
        marked(&clause.mark, &self.say(&clause.text))
    }
}

/// With so many places and a minus sign that is as wide as a digit.
pub(super) fn shown(points: Points, decimals: u32) -> String {
    points.fixed(decimals).replace('-', "−")
}

/// Evidence numbers in a cell.
pub(super) fn numbers(evidence: &[String]) -> String {
    evidence.join("、")
}
