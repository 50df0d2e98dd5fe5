//! What a scheme must satisfy to exist.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Basis, Clause, Criterion, FORMAT, Rule, SchemeFile, VERSION, digest_of};
use crate::limits;
use crate::points::{self, Points};

/// Why a scheme file cannot be used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeError {
    /// The place: a criterion's id, a clause's, or a member of the file.
    pub place: String,
    /// What is wrong there.
    pub problem: SchemeProblem,
}

/// What can be wrong with a scheme file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemeProblem {
    /// Larger than [`limits::FILE_BYTES`].
    TooLarge,
    /// No JSON of a scheme; the parser's words.
    Unreadable(String),
    /// Another format, or a version newer than this program.
    OtherFormat(String),
    /// An id that is empty, too long or has other signs than `a-z 0-9 _ -`.
    BadId(String),
    /// An id that stands twice.
    DuplicateId(String),
    /// Points that do not add up to the indicator's.
    PointsDiffer {
        /// What the indicator says.
        stated: Points,
        /// What its criteria add up to.
        sum: Points,
    },
    /// Full marks that the rule cannot reach, or can exceed.
    FullMarks {
        /// What the criterion says.
        stated: Points,
        /// The most that the rule gives.
        reachable: Points,
    },
    /// A number out of its range.
    OutOfRange(Points),
    /// A rule refers to a clause that the criterion does not have.
    NoSuchClause(String),
    /// A clause lacks what its basis calls for: a reading with its rival, or a reason.
    BasisUnproved(Basis),
    /// Nothing where something is needed.
    Empty,
    /// More than [`limits::CRITERIA`].
    TooMany(usize),
}

impl std::fmt::Display for SchemeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.place, self.problem)
    }
}

impl std::error::Error for SchemeError {}

type Checked = Result<(), SchemeError>;

fn err(place: impl Into<String>, problem: SchemeProblem) -> SchemeError {
    SchemeError { place: place.into(), problem }
}

pub(super) fn read(bytes: &[u8]) -> Result<(SchemeFile, String), SchemeError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(err("", SchemeProblem::TooLarge));
    }
    let unreadable =
        |error: serde_json::Error| err("", SchemeProblem::Unreadable(error.to_string()));
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(unreadable)?;
    let version = value.get("version").and_then(serde_json::Value::as_u64);
    if value.get("format").and_then(|f| f.as_str()) != Some(FORMAT)
        || version.is_none_or(|version| version > u64::from(VERSION))
    {
        let named = format!(
            "{} {}",
            value.get("format").unwrap_or_default(),
            value.get("version").unwrap_or_default()
        );
        return Err(err("/format", SchemeProblem::OtherFormat(named)));
    }
    let digest = digest_of(&value);
    let file: SchemeFile = serde_json::from_slice(bytes).map_err(unreadable)?;
    check(&file)?;
    Ok((file, digest))
}

fn check(file: &SchemeFile) -> Checked {
    id("/id", &file.id)?;
    at_most("/decimals", Points::new(file.decimals.into()), 4)?;
    unique("/units", file.units.iter())?;
    if file.units.is_empty() {
        return Err(err("/units", SchemeProblem::Empty));
    }
    clauses("/clauses", &file.clauses)?;
    let indicators = || file.groups.iter().flat_map(|group| &group.indicators);
    let criteria: Vec<&Criterion> = indicators().flat_map(|i| &i.criteria).collect();
    if criteria.is_empty() {
        return Err(err("/groups", SchemeProblem::Empty));
    }
    if criteria.len() > limits::CRITERIA {
        return Err(err("/groups", SchemeProblem::TooMany(criteria.len())));
    }
    unique("/groups", criteria.iter().map(|criterion| &criterion.id))?;
    for criterion in criteria {
        self::criterion(criterion)?;
    }
    for indicator in indicators() {
        if let Some(stated) = indicator.points {
            let sum = indicator.criteria.iter().map(Criterion::maximum).sum();
            if stated != sum {
                return Err(err(&indicator.number, SchemeProblem::PointsDiffer { stated, sum }));
            }
        }
    }
    Ok(())
}

fn criterion(criterion: &Criterion) -> Checked {
    let place = criterion.id.as_str();
    id(place, place)?;
    clauses(place, &criterion.clauses)?;
    let clause = |name: &str| {
        if criterion.clauses.iter().any(|clause| clause.id == name) {
            Ok(())
        } else {
            Err(err(place, SchemeProblem::NoSuchClause(name.into())))
        }
    };
    match criterion.points {
        Some(points) => at_most(place, points, points::MAX_POINTS)?,
        None if criterion.counted() => return Err(err(place, SchemeProblem::Empty)),
        None => {}
    }
    let reachable = match &criterion.rule {
        Rule::Tasks(rule) => {
            positive(place, rule.lead_weight)?;
            positive(place, rule.supporting_weight)?;
            at_most(place, rule.full_at, 100)?;
            if rule.zero_below > rule.full_at {
                return Err(err(place, SchemeProblem::OutOfRange(rule.zero_below)));
            }
            clause(&rule.mean_clause)?;
            for named in [&rule.lead_clauses, &rule.supporting_clauses] {
                for name in [&named.full, &named.zero, &named.judged, &named.unlisted] {
                    clause(name)?;
                }
            }
            criterion.maximum()
        }
        Rule::Choice(rule) => {
            items(place, rule.options.iter().map(|o| (&o.id, o.points, &o.clause)), clause)?;
            rule.options.iter().map(super::ChoiceOption::best).max().unwrap_or_default()
        }
        Rule::Deduction(rule) => {
            items(place, rule.items.iter().map(|i| (&i.id, i.each, &i.clause)), clause)?;
            if let Some(requires) = &rule.requires {
                clause(&requires.clause)?;
            }
            if rule.floor > criterion.maximum() {
                return Err(err(place, SchemeProblem::OutOfRange(rule.floor)));
            }
            criterion.maximum()
        }
        Rule::Checklist(rule) => {
            items(place, rule.items.iter().map(|i| (&i.id, i.points, &i.clause)), clause)?;
            rule.items.iter().map(|item| item.points).sum()
        }
        Rule::Count(rule) => {
            items(place, rule.items.iter().map(|i| (&i.id, i.each, &i.clause)), clause)?;
            clause(&rule.cap_clause)?;
            let each: Points = rule.items.iter().map(|item| item.each).sum();
            let most = points::mul(each.value(), limits::COUNT.into());
            rule.cap.min(Points::new(most))
        }
        _ => criterion.maximum(),
    };
    let stated = criterion.maximum();
    if stated != reachable {
        return Err(err(place, SchemeProblem::FullMarks { stated, reachable }));
    }
    Ok(())
}

fn items<'a>(
    place: &str,
    items: impl Iterator<Item = (&'a String, Points, &'a String)> + Clone,
    clause: impl Fn(&str) -> Checked,
) -> Checked {
    unique(place, items.clone().map(|(id, ..)| id))?;
    let mut count = 0;
    for (name, points, clause_name) in items {
        id(place, name)?;
        at_most(place, points, points::MAX_POINTS)?;
        clause(clause_name)?;
        count += 1;
    }
    match count {
        0 => Err(err(place, SchemeProblem::Empty)),
        1..=limits::CRITERIA => Ok(()),
        _ => Err(err(place, SchemeProblem::TooMany(count))),
    }
}

fn clauses(place: &str, clauses: &[Clause]) -> Checked {
    unique(place, clauses.iter().map(|clause| &clause.id))?;
    for clause in clauses {
        id(place, &clause.id)?;
        let proved = match clause.basis {
            Basis::Notice => clause.reading.is_none() && clause.why.is_none(),
            Basis::Reading => clause.reading.is_some() && clause.why.is_none(),
            Basis::Assumed => clause.why.is_some() && clause.reading.is_none(),
        };
        if !proved {
            let place = format!("{place}/{}", clause.id);
            return Err(err(place, SchemeProblem::BasisUnproved(clause.basis)));
        }
    }
    Ok(())
}

fn id(place: &str, id: &str) -> Checked {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    if id.is_empty() || id.len() > 64 || !id.bytes().all(sign) {
        return Err(err(place, SchemeProblem::BadId(id.into())));
    }
    Ok(())
}

fn unique<'a>(place: &str, ids: impl Iterator<Item = &'a String>) -> Checked {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(err(place, SchemeProblem::DuplicateId(id.clone())));
        }
    }
    Ok(())
}

fn positive(place: &str, points: Points) -> Checked {
    if points.value() <= Decimal::ZERO {
        return Err(err(place, SchemeProblem::OutOfRange(points)));
    }
    Ok(())
}

fn at_most(place: &str, points: Points, most: u32) -> Checked {
    if points < Points::ZERO || points.value() > Decimal::from(most) {
        return Err(err(place, SchemeProblem::OutOfRange(points)));
    }
    Ok(())
}
