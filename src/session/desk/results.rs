//! Results out: tables, the workbook of them, and feedback for the units.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::batch::{Outcome, compares};
use selfscore_core::feedback::Feedback;
use selfscore_core::results::{Named, Results, Table, book};
use selfscore_core::scoring::Peers;
use selfscore_intake::archive::Package;
use selfscore_wording::{Lang, feedback, outcome as words, page, results as titles};

use super::derive::From;
use super::{Content, Desk};
use crate::browser::clock::{self, Turn};
use crate::browser::{books, files};
use crate::session::books::said;
use crate::session::export::XLSX;

/// All that feedback is made of, taken once.
struct Making {
    from: From,
    outcome: Arc<Outcome>,
    results: Arc<Results>,
    peers: Option<Peers>,
    made_at: String,
    lang: Lang,
}

impl Making {
    /// The feedback on the form at a place of the outcome; `None` where it could not be read.
    fn feedback(&self, at: usize) -> Option<Feedback> {
        let held = self.from.forms.get(at)?;
        let Content::Form(file, _) = &held.content else { return None };
        let basis = self.from.basis(self.peers.as_ref());
        let mut feedback = Feedback::of(&basis, &self.outcome, at, file, &self.made_at)?;
        let row = self.results.rows.iter().find(|row| row.form == Some(at));
        let rank = row.and_then(|row| row.rank);
        feedback.rank = rank.and_then(|rank| u64::try_from(rank).ok());
        Some(feedback)
    }
}

impl Desk {
    fn making(self) -> Making {
        let from = self.lying_here();
        let outcome = self.outcome.get_untracked();
        Making {
            peers: compares(&from.scheme).then(|| outcome.peers(&from.scheme)),
            results: self.results.get_untracked(),
            made_at: clock::now_rfc3339(),
            lang: self.session.lang.get_untracked(),
            from,
            outcome,
        }
    }

    /// Whether the outcome does not follow yet; then it says so, and nothing is to go out.
    fn behind(self) -> bool {
        let behind = self.working.get_untracked();
        if behind {
            self.session.warn(|lang| words::being_made(lang).into());
        }
        behind
    }

    /// Saves a table as CSV.
    pub fn save_table(self, table: &Table) {
        if self.behind() {
            return;
        }
        let name = dated(&table.title, "csv");
        self.session.hand_out(&name, "text/csv;charset=utf-8", table.csv().as_bytes());
    }

    /// Saves all tables as a workbook.
    pub fn save_book(self) {
        if self.behind() {
            return;
        }
        let Making { from, outcome, lang, made_at, .. } = self.making();
        let district = self.district.get_untracked();
        let by = Named { scheme: &from.scheme, district: &district };
        let book = book(by, &outcome, &from.verified, lang, day(&made_at));
        let name = dated(titles::title(lang), "xlsx");
        leptos::task::spawn_local(async move {
            match books::write(&book).await {
                Ok(bytes) => {
                    self.session.hand_out(&name, XLSX, &bytes);
                }
                Err(failed) => self.session.warn(move |lang| said(&failed, lang)),
            }
        });
    }

    /// Saves the feedback on the form at a place of the outcome.
    pub fn save_feedback(self, at: usize) {
        if self.behind() {
            return;
        }
        let making = self.making();
        let Some(feedback) = making.feedback(at) else {
            return self.session.warn(|lang| words::feedback_none(lang).into());
        };
        let name = format!("{}.json", self.stem(&feedback, making.lang));
        self.session.hand_out(&name, "application/json", feedback.write().as_bytes());
    }

    /// Saves the feedback for every unit whose form could be read, as one ZIP.
    pub fn save_all_feedback(self) {
        if self.behind() {
            return;
        }
        let making = self.making();
        leptos::task::spawn_local(async move {
            let Some(package) = self.pack(&making).await else {
                return self.session.warn(|lang| words::feedback_none(lang).into());
            };
            let name = dated(feedback::title(making.lang), "zip");
            let given = package.finish().is_some_and(|blob| files::download_blob(&name, &blob));
            match given {
                true => self.session.say(move |lang| page::exported(lang, &name)),
                false => self.session.warn(|lang| page::not_exported(lang).into()),
            }
        });
    }

    /// All feedback in turns; `None` where there is none.
    async fn pack(self, making: &Making) -> Option<Package> {
        let mut package = Package::new(&making.made_at);
        let mut names = BTreeSet::new();
        let mut turn = Turn::begin();
        for at in making.results.rows.iter().filter_map(|row| row.form) {
            let Some(feedback) = making.feedback(at) else { continue };
            let stem = self.stem(&feedback, making.lang);
            // Two forms that name no unit are two files.
            let mut name = format!("{stem}.json");
            let mut again = 1;
            while !names.insert(name.to_lowercase()) {
                again += 1;
                name = format!("{stem}_{again}.json");
            }
            // A name of at most 80 signs is none that is too long for a ZIP.
            package.bytes(&name, feedback.write().as_bytes()).ok()?;
            turn.pause().await;
        }
        (!names.is_empty()).then_some(package)
    }

    /// What a unit's feedback is called, with the district's name where the notice masks it.
    fn stem(self, feedback: &Feedback, lang: Lang) -> String {
        let unit = untrack(|| self.unmask(&feedback.unit));
        let named = Feedback { unit, ..feedback.clone() };
        files::safe_name(&named.stem(lang))
    }
}

/// The day of a time in RFC 3339.
fn day(time: &str) -> &str {
    time.get(..10).unwrap_or(time)
}

/// A file's name: what is in it, and today.
pub(super) fn dated(title: &str, suffix: &str) -> String {
    let now = clock::now_rfc3339();
    format!("{}.{suffix}", files::safe_name(&format!("{title}_{}", day(&now))))
}
