//! A scheme's parts with their places in the file.

use crate::scheme::{
    Criterion, Group, Indicator, Modifier, Rule, Scale, SchemeFile, Standing, TasksRule, Together,
    Total,
};

/// All parts with their places, in the order of the table.
pub(super) struct Walk<'a> {
    pub file: &'a SchemeFile,
    pub groups: Vec<PlacedGroup<'a>>,
    pub indicators: Vec<PlacedIndicator<'a>>,
    pub criteria: Vec<Placed<'a>>,
}

/// A group and its place.
pub(super) struct PlacedGroup<'a> {
    pub path: String,
    pub group: &'a Group,
    /// Whether it stands at the top.
    pub top: bool,
    /// Of the group at the top that it is in.
    pub standing: Standing,
}

/// An indicator and its place.
pub(super) struct PlacedIndicator<'a> {
    pub path: String,
    pub indicator: &'a Indicator,
}

/// A criterion and its place.
pub(super) struct Placed<'a> {
    pub path: String,
    pub criterion: &'a Criterion,
    /// Of the group at the top that it is in.
    pub standing: Standing,
}

/// Where a list of modifiers belongs.
#[derive(Clone, Copy)]
pub(super) enum Owner<'a> {
    Criterion(&'a Criterion),
    Group(&'a Group),
    /// The base as a whole.
    Base,
    Total,
}

impl<'a> Walk<'a> {
    pub fn of(file: &'a SchemeFile) -> Self {
        let mut walk =
            Walk { file, groups: Vec::new(), indicators: Vec::new(), criteria: Vec::new() };
        for (index, group) in file.groups.iter().enumerate() {
            walk.group(group, format!("/groups/{index}"), group.standing, true);
        }
        walk
    }

    fn group(&mut self, group: &'a Group, path: String, standing: Standing, top: bool) {
        for (at, indicator) in group.indicators.iter().enumerate() {
            let path = format!("{path}/indicators/{at}");
            for (at, criterion) in indicator.criteria.iter().enumerate() {
                let path = format!("{path}/criteria/{at}");
                self.criteria.push(Placed { path, criterion, standing });
            }
            self.indicators.push(PlacedIndicator { path, indicator });
        }
        for (at, below) in group.groups.iter().enumerate() {
            self.group(below, format!("{path}/groups/{at}"), standing, false);
        }
        self.groups.push(PlacedGroup { path, group, top, standing });
    }

    pub fn total(&self) -> Option<&'a Total> {
        self.file.total.as_ref()
    }

    /// How groups and the base come together, with the places.
    pub fn together(&self) -> Vec<(String, &'a Together)> {
        let groups = self.groups.iter();
        let mut all: Vec<_> =
            groups.map(|g| (format!("{}/together", g.path), &g.group.together)).collect();
        all.extend(self.total().map(|total| ("/total/base".to_owned(), &total.base)));
        all
    }

    /// Every modifier with its place and what it belongs to.
    pub fn modifiers(&self) -> Vec<(String, &'a Modifier, Owner<'a>)> {
        let mut all = Vec::new();
        let mut add = |path: &str, modifiers: &'a [Modifier], owner: Owner<'a>| {
            for (at, modifier) in modifiers.iter().enumerate() {
                all.push((format!("{path}/modifiers/{at}"), modifier, owner));
            }
        };
        for placed in &self.criteria {
            let owner = Owner::Criterion(placed.criterion);
            add(&placed.path, &placed.criterion.modifiers, owner);
        }
        for placed in &self.groups {
            let path = format!("{}/together", placed.path);
            add(&path, &placed.group.together.modifiers, Owner::Group(placed.group));
        }
        if let Some(total) = self.total() {
            add("/total/base", &total.base.modifiers, Owner::Base);
            add("/total", &total.modifiers, Owner::Total);
        }
        all
    }

    /// Whether the scheme has tasks, so that it is known who leads one.
    pub fn has_tasks(&self) -> bool {
        self.criteria.iter().any(|placed| matches!(placed.criterion.rule, Rule::Tasks(_)))
    }
}

/// The clauses that a rule names: place below the rule, and id.
pub(super) fn rule_clauses(rule: &Rule) -> Vec<(String, &str)> {
    let mut all: Vec<(String, &str)> = Vec::new();
    let mut add = |at: String, id| all.push((at, id));
    match rule {
        Rule::Tasks(rule) => tasks_clauses(rule, &mut add),
        Rule::Choice(rule) => {
            for (at, option) in rule.options.iter().enumerate() {
                add(format!("/options/{at}/clause"), option.clause.as_str());
            }
        }
        Rule::Deduction(rule) => {
            if let Some(requires) = &rule.requires {
                add("/requires/clause".into(), &requires.clause);
            }
            if let Some(clause) = &rule.floor_clause {
                add("/floor_clause".into(), clause);
            }
            for (at, item) in rule.items.iter().enumerate() {
                add(format!("/items/{at}/clause"), &item.clause);
            }
        }
        Rule::Checklist(rule) => {
            for (at, item) in rule.items.iter().enumerate() {
                add(format!("/items/{at}/clause"), &item.clause);
            }
        }
        Rule::Count(rule) => {
            add("/cap_clause".into(), &rule.cap_clause);
            for (at, item) in rule.items.iter().enumerate() {
                add(format!("/items/{at}/clause"), &item.clause);
            }
        }
        Rule::Value(rule) => match &rule.scale {
            Scale::Bands { bands } => {
                for (at, band) in bands.iter().enumerate() {
                    add(format!("/scale/bands/{at}/clause"), &band.clause);
                }
            }
            Scale::Linear { clause, .. } => add("/scale/clause".into(), clause),
        },
        Rule::Judged(rule) => add("/clause".into(), &rule.clause),
        Rule::Entries(rule) => {
            for (at, level) in rule.levels.iter().enumerate() {
                add(format!("/levels/{at}/clause"), &level.clause);
            }
            for (at, placement) in rule.placements.iter().enumerate() {
                add(format!("/placements/{at}/clause"), &placement.clause);
            }
            for (at, clause) in
                [("/shared_clause", &rule.shared_clause), ("/highest_clause", &rule.highest_clause)]
            {
                if let Some(clause) = clause {
                    add(at.into(), clause);
                }
            }
            add("/cap_clause".into(), &rule.cap_clause);
        }
        Rule::Assessed(rule) => add("/clause".into(), &rule.clause),
        Rule::Best(rule) => add("/clause".into(), &rule.clause),
        Rule::Rank(rule) => add("/clause".into(), &rule.clause),
        Rule::Veto(rule) => {
            for (at, item) in rule.items.iter().enumerate() {
                add(format!("/items/{at}/clause"), &item.clause);
            }
        }
        Rule::Record(_) => {}
    }
    all
}

fn tasks_clauses<'a>(rule: &'a TasksRule, add: &mut impl FnMut(String, &'a str)) {
    add("/mean_clause".into(), &rule.mean_clause);
    for (role, named) in
        [("lead_clauses", &rule.lead_clauses), ("supporting_clauses", &rule.supporting_clauses)]
    {
        for (member, id) in [
            ("full", &named.full),
            ("zero", &named.zero),
            ("judged", &named.judged),
            ("unlisted", &named.unlisted),
        ] {
            add(format!("/{role}/{member}"), id);
        }
    }
}

/// The ids and words of a rule's options, items, levels: the list's name and its entries.
pub(super) fn rule_items(rule: &Rule) -> Vec<(&'static str, Vec<(&String, &crate::text::Text)>)> {
    match rule {
        Rule::Choice(rule) => {
            vec![("options", rule.options.iter().map(|o| (&o.id, &o.label)).collect())]
        }
        Rule::Deduction(rule) => {
            vec![("items", rule.items.iter().map(|i| (&i.id, &i.label)).collect())]
        }
        Rule::Checklist(rule) => {
            vec![("items", rule.items.iter().map(|i| (&i.id, &i.label)).collect())]
        }
        Rule::Count(rule) => {
            vec![("items", rule.items.iter().map(|i| (&i.id, &i.label)).collect())]
        }
        Rule::Entries(rule) => vec![
            ("levels", rule.levels.iter().map(|l| (&l.id, &l.label)).collect()),
            ("placements", rule.placements.iter().map(|p| (&p.id, &p.label)).collect()),
        ],
        Rule::Veto(rule) => {
            vec![("items", rule.items.iter().map(|i| (&i.id, &i.label)).collect())]
        }
        _ => Vec::new(),
    }
}
