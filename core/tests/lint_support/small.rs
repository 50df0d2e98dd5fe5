//! A small sound scheme with a criterion of most kinds, and the same with something changed.

use selfscore_core::scheme::SchemeFile;
use serde_json::Value;

/// The small sound scheme.
const BASE: &str = include_str!("base.json");

/// The small scheme with members set, each by JSON pointer; a last part `-` appends to a list.
pub fn changed<P: AsRef<str>>(changes: &[(P, Value)]) -> SchemeFile {
    let mut file: Value = serde_json::from_str(BASE).expect("the small scheme is JSON");
    for (pointer, value) in changes {
        let (parent, member) = pointer.as_ref().rsplit_once('/').expect("a pointer");
        let parent = file.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
        match (member.parse::<usize>(), parent.as_array_mut()) {
            (Ok(index), Some(list)) => list[index] = value.clone(),
            (Err(_), Some(list)) => list.push(value.clone()),
            _ => parent[member] = value.clone(),
        }
    }
    SchemeFile::read(file.to_string().as_bytes()).expect("the changed scheme can be read")
}
