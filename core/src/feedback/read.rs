//! From a document to feedback.

use selfscore_wording::{Lang, feedback as words};
use serde::Deserialize;
use serde_json::Value;

use super::parts::{figure, list, needed, part, rest, words as both};
use super::{About, FORMAT, Feedback, Found, Item, Late, Said, VERSION};
use crate::batch::Progress;
use crate::canonical;
use crate::form::decode::{self, Members, expected};
use crate::form::{CheckCode, Kind, Place, ReadError, Reason, SchemeRef};
use crate::limits;
use crate::scheme::Basis;
use crate::table;

/// Feedback as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What it says.
    pub feedback: Feedback,
    /// Whether the file is as it was written.
    pub check_code: CheckCode,
    /// JSON pointers of members that this program does not know.
    pub unknown: Vec<String>,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unread {
    /// Another format.
    OtherFormat(String),
    /// A newer program wrote it.
    NewerVersion(u64),
    /// It cannot be read, with the place.
    Unreadable(ReadError),
}

impl Unread {
    /// What is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Unread::OtherFormat(found) => words::other_format(lang, found),
            Unread::NewerVersion(found) => words::newer_version(lang, found, VERSION),
            Unread::Unreadable(error) => {
                let why = match &error.reason {
                    // It is not for the unit to correct what the office wrote.
                    Reason::Expected(kind, found) => {
                        words::expected(lang, error.place.before(lang), found, kind.words(lang))
                    }
                    _ => error.message(lang),
                };
                words::unreadable(lang, why)
            }
        }
    }
}

impl From<ReadError> for Unread {
    fn from(error: ReadError) -> Self {
        Unread::Unreadable(error)
    }
}

impl Read {
    /// What is to be said of the file besides what it says, if anything.
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        if let CheckCode::Differs { .. } = self.check_code {
            notes.push(words::changed(lang).to_owned());
        }
        if !self.unknown.is_empty() {
            notes.push(words::unknown(lang, self.unknown.join(words::comma(lang))));
        }
        notes
    }
}

type Result<T> = std::result::Result<T, ReadError>;

impl Feedback {
    /// Whether a file calls itself feedback, sound or not.
    pub fn recognises(bytes: &[u8]) -> bool {
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match serde_json::from_slice::<Head>(bytes) {
            Ok(head) => head.format == FORMAT,
            // A damaged file is no JSON any more; it may still say what it was.
            Err(_) => says_feedback(bytes),
        }
    }

    /// Reads a file. Members that are not known are named and left out.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn read(bytes: &[u8]) -> std::result::Result<Read, Unread> {
        let mut value = decode::json(table::text(bytes)?)?;
        let format = value.get("format").and_then(Value::as_str).unwrap_or_default();
        if format != FORMAT {
            return Err(Unread::OtherFormat(format.chars().take(40).collect()));
        }
        match value.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(Unread::NewerVersion(newer)),
            _ => {
                let found = value.get("version").unwrap_or(&Value::Null);
                return Err(expected("/version", Kind::Count, found).into());
            }
        }
        decode::shallow(&value, limits::DEPTH)
            .map_err(|reason| ReadError::new(Place::Whole, reason))?;
        let stated = match &mut value {
            Value::Object(members) => members.shift_remove("sha256"),
            _ => None,
        };
        let check_code = match stated {
            None | Some(Value::Null) => CheckCode::Absent,
            Some(Value::String(stated)) => CheckCode::of(stated, canonical::sha256_hex(&value)),
            Some(other) => return Err(expected("/sha256", Kind::Text, &other).into()),
        };
        let mut unknown = Vec::new();
        let feedback = feedback(value, &mut unknown)?;
        Ok(Read { feedback, check_code, unknown })
    }
}

/// Whether the first member of that name in a text that is no JSON calls it feedback. Within a text of a document
/// its quotes would be escaped.
fn says_feedback(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let value = |rest: &str| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start();
        rest.strip_prefix('"')?.strip_prefix(FORMAT)?.strip_prefix('"').map(|_| ())
    };
    text.trim_start().starts_with('{')
        && text.split_once("\"format\"").is_some_and(|(_, rest)| value(rest).is_some())
}

fn feedback(value: Value, unknown: &mut Vec<String>) -> Result<Feedback> {
    let mut head = Members::of("", value)?;
    head.take("format");
    head.take("version");
    let scheme = part(&mut head, "scheme", unknown, |members| {
        Ok(SchemeRef {
            id: members.text("id")?,
            revision: members.count("revision")?.unwrap_or_default(),
            sha256: members.text("sha256")?,
            ..SchemeRef::default()
        })
    })?;
    let form = part(&mut head, "form", unknown, |members| {
        Ok(About {
            file: members.text("file")?,
            sha256: members.text("sha256")?,
            short_code: members.text("short_code")?,
            exported_at: members.text("exported_at")?,
            received: members.text("received")?,
        })
    })?;
    let total = part(&mut head, "total", unknown, |members| {
        Ok([
            figure(members, "claimed")?,
            figure(members, "recomputed")?,
            figure(members, "verified")?,
        ])
    })?;
    let [claimed, recomputed, verified] = total.unwrap_or_default();
    let late = part(&mut head, "late", unknown, |members| {
        Ok(Late {
            due: members.text("due")?,
            days: members.count("days")?.unwrap_or_default(),
            forfeited: members.flag("forfeited")?.unwrap_or_default(),
        })
    })?;
    let state = head.text("state")?;
    let Some(state) = Progress::from_code(&state) else {
        return Err(expected("/state", Kind::Known, &state.into()));
    };
    let feedback = Feedback {
        scheme: scheme.unwrap_or_default(),
        unit: head.text("unit")?,
        form: form.unwrap_or_default(),
        reviewers: head.texts("reviewers")?.unwrap_or_default(),
        made_at: head.text("made_at")?,
        state,
        claimed,
        recomputed,
        verified,
        rank: head.count("rank")?,
        late,
        items: list(&mut head, "items", limits::CRITERIA, unknown, item)?,
        findings: list(&mut head, "findings", limits::EVIDENCE, unknown, found)?,
    };
    rest(head, unknown);
    Ok(feedback)
}

fn item(members: &mut Members, unknown: &mut Vec<String>) -> Result<Item> {
    Ok(Item {
        criterion: members.text("criterion")?,
        title: both(members, "title", unknown)?,
        maximum: figure(members, "maximum")?.unwrap_or_default(),
        claimed: figure(members, "claimed")?,
        recomputed: needed(members, "recomputed")?,
        verified: figure(members, "verified")?,
        reason: members.text("reason")?,
        reviewer: members.text("reviewer")?,
        clauses: list(members, "clauses", limits::CRITERIA, unknown, said)?,
    })
}

fn said(members: &mut Members, unknown: &mut Vec<String>) -> Result<Said> {
    let basis = match members.take("basis") {
        Some((at, value)) => {
            Basis::deserialize(&value).map_err(|_| expected(&at, Kind::Known, &value))?
        }
        None => return Err(expected(&members.place("basis"), Kind::Known, &Value::Null)),
    };
    let reading = both(members, "reading", unknown)?;
    Ok(Said {
        mark: members.text("mark")?,
        text: both(members, "text", unknown)?,
        basis,
        reading: (!reading.zh.is_empty()).then_some(reading),
    })
}

fn found(members: &mut Members, unknown: &mut Vec<String>) -> Result<Found> {
    Ok(Found {
        code: members.text("code")?,
        criterion: members.optional_text("criterion")?,
        claimed: figure(members, "claimed")?,
        recomputed: figure(members, "recomputed")?,
        message: both(members, "message", unknown)?,
        remedy: both(members, "remedy", unknown)?,
    })
}
