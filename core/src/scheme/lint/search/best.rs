//! Whether the best answers have full marks: of each criterion, of groups, of the total.

use std::collections::BTreeMap;

use super::{FLAGS, Search, place};
use crate::points::Points;
use crate::scheme::Standing;
use crate::scheme::lint::{Finding, LintRule, Problem};
use crate::scoring::ScoreSheet;

impl Search<'_> {
    /// Each criterion's best answer, whatever its flags need to be, and all of them together.
    pub(super) fn full_marks(&mut self, known: &[Finding], found: &mut Vec<Finding>) {
        let decimals = self.scheme.decimals();
        let most = self.tried.iter().map(|tried| tried.flags.len()).max().unwrap_or_default();
        let ways = 1_u32 << (most as u32).min(FLAGS);
        let mut lines: Vec<Option<Points>> = vec![None; self.tried.len()];
        let mut worst: Vec<Option<Points>> = vec![None; self.tried.len()];
        let mut short: BTreeMap<String, (Points, Points)> = BTreeMap::new();
        for unit in self.units.clone() {
            for way in 0..ways {
                let answers = self.tried.iter().map(|one| one.answer(one.rungs.len() - 1, way));
                let Some(sheet) = self.score(unit, &answers.collect()) else { return };
                for (at, one) in self.tried.iter_mut().enumerate() {
                    let Some(line) = sheet.line(&one.placed.criterion.id) else { continue };
                    let concerns = line.state.answered() && line.maximum == one.full(decimals);
                    if concerns && lines[at].is_none_or(|best| line.points > best) {
                        (lines[at], one.best) = (Some(line.points), way);
                    }
                    if concerns && worst[at].is_none_or(|worst| line.points < worst) {
                        (worst[at], one.worst) = (Some(line.points), way);
                    }
                }
            }
            for absent in [false, true] {
                if absent && !self.optional() {
                    continue;
                }
                // With as little bonus as there can be: it is no part of full marks.
                let answers = self.tried.iter().map(|one| {
                    let counted = one.placed.criterion.counted();
                    let bonus = counted && one.placed.standing == Standing::Bonus;
                    let rung = if bonus { 0 } else { one.rungs.len() - 1 };
                    one.given(rung, true, absent)
                });
                let Some(sheet) = self.score(unit, &answers.collect()) else { return };
                self.sums(&sheet, absent, &mut short, known, found);
            }
        }
        if most > FLAGS as usize {
            // Not every combination was tried, so what is short of full marks proves nothing.
            return;
        }
        for (one, points) in self.tried.iter().zip(lines) {
            let full = one.full(decimals);
            if let Some(points) = points.filter(|points| *points < full.rounded(decimals)) {
                let problem = Problem::FullMarksNotFound { full, found: points };
                found.push(Finding::searched(format!("{}/points", one.placed.path), problem));
            }
        }
        for (path, (full, best)) in short.into_iter().filter(|(_, (full, best))| best < full) {
            let problem = Problem::FullMarksNotFound { full, found: best };
            found.push(Finding::searched(path, problem));
        }
    }

    fn bonus(&self) -> bool {
        self.tried.iter().any(|one| one.placed.standing == Standing::Bonus)
    }

    /// Groups and the total beside their full marks. What one class of units can have is had.
    fn sums(
        &self,
        sheet: &ScoreSheet,
        absent: bool,
        short: &mut BTreeMap<String, (Points, Points)>,
        known: &[Finding],
        found: &mut Vec<Finding>,
    ) {
        let sections = sheet.sections.iter().filter(|section| section.maximum != Points::ZERO);
        let sections = sections.map(|s| (place(&s.path), s.maximum, s.points));
        let total = ("/total".to_owned(), sheet.maximum, sheet.total);
        for (path, full, points) in sections.chain([total]) {
            let said = |all: &[Finding]| {
                all.iter().any(|f| f.rule == LintRule::AboveFullMarks && f.path == path)
            };
            // A bonus may take the total above full marks; that is what it is for.
            let may = path == "/total" && self.bonus();
            if points > full && !may && !said(known) && !said(found) {
                let problem = Problem::AboveFullMarks { full, reachable: points };
                found.push(Finding::searched(&path, problem));
            }
            if !absent {
                let entry = short.entry(path).or_insert((full, points));
                if full.minus(points) < entry.0.minus(entry.1) {
                    *entry = (full, points);
                }
            }
        }
    }
}
