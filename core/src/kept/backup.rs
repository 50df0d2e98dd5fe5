//! All drafts of a browser in one file, and back: `selfscore/backup`, version 1.

use serde::{Deserialize, Serialize};

use super::seal::{seal, unseal};
use crate::draft::Draft;

const FORMAT: &str = "selfscore/backup";

/// The newest version that this program reads, and the one it writes.
const NEWEST: u32 = 1;

/// A draft in a backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// Its id in the browser that it was saved from.
    pub id: String,
    /// Its name if the user gave it one.
    pub name: String,
    /// When it was saved there, RFC 3339.
    pub saved_at: String,
    /// Whether it was deleted there.
    #[serde(default)]
    pub deleted: bool,
    /// The draft.
    pub draft: Draft,
}

/// Everything that a browser keeps of this program's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    format: String,
    version: u32,
    /// When it was made, RFC 3339.
    pub exported_at: String,
    /// The drafts.
    pub drafts: Vec<Saved>,
    /// Files of schemes that were opened in the page, to the letter.
    #[serde(default)]
    pub schemes: Vec<String>,
    /// The file of a scheme that is being written, if there is one.
    #[serde(default)]
    pub workbench: Option<String>,
}

/// Why a backup is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is of a newer program: its version.
    Newer(u32),
    /// It is not as it was written, or is no backup.
    Damaged,
}

impl Backup {
    /// A backup of these.
    pub fn new(exported_at: String, drafts: Vec<Saved>) -> Self {
        Backup {
            format: FORMAT.into(),
            version: NEWEST,
            exported_at,
            drafts,
            schemes: Vec::new(),
            workbench: None,
        }
    }

    /// Whether bytes are those of a backup, sound or not.
    pub fn recognises(bytes: &[u8]) -> bool {
        // A damaged file is no JSON any more; its beginning still says what it was.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]);
        let start: String = start.chars().filter(|c| !c.is_whitespace()).collect();
        start.starts_with(&format!("{{\"format\":\"{FORMAT}\""))
    }

    /// The file.
    pub fn seal(&self) -> String {
        seal(self)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why it is not read; half of a backup is never taken for the whole.
    pub fn open(bytes: &[u8]) -> Result<Self, BackupError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|_| BackupError::Damaged)?;
        match serde_json::from_str::<Head>(text) {
            Ok(head) if head.format != FORMAT => return Err(BackupError::Damaged),
            Ok(head) if head.version > NEWEST => return Err(BackupError::Newer(head.version)),
            Ok(_) => {}
            Err(_) => return Err(BackupError::Damaged),
        }
        let text = unseal(text).map_err(|_| BackupError::Damaged)?;
        serde_json::from_str(text).map_err(|_| BackupError::Damaged)
    }
}
