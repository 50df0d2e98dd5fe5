//! The default scheme's file with something changed.

use serde_json::Value;

/// The default scheme's file, as the program has it built in.
const DEFAULT_TEXT: &str = include_str!("../../../schemes/business-environment-2021.json");

/// The file's bytes after a change to its JSON.
pub fn altered(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(DEFAULT_TEXT).expect("the scheme file is JSON");
    change(&mut file);
    file.to_string().into_bytes()
}
