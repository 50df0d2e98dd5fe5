//! What a new part starts as.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::outline::CRITERION;
use super::{Member, Name, Shape, Variant, candidates, refer, rules, shape_at, visit};
use crate::points::Points;

/// The starting value of a shape. Names and references in it are empty: [`settle`] gives them
/// once it stands in the file.
pub fn template(shape: Shape) -> Value {
    match shape {
        Shape::Object(members) => Value::Object(of_members(members)),
        Shape::Choice(choice) => {
            choice.variants.first().map_or(Value::Null, |first| variant(choice.tag, first))
        }
        Shape::List(list) => (0..list.start).map(|_| template(list.item)).collect(),
        Shape::Map { .. } => json!({}),
        Shape::Text { .. } => json!({ "zh": "" }),
        Shape::Line | Shape::Id(_) | Shape::Reference(_) | Shape::Date => json!(""),
        Shape::Points => json!(Points::ZERO),
        Shape::Whole { least, .. } => json!(least),
        // Who adds it means it.
        Shape::Bool => json!(true),
        Shape::Words(words) => json!(words.first().map(|word| word.word)),
        Shape::Fixed(value) => value(),
    }
}

/// The starting value of one kind of a choice.
pub fn variant(tag: &str, variant: &Variant) -> Value {
    let mut members = of_members(variant.members);
    members.insert(tag.to_owned(), json!(variant.word));
    Value::Object(members)
}

/// A new criterion with a rule of that kind; `None` where there is no such kind.
pub fn criterion(kind: &str) -> Option<Value> {
    let rule = variant(rules::RULE.tag, rules::RULE.named(kind)?);
    let mut criterion = of_members(CRITERION);
    criterion.insert("rule".into(), rule);
    // Nothing is counted there.
    if matches!(kind, "veto" | "record") {
        criterion.remove("points");
    }
    Some(Value::Object(criterion))
}

/// What a file must have, and what a new part has besides.
fn of_members(members: &[Member]) -> Map<String, Value> {
    let starts = members.iter().filter(|member| member.required || member.start.is_some());
    let values = starts.map(|member| (member.name.to_owned(), member.template()));
    values.collect()
}

impl Member {
    /// What it starts as.
    pub fn template(&self) -> Value {
        self.start.map_or_else(|| template(self.shape), |start| start())
    }
}

/// Gives the part at a pointer names that nothing in the file has yet, and lets its references
/// that are empty refer to the first that there is to refer to.
pub fn settle(file: &mut Value, pointer: &str) {
    let Some(shape) = shape_at(file, pointer) else { return };
    let mut taken = names(file);
    let mut unnamed: Vec<(String, Name)> = Vec::new();
    let mut open = Vec::new();
    let Some(part) = file.pointer(pointer) else { return };
    visit(shape, pointer, part, &mut |shape, at, value| match shape {
        // A unit's name is what people call it; nobody can make it up.
        Shape::Id(name) if name != Name::Unit && value == "" => unnamed.push((at.into(), name)),
        Shape::Reference(to) if value == "" => open.push((at.to_owned(), to)),
        _ => {}
    });
    for (at, name) in unnamed {
        let fresh = fresh(&mut taken, name);
        refer::put(file, &at, json!(fresh));
    }
    for (at, to) in open {
        if let Some(first) = candidates(file, &at, to).into_iter().next() {
            refer::put(file, &at, json!(first.id));
        }
    }
}

/// All names that the file gives or mentions.
fn names(file: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    visit(super::file(), "", file, &mut |shape, _, value| match (shape, value) {
        (Shape::Id(_) | Shape::Reference(_), Value::String(name)) => {
            names.insert(name.clone());
        }
        (Shape::Map { .. }, Value::Object(members)) => names.extend(members.keys().cloned()),
        _ => {}
    });
    names
}

fn fresh(taken: &mut BTreeSet<String>, name: Name) -> String {
    let mut number = 1_u32;
    loop {
        let id = format!("{}-{number}", name.stem());
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}
