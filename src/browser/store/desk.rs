//! What the office has on its desk: texts by keys, in a database of its own, with strict durability.
//!
//! Nothing is ever overwritten by somebody who did not know of it: a form, and a decision, has a key of its
//! own, so two tabs add to one another.

use std::time::Duration;

use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};

use super::Refused;
use crate::browser::clock::within;

const NAME: &str = "selfscore-desk";
const VERSION: u8 = 1;
const STORE: &str = "desk";

/// After that long a request is taken for lost.
const PATIENCE: Duration = Duration::from_secs(5);

/// Everything that is kept, by key.
///
/// # Errors
/// Why it cannot be had.
pub async fn load() -> Result<Vec<(String, String)>, Refused> {
    work(TransactionMode::Readonly, async |transaction| {
        let store = transaction.object_store(STORE)?;
        let keys = store.get_all_keys::<String>().primitive()?;
        let texts = store.get_all::<String>().primitive()?;
        let both = keys.await?.zip(texts.await?);
        Ok(both.filter_map(|(key, text)| Some((key.ok()?, text.ok()?))).collect())
    })
    .await
}

/// Keeps texts under their keys, and lets go of those without one; all of it or nothing.
///
/// # Errors
/// Why nothing was kept.
pub async fn keep(items: &[(String, Option<String>)]) -> Result<(), Refused> {
    work(TransactionMode::Readwrite, async |transaction| {
        let store = transaction.object_store(STORE)?;
        for (key, text) in items {
            match text {
                Some(text) => {
                    store.put(text.as_str()).with_key(key.as_str()).primitive()?.await?;
                }
                None => store.delete(key.as_str()).primitive()?.await?,
            }
        }
        Ok(())
    })
    .await
}

/// Lets go of everything.
///
/// # Errors
/// Why it is still there.
pub async fn clear() -> Result<(), Refused> {
    work(TransactionMode::Readwrite, async |transaction| {
        transaction.object_store(STORE)?.clear()?.await
    })
    .await
}

async fn work<T>(
    mode: TransactionMode,
    what: impl AsyncFnOnce(&Transaction<'_>) -> Result<T, Error>,
) -> Result<T, Refused> {
    let whole = async {
        let opening = Database::open(NAME)
            .with_version(VERSION)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store(STORE).build()?;
                Ok(())
            })
            .build()
            .map_err(|_| Refused::Unavailable)?;
        let database = opening.await.map_err(|_| Refused::Unavailable)?;
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let transaction = database.transaction(STORE).with_mode(mode).with_options(options).build();
        let transaction = transaction.map_err(refused)?;
        let done = what(&transaction).await.map_err(refused)?;
        transaction.commit().await.map_err(|_| Refused::Full)?;
        database.close();
        Ok(done)
    };
    within(PATIENCE, whole).await.unwrap_or(Err(Refused::NoAnswer))
}

fn refused(error: Error) -> Refused {
    match super::journal::fault(error) {
        fault @ super::journal::Fault::Full => fault.into(),
        _ => Refused::NoAnswer,
    }
}
