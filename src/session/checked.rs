//! Files that are only looked at: whether paper and file say the same.

use std::sync::Arc;

use leptos::prelude::*;
use selfscore_core::draft::Assessment;
use selfscore_core::form::{CheckCode, ShortCode};

use super::{Session, Words, form_file};

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
                match form_file::read_picked(&file).await {
                    Ok(taken) => into.update(|all| {
                        all.push(Checked {
                            file: taken.name,
                            unit: taken.file.form.unit.clone(),
                            code: ShortCode::of(&taken.file.form),
                            check_code: taken.file.check_code,
                        });
                    }),
                    Err(refusal) => refusals.push(refusal),
                }
            }
            self.warn_all(refusals);
        });
    }
}
