//! A list of more forms than lie on the desk: each was checked by itself, and its file is read again when more is
//! wanted of it. It is not kept: the files are.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use selfscore_core::results::listing::{Listed, Sums, Wanted};
use selfscore_core::results::{self, listing};
use selfscore_intake::message::{Came, Grounds, Line};
use selfscore_intake::pieces::{Lines, Piece, Share};
use selfscore_intake::stream;
use selfscore_wording::{listing as words, page};
use wasm_bindgen::JsValue;

use super::coming::{Coming, Named};
use super::reading::Work;
use super::{Desk, FORMS, intake};
use crate::browser::{clock, files};

/// How long rows are made before the page answers, milliseconds.
const TURN: f64 = 12.0;

/// The list.
pub struct Listing {
    /// Its forms, and what cannot be read.
    pub forms: Vec<Listed>,
    /// What it comes to.
    pub sums: Sums,
    /// How long it took, seconds.
    pub took: f64,
    /// Whether all files were read.
    pub all: bool,
    /// Where each form stands.
    places: Vec<Place>,
    work: Work,
}

/// Where a form stands: in a file, and there on a line.
#[derive(Clone, Copy)]
struct Place {
    file: usize,
    line: Option<Line>,
}

impl Desk {
    /// Makes the list of what came.
    pub(super) fn list(
        self,
        work: &Work,
        before: &[Vec<Option<u32>>],
        items: Vec<Named>,
        took: f64,
        all: bool,
    ) {
        let mut shares = (*work.shares).clone();
        for (share, before) in shares.iter_mut().zip(before) {
            for ((_, piece), before) in share.pieces.iter_mut().zip(before) {
                if let Some(lines) = &mut piece.lines {
                    lines.before = before.unwrap_or_default();
                }
            }
        }
        let (mut forms, mut places) = (Vec::new(), Vec::new());
        for Named { name, file, one } in items {
            let (brief, refused) = match one.item.came {
                Came::Form(brief, _) => (brief, None),
                Came::Refused(brief, error) => (brief, Some(error)),
                Came::PassedOver => continue,
            };
            forms.push(Listed { name, brief, refused, of_unit: 1 });
            places.push(Place { file, line: one.item.line });
        }
        listing::count_units(&mut forms);
        let sums = listing::sums(&forms);
        let work = Work { shares: Rc::new(shares), ..work.clone() };
        self.listing.set(Some(Rc::new(Listing { forms, sums, took, all, places, work })));
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
        let name = |at: &usize| Some(list.forms.get(*at)?.name.clone());
        let names: Vec<String> = chosen.iter().filter_map(name).collect();
        let places = chosen.iter().filter_map(|at| list.places.get(*at).copied());
        let mut places: Vec<(usize, Place)> = places.enumerate().collect();
        // A package is read once, however many of its forms are wanted.
        places.sort_by_key(|(_, place)| place.file);
        places.dedup_by(|(_, one), (_, other)| one.file == other.file && one.line.is_none());
        let share = |(_, place): &(usize, Place)| {
            let path = list.work.files.get(place.file).map(|file| file.path.clone());
            let path = path.unwrap_or_default();
            let lines =
                place.line.map(|line| Lines { from: line.from, to: line.from + 1.0, before: 0 });
            Share { pieces: vec![(place.file, Piece { path, lines })], bytes: 1 }
        };
        let named =
            places.iter().map(|(at, place)| place.line.map(|_| names[*at].clone())).collect();
        let shares: Vec<Share> = places.iter().map(share).collect();
        let work = Work { files: list.work.files.clone(), shares: Rc::new(shares) };
        leptos::task::spawn_local(self.fetch(work, named, names));
    }

    /// Reads forms and puts them on the desk: of each share what it is called if that is known, and of what has
    /// another name nothing.
    async fn fetch(self, work: Work, named: Vec<Option<String>>, names: Vec<String>) {
        let coming = Coming::of(work.clone(), clock::milliseconds());
        let coming = Rc::new(RefCell::new(coming));
        let hears = coming.clone();
        let told = move |share, told| hears.borrow_mut().hear(share, told);
        let end = move |_| {
            let turn = clock::milliseconds();
            let mut items = coming.borrow_mut().take_by(&named);
            items.retain(|item| names.contains(&item.name));
            let missing = items.len() < names.len();
            self.add(intake::all_held(turn, items));
            if missing {
                self.session.warn(|lang| words::gone(lang).into());
            }
        };
        if self.read_all(work, self.grounds(FORMS), told, end).await.is_err() {
            self.progress.set(None);
            self.session.warn(|lang| selfscore_wording::office::no_worker(lang).into());
        }
    }

    /// Exports the chosen forms of the list as CSV.
    pub fn export_list(self, chosen: Vec<usize>) {
        let Some(list) = self.listing.get_untracked() else { return };
        let (scheme, lang) = (self.scheme.get_untracked(), self.session.lang.get_untracked());
        leptos::task::spawn_local(async move {
            let mut since = clock::milliseconds();
            let mut table = listing::table(lang);
            let parts = js_sys::Array::of1(&table.csv().into());
            for at in chosen {
                let Some(one) = list.forms.get(at) else { continue };
                table.rows.push(listing::row(&scheme, one, lang));
                if clock::milliseconds() - since >= TURN {
                    parts.push(&table.csv_rows().into());
                    table.rows.clear();
                    stream::breathe().await;
                    since = clock::milliseconds();
                }
            }
            parts.push(&table.csv_rows().into());
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
            if self.read_all(list.work.clone(), grounds, told, end).await.is_err() {
                self.progress.set(None);
                self.session.warn(|lang| selfscore_wording::office::no_worker(lang).into());
            }
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
