//! How much was found.

use std::collections::BTreeMap;

use selfscore_wording::cli_forms::KINDS;

/// Forms and findings, counted.
#[derive(Default)]
pub struct Tally {
    pub forms: u64,
    /// Forms with findings.
    pub faulty: u64,
    /// Forms that say the same as another of their unit.
    pub again: u64,
    /// Files that are no forms, by what they are.
    pub passed_over: BTreeMap<&'static str, u64>,
    kinds: BTreeMap<&'static str, u64>,
}

impl Tally {
    /// Counts a form with its findings.
    pub fn form(&mut self, codes: &[&'static str]) {
        self.forms += 1;
        self.faulty += u64::from(!codes.is_empty());
        self.add(codes.iter().copied());
    }

    /// Counts findings of no form alone.
    pub fn add(&mut self, codes: impl Iterator<Item = &'static str>) {
        for code in codes {
            *self.kinds.entry(code).or_default() += 1;
        }
    }

    /// Counts a file that is no form.
    pub fn pass_over(&mut self, what: &'static str) {
        *self.passed_over.entry(what).or_default() += 1;
    }

    pub fn any(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// The kinds that were found, in the order of [`KINDS`]; others after them.
    pub fn kinds(&self) -> Vec<(&'static str, u64)> {
        let mut kinds: Vec<_> = self.kinds.iter().map(|(code, count)| (*code, *count)).collect();
        let place = |code: &str| KINDS.iter().position(|(known, _)| *known == code);
        kinds.sort_by_key(|(code, _)| place(code).unwrap_or(KINDS.len()));
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn kinds_are_counted_in_their_order() {
        let mut tally = Tally::default();
        tally.form(&["late", "figures_differ", "figures_differ"]);
        tally.form(&[]);
        tally.add(["not_submitted"].into_iter());
        assert_eq!((tally.forms, tally.faulty), (2, 1));
        assert_eq!(tally.kinds(), [("figures_differ", 2), ("late", 1), ("not_submitted", 1)]);
    }
}
