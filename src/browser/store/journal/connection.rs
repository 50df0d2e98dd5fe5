//! The connection to the journal: opened when wanted, given up when it is dead or in somebody's way;
//! a request that is not answered is not waited for.

use std::cell::RefCell;
use std::time::Duration;

use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};

use crate::browser::clock::within;

/// The database; also what a person sees in the browser's own tools.
const NAME: &str = "selfscore";
/// The version of its stores. A newer program may have a higher one; then opening is refused.
const VERSION: u8 = 1;
pub(super) const HEADS: &str = "heads";
pub(super) const DRAFTS: &str = "drafts";
pub(super) const STEPS: &str = "steps";
pub(super) const DAMAGED: &str = "damaged";
pub(super) const STORES: [&str; 4] = [HEADS, DRAFTS, STEPS, DAMAGED];

/// After that long a request is taken for lost: something else has to keep the draft.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why the journal does not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::browser::store) enum Fault {
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

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
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

pub(in crate::browser::store) fn fault(error: Error) -> Fault {
    match error {
        Error::DomException(DomException::Other(why)) if why.name() == "QuotaExceededError" => {
            Fault::Full
        }
        _ => Fault::Broken,
    }
}

pub(super) fn begin<'a>(
    database: &'a Database,
    mode: TransactionMode,
) -> Result<Transaction<'a>, Fault> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    database.transaction(STORES).with_mode(mode).with_options(options).build().map_err(fault)
}

/// Does something with the database; once more with a fresh connection where the old one is dead.
pub(super) async fn with_database<T>(
    work: impl AsyncFn(&Database) -> Result<T, Fault>,
) -> Result<T, Fault> {
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

/// A transaction that is aborted while it is committed: the disk or the quota takes no more.
pub(super) fn commit_fault(error: Error) -> Fault {
    match error {
        Error::MissingData(_) => Fault::Full,
        other => fault(other),
    }
}

/// Deletes the database, as soon as no other tab has it open.
pub(super) fn delete() {
    if let Some(open) = OPEN.take() {
        let _ = open.delete();
    }
}
