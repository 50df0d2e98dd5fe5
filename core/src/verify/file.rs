//! A check as a file: forms, register, dates of receipt and decisions, for a colleague to go on with.

use std::sync::Arc;

use selfscore_wording::{Lang, verify as words};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Decision, Refused, Verified};
use crate::form::{CheckCode, Form, FormFile, ReadError, SchemeRef, json};
use crate::limits;
use crate::scheme::{Library, Scheme};

/// The `format` member of such a file.
pub const FORMAT: &str = "selfscore/check";
/// The newest version that this program reads.
pub const VERSION: u64 = 1;

/// A form of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// The file that it came in.
    pub file: String,
    /// When it was received, ISO; empty where nobody says.
    pub received: String,
    /// The form as read.
    pub form: FormFile,
}

/// All that a check is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckFile {
    /// The scheme that it is by; names none in files of programs that did not say it.
    pub scheme: SchemeRef,
    /// The forms, in the order in which they came.
    pub forms: Vec<Handed>,
    /// The register as it was read, as text; empty where there is none.
    pub register: String,
    /// The decisions.
    pub verified: Verified,
}

/// A check's file whose decisions are yet to be borne out by a scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    check: CheckFile,
    decisions: Vec<Decision>,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unread {
    /// No JSON, or not with these members; the parser's words.
    Syntax(String),
    /// Another format.
    OtherFormat(String),
    /// A newer program wrote it.
    NewerVersion(u64),
    /// A form in it cannot be read.
    Form(String, ReadError),
    /// More bytes than are read.
    TooLarge(usize),
}

impl Unread {
    /// What is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Unread::Syntax(detail) => words::not_json(lang, detail),
            Unread::OtherFormat(found) => words::other_format(lang, found),
            Unread::NewerVersion(found) => words::newer_version(lang, found, VERSION),
            Unread::Form(file, error) => words::form_unread(lang, file, error.message(lang)),
            Unread::TooLarge(bytes) => words::too_large(lang, bytes, limits::BACKUP_BYTES),
        }
    }
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: String,
    version: u64,
    #[serde(default)]
    scheme: WrittenScheme,
    #[serde(default)]
    register: String,
    forms: Vec<WrittenForm>,
    decisions: Vec<Decision>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenScheme {
    id: String,
    revision: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct WrittenForm {
    file: String,
    #[serde(default)]
    received: String,
    /// The check code that the form's file stated, and the one that it should have had: this program
    /// writes a document in its own way, and so with another code.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    stated_sha256: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    computed_sha256: String,
    form: Value,
}

impl CheckFile {
    /// Whether a file calls itself one.
    pub fn recognises(bytes: &[u8]) -> bool {
        let start = &bytes[..bytes.len().min(200)];
        let text = String::from_utf8_lossy(start);
        text.trim_start_matches('\u{FEFF}').trim_start().starts_with('{') && text.contains(FORMAT)
    }

    /// The file.
    pub fn write(&self) -> String {
        let form = |form: &Form| serde_json::from_str(&json::write(form)).unwrap_or_default();
        let forms = self.forms.iter().map(|handed| {
            let (stated, computed) = handed.form.check_code.parts();
            WrittenForm {
                file: handed.file.clone(),
                received: handed.received.clone(),
                stated_sha256: stated.to_owned(),
                computed_sha256: computed.to_owned(),
                form: form(&handed.form.form),
            }
        });
        let SchemeRef { id, revision, sha256, .. } = self.scheme.clone();
        let written = Written {
            format: FORMAT.into(),
            version: VERSION,
            scheme: WrittenScheme { id, revision, sha256 },
            register: self.register.clone(),
            forms: forms.collect(),
            decisions: self.verified.all().into_iter().cloned().collect(),
        };
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }

    /// Reads a file; which scheme bears its decisions out is to be said then ([`Opened::by`]).
    ///
    /// # Errors
    /// Why it is not read.
    pub fn read(bytes: &[u8]) -> Result<Opened, Unread> {
        if bytes.len() > limits::BACKUP_BYTES {
            return Err(Unread::TooLarge(bytes.len()));
        }
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        let syntax = |error: serde_json::Error| Unread::Syntax(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(syntax)?;
        if head.format != FORMAT {
            return Err(Unread::OtherFormat(head.format.chars().take(40).collect()));
        }
        if head.version > VERSION {
            return Err(Unread::NewerVersion(head.version));
        }
        let written: Written = serde_json::from_slice(bytes).map_err(syntax)?;
        let WrittenScheme { id, revision, sha256 } = written.scheme;
        let scheme = SchemeRef { id, revision, sha256, ..SchemeRef::default() };
        let mut check = CheckFile { scheme, register: written.register, ..CheckFile::default() };
        for WrittenForm { file, received, stated_sha256, computed_sha256, form } in written.forms {
            let mut form = json::read(form.to_string().as_bytes())
                .map_err(|error| Unread::Form(file.clone(), error))?;
            form.check_code = CheckCode::of_parts(stated_sha256, computed_sha256);
            check.forms.push(Handed { file, received, form });
        }
        Ok(Opened { check, decisions: written.decisions })
    }
}

impl Opened {
    /// The scheme that its decisions were made by: the one that it names, else the first that its forms name;
    /// `None` where none of them is at hand.
    pub fn scheme(&self, library: &Library) -> Option<Arc<Scheme>> {
        let forms = self.check.forms.iter().map(|handed| &handed.form.form.scheme);
        library.first_of([&self.check.scheme].into_iter().chain(forms))
    }

    /// The check. Decisions that the scheme does not bear out are left out and given back.
    pub fn by(self, scheme: &Scheme) -> (CheckFile, Vec<(Decision, Refused)>) {
        let Opened { mut check, decisions } = self;
        let mut refused = Vec::new();
        for decision in decisions {
            if let Err(why) = check.verified.decide(scheme, decision.clone()) {
                refused.push((decision, why));
            }
        }
        (check, refused)
    }
}
