//! Whether files at hand are those that a form lists.

use std::collections::BTreeMap;

use super::name::safe;
use crate::form::Evidence;

/// A file at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name, with its folders, apart by `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, lower-case hex; empty if it could not be read to its end.
    pub sha256: String,
}

/// What became of a file that is listed. The number is a place among the files at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is there, bit for bit.
    Intact(usize),
    /// It is there, bit for bit, under another name.
    Renamed(usize),
    /// A file of that name is there, and is another.
    Changed(usize),
    /// A file of that name is there; the form states no digest to compare.
    Unstated(usize),
    /// It is not there.
    Missing,
}

/// A file that is not listed, by its place.
pub type Extra = usize;

/// All that is listed and all that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// One for each piece that is listed, in their order.
    pub listed: Vec<Verdict>,
    /// Files that are there and not listed.
    pub extra: Vec<Extra>,
}

impl Compared {
    /// Whether everything listed is there unchanged.
    pub fn intact(&self) -> bool {
        self.count_intact() == self.listed.len()
    }

    /// How many of the files listed are there unchanged, under whatever name.
    pub fn count_intact(&self) -> usize {
        let intact = |v: &&Verdict| matches!(v, Verdict::Intact(_) | Verdict::Renamed(_));
        self.listed.iter().filter(intact).count()
    }
}

/// Compares by digest first, then by name. Copies of one file serve all pieces that are that file.
pub fn verify(listed: &[Evidence], found: &[Found]) -> Compared {
    let mut by_digest = BTreeMap::<&str, Vec<usize>>::new();
    let mut by_name = BTreeMap::<String, Vec<usize>>::new();
    for (at, file) in found.iter().enumerate() {
        if !file.sha256.is_empty() {
            by_digest.entry(&file.sha256).or_default().push(at);
        }
        by_name.entry(name_key(&file.path)).or_default().push(at);
    }
    let mut used = vec![false; found.len()];
    let mut verdicts: Vec<Option<Verdict>> = listed
        .iter()
        .map(|piece| {
            let digest = piece.sha256.trim().to_ascii_lowercase();
            let same = by_digest.get(digest.as_str())?;
            let size = |at: &&usize| piece.bytes.is_none_or(|bytes| bytes == found[**at].bytes);
            let named = |at: &&usize| name_key(&found[**at].path) == name_key(&piece.name);
            let best = same.iter().filter(size).find(named).or(same.iter().find(size))?;
            // All copies of it are known files.
            same.iter().for_each(|at| used[*at] = true);
            let intact = name_key(&found[*best].path) == name_key(&piece.name);
            Some(if intact { Verdict::Intact(*best) } else { Verdict::Renamed(*best) })
        })
        .collect();
    for (piece, verdict) in listed.iter().zip(&mut verdicts) {
        if verdict.is_some() {
            continue;
        }
        let named = by_name.get(&name_key(&piece.name));
        let free = named.and_then(|all| all.iter().copied().find(|at| !used[*at]));
        *verdict = free.map(|at| {
            used[at] = true;
            match piece.sha256.trim().is_empty() {
                true if piece.bytes.is_none_or(|bytes| bytes == found[at].bytes)
                    && !found[at].sha256.is_empty() =>
                {
                    Verdict::Unstated(at)
                }
                _ => Verdict::Changed(at),
            }
        });
    }
    Compared {
        listed: verdicts.into_iter().map(|found| found.unwrap_or(Verdict::Missing)).collect(),
        extra: (0..found.len()).filter(|at| !used[*at]).collect(),
    }
}

/// A file's name without its folders, as a package would have it and as file systems tell names.
fn name_key(path: &str) -> String {
    safe(path.rsplit('/').next().unwrap_or(path)).to_lowercase()
}
