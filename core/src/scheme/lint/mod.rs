//! What must hold of a scheme, proved before anybody is scored by it.
//!
//! [`structure`] holds what scoring relies on and runs whenever a scheme is read; [`lint`] adds
//! what its author should know. Every finding names its place, the values, a remedy, and
//! whether it was reasoned out or found by trying answers.
//!
//! `problem` is the table of rules. `reach` (with `ruled` and `steps`) says between which points
//! each part lies, `walk` where each part stands; what the other rooms check follows from these
//! exactly. `search` scores answers that it tries.

mod bounds;
mod clauses;
mod idle;
mod ids;
mod magnitudes;
mod monotone;
mod parts;
mod points;
mod problem;
mod reach;
mod ruled;
mod search;
mod steps;
mod walk;
mod words;
mod worth;

pub use problem::{LintRule, Problem, Proof, Severity};
pub use search::rungs;

use serde::Serialize;
use serde::ser::SerializeStruct;

use super::{Basis, Clause, SchemeFile};
use walk::Walk;

/// Something about a scheme that its author must or should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule of the lint.
    pub rule: LintRule,
    /// JSON pointer (RFC 6901) into the scheme file.
    pub path: String,
    /// How much it weighs.
    pub severity: Severity,
    /// How it was established.
    pub proof: Proof,
    /// What is wrong, with the values.
    pub problem: Problem,
}

impl Finding {
    fn exact(path: impl Into<String>, problem: Problem) -> Self {
        Finding::of(path.into(), Proof::Exact, problem)
    }

    fn searched(path: impl Into<String>, problem: Problem) -> Self {
        Finding::of(path.into(), Proof::Search, problem)
    }

    fn of(path: String, proof: Proof, problem: Problem) -> Self {
        let rule = problem.rule();
        Finding { rule, path, severity: rule.severity(), proof, problem }
    }

    /// The rule's name for machines.
    pub fn code(&self) -> &'static str {
        self.rule.code()
    }
}

/// Rule, path, severity and proof, with the message in both languages.
impl Serialize for Finding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use selfscore_wording::Lang::{En, Zh};
        let mut out = serializer.serialize_struct("Finding", 7)?;
        out.serialize_field("rule", self.code())?;
        out.serialize_field("path", &self.path)?;
        out.serialize_field("severity", &self.severity)?;
        out.serialize_field("proof", &self.proof)?;
        let both = |words: [String; 2]| {
            let [zh, en] = words;
            crate::text::Text { zh, en }
        };
        out.serialize_field("message", &both([self.message(Zh), self.message(En)]))?;
        out.serialize_field("remedy", &both([self.remedy(Zh), self.remedy(En)]))?;
        out.end()
    }
}

/// What must hold for a scheme to exist; all of it by exact reasoning. Cheap.
pub fn structure(file: &SchemeFile) -> Vec<Finding> {
    let walk = Walk::of(file);
    let mut found = Vec::new();
    ids::check(&walk, &mut found);
    clauses::check(&walk, &mut found);
    magnitudes::check(&walk, &mut found);
    parts::check(&walk, &mut found);
    bounds::check(&walk, &mut found);
    points::given(&walk, &mut found);
    if found.is_empty() {
        // Sums over numbers that are out of their range would say nothing.
        points::check(&walk, &mut found);
    }
    found
}

/// All there is to say about a scheme: its structure, and if that holds everything else.
/// Deterministic. The exact checks take less than a millisecond for a scheme of twenty criteria;
/// the search scores it some hundred to three thousand times, so an editor asks for [`structure`]
/// at every keystroke and for this when it is idle.
pub fn lint(file: &SchemeFile) -> Vec<Finding> {
    let mut found = structure(file);
    let walk = Walk::of(file);
    ids::words(&walk, &mut found);
    clauses::unused(&walk, &mut found);
    if found.iter().all(|finding| finding.severity != Severity::Error) {
        worth::check(&walk, &mut found);
        points::whole(&walk, &mut found);
        bounds::reach(&walk, &mut found);
        monotone::check(&walk, &mut found);
        parts::weighed(&walk, &mut found);
        idle::check(&walk, &mut found);
        search::check(&walk, &mut found);
    }
    found.sort_by_key(|finding| finding.severity);
    found
}

/// Parts that do not rest on the source's plain words: readings and assumptions, with their
/// places. They are no faults; a report names them first.
pub fn open_points(file: &SchemeFile) -> Vec<(String, Clause)> {
    let walk = Walk::of(file);
    let open = |clause: &&Clause| clause.basis != Basis::Notice;
    let of = |path: &str, clauses: &[Clause]| -> Vec<(String, Clause)> {
        let placed = clauses.iter().enumerate().filter(|(_, clause)| open(clause));
        placed.map(|(at, clause)| (format!("{path}/clauses/{at}"), clause.clone())).collect()
    };
    let mut all = of("", &file.clauses);
    for placed in &walk.criteria {
        all.extend(of(&placed.path, &placed.criterion.clauses));
    }
    all
}
