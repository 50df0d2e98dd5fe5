//! The office's desk: the forms that came in, the register, dates of receipt and decisions; and what
//! follows from them.
//!
//! Forms, register, dates and decisions are written; findings, figures, places are one [`Outcome`] that
//! follows. Nothing that a form claims is ever changed.

mod coming;
mod derive;
mod files;
mod intake;
mod keep;
mod listing;
mod reading;
mod results;
mod settle;
mod steps;
mod unit;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use futures::lock::Mutex;
use leptos::prelude::*;
use selfscore_core::batch::{Examined, Outcome, Roll};
use selfscore_core::form::{FormFile, ReadError};
use selfscore_core::results::{Results, district_of};
use selfscore_core::scheme::Scheme;
use selfscore_core::verify::Verified;

pub use keep::Shelved;
pub use listing::Listing;
pub use reading::Progress;
use reading::Reading;
use steps::Step;

use super::Session;
use selfscore_intake::message::Passed;

/// How many forms are on the desk at most: an assessment has some dozens. More are listed.
pub const FORMS: usize = 500;

/// A file on the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// What it is kept by: the digest of its name and contents.
    pub key: String,
    /// Where it stands among the others; grows as files come.
    pub turn: f64,
    /// Its name with folders.
    pub file: String,
    /// When it was received, ISO; empty where only the desk's date says so.
    pub received: String,
    /// Its form, or why there is none.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A form, and how it is kept.
    Form(Box<FormFile>, Passed),
    /// Nothing that can be read.
    Refused(ReadError),
}

impl Held {
    /// The form, if there is one.
    pub fn form(&self) -> Option<&FormFile> {
        match &self.content {
            Content::Form(file, _) => Some(file),
            Content::Refused(_) => None,
        }
    }

    /// When it was received: by its own date, else by the desk's, ISO; `None` where neither says.
    pub(super) fn received_by<'a>(&'a self, desk: &'a str) -> Option<&'a str> {
        [self.received.as_str(), desk].into_iter().find(|date| !date.is_empty())
    }
}

/// The register as opened.
#[derive(Clone, Debug)]
pub struct OpenedRegister {
    /// Its file.
    pub file: String,
    /// Its text as read.
    pub text: String,
    /// It, to be asked.
    pub roll: Roll,
}

/// The desk; a handle that is copied around.
#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    /// The scheme by which is checked.
    pub scheme: RwSignal<Arc<Scheme>>,
    /// What came in, in its order.
    pub forms: RwSignal<Arc<Vec<Arc<Held>>>>,
    /// The register, if one was opened.
    pub register: RwSignal<Option<Arc<OpenedRegister>>>,
    /// When forms were received that have no date of their own, ISO; empty where nobody says.
    pub received: RwSignal<String>,
    /// The district's name: as this page knows it, else as all forms say; empty where nobody knows.
    pub district: Memo<String>,
    /// What was decided.
    pub verified: RwSignal<Arc<Verified>>,
    /// Who decides; asked for once.
    pub reviewer: RwSignal<String>,
    /// What all of it comes to. Forms stand in it in the order of `forms` once `working` is false.
    pub outcome: RwSignal<Arc<Outcome>>,
    /// The table of units, following the outcome.
    pub results: Memo<Arc<Results>>,
    /// Whether the outcome does not follow yet.
    pub working: RwSignal<bool>,
    /// How far reading has come, while files are read.
    pub progress: RwSignal<Option<Progress>>,
    /// More forms than lie here, if so many came.
    pub listing: RwSignal<Option<Rc<Listing>>, LocalStorage>,
    /// Names of files that were passed over, being no forms.
    pub passed_over: RwSignal<Vec<String>>,
    /// Whether what is here is kept in the browser.
    pub keeping: RwSignal<Shelved>,
    /// Whether what was kept has been fetched, or cannot be had; until then nobody knows what lies here.
    pub fetched: RwSignal<bool>,
    inner: Inner,
}

/// What the desk remembers and nobody sees.
#[derive(Clone, Copy)]
struct Inner {
    steps: RwSignal<Vec<Step>>,
    /// What each form came to, by its key, and whether its unit's decisions have changed since.
    examined: StoredValue<std::collections::HashMap<String, Arc<Examined>>>,
    /// Counts what asks for another outcome.
    asked: StoredValue<u64>,
    reading: StoredValue<Option<Reading>, LocalStorage>,
    readings: StoredValue<u64>,
    /// One change of what is kept at a time.
    order: StoredValue<Arc<Mutex<()>>>,
    /// Decisions that are kept already.
    kept: StoredValue<BTreeSet<String>>,
    loaded: StoredValue<bool>,
}

impl Desk {
    /// An empty desk.
    pub fn new(session: Session) -> Self {
        let scheme = RwSignal::new(session.scheme.get_untracked());
        let nothing = Outcome { forms: Vec::new(), findings: Vec::new() };
        let outcome = RwSignal::new(Arc::new(nothing));
        let forms = RwSignal::new(Arc::<Vec<Arc<Held>>>::default());
        let district = Memo::new(move |_| {
            let own = session.draft.with(|draft| draft.district.trim().to_owned());
            if !own.is_empty() {
                return own;
            }
            forms.with(|forms| {
                let forms = forms.iter().filter_map(|held| held.form()).map(|file| &file.form);
                district_of(forms).unwrap_or_default().to_owned()
            })
        });
        let results = Memo::new(move |_| {
            let scheme = scheme.get();
            outcome.with(|outcome| Arc::new(Results::of(&scheme, outcome)))
        });
        Desk {
            session,
            scheme,
            forms,
            register: RwSignal::new(None),
            received: RwSignal::new(String::new()),
            district,
            verified: RwSignal::new(Arc::default()),
            reviewer: RwSignal::new(String::new()),
            outcome,
            results,
            working: RwSignal::new(false),
            progress: RwSignal::new(None),
            listing: RwSignal::new_local(None),
            passed_over: RwSignal::new(Vec::new()),
            keeping: RwSignal::new(Shelved::Nothing),
            fetched: RwSignal::new(false),
            inner: Inner {
                steps: RwSignal::new(Vec::new()),
                examined: StoredValue::default(),
                asked: StoredValue::new(0),
                reading: StoredValue::new_local(None),
                readings: StoredValue::new(0),
                order: StoredValue::default(),
                kept: StoredValue::default(),
                loaded: StoredValue::new(false),
            },
        }
    }

    /// The desk of the page.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Whether nothing lies here.
    pub fn is_empty(self) -> bool {
        self.forms.with(|forms| forms.is_empty())
    }
}
