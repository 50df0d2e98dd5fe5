//! The journal: drafts in IndexedDB, with strict durability, one transaction a save.
//!
//! A draft has [`SLOTS`] texts, and each save goes into another than the one before: what is being
//! written never stands where the last good one is. `heads` says which revision is the newest, so
//! that a save can see whether somebody else has saved since.

use std::cell::RefCell;
use std::time::Duration;

use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use selfscore_core::kept::{NEWEST, Record, digest};
use serde::{Deserialize, Serialize};

use crate::browser::clock::within;

/// The database; also what a person sees in the browser's own tools.
const NAME: &str = "selfscore";
/// The version of its stores. A newer program may have a higher one; then opening is refused.
const VERSION: u8 = 1;
const HEADS: &str = "heads";
const DRAFTS: &str = "drafts";
const STEPS: &str = "steps";
const DAMAGED: &str = "damaged";
const STORES: [&str; 4] = [HEADS, DRAFTS, STEPS, DAMAGED];

/// How many generations of a draft are kept.
pub(super) const SLOTS: u64 = 4;

/// After that long a request is taken for lost: something else has to keep the draft.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why the journal does not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The browser has none, or does not let us use it.
    Absent,
    /// It was made by a newer program.
    Newer,
    /// It takes no more.
    Full,
    /// What was read back is not what was written.
    NotReadBack,
    /// It does not answer.
    Silent,
    /// It answers with nonsense, or its connection is dead.
    Broken,
}

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

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
}

fn key(id: &str, at: u64) -> String {
    format!("{id}/{at:015}")
}

/// All keys of a draft: `/` is the sign before `0`.
fn keys(id: &str) -> std::ops::Range<String> {
    format!("{id}/")..format!("{id}0")
}

async fn database() -> Result<Database, Fault> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let opening = async {
        let request = Database::open(NAME)
            .with_version(VERSION)
            .with_on_upgrade_needed(|_, database| {
                for store in STORES {
                    database.create_object_store(store).build()?;
                }
                Ok(())
            })
            .build()
            .map_err(opening_fault)?;
        request.await.map_err(opening_fault)
    };
    let open = within(PATIENCE, opening).await.unwrap_or(Err(Fault::Silent))?;
    let names: Vec<String> = open.object_store_names().collect();
    if !STORES.iter().all(|store| names.iter().any(|name| name == store)) {
        // Somebody else's database of that name: it is left alone.
        open.close();
        return Err(Fault::Absent);
    }
    watch(open.clone());
    OPEN.set(Some(open.clone()));
    Ok(open)
}

fn opening_fault(error: OpenDbError) -> Fault {
    match error {
        OpenDbError::Base(Error::DomException(DomException::Other(why)))
            if why.name() == "VersionError" =>
        {
            Fault::Newer
        }
        // Forbidden, or ruined on the disk: what cannot even be opened is as good as none.
        _ => Fault::Absent,
    }
}

/// Lets go of the database when another tab wants to change or delete it, or the browser takes it away.
fn watch(database: Database) {
    leptos::task::spawn_local(async move {
        let Ok(mut changes) = database.version_changes() else { return };
        if changes.recv().await.is_some() {
            database.close();
        }
        forget();
    });
}

/// The next request opens the database anew.
fn forget() {
    OPEN.set(None);
}

fn fault(error: Error) -> Fault {
    match error {
        Error::DomException(DomException::Other(why)) if why.name() == "QuotaExceededError" => {
            Fault::Full
        }
        _ => Fault::Broken,
    }
}

fn begin<'a>(database: &'a Database, mode: TransactionMode) -> Result<Transaction<'a>, Fault> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    database.transaction(STORES).with_mode(mode).with_options(options).build().map_err(fault)
}

/// Does something with the database; once more with a fresh connection where the old one is dead.
async fn with_database<T>(work: impl AsyncFn(&Database) -> Result<T, Fault>) -> Result<T, Fault> {
    let attempt = async || {
        let database = database().await?;
        within(PATIENCE, work(&database)).await.unwrap_or(Err(Fault::Silent))
    };
    match attempt().await {
        Err(Fault::Broken) => {
            forget();
            attempt().await
        }
        Err(Fault::Silent) => {
            forget();
            Err(Fault::Silent)
        }
        done => done,
    }
}

async fn text(
    transaction: &Transaction<'_>,
    store: &str,
    key: &str,
) -> Result<Option<String>, Fault> {
    let store = transaction.object_store(store).map_err(fault)?;
    store.get::<String, _, _>(key).await.map_err(fault)
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

/// A transaction that is aborted while it is committed: the disk or the quota takes no more.
fn commit_fault(error: Error) -> Fault {
    match error {
        Error::MissingData(_) => Fault::Full,
        other => fault(other),
    }
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
        let store = transaction.object_store(HEADS).map_err(fault)?;
        let ids = store.get_all_keys::<String>().primitive().map_err(fault)?;
        let found = store.get_all::<String>().primitive().map_err(fault)?;
        let ids = ids.await.map_err(fault)?.filter_map(Result::ok);
        let heads = found.await.map_err(fault)?.filter_map(Result::ok);
        let heads = ids.zip(heads).filter_map(|(id, text)| {
            let head: Head = serde_json::from_str(&text).ok()?;
            Some((id, head))
        });
        let heads: Vec<(String, Head)> = heads.collect();
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
        let store = transaction.object_store(STEPS).map_err(fault)?;
        let numbers =
            store.get_all_keys::<String>().with_query(keys(id)).primitive().map_err(fault)?;
        let found = store.get_all::<String>().with_query(keys(id)).primitive().map_err(fault)?;
        let numbers = numbers.await.map_err(fault)?.filter_map(Result::ok);
        let found = found.await.map_err(fault)?.filter_map(Result::ok);
        let number = |key: String| key.rsplit('/').next().and_then(|number| number.parse().ok());
        Ok(numbers.zip(found).filter_map(|(key, text)| Some((number(key)?, text))).collect())
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
        let store = transaction.object_store(DAMAGED).map_err(fault)?;
        let keys = store.get_all_keys::<String>().primitive().map_err(fault)?;
        let found = store.get_all::<String>().primitive().map_err(fault)?;
        let keys = keys.await.map_err(fault)?.filter_map(Result::ok);
        let found = found.await.map_err(fault)?.filter_map(Result::ok);
        let id = |key: String| key.rsplit_once('/').map(|(id, _)| id.to_owned());
        Ok(keys.zip(found).filter_map(|(key, text)| Some((id(key)?, text))).collect())
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
    // What it held is gone; its name goes too, as soon as no other tab has it open.
    if let Some(open) = OPEN.take() {
        let _ = open.delete();
    }
    Ok(())
}
