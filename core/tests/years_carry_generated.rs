//! Laws of carrying over, for schemes, maps and answers that are drawn at random: nothing that was
//! answered gets lost without being named.

mod generated;

use std::collections::BTreeMap;

use generated::Dice;
use proptest::prelude::*;
use selfscore_core::answer::{Amount, Answer, Answers};
use selfscore_core::form::{Form, json as form_json};
use selfscore_core::points::Points;
use selfscore_core::scheme::{Carried as Change, Scheme, SchemeFile, Succession};
use selfscore_core::scoring::{Circumstances, Peers, score_with};
use selfscore_core::years::{By, Why, carry, carry_form, replay};
use serde_json::Value;

fn tape() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 0..500)
}

/// Another scheme: drawn anew, so that rules, items and ranges differ, or the same with other ids.
fn next(dice: &mut Dice<'_>, old: &Scheme) -> SchemeFile {
    let mut file = match dice.one_in(3) {
        true => generated::scheme(dice).file().clone(),
        false => {
            let mut text = serde_json::to_string(old.file()).unwrap();
            for criterion in old.criteria() {
                if dice.one_in(3) {
                    let (was, is) = (&criterion.id, format!("new-{}", criterion.id));
                    for member in ["id", "of"] {
                        let member = |id: &str| format!("\"{member}\":\"{id}\"");
                        text = text.replace(&member(was), &member(&is));
                    }
                }
            }
            if dice.one_in(3) {
                text = text.replace("\"id\":\"i1\"", "\"id\":\"other\"");
            }
            serde_json::from_str(&text).unwrap()
        }
    };
    file.id = "drawn-next".into();
    file
}

/// A map between them: random criteria, more often of one kind.
fn map(dice: &mut Dice<'_>, old: &Scheme, new: &Scheme) -> Succession {
    let mut criteria = Vec::new();
    let sources: Vec<_> = old.criteria().collect();
    let targets: Vec<_> = new.criteria().collect();
    for _ in 0..dice.roll(5) {
        let first = sources[dice.roll(sources.len() as u32) as usize];
        let alike = |kind: &str| -> Vec<String> {
            let of_kind = targets.iter().filter(|one| one.rule.kind() == kind);
            of_kind.map(|one| one.id.clone()).collect()
        };
        let mut from = vec![first.id.clone()];
        let more = sources.iter().filter(|one| one.rule.kind() == first.rule.kind());
        if dice.one_in(2) {
            from = more.map(|one| one.id.clone()).take(1 + dice.roll(3) as usize).collect();
        }
        // Where one goes is said once.
        from.retain(|id| criteria.iter().all(|change: &Change| !change.from.contains(id)));
        if from.is_empty() {
            continue;
        }
        let to = match dice.roll(4) {
            0 => Vec::new(),
            1 => vec![targets[dice.roll(targets.len() as u32) as usize].id.clone()],
            2 => alike(first.rule.kind()).into_iter().take(1).collect(),
            _ => alike(first.rule.kind()).into_iter().take(1 + dice.roll(3) as usize).collect(),
        };
        let items: BTreeMap<String, String> = match dice.roll(4) {
            0 => [("i1".to_owned(), "other".to_owned())].into(),
            1 => [("i1".to_owned(), "i0".to_owned())].into(),
            _ => BTreeMap::new(),
        };
        // An item may be renamed only to one that is there: the lint says so.
        let there = |id: &String| {
            to.iter().filter_map(|to| new.criterion(to)).any(|to| {
                let rule = serde_json::to_string(&to.rule).unwrap();
                rule.contains(&format!("{{\"id\":\"{id}\""))
            })
        };
        let items = items.into_iter().filter(|(_, is)| there(is)).collect();
        criteria.push(Change { from, to, items, note: None });
    }
    Succession { scheme: old.id().into(), criteria }
}

/// Answers with gaps, and with what nobody should answer.
fn answers(dice: &mut Dice<'_>, scheme: &Scheme) -> Answers {
    let mut answers = generated::answers(dice, scheme);
    if dice.one_in(2) {
        answers = generated::fewer(dice, scheme, &answers);
    }
    for answer in answers.values_mut() {
        match dice.roll(9) {
            0 => answer.evidence = vec!["1".into(), format!("{}", dice.roll(3))],
            1 => answer.value = Amount::read("-77").ok(),
            2 => answer.choice = Some("nowhere".into()),
            3 => {
                answer.extra.insert("more".into(), dice.roll(3).into());
            }
            4 => answer.note = format!("note {}", dice.roll(1_000)),
            5 => {
                answer.occurrences.get_or_insert_default().insert("a/b".into(), 1);
            }
            _ => {}
        }
    }
    if dice.one_in(5) {
        let answer = Answer { choice: Some("i0".into()), ..Answer::default() };
        answers.insert("stranger".into(), answer);
    }
    answers
}

fn file_of(answers: &Answers) -> Value {
    let form = Form { answers: answers.clone(), ..Form::default() };
    form_json::to_value(&form)["answers"].clone()
}

/// What a form file answers, by JSON pointer: members, and what maps and lists hold.
fn answered(file: &Value) -> Vec<(String, String, String, Value)> {
    let mut all = Vec::new();
    for (id, answer) in file.as_object().unwrap() {
        for (member, value) in answer.as_object().unwrap() {
            let mut add = |key: &str, value: &Value| {
                all.push((id.clone(), member.clone(), key.to_owned(), value.clone()));
            };
            match value {
                Value::Object(map) => map.iter().for_each(|(key, value)| add(key, value)),
                Value::Array(list) => {
                    list.iter().enumerate().for_each(|(at, one)| add(&at.to_string(), one));
                }
                Value::String(text) if text.is_empty() => {}
                value => add("", value),
            }
        }
    }
    all
}

/// Whether the new file has it in one of the criteria that it may have gone to.
fn found(new: &Value, to: &[String], member: &str, key: &str, value: &Value, map: &Change) -> bool {
    let renamed = |id: &str| map.items.get(id).cloned().unwrap_or_else(|| id.to_owned());
    to.iter().filter_map(|id| new.get(id)?.get(member)).any(|there| match (member, there) {
        // Times and claims of several may have been added.
        ("occurrences", Value::Object(there)) => {
            there.get(&renamed(key)).is_some_and(|there| there.as_u64() >= value.as_u64())
        }
        ("claims", Value::Object(there)) => there.contains_key(&renamed(key)),
        ("flags", Value::Object(there)) => there.get(&renamed(key)) == Some(value),
        ("choice", there) => there.as_str() == Some(&renamed(value.as_str().unwrap())),
        ("done", Value::Array(there)) => there.contains(&renamed(value.as_str().unwrap()).into()),
        ("entries", Value::Array(there)) => there.iter().any(|there| {
            let same = |name: &str| there.get(name) == value.get(name);
            let level = value.get("level").and_then(Value::as_str).map(renamed);
            same("title") && same("authors") && there["level"].as_str() == level.as_deref()
        }),
        ("note", there) => there.as_str().unwrap().lines().any(|line| Some(line) == value.as_str()),
        (_, Value::Array(there)) => there.contains(value),
        (_, there) => there == value,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_unnamed(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let old = generated::scheme(dice);
        let last = answers(dice, &old);
        let drawn = next(dice, &old);
        let mut file = drawn.clone();
        if !dice.one_in(5) {
            let bare = Scheme::of(drawn).unwrap();
            file.succeeds = Some(map(dice, &old, &bare));
        }
        let new = Scheme::of(file).unwrap();
        let carried = carry(&old, &new, &last);
        prop_assert_eq!(carried.without_map, new.file().succeeds.is_none());

        let (before, after) = (file_of(&last), file_of(&carried.answers));
        for (id, member, key, value) in answered(&before) {
            let escaped = key.replace('~', "~0").replace('/', "~1");
            let field = match key.is_empty() {
                true => format!("/answers/{id}/{member}"),
                false => format!("/answers/{id}/{member}/{escaped}"),
            };
            let named: Vec<_> = carried.left.iter().filter(|left| left.field == field).collect();
            prop_assert!(named.len() <= 1, "{field} is named twice");
            if let Some(left) = named.first() {
                prop_assert_eq!(&left.value, &value, "{}", &field);
                continue;
            }
            let taken = carried.taken.iter().find(|taken| taken.from == id);
            let to = taken.map_or(&[][..], |taken| &taken.to);
            let mut merged = Change { from: vec![], to: vec![], items: BTreeMap::new(), note: None };
            for change in new.file().succeeds.iter().flat_map(|map| &map.criteria) {
                if change.from.contains(&id) {
                    merged.items.extend(change.items.clone());
                }
            }
            prop_assert!(
                found(&after, to, &member, &key, &value, &merged),
                "{field} = {value} is neither carried to {to:?} nor named\n{after:#}"
            );
        }
        // Nothing is made up: what is named was answered, and what is there came from somewhere.
        for left in &carried.left {
            let at = left.field.strip_prefix("/answers").unwrap();
            prop_assert_eq!(before.pointer(at), Some(&left.value), "{}", left.field);
        }
        for id in carried.answers.keys() {
            let came = carried.taken.iter().filter(|taken| taken.to.contains(id));
            prop_assert!(came.into_iter().any(|taken| last.contains_key(&taken.from)), "{id}");
        }
    }

    /// What is carried is never refused by the scheme that it is carried to, if the old one took it.
    #[test]
    fn what_is_carried_fits(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let old = generated::scheme(dice);
        let last = generated::answers(dice, &old);
        let drawn = next(dice, &old);
        let mut file = drawn.clone();
        file.succeeds = Some(map(dice, &old, &Scheme::of(drawn).unwrap()));
        let new = Scheme::of(file).unwrap();
        let carried = carry(&old, &new, &last);
        let (_, issues) = selfscore_core::scoring::score(&new, &carried.answers);
        let refused = ["unknown_option", "out_of_range", "decimals_at_most", "unknown_criterion",
            "count_too_large", "more_than_once", "not_optional"];
        let refused: Vec<_> = issues.iter().filter(|i| refused.contains(&i.code())).collect();
        prop_assert!(refused.is_empty(), "{refused:?}");
    }

    #[test]
    fn the_same_scheme_changes_nothing(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let form = Form { answers: answers(dice, &scheme), filled_on: "2022-01-10".into(), ..Form::default() };
        let (same, carried) = carry_form(&scheme, &scheme, &form);
        prop_assert_eq!(same, form);
        prop_assert!(carried.left.is_empty() && carried.fresh.is_empty() && !carried.without_map);
    }

    /// Where only the scheme's id changed, everything stays but for answers to nothing.
    #[test]
    fn only_another_name_changes_nothing(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let scheme = generated::scheme(dice);
        let last = answers(dice, &scheme);
        let mut file = scheme.file().clone();
        file.id = "drawn-next".into();
        file.succeeds = Some(Succession { scheme: "drawn".into(), criteria: Vec::new() });
        let carried = carry(&scheme, &Scheme::of(file).unwrap(), &last);
        let mut known = last.clone();
        known.remove("stranger");
        prop_assert_eq!(carried.answers, known);
        prop_assert!(carried.left.iter().all(|left| left.why == Why::NotOfScheme));
    }

    /// The parts of a difference sum to it, and a total is the one that its scheme gives alone.
    #[test]
    fn differences_are_accounted_for(tape in tape()) {
        let dice = &mut Dice::new(&tape);
        let old = generated::scheme(dice);
        let forms: Vec<Form> = ["一", "二", "二"]
            .into_iter()
            .take(1 + dice.roll(3) as usize)
            .map(|unit| Form { unit: unit.into(), answers: answers(dice, &old), ..Form::default() })
            .collect();
        let drawn = next(dice, &old);
        let mut file = drawn.clone();
        file.succeeds = Some(map(dice, &old, &Scheme::of(drawn).unwrap()));
        let new = Scheme::of(file).unwrap();
        let replay = replay(&old, &new, &forms);
        let peers = Peers::of(&old, forms.iter().map(|form| &form.answers));
        for (form, moved) in forms.iter().zip(&replay.units) {
            let circumstances =
                Circumstances { unit: &form.unit, peers: Some(&peers), ..Circumstances::default() };
            let (alone, _) = score_with(&old, &form.answers, &circumstances);
            prop_assert_eq!(moved.before.total, alone.total);
            let sum: Points = moved.by.iter().map(|by| by.difference).sum();
            prop_assert_eq!(sum, moved.difference);
            prop_assert_eq!(moved.after.total.minus(moved.before.total), moved.difference);
            // Each criterion is in one part at most.
            for side in [|by: &By| by.from.clone(), |by: &By| by.to.clone()] {
                let ids: Vec<_> = moved.by.iter().flat_map(side).map(|named| named.id).collect();
                let once: std::collections::BTreeSet<_> = ids.iter().collect();
                prop_assert_eq!(once.len(), ids.len());
            }
            let ahead = replay.units.iter().filter(|one| one.after.total > moved.after.total);
            prop_assert_eq!(moved.after.rank.place, ahead.count() + 1);
        }
    }
}
