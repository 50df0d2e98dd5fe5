//! What the check of one form came to, in little room: for lists of more forms than anybody settles by hand.

use selfscore_wording::cli_forms::KINDS;
use serde::{Deserialize, Serialize};

use super::examine::Examined;
use super::finding::What;
use crate::form::FormFile;
use crate::points::Points;

/// A form in brief.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// The unit by the form's word.
    pub unit: String,
    /// The district that it names for itself; empty where it names none.
    pub district: String,
    /// The total as stated.
    pub claimed: Option<Points>,
    /// The total as recomputed; `None` if it was not scored.
    pub recomputed: Option<Points>,
    /// How often each kind of finding was made, by its place in [`KINDS`].
    pub found: Vec<(u8, u32)>,
}

impl Brief {
    /// What was examined; `file` is the form, if one could be read.
    pub fn of(examined: &Examined, file: Option<&FormFile>) -> Self {
        let mut found: Vec<(u8, u32)> = Vec::new();
        for kind in examined.findings.iter().filter_map(|finding| kind(&finding.what)) {
            match found.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, times)) => *times += 1,
                None => found.push((kind, 1)),
            }
        }
        found.sort_unstable();
        let form = file.map(|file| &file.form);
        Brief {
            unit: examined.unit.clone(),
            district: form.map(|form| form.district().to_owned()).unwrap_or_default(),
            claimed: form.and_then(|form| form.score.as_ref()?.total),
            recomputed: examined.figures.as_ref().map(|figures| figures.recomputed),
            found,
        }
    }

    /// How far the total as stated is from the recomputed one.
    pub fn off(&self) -> Option<Points> {
        Some(self.claimed?.apart(self.recomputed?))
    }

    /// Whether there is a finding of that kind.
    pub fn has(&self, kind: u8) -> bool {
        self.found.iter().any(|(known, _)| *known == kind)
    }
}

/// The name for machines of a kind of finding, by its place in [`KINDS`].
pub fn code_of(kind: u8) -> &'static str {
    KINDS.get(usize::from(kind)).map_or("", |(code, _)| *code)
}

/// The place of a kind of finding in [`KINDS`].
fn kind(what: &What) -> Option<u8> {
    let code = what.code();
    KINDS.iter().position(|(kind, _)| *kind == code)?.try_into().ok()
}
