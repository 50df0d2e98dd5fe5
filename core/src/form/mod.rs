//! The form file: what a unit hands in, and what other programs read and write.
//!
//! [`Form`] is the document; [`json`], [`csv`] and [`book`] are its spellings. They keep members
//! they do not know, refuse a newer version by name, and give a place and a reason for
//! whatever they cannot read.

pub mod book;
mod content;
pub mod csv;
pub(crate) mod decode;
mod error;
pub mod json;
#[cfg(feature = "schema")]
pub mod schema;
mod short_code;
mod unrepeated;

pub use content::content_digest;
pub use error::{Kind, Place, ReadError, Reason};
pub use short_code::{NotACode, ShortCode};

use std::collections::BTreeMap;

use crate::answer::{Answers, Extra};
use crate::points::Points;
use crate::scheme::Scheme;

/// The `format` member of a form file.
pub const FORMAT: &str = "selfscore/form";
/// The newest version of the form format that this program reads, and the one it writes.
pub const VERSION: u64 = 1;
/// The member that keeps, by JSON pointer, texts that a person typed into fields of numbers or
/// dates and that are none; so that handing on an incomplete form loses nothing.
pub const AS_TYPED: &str = "as_typed";
/// The member that marks a form as incomplete and lists, by JSON pointer, what is missing.
pub const MISSING: &str = "missing";
/// The member that keeps the district's name, which the notice masks.
pub const DISTRICT: &str = "district";

/// A form (申报), typed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Form {
    /// The scheme that it answers.
    pub scheme: SchemeRef,
    /// The unit, by the scheme's name.
    pub unit: String,
    /// Who filled it in (填报人).
    pub filled_by: String,
    /// Who reviewed it (审核人).
    pub reviewed_by: String,
    /// Telephone (联系电话).
    pub phone: String,
    /// The date of filling in, `YYYY-MM-DD` or empty.
    pub filled_on: String,
    /// The answers by criterion.
    pub answers: Answers,
    /// The list of evidence (佐证材料目录).
    pub evidence: Vec<Evidence>,
    /// The figures as stated by whoever exported it; what they should be is recomputed.
    pub score: Option<Stated>,
    /// When it was exported, RFC 3339; empty if it never was.
    pub exported_at: String,
    /// Members that this program does not interpret, [`AS_TYPED`], [`MISSING`] and
    /// [`DISTRICT`] among them.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

/// Which scheme, to the letter.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SchemeRef {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u64,
    /// SHA-256 of its canonical form, lower-case hex.
    pub sha256: String,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

/// A piece of evidence (佐证材料); its contents never enter the form.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Evidence {
    /// Its number, which answers refer to.
    pub number: String,
    /// Its file name.
    pub name: String,
    /// Its size.
    pub bytes: Option<u64>,
    /// Its SHA-256, lower-case hex.
    pub sha256: String,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

/// Figures as a file states them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Stated {
    /// The total.
    pub total: Option<Points>,
    /// Points by criterion.
    pub criteria: BTreeMap<String, Points>,
    /// Unknown members.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extra: Extra,
}

impl SchemeRef {
    /// Names a scheme.
    pub fn of(scheme: &Scheme) -> Self {
        SchemeRef {
            id: scheme.id().to_owned(),
            revision: scheme.file().revision.into(),
            sha256: scheme.digest().to_owned(),
            extra: Extra::new(),
        }
    }
}

impl Form {
    /// The name of the unit's district, which the scheme masks; empty where the form does not say it.
    pub fn district(&self) -> &str {
        self.extra.get(DISTRICT).and_then(|name| name.as_str()).unwrap_or_default().trim()
    }

    /// The JSON pointers that the file itself lists as missing; empty for a form that says it
    /// is ready.
    pub fn missing(&self) -> Vec<&str> {
        let listed = self.extra.get(MISSING).and_then(|list| list.as_array());
        listed.into_iter().flatten().filter_map(|pointer| pointer.as_str()).collect()
    }

    /// JSON pointers of all members that this program does not know.
    pub fn unknown_members(&self) -> Vec<String> {
        let ours = [AS_TYPED, MISSING, DISTRICT];
        let mut all: Vec<String> = Vec::new();
        let mut add = |at: String, extra: &Extra| {
            all.extend(extra.keys().map(|name| format!("{at}/{}", decode::escape(name))));
        };
        let head: Extra = self
            .extra
            .iter()
            .filter(|(name, _)| !ours.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        add(String::new(), &head);
        add("/scheme".into(), &self.scheme.extra);
        for (id, answer) in &self.answers {
            let at = format!("/answers/{}", decode::escape(id));
            add(at.clone(), &answer.extra);
            for (index, task) in answer.tasks.iter().flatten().enumerate() {
                add(format!("{at}/tasks/{index}"), &task.extra);
            }
            for (index, listed) in answer.entries.iter().flatten().enumerate() {
                add(format!("{at}/entries/{index}"), &listed.extra);
            }
        }
        for (index, evidence) in self.evidence.iter().enumerate() {
            add(format!("/evidence/{index}"), &evidence.extra);
        }
        if let Some(score) = &self.score {
            add("/score".into(), &score.extra);
        }
        all
    }
}

/// Reads a form file in either spelling: JSON if it begins with `{`, else CSV.
///
/// # Errors
/// The first thing that cannot be read, with its place.
pub fn read_any(bytes: &[u8]) -> Result<FormFile, ReadError> {
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"{") { json::read(bytes) } else { csv::read(bytes) }
}

/// Whether a file is as it was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckCode {
    /// The check code (校验码) is that of the document.
    Matches(String),
    /// The file changed after its export, by accident or by hand.
    Differs {
        /// As the file says.
        stated: String,
        /// As the document has it.
        computed: String,
    },
    /// The file has none.
    Absent,
}

impl CheckCode {
    pub(crate) fn of(stated: String, computed: String) -> Self {
        if stated.eq_ignore_ascii_case(&computed) {
            CheckCode::Matches(computed)
        } else {
            CheckCode::Differs { stated, computed }
        }
    }

    /// It taken apart, to be kept or passed on: what the file states, and what the document has. Both are
    /// empty where the file has none.
    pub fn parts(&self) -> (&str, &str) {
        match self {
            CheckCode::Matches(code) => (code, code),
            CheckCode::Differs { stated, computed } => (stated, computed),
            CheckCode::Absent => ("", ""),
        }
    }

    /// It of its parts.
    pub fn of_parts(stated: String, computed: String) -> Self {
        match stated.is_empty() {
            true => CheckCode::Absent,
            false => CheckCode::of(stated, computed),
        }
    }
}

/// A form as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFile {
    /// The document.
    pub form: Form,
    /// Whether it is as it was exported.
    pub check_code: CheckCode,
}
