//! What an office would ask about the evidence of a form. None of it keeps a form from being ready.

use std::collections::{BTreeMap, BTreeSet};

use selfscore_wording::{Lang, evidence as words};

use super::name::{safe, visible};
use super::{Claim, number_key};
use crate::form::Evidence;
use crate::scheme::Scheme;

/// Something to ask about; places of evidence are those in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Points rest on it, or it is a record, and no evidence is cited: a criterion, or rows of one.
    Unsupported(Vec<Claim>),
    /// A number is cited that the list does not have.
    Unlisted(String, Vec<Claim>),
    /// Nothing cites a piece.
    Uncited(usize, String),
    /// Several pieces have the same number.
    SameNumber(String, Vec<usize>),
    /// Several pieces are the same file; their numbers.
    SameFile(Vec<usize>, Vec<String>),
    /// Several claims cite the same piece.
    UsedTwice(usize, String, Vec<Claim>),
    /// A piece has no number.
    Unnumbered(usize, String),
    /// A number has signs that keep apart what is cited.
    NotCitable(usize, String),
    /// A name cannot be a file's; what it is made to in a package.
    UnsafeName(usize, String, String),
    /// A file is empty.
    Empty(usize, String),
}

/// Looks through claims and evidence: what concerns claims first, then the pieces in their order.
pub fn findings(claims: &[Claim], evidence: &[Evidence]) -> Vec<Finding> {
    let mut found = unsupported(claims);
    let mut listed = BTreeMap::<String, Vec<usize>>::new();
    for (at, piece) in evidence.iter().enumerate() {
        listed.entry(number_key(&piece.number)).or_default().push(at);
    }
    let cited = cited(claims);
    for (key, claims) in cited.iter().filter(|(key, _)| !listed.contains_key(*key)) {
        let number = claims.iter().flat_map(|claim| &claim.numbers).find(|n| number_key(n) == *key);
        let claims = claims.iter().copied().cloned().collect();
        found.push(Finding::Unlisted(number.unwrap_or(key).clone(), claims));
    }
    let mut files = BTreeMap::<&str, Vec<usize>>::new();
    for (at, piece) in evidence.iter().enumerate() {
        let key = number_key(&piece.number);
        let number = piece.number.trim().to_owned();
        if key.is_empty() {
            found.push(Finding::Unnumbered(at, piece.name.clone()));
        } else if crate::draft::split_evidence(&number) != [number.as_str()] {
            found.push(Finding::NotCitable(at, number.clone()));
        } else if let Some(same) = listed.get(&key).filter(|same| same.len() > 1 && same[0] == at) {
            found.push(Finding::SameNumber(number.clone(), same.clone()));
        }
        match cited.get(&key) {
            // What has no number cannot be cited, which is said already.
            None if key.is_empty() => {}
            None => found.push(Finding::Uncited(at, number.clone())),
            Some(claims) => {
                let claims = apart(claims);
                if claims.len() > 1 && listed.get(&key).is_some_and(|same| same[0] == at) {
                    found.push(Finding::UsedTwice(at, number.clone(), claims));
                }
            }
        }
        let made = safe(&piece.name);
        if made != piece.name {
            found.push(Finding::UnsafeName(at, piece.name.clone(), made));
        }
        if piece.bytes == Some(0) {
            found.push(Finding::Empty(at, number));
        }
        if !piece.sha256.trim().is_empty() && piece.bytes != Some(0) {
            files.entry(&piece.sha256).or_default().push(at);
        }
    }
    let mut same: Vec<Vec<usize>> = files.into_values().filter(|same| same.len() > 1).collect();
    same.sort();
    for same in same {
        let numbers = same.iter().map(|at| evidence[*at].number.clone()).collect();
        found.push(Finding::SameFile(same, numbers));
    }
    found
}

/// Claims by the numbers that they cite.
fn cited(claims: &[Claim]) -> BTreeMap<String, Vec<&Claim>> {
    let mut cited = BTreeMap::<String, Vec<&Claim>>::new();
    for claim in claims {
        for number in &claim.numbers {
            let by = cited.entry(number_key(number)).or_default();
            // A number that a field has twice is cited once.
            if by.last().is_none_or(|last| last.field != claim.field) {
                by.push(claim);
            }
        }
    }
    cited
}

/// Claims that are not the same: a criterion and one of its rows are.
fn apart(claims: &[&Claim]) -> Vec<Claim> {
    let rows = claims.iter().filter(|claim| claim.row.is_some());
    let rows: BTreeSet<&str> = rows.map(|claim| claim.criterion.as_str()).collect();
    let own = |claim: &&&Claim| claim.row.is_some() || !rows.contains(claim.criterion.as_str());
    let apart = claims.iter().filter(own);
    apart.copied().cloned().collect()
}

/// Claims without evidence, those of a criterion together. Evidence that the criterion cites serves
/// its rows, too.
fn unsupported(claims: &[Claim]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut served = false;
    for claim in claims {
        if claim.row.is_none() {
            served = !claim.numbers.is_empty();
        }
        if !claim.claims || served || !claim.numbers.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(Finding::Unsupported(of)) if of[0].criterion == claim.criterion => {
                of.push(claim.clone());
            }
            _ => found.push(Finding::Unsupported(vec![claim.clone()])),
        }
    }
    found
}

impl Finding {
    /// A name for machines and tests.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::Unsupported(_) => "claim_without_evidence",
            Finding::Unlisted(..) => "evidence_missing",
            Finding::Uncited(..) => "evidence_without_claim",
            Finding::SameNumber(..) => "same_number",
            Finding::SameFile(..) => "same_file",
            Finding::UsedTwice(..) => "used_twice",
            Finding::Unnumbered(..) => "unnumbered",
            Finding::NotCitable(..) => "not_citable",
            Finding::UnsafeName(..) => "unsafe_name",
            Finding::Empty(..) => "empty_file",
        }
    }

    /// The field to go to: of the first claim, or the list.
    pub fn field(&self) -> Option<&str> {
        match self {
            Finding::Unsupported(claims) | Finding::Unlisted(_, claims) => {
                claims.first().map(|claim| claim.field.as_str())
            }
            _ => None,
        }
    }

    /// The first piece that it is about, by its place in the list.
    pub fn piece(&self) -> Option<usize> {
        match self {
            Finding::Unsupported(_) | Finding::Unlisted(..) => None,
            Finding::SameNumber(_, all) | Finding::SameFile(all, _) => all.first().copied(),
            Finding::Uncited(at, _)
            | Finding::UsedTwice(at, ..)
            | Finding::Unnumbered(at, _)
            | Finding::NotCitable(at, _)
            | Finding::UnsafeName(at, ..)
            | Finding::Empty(at, _) => Some(*at),
        }
    }

    /// It in words, with what to do.
    pub fn message(&self, scheme: &Scheme, lang: Lang) -> String {
        let comma = selfscore_wording::changes::comma(lang);
        let told = |claims: &[Claim]| {
            let first = claims.iter().take(SHOWN).map(|claim| claim.words(scheme, lang));
            let first = first.collect::<Vec<_>>().join(comma);
            match claims.len() {
                count if count > SHOWN => words::and_others(lang, first, count),
                _ => first,
            }
        };
        match self {
            // They are of one criterion.
            Finding::Unsupported(claims) => match claims.iter().any(|one| one.recorded(scheme)) {
                true => words::unsupported_record(lang, told(claims)),
                false => words::unsupported(lang, told(claims)),
            },
            Finding::Unlisted(number, claims) => {
                words::unlisted(lang, visible(number), told(claims))
            }
            Finding::Uncited(_, number) => words::uncited(lang, visible(number)),
            Finding::SameNumber(number, all) => {
                words::same_number(lang, visible(number), all.len())
            }
            Finding::SameFile(_, numbers) => {
                let numbers: Vec<String> = numbers.iter().map(|number| visible(number)).collect();
                words::same_file(lang, numbers.join(comma))
            }
            Finding::UsedTwice(_, number, claims) => {
                words::used_twice(lang, visible(number), told(claims))
            }
            Finding::Unnumbered(_, name) => words::unnumbered(lang, visible(name)),
            Finding::NotCitable(_, number) => words::not_citable(lang, visible(number)),
            Finding::UnsafeName(_, name, made) => words::unsafe_name(lang, visible(name), made),
            Finding::Empty(_, number) => words::empty_file(lang, visible(number)),
        }
    }
}

/// How many claims a message names.
const SHOWN: usize = 6;
