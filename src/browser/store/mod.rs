//! Where drafts are kept: the one seam between the session and the browser's storage.
//!
//! - the journal ([`journal`]): IndexedDB, on the disk within moments. The first choice.
//! - the mirror: localStorage, a copy of what the journal has, and its stand-in where there is none.
//! - memory, where the browser allows neither.
//! - what a tab had not stored when it was left ([`pending`]): localStorage, since only that is synchronous.
//!
//! Of several texts of a draft the one with the highest revision that is intact wins. What cannot be
//! read is given back raw and never overwritten; keys of other programs are left alone.

mod bell;
pub mod desk;
mod journal;
mod local;
mod memory;
mod mirror;
mod pending;
mod settings;

use selfscore_core::kept::{Opened, Record};

pub use bell::{Ring, hear, ring};
use journal::{Fault, Put, Write};
pub use pending::{Left, clear as clear_pending, leave};
pub use settings::{
    Settings, holds_scheme, keep_scheme, keep_settings, keep_workbench, remove_scheme, schemes,
    settings, workbench,
};

/// What the store has of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Nothing.
    Absent,
    /// A draft.
    Intact(Box<Found>),
    /// Only what cannot be read; kept as it is.
    Damaged(String),
    /// A draft of a newer program; kept as it is.
    Newer(String),
}

/// A draft as found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The newest that is intact.
    pub record: Record,
    /// What is damaged beside it and was put aside: a later revision was lost.
    pub damaged: bool,
    /// What tabs that were left had not stored.
    pub left: Vec<Left>,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Absent => Refused::Unavailable,
            Fault::Newer => Refused::Newer,
            Fault::Full => Refused::Full,
            Fault::NotReadBack => Refused::NotReadBack,
            Fault::Silent | Fault::Broken => Refused::NoAnswer,
        }
    }
}

fn done_or_absent(done: Result<(), Fault>) -> Result<(), Refused> {
    match done {
        Ok(()) | Err(Fault::Absent) => Ok(()),
        Err(fault) => Err(fault.into()),
    }
}

/// Where a draft was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the browser, and read back.
    Stored,
    /// In memory: it is gone with the tab.
    InMemory,
    /// Nowhere: another tab has saved this draft since.
    Moved,
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser has no storage, or does not let us use it.
    Unavailable,
    /// The storage is full, or the browser refused to write.
    Full,
    /// What was read back is not what was written.
    NotReadBack,
    /// The storage does not answer.
    NoAnswer,
    /// What stands there cannot be read and is not overwritten.
    Damaged,
    /// A newer program keeps it by now.
    Newer,
}

/// Saves a draft with the steps that are new, if what stands there is `base` or earlier.
///
/// # Errors
/// Why nothing was saved; what stood there still does.
pub async fn save(
    id: &str,
    base: &Record,
    record: &Record,
    steps: &[(u64, String)],
) -> Result<Kept, Refused> {
    let text = record.seal();
    let write = Write {
        id,
        base,
        revision: record.revision,
        by: &record.by,
        turn: record.turn,
        deleted: record.deleted,
        text: &text,
        steps,
        first: record.marks.first,
    };
    match journal::put(&write).await {
        Ok(Put::Done) => {
            memory::remove(id);
            Ok(Kept::Stored)
        }
        Ok(Put::Moved) => Ok(Kept::Moved),
        Ok(Put::Newer) => Err(Refused::Newer),
        // Where there is no journal for anybody, the mirror is the store.
        Err(Fault::Absent) => match mirror::save(id, base, &text, steps) {
            Err(Refused::Unavailable) => Ok(memory::save(id, record.clone(), steps)),
            done => done,
        },
        Err(fault) => Err(fault.into()),
    }
}

/// Copies what the journal has into the mirror, as far as that has room.
pub fn mirror(id: &str, record: &Record) {
    mirror::copy(id, record);
}

/// Tells the other tabs of a draft that was saved, and copies it into the mirror.
pub fn tell(id: &str, record: &Record) {
    ring(Ring::Draft(id.to_owned()));
    mirror(id, record);
}

/// Loads a draft.
pub async fn load(id: &str) -> Loaded {
    let (newest, by, mut texts) = journal::texts(id).await.unwrap_or_default();
    let journaled = texts.len();
    texts.extend(mirror::text(id));
    let mut best: Option<Record> = memory::get(id);
    let mut damaged = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        match Record::open(text) {
            // A newer program goes on with it, whatever older texts there are.
            Opened::Newer(_) => return Loaded::Newer(text.clone()),
            Opened::Damaged => damaged.push((at < journaled, text.clone())),
            Opened::Intact(record) => {
                if best.as_ref().is_none_or(|best| best.revision < record.revision) {
                    best = Some(*record);
                }
            }
        }
    }
    let left = pending::left_of(id);
    let Some(mut record) = best else {
        return match (damaged.pop(), left.is_empty()) {
            (Some((_, text)), _) => Loaded::Damaged(text),
            (None, true) => Loaded::Absent,
            // It was left before it was stored for the first time.
            (None, false) => {
                let record = Record::new(Default::default(), String::new());
                Loaded::Intact(Box::new(Found { record, damaged: false, left }))
            }
        };
    };
    if newest > record.revision {
        // The newest is lost. What goes on from here comes after it all the same.
        (record.revision, record.by) = (newest, by);
    }
    record.deleted |= mirror::deleted_in_version_1(id);
    let texts: Vec<String> = damaged.iter().map(|(_, text)| text.clone()).collect();
    if !texts.is_empty() && journal::set_aside(id, &texts).await.is_ok() {
        mirror::replace_damaged(id, &record);
    }
    let damaged = damaged.iter().any(|(journaled, _)| *journaled);
    Loaded::Intact(Box::new(Found { record, damaged, left }))
}

/// Whether a draft is in memory only.
pub fn in_memory(id: &str) -> bool {
    memory::has(id)
}

/// Whether somebody else has saved a draft since that record, as cheaply as can be told.
///
/// # Errors
/// A newer program has.
pub async fn moved(id: &str, record: &Record) -> Result<bool, Refused> {
    match journal::newest(id).await {
        Err(Fault::Newer) => Err(Refused::Newer),
        Ok((revision, by)) if revision > 0 => Ok(!record.expects(revision, &by)),
        _ => match mirror::text(id).map(|text| Record::open(&text)) {
            Some(Opened::Newer(_)) => Err(Refused::Newer),
            Some(Opened::Intact(there)) => Ok(!record.expects(there.revision, &there.by)),
            _ => Ok(false),
        },
    }
}

/// The draft that was saved last and is not deleted, with its turn; and the last turn of all.
pub async fn last() -> (Option<(String, u64)>, u64) {
    journal::last().await.unwrap_or_default()
}

/// The steps of a draft by their numbers, as texts.
pub async fn steps(id: &str) -> Vec<(u64, String)> {
    let mut steps = journal::steps(id).await.unwrap_or_default();
    if steps.is_empty() {
        steps = mirror::steps(id);
    }
    if steps.is_empty() {
        steps = memory::steps(id);
    }
    steps
}

/// Every draft by its id.
pub async fn all() -> Vec<(String, Loaded)> {
    let mut ids = journal::ids().await.unwrap_or_default();
    ids.extend(mirror::ids());
    ids.extend(memory::ids());
    ids.extend(pending::ids());
    ids.sort();
    ids.dedup();
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let loaded = load(&id).await;
        all.push((id, loaded));
    }
    all
}

/// Every draft that can be read, by its id.
pub async fn intact() -> Vec<(String, Record)> {
    let all = all().await.into_iter();
    all.filter_map(|(id, loaded)| match loaded {
        Loaded::Intact(found) => Some((id, found.record)),
        _ => None,
    })
    .collect()
}

/// Texts that could not be read and were put aside, by the draft that they were of.
pub async fn aside() -> Vec<(String, String)> {
    journal::aside().await.unwrap_or_default()
}

/// Removes a draft for good. What of it cannot be read stays.
///
/// # Errors
/// Why it is still there.
pub async fn remove(id: &str) -> Result<(), Refused> {
    done_or_absent(journal::remove(id).await)?;
    mirror::remove(id);
    memory::remove(id);
    pending::remove(id);
    Ok(())
}

/// Removes everything of this program from the browser.
///
/// # Errors
/// Why it is still there.
pub async fn erase() -> Result<(), Refused> {
    done_or_absent(journal::erase().await)?;
    match desk::clear().await {
        Ok(()) | Err(Refused::Unavailable) => {}
        Err(refused) => return Err(refused),
    }
    memory::erase();
    for key in local::ids(PREFIX) {
        local::remove(&format!("{PREFIX}{key}"));
    }
    bell::ring(Ring::Erased);
    bell::silence();
    Ok(())
}

/// What all keys of this program in localStorage begin with.
const PREFIX: &str = "selfscore/";

/// Asks the browser not to clear this page's storage by itself; `None` where it cannot be asked.
pub async fn ask_to_persist() -> Option<bool> {
    // A page from plain http has no such manager.
    let window = crate::browser::window()?;
    let manager = js_sys::Reflect::get(&window.navigator(), &"storage".into()).ok()?;
    if manager.is_undefined() {
        return None;
    }
    let promise = window.navigator().storage().persist().ok()?;
    wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.as_bool()
}
