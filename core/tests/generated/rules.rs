//! Criteria of every kind.

use rust_decimal::Decimal;
use selfscore_core::points::Points;
use serde_json::{Value, json};

use super::{Dice, clause, text, words};

fn sum(points: &[Points]) -> Points {
    points.iter().copied().sum()
}

fn rising(dice: &mut Dice<'_>, many: u32, least: i64) -> Vec<Points> {
    let mut points = vec![dice.points(least, 300)];
    for _ in 1..many {
        let more = dice.points(0, 400);
        points.push(points[points.len() - 1].plus(more).plus(Points::new(Decimal::new(1, 2))));
    }
    points
}

fn asked(least: i64, most: Points) -> Value {
    json!({"label": words("number"), "unit": words("%"), "least": least.to_string(),
           "most": text(most), "decimals": 2})
}

/// A criterion that loses points outside the base.
pub fn penalty(dice: &mut Dice<'_>, id: &str) -> Value {
    let floor = Points::ZERO.minus(dice.points(1, 2_000));
    let mut rule = deduction(dice);
    rule["floor"] = text(floor);
    // Without the requirement there is nothing to take off, which would be the best of answers.
    rule.as_object_mut().unwrap().remove("requires");
    finished(id, Points::ZERO, rule)
}

fn finished(id: &str, points: Points, rule: Value) -> Value {
    json!({"id": id, "title": words(id), "points": text(points), "clauses": [clause("a")],
           "rule": rule})
}

/// A criterion of some kind with its modifiers.
pub fn criterion(dice: &mut Dice<'_>, id: &str) -> Value {
    let (points, rule) = rule(dice);
    let mut made = finished(id, points, rule);
    match made["rule"]["kind"].as_str() {
        Some("veto" | "record") => {
            made.as_object_mut().unwrap().remove("points");
            return made;
        }
        Some("tasks") => return made,
        _ => {}
    }
    if dice.one_in(4) {
        made["optional"] = json!("a");
    }
    if dice.one_in(6) {
        made["classes"] = json!(["first"]);
    }
    let mut modifiers = Vec::new();
    if dice.one_in(4) {
        let flag = json!({"on": "flag", "id": "doubled", "label": words("doubled")});
        let when = [flag, json!({"on": "class", "classes": ["first"]}), json!({"on": "lead_unit"})];
        let kinds = if dice.tasks { 3 } else { 2 };
        let when = &when[dice.roll(kinds) as usize];
        modifiers.push(json!({"op": "multiply", "by": text(dice.points(1, 300)), "of": "loss",
                              "when": when, "clause": "a"}));
        modifiers.push(json!({"op": "floor", "at": "0", "clause": "a"}));
    }
    if dice.one_in(5) {
        let flag = json!({"on": "flag", "id": "counts", "label": words("counts")});
        modifiers.push(json!({"op": "gate", "when": flag, "clause": "a"}));
    }
    made["modifiers"] = json!(modifiers);
    made
}

/// The weighted mean of tasks.
pub fn tasks() -> Value {
    let of = json!({"full": "a", "zero": "a", "judged": "a", "unlisted": "a"});
    let rule = json!({"kind": "tasks", "lead_weight": "1", "supporting_weight": "0.5",
        "full_at": "100", "zero_below": "60", "mean": "over_tasks", "lead_clauses": of,
        "supporting_clauses": of, "mean_clause": "a"});
    finished("tasks", Points::new(Decimal::from(60)), rule)
}

fn rule(dice: &mut Dice<'_>) -> (Points, Value) {
    match dice.roll(12) {
        0 => {
            let points = rising(dice, 4, 1);
            let items: Vec<Value> = points
                .iter()
                .enumerate()
                .map(|(at, points)| item(at, json!({"points": text(*points)})))
                .collect();
            (sum(&points), json!({"kind": "checklist", "items": items}))
        }
        1 => choice(dice),
        2 => {
            let mut rule = deduction(dice);
            let points = dice.points(1, 2_000);
            rule["floor"] = text(dice.points(0, 90));
            (points, rule)
        }
        3 => {
            let cap = dice.points(1, 900);
            let items: Vec<Value> = rising(dice, 2, 1)
                .iter()
                .enumerate()
                .map(|(at, each)| item(at, json!({"each": text(*each)})))
                .collect();
            (cap, json!({"kind": "count", "cap": text(cap), "cap_clause": "a", "items": items}))
        }
        4 => bands(dice),
        5 => {
            let many = 2 + dice.roll(3);
            let ats = rising(dice, many, 0);
            let points = rising(dice, many, 0);
            let most = ats[ats.len() - 1].plus(dice.points(0, 300));
            let anchors: Vec<Value> = (ats.iter().zip(&points))
                .map(|(at, points)| json!({"at": text(*at), "points": text(*points)}))
                .collect();
            let scale = json!({"kind": "linear", "anchors": anchors, "clause": "a"});
            let full = points[points.len() - 1];
            (full, json!({"kind": "value", "asked": asked(0, most), "scale": scale}))
        }
        6 => {
            let (least, most) = (dice.points(0, 300), dice.points(4, 900));
            (
                most,
                json!({"kind": "judged", "label": words("judged"), "least": text(least),
                          "most": text(most), "clause": "a"}),
            )
        }
        7 => entries(dice),
        8 => {
            let most = dice.points(1, 9_900);
            (
                most,
                json!({"kind": "assessed", "label": words("experts"), "least": "0",
                          "most": text(most), "assessors": 1 + dice.roll(4), "clause": "a"}),
            )
        }
        9 => {
            let full = dice.points(1, 900);
            (
                full,
                json!({"kind": "best", "asked": asked(0, dice.points(50, 5_000)), "clause": "a"}),
            )
        }
        10 => {
            let full = dice.points(1, 900);
            (
                full,
                json!({"kind": "rank", "asked": asked(0, dice.points(50, 5_000)),
                          "step": text(dice.points(0, 100)), "last": "0", "clause": "a"}),
            )
        }
        _ => {
            let items = vec![item(0, json!({})), item(1, json!({}))];
            (
                Points::ZERO,
                json!({"kind": "veto", "at_most": text(dice.points(0, 900)), "items": items}),
            )
        }
    }
}

fn item(at: usize, mut more: Value) -> Value {
    more["id"] = json!(format!("i{at}"));
    more["label"] = words(&format!("item {at}"));
    more["clause"] = json!("a");
    more
}

fn choice(dice: &mut Dice<'_>) -> (Points, Value) {
    let many = 2 + dice.roll(3);
    let points = rising(dice, many, 0);
    let mut options: Vec<Value> = points
        .iter()
        .enumerate()
        .map(|(at, points)| item(at, json!({"points": text(*points)})))
        .collect();
    let mut full = points[points.len() - 1];
    if dice.one_in(2) {
        full = full.plus(dice.points(1, 300));
        let last = options.len() - 1;
        options[last]["to"] = text(full);
    }
    (full, json!({"kind": "choice", "options": options}))
}

fn deduction(dice: &mut Dice<'_>) -> Value {
    let items: Vec<Value> = (0..=dice.roll(2) as usize)
        .map(|at| {
            let each = dice.points(0, 300);
            let mut made = item(at, json!({"each": text(each)}));
            match dice.roll(5) {
                1 => made["once"] = json!(true),
                2 => made["most"] = text(each.plus(dice.points(0, 300))),
                3 => {
                    let points = rising(dice, 2, 0);
                    made["further"] = json!([{"from": 2, "points": text(points[0])},
                                             {"from": 3, "points": text(points[1])}]);
                }
                4 if dice.tasks => made["applies"] = json!("lead_units"),
                _ => {}
            }
            made
        })
        .collect();
    let mut rule = json!({"kind": "deduction", "floor": "0", "items": items});
    if dice.one_in(3) {
        rule["requires"] = json!({"label": words("required"), "clause": "a"});
    }
    rule
}

fn bands(dice: &mut Dice<'_>) -> (Points, Value) {
    let many = 2 + dice.roll(3);
    let ends = rising(dice, many, 1);
    let points = rising(dice, many + 1, 0);
    let bands: Vec<Value> = (0..points.len())
        .map(|at| {
            let mut bounds = json!({});
            if at > 0 {
                bounds["at_least"] = text(ends[at - 1]);
            }
            if at < ends.len() {
                bounds["below"] = text(ends[at]);
            }
            json!({"bounds": bounds, "points": text(points[at]), "clause": "a"})
        })
        .collect();
    let most = ends[ends.len() - 1].plus(Points::ONE);
    let scale = json!({"kind": "bands", "bands": bands});
    let full = points[points.len() - 1];
    (full, json!({"kind": "value", "asked": asked(0, most), "scale": scale}))
}

fn entries(dice: &mut Dice<'_>) -> (Points, Value) {
    let cap = dice.points(1, 2_000);
    let levels: Vec<Value> = rising(dice, 3, 1)
        .iter()
        .enumerate()
        .map(|(at, points)| item(at, json!({"points": text(*points)})))
        .collect();
    let mut rule =
        json!({"kind": "entries", "levels": levels, "cap": text(cap), "cap_clause": "a"});
    if dice.one_in(2) {
        rule["placements"] = json!([item(0, json!({"by": text(dice.points(1, 200))}))]);
    }
    if dice.one_in(2) {
        rule["shared_clause"] = json!("a");
    }
    if dice.one_in(2) {
        rule["highest_clause"] = json!("a");
    }
    (cap, rule)
}
