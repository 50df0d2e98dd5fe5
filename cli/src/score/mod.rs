//! `selfscore score`: forms read, scored, and held against the figures that they state.

mod csv;
mod json;
mod text;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use selfscore_core::draft::{Draft, assess, judge};
use selfscore_core::form::{CheckCode, Form, FormFile};
use selfscore_core::issue::Issue;
use selfscore_core::review::{Compared, compare};
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::ScoreSheet;
use selfscore_core::trace::{self, Piece, Trace};
use selfscore_wording::{Lang, cli as words};

use crate::args::{ScoreFormat, ScoreOptions};
use crate::forms::{Item, NotRead};
use crate::lookup::{Chosen, Schemes};
use crate::out::{Both, Out, both};

/// A form with all that follows from it.
struct Scored {
    file: String,
    form: Form,
    check_code: CheckCode,
    /// The scheme that it is scored by.
    chosen: Chosen,
    sheet: ScoreSheet,
    /// What is wrong or missing, in the order of the form.
    issues: Vec<Issue>,
    compared: Vec<Compared>,
}

/// A form that has no score.
struct Refused {
    file: String,
    /// A name for machines.
    code: &'static str,
    why: Both,
}

pub fn run(options: &ScoreOptions, out: &mut Out) -> io::Result<()> {
    let schemes = match Schemes::gather(&options.scheme, &options.schemes, out) {
        Ok(schemes) => schemes,
        Err(error) => {
            out.unusable(&error.message(out.lang));
            return Ok(());
        }
    };
    let mut all = Vec::new();
    for path in &options.forms {
        let result = score(path, &schemes, out);
        if let Ok(scored) = &result
            && scored.finds()
        {
            out.found();
        }
        if options.format == ScoreFormat::Text {
            // One after another, so that many forms need not be kept.
            if let Ok(scored) = result {
                text::write(&scored, options.explain, out)?;
            }
        } else {
            all.push(result);
        }
    }
    match options.format {
        ScoreFormat::Text => Ok(()),
        ScoreFormat::Json => json::write(&all, out),
        ScoreFormat::Csv => csv::write(&all, out),
    }
}

fn score(path: &Path, schemes: &Schemes, out: &mut Out) -> Result<Scored, Refused> {
    let file = path.display().to_string();
    let mut refuse = |code, why: &dyn Fn(Lang) -> String| {
        out.unusable(&why(out.lang));
        Refused { file: file.clone(), code, why: both(why) }
    };
    let item = Item::named(path);
    let FormFile { form, check_code } = match item.read(Lang::Zh) {
        Ok(read) => read,
        Err(NotRead::Refused(error)) => {
            let why = |lang| words::of_source(lang, path.display(), error.message(lang));
            return Err(refuse(error.code(), &why));
        }
        Err(NotRead::Unread(_) | NotRead::Other(_)) => {
            let why = |lang| match item.read(lang) {
                Err(NotRead::Unread(why)) => why,
                _ => String::new(),
            };
            return Err(refuse("not_read", &why));
        }
    };
    let Some(chosen) = schemes.of(&form.scheme) else {
        let id = &form.scheme.id;
        let why = |lang| match id.is_empty() {
            true => words::no_scheme_named(lang, path.display()),
            false => words::unknown_scheme(lang, path.display(), id),
        };
        return Err(refuse("other_scheme", &why));
    };
    let scheme = &chosen.scheme;
    let (sheet, found) = judge(scheme, &form);
    // Texts kept as typed say more than that an answer is missing.
    let mut issues = assess(scheme, &Draft::from_form(&form)).issues;
    let said: BTreeSet<String> = issues.iter().map(|issue| issue.field.clone()).collect();
    issues.extend(found.into_iter().filter(|issue| !said.contains(&issue.field)));
    let compared = compare(scheme, &form, &sheet);
    Ok(Scored { file, form, check_code, chosen, sheet, issues, compared })
}

impl Scored {
    /// Whether there is anything that an office would ask about.
    fn finds(&self) -> bool {
        self.chosen.doubtful()
            || matches!(self.check_code, CheckCode::Differs { .. })
            || !self.issues.is_empty()
            || self.compared.iter().any(Compared::differs)
    }

    fn scheme(&self) -> &Scheme {
        &self.chosen.scheme
    }

    /// The figure that the file states for a criterion; for the total of `None`.
    fn stated(&self, criterion: Option<&str>) -> Option<&Compared> {
        let of = |compared: &&Compared| compared.criterion.as_deref() == criterion;
        self.compared.iter().find(of).filter(|compared| compared.stated.is_some())
    }

    /// The way to a figure, in one line.
    fn formula(trace: &Trace, lang: Lang, decimals: u32) -> String {
        let pieces = trace::formula(trace, lang, decimals);
        let text = |piece: &Piece| match piece {
            Piece::Value { text, .. } | Piece::Word(text) => text.clone(),
            Piece::Sign(sign) => (*sign).to_owned(),
        };
        pieces.iter().map(text).collect()
    }
}
