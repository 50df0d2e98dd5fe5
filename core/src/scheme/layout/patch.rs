//! The difference between two JSON values as a third, small and stable under edits: what the
//! plain columns of a table cannot say.
//!
//! Members that differ stand under their names, `null` removes one. Lists whose entries have the
//! same ids in the same order (or, without ids, the same length) differ entry by entry under
//! the ids (or places); others are replaced. So a rendering stays with its item when a person
//! adds another above it.

use serde_json::{Map, Value};

/// What to apply to `base` to have `target`; `None` where they are equal.
pub(super) fn diff(base: &Value, target: &Value) -> Option<Value> {
    if base == target {
        return None;
    }
    let patch = match (base, target) {
        (Value::Object(base), Value::Object(target)) => {
            let mut patch = Map::new();
            for (name, value) in target {
                match base.get(name) {
                    Some(old) => {
                        if let Some(below) = diff(old, value) {
                            patch.insert(name.clone(), below);
                        }
                    }
                    None => {
                        patch.insert(name.clone(), value.clone());
                    }
                }
            }
            let gone = base.keys().filter(|name| !target.contains_key(*name));
            patch.extend(gone.map(|name| (name.clone(), Value::Null)));
            Value::Object(patch)
        }
        (Value::Array(old), Value::Array(new)) => match (keys(old), keys(new)) {
            (Some(before), Some(after)) if before == after => {
                let entries = after.into_iter().zip(old.iter().zip(new));
                let changed = entries.filter_map(|(key, (old, new))| Some((key, diff(old, new)?)));
                Value::Object(changed.collect())
            }
            _ => target.clone(),
        },
        _ => target.clone(),
    };
    Some(patch)
}

/// Applies what [`diff`] gave. Entries of lists that are gone are passed over.
pub(super) fn apply(base: &mut Value, patch: &Value) {
    match (base, patch) {
        (Value::Object(base), Value::Object(patch)) => {
            for (name, value) in patch {
                match base.get_mut(name) {
                    _ if value.is_null() => {
                        base.remove(name);
                    }
                    Some(below) => apply(below, value),
                    None => {
                        base.insert(name.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(base), Value::Object(patch)) => {
            let keys = keys(base).unwrap_or_default();
            for (key, entry) in keys.iter().zip(base) {
                if let Some(value) = patch.get(key) {
                    apply(entry, value);
                }
            }
        }
        (base, _) => *base = patch.clone(),
    }
}

/// The ids of a list's entries, or their places; `None` where ids repeat or an entry is plain.
fn keys(list: &[Value]) -> Option<Vec<String>> {
    let id = |entry: &Value| entry.get("id").and_then(Value::as_str).map(str::to_owned);
    let ids: Option<Vec<String>> = list.iter().map(id).collect();
    if let Some(ids) = ids {
        let mut sorted = ids.clone();
        sorted.sort();
        sorted.dedup();
        return (sorted.len() == ids.len()).then_some(ids);
    }
    let entries = list.iter().all(Value::is_object);
    entries.then(|| (0..list.len()).map(|place| place.to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::{apply, diff};
    use serde_json::{Value, json};

    fn there_and_back(base: Value, target: Value) -> Option<Value> {
        let patch = diff(&base, &target);
        let mut found = base;
        if let Some(patch) = &patch {
            apply(&mut found, patch);
        }
        assert_eq!(found, target);
        patch
    }

    #[test]
    fn says_only_what_differs() {
        let base = json!({"a": 1, "list": [{"id": "x", "n": 1}, {"id": "y", "n": 2}], "gone": 0});
        let target = json!({"a": 1, "list": [{"id": "x", "n": 1}, {"id": "y", "n": 3}], "new": {}});
        let patch = there_and_back(base, target);
        assert_eq!(patch, Some(json!({"list": {"y": {"n": 3}}, "new": {}, "gone": null})));
        let patch = there_and_back(json!([{"n": 1}, {"n": 2}]), json!([{"n": 1}, {"n": 4}]));
        assert_eq!(patch, Some(json!({"1": {"n": 4}})));
        assert_eq!(there_and_back(json!(["a"]), json!(["b", "c"])), Some(json!(["b", "c"])));
        assert_eq!(there_and_back(json!({"a": [1]}), json!({"a": [1]})), None);
    }

    #[test]
    fn an_entry_keeps_its_part_when_others_come_and_go() {
        let mut edited = json!([{"id": "new", "n": 9}, {"id": "y", "n": 2}]);
        apply(&mut edited, &json!({"x": {"n": 1}, "y": {"en": "why"}}));
        assert_eq!(edited, json!([{"id": "new", "n": 9}, {"id": "y", "n": 2, "en": "why"}]));
    }
}
