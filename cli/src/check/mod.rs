//! `selfscore check`: any number of forms, each read, recomputed and compared, then all together.
//!
//! Forms are checked on all cores and written in the order in which they came, as they are done. What
//! is kept of each is what a [`Batch`] keeps, and with `--alone` nothing. Where a scheme compares units
//! with one another, the forms are read twice: first for the figures of all.

mod by;
mod csv;
mod ndjson;
mod pool;
mod tally;
mod text;

use std::io;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use selfscore_core::batch::{Batch, Examined, compares};
use selfscore_core::scoring::Peers;
use selfscore_wording::cli_forms as words;

use crate::args::{CheckFormat, CheckOptions};
use crate::forms::{Item, Next, Other, Source, is_one_file, walk};
use crate::out::Out;
use by::By;
use pool::{CHUNK, Feed, Step};
use tally::Tally;

/// What came of a file or a line.
enum Came {
    Form(Box<Checked>),
    /// No form; its name, and what it is if that is known.
    PassedOver(Option<(String, Other)>),
    /// Nothing could be had; why, in words.
    Unusable(String),
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

/// Something to check, or to count.
enum Work {
    Item(Item),
    PassedOver,
}

pub fn run(options: &CheckOptions, out: &mut Out) -> io::Result<()> {
    let Some(mut by) = By::of(options, out) else { return Ok(()) };
    // Of a single file nobody wants to know who else handed in nothing.
    let alone = options.alone || is_one_file(&options.forms);
    // What is no file is gone once it was read; of what is not there it is said later.
    let twice = |path: &Path| path.is_file() || path.is_dir() || !path.exists();
    if compares(&by.scheme) {
        match !alone && options.forms.iter().all(|path| path != Path::new("-") && twice(path)) {
            true => by.peers = Some(peers(options, &Arc::new(by.clone()))?),
            false => out.say(words::peers_pending(by.lang)),
        }
    }
    let by = Arc::new(by);
    out.bytes(by.head()?.as_bytes())?;
    let mut batch = (!alone).then(|| Batch::new(by.basis()));
    let mut tally = Tally::default();
    for step in started(options, &by)? {
        match step {
            // Whoever sent what there was may wait for what was found.
            Step::Waiting => out.flush()?,
            Step::Lost => out.unusable(words::lost(by.lang)),
            Step::One(Came::Unusable(why)) => out.unusable(&why),
            Step::One(Came::PassedOver(what)) => passed_over(&by, what, &mut tally, out)?,
            Step::One(Came::Form(checked)) => {
                let Checked { written, codes, examined } = *checked;
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
    let outcome = batch.map(Batch::finish);
    tally.again =
        outcome.iter().flat_map(|all| &all.forms).filter(|form| form.again).count() as u64;
    let together = outcome.map(|outcome| outcome.findings);
    tally.add(together.iter().flatten().map(|found| found.what.code()));
    if tally.any() {
        out.found();
    }
    out.bytes(by.end(together.as_deref(), &tally)?.as_bytes())?;
    if !alone {
        by.unused_receipts(out);
    }
    let told = by.format == CheckFormat::Text || by.format == CheckFormat::Ndjson && !alone;
    let count: u64 = tally.passed_over.values().sum();
    if count > 0 && !told {
        out.say(&words::passed_over(by.lang, count));
    }
    Ok(())
}

/// Counts a file that is no form, and names it where it is known what it is.
fn passed_over(
    by: &By,
    what: Option<(String, Other)>,
    tally: &mut Tally,
    out: &mut Out,
) -> io::Result<()> {
    tally.pass_over(what.as_ref().map_or("other", |(_, what)| what.code()));
    let Some((name, what)) = what else { return Ok(()) };
    let what = what.words(by.lang);
    match by.format {
        CheckFormat::Text => out.bytes(text::other(by, &name, what).as_bytes()),
        CheckFormat::Csv | CheckFormat::Ndjson => {
            out.say(&words::is_other(by.lang, name, what));
            Ok(())
        }
    }
}

/// The figures of all units, by a first reading of all forms.
fn peers(options: &CheckOptions, by: &Arc<By>) -> io::Result<Peers> {
    let mut batch = Batch::new(by.basis());
    for step in started(options, by)? {
        // What cannot be read is said at the second reading.
        if let Step::One(Came::Form(checked)) = step {
            batch.add(checked.examined);
        }
    }
    Ok(batch.finish().peers(&by.scheme))
}

/// The check of all forms on its way.
fn started(options: &CheckOptions, by: &Arc<By>) -> io::Result<pool::Ordered<Came>> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = options.jobs.map_or_else(cores, usize::from);
    let (named, lang, by) = (options.forms.clone(), by.lang, by.clone());
    let feed = move |feed: &mut Feed<Work, _>| {
        let mut give = |next| match next {
            Next::Waiting => feed.flush(),
            Next::PassedOver => feed.push(Work::PassedOver, 1),
            Next::Item(item) => {
                let weight = match &item.source {
                    Source::Line(line) => line.len(),
                    // A file is work enough.
                    _ => CHUNK,
                };
                feed.push(Work::Item(item), weight)
            }
        };
        // It was either all or nobody wants more.
        let (ControlFlow::Continue(()) | ControlFlow::Break(())) = walk(&named, lang, &mut give);
    };
    pool::ordered(threads, feed, move |work| match work {
        Work::PassedOver => Came::PassedOver(None),
        Work::Item(item) => by.check(&item),
    })
}
