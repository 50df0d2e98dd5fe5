//! The shape of a scheme file is the file's: nothing is missing from it and nothing is made up,
//! so that an editor can show and add everything; and what it starts a part with is sound.

mod support {
    pub mod tables;
}

use std::collections::BTreeSet;

use selfscore_core::scheme::lint;
use selfscore_core::scheme::shape::{
    self, Choice, Mention, Name, Reference, Shape, candidates, mentions, misfits, settle, shape_at,
    template, variant, visit,
};
use selfscore_core::scheme::{self, SchemeFile};
use selfscore_wording::Lang;
use serde_json::{Value, json};

fn all_files() -> Vec<(String, Value)> {
    let built_in = scheme::builtin().expect("the schemes that ship");
    let all = built_in.into_iter().chain(support::tables::table_schemes().into_values());
    all.map(|scheme| {
        let value = serde_json::to_value(scheme.file()).expect("a scheme is JSON");
        (scheme.id().to_owned(), value)
    })
    .collect()
}

const KINDS: [&str; 13] = [
    "tasks",
    "choice",
    "deduction",
    "checklist",
    "count",
    "value",
    "judged",
    "entries",
    "assessed",
    "best",
    "rank",
    "veto",
    "record",
];

/// A new scheme with one unit, and one new criterion of each kind.
fn sample() -> Value {
    let mut file = template(shape::file());
    file["due"] = json!("2022-01-14");
    file["units"] = json!(["甲"]);
    settle(&mut file, "");
    for (at, kind) in KINDS.into_iter().enumerate() {
        let new = shape::criterion(kind).expect("a kind of rule");
        let criteria = &mut file["groups"][0]["indicators"][0]["criteria"];
        criteria.as_array_mut().expect("criteria").push(new);
        settle(&mut file, &format!("/groups/0/indicators/0/criteria/{}", at + 1));
    }
    file
}

fn read(file: &Value) -> SchemeFile {
    serde_json::from_value(file.clone()).unwrap_or_else(|error| panic!("{error}: {file:#}"))
}

/// Every place of a value.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                places(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                places(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

#[test]
fn every_member_of_every_scheme_has_a_shape() {
    for (name, file) in all_files() {
        let found: Vec<_> = misfits(&file).iter().map(|m| m.message(Lang::En)).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
        let mut all = Vec::new();
        places(&file, "", &mut all);
        for place in all {
            assert!(shape_at(&file, &place).is_some(), "{name}: nothing is known of {place}");
        }
    }
}

/// A schema without its reference and without null.
fn plain<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
        return plain(root, &root["$defs"][name]);
    }
    let of =
        schema["anyOf"].as_array().and_then(|all| all.iter().find(|one| one["type"] != "null"));
    of.map_or(schema, |one| plain(root, one))
}

fn same(root: &Value, schema: &Value, shape: Shape, at: &str) {
    // Groups hold groups; two levels show it.
    if at.matches("/groups").count() > 2 {
        return;
    }
    let schema = plain(root, schema);
    let is = |kind: &str| {
        let kinds = &schema["type"];
        kinds == kind || kinds.as_array().is_some_and(|all| all.contains(&json!(kind)))
    };
    match shape {
        Shape::Object(members) => same_members(root, schema, members, None, at),
        Shape::Choice(choice) => {
            let kinds = schema["oneOf"].as_array().unwrap_or_else(|| panic!("{at}: {schema}"));
            assert_eq!(kinds.len(), choice.variants.len(), "{at}");
            for kind in kinds {
                let word = kind["properties"][choice.tag]["const"].as_str().unwrap_or_default();
                let variant = choice.named(word).unwrap_or_else(|| panic!("{at}: no kind {word}"));
                let at = format!("{at}<{word}>");
                same_members(root, kind, variant.members, Some(choice.tag), &at);
            }
        }
        Shape::List(list) => {
            assert!(is("array"), "{at}: {schema}");
            same(root, &schema["items"], list.item, &format!("{at}/0"));
        }
        Shape::Map { value, .. } => {
            assert!(is("object"), "{at}: {schema}");
            same(root, &schema["additionalProperties"], *value, &format!("{at}/*"));
        }
        Shape::Text { .. } => assert_eq!(schema, &root["$defs"]["Text"], "{at}"),
        Shape::Points => assert_eq!(schema, &root["$defs"]["Points"], "{at}"),
        Shape::Whole { .. } => assert!(is("integer"), "{at}: {schema}"),
        Shape::Bool => assert!(is("boolean"), "{at}: {schema}"),
        Shape::Words(words) => {
            let consts: BTreeSet<&str> = schema["oneOf"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|one| one["const"].as_str())
                .collect();
            let known: BTreeSet<&str> = words.iter().map(|word| word.word).collect();
            assert_eq!(consts, known, "{at}");
        }
        Shape::Fixed(value) => assert!(is(if value().is_string() { "string" } else { "integer" })),
        Shape::Line | Shape::Id(_) | Shape::Date | Shape::Reference(_) => {
            assert!(is("string"), "{at}: {schema}");
            assert!(schema.get("pattern").is_none(), "{at} is a figure");
        }
    }
}

fn same_members(
    root: &Value,
    schema: &Value,
    members: &[shape::Member],
    tag: Option<&str>,
    at: &str,
) {
    // A kind may have its members by reference besides its tag.
    let by_reference = schema.get("$ref").map(|_| plain(root, schema));
    let parts: Vec<&Value> = std::iter::once(schema).chain(by_reference).collect();
    let required = |part: &&'_ Value| part["required"].as_array().cloned().unwrap_or_default();
    let required: Vec<Value> = parts.iter().flat_map(required).collect();
    let required: BTreeSet<&str> =
        required.iter().filter_map(Value::as_str).filter(|name| Some(*name) != tag).collect();
    let properties = parts.iter().filter_map(|part| part["properties"].as_object());
    let properties: BTreeSet<&str> = properties
        .flat_map(|all| all.keys().map(String::as_str))
        .filter(|name| Some(*name) != tag)
        .collect();
    let known: BTreeSet<&str> = members.iter().map(|member| member.name).collect();
    assert_eq!(properties, known, "{at}");
    let needed: BTreeSet<&str> = members.iter().filter(|m| m.required).map(|m| m.name).collect();
    assert_eq!(required, needed, "{at}");
    for member in members {
        let of = parts.iter().find_map(|part| part["properties"].get(member.name));
        let of = of.unwrap_or_else(|| panic!("{at}/{}", member.name));
        same(root, of, member.shape, &format!("{at}/{}", member.name));
        for lang in [Lang::Zh, Lang::En] {
            assert!(!(member.label)(lang).trim().is_empty(), "{at}/{}", member.name);
        }
    }
}

#[test]
fn the_shape_is_that_of_the_files_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/scheme.schema.json");
    let schema: Value =
        serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("a schema");
    same(&schema, &schema, shape::file(), "");
}

#[test]
fn a_new_criterion_of_every_kind_is_sound() {
    let file = read(&sample());
    let found = lint::structure(&file);
    let told: Vec<_> = found.iter().map(|f| (&f.path, f.message(Lang::En))).collect();
    assert!(told.is_empty(), "{told:#?}");
    let kinds: BTreeSet<&str> = file.groups[0].indicators[0]
        .criteria
        .iter()
        .map(|criterion| criterion.rule.kind())
        .collect();
    assert_eq!(kinds, KINDS.into());
}

/// All choices and members that could be added somewhere in a file.
fn additions(file: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    visit(shape::file(), "", file, &mut |shape, at, value| {
        if let Shape::Choice(choice) = shape {
            let kinds = choice.offered(at).map(|kind| variant(choice.tag, kind));
            all.extend(kinds.map(|new| (at.to_owned(), new)));
        }
        for member in shape::members_of(shape, value) {
            if value.get(member.name).is_none() {
                all.push((format!("{at}/{}", member.name), member.template()));
            }
        }
        if let (Shape::List(list), Value::Array(entries)) = (shape, value) {
            all.push((format!("{at}/{}", entries.len()), template(list.item)));
        }
    });
    all
}

fn added(file: &Value, at: &str, new: &Value) -> Value {
    let mut file = file.clone();
    let (parent, name) = at.rsplit_once('/').expect("a place within the file");
    match file.pointer_mut(parent).expect("the parent") {
        Value::Object(members) => drop(members.insert(name.to_owned(), new.clone())),
        Value::Array(all) if name.parse() == Ok(all.len()) => all.push(new.clone()),
        Value::Array(all) => all[name.parse::<usize>().expect("an index")] = new.clone(),
        other => panic!("{at} in {other}"),
    }
    settle(&mut file, at);
    file
}

#[test]
fn everything_that_can_be_added_reads_and_what_is_added_to_that() {
    let file = sample();
    let additions_to_sample = additions(&file);
    assert!(additions_to_sample.len() > 100, "{}", additions_to_sample.len());
    for (at, new) in additions_to_sample {
        let more = added(&file, &at, &new);
        read(&more);
        assert!(misfits(&more).is_empty(), "{at}: {:?}", misfits(&more));
        // What the addition itself can hold.
        let below = format!("{at}/");
        for (at, new) in additions(&more).into_iter().filter(|(at, _)| at.starts_with(&below)) {
            read(&added(&more, &at, &new));
        }
    }
}

#[test]
fn a_file_reads_exactly_where_nothing_is_a_misfit() {
    let file = sample();
    let mut all = Vec::new();
    places(&file, "", &mut all);
    let others = [
        json!(7),
        json!(-1),
        json!(1.5),
        json!("1e3"),
        json!(""),
        json!([]),
        json!({}),
        json!(true),
    ];
    let mut refused = 0;
    for place in all.iter().filter(|place| !place.is_empty()) {
        let fixed = matches!(shape_at(&file, place), Some(Shape::Fixed(_)));
        for other in others.iter().filter(|_| !fixed) {
            let mut file = file.clone();
            *file.pointer_mut(place).expect("a place") = other.clone();
            let read: Result<SchemeFile, _> = serde_json::from_value(file.clone());
            let found = misfits(&file);
            // The parser takes a list for an object whose members are all optional; the schema does not.
            let listed = *other == json!([]) && read.is_ok();
            assert!(
                listed || read.is_ok() == found.is_empty(),
                "{place} = {other}: {:?} {found:?}",
                read.err()
            );
            assert!(found.iter().all(|misfit| misfit.path.starts_with(place.as_str())));
            refused += usize::from(read.is_err());
        }
    }
    assert!(refused > 1000, "{refused}");
    for place in &all {
        let Some((parent, name)) = place.rsplit_once('/') else { continue };
        let mut file = file.clone();
        let Some(Value::Object(members)) = file.pointer_mut(parent) else { continue };
        members.remove(name);
        let read: Result<SchemeFile, _> = serde_json::from_value(file.clone());
        assert_eq!(read.is_ok(), misfits(&file).is_empty(), "without {place}: {:?}", read.err());
    }
    let mut file = sample();
    file["groups"][0]["indicators"][0]["criteria"][0]["rule"]["extra"] = json!("1");
    file["groups"][0].as_object_mut().expect("a group").remove("title");
    let paths: Vec<_> = misfits(&file).into_iter().map(|misfit| misfit.path).collect();
    assert_eq!(paths, ["/groups/0/title", "/groups/0/indicators/0/criteria/0/rule/extra"]);
}

#[test]
fn references_lead_to_what_is_there() {
    let mut file = sample();
    file["classes"] = json!([{ "id": "party", "title": { "zh": "党群部门" }, "units": ["甲"] }]);
    let criterion = "/groups/0/indicators/0/criteria/0";
    let ids = |to, at: &str| -> Vec<String> {
        candidates(&file, at, to).into_iter().map(|candidate| candidate.id).collect()
    };
    let own = file[&"clauses"][0]["id"].as_str().expect("an id").to_owned();
    let of_criterion = file.pointer(&format!("{criterion}/clauses/0/id")).expect("an id");
    assert_eq!(ids(Reference::Clause, "/total/grades_clause"), [own]);
    assert_eq!(
        ids(Reference::Clause, &format!("{criterion}/rule/clause")),
        [of_criterion.as_str().expect("text")]
    );
    assert_eq!(ids(Reference::Class, ""), ["party"]);
    assert_eq!(ids(Reference::Unit, ""), ["甲"]);
    // The first criterion of the new scheme and one of each kind; and the base.
    assert_eq!(ids(Reference::Criterion, "").len(), 14);
    assert_eq!(ids(Reference::Part, "").len(), 15);
    assert_eq!(candidates(&file, "", Reference::Class)[0].words.zh, "党群部门");
    assert!(ids(Reference::Earlier, "").is_empty());
}

#[test]
fn mentions_of_a_name_are_those_of_that_thing_alone() {
    let mut file = sample();
    // One name for clauses of two criteria, and of the scheme: three things.
    let of = |at: usize| format!("/groups/0/indicators/0/criteria/{at}");
    for (clause, uses) in [
        (format!("{}/clauses/0/id", of(0)), vec![format!("{}/rule/clause", of(0))]),
        ("/clauses/0/id".to_owned(), vec!["/total/grades_clause".to_owned()]),
    ] {
        *file.pointer_mut(&clause).expect("a clause") = json!("c");
        for at in uses {
            if at.starts_with("/total") {
                file["total"] = json!({ "grades_clause": "c" });
            } else {
                *file.pointer_mut(&at).expect("a use") = json!("c");
            }
        }
    }
    let value = |at: &str| Mention::Value(at.to_owned());
    assert_eq!(
        mentions(&file, &format!("{}/clauses/0/id", of(0))),
        [value(&format!("{}/rule/clause", of(0)))]
    );
    assert_eq!(mentions(&file, "/clauses/0/id"), [value("/total/grades_clause")]);
    file["classes"] = json!([{ "id": "p", "title": { "zh": "党群" }, "units": ["甲"] }]);
    file["groups"][0]["weight"] = json!({ "all": "1", "by_class": { "p": "2" } });
    assert_eq!(
        mentions(&file, "/classes/0/id"),
        [Mention::Key("/groups/0/weight/by_class/p".into())]
    );
    assert_eq!(mentions(&file, "/units/0"), [value("/classes/0/units/0")]);
    assert!(mentions(&file, "/title").is_empty());
}

#[test]
fn conditions_are_offered_where_they_have_a_sense() {
    let file = sample();
    let at = "/groups/0/indicators/0/criteria/0/modifiers/0";
    let mut of_criterion = file.clone();
    of_criterion["groups"][0]["indicators"][0]["criteria"][0]["modifiers"] =
        json!([{ "op": "gate" }]);
    let words = |file: &Value, at: &str| -> Vec<&'static str> {
        let Some(Shape::Choice(choice)) = shape_at(file, at) else { panic!("no choice at {at}") };
        let choice: &Choice = choice;
        choice.offered(at).map(|variant| variant.word).collect()
    };
    assert_eq!(words(&of_criterion, &format!("{at}/when")), ["flag", "class", "lead_unit"]);
    let mut of_total = file;
    of_total["total"] = json!({ "modifiers": [{ "op": "gate" }] });
    assert_eq!(words(&of_total, "/total/modifiers/0/when"), ["class", "lead_unit", "points"]);
    assert!(matches!(shape_at(&of_total, "/id"), Some(Shape::Id(Name::Scheme))));
}
