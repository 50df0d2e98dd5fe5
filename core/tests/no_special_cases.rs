//! No code knows a scheme: neither an id of one nor one of its criteria, groups, options or items
//! stands in the sources as a text. What a scheme says is data.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Words of the file formats, which a scheme may use as ids too: members, kinds, choices.
fn format_words(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            found.insert(name.clone());
            format_words(value, found);
        }),
        Value::Array(entries) => entries.iter().for_each(|value| format_words(value, found)),
        Value::String(word) => {
            found.insert(word.clone());
        }
        _ => {}
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Files of a kind below a folder.
fn below(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            below(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}

/// Every id of a scheme file but those of clauses.
fn ids(value: &Value, under: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(id)), true) = (members.get("id"), under != "clauses") {
                found.insert(id.clone());
            }
            members.iter().for_each(|(name, value)| ids(value, name, found));
        }
        Value::Array(entries) => entries.iter().for_each(|value| ids(value, under, found)),
        _ => {}
    }
}

#[test]
fn no_source_names_a_scheme_or_what_is_in_one() {
    let mut schemes = Vec::new();
    below(&root().join("schemes"), "json", &mut schemes);
    assert!(schemes.len() >= 2, "the schemes are there");
    let mut known = BTreeSet::new();
    for path in &schemes {
        let text = fs::read_to_string(path).expect("a scheme file");
        ids(&serde_json::from_str(&text).expect("JSON"), "", &mut known);
    }
    let mut formats = Vec::new();
    below(&root().join("docs"), "json", &mut formats);
    // Members of formats without a schema, and parts of the page, that some table's author named alike.
    let ours = ["none", "feedback", "state", "alike", "found", "table"];
    let mut words = BTreeSet::from(ours.map(str::to_owned));
    for path in &formats {
        let text = fs::read_to_string(path).expect("a JSON Schema");
        format_words(&serde_json::from_str(&text).expect("JSON"), &mut words);
    }
    known.retain(|id| !words.contains(id));
    let mut sources = Vec::new();
    for folder in
        ["core/src", "src", "wording/src", "cli/src", "intake/src", "worker/src", "script/src"]
    {
        below(&root().join(folder), "rs", &mut sources);
    }
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in &sources {
        let text = fs::read_to_string(path).expect("a source file");
        // Tests within a file may name what they test.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for id in known.iter().filter(|id| line.contains(&format!("\"{id}\""))) {
                named.entry(id.clone()).or_default().push(path.display().to_string());
            }
        }
    }
    // The id of the scheme that a new draft gets is the one choice that is not data.
    let default = selfscore_core::scheme::DEFAULT;
    let places = named.remove(default).unwrap_or_default();
    assert!(places.iter().all(|place| place.ends_with("scheme/builtin.rs")), "{places:?}");
    assert!(named.is_empty(), "named in code: {named:#?}");
}
