//! What a criterion asks for, with its words.

use selfscore_wording::{Lang, columns as words};

use crate::limits;
use crate::scheme::{Asked, Criterion, EntriesRule, Rule, When};
use crate::text::Text;

/// Ids with their words.
type Labelled = Vec<(String, String)>;

/// What a criterion asks for: a label where something is asked, none where it is not.
#[derive(Default)]
pub(super) struct Items {
    pub applies: Option<String>,
    pub options: Labelled,
    pub met: Option<String>,
    pub counted: Labelled,
    /// Counted items of which the points off are claimed.
    pub claims: Labelled,
    pub checked: Labelled,
    pub value: Option<String>,
    pub claim: Option<String>,
    pub assessors: Option<Assessors>,
    pub entries: Option<ListColumns>,
    /// Whether tasks are listed: a form has as many rows as tasks.
    pub tasks: bool,
    pub flags: Labelled,
}

/// Who gives scores, and how many of them there are at least.
pub(super) struct Assessors {
    pub label: String,
    pub least: usize,
}

/// What is asked about each thing of a list, besides how often.
#[derive(Default)]
pub(super) struct ListColumns {
    pub level: Option<String>,
    pub placement: Option<String>,
    pub authors: Option<String>,
}

impl Items {
    pub fn has_option(&self, id: &str) -> bool {
        self.options.iter().any(|(option, _)| option == id)
    }

    pub fn of(criterion: &Criterion) -> Self {
        let mut items = Items::of_rule(&criterion.rule);
        items.applies = criterion.optional.as_ref().map(|_| words::applies(Lang::Zh).to_owned());
        for when in criterion.modifiers.iter().filter_map(|modifier| modifier.when()) {
            if let When::Flag { id, label } = when
                && !items.flags.iter().any(|(known, _)| known == id)
            {
                items.flags.push((id.clone(), label.zh.clone()));
            }
        }
        items
    }

    fn of_rule(rule: &Rule) -> Self {
        let mut items = Items::default();
        let item = |id: &String, label: &Text| (id.clone(), label.zh.clone());
        match rule {
            Rule::Choice(rule) => {
                items.options = rule.options.iter().map(|o| item(&o.id, &o.label)).collect();
                let judged = rule.options.iter().any(|option| option.to.is_some());
                items.claim = judged.then(|| words::points_claimed(Lang::Zh).to_owned());
            }
            Rule::Deduction(rule) => {
                items.met = rule.requires.as_ref().map(|requires| requires.label.zh.clone());
                items.counted = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
                let judged = rule.items.iter().filter(|item| item.most.is_some());
                let label = |text: &Text| words::points_claimed_off(Lang::Zh, &text.zh);
                items.claims = judged.map(|i| (i.id.clone(), label(&i.label))).collect();
            }
            Rule::Count(rule) => {
                items.counted = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
            }
            Rule::Checklist(rule) => {
                items.checked = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
            }
            Rule::Veto(rule) => {
                items.checked = rule.items.iter().map(|i| item(&i.id, &i.label)).collect();
            }
            Rule::Value(rule) => items.value = Some(asked(&rule.asked)),
            Rule::Best(rule) => items.value = Some(asked(&rule.asked)),
            Rule::Rank(rule) => items.value = Some(asked(&rule.asked)),
            Rule::Judged(rule) => items.claim = Some(rule.label.zh.clone()),
            Rule::Assessed(rule) => {
                let least = usize::try_from(rule.assessors).unwrap_or(usize::MAX);
                let label = rule.label.zh.clone();
                items.assessors = Some(Assessors { label, least: least.min(limits::SCORES) });
            }
            Rule::Entries(rule) => items.entries = Some(ListColumns::of(rule)),
            Rule::Tasks(_) => items.tasks = true,
            Rule::Record(_) => {}
        }
        items
    }
}

impl ListColumns {
    /// The cells hold ids, so that they can be read without the scheme; the labels say which
    /// there are.
    fn of(rule: &EntriesRule) -> Self {
        let choice = |label: &Text, id: &String| words::id_of(Lang::Zh, &label.zh, id);
        let levels: Vec<String> = rule.levels.iter().map(|l| choice(&l.label, &l.id)).collect();
        let places = rule.placements.iter().map(|p| choice(&p.label, &p.id));
        let places: Vec<String> = places.collect();
        ListColumns {
            level: Some(words::level(Lang::Zh, levels.join("、"))),
            placement: (!places.is_empty()).then(|| words::placement(Lang::Zh, places.join("、"))),
            authors: rule.shared_clause.as_ref().map(|_| words::authors(Lang::Zh).to_owned()),
        }
    }
}

fn asked(asked: &Asked) -> String {
    match asked.unit.zh.as_str() {
        "" => asked.label.zh.clone(),
        unit => words::asked_in(Lang::Zh, &asked.label.zh, unit),
    }
}
