//! An answer in words, for who has only the paper.

use std::collections::BTreeMap;

use selfscore_wording::paper as words;

use super::source::Source;
use crate::answer::{Amount, Answer, Task};
use crate::scheme::{Asked, ChoiceRule, Criterion, DeductionRule, Modifier, Role, Rule, When};
use crate::text::Text;

impl Source<'_> {
    /// What was answered, one sentence a line, then the explanation as it was written.
    pub fn answered(&self, criterion: &Criterion) -> String {
        let lang = self.lang;
        let nothing = Answer::default();
        let answer = self.answer(&criterion.id).unwrap_or(&nothing);
        let mut said = Vec::new();
        if answer.applies == Some(false) {
            said.push(words::not_applicable(lang).to_owned());
        } else {
            said.extend(self.rule(criterion, answer));
            said.extend(self.flags(criterion, answer));
        }
        if !answer.note.trim().is_empty() {
            said.push(answer.note.trim().to_owned());
        }
        said.join("\n")
    }

    fn rule(&self, criterion: &Criterion, answer: &Answer) -> Vec<String> {
        let lang = self.lang;
        let open = || words::not_answered(lang).to_owned();
        let claimed = |claim: Option<Amount>| claim.map(|c| words::claims_points(lang, c));
        match &criterion.rule {
            Rule::Tasks(_) => vec![self.tasks_counted(answer.tasks.as_deref())],
            Rule::Choice(rule) => {
                let chosen = self.chosen(rule, answer).unwrap_or_else(open);
                std::iter::once(chosen).chain(claimed(answer.claim)).collect()
            }
            Rule::Deduction(rule) => self.deduction(rule, answer),
            Rule::Checklist(rule) => {
                let items = rule.items.iter().map(|item| (&item.id, &item.label));
                self.done(items, answer, words::done, words::done_none)
            }
            Rule::Veto(rule) => {
                let items = rule.items.iter().map(|item| (&item.id, &item.label));
                self.done(items, answer, words::happened, words::happened_none)
            }
            Rule::Count(rule) => {
                let items = rule.items.iter().map(|item| (&item.id, &item.label));
                let counted = items.map(|(id, label)| {
                    let times = answer.occurrences.as_ref().and_then(|all| all.get(id));
                    let times = times.map_or_else(open, u32::to_string);
                    words::times(lang, self.say(label), times)
                });
                counted.collect()
            }
            Rule::Value(rule) => vec![self.asked(&rule.asked, answer)],
            Rule::Best(rule) => vec![self.asked(&rule.asked, answer)],
            Rule::Rank(rule) => vec![self.asked(&rule.asked, answer)],
            Rule::Judged(_) => vec![claimed(answer.claim).unwrap_or_else(open)],
            Rule::Assessed(_) => vec![match &answer.scores {
                Some(scores) => {
                    let scores: Vec<String> = scores.iter().map(Amount::to_string).collect();
                    words::scores(lang, scores.join("、"))
                }
                None => open(),
            }],
            Rule::Entries(_) => vec![match answer.entries.as_deref() {
                Some([]) => words::entries_none(lang).to_owned(),
                Some(entries) => words::entries_counted(lang, entries.len()),
                None => open(),
            }],
            Rule::Record(_) => Vec::new(),
        }
    }

    fn tasks_counted(&self, tasks: Option<&[Task]>) -> String {
        let Some(tasks) = tasks else { return words::no_tasks(self.lang).into() };
        let count = |role| tasks.iter().filter(|task| task.role == Some(role)).count();
        words::tasks_counted(self.lang, count(Role::Lead), count(Role::Supporting))
    }

    fn chosen(&self, rule: &ChoiceRule, answer: &Answer) -> Option<String> {
        let id = answer.choice.as_ref()?;
        let option = rule.options.iter().find(|option| option.id == *id);
        Some(option.map_or_else(|| id.clone(), |option| self.say(&option.label)))
    }

    fn deduction(&self, rule: &DeductionRule, answer: &Answer) -> Vec<String> {
        let lang = self.lang;
        let mut said = Vec::new();
        if let Some(requires) = &rule.requires {
            let label = self.say(&requires.label);
            said.push(match answer.met {
                Some(true) => words::met(lang, label),
                Some(false) => words::not_met(lang, label),
                None => words::named(lang, label, words::not_answered(lang)),
            });
        }
        let nothing = BTreeMap::new();
        let occurrences = answer.occurrences.as_ref().unwrap_or(&nothing);
        let mut none = true;
        for item in &rule.items {
            let times = occurrences.get(&item.id).copied();
            // Where nothing at all was said, that is to be seen; of a box, its absence is no.
            if times == Some(0) || (times.is_none() && item.once && answer.occurrences.is_some()) {
                continue;
            }
            none = false;
            let label = self.say(&item.label);
            said.push(match times {
                Some(times) => words::times(lang, label, times),
                None => words::named(lang, label, words::not_answered(lang)),
            });
            let claim = answer.claims.as_ref().and_then(|claims| claims.get(&item.id));
            said.extend(claim.map(|points| words::claims_off(lang, points)));
        }
        if none {
            said.push(words::times_none(lang).into());
        }
        said
    }

    fn done<'t>(
        &self,
        items: impl Iterator<Item = (&'t String, &'t Text)>,
        answer: &Answer,
        one: fn(selfscore_wording::Lang, String) -> String,
        none: fn(selfscore_wording::Lang) -> &'static str,
    ) -> Vec<String> {
        let Some(done) = &answer.done else { return vec![words::not_answered(self.lang).into()] };
        let said = items.filter(|(id, _)| done.contains(*id));
        let said: Vec<String> = said.map(|(_, label)| one(self.lang, self.say(label))).collect();
        if said.is_empty() { vec![none(self.lang).into()] } else { said }
    }

    fn asked(&self, asked: &Asked, answer: &Answer) -> String {
        let label = self.say(&asked.label);
        match answer.value {
            Some(value) => words::value(self.lang, label, value, asked.unit.get(self.lang)),
            None => words::named(self.lang, label, words::not_answered(self.lang)),
        }
    }

    /// Answers to what modifiers ask.
    fn flags(&self, criterion: &Criterion, answer: &Answer) -> Vec<String> {
        let mut said = Vec::new();
        for when in criterion.modifiers.iter().filter_map(Modifier::when) {
            let When::Flag { id, label } = when else { continue };
            let label = self.say(label);
            let sentence = match answer.flags.as_ref().and_then(|flags| flags.get(id)) {
                Some(true) => words::met(self.lang, label),
                Some(false) => words::not_met(self.lang, label),
                None => words::named(self.lang, label, words::not_answered(self.lang)),
            };
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said
    }
}
