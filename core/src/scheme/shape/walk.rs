//! Through a file along its shape.

use serde_json::Value;

use super::outline::TEXT;
use super::{Member, Shape, file};
use crate::form::decode::{escape, unescape};

/// The shape of the place that a JSON pointer (RFC 6901) leads to. The value says of a choice
/// which it is; `None` where the file cannot have such a place.
pub fn shape_at(value: &Value, pointer: &str) -> Option<Shape> {
    let (mut shape, mut value) = (file(), Some(value));
    for step in steps_of(pointer) {
        shape = match shape {
            Shape::Choice(choice) if step == choice.tag => Shape::Line,
            Shape::Object(_) | Shape::Choice(_) | Shape::Text { .. } => {
                let members = members_of(shape, value.unwrap_or(&Value::Null));
                members.iter().find(|member| member.name == step)?.shape
            }
            Shape::List(list) => {
                step.parse::<usize>().ok()?;
                list.item
            }
            Shape::Map { value, .. } => *value,
            _ => return None,
        };
        value = value.and_then(|value| match value {
            Value::Object(members) => members.get(&step),
            Value::Array(all) => all.get(step.parse::<usize>().ok()?),
            _ => None,
        });
    }
    Some(shape)
}

/// The steps of a JSON pointer, unescaped.
fn steps_of(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescape)
}

/// Visits every value of a part with its shape and place, parents first; what the file cannot have is
/// passed over.
pub fn visit<'v>(
    shape: Shape,
    pointer: &str,
    value: &'v Value,
    see: &mut impl FnMut(Shape, &str, &'v Value),
) {
    see(shape, pointer, value);
    for member in members_of(shape, value) {
        if let Some(value) = value.get(member.name) {
            visit(member.shape, &format!("{pointer}/{}", member.name), value, see);
        }
    }
    match (shape, value) {
        (Shape::List(list), Value::Array(all)) => {
            for (at, value) in all.iter().enumerate() {
                visit(list.item, &format!("{pointer}/{at}"), value, see);
            }
        }
        (Shape::Map { value: shape, .. }, Value::Object(all)) => {
            for (name, value) in all {
                visit(*shape, &format!("{pointer}/{}", escape(name)), value, see);
            }
        }
        _ => {}
    }
}

/// The members that a value of a shape has or may have, besides a tag.
pub fn members_of(shape: Shape, value: &Value) -> &'static [Member] {
    match shape {
        Shape::Object(members) => members,
        Shape::Choice(choice) => choice.of(value).map_or(&[], |variant| variant.members),
        Shape::Text { .. } => TEXT,
        _ => &[],
    }
}
