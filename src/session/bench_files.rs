//! The scheme on the bench as a file: saved as JSON or as a spreadsheet, opened from one, and
//! taken among the schemes of the page.

use leptos::prelude::*;
use selfscore_core::scheme::{SchemeFile, layout};
use selfscore_wording::{editor as words, library, page};
use serde_json::Value;

use super::{Session, Workbench, opened};
use crate::browser::files;

impl Workbench {
    /// Offers the scheme as a file, be it finished or not.
    pub fn save(self) {
        let (name, text) = untrack(|| {
            self.with(|file| {
                let id = file.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                let revision = file.get("revision").cloned().unwrap_or_default();
                let text = serde_json::to_string_pretty(file).unwrap_or_default();
                (format!("{id}.r{revision}.json"), text)
            })
        });
        let name = files::safe_name(&name);
        if files::download(&name, "application/json", text.as_bytes()) {
            self.session.say(move |lang| page::exported(lang, &name));
        }
    }

    /// Offers the scheme as a spreadsheet, if it is shaped as one.
    pub fn save_sheet(self) {
        match self.file() {
            Ok(file) => self.session.save_sheet(&file),
            Err(_) => self.session.warn(|lang| words::sheet_needs_shape(lang).into()),
        }
    }

    /// Takes the scheme among those of the page, if nothing is wrong with it.
    pub fn activate(self) {
        let text = untrack(|| self.with(|file| serde_json::to_string_pretty(file).ok()));
        let Some(text) = text else { return };
        let title = words::this_scheme(self.session.lang.get_untracked()).to_owned();
        match self.session.take_scheme(title, text.as_bytes()) {
            Ok(()) => self.discard(),
            Err(why) => self.session.warn(move |lang| why(lang)),
        }
    }

    /// Opens a table from a spreadsheet, and puts it on the bench.
    pub fn open_sheet(self, session: Session, picked: Vec<web_sys::File>) {
        let Some(file) = picked.into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let opened = match opened::read_small(&file).await {
                Ok(opened) => opened,
                Err(words) => return session.warn(move |lang| words(lang)),
            };
            let name = opened.name;
            // What is no text is refused by the reader, in its own words.
            let text = opened::utf8(&opened.bytes).map(|(text, _)| text);
            match layout::import(text.as_deref().unwrap_or(&opened.bytes)) {
                Ok(file) => self.offer(serde_json::to_value(file).unwrap_or_default()),
                Err(refusals) => session.warn(move |lang| {
                    let all: Vec<String> = refusals.iter().map(|one| one.message(lang)).collect();
                    library::scheme_refused(lang, &name, all.join("\n"))
                }),
            }
        });
    }
}

impl Session {
    /// Offers a scheme as a spreadsheet.
    pub fn save_sheet(self, file: &SchemeFile) {
        let lang = self.lang.get_untracked();
        let name = words::sheet_name(lang, file.title.get(lang), file.revision);
        let name = files::safe_name(&name);
        let bytes = layout::export_csv(file, lang);
        if files::download(&name, "text/csv;charset=utf-8", &bytes) {
            self.say(move |lang| page::exported(lang, &name));
        }
    }
}
