//! A draft as stored, in every version that was ever released.
//!
//! - version 1 (2026-11): `{format, version, revision, name, saved_at, draft}`, no checksum, in
//!   localStorage only, deleted drafts under keys of their own.
//! - version 2: sealed; says itself whether it is deleted; knows the steps that led to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::seal::{ends_sealed, seal, unseal};
use crate::draft::{Draft, Marks};

/// The newest version of a stored draft that this program reads, and the one it writes.
pub const NEWEST: u32 = 2;

const FORMAT: &str = "selfscore/draft";

/// How many tabs a record remembers: those that may still have something pending.
const TABS: usize = 8;

/// A draft as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    format: String,
    version: u32,
    /// Counts up with every save; of two records the higher one is the later, whatever the clock says.
    pub revision: u64,
    /// The draft's name if the user gave it one.
    pub name: String,
    /// When it was saved, RFC 3339, by the machine's clock: to show, never to compare.
    pub saved_at: String,
    /// Counts up over all drafts, so that a list can have the last saved first.
    #[serde(default)]
    pub turn: u64,
    /// Whether it was deleted; then it can be brought back.
    #[serde(default)]
    pub deleted: bool,
    /// The tab that saved it: two tabs may make the same revision of different drafts.
    #[serde(default)]
    pub by: String,
    /// Where its log of steps stands.
    #[serde(default)]
    pub marks: Marks,
    /// The last edit of each tab that is in here; see [`super::Pending`].
    #[serde(default)]
    pub seen: BTreeMap<String, u64>,
    /// The draft.
    pub draft: Draft,
}

/// What a stored text holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A draft.
    Intact(Box<Record>),
    /// Something that cannot be read.
    Damaged,
    /// A draft of a newer program: its version.
    Newer(u32),
}

impl Record {
    /// A record of a draft that was never stored before.
    pub fn new(draft: Draft, name: String) -> Self {
        Record {
            format: FORMAT.into(),
            version: NEWEST,
            revision: 0,
            name,
            saved_at: String::new(),
            turn: 0,
            deleted: false,
            by: String::new(),
            marks: Marks::default(),
            seen: BTreeMap::new(),
            draft,
        }
    }

    /// The text to store.
    pub fn seal(&self) -> String {
        seal(self)
    }

    /// Reads a stored text of any version.
    pub fn open(text: &str) -> Opened {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        match serde_json::from_str::<Head>(text) {
            Ok(head) if head.format != FORMAT => Opened::Damaged,
            Ok(head) if head.version > NEWEST => Opened::Newer(head.version),
            // Version 1 had no checksum: a text with one is of no such version. What version 2
            // added has defaults.
            Ok(head) if head.version < NEWEST && !ends_sealed(text) => read(text),
            Ok(_) => unseal(text).map_or(Opened::Damaged, read),
            Err(_) => Opened::Damaged,
        }
    }

    /// The record to save after this one, by a tab.
    pub fn next(&self, by: &str, saved_at: String) -> Self {
        let revision = self.revision.saturating_add(1);
        Record { revision, by: by.to_owned(), saved_at, ..self.clone() }
    }

    /// Whether a save on top of this one finds, in that revision by that tab, what it expects.
    pub fn expects(&self, revision: u64, by: &str) -> bool {
        revision < self.revision || (revision == self.revision && by == self.by)
    }

    /// Notes that everything that a tab did up to its edit of that number is in here.
    pub fn note(&mut self, tab: &str, edit: u64) {
        self.seen.insert(tab.to_owned(), edit);
        while self.seen.len() > TABS {
            // Tabs are named by when they were opened: the first is the oldest.
            let oldest = self.seen.keys().find(|name| *name != tab).cloned();
            let Some(oldest) = oldest else { break };
            self.seen.remove(&oldest);
        }
    }
}

fn read(text: &str) -> Opened {
    match serde_json::from_str::<Record>(text) {
        Ok(record) => Opened::Intact(Box::new(Record { version: NEWEST, ..record })),
        Err(_) => Opened::Damaged,
    }
}
