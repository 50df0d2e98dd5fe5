//! The state of the page: one draft as typed, and what follows from it.
//!
//! Only the draft is written; points, issues and explanations are memos of it. Commands are
//! methods here and in [`commands`]; a component reads signals and calls commands.

mod apart;
mod backup;
mod bench_files;
mod books;
mod checked;
mod commands;
mod desk;
mod doubt;
mod evidence;
mod export;
mod feedback;
mod form_file;
mod import;
mod keep;
mod library;
mod notice;
mod opened;
mod packages;
mod register;
mod shelf;
mod steps;
mod tabs;
mod trial;
mod workbench;
mod years;

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::lock::Mutex;
use leptos::prelude::*;
use selfscore_core::answer::Answer;
use selfscore_core::draft::{Assessment, Draft, Entry, History, assess};
use selfscore_core::issue::Issue;
use selfscore_core::kept::Record;
use selfscore_core::scheme::{Library, Role, Scheme, SchemeError};
use selfscore_core::scoring::Line;
use selfscore_wording::{Lang, page};

pub use backup::Inventory;
pub use checked::Checked;
pub use desk::{Desk, FORMS, Held, Listing, Shelved};
pub use doubt::Doubt;
pub use evidence::{By, Evidence, Received};
pub use export::ExportKind;
pub use feedback::OpenedFeedback;
pub use form_file::Spelt;
pub use import::ImportReport;
pub use keep::{SaveState, keep_words};
pub use library::SchemeStanding;
pub use notice::{Notice, Undo, Words};
pub use shelf::{Kept, Shelf, Unreadable, Why};
pub use tabs::Parted;
pub use workbench::Workbench;
pub use years::CarriedOver;

use crate::browser::clock;
pub use crate::browser::store::Refused;
use crate::browser::store::{self, Loaded, Settings};

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nothing typed yet, nothing stored.
    Blank,
    /// The example, which is not stored.
    Example,
    /// A form that tries a scheme out, which is not stored either.
    Trial,
    /// A stored draft.
    Draft {
        /// Its id in the store.
        id: String,
        /// Its name if the user gave it one.
        name: String,
    },
}

/// The state of the page; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The draft as typed.
    pub draft: RwSignal<Draft>,
    /// What is open.
    pub open: RwSignal<Open>,
    /// Whether what is typed is saved.
    pub saved: RwSignal<SaveState>,
    /// Whether a newer program has taken over: then nothing may be changed here.
    pub locked: RwSignal<bool>,
    /// The steps that can be taken back and again.
    pub(super) history: RwSignal<History>,
    /// The last draft that came apart, being changed in two tabs.
    pub parted: RwSignal<Option<Parted>>,
    /// What is in this browser, as last read; `None` before it was.
    pub shelf: RwSignal<Option<Shelf>>,
    /// Whether a file of all drafts is due.
    pub reminder: RwSignal<bool>,
    /// Whether the browser promised not to clear this storage by itself, if it was asked.
    pub persisted: RwSignal<Option<bool>>,
    /// The last notice.
    pub notice: RwSignal<Option<Notice>>,
    /// The report of the last import.
    pub report: RwSignal<Option<ImportReport>>,
    /// The office's feedback that was opened last.
    pub feedback: RwSignal<Option<Arc<OpenedFeedback>>>,
    /// What became of the answers of the draft that this one was made from.
    pub carried: RwSignal<Option<Arc<CarriedOver>>>,
    /// The scheme of the draft.
    pub scheme: Memo<Arc<Scheme>>,
    /// All that follows from the draft.
    pub assessment: Memo<Arc<Assessment>>,
    /// The assessment's issues by field, so that a thousand fields need not each look through
    /// all of them.
    issues: Memo<Arc<BTreeMap<String, Vec<Issue>>>>,
    /// The schemes of the page.
    pub library: RwSignal<Arc<Library>>,
    /// The digest of the scheme that is looked at, unless it is the draft's.
    pub viewed: RwSignal<Option<String>>,
    unfiled_since: RwSignal<String>,
    reminded: RwSignal<String>,
    keeping: Keeping,
}

/// What saving has to remember; nothing of it is shown.
#[derive(Clone, Copy)]
struct Keeping {
    /// This tab's name.
    tab: StoredValue<String>,
    /// What the store has of the open draft, as far as is known here.
    stored: StoredValue<Option<Record>>,
    /// Counts edits, and which of them the store has.
    edits: StoredValue<u64>,
    saved_edits: StoredValue<u64>,
    /// One save at a time.
    saving: StoredValue<Arc<Mutex<()>>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    mirroring: StoredValue<Option<TimeoutHandle>>,
    /// When something was last typed, milliseconds.
    typed_at: StoredValue<f64>,
    /// Whether something of this tab's was put aside.
    aside: StoredValue<bool>,
    /// Keys of what other tabs left, to clear once it is saved.
    recovered: StoredValue<Vec<String>>,
    /// Whether an input method is composing.
    composing: StoredValue<bool>,
    /// The last turn that a draft was saved in.
    turn: StoredValue<u64>,
    /// Whether somebody looks at the shelf.
    watched: StoredValue<bool>,
}

impl Keeping {
    fn new() -> Self {
        Keeping {
            tab: StoredValue::new(clock::fresh_id()),
            stored: StoredValue::new(None),
            edits: StoredValue::new(0),
            saved_edits: StoredValue::new(0),
            saving: StoredValue::new(Arc::default()),
            timer: StoredValue::new(None),
            mirroring: StoredValue::new(None),
            typed_at: StoredValue::new(0.0),
            aside: StoredValue::new(false),
            recovered: StoredValue::new(Vec::new()),
            composing: StoredValue::new(false),
            turn: StoredValue::new(0),
            watched: StoredValue::new(false),
        }
    }
}

/// A time to show in a sentence, from RFC 3339.
fn shown_time(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

impl Session {
    /// Opens the session: settings, the draft that was open last, or a blank one.
    ///
    /// # Errors
    /// If the schemes that the program brings along are not valid, which a test rules out.
    pub async fn start() -> Result<Self, SchemeError> {
        let library = Library::builtin()?;
        let settings = store::settings();
        let draft = RwSignal::new(Draft::new(library.default_scheme()));
        let session = Session::over(RwSignal::new(Arc::new(library.clone())), draft);
        session.lang.set(Lang::from_tag(&settings.lang));
        session.unfiled_since.set(settings.unfiled_since.clone());
        session.reminded.set(settings.reminded.clone());
        session.look_at_the_clock();
        session.keep_up();
        session.library.set(Arc::new(session.kept_beside(library).await));
        session.reopen(&settings).await;
        Ok(session)
    }

    /// The state over a library and a draft.
    fn over(library: RwSignal<Arc<Library>>, draft: RwSignal<Draft>) -> Self {
        let named = Memo::new(move |_| draft.with(|d| (d.scheme.clone(), d.scheme_sha256.clone())));
        let scheme = Memo::new(move |_| {
            let (id, digest) = named.get();
            library.with(|all| {
                let own = all.get(&digest).or_else(|| all.newest(&id));
                own.unwrap_or_else(|| all.default_scheme()).clone()
            })
        });
        let assessment = Memo::new(move |_| {
            let scheme = scheme.get();
            Arc::new(draft.with(|draft| assess(&scheme, draft)))
        });
        let issues = Memo::new(move |_| {
            let mut by_field = BTreeMap::<String, Vec<Issue>>::new();
            assessment.with(|assessment: &Arc<Assessment>| {
                for issue in &assessment.issues {
                    by_field.entry(issue.field.clone()).or_default().push(issue.clone());
                }
            });
            Arc::new(by_field)
        });
        Session {
            lang: RwSignal::new(Lang::default()),
            draft,
            open: RwSignal::new(Open::Blank),
            saved: RwSignal::new(SaveState::Nothing),
            notice: RwSignal::new(None),
            report: RwSignal::new(None),
            feedback: RwSignal::new(None),
            carried: RwSignal::new(None),
            scheme,
            assessment,
            issues,
            library,
            viewed: RwSignal::new(None),
            locked: RwSignal::new(false),
            history: RwSignal::new(History::default()),
            parted: RwSignal::new(None),
            shelf: RwSignal::new(None),
            reminder: RwSignal::new(false),
            persisted: RwSignal::new(None),
            unfiled_since: RwSignal::new(String::new()),
            reminded: RwSignal::new(String::new()),
            keeping: Keeping::new(),
        }
    }

    /// The session of the page.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// A text in the language of the page, following it.
    pub fn t(self, text: fn(Lang) -> &'static str) -> impl Fn() -> &'static str + Copy {
        move || text(self.lang.get())
    }

    /// A part of the draft, following it.
    pub fn part<T>(self, of: impl Fn(&Draft) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        // Boxed: one memo type for each type of value, not for each part.
        let of: Box<dyn Fn(&Draft) -> T + Send + Sync> = Box::new(of);
        Memo::new(move |_| self.draft.with(&of))
    }

    /// A part of a criterion's entry, following it; of an empty entry where there is none.
    pub fn entry_part<T>(
        self,
        criterion: &str,
        of: impl Fn(&Entry) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let criterion = criterion.to_owned();
        self.part(move |draft| match draft.entry(&criterion) {
            Some(entry) => of(entry),
            None => of(&Entry::default()),
        })
    }

    /// Whether the unit leads a task, following it; `None` while no task is listed.
    pub fn leads(self) -> Memo<Option<bool>> {
        self.part(|draft| {
            let mut tasks = draft.answers.values().flat_map(|entry| &entry.tasks).peekable();
            tasks.peek()?;
            Some(tasks.any(|task| task.role == Some(Role::Lead)))
        })
    }

    /// A part of a criterion's answer as read, following it; of an empty answer where there is none.
    pub fn answered<T>(
        self,
        criterion: &str,
        of: impl Fn(&Answer) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let criterion = criterion.to_owned();
        let of: Box<dyn Fn(&Answer) -> T + Send + Sync> = Box::new(of);
        Memo::new(move |_| {
            self.assessment.with(|a| match a.form.answers.get(&criterion) {
                Some(answer) => of(answer),
                None => of(&Answer::default()),
            })
        })
    }

    /// The line of a criterion, following it.
    pub fn line(self, criterion: &str) -> Memo<Option<Line>> {
        let criterion = criterion.to_owned();
        Memo::new(move |_| self.assessment.with(|a| a.sheet.line(&criterion).cloned()))
    }

    /// The first of the most severe issues at a field, following it.
    pub fn issue(
        self,
        pointer: impl Fn() -> String + Send + Sync + 'static,
    ) -> Memo<Option<Issue>> {
        let pointer: Box<dyn Fn() -> String + Send + Sync> = Box::new(pointer);
        Memo::new(move |_| {
            let pointer = pointer();
            let worst =
                |issues: &Vec<Issue>| issues.iter().min_by_key(|issue| issue.severity()).cloned();
            self.issues.with(|issues| issues.get(&pointer).and_then(worst))
        })
    }

    /// All issues at fields whose pointers start so, the most severe first.
    pub fn issues_below(self, start: &str) -> Vec<Issue> {
        let mut found: Vec<Issue> = self.issues.with(|issues| {
            let from = issues.range(start.to_owned()..);
            let below = from.take_while(|(field, _)| field.starts_with(start));
            below.flat_map(|(_, issues)| issues.iter().cloned()).collect()
        });
        found.sort_by_key(Issue::severity);
        found
    }

    /// A text with the district's name in place of the notice's mask.
    pub fn unmask(self, text: &str) -> String {
        let district = self.draft.with(|draft| draft.district.clone());
        self.scheme.with(|scheme| scheme.unmask(text, &district))
    }

    /// Switches the language.
    pub fn set_lang(self, lang: Lang) {
        self.lang.set(lang);
        self.keep_settings();
    }

    async fn reopen(self, settings: &Settings) {
        self.draft.update(|draft| draft.district = settings.district.clone());
        let (last, turn) = store::last().await;
        self.keeping.turn.set_value(turn);
        let later = last.filter(|(_, turn)| *turn > settings.turn).map(|(id, _)| id);
        let Some(id) = later.or_else(|| settings.open.clone()) else { return };
        match store::load(&id).await {
            Loaded::Intact(found) if !found.record.deleted => self.show_found(id, *found).await,
            Loaded::Intact(_) | Loaded::Absent => {}
            Loaded::Damaged(_) | Loaded::Newer(_) => {
                self.warn(|lang| page::draft_unreadable(lang).into());
            }
        }
    }

    fn keep_settings(self) {
        // A trial leaves nothing behind.
        if self.open.with_untracked(|open| *open == Open::Trial) {
            return;
        }
        let open = match self.open.get_untracked() {
            Open::Draft { id, .. } => Some(id),
            _ => None,
        };
        store::keep_settings(&Settings {
            unfiled_since: self.unfiled_since.get_untracked(),
            reminded: self.reminded.get_untracked(),
            lang: self.lang.get_untracked().tag().into(),
            open,
            turn: self.keeping.turn.get_value(),
            district: self.draft.with_untracked(|draft| draft.district.clone()),
        });
    }
}
