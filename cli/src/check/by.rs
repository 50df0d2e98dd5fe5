//! What forms are checked by, and the check of one.

use std::io;
use std::sync::Arc;

use selfscore_core::batch::{Basis, Finding, Roll, Submitted, examine};
use selfscore_core::points::Points;
use selfscore_core::scheme::Scheme;
use selfscore_core::scoring::Peers;
use selfscore_wording::{Lang, cli as words, cli_forms};

use super::tally::Tally;
use super::{Came, Checked, csv, ndjson, text};
use crate::args::{CheckFormat, CheckOptions};
use crate::forms::{Item, NotRead};
use crate::out::Out;
use crate::receipts::Receipts;
use crate::{lookup, source};

/// What forms are checked by, and how that is told.
#[derive(Clone)]
pub(super) struct By {
    pub scheme: Arc<Scheme>,
    roll: Option<Arc<Roll>>,
    /// All units' figures, once they are known.
    pub peers: Option<Peers>,
    received: Option<String>,
    receipts: Option<Arc<Receipts>>,
    pub format: CheckFormat,
    pub lang: Lang,
}

impl By {
    /// What is asked for; what of it cannot be used is said.
    pub fn of(options: &CheckOptions, out: &mut Out) -> Option<Self> {
        let lang = out.lang;
        let scheme = match lookup::one(options.scheme.as_deref(), out) {
            Ok(scheme) => scheme,
            Err(error) => {
                out.unusable(&error.message(lang));
                None
            }
        };
        // Registers and lists are read as workbooks, too, which may be larger than a form.
        let bytes = |path| source::bytes_up_to(path, selfscore_core::limits::BOOK_BYTES, lang);
        let roll = options.register.as_ref().map(|path| {
            let register = source::register(&bytes(path)?);
            let register = register
                .map_err(|error| words::of_source(lang, path.display(), error.message(lang)));
            Ok(Arc::new(Roll::of(register?)))
        });
        let receipts = options.received_from.as_ref().map(|path| {
            let read = Receipts::read(&bytes(path)?, lang);
            read.map(Arc::new).map_err(|why| words::of_source(lang, path.display(), why))
        });
        let (roll, receipts) = match (roll.transpose(), receipts.transpose()) {
            (Ok(roll), Ok(receipts)) => (roll, receipts),
            (roll, receipts) => {
                roll.err().into_iter().chain(receipts.err()).for_each(|why: String| {
                    out.unusable(&why);
                });
                return None;
            }
        };
        let (received, format) = (options.received.clone(), options.format);
        Some(By { scheme: scheme?, roll, peers: None, received, receipts, format, lang })
    }

    pub fn basis(&self) -> Basis<'_> {
        let (roll, peers) = (self.roll.as_deref(), self.peers.as_ref());
        Basis { roll, peers, ..Basis::of(&self.scheme) }
    }

    pub fn check(&self, item: &Item) -> Came {
        let read = match item.read(self.lang) {
            Ok(file) => Ok(file),
            Err(NotRead::Refused(error)) => Err(error),
            Err(NotRead::Unread(why)) => return Came::Unusable(why),
            Err(NotRead::Other(what)) => {
                return Came::PassedOver(Some((item.name.clone(), what)));
            }
        };
        let unit = read.as_ref().map_or("", |file| file.form.unit.as_str());
        let listed = self.receipts.as_ref().and_then(|all| all.of(&item.name, unit));
        let received = listed.or(self.received.as_deref());
        let submitted = Submitted { file: &item.name, received };
        let mut examined = examine(&self.basis(), submitted, read.as_ref());
        let written = match self.format {
            CheckFormat::Text => Ok(text::form(self, &examined)),
            CheckFormat::Csv => csv::rows(self, &examined.findings),
            CheckFormat::Ndjson => ndjson::form(self, &examined),
        };
        let findings = std::mem::take(&mut examined.findings);
        let codes = findings.iter().map(|found| found.what.code()).collect();
        match written {
            Ok(written) => Came::Form(Box::new(Checked { written, codes, examined })),
            Err(error) => Came::Unusable(words::not_written(self.lang, error)),
        }
    }

    /// Says which files of the table of receipt are not among those that were checked.
    pub fn unused_receipts(&self, out: &mut Out) {
        const SHOWN: usize = 5;
        let unused = self.receipts.as_ref().map(|all| all.unused()).unwrap_or_default();
        if !unused.is_empty() {
            let first = unused.iter().take(SHOWN).map(|name| (*name).to_owned());
            let first = crate::out::joined(self.lang, first);
            out.say(&cli_forms::receipts_unused(self.lang, unused.len(), first));
        }
    }

    /// What is written before all forms.
    pub fn head(&self) -> io::Result<String> {
        match self.format {
            CheckFormat::Csv => csv::head(self.lang),
            CheckFormat::Text | CheckFormat::Ndjson => Ok(String::new()),
        }
    }

    /// What is written after all forms; of them together, where they were looked at together.
    pub fn end(&self, together: Option<&[Finding]>, tally: &Tally) -> io::Result<String> {
        match (self.format, together) {
            (CheckFormat::Text, _) => Ok(text::end(self, together.unwrap_or_default(), tally)),
            (CheckFormat::Csv, Some(findings)) => csv::rows(self, findings),
            (CheckFormat::Ndjson, Some(findings)) => ndjson::together(self, findings, tally),
            (CheckFormat::Csv | CheckFormat::Ndjson, None) => Ok(String::new()),
        }
    }

    /// A figure with the scheme's places, of a criterion or the total. As stated with more if the file
    /// has more: rounding would hide a difference.
    pub fn claimed(&self, figure: Option<Points>, criterion: Option<&str>) -> Option<String> {
        figure.map(|figure| figure.as_stated(self.decimals(criterion)))
    }

    pub fn recomputed(&self, figure: Option<Points>, criterion: Option<&str>) -> Option<String> {
        figure.map(|figure| figure.fixed(self.decimals(criterion)))
    }

    fn decimals(&self, criterion: Option<&str>) -> u32 {
        match criterion {
            Some(_) => self.scheme.decimals(),
            None => self.scheme.total_decimals(),
        }
    }
}
