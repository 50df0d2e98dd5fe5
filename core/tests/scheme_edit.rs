//! Changes to a scheme file: each can be undone, none leaves a file that is no scheme, and names
//! stay with what they name.

mod support {
    pub mod tables;
}

use std::collections::BTreeSet;

use proptest::prelude::*;
use selfscore_core::scheme::edit::{Edited, Refusal};
use selfscore_core::scheme::shape::{
    self, Name, Shape, misfits, settle, shape_at, template, visit,
};
use selfscore_core::scheme::{SchemeFile, lint};
use selfscore_wording::Lang;
use serde_json::{Value, json};

const CRITERION: &str = "/groups/0/indicators/0/criteria/0";

fn tables() -> Vec<Value> {
    let all = support::tables::table_schemes().into_values();
    all.map(|scheme| serde_json::to_value(scheme.file()).expect("a scheme is JSON")).collect()
}

/// A new scheme with two classes and one unit.
fn sample() -> Value {
    let mut file = template(shape::file());
    file["due"] = json!("2022-01-14");
    file["units"] = json!(["甲"]);
    file["classes"] = json!([
        { "id": "party", "title": { "zh": "党群部门" }, "units": ["甲"] },
        { "id": "offices", "title": { "zh": "政府部门" }, "units": [] },
    ]);
    file["groups"][0]["weight"] = json!({ "all": "1", "by_class": { "party": "2" } });
    settle(&mut file, "");
    file
}

/// Places that there are or could be, and the names among them.
fn places(file: &Value) -> Vec<String> {
    let mut all = Vec::new();
    visit(shape::file(), "", file, &mut |shape, at, value| {
        all.push(at.to_owned());
        all.extend(shape::members_of(shape, value).iter().map(|m| format!("{at}/{}", m.name)));
    });
    all
}

fn structure(file: &Value) -> Vec<String> {
    let file: SchemeFile = serde_json::from_value(file.clone()).expect("a scheme file");
    lint::structure(&file).iter().map(|f| format!("{}: {}", f.path, f.message(Lang::En))).collect()
}

/// Whether an edit of that number has something to do at a place.
fn suits(file: &Value, op: u8, at: &str) -> bool {
    let shape = shape_at(file, at);
    match op {
        2 => matches!(shape, Some(Shape::List(_))),
        4 | 5 => at
            .rsplit_once('/')
            .is_some_and(|(list, _)| matches!(shape_at(file, list), Some(Shape::List(_)))),
        6 => matches!(shape, Some(Shape::Choice(_))),
        7 => matches!(shape, Some(Shape::Id(_))),
        _ => true,
    }
}

/// One edit, chosen by numbers.
fn edit(edited: &mut Edited, op: u8, place: usize, by: usize) -> Result<(), Refusal> {
    let mut all = places(edited.value());
    all.retain(|at| suits(edited.value(), op, at));
    let at = all.get(place % all.len().max(1)).map_or("/nowhere", String::as_str);
    match op {
        0 => edited.set(at, json!(["7", "", "甲"][by % 3])),
        1 => edited.add(at),
        2 => edited.insert(at, by).map(drop),
        3 => edited.remove(at),
        4 => edited.shift(at, by as isize - 2).map(drop),
        5 => edited.copy(at).map(drop),
        6 => match shape_at(edited.value(), at) {
            Some(Shape::Choice(choice)) => {
                edited.choose(at, choice.variants[by % choice.variants.len()].word)
            }
            _ => edited.choose(at, "cap"),
        },
        _ => edited.rename(at, ["clause-2", "new", "item-1"][by % 3]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn every_edit_can_be_undone_and_done_again(
        of in 0_usize..6,
        steps in prop::collection::vec((0_u8..8, any::<usize>(), 0_usize..6), 1..12),
    ) {
        let start = tables().into_iter().nth(of).unwrap_or_else(sample);
        let mut edited = Edited::new(start.clone());
        let mut history = vec![start.clone()];
        for (op, place, by) in steps {
            let before = edited.value().clone();
            if edit(&mut edited, op, place, by).is_err() {
                prop_assert_eq!(edited.value(), &before);
                continue;
            }
            if *edited.value() == before {
                continue;
            }
            let after = edited.value().clone();
            prop_assert!(edited.undo() && *edited.value() == before);
            prop_assert!(edited.redo() && *edited.value() == after);
            history.push(after);
        }
        for value in history.iter().rev().skip(1) {
            prop_assert!(edited.undo());
            prop_assert_eq!(edited.value(), value);
        }
        prop_assert!(!edited.can_undo() && !edited.undo());
        for value in &history[1..] {
            prop_assert!(edited.redo());
            prop_assert_eq!(edited.value(), value);
        }
        prop_assert!(!edited.can_redo());
    }

    #[test]
    fn no_edit_but_typing_leaves_a_file_that_does_not_fit(
        of in 0_usize..6,
        steps in prop::collection::vec((1_u8..8, any::<usize>(), 0_usize..6), 1..12),
    ) {
        let mut edited = Edited::new(tables().into_iter().nth(of).unwrap_or_else(sample));
        for (op, place, by) in steps {
            let _ = edit(&mut edited, op, place, by);
            let found = misfits(edited.value());
            prop_assert!(found.is_empty(), "{op} {place} {by}: {found:?}");
        }
    }
}

#[test]
fn a_name_takes_everything_along_that_refers_to_it() {
    for (at, file) in tables().into_iter().chain([sample()]).enumerate() {
        let sound = structure(&file);
        let mut names = Vec::new();
        visit(shape::file(), "", &file, &mut |shape, at, value| {
            if let (Shape::Id(name), Some(id)) = (shape, value.as_str()) {
                names.push((at.to_owned(), name, id.to_owned()));
            }
        });
        assert!(names.len() > 5);
        for (pointer, name, old) in names {
            let mut edited = Edited::new(file.clone());
            edited.rename(&pointer, "entirely-new").expect("a name that is free");
            assert_eq!(structure(edited.value()), sound, "{at}: {name:?} {old} at {pointer}");
            assert_eq!(edited.value().pointer(&pointer), Some(&json!("entirely-new")));
            assert!(edited.undo() && *edited.value() == file);
        }
    }
}

#[test]
fn a_name_that_something_else_has_is_refused() {
    let mut edited = Edited::new(sample());
    let taken = |id: &str| Err(Refusal::Taken(id.into()));
    assert_eq!(edited.rename("/classes/0/id", "offices"), taken("offices"));
    assert_eq!(edited.rename("/units/0", "甲"), Ok(()));
    assert!(!edited.can_undo(), "nothing has changed");
    // The scheme's first clause may have the name of the criterion's: they are different things.
    let own = edited.value().pointer(&format!("{CRITERION}/clauses/0/id")).cloned();
    let own = own.as_ref().and_then(Value::as_str).expect("an id").to_owned();
    assert_eq!(edited.rename("/clauses/0/id", &own), Ok(()));
    assert_eq!(edited.rename("/title", "x"), Err(Refusal::NoPlace("/title".into())));
    // Weights by class go with the class.
    assert_eq!(edited.rename("/classes/0/id", "bodies"), Ok(()));
    assert_eq!(edited.value()["groups"][0]["weight"]["by_class"], json!({ "bodies": "2" }));
    // A group may not have a criterion's name.
    edited.add("/groups/0/id").expect("a group may have a name");
    let criterion = edited.value().pointer(&format!("{CRITERION}/id")).cloned();
    let criterion = criterion.as_ref().and_then(Value::as_str).expect("an id").to_owned();
    assert_eq!(edited.rename("/groups/0/id", &criterion), taken(&criterion));
}

#[test]
fn a_copy_has_names_of_its_own_and_keeps_its_references() {
    for file in tables() {
        let mut entries = Vec::new();
        visit(shape::file(), "", &file, &mut |shape, at, value| {
            if let (Shape::List(list), Some(all)) = (shape, value.as_array())
                && !matches!(list.item, Shape::Id(Name::Unit) | Shape::Line | Shape::Reference(_))
            {
                entries.extend((0..all.len()).map(|index| format!("{at}/{index}")));
            }
        });
        for entry in entries {
            let mut edited = Edited::new(file.clone());
            let copy = edited.copy(&entry).expect("an entry");
            let clash: Vec<_> = structure(edited.value())
                .into_iter()
                .filter(|said| said.contains("stands twice") || said.contains("does not exist"))
                // Neither is a name: how often, and a unit that its author moves to the copied class.
                .filter(|said| !said.contains("/further/") && !said.contains("/units/"))
                .collect();
            assert!(clash.is_empty(), "{copy}: {clash:?}");
        }
    }
    // What refers within the copy refers to the copy.
    let mut file = sample();
    file["groups"][0]["id"] = json!("first");
    file["groups"][0]["together"] = json!({ "clause": "clause-1", "modifiers": [{
        "op": "gate", "clause": "clause-1",
        "when": { "on": "points", "of": "criterion-1", "bounds": { "above": "1" } },
    }]});
    let mut edited = Edited::new(file);
    assert_eq!(edited.copy("/groups/0"), Ok("/groups/1".into()));
    let copied = &edited.value()["groups"][1];
    assert_eq!(copied["id"], json!("group-1"));
    assert_eq!(copied["indicators"][0]["criteria"][0]["id"], json!("criterion-2"));
    assert_eq!(copied["together"]["modifiers"][0]["when"]["of"], json!("criterion-2"));
    let first = &edited.value()["groups"][0];
    assert_eq!(first["together"]["modifiers"][0]["when"]["of"], json!("criterion-1"));
}

#[test]
fn another_kind_keeps_what_fits_it() {
    let mut edited = Edited::new(sample());
    let rule = format!("{CRITERION}/rule");
    edited.set(&format!("{rule}/label/zh"), json!("做法")).expect("a place");
    edited.set(&format!("{rule}/most"), json!("12")).expect("a place");
    edited.choose(&rule, "assessed").expect("a kind");
    let now = edited.value().pointer(&rule).expect("the rule").clone();
    assert_eq!((&now["label"]["zh"], &now["most"]), (&json!("做法"), &json!("12")));
    assert_eq!(now["assessors"], json!(1));
    edited.choose(&rule, "choice").expect("a kind");
    let now = edited.value().pointer(&rule).expect("the rule").clone();
    // The option has the only clause that there is.
    assert_eq!(
        now["options"][0]["clause"],
        edited.value().pointer(&format!("{CRITERION}/clauses/0/id")).expect("an id").clone()
    );
    assert_eq!(edited.choose(&rule, "nonsense"), Err(Refusal::NoPlace(rule.clone())));
}

#[test]
fn entries_move_and_what_is_needed_stays() {
    let mut edited = Edited::new(sample());
    let ids = |edited: &Edited| -> Vec<Value> {
        let all = edited.value()["classes"].as_array().expect("classes");
        all.iter().map(|class| class["id"].clone()).collect()
    };
    assert_eq!(edited.insert("/classes", 1), Ok("/classes/1".into()));
    assert_eq!(ids(&edited), ["party", "class-1", "offices"]);
    assert_eq!(edited.shift("/classes/0", 1), Ok("/classes/1".into()));
    assert_eq!(ids(&edited), ["class-1", "party", "offices"]);
    assert_eq!(edited.shift("/classes/1", 9), Ok("/classes/2".into()));
    assert_eq!(edited.shift("/classes/2", -9), Ok("/classes/0".into()));
    assert_eq!(ids(&edited), ["party", "class-1", "offices"]);
    assert_eq!(edited.remove("/classes/1"), Ok(()));
    // A list that was not there, and a step of another kind than the first.
    let steps = format!("{CRITERION}/modifiers");
    assert_eq!(edited.insert(&steps, 0), Ok(format!("{steps}/0")));
    let rule = format!("{CRITERION}/rule");
    for needed in [rule.clone(), format!("{rule}/kind"), "/title".into(), "/title/zh".into()] {
        assert_eq!(edited.remove(&needed), Err(Refusal::Needed), "{needed}");
    }
    assert_eq!(edited.remove(&steps), Ok(()));
    assert_eq!(edited.add("/title/en"), Ok(()));
    assert_eq!(edited.remove("/title/en"), Ok(()));
    assert_eq!(edited.set("/nowhere", json!(1)), Err(Refusal::NoPlace("/nowhere".into())));
    let said: BTreeSet<String> =
        [Refusal::Needed, Refusal::Taken("x".into()), Refusal::NoPlace("y".into())]
            .iter()
            .flat_map(|refusal| {
                [Lang::Zh, Lang::En].map(|lang| refusal.message(lang) + refusal.remedy(lang))
            })
            .collect();
    assert_eq!(said.len(), 6);
}

#[test]
fn what_is_typed_in_one_go_at_one_place_is_one_step() {
    let start = sample();
    let mut edited = Edited::new(start.clone());
    for text in ["甲", "甲乙", "甲乙丙"] {
        assert_eq!(edited.typed("/title/zh", json!(text)), Ok(()));
    }
    assert_eq!(edited.typed("/due", json!("2027")), Ok(()));
    assert_eq!(edited.typed("/due", json!("2027-01-31")), Ok(()));
    assert_eq!(edited.typed("/title/zh", json!("甲")), Ok(()));
    let titles = |edited: &Edited| edited.value()["title"]["zh"].clone();
    assert!(edited.undo());
    assert_eq!(titles(&edited), json!("甲乙丙"));
    assert!(edited.undo());
    assert_eq!(edited.value()["due"], start["due"]);
    assert!(edited.undo());
    assert_eq!(edited.value(), &start);
    assert!(!edited.can_undo());
    // After a step that was taken back, typing at its place is a step of its own.
    assert!(edited.redo());
    assert_eq!(edited.typed("/title/zh", json!("丁")), Ok(()));
    assert!(!edited.can_redo() && edited.undo());
    assert_eq!(titles(&edited), json!("甲乙丙"));
    let nowhere = Refusal::NoPlace("/nowhere".into());
    assert_eq!(edited.typed("/nowhere", json!(1)), Err(nowhere));
}

#[test]
fn typing_that_changes_nothing_leaves_the_step_before_it_alone() {
    let start = sample();
    let mut edited = Edited::new(start.clone());
    edited.set("/due", json!("2027-01-31")).expect("a place");
    // A blank after a number is taken off: the value is what it was.
    let title = start["title"]["zh"].clone();
    edited.typed("/title/zh", title.clone()).expect("a place");
    edited.typed("/title/zh", json!("甲")).expect("a place");
    assert!(edited.undo());
    assert_eq!(edited.value()["title"]["zh"], title);
    assert_eq!(edited.value()["due"], json!("2027-01-31"));
    assert!(edited.redo() && edited.undo() && edited.undo());
    assert_eq!(edited.value(), &start);
    assert!(edited.redo());
    assert_eq!(edited.value()["due"], json!("2027-01-31"));
}

#[test]
fn a_name_comes_into_a_map_once() {
    let map = "/groups/0/weight/by_class";
    let mut edited = Edited::new(sample());
    assert_eq!(edited.add_key(&format!("{map}/offices")), Ok(()));
    assert_eq!(edited.value().pointer(map), Some(&json!({ "party": "2", "offices": "0" })));
    // What is there keeps its value, and there is nothing to take back.
    let before = edited.value().clone();
    assert_eq!(edited.add_key(&format!("{map}/party")), Ok(()));
    assert_eq!(edited.value(), &before);
    assert!(edited.undo() && !edited.can_undo());
    // A name with signs of its own in a pointer.
    assert_eq!(edited.add_key(&format!("{map}/{}", shape::escape("a/b~c"))), Ok(()));
    assert_eq!(edited.value().pointer(map).and_then(|map| map.get("a/b~c")), Some(&json!("0")));
    for no_map in ["/title/fr", "/nowhere/x", "x", ""] {
        assert_eq!(edited.add_key(no_map), Err(Refusal::NoPlace(no_map.into())), "{no_map}");
    }
}
