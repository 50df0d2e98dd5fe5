//! All drafts in one file, and back; the reminder of it; and everything removed from the browser.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::kept::{Backup, BackupError, Saved};
use selfscore_core::limits;
use selfscore_core::scheme::{Library, Scheme};
use selfscore_wording::keep as words;

use super::{Session, Words, opened};
use crate::browser::store;
use crate::browser::{clock, files};

/// After so many days of work without a file a reminder is due.
const REMINDER_DAYS: f64 = 7.0;

/// What removing everything would remove.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inventory {
    /// Names of drafts.
    pub drafts: Vec<String>,
    /// Names of deleted drafts.
    pub deleted: Vec<String>,
    /// What cannot be read.
    pub unreadable: usize,
    /// Titles of schemes that were opened.
    pub schemes: Vec<String>,
    /// Whether a scheme is being written.
    pub workbench: bool,
}

impl Session {
    pub(super) async fn write_backup(self) -> bool {
        // What cannot be saved in the browser goes into the file all the same.
        let _ = self.flush().await;
        let all = store::intact().await.into_iter();
        let saved = all.map(|(id, record)| Saved {
            id,
            name: record.name,
            saved_at: record.saved_at,
            deleted: record.deleted,
            draft: record.draft,
        });
        let mut drafts: Vec<Saved> = saved.collect();
        self.with_what_is_open(&mut drafts);
        let now = clock::now_rfc3339();
        let mut backup = Backup::new(now.clone(), drafts);
        backup.schemes = store::schemes().into_iter().map(|(_, text)| text).collect();
        backup.workbench = store::workbench();
        let count = backup.drafts.len();
        let day = now.get(..10).unwrap_or_default();
        let name = files::safe_name(&words::backup_name(self.lang.get_untracked(), day));
        let taken = files::download(&name, "application/json", backup.seal().as_bytes());
        if taken {
            self.filed();
            self.say(move |lang| words::backed_up(lang, count, &name));
        } else {
            self.warn(|lang| words::no_download(lang).into());
        }
        taken
    }

    /// What is open as it stands here, be it saved or not.
    fn with_what_is_open(self, drafts: &mut Vec<Saved>) {
        let super::Open::Draft { id, name } = self.open.get_untracked() else { return };
        let draft = self.draft.get_untracked();
        let own = Saved { id, name, saved_at: clock::now_rfc3339(), deleted: false, draft };
        match drafts.iter_mut().find(|saved| saved.id == own.id) {
            Some(saved) if saved.draft == own.draft => {}
            Some(saved) => *saved = own,
            None => drafts.push(own),
        }
    }

    /// Brings the drafts of a backup back, beside those that are here. What is here already, as it is
    /// in the file, is left alone; where the two differ, both stay.
    pub(super) async fn take_backup(self, name: String, bytes: &[u8]) -> Result<(), Words> {
        let backup = Backup::open(bytes).map_err(|error| -> Words {
            let name = name.clone();
            Arc::new(move |lang| match error {
                BackupError::Newer(version) => words::backup_newer(lang, &name, version),
                BackupError::Damaged => words::backup_damaged(lang, &name),
            })
        })?;
        let here = store::intact().await;
        let (mut restored, mut same) = (0, 0);
        for saved in backup.drafts {
            if here.iter().any(|(id, own)| *id == saved.id && own.draft == saved.draft) {
                same += 1;
                continue;
            }
            let own = untrack(|| self.named(&saved.name, &saved.draft));
            let name = match here.iter().any(|(id, _)| *id == saved.id) {
                true => words::from_backup(self.lang.get_untracked(), own),
                false => saved.name,
            };
            if let Err(refused) = self.store_new(saved.draft, name, saved.deleted).await {
                return Err(Arc::new(move |lang| {
                    words::backup_stopped(lang, restored, super::keep_words(refused, lang))
                }));
            }
            restored += 1;
        }
        for text in &backup.schemes {
            if Scheme::recognises(text.as_bytes()) {
                // One that is here already, or is refused now, needs no word: the drafts count.
                let _ = self.take_scheme(name.clone(), text.as_bytes());
            }
        }
        if let Some(text) = backup.workbench.filter(|_| store::workbench().is_none()) {
            let _ = store::keep_workbench(Some(&text));
        }
        self.shelf_changed();
        self.say(move |lang| words::backup_restored(lang, restored, same));
        Ok(())
    }

    /// Opens a backup file.
    pub fn open_backup(self, picked: Vec<web_sys::File>) {
        let Some(file) = picked.into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let taken = match opened::read(&file, limits::BACKUP_BYTES).await {
                Ok(opened) => self.take_backup(opened.name, &opened.bytes).await,
                Err(words) => Err(words),
            };
            if let Err(words) = taken {
                self.warn(move |lang| words(lang));
            }
        });
    }

    /// What is in this browser of this program's.
    pub async fn inventory(self) -> Inventory {
        let shelf = self.read_shelf().await;
        let names = |all: Vec<super::Kept>| all.into_iter().map(|kept| kept.name).collect();
        let lang = self.lang.get_untracked();
        let schemes = self.library.with_untracked(|library| {
            let opened = library.all().iter().filter(|held| !held.builtin);
            opened.map(|held| held.scheme.file().title.get(lang).to_owned()).collect()
        });
        Inventory {
            drafts: names(shelf.drafts),
            deleted: names(shelf.deleted),
            unreadable: shelf.unreadable.len(),
            schemes,
            workbench: store::workbench().is_some(),
        }
    }

    /// Removes everything of this program from the browser.
    pub async fn erase(self) {
        let saving = self.keeping.saving.get_value();
        let _turn = saving.lock().await;
        match store::erase().await {
            Ok(()) => {
                self.forget_all();
                self.say(|lang| words::erased(lang).into());
            }
            Err(refused) => self.not_done(refused),
        }
    }

    /// Everything was removed: nothing that is here may bring it back.
    pub(super) fn forget_all(self) {
        self.keeping.stored.set_value(None);
        self.forget_open(super::Open::Blank);
        // Schemes that were opened are gone, too; the program's own read, a test rules out that they do not.
        if let Ok(own) = Library::builtin() {
            self.library.set(Arc::new(own));
        }
        let scheme = self.library.with_untracked(|library| library.default_scheme().clone());
        self.draft.set(selfscore_core::draft::Draft::new(&scheme));
        self.unfiled_since.set(String::new());
        self.shelf_changed();
    }

    /// Something was saved in the browser: from now on a file is wanted some time.
    pub(super) fn worked(self) {
        if self.unfiled_since.with_untracked(String::is_empty) {
            self.unfiled_since.set(clock::now_rfc3339());
            self.keep_settings();
            leptos::task::spawn_local(async move {
                self.persisted.set(store::ask_to_persist().await);
            });
        }
        self.look_at_the_clock();
    }

    /// A file was made.
    pub(super) fn filed(self) {
        self.unfiled_since.set(String::new());
        self.note_reminded(String::new());
    }

    /// Puts the reminder off.
    pub fn remind_later(self) {
        self.note_reminded(clock::now_rfc3339());
    }

    fn note_reminded(self, at: String) {
        self.reminded.set(at);
        self.keep_settings();
        self.look_at_the_clock();
    }

    /// Whether a reminder is due.
    pub(super) fn look_at_the_clock(self) {
        let now = clock::now_rfc3339();
        let due = |since: &String| clock::days_between(since, &now, REMINDER_DAYS);
        let put_off = self.reminded.with_untracked(|at| !at.is_empty() && !due(at));
        self.reminder.set(self.unfiled_since.with_untracked(due) && !put_off);
    }
}
