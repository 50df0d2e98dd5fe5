//! `selfscore convert`: forms from one spelling into another.

mod target;

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use selfscore_core::form::{CheckCode, Form, FormFile, book, csv, json};
use selfscore_wording::{cli, cli_forms as words};

use crate::args::{ConvertOptions, Spelling};
use crate::forms::{Item, Next, NotRead, is_one_file, walk};
use crate::lookup::{Chosen, Schemes};
use crate::out::Out;
use target::Target;

pub fn run(options: &ConvertOptions, out: &mut Out) -> io::Result<()> {
    let lang = out.lang;
    if options.out.is_none() && options.to != Spelling::Ndjson && !is_one_file(&options.forms) {
        out.unusable(words::one_form_only(lang));
        return Ok(());
    }
    let schemes = match Schemes::gather(&options.scheme, &options.schemes, out) {
        Ok(schemes) => schemes,
        Err(error) => {
            out.unusable(&error.message(lang));
            return Ok(());
        }
    };
    let Some(mut target) = Target::of(options, out) else { return Ok(()) };
    let mut end = Ok(());
    let mut passed_over = 0u64;
    let mut give = |next| {
        let done = match next {
            Next::Waiting => out.flush(),
            Next::PassedOver => {
                passed_over += 1;
                Ok(())
            }
            Next::Item(item) => convert(&item, options.to, &schemes, &mut target, out),
        };
        match done {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                end = Err(error);
                ControlFlow::Break(())
            }
        }
    };
    match walk(&options.forms, lang, &mut give) {
        ControlFlow::Continue(()) | ControlFlow::Break(()) => {}
    }
    if passed_over > 0 {
        out.say(&words::passed_over(lang, passed_over));
    }
    end
}

fn convert(
    item: &Item,
    to: Spelling,
    schemes: &Schemes,
    target: &mut Target,
    out: &mut Out,
) -> io::Result<()> {
    let lang = out.lang;
    let FormFile { form, check_code } = match item.read(lang) {
        Ok(file) => file,
        Err(NotRead::Unread(why)) => {
            out.unusable(&why);
            return Ok(());
        }
        Err(NotRead::Other(other)) => {
            out.say(&words::is_other(lang, &item.name, other.words(lang)));
            return Ok(());
        }
        Err(NotRead::Refused(error)) => {
            out.unusable(&cli::of_source(lang, &item.name, error.message(lang)));
            return Ok(());
        }
    };
    let chosen = match to {
        Spelling::Json | Spelling::Ndjson => None,
        Spelling::Csv | Spelling::Xlsx => schemes.of(&form.scheme),
    };
    let Some(bytes) = spelt(item, &form, to, chosen.as_ref(), out) else { return Ok(()) };
    if !target.put(item, &bytes, out)? {
        return Ok(());
    }
    if let CheckCode::Differs { .. } = check_code {
        out.found();
        out.say(&words::was_changed(lang, &item.name));
    }
    if let Some(chosen) = chosen.filter(Chosen::doubtful) {
        out.found();
        out.say(&words::by_other_scheme(lang, &item.name, chosen.scheme.id()));
    }
    Ok(())
}

/// The form as bytes; nothing where it cannot be written so, which is said.
fn spelt(
    item: &Item,
    form: &Form,
    to: Spelling,
    chosen: Option<&Chosen>,
    out: &mut Out,
) -> Option<Vec<u8>> {
    match (to, chosen) {
        (Spelling::Json, _) => Some(json::write(form).into_bytes()),
        (Spelling::Ndjson, _) => Some(format!("{}\n", json::to_value(form)).into_bytes()),
        (Spelling::Csv, Some(by)) => Some(csv::write(&by.scheme, form)),
        (Spelling::Xlsx, Some(by)) => {
            let bytes = selfscore_books::write(&book::write(&by.scheme, form, 0));
            let said = |error| out.unusable(&words::no_book(out.lang, &item.name, error));
            bytes.map_err(said).ok()
        }
        (Spelling::Csv | Spelling::Xlsx, None) => {
            out.unusable(&words::no_scheme(out.lang, &item.name, &form.scheme.id));
            None
        }
    }
}

/// The ending of files that are spelt so.
fn ending(to: Spelling) -> &'static str {
    match to {
        Spelling::Json => "json",
        Spelling::Csv => "csv",
        Spelling::Xlsx => "xlsx",
        Spelling::Ndjson => "ndjson",
    }
}

/// A path in words.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
