//! A list of any number of forms, each checked by itself: what was found in all, and which are to be looked at.

use std::collections::HashMap;

use selfscore_wording::{Lang, listing as words, results};

use super::kind_words;
use super::table::{Cell, Table};
use crate::batch::{Brief, code_of};
use crate::form::ReadError;
use crate::points::Points;
use crate::scheme::Scheme;

/// A form of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its file; of a stream with the number of the line, of a package with the path inside.
    pub name: String,
    /// What its check came to.
    pub brief: Brief,
    /// Why it could not be read, if it could not.
    pub refused: Option<ReadError>,
    /// How many forms there are of its unit, this one among them; see [`Units`].
    pub of_unit: u32,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// As the forms came.
    #[default]
    Came,
    /// Most findings first.
    Findings,
    /// Largest difference between the totals first.
    Difference,
    /// By district, then unit.
    Unit,
    /// Highest recomputed total first; last those without one.
    Total,
}

/// Which forms are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those with findings of that kind, by its place ([`code_of`]).
    pub kind: Option<u8>,
    /// Those whose unit, district or file has this text; empty: all.
    pub text: String,
    /// In which order.
    pub by: By,
}

/// What the list comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many files or lines could be read.
    pub forms: usize,
    /// How many could not.
    pub refused: usize,
    /// How many have no finding.
    pub clean: usize,
    /// How many forms have findings of each kind, by its place ([`code_of`]).
    pub kinds: Vec<(u8, usize)>,
}

/// How many forms there are of each unit, in its district. Forms that name no unit are of none.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// By district, then unit.
    counts: HashMap<String, HashMap<String, u32>>,
}

impl Units {
    /// Counts a form.
    pub fn add(&mut self, brief: &Brief) {
        let unit = brief.unit.trim();
        if unit.is_empty() {
            return;
        }
        // Names stand thousands of times; they are copied once.
        if !self.counts.contains_key(&brief.district) {
            self.counts.insert(brief.district.clone(), HashMap::new());
        }
        let Some(units) = self.counts.get_mut(&brief.district) else { return };
        match units.get_mut(unit) {
            Some(count) => *count += 1,
            None => drop(units.insert(unit.to_owned(), 1)),
        }
    }

    /// How many forms there are of a form's unit, it among them.
    pub fn of(&self, brief: &Brief) -> u32 {
        let count = self.counts.get(&brief.district).and_then(|units| units.get(brief.unit.trim()));
        count.copied().unwrap_or(1)
    }

    /// Of how many units there are several forms.
    pub fn several(&self) -> usize {
        self.counts.values().flat_map(HashMap::values).filter(|count| **count > 1).count()
    }
}

impl Sums {
    /// Counts a form, or what could not be read.
    pub fn add(&mut self, one: &Listed) {
        match one.refused {
            Some(_) => self.refused += 1,
            None => self.forms += 1,
        }
        self.clean += usize::from(one.brief.found.is_empty());
        for (kind, _) in &one.brief.found {
            match self.kinds.binary_search_by_key(kind, |(known, _)| *known) {
                Ok(at) => self.kinds[at].1 += 1,
                Err(at) => self.kinds.insert(at, (*kind, 1)),
            }
        }
    }
}

/// The places of the forms that are wanted, in their order.
pub fn chosen(list: &[Listed], wanted: &Wanted) -> Vec<usize> {
    let fits = |one: &Listed| {
        let has = |text: &str| text.contains(&wanted.text);
        wanted.kind.is_none_or(|kind| one.brief.has(kind))
            && (has(&one.brief.unit) || has(&one.brief.district) || has(&one.name))
    };
    let mut all: Vec<usize> =
        list.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect();
    let brief = |at: &usize| &list[*at].brief;
    match wanted.by {
        By::Came => {}
        By::Findings => {
            let found = |at: &usize| brief(at).found.iter().map(|(_, times)| times).sum::<u32>();
            all.sort_by_cached_key(|at| std::cmp::Reverse(found(at)));
        }
        By::Difference => all.sort_by_cached_key(|at| std::cmp::Reverse(brief(at).off())),
        By::Unit => all.sort_by(|one, other| {
            let name = |at| (&brief(at).district, &brief(at).unit);
            name(one).cmp(&name(other))
        }),
        By::Total => all.sort_by_key(|at| std::cmp::Reverse(brief(at).recomputed)),
    }
    all
}

/// The headings of a table of the list.
pub fn table(lang: Lang) -> Table {
    let headings = [
        results::file(lang),
        words::district(lang),
        results::unit(lang),
        results::claimed(lang),
        results::recomputed(lang),
        words::difference(lang),
        results::found(lang),
        words::reason(lang),
    ];
    Table::of("listing", words::title(lang), &headings)
}

/// A row of that table.
pub fn row(scheme: &Scheme, one: &Listed, lang: Lang) -> Vec<Cell> {
    let places = scheme.total_decimals();
    let brief = &one.brief;
    let reason = one.refused.as_ref().map(|error| error.message(lang)).unwrap_or_default();
    vec![
        one.name.as_str().into(),
        brief.district.as_str().into(),
        scheme.unmask(&brief.unit, &brief.district).into(),
        Cell::figure(brief.claimed, places),
        Cell::figure(brief.recomputed, places),
        Cell::figure(brief.off().filter(|off| *off != Points::ZERO), places),
        found(one, lang).into(),
        reason.into(),
    ]
}

/// What was found of a form, in words.
pub fn found(one: &Listed, lang: Lang) -> String {
    let kind = |kind: &u8| kind_words(code_of(*kind), lang);
    let kinds = one.brief.found.iter();
    let several = (one.of_unit > 1).then(|| words::of_unit(lang, one.of_unit));
    let kinds = kinds.map(|(one, times)| match times {
        1 => kind(one).to_owned(),
        _ => results::found_times(lang, kind(one), times),
    });
    kinds.chain(several).collect::<Vec<_>>().join(results::between(lang))
}
