//! `selfscore check`: any number of forms, each read, recomputed and compared, then all together.
//!
//! Forms are checked on all cores and written in the order in which they came, as they are done. What
//! is kept of each is what a [`Batch`] keeps, and with `--alone` nothing.

mod csv;
mod ndjson;
mod pool;
mod tally;
mod text;

use std::io;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::thread;

use selfscore_core::batch::{Basis, Batch, Examined, Finding, Roll, Submitted, examine};
use selfscore_core::points::Points;
use selfscore_core::register::Register;
use selfscore_core::scheme::Scheme;
use selfscore_wording::{Lang, cli as words, cli_forms};

use crate::args::{CheckFormat, CheckOptions};
use crate::forms::{Item, Next, NotRead, Source, walk};
use crate::out::Out;
use crate::{lookup, source};
use pool::{CHUNK, Feed, Step};
use tally::Tally;

/// What forms are checked by, and how that is told.
struct By {
    scheme: Arc<Scheme>,
    roll: Option<Roll>,
    received: Option<String>,
    format: CheckFormat,
    lang: Lang,
}

/// A form that was checked.
struct Checked {
    /// It as it is written.
    written: String,
    /// The kinds of its findings.
    codes: Vec<&'static str>,
    /// Without its findings, which are written.
    examined: Examined,
}

pub fn run(options: &CheckOptions, out: &mut Out) -> io::Result<()> {
    let Some(by) = by(options, out).map(Arc::new) else { return Ok(()) };
    out.bytes(by.head()?.as_bytes())?;
    let mut batch = (!options.alone).then(|| Batch::new(by.basis()));
    let mut tally = Tally::default();
    for step in started(options, &by)? {
        match step {
            // Whoever sent what there was may wait for what was found.
            Step::Waiting => out.flush()?,
            Step::Lost => out.unusable(cli_forms::lost(by.lang)),
            Step::One(Err(why)) => out.unusable(&why),
            Step::One(Ok(Checked { written, codes, examined })) => {
                tally.form(&codes);
                if !codes.is_empty() {
                    out.found();
                }
                out.bytes(written.as_bytes())?;
                if let Some(batch) = &mut batch {
                    batch.add(examined);
                }
            }
        }
    }
    let together = batch.map(|batch| batch.finish().findings);
    tally.add(together.iter().flatten().map(|found| found.what.code()));
    if tally.any() {
        out.found();
    }
    out.bytes(by.end(together.as_deref(), &tally)?.as_bytes())
}

/// What forms are checked by; what of it cannot be used is said.
fn by(options: &CheckOptions, out: &mut Out) -> Option<By> {
    let lang = out.lang;
    let scheme = match lookup::one(options.scheme.as_deref(), out) {
        Ok(scheme) => scheme,
        Err(error) => {
            out.unusable(&error.message(lang));
            None
        }
    };
    let roll = match &options.register {
        None => None,
        Some(path) => {
            let read = source::bytes(path, lang).and_then(|bytes| {
                let register = source::utf8(&bytes).and_then(|text| Register::read(&text));
                register
                    .map_err(|error| words::of_source(lang, path.display(), error.message(lang)))
            });
            match read {
                Ok(register) => Some(Roll::of(register)),
                Err(why) => {
                    out.unusable(&why);
                    return None;
                }
            }
        }
    };
    let (received, format) = (options.received.clone(), options.format);
    Some(By { scheme: scheme?, roll, received, format, lang })
}

/// The check of all forms on its way.
fn started(
    options: &CheckOptions,
    by: &Arc<By>,
) -> io::Result<pool::Ordered<Result<Checked, String>>> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = options.jobs.map_or_else(cores, usize::from);
    let (named, lang, by) = (options.forms.clone(), by.lang, by.clone());
    let feed = move |feed: &mut Feed<Item, _>| {
        let mut give = |next| match next {
            Next::Waiting => feed.flush(),
            Next::Item(item) => {
                let weight = match &item.source {
                    Source::Line(line) => line.len(),
                    // A file is work enough.
                    _ => CHUNK,
                };
                feed.push(item, weight)
            }
        };
        // It was either all or nobody wants more.
        let (ControlFlow::Continue(()) | ControlFlow::Break(())) = walk(&named, lang, &mut give);
    };
    pool::ordered(threads, feed, move |item: Item| by.check(&item))
}

impl By {
    fn basis(&self) -> Basis<'_> {
        Basis { roll: self.roll.as_ref(), ..Basis::of(&self.scheme) }
    }

    /// # Errors
    /// Why nothing could be had, in words.
    fn check(&self, item: &Item) -> Result<Checked, String> {
        let read = match item.read(self.lang) {
            Ok(file) => Ok(file),
            Err(NotRead::Refused(error)) => Err(error),
            Err(NotRead::Unread(why)) => return Err(why),
        };
        let submitted = Submitted { file: &item.name, received: self.received.as_deref() };
        let mut examined = examine(&self.basis(), submitted, read.as_ref());
        let written = match self.format {
            CheckFormat::Text => Ok(text::form(self, &examined)),
            CheckFormat::Csv => csv::rows(self, &examined.findings),
            CheckFormat::Ndjson => ndjson::form(self, &examined),
        };
        let written = written.map_err(|error| words::not_written(self.lang, error))?;
        let findings = std::mem::take(&mut examined.findings);
        let codes = findings.iter().map(|found| found.what.code()).collect();
        Ok(Checked { written, codes, examined })
    }

    /// What is written before all forms.
    fn head(&self) -> io::Result<String> {
        match self.format {
            CheckFormat::Csv => csv::head(self.lang),
            CheckFormat::Text | CheckFormat::Ndjson => Ok(String::new()),
        }
    }

    /// What is written after all forms; of them together, where they were looked at together.
    fn end(&self, together: Option<&[Finding]>, tally: &Tally) -> io::Result<String> {
        match (self.format, together) {
            (CheckFormat::Text, _) => Ok(text::end(self, together.unwrap_or_default(), tally)),
            (CheckFormat::Csv, Some(findings)) => csv::rows(self, findings),
            (CheckFormat::Ndjson, Some(findings)) => ndjson::together(self, findings, tally),
            (CheckFormat::Csv | CheckFormat::Ndjson, None) => Ok(String::new()),
        }
    }

    /// A figure with the scheme's places, of a criterion or the total. As stated with more if the file
    /// has more: rounding would hide a difference.
    fn claimed(&self, figure: Option<Points>, criterion: Option<&str>) -> Option<String> {
        figure.map(|figure| figure.padded(self.decimals(criterion)).value().to_string())
    }

    fn recomputed(&self, figure: Option<Points>, criterion: Option<&str>) -> Option<String> {
        figure.map(|figure| figure.fixed(self.decimals(criterion)))
    }

    fn decimals(&self, criterion: Option<&str>) -> u32 {
        match criterion {
            Some(_) => self.scheme.decimals(),
            None => self.scheme.total_decimals(),
        }
    }
}
