//! A list of more forms than lie on the desk: each was checked by itself, and its file is read again when more is
//! wanted of it. It is not kept: the files are.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use selfscore_core::results::listing::{Listed, Sums, Units, Wanted};
use selfscore_core::results::{self, listing};
use selfscore_intake::message::{Came, Grounds, Line};
use selfscore_intake::pieces::{Lines, Piece, Share};
use selfscore_wording::{listing as words, page};
use wasm_bindgen::JsValue;

use super::coming::{Coming, Named};
use super::reading::Work;
use super::{Desk, FORMS, intake};
use crate::browser::clock::{self, Turn};
use crate::browser::files;

/// The list.
pub struct Listing {
    /// Its forms, and what cannot be read.
    pub forms: Vec<Listed>,
    /// What it comes to.
    pub sums: Sums,
    /// Of how many units there are several forms.
    pub several: usize,
    /// How long it took, seconds.
    pub took: f64,
    /// Whether all files were read.
    pub all: bool,
    /// Where each form stands.
    places: Vec<Place>,
    work: Work,
}

/// Where a form stands: in a file, and there on a line or at a path.
struct Place {
    file: usize,
    line: Option<Line>,
    inside: String,
}

impl Desk {
    /// Makes the list of what came, in turns.
    pub(super) async fn list(self, coming: Rc<RefCell<Coming>>, all: bool) {
        let (before, since) = (coming.borrow().lines_before(), coming.borrow().since);
        let mut work = coming.borrow().work.clone();
        let mut shares = (*work.shares).clone();
        let mut turn = Turn::begin();
        let (mut forms, mut places, mut over) = (Vec::new(), Vec::new(), Vec::new());
        let (mut units, mut sums) = (Units::default(), Sums::default());
        for (at, before) in before.iter().enumerate() {
            // Only now it is known how many lines lie before a piece.
            let pieces = shares.get_mut(at).map(|share| share.pieces.iter_mut());
            for ((_, piece), before) in pieces.into_iter().flatten().zip(before) {
                if let Some(lines) = &mut piece.lines {
                    lines.before = before.unwrap_or_default();
                }
            }
            let items = coming.borrow_mut().take(at, before);
            for Named { name, file, item } in items {
                let (brief, refused) = match item.came {
                    Came::Form(brief, _) => (brief, None),
                    Came::Refused(brief, error) => (brief, Some(error)),
                    Came::PassedOver => {
                        over.push(name);
                        continue;
                    }
                };
                units.add(&brief);
                let listed = Listed { name, brief, refused, of_unit: 1 };
                sums.add(&listed);
                forms.push(listed);
                places.push(Place { file, line: item.line, inside: item.inside });
            }
            turn.pause().await;
        }
        for some in forms.chunks_mut(1_000) {
            some.iter_mut().for_each(|one| one.of_unit = units.of(&one.brief));
            turn.pause().await;
        }
        work.shares = Rc::new(shares);
        let (took, several) = ((clock::milliseconds() - since) / 1000.0, units.several());
        self.passed_over.set(over);
        self.listing.set(Some(Rc::new(Listing { forms, sums, several, took, all, places, work })));
    }

    /// Checks the files of the list again, by what lies on the desk now.
    pub fn list_again(self) {
        let Some(list) = self.listing.get_untracked() else { return };
        leptos::task::spawn_local(self.intake(list.work.clone()));
    }

    /// Puts the chosen forms of the list on the desk, by their places; at most as many as lie there.
    pub fn put_on_desk(self, chosen: &[usize]) {
        let Some(list) = self.listing.get_untracked() else { return };
        if chosen.is_empty() || chosen.len() > FORMS {
            return;
        }
        let share = |at: &usize| {
            let (form, place) = (list.forms.get(*at)?, list.places.get(*at)?);
            // The line that begins just there.
            let line = |line: Line| Lines { from: line.from, to: line.from + 1.0, before: 0 };
            let piece = Piece {
                path: list.work.files.get(place.file)?.path.clone(),
                lines: place.line.map(line),
                inside: (!place.inside.is_empty()).then(|| place.inside.clone()),
            };
            Some((form.name.clone(), Share { pieces: vec![(place.file, piece)], bytes: 1 }))
        };
        let (names, shares): (Vec<String>, Vec<Share>) = chosen.iter().filter_map(share).unzip();
        let work = Work { files: list.work.files.clone(), shares: Rc::new(shares) };
        leptos::task::spawn_local(self.fetch(work, names));
    }

    /// Reads forms, one a share, and puts them on the desk by their names.
    async fn fetch(self, work: Work, names: Vec<String>) {
        let coming = Coming::of(work.clone(), clock::milliseconds());
        let coming = Rc::new(RefCell::new(coming));
        let hears = coming.clone();
        let told = move |share, told| hears.borrow_mut().hear(share, told);
        let end = move |_| {
            let items = coming.borrow_mut().take_by(&names);
            let missing = items.len() < names.len();
            leptos::task::spawn_local(async move {
                self.add(intake::all_held(items).await);
                if missing {
                    self.session.warn(|lang| words::gone(lang).into());
                }
            });
        };
        self.read_all(work, self.grounds(FORMS), told, end).await;
    }

    /// Exports the chosen forms of the list as CSV.
    pub fn export_list(self, chosen: Vec<usize>) {
        let Some(list) = self.listing.get_untracked() else { return };
        let (scheme, lang) = (self.scheme.get_untracked(), self.session.lang.get_untracked());
        leptos::task::spawn_local(async move {
            let mut turn = Turn::begin();
            let mut table = listing::table(lang);
            let parts = js_sys::Array::of1(&table.csv().into());
            for some in chosen.chunks(100) {
                let some = some.iter().filter_map(|at| list.forms.get(*at));
                table.rows = some.map(|one| listing::row(&scheme, one, lang)).collect();
                parts.push(&table.csv_rows().into());
                turn.pause().await;
            }
            self.hand_out_parts(words::title(lang), &parts);
        });
    }

    /// Exports all findings of the list as CSV; the files are read once more for it.
    pub fn export_findings(self) {
        let Some(list) = self.listing.get_untracked() else { return };
        let (scheme, lang) = (self.scheme.get_untracked(), self.session.lang.get_untracked());
        let nothing = selfscore_core::batch::Outcome { forms: Vec::new(), findings: Vec::new() };
        let table = results::findings(&*scheme, &nothing, lang);
        let parts: Vec<JsValue> = vec![JsValue::from_str(""); list.work.shares.len()];
        let parts = Rc::new(RefCell::new(parts));
        let hears = parts.clone();
        // Texts lie with the browser: a wasm module never gives memory back.
        let told = move |at: usize, told: selfscore_intake::message::Told| {
            if let Some(part) = hears.borrow_mut().get_mut(at) {
                *part = told.rows.into();
            }
        };
        let end = move |all: bool| {
            if !all {
                return;
            }
            let whole = js_sys::Array::of1(&table.csv().into());
            for part in parts.borrow().iter() {
                whole.push(part);
            }
            self.hand_out_parts(&table.title, &whole);
        };
        let grounds = Grounds { rows: Some(lang.tag().to_owned()), ..self.grounds(0) };
        leptos::task::spawn_local(async move {
            self.read_all(list.work.clone(), grounds, told, end).await;
        });
    }

    fn hand_out_parts(self, title: &str, parts: &js_sys::Array) {
        let name = super::results::dated(title, "csv");
        match files::download_parts(&name, "text/csv;charset=utf-8", parts) {
            true => self.session.say(move |lang| page::exported(lang, &name)),
            false => self.session.warn(|lang| page::not_exported(lang).into()),
        }
    }

    /// The places of the forms that are wanted of the list.
    pub fn chosen(self, wanted: &Wanted) -> Vec<usize> {
        self.listing.with(|list| match list {
            Some(list) => listing::chosen(&list.forms, wanted),
            None => Vec::new(),
        })
    }
}
