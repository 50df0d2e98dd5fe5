//! Packages: one ZIP with a form in several spellings, an index, and evidence.

use std::sync::Arc;

use selfscore_core::zip::Fault;
pub use selfscore_core::zip::may_be_forms;
use selfscore_wording::evidence as words;
use web_sys::File;

use super::Words;
use super::form_file::{self, Taken};
use crate::browser::files::Opened;
use selfscore_intake::archive::{self, Unread};
use selfscore_intake::stream::{self, size};

/// Whether a file is an archive and no workbook.
pub async fn is_package(file: &File) -> bool {
    let named = |ending| file.name().to_ascii_lowercase().ends_with(ending);
    let start = stream::range(file, 0, 4.min(size(file))).await.unwrap_or_default();
    if !matches!(&start[..], b"PK\x03\x04" | b"PK\x05\x06") {
        return named(".zip");
    }
    match archive::list(file).await {
        Ok(inside) => !inside.iter().any(|one| one.path == "xl/workbook.xml"),
        // Which of the two is damaged, only the name tells.
        Err(_) => !named(".xlsx"),
    }
}

/// Reads the form of a package.
///
/// # Errors
/// Why there is none, in words.
pub async fn form_in(package: &File) -> Result<Taken, Words> {
    let name = package.name();
    let inside = match archive::list(package).await {
        Ok(inside) => inside,
        Err(why) => return Err(unread(name, why)),
    };
    let mut refused = None;
    for at in may_be_forms(inside.iter().map(|one| (one.path.as_str(), one.bytes()))) {
        let one = &inside[at];
        match archive::whole(package, one).await {
            Ok(bytes) => match form_file::read(&Opened { name: one.path.clone(), bytes }).await {
                Ok(taken) => return Ok(taken),
                Err(why) => refused = refused.or(Some(why)),
            },
            Err(why) => return Err(unread(name, why)),
        }
    }
    Err(refused.unwrap_or_else(|| no_form(name)))
}

/// That a package has no form.
fn no_form(name: String) -> Words {
    Arc::new(move |lang| words::no_form(lang, &name))
}

/// Why a package was not read.
pub fn unread(name: String, why: Unread) -> Words {
    let fault: Option<Fault> = match why {
        Unread::Fault(fault) => Some(fault),
        Unread::Stopped(_) => None,
    };
    Arc::new(move |lang| {
        let why = match fault {
            Some(fault) => fault.message(lang),
            None => words::zip_refused(lang).into(),
        };
        words::zip_failed(lang, &name, why)
    })
}
