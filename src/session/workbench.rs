//! The scheme that is being written: its file as JSON, what is wrong with it, and its keeping.
//!
//! One scheme at a time is on the bench. It is kept in the browser with every change, so that
//! nothing is lost when the page is left; the schemes of the page are not touched by it.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use selfscore_core::draft::Draft;
use selfscore_core::scheme::edit::{Edited, Refusal};
use selfscore_core::scheme::lint::{self, Severity};
use selfscore_core::scheme::shape::{self, Misfit};
use selfscore_core::scheme::{Held, Scheme, SchemeFile};
use selfscore_wording::editor as words;
use serde_json::{Value, json};

use super::{Doubt, Session, keep_words};
use crate::browser::store;

/// How long the full lint waits after a change: it tries answers, which takes a moment.
const IDLE: Duration = Duration::from_millis(400);

/// What is read off a place of the file.
type Reading<T> = Box<dyn Fn(Option<&Value>) -> T + Send + Sync>;

/// The bench; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Workbench {
    edited: RwSignal<Option<Edited>>,
    /// The part that is open: its JSON pointer.
    pub place: RwSignal<String>,
    /// What is wrong, the most severe first.
    pub doubts: RwSignal<Vec<Doubt>>,
    /// Whether what only trying answers can tell is still to come.
    pub trying: RwSignal<bool>,
    /// The scheme as it would be used, while it is sound.
    pub sound: RwSignal<Option<Arc<Scheme>>>,
    /// What is to come on the bench once it is said that what was left there may go.
    pub waiting: RwSignal<Option<Value>>,
    /// The form on trial: it stays while the scheme is looked at elsewhere.
    pub trial: RwSignal<Draft>,
    timer: StoredValue<Option<TimeoutHandle>>,
    pub(super) session: Session,
}

impl Workbench {
    /// An empty bench.
    pub fn new(session: Session) -> Self {
        Workbench {
            edited: RwSignal::new(None),
            place: RwSignal::new(String::new()),
            doubts: RwSignal::new(Vec::new()),
            trying: RwSignal::new(false),
            sound: RwSignal::new(None),
            waiting: RwSignal::new(None),
            trial: RwSignal::new(Draft::default()),
            timer: StoredValue::new(None),
            session,
        }
    }

    /// The bench of the page.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Whether a scheme is on the bench, following it.
    pub fn busy(self) -> bool {
        self.edited.with(Option::is_some)
    }

    /// Whether one was left in the browser, following the bench.
    pub fn kept(self) -> bool {
        !self.busy() && store::workbench().is_some()
    }

    /// Something of the file, following it.
    pub fn with<T: Default>(self, of: impl FnOnce(&Value) -> T) -> T {
        self.edited.with(|edited| edited.as_ref().map(|e| of(e.value())).unwrap_or_default())
    }

    /// Something that stands at a place, following it.
    pub fn at<T>(
        self,
        pointer: &str,
        of: impl Fn(Option<&Value>) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let pointer = pointer.to_owned();
        // Boxed: one memo type for each type of value, not for each part.
        let of: Reading<T> = Box::new(of);
        Memo::new(move |_| self.with(|file| of(file.pointer(&pointer))))
    }

    /// Puts a copy of a scheme on the bench. One that the program brings along gets an id of
    /// its own, any other the next revision.
    pub fn begin(self, held: &Held) {
        // It was read as a scheme, so it is a JSON object.
        let mut value: Value = serde_json::from_str(&held.text).unwrap_or_default();
        if held.builtin {
            value["id"] = json!(format!("{}-copy", held.scheme.id()));
            value["revision"] = json!(1);
        } else {
            value["revision"] = json!(held.scheme.file().revision.saturating_add(1));
        }
        self.offer(value);
    }

    /// Puts a new scheme on the bench.
    pub fn begin_new(self) {
        let mut value = shape::template(shape::file());
        shape::settle(&mut value, "");
        self.offer(value);
    }

    /// Goes on with what was left in the browser.
    pub fn resume(self) {
        match store::workbench().map(|text| serde_json::from_str(&text)) {
            Some(Ok(value)) => self.put(value),
            Some(Err(_)) => self.session.warn(|lang| words::kept_damaged(lang).into()),
            None => {}
        }
    }

    /// Puts a scheme on the bench, unless another was left there: that must be said first.
    pub(super) fn offer(self, value: Value) {
        match untrack(|| self.kept()) {
            true => self.waiting.set(Some(value)),
            false => self.put(value),
        }
    }

    /// Whether what was left on the bench may go for what waits.
    pub fn replace(self, may: bool) {
        let waiting = self.waiting.try_update(Option::take).flatten();
        if let Some(value) = waiting.filter(|_| may) {
            self.put(value);
        }
    }

    fn put(self, value: Value) {
        self.waiting.set(None);
        self.trial.set(Draft::default());
        self.place.set(String::new());
        self.edited.set(Some(Edited::new(value)));
        self.changed();
    }

    /// Takes the scheme off the bench; it stays in the browser.
    pub fn leave(self) {
        self.edited.set(None);
    }

    /// Throws away what is on the bench.
    pub fn discard(self) {
        self.edited.set(None);
        store::keep_workbench(None).ok();
    }

    /// Changes the file.
    pub fn edit<T>(self, change: impl FnOnce(&mut Edited) -> Result<T, Refusal>) -> Option<T> {
        let done = self.edited.try_update(|edited| edited.as_mut().map(change)).flatten()?;
        match done {
            Ok(done) => {
                self.changed();
                Some(done)
            }
            Err(refusal) => {
                self.session.warn(move |lang| {
                    format!("{} {}", refusal.message(lang), refusal.remedy(lang))
                });
                None
            }
        }
    }

    /// Takes back the last step, or takes it again.
    pub fn step(self, back: bool) {
        self.edit(|edited| Ok(if back { edited.undo() } else { edited.redo() }));
        // What was open may be gone.
        let place = self.place.get_untracked();
        if untrack(|| self.with(|file| file.pointer(&place).is_none())) {
            self.place.set(String::new());
        }
    }

    /// Whether there is a step to take back, and one to take again, following them.
    pub fn steps(self) -> (bool, bool) {
        self.edited.with(|edited| {
            edited.as_ref().map_or((false, false), |edited| (edited.can_undo(), edited.can_redo()))
        })
    }

    /// Whether nothing that was found so far keeps it out of use, following it.
    pub fn usable(self) -> bool {
        let refused = |doubt: &Doubt| doubt.severity() == Severity::Error;
        self.sound.with(Option::is_some) && !self.doubts.with(|all| all.iter().any(refused))
    }

    /// What follows from every change: it is kept, and looked at.
    fn changed(self) {
        let text = untrack(|| self.with(|file| Some(file.to_string())));
        if let Err(refused) = store::keep_workbench(text.as_deref()) {
            self.session.warn(move |lang| words::not_kept(lang, keep_words(refused, lang)));
        }
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let file = match self.file() {
            Ok(file) => file,
            Err(misfits) => {
                self.trying.set(false);
                self.sound.set(None);
                self.doubts.set(misfits.into_iter().map(Doubt::Misfit).collect());
                return;
            }
        };
        // What cannot be scored at all is said at once, the rest when the typing rests.
        let structure = lint::structure(&file);
        let sound = structure.is_empty();
        self.doubts.set(structure.into_iter().map(Doubt::Finding).collect());
        self.sound.set(if sound { Scheme::of(file).ok().map(Arc::new) } else { None });
        self.trying.set(true);
        let rest = set_timeout_with_handle(move || self.try_answers(), IDLE);
        self.timer.set_value(rest.ok());
    }

    fn try_answers(self) {
        if let Ok(file) = self.file() {
            let found = lint::lint(&file);
            self.doubts.set(found.into_iter().map(Doubt::Finding).collect());
        }
        self.trying.set(false);
    }

    pub(super) fn file(self) -> Result<SchemeFile, Vec<Misfit>> {
        untrack(|| self.with(|file| Some(shape::read(file)))).unwrap_or(Err(Vec::new()))
    }
}
