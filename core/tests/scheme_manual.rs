//! The page on the scheme language, docs/scheme-format.md: what it shows reads, is without fault,
//! and scores as the page works it out by hand; it knows every member that there is, and both
//! languages show the same.

mod manual;

use std::collections::BTreeSet;

use manual::{ENGLISH, Shown, examples};
use selfscore_core::form::schema;
use selfscore_core::scheme::lint::{Severity, lint};
use selfscore_core::scheme::{Scheme, SchemeError};
use serde_json::Value;

/// The kinds of rule that were found in real tables.
const KINDS: [&str; 27] = [
    "checklist",
    "count × points, capped",
    "deduction per event",
    "deduction down to a floor",
    "section of penalties outside the base",
    "escalating deduction",
    "conditional multiplier",
    "bands, exclusive",
    "judged within a range",
    "linear between anchors",
    "completion × points",
    "level × count, highest level only",
    "level × count, multiplied by placement",
    "shared by authors",
    "proportional to the best unit",
    "rank, with ties",
    "weighted mean",
    "mean of assessors",
    "not applicable: rescaled",
    "not applicable: spread over the others",
    "bonus, gated and bounded",
    "veto",
    "late or absent",
    "grades",
    "conversion of scale",
    "rounding",
    "full marks that are not 100",
];

#[test]
fn there_is_an_example_for_each_kind_of_rule() {
    let examples = examples(ENGLISH);
    let shown: BTreeSet<&str> = examples.iter().filter_map(|one| one.kind.as_deref()).collect();
    assert_eq!(shown, KINDS.into());
    for kind in KINDS {
        let of = examples.iter().filter(|one| one.kind.as_deref() == Some(kind));
        assert!(of.map(|one| one.answers.len()).sum::<usize>() > 0, "{kind}: no answer");
    }
}

#[test]
fn every_example_reads_and_has_no_fault() {
    let (_, schema) =
        schema::all().into_iter().find(|(name, _)| *name == "scheme.schema.json").unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    for example in examples(ENGLISH) {
        let at = &example.at;
        let file = example.file();
        let errors: Vec<String> = valid
            .iter_errors(&file)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert_eq!(errors, [""; 0], "{at}");
        let scheme = Scheme::read(file.to_string().as_bytes());
        let scheme = scheme.unwrap_or_else(|error| panic!("{at}: {error}"));
        for finding in lint(scheme.file()) {
            let words = finding.message(selfscore_wording::Lang::En);
            assert!(finding.severity == Severity::Note, "{at}: {}: {words}", finding.path);
        }
    }
}

#[test]
fn every_answer_comes_to_the_points_stated() {
    for example in examples(ENGLISH) {
        let scheme = Scheme::read(example.file().to_string().as_bytes()).unwrap();
        for answer in &example.answers {
            let (stated, found) = answer.score(&scheme);
            assert_eq!(found, stated, "{}", answer.at);
        }
    }
}

/// 「Unknown members are refused, at every level」, `$schema` too.
#[test]
fn a_member_that_is_unknown_is_refused_at_every_level() {
    for example in examples(ENGLISH) {
        let file = example.file();
        for place in objects(&file, "") {
            let mut altered = file.clone();
            altered.pointer_mut(&place).unwrap()["$schema"] = "x".into();
            let read = Scheme::read(altered.to_string().as_bytes());
            let unreadable = matches!(read, Err(SchemeError::Unreadable(_)));
            assert!(unreadable, "{}: {place} takes a member that is unknown", example.at);
        }
    }
}

/// The places of all objects.
fn objects(value: &Value, at: &str) -> Vec<String> {
    let mut places = Vec::new();
    match value {
        Value::Object(members) => {
            places.push(at.to_owned());
            for (name, member) in members {
                places.extend(objects(member, &format!("{at}/{name}")));
            }
        }
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                places.extend(objects(one, &format!("{at}/{index}")));
            }
        }
        _ => {}
    }
    places
}

/// The page says `name` of every member and every word of the format.
#[test]
fn both_pages_know_every_member() {
    let (_, schema) =
        schema::all().into_iter().find(|(name, _)| *name == "scheme.schema.json").unwrap();
    let mut names = BTreeSet::new();
    collect(&schema, &mut names);
    assert!(names.len() > 100, "only {} names in the schema", names.len());
    for (language, page) in manual::pages() {
        let missing: Vec<_> =
            names.iter().filter(|name| !page.contains(&format!("`{name}`"))).collect();
        assert!(missing.is_empty(), "the {language} page has no word on {missing:?}");
    }
}

fn collect(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            names.extend(members.get("const").and_then(Value::as_str).map(str::to_owned));
            let words = members.get("enum").and_then(Value::as_array).into_iter().flatten();
            names.extend(words.filter_map(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect(member, names));
        }
        Value::Array(list) => list.iter().for_each(|one| collect(one, names)),
        _ => {}
    }
}

#[test]
fn both_languages_show_the_same() {
    let [(_, english), (_, chinese)] = manual::pages().map(|(l, page)| (l, manual::shown(page)));
    for (english, chinese) in english.iter().zip(&chinese) {
        assert_eq!(english.text, chinese.text, "line {} and {}", english.line, chinese.line);
        assert_eq!(english.mark, chinese.mark, "line {} and {}", english.line, chinese.line);
    }
    assert_eq!(english.len(), chinese.len());
    let said = |shown: &Shown| shown.mark.is_some() || shown.answer;
    assert!(english.iter().all(said), "a block that is not marked is not tested");
}
