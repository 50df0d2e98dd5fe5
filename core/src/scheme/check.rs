//! From the bytes of a file to a scheme that may exist.

use selfscore_wording::{Lang, lint as words};

use super::lint::{Finding, structure};
use super::{FORMAT, SchemeFile, VERSION, digest_of};
use crate::limits;

/// Why a scheme file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemeError {
    /// Larger than [`limits::FILE_BYTES`].
    TooLarge,
    /// No JSON of a scheme; the parser's words.
    Unreadable(String),
    /// Another format, or a version newer than this program.
    OtherFormat(String),
    /// A scheme that contradicts itself: every finding of its structure.
    Refused(Vec<Finding>),
}

impl SchemeError {
    /// Why, and what to do, in the user's language.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            SchemeError::TooLarge => words::scheme_too_large(lang, limits::FILE_BYTES),
            SchemeError::Unreadable(detail) => words::scheme_unreadable(lang, detail),
            SchemeError::OtherFormat(found) => words::scheme_other_format(lang, found),
            SchemeError::Refused(findings) => {
                let mut message = words::scheme_refused(lang, findings.len());
                for finding in findings {
                    let (what, remedy) = (finding.message(lang), finding.remedy(lang));
                    message.push_str(&format!("\n{}: {what} {remedy}", finding.path));
                }
                message
            }
        }
    }
}

impl std::fmt::Display for SchemeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for SchemeError {}

pub(super) fn read(bytes: &[u8]) -> Result<(SchemeFile, String), SchemeError> {
    let (file, digest) = parse(bytes)?;
    sound(&file)?;
    Ok((file, digest))
}

/// A file that is known to be sound.
pub(super) fn known(text: &str) -> Result<SchemeFile, SchemeError> {
    serde_json::from_str(text).map_err(unreadable)
}

/// The file as it is, be it sound or not, with its digest.
pub(super) fn parse(bytes: &[u8]) -> Result<(SchemeFile, String), SchemeError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(SchemeError::TooLarge);
    }
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(unreadable)?;
    let version = value.get("version").and_then(serde_json::Value::as_u64);
    if value.get("format").and_then(|f| f.as_str()) != Some(FORMAT)
        || version.is_none_or(|version| version > u64::from(VERSION))
    {
        let format = value.get("format").unwrap_or_default();
        let version = value.get("version").unwrap_or_default();
        return Err(SchemeError::OtherFormat(format!("{format} {version}")));
    }
    let digest = digest_of(&value);
    // From the bytes anew, so that a refusal has line and column.
    let file: SchemeFile = serde_json::from_slice(bytes).map_err(unreadable)?;
    Ok((file, digest))
}

pub(super) fn of(file: &SchemeFile) -> Result<String, SchemeError> {
    if file.format != FORMAT || file.version > VERSION {
        return Err(SchemeError::OtherFormat(format!("{:?} {}", file.format, file.version)));
    }
    sound(file)?;
    let value = serde_json::to_value(file).map_err(unreadable)?;
    Ok(digest_of(&value))
}

fn sound(file: &SchemeFile) -> Result<(), SchemeError> {
    let findings = structure(file);
    if findings.is_empty() { Ok(()) } else { Err(SchemeError::Refused(findings)) }
}

fn unreadable(error: serde_json::Error) -> SchemeError {
    SchemeError::Unreadable(error.to_string())
}
