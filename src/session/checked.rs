//! Files that are only looked at: whether paper and file say the same.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::Assessment;
use selfscore_core::form::{self, CheckCode, ShortCode};
use selfscore_wording::page as words;

use super::{Session, Words, opened};

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Its name.
    pub file: String,
    /// The unit that it is of.
    pub unit: String,
    /// The short code of what it says.
    pub code: ShortCode,
    /// Whether it is as it was exported.
    pub check_code: CheckCode,
}

impl Session {
    /// The short code of the open draft, as paper and files of it have, following it.
    pub fn short_code(self) -> Memo<ShortCode> {
        Memo::new(move |_| {
            let scheme = self.scheme.get();
            self.assessment.with(|a: &Arc<Assessment>| ShortCode::of(&a.export(&scheme, "")))
        })
    }

    /// Looks at forms in files and adds them to `into`; no draft changes. What cannot be read is
    /// said at the end.
    pub fn look_at(self, picked: Vec<web_sys::File>, into: RwSignal<Vec<Checked>>) {
        leptos::task::spawn_local(async move {
            self.notice.set(None);
            let mut refusals: Vec<Words> = Vec::new();
            for file in picked {
                let opened = match opened::read_small(&file).await {
                    Ok(opened) => opened,
                    Err(refusal) => {
                        refusals.push(refusal);
                        continue;
                    }
                };
                let name = opened.name;
                let text = opened::utf8(&opened.bytes).map(|(text, _)| text);
                match text.and_then(|text| form::read_any(&text)) {
                    Ok(read) => into.update(|all| {
                        all.push(Checked {
                            file: name,
                            unit: read.form.unit.clone(),
                            code: ShortCode::of(&read.form),
                            check_code: read.check_code,
                        });
                    }),
                    Err(error) => refusals.push(Arc::new(move |lang| {
                        words::not_imported(lang, &name, error.message(lang))
                    })),
                }
            }
            self.warn_all(refusals);
        });
    }
}
