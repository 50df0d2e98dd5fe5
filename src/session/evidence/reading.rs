//! Reading files one after the other, with progress, to be cancelled at any time.

use leptos::prelude::*;
use selfscore_core::evidence::{Summing, Sums};
use selfscore_core::limits;
use selfscore_wording::evidence as words;

use super::Evidence;
use crate::browser::folders::Picked;
use selfscore_intake::stream::{self, Stopped, size};

/// How far reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file being read.
    pub name: String,
    /// Its place, from 1.
    pub at: usize,
    /// How many there are.
    pub files: usize,
    /// Bytes read of all.
    pub done: u64,
    /// Bytes of all.
    pub total: u64,
}

impl Evidence {
    /// Cancels what is being read.
    pub fn cancel(self) {
        self.cancelled.set_value(true);
    }

    /// Begins to read; `false` if something is being read already, or too much was given.
    pub(super) fn begin(self, files: usize, total: u64) -> bool {
        if files == 0 {
            self.session.warn(|lang| words::nothing_there(lang).into());
            return false;
        }
        if files > limits::PACKAGE_FILES {
            self.session.warn(move |lang| words::too_many(lang, files, limits::PACKAGE_FILES));
            return false;
        }
        if self.progress.with_untracked(Option::is_some) {
            self.session.warn(|lang| words::busy(lang).into());
            return false;
        }
        self.session.notice.set(None);
        self.cancelled.set_value(false);
        self.progress.set(Some(Progress { name: String::new(), at: 0, files, done: 0, total }));
        true
    }

    /// The next file.
    pub(super) fn next(self, name: &str) {
        self.progress.update(|progress| {
            if let Some(progress) = progress {
                progress.name = name.to_owned();
                progress.at += 1;
            }
        });
    }

    /// Notes that so many bytes more were read.
    ///
    /// # Errors
    /// If the user cancelled.
    pub(super) fn came(self, bytes: u64) -> Result<(), Stopped> {
        if self.cancelled.get_value() {
            return Err(Stopped::Cancelled);
        }
        self.progress.update(|progress| {
            if let Some(progress) = progress {
                progress.done += bytes;
            }
        });
        Ok(())
    }

    /// Reads a file for its sums.
    pub(super) async fn sums(self, picked: &Picked) -> Result<Sums, Stopped> {
        self.next(&picked.path);
        self.came(0)?;
        let mut sums = Summing::default();
        let whole = size(&picked.file);
        let see = |piece: &[u8]| {
            sums.update(piece);
            self.came(piece.len() as u64)
        };
        stream::each(&picked.file, 0, whole, see).await?;
        Ok(sums.finish())
    }
}
