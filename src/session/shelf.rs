//! The drafts in this browser: by name, created, renamed, copied, deleted and brought back.
//!
//! What changes which draft is open saves the one that was open first; where that cannot be saved,
//! it stays open.

use leptos::prelude::*;
use selfscore_core::draft::{Draft, History};
use selfscore_core::kept::Record;
use selfscore_wording::{keep, page as words};

use super::{Open, SaveState, Session, Undo, keep_words};
use crate::browser::clock;
use crate::browser::files;
use crate::browser::store::{self, Kept as Where, Loaded, Refused, Ring};

/// A draft on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its name, by the user or by its unit.
    pub name: String,
    /// When it was saved, RFC 3339.
    pub saved_at: String,
    turn: u64,
}

/// Something on the shelf that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// The id of its draft.
    pub id: String,
    /// Why.
    pub why: Why,
    /// What stands there.
    pub raw: String,
}

/// Why something cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is damaged.
    Damaged,
    /// It is damaged, and an earlier generation took its place.
    Replaced,
    /// A newer program wrote it.
    Newer,
}

/// Everything in this browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Drafts, the last saved first.
    pub drafts: Vec<Kept>,
    /// Kept as they are.
    pub unreadable: Vec<Unreadable>,
    /// Deleted, and still there.
    pub deleted: Vec<Kept>,
}

impl Session {
    /// Reads what is in this browser, and goes on reading it while somebody looks.
    pub fn watch_shelf(self) {
        self.keeping.watched.set_value(true);
        self.shelf_changed();
        on_cleanup(move || self.keeping.watched.set_value(false));
    }

    pub(super) fn shelf_changed(self) {
        if self.keeping.watched.get_value() {
            leptos::task::spawn_local(async move {
                let shelf = self.read_shelf().await;
                self.shelf.set(Some(shelf));
            });
        }
    }

    pub(super) async fn read_shelf(self) -> Shelf {
        let mut shelf = Shelf::default();
        for (id, loaded) in store::all().await {
            match loaded {
                Loaded::Intact(found) => {
                    self.keeping.turn.update_value(|turn| *turn = found.record.turn.max(*turn));
                    let list = match found.record.deleted {
                        true => &mut shelf.deleted,
                        false => &mut shelf.drafts,
                    };
                    list.push(untrack(|| self.kept_as(id, &found.record)));
                }
                Loaded::Damaged(raw) => {
                    shelf.unreadable.push(Unreadable { id, why: Why::Damaged, raw });
                }
                Loaded::Newer(raw) => {
                    shelf.unreadable.push(Unreadable { id, why: Why::Newer, raw });
                }
                Loaded::Absent => {}
            }
        }
        for (id, raw) in store::aside().await {
            shelf.unreadable.push(Unreadable { id, why: Why::Replaced, raw });
        }
        // Version 1 counted no turns; its drafts stand behind, by their times.
        let last_first = |a: &Kept, b: &Kept| {
            b.turn.cmp(&a.turn).then(b.saved_at.cmp(&a.saved_at)).then(a.id.cmp(&b.id))
        };
        shelf.drafts.sort_by(last_first);
        shelf.deleted.sort_by(last_first);
        shelf
    }

    fn kept_as(self, id: String, record: &Record) -> Kept {
        let name = self.named(&record.name, &record.draft);
        Kept { id, name, saved_at: record.saved_at.clone(), turn: record.turn }
    }

    pub(super) fn named(self, name: &str, draft: &Draft) -> String {
        if !name.is_empty() {
            return name.into();
        }
        if draft.unit.is_empty() {
            return words::unnamed(self.lang.get()).into();
        }
        self.library.with(|all| {
            let own = all.get(&draft.scheme_sha256).or_else(|| all.newest(&draft.scheme));
            own.map_or(draft.unit.clone(), |s| s.unmask(&draft.unit, &draft.district))
        })
    }

    /// The name of what is open, following it.
    pub fn display_name(self) -> String {
        match self.open.get() {
            Open::Blank | Open::Trial => words::unnamed(self.lang.get()).into(),
            Open::Example => words::example(self.lang.get()).into(),
            Open::Draft { name, .. } => self.draft.with(|draft| self.named(&name, draft)),
        }
    }

    pub(super) fn display_name_untracked(self) -> String {
        untrack(|| self.display_name())
    }

    /// Does something once what is open is saved; not at all if that fails.
    pub(super) fn once_saved(self, then: impl Future<Output = ()> + 'static) {
        leptos::task::spawn_local(async move {
            match self.flush().await {
                Ok(()) => then.await,
                Err(refused) => self.not_done(refused),
            }
        });
    }

    pub(super) fn not_done(self, refused: Refused) {
        self.warn(move |lang| words::not_done(lang, keep_words(refused, lang)));
    }

    /// Starts an empty draft; what was open stays on the shelf.
    pub fn create(self) {
        self.once_saved(async move { self.go_blank() });
    }

    /// Shows an empty form; nothing of it is stored before something is typed.
    pub(super) fn go_blank(self) {
        let district = self.draft.with_untracked(|draft| draft.district.clone());
        let scheme = self.scheme.get_untracked();
        self.forget_open(Open::Blank);
        self.draft.set(Draft { district, ..Draft::new(&scheme) });
        self.keep_settings();
    }

    /// Nothing of what was open holds for what will be.
    pub(super) fn forget_open(self, open: Open) {
        self.mirror_now();
        self.report.set(None);
        self.carried.set(None);
        self.parted.set(None);
        self.keeping.stored.set_value(None);
        self.keeping.saved_edits.set_value(self.keeping.edits.get_value());
        self.keeping.aside.set_value(false);
        self.history.set(History::default());
        self.end_step();
        self.locked.set(false);
        self.open.set(open);
        self.saved.set(SaveState::Nothing);
    }

    /// Opens a draft of the shelf.
    pub fn open_draft(self, id: &str) {
        let id = id.to_owned();
        self.once_saved(async move {
            match store::load(&id).await {
                Loaded::Intact(found) => {
                    self.forget_open(Open::Blank);
                    self.show_found(id, *found).await;
                    self.keep_settings();
                }
                _ => self.warn(|lang| words::draft_unreadable(lang).into()),
            }
        });
    }

    /// Changes a stored draft that is not open.
    async fn change_stored(self, id: &str, change: impl Fn(&mut Record)) -> Result<(), Refused> {
        let tab = self.keeping.tab.get_value();
        loop {
            let Loaded::Intact(found) = store::load(id).await else { return Err(Refused::Damaged) };
            let base = found.record;
            let mut record = base.next(&tab, clock::now_rfc3339());
            change(&mut record);
            if store::save(id, &base, &record, &[]).await? != Where::Moved {
                store::tell(id, &record);
                return Ok(());
            }
        }
    }

    /// Stores a draft as a new one that is not opened; gives its id.
    pub(super) async fn store_new(
        self,
        draft: Draft,
        name: String,
        deleted: bool,
    ) -> Result<String, Refused> {
        let id = clock::fresh_id();
        let base = Record::new(draft, name);
        let mut record = base.next(&self.keeping.tab.get_value(), clock::now_rfc3339());
        record.turn = self.next_turn();
        record.deleted = deleted;
        store::save(&id, &base, &record, &[]).await?;
        store::tell(&id, &record);
        self.shelf_changed();
        Ok(id)
    }

    fn is_open(self, id: &str) -> bool {
        matches!(self.open.get_untracked(), Open::Draft { id: open, .. } if open == id)
    }

    /// Gives a draft a name.
    pub fn rename(self, id: &str, name: &str) {
        let (id, name) = (id.to_owned(), name.trim().to_owned());
        self.once_saved(async move {
            if self.is_open(&id) {
                self.open.set(Open::Draft { id, name });
                self.touched();
            } else if let Err(refused) =
                self.change_stored(&id, |record| record.name.clone_from(&name)).await
            {
                self.not_done(refused);
            }
            self.shelf_changed();
        });
    }

    /// Copies a draft of the shelf, and opens the copy.
    pub fn duplicate(self, id: &str) {
        let id = id.to_owned();
        self.once_saved(async move {
            let Loaded::Intact(found) = store::load(&id).await else { return };
            let record = found.record;
            let name = untrack(|| self.named(&record.name, &record.draft));
            let name = words::copy_of(self.lang.get_untracked(), name);
            self.adopt(record.draft, name, History::default());
        });
    }

    /// Opens a draft as a new one on the shelf. What was open must be saved.
    pub(super) fn adopt(self, draft: Draft, name: String, history: History) {
        self.forget_open(Open::Draft { id: clock::fresh_id(), name });
        self.history.set(history);
        self.draft.set(draft);
        self.keep_settings();
        self.touched();
        self.save_now();
    }

    /// Deletes a draft, and offers it back.
    pub fn delete(self, id: &str) {
        let id = id.to_owned();
        self.once_saved(async move {
            let turn = self.next_turn();
            let deleted = self.change_stored(&id, |record| {
                record.deleted = true;
                record.turn = turn;
            });
            if let Err(refused) = deleted.await {
                return self.not_done(refused);
            }
            if self.is_open(&id) {
                self.go_blank();
            }
            self.shelf_changed();
            self.offer(Undo::Deleted(id), |lang| words::draft_deleted(lang).into());
        });
    }

    /// Brings a deleted draft back.
    pub fn restore(self, id: &str) {
        let id = id.to_owned();
        leptos::task::spawn_local(async move {
            if let Err(refused) = self.change_stored(&id, |record| record.deleted = false).await {
                self.not_done(refused);
            }
            self.shelf_changed();
        });
    }

    /// Removes deleted drafts for good.
    pub fn empty_deleted(self) {
        leptos::task::spawn_local(async move {
            self.notice.set(None);
            for kept in self.read_shelf().await.deleted {
                if let Err(refused) = store::remove(&kept.id).await {
                    self.not_done(refused);
                }
                store::ring(Ring::Draft(kept.id));
            }
            self.shelf_changed();
        });
    }

    /// Offers what cannot be read as a file, as it is.
    pub fn download_raw(self, one: &Unreadable) {
        let name = files::safe_name(&format!("selfscore-{}.txt", one.id));
        if !files::download(&name, "text/plain", one.raw.as_bytes()) {
            self.warn(|lang| keep::no_download(lang).into());
        }
    }
}
