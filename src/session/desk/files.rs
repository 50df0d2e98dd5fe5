//! Files of the desk itself: the register, and the whole check for a colleague.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::batch::Roll;
use selfscore_core::form::{ReadError, SchemeRef};
use selfscore_core::limits;
use selfscore_core::register::Register;
use selfscore_core::verify::{CheckFile, Handed};
use selfscore_wording::{office as words, page};
use web_sys::File;

use super::{Content, Desk, Held, OpenedRegister, intake};
use crate::browser::{clock, files};
use crate::session::opened;
use selfscore_intake::message::Passed;

impl Desk {
    /// Opens a register.
    pub fn open_register(self, picked: Vec<File>) {
        let Some(file) = picked.into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let opened = match opened::read_small(&file).await {
                Ok(opened) => opened,
                Err(words) => return self.session.warn(move |lang| words(lang)),
            };
            let name = opened.name;
            let read = opened::utf8(&opened.bytes).and_then(|(text, _)| {
                let text = String::from_utf8_lossy(&text).into_owned();
                Ok::<_, ReadError>((Register::read(text.as_bytes())?, text))
            });
            match read {
                Ok((register, text)) => {
                    self.step();
                    let opened = OpenedRegister { file: name, text, roll: Roll::of(register) };
                    self.register.set(Some(Arc::new(opened)));
                    self.keep_head();
                    self.refresh(None);
                }
                Err(error) => {
                    let why = move |lang| page::not_imported(lang, &name, error.message(lang));
                    self.session.warn(why);
                }
            }
        });
    }

    /// Saves the check as a file for a colleague, or to go on with elsewhere.
    pub fn save_check(self) {
        let forms = self.forms.get_untracked();
        let received = self.received.get_untracked();
        let handed = |held: &Arc<Held>| {
            let form = held.form()?.clone();
            let received = held.received_by(&received).unwrap_or_default().to_owned();
            Some(Handed { file: held.file.clone(), received, form })
        };
        let check = CheckFile {
            scheme: self.scheme.with_untracked(|scheme| SchemeRef::of(scheme)),
            forms: forms.iter().filter_map(handed).collect(),
            register: self.register.get_untracked().map(|one| one.text.clone()).unwrap_or_default(),
            verified: (*self.verified.get_untracked()).clone(),
        };
        let lang = self.session.lang.get_untracked();
        let day: String = clock::now_rfc3339().chars().take(10).collect();
        let name = files::safe_name(&format!("{}_{day}.json", words::check_file(lang)));
        if files::download(&name, "application/json", check.write().as_bytes()) {
            self.session.say(move |lang| page::exported(lang, &name));
        }
    }

    /// Opens a colleague's check: what is here and what is there come together.
    pub(super) async fn open_check(self, file: &File) {
        let opened = match opened::read(file, limits::BACKUP_BYTES).await {
            Ok(opened) => opened,
            Err(words) => return self.session.warn(move |lang| words(lang)),
        };
        let read = match CheckFile::read(&opened.bytes) {
            Ok(read) => read,
            Err(why) => return self.session.warn(move |lang| why.message(lang)),
        };
        // By its own scheme its decisions are borne out; an empty desk goes on with that.
        let own = read.scheme(&self.session.library.get_untracked());
        let scheme = own.unwrap_or_else(|| self.scheme.get_untracked());
        if self.forms.with_untracked(|forms| forms.is_empty()) {
            self.scheme.set(scheme.clone());
        }
        let (check, refused) = read.by(&scheme);
        let turn = clock::milliseconds();
        let held = check.forms.into_iter().enumerate().map(|(at, handed)| {
            let passed = Passed::of(&handed.form);
            let held =
                intake::held(turn + at as f64 / 1000.0, handed.file, Ok((handed.form, passed)));
            Held { received: handed.received, ..held }
        });
        let held: Vec<Held> = held.collect();
        let (forms, before) = (held.len(), self.verified.get_untracked().all().len());
        if self.register.with_untracked(Option::is_none)
            && let Ok(register) = Register::read(check.register.as_bytes())
            && !check.register.is_empty()
        {
            let opened = OpenedRegister {
                file: opened.name.clone(),
                text: check.register,
                roll: Roll::of(register),
            };
            self.register.set(Some(Arc::new(opened)));
        }
        let mut verified = (*self.verified.get_untracked()).clone();
        verified.merge(check.verified);
        let (new, clashes) = (verified.all().len() - before, verified.clashes().len());
        self.verified.set(Arc::new(verified));
        self.keep_decisions();
        if !self.put_down(held) {
            self.refresh(None);
        }
        let (name, refused) = (opened.name, refused.len());
        match clashes + refused {
            0 => self.session.say(move |lang| words::check_opened(lang, &name, forms, new)),
            _ => self
                .session
                .warn(move |lang| words::check_clashes(lang, &name, forms, new, clashes, refused)),
        }
    }

    /// The forms of the desk that hold one, by their places.
    pub fn form_at(self, at: usize) -> Option<Arc<Held>> {
        let held = self.forms.with(|forms| forms.get(at).cloned())?;
        matches!(held.content, Content::Form(..)).then_some(held)
    }
}
