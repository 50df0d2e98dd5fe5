//! A small sound scheme with a criterion of most kinds, and the same with something changed.

pub mod cases;

use selfscore_core::scheme::SchemeFile;
use serde_json::Value;

/// The small sound scheme.
const BASE: &str = include_str!("base.json");

/// Where the small scheme has its criteria.
pub const TASKS: &str = "/groups/0/indicators/0/criteria/0";
pub const CHOICE: &str = "/groups/0/indicators/0/criteria/1";
pub const DEDUCTION: &str = "/groups/0/indicators/0/criteria/2";
pub const CHECKLIST: &str = "/groups/1/indicators/0/criteria/0";
pub const COUNT: &str = "/groups/1/indicators/0/criteria/1";
pub const BANDS: &str = "/groups/1/indicators/0/criteria/2";
pub const LINEAR: &str = "/groups/1/indicators/0/criteria/3";
pub const JUDGED: &str = "/groups/1/indicators/0/criteria/4";
pub const ASSESSED: &str = "/groups/1/indicators/0/criteria/5";
pub const ENTRIES: &str = "/groups/2/indicators/0/criteria/0";
pub const PENALTY: &str = "/groups/3/indicators/0/criteria/0";
pub const VETO: &str = "/groups/3/indicators/0/criteria/1";

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

/// The small scheme.
pub fn base() -> SchemeFile {
    changed::<&str>(&[])
}
