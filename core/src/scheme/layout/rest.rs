//! The column 其他(JSON): what plain cells cannot say of a group, an indicator or a criterion.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::criterion::{Cells, value};
use super::{Shape, notation, patch};
use crate::scheme::Criterion;

/// What plain cells say with what stands in the last column.
pub(super) fn patched<T: serde::Serialize + DeserializeOwned>(
    of: &T,
    patch: &Value,
) -> Result<T, String> {
    let mut whole = value(of);
    patch::apply(&mut whole, patch);
    serde_json::from_value(whole).map_err(|error| error.to_string())
}

/// The members of the last column.
#[derive(Default)]
pub(super) struct Rest {
    /// By level, from 1.
    pub groups: Map<String, Value>,
    /// Of the indicator that the row belongs to.
    pub indicator: Option<Value>,
    /// Of the row's criterion.
    pub criterion: Option<Value>,
}

impl Rest {
    pub fn read(cell: &str) -> Result<Self, String> {
        if cell.is_empty() {
            return Ok(Rest::default());
        }
        let mut members: Map<String, Value> =
            serde_json::from_str(cell).map_err(|error| error.to_string())?;
        let groups = match members.shift_remove("groups") {
            Some(Value::Object(groups)) => groups,
            _ => Map::new(),
        };
        let indicator = members.shift_remove("indicator");
        let criterion = members.shift_remove("criterion");
        match members.keys().next() {
            Some(name) => Err(format!("unknown member {name}")),
            None => Ok(Rest { groups, indicator, criterion }),
        }
    }
}

/// A criterion with what its cells cannot say. Where the kind of its rule is another by now, what
/// was written for the old one is passed over.
pub(super) fn with_rest(
    read: &Criterion,
    mut patch: Value,
    cells: &Cells,
) -> Result<Criterion, String> {
    let whole_rule = patch.pointer("/rule/kind").is_some();
    let stated = notation::kind(&cells.kind).is_some_and(|shape| shape != Shape::Other);
    let mut without = patch.clone();
    if let Some(members) = without.as_object_mut() {
        members.shift_remove("rule");
    }
    if whole_rule && stated {
        patch.clone_from(&without);
    }
    patched(read, &patch).or_else(|detail| match stated {
        true => patched(read, &without).map_err(|_| detail),
        false => Err(detail),
    })
}
