//! The package: one ZIP with the form, the index, and the evidence if it is wanted.

use leptos::prelude::*;
use selfscore_core::draft::Assessment;
use selfscore_core::evidence::name::{safe_all, visible};
use selfscore_core::evidence::{claims, index, size_shown};
use selfscore_core::form::{self, Form};
use selfscore_core::scheme::Scheme;
use selfscore_wording::{changes, evidence as words, page};

use super::Evidence;
use crate::browser::{books, clock, files};
use selfscore_intake::archive::Package;
use selfscore_intake::stream;

/// The spellings of the form in a package: their endings and bytes. The one place to add another.
async fn form_files(scheme: &Scheme, form: &Form) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![
        ("json", form::json::write(form).into_bytes()),
        ("csv", form::csv::write(scheme, form)),
    ];
    // Without its module there is no workbook; the other two say the same.
    if let Ok(bytes) = books::write(&form::book::write(scheme, form, 0)).await {
        all.push(("xlsx", bytes));
    }
    all
}

impl Evidence {
    /// Makes the package and offers it as a download; `with` the evidence itself or without.
    pub fn package(self, with: bool) {
        leptos::task::spawn_local(async move {
            let absent = match with {
                true => self.absent(),
                false => Vec::new(),
            };
            if !absent.is_empty() {
                return self.session.warn(move |lang| {
                    let numbers: Vec<String> = absent.iter().take(20).cloned().collect();
                    let numbers = numbers.join(changes::comma(lang));
                    words::package_absent(lang, absent.len(), numbers)
                });
            }
            let session = self.session;
            session.save_now();
            let scheme = session.scheme.get_untracked();
            let assessment = session.assessment.get_untracked();
            let lang = session.lang.get_untracked();
            let form = assessment.export(&scheme, &clock::now_rfc3339());
            let stem = session.file_stem(&form.unit, assessment.ready());
            let made = self.make(&assessment, &form, &stem, with).await;
            let name = format!("{}.zip", words::package_name(lang, &stem));
            let offered = made.filter(|blob| files::download_blob(&name, blob));
            match offered {
                Some(blob) => {
                    session.filed();
                    let bytes = size_shown(stream::size(&blob));
                    session.say(move |lang| words::package_made(lang, &name, &bytes));
                }
                None => session.warn(|lang| page::not_exported(lang).into()),
            }
        });
    }

    /// Numbers of pieces whose contents are not at hand.
    fn absent(self) -> Vec<String> {
        self.held.with_untracked(|held| {
            self.session.draft.with_untracked(|draft| {
                let absent =
                    draft.evidence.iter().filter(|piece| !held.contains_key(&piece.sha256));
                absent.map(|piece| visible(&piece.number)).collect()
            })
        })
    }

    async fn make(
        self,
        assessment: &Assessment,
        form: &Form,
        stem: &str,
        with: bool,
    ) -> Option<web_sys::Blob> {
        let scheme = self.session.scheme.get_untracked();
        let lang = self.session.lang.get_untracked();
        let mut package = Package::new(&form.exported_at);
        for (ending, bytes) in form_files(&scheme, form).await {
            package.bytes(&format!("{stem}.{ending}"), &bytes).ok()?;
        }
        let claims = claims(&scheme, form, &assessment.sheet);
        let index = index(&scheme, &form.evidence, &claims, lang);
        package.bytes(&format!("{}.csv", words::index_name(lang)), &index).ok()?;
        if with {
            let names = safe_all(form.evidence.iter().map(|piece| piece.name.as_str()));
            let folder = words::folder(lang);
            let held = self.held.get_untracked();
            for (piece, name) in form.evidence.iter().zip(names) {
                let held = held.get(&piece.sha256)?;
                package.file(&format!("{folder}/{name}"), &held.file, held.crc32).ok()?;
            }
        }
        package.finish()
    }
}
