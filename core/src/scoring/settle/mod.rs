//! From lines to the total: groups bottom up, the base, bonus and penalties, vetoes, the grade.

mod group;
mod total;
mod veto;

pub(super) use veto::VetoFound;

use std::collections::BTreeMap;

use selfscore_wording::trace as words;

use super::line::Scorer;
use super::modify::{self, Held};
use super::together::Part;
use super::{Fill, Line, ScoreSheet, Section, State};
use crate::points::Points;
use crate::scheme::{Scheme, Standing, Total, When};

/// The sheet of all lines.
pub(super) fn sheet(
    scorer: &Scorer<'_>,
    lines: Vec<Line>,
    vetoes: Vec<VetoFound<'_>>,
) -> ScoreSheet {
    let scheme = scorer.scheme;
    let counted = || lines.iter().filter(|line| line.state != State::NotCounted);
    let decimals = scheme.decimals();
    let mut sheet = ScoreSheet {
        sections: Vec::new(),
        total: counted().map(|line| line.points).sum(),
        highest: counted().map(|line| line.highest).sum(),
        maximum: counted().map(|line| line.maximum).sum::<Points>().padded(decimals),
        complete: counted().all(|line| line.state.answered()),
        pending: counted().any(|line| line.state == State::Pending),
        grade: None,
        trace: None,
        losses: Vec::new(),
        lines: Vec::new(),
    };
    if scheme.file().total.is_some() || !scheme.adds_up() || !vetoes.is_empty() {
        Settling::new(scorer, &lines).settle(&vetoes, &mut sheet);
    }
    sheet.lines = lines;
    let grade = |total| scheme.grade(total).map(|grade| &grade.id);
    sheet.grade = grade(sheet.total).filter(|id| grade(sheet.highest) == Some(id)).cloned();
    sheet
}

/// Groups on their way to the total.
struct Settling<'a> {
    scheme: &'a Scheme,
    scorer: &'a Scorer<'a>,
    by_id: BTreeMap<&'a str, &'a Line>,
    /// Parts that conditions may refer to: the least and the most.
    known: BTreeMap<String, (Points, Points)>,
    sections: Vec<Section>,
}

impl<'a> Settling<'a> {
    fn new(scorer: &'a Scorer<'a>, lines: &'a [Line]) -> Self {
        let known = lines.iter().map(|line| (line.criterion.clone(), (line.points, line.highest)));
        Settling {
            scheme: scorer.scheme,
            scorer,
            by_id: lines.iter().map(|line| (line.criterion.as_str(), line)).collect(),
            known: known.collect(),
            sections: Vec::new(),
        }
    }

    fn settle(mut self, vetoes: &[VetoFound<'_>], sheet: &mut ScoreSheet) {
        let none = Total::default();
        let total = self.scheme.file().total.as_ref().unwrap_or(&none);
        let mut base = Vec::new();
        for (index, group) in self.scheme.file().groups.iter().enumerate() {
            if group.standing == Standing::Base {
                base.push(self.group(group, &format!("/groups/{index}")));
            }
        }
        let mut parts = match total.base.plain() {
            true => base,
            false => {
                let title = modify::said(|lang| words::base(lang).into());
                vec![self.section("/total/base".into(), None, title, &total.base, &base, None)]
            }
        };
        let sum = |of: fn(&Part) -> Points| parts.iter().map(of).sum::<Points>();
        let known = (sum(|part| part.points.0), sum(|part| part.points.1));
        self.known.insert("base".into(), known);
        for (index, group) in self.scheme.file().groups.iter().enumerate() {
            if group.standing != Standing::Base {
                parts.push(self.group(group, &format!("/groups/{index}")));
            }
        }
        self.total(total, &parts, vetoes, sheet);
    }

    fn held(&self, when: &When, fill: Fill) -> Held {
        let holds = match when {
            When::Class { classes } => {
                self.scorer.class.is_some_and(|class| classes.iter().any(|one| one == class))
            }
            When::LeadUnit => self.scorer.leads.unwrap_or_default(),
            When::Points { of, bounds } => {
                let (least, most) = self.known.get(of).copied().unwrap_or_default();
                bounds.contain(if fill == Fill::Worst { least } else { most })
            }
            // Asked with a criterion only; a checked scheme has none here.
            When::Flag { .. } => false,
        };
        let words = modify::in_words(when, |id| self.scheme.title_of(id));
        Held { holds, missing: None, words }
    }
}
