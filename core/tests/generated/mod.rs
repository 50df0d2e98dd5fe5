//! Schemes and answers of every kind, drawn from a tape of numbers.
//!
//! A tape shrinks towards zeros, so a failing case shrinks towards the plainest scheme. What is
//! drawn is sound by construction: better answers are drawn later in a list, bounds meet.

#![allow(dead_code)] // each test binary uses a part

mod answers;
mod rules;

use selfscore_core::answer::Answers;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Criterion, Scheme};
use serde_json::{Value, json};

/// Draws numbers from a tape; after its end, zeros.
pub struct Dice<'a> {
    tape: &'a [u32],
    at: usize,
    /// Whether the scheme has tasks, so that conditions on lead units can be drawn.
    pub tasks: bool,
}

impl<'a> Dice<'a> {
    pub fn new(tape: &'a [u32]) -> Self {
        Dice { tape, at: 0, tasks: false }
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: u32) -> u32 {
        let drawn = self.tape.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        drawn % sides
    }

    pub fn one_in(&mut self, times: u32) -> bool {
        self.roll(times) == times - 1
    }

    /// Points from `least` up to so many hundredths more.
    pub fn points(&mut self, least: i64, hundredths: u32) -> Points {
        let drawn = least * 100 + i64::from(self.roll(hundredths + 1));
        Points::new(rust_decimal::Decimal::new(drawn, 2))
    }
}

pub fn text(points: Points) -> Value {
    json!(points.to_string())
}

pub fn words(words: &str) -> Value {
    json!({"zh": words, "en": words})
}

pub fn clause(id: &str) -> Value {
    json!({"id": id, "mark": id, "text": words("clause"), "basis": "assumed", "why": words("drawn")})
}

/// A scheme, and complete answers to it.
pub fn scheme(dice: &mut Dice<'_>) -> Scheme {
    let mut names = 0;
    let mut groups: Vec<Value> = Vec::new();
    dice.tasks = dice.one_in(3);
    let weighted = dice.one_in(4);
    for _ in 0..=dice.roll(3) {
        let mut group = self::group(dice, &mut names, 1);
        if weighted {
            group["weight"] = weight(dice);
        }
        groups.push(group);
    }
    if dice.tasks {
        let criteria = [rules::tasks()];
        let indicator =
            json!({"number": "1", "title": words("tasks"), "contents": [], "criteria": criteria});
        let mut group = json!({"title": words("tasks"), "indicators": [indicator]});
        if weighted {
            group["weight"] = weight(dice);
        }
        groups.push(group);
    }
    if dice.one_in(3) {
        groups.push(bonus(dice, &mut names));
    }
    if dice.one_in(3) {
        groups.push(penalty(dice, &mut names));
    }
    let absent = ["keep", "keep", "rescale", "spread"][dice.roll(4) as usize];
    let absent = if weighted { "keep" } else { absent };
    let combine = if weighted { "weighted_mean" } else { "sum" };
    let mut total = json!({
        "base": {"combine": combine, "absent": absent, "clause": "general"},
        "decimals": dice.roll(4),
    });
    if dice.one_in(4) {
        let to = text(dice.points(1, 20_000));
        total["modifiers"] =
            json!([{"op": "scale", "from": "1000", "to": to, "clause": "general"}]);
    }
    let mut file = json!({
        "format": "selfscore/scheme", "version": 1, "id": "drawn", "revision": 1,
        "title": words("drawn"), "decimals": 2 + dice.roll(3), "due": "2022-01-14",
        "clauses": [clause("general")], "units": ["一", "二"],
        "classes": [{"id": "first", "title": words("first"), "units": ["一"]}],
        "groups": groups,
    });
    // Weights have a meaning only where the total says that they count.
    if weighted || !dice.one_in(3) {
        file["total"] = total;
    }
    let bytes = serde_json::to_vec(&file).unwrap();
    Scheme::read(&bytes).unwrap_or_else(|error| panic!("{error}\n{file:#}"))
}

fn weight(dice: &mut Dice<'_>) -> Value {
    json!({"all": text(dice.points(1, 300)), "by_class": {"first": text(dice.points(1, 300))}})
}

fn group(dice: &mut Dice<'_>, names: &mut u32, depth: u32) -> Value {
    let weighted = dice.one_in(4);
    let indicators: Vec<Value> = (0..=dice.roll(2))
        .map(|_| {
            let mut indicator = indicator(dice, names, false);
            if weighted {
                indicator["weight"] = weight(dice);
            }
            indicator
        })
        .collect();
    let below: Vec<Value> = match depth > 0 && dice.one_in(4) {
        true => {
            let mut below = group(dice, names, depth - 1);
            if weighted {
                below["weight"] = weight(dice);
            }
            vec![below]
        }
        false => Vec::new(),
    };
    let absent = match weighted {
        true => "keep",
        false => ["keep", "keep", "rescale", "spread"][dice.roll(4) as usize],
    };
    let combine = if weighted { "weighted_mean" } else { "sum" };
    *names += 1;
    json!({
        "id": format!("g{names}"), "title": words(&format!("group {names}")),
        "together": {"combine": combine, "absent": absent, "clause": "general"},
        "groups": below, "indicators": indicators,
    })
}

fn bonus(dice: &mut Dice<'_>, names: &mut u32) -> Value {
    let indicators = vec![indicator(dice, names, false)];
    let gate = json!({"op": "gate", "clause": "general",
        "when": {"on": "points", "of": "base", "bounds": {"above": text(dice.points(0, 5_000))}}});
    let cap = json!({"op": "cap", "at": text(dice.points(1, 3_000)), "clause": "general"});
    json!({
        "title": words("bonus"), "standing": "bonus",
        "together": {"clause": "general", "modifiers": [gate, cap]}, "indicators": indicators,
    })
}

fn penalty(dice: &mut Dice<'_>, names: &mut u32) -> Value {
    json!({
        "title": words("penalty"), "standing": "penalty",
        "indicators": [indicator(dice, names, true)],
    })
}

fn indicator(dice: &mut Dice<'_>, names: &mut u32, penalty: bool) -> Value {
    let criteria: Vec<Value> = (0..=dice.roll(2))
        .map(|_| {
            *names += 1;
            let id = format!("c{names}");
            match penalty {
                true => rules::penalty(dice, &id),
                false => rules::criterion(dice, &id),
            }
        })
        .collect();
    json!({"number": "1", "title": words("indicator"), "contents": [], "criteria": criteria})
}

/// Answers to every question of a scheme.
pub fn answers(dice: &mut Dice<'_>, scheme: &Scheme) -> Answers {
    let answer = |criterion: &Criterion| (criterion.id.clone(), answers::answer(dice, criterion));
    scheme.criteria().map(answer).collect()
}

/// The same answers with some taken away.
pub fn fewer(dice: &mut Dice<'_>, scheme: &Scheme, answers: &Answers) -> Answers {
    let fewer = |criterion: &Criterion| {
        (criterion.id.clone(), answers::fewer(dice, criterion, &answers[&criterion.id]))
    };
    scheme.criteria().map(fewer).collect()
}

/// The same answers with one of them better, where the kind has a better one.
pub fn better(dice: &mut Dice<'_>, scheme: &Scheme, answers: &Answers) -> Option<Answers> {
    let all: Vec<&Criterion> = scheme.criteria().collect();
    let criterion = all[dice.roll(all.len() as u32) as usize];
    let mut answers = answers.clone();
    let answer = answers.get_mut(&criterion.id)?;
    answers::better(dice, criterion, answer).then_some(answers)
}
