//! The journal: drafts in IndexedDB, with strict durability, one transaction a save.
//!
//! A draft has [`SLOTS`] texts, and each save goes into another than the one before: what is being
//! written never stands where the last good one is. `heads` says which revision is the newest, so
//! that a save can see whether somebody else has saved since.

mod connection;

use indexed_db_futures::KeyRange;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionMode};
use selfscore_core::kept::{NEWEST, Record, digest};
use serde::{Deserialize, Serialize};

use connection::{DAMAGED, DRAFTS, HEADS, STEPS, STORES, begin, commit_fault, with_database};
pub(super) use connection::{Fault, fault};

/// How many generations of a draft are kept.
pub(super) const SLOTS: u64 = 4;

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It is on the disk.
    Done,
    /// Somebody else has saved this draft since.
    Moved,
    /// A newer program has.
    Newer,
}

/// A save: the text goes in if what stands there is `base` or earlier.
pub(super) struct Write<'a> {
    pub id: &'a str,
    pub base: &'a Record,
    pub revision: u64,
    pub by: &'a str,
    pub turn: u64,
    pub deleted: bool,
    pub text: &'a str,
    /// Steps by their numbers.
    pub steps: &'a [(u64, String)],
    /// Steps before this number are forgotten.
    pub first: u64,
}

/// The newest revision of a draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Head {
    version: u32,
    revision: u64,
    #[serde(default)]
    by: String,
    #[serde(default)]
    turn: u64,
    #[serde(default)]
    deleted: bool,
}

fn key(id: &str, at: u64) -> String {
    format!("{id}/{at:015}")
}

/// All keys of a draft: `/` is the sign before `0`.
fn keys(id: &str) -> std::ops::Range<String> {
    format!("{id}/")..format!("{id}0")
}

async fn text(
    transaction: &Transaction<'_>,
    store: &str,
    key: &str,
) -> Result<Option<String>, Fault> {
    let store = transaction.object_store(store).map_err(fault)?;
    store.get::<String, _, _>(key).await.map_err(fault)
}

/// What stands in a store between two keys, with its keys; what is no text is passed over.
async fn pairs(
    transaction: &Transaction<'_>,
    store: &str,
    between: KeyRange<String>,
) -> Result<Vec<(String, String)>, Fault> {
    let store = transaction.object_store(store).map_err(fault)?;
    let keys = store.get_all_keys::<String>().with_query::<String, _>(between.clone());
    let keys = keys.primitive().map_err(fault)?;
    let texts =
        store.get_all::<String>().with_query::<String, _>(between).primitive().map_err(fault)?;
    let both = keys.await.map_err(fault)?.zip(texts.await.map_err(fault)?);
    Ok(both.filter_map(|(key, text)| Some((key.ok()?, text.ok()?))).collect())
}

async fn head(transaction: &Transaction<'_>, id: &str) -> Result<Head, Fault> {
    let text = text(transaction, HEADS, id).await?;
    // A head that cannot be read is made anew by the next save; the texts say their revisions, too.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Saves a draft, and reads it back.
pub(super) async fn put(write: &Write<'_>) -> Result<Put, Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readwrite)?;
        let there = head(&transaction, write.id).await?;
        if there.version > NEWEST {
            return Ok(Put::Newer);
        }
        if !write.base.expects(there.revision, &there.by) {
            return Ok(Put::Moved);
        }
        let at = key(write.id, write.revision % SLOTS);
        let now = Head {
            version: NEWEST,
            revision: write.revision,
            by: write.by.to_owned(),
            turn: write.turn,
            deleted: write.deleted,
        };
        // Numbers and a string: serialising them cannot fail.
        let now = serde_json::to_string(&now).unwrap_or_default();
        let store = |name| transaction.object_store(name).map_err(fault);
        store(DRAFTS)?.put(write.text).with_key(at.as_str()).primitive().map_err(fault)?;
        store(HEADS)?.put(now).with_key(write.id).primitive().map_err(fault)?;
        let steps = store(STEPS)?;
        for (number, step) in write.steps {
            let at = key(write.id, *number);
            steps.put(step.as_str()).with_key(at).primitive().map_err(fault)?;
        }
        if write.first > 0 {
            let forgotten = format!("{}/", write.id)..key(write.id, write.first);
            steps.delete(forgotten).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(commit_fault)?;
        let check = begin(database, TransactionMode::Readonly)?;
        match text(&check, DRAFTS, &at).await? {
            Some(back) if back == write.text => Ok(Put::Done),
            _ => Err(Fault::NotReadBack),
        }
    })
    .await
}

/// The newest revision and the tab that saved it, or that a newer program did.
pub(super) async fn newest(id: &str) -> Result<(u64, String), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let there = head(&transaction, id).await?;
        match there.version > NEWEST {
            true => Err(Fault::Newer),
            false => Ok((there.revision, there.by)),
        }
    })
    .await
}

/// The draft that was saved last and is not deleted, with its turn; and the last turn of all.
pub(super) async fn last() -> Result<(Option<(String, u64)>, u64), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let heads = pairs(&transaction, HEADS, (String::new()..).into()).await?;
        let read = |(id, text): (String, String)| Some((id, serde_json::from_str(&text).ok()?));
        let heads: Vec<(String, Head)> = heads.into_iter().filter_map(read).collect();
        let turn = heads.iter().map(|(_, head)| head.turn).max().unwrap_or_default();
        let kept = heads.into_iter().filter(|(_, head)| !head.deleted);
        Ok((kept.map(|(id, head)| (id, head.turn)).max_by_key(|(_, turn)| *turn), turn))
    })
    .await
}

/// The texts of a draft, whatever they hold, with its newest revision and the tab that saved that.
pub(super) async fn texts(id: &str) -> Result<(u64, String, Vec<String>), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let there = head(&transaction, id).await?;
        let store = transaction.object_store(DRAFTS).map_err(fault)?;
        let found = store.get_all::<String>().with_query(keys(id)).primitive().map_err(fault)?;
        let found = found.await.map_err(fault)?;
        Ok((there.revision, there.by, found.filter_map(Result::ok).collect()))
    })
    .await
}

/// The steps of a draft by their numbers.
pub(super) async fn steps(id: &str) -> Result<Vec<(u64, String)>, Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let found = pairs(&transaction, STEPS, keys(id).into()).await?;
        let number = |key: String| key.rsplit('/').next().and_then(|number| number.parse().ok());
        Ok(found.into_iter().filter_map(|(key, text)| Some((number(key)?, text))).collect())
    })
    .await
}

/// The ids of all drafts.
pub(super) async fn ids() -> Result<Vec<String>, Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let of = async |name: &str| {
            let store = transaction.object_store(name).map_err(fault)?;
            let found = store.get_all_keys::<String>().primitive().map_err(fault)?;
            let found = found.await.map_err(fault)?;
            Ok::<Vec<String>, Fault>(found.filter_map(Result::ok).collect())
        };
        // A head may be lost, or a text.
        let mut all = of(HEADS).await?;
        let texts = of(DRAFTS).await?;
        all.extend(texts.iter().filter_map(|key| Some(key.rsplit_once('/')?.0.to_owned())));
        all.sort();
        all.dedup();
        Ok(all)
    })
    .await
}

/// Puts texts that cannot be read where no save overwrites them.
pub(super) async fn set_aside(id: &str, damaged: &[String]) -> Result<(), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readwrite)?;
        let store = transaction.object_store(DAMAGED).map_err(fault)?;
        for text in damaged {
            // By what it says: the same text is kept once.
            let at = format!("{id}/{}", digest(text));
            store.put(text.as_str()).with_key(at).primitive().map_err(fault)?;
        }
        transaction.commit().await.map_err(commit_fault)
    })
    .await
}

/// The texts that were put aside, by the draft that they were of.
pub(super) async fn aside() -> Result<Vec<(String, String)>, Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readonly)?;
        let found = pairs(&transaction, DAMAGED, (String::new()..).into()).await?;
        let id = |key: String| key.rsplit_once('/').map(|(id, _)| id.to_owned());
        Ok(found.into_iter().filter_map(|(key, text)| Some((id(key)?, text))).collect())
    })
    .await
}

/// Removes a draft with its steps, for good.
pub(super) async fn remove(id: &str) -> Result<(), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readwrite)?;
        let store = |name| transaction.object_store(name).map_err(fault);
        store(HEADS)?.delete(id).primitive().map_err(fault)?;
        store(DRAFTS)?.delete(keys(id)).primitive().map_err(fault)?;
        store(STEPS)?.delete(keys(id)).primitive().map_err(fault)?;
        transaction.commit().await.map_err(commit_fault)
    })
    .await
}

/// Removes everything, and the database itself.
pub(super) async fn erase() -> Result<(), Fault> {
    with_database(async |database| {
        let transaction = begin(database, TransactionMode::Readwrite)?;
        for name in STORES {
            transaction.object_store(name).map_err(fault)?.clear().map_err(fault)?;
        }
        transaction.commit().await.map_err(commit_fault)
    })
    .await?;
    connection::delete();
    Ok(())
}
