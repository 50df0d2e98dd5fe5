//! Schemes that must not exist: each is the default scheme with one thing broken, and must be
//! refused with the problem that names it, and where. A scheme is data that an office edits.

mod support {
    pub mod altered;
}

use selfscore_core::limits;
use selfscore_core::points::Points;
use selfscore_core::scheme::{Basis, Scheme, SchemeProblem};
use serde_json::{Value, json};

use support::altered::altered;

/// The place and the problem of the default scheme with something changed.
fn refused(change: impl FnOnce(&mut Value)) -> (String, SchemeProblem) {
    let read = Scheme::read(&altered(change));
    let error = read.map(|scheme| scheme.id().to_owned()).expect_err("the scheme is broken");
    (error.place, error.problem)
}

/// JSON pointers into the scheme file.
const TASKS: &str = "/groups/0/indicators/0/criteria/0";
const LEADERSHIP: &str = "/groups/1/indicators/0/criteria/0";
const MEASURES: &str = "/groups/1/indicators/0/criteria/1";
const PUBLICATION: &str = "/groups/2/indicators/0/criteria/0";
const LEARNING: &str = "/groups/2/indicators/1/criteria/0";

/// Sets a member, which must already be there unless it is new to an object.
fn set(file: &mut Value, criterion: &str, path: &str, value: impl Into<Value>) {
    let pointer = format!("{criterion}{path}");
    let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
    let parent = file.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
    match member.parse::<usize>() {
        Ok(index) => parent[index] = value.into(),
        Err(_) => parent[member] = value.into(),
    }
}

fn points(text: &str) -> Points {
    text.parse().expect("points")
}

/// Expects a problem at a place when one member is set.
#[track_caller]
fn refuses(criterion: &str, path: &str, value: Value, place: &str, problem: SchemeProblem) {
    assert_eq!(refused(|file| set(file, criterion, path, value)), (place.into(), problem));
}

#[test]
fn an_id_that_stands_twice() {
    let twice = |id: &str| SchemeProblem::DuplicateId(id.into());
    refuses(MEASURES, "/id", json!("leadership"), "/groups", twice("leadership"));
    refuses(TASKS, "/clauses/1/id", json!("lead-full"), "tasks", twice("lead-full"));
    refuses(LEADERSHIP, "/rule/options/1/id", json!("none"), "leadership", twice("none"));
    refuses(LEARNING, "/rule/items/1/id", json!("visits"), "learning", twice("visits"));
    refuses("", "/units/1", json!("区委组织部"), "/units", twice("区委组织部"));
}

#[test]
fn an_id_that_is_none() {
    for id in ["", "Leadership", "a b", "../a", "负责制", &"a".repeat(65)] {
        let problem = SchemeProblem::BadId(id.into());
        refuses(LEADERSHIP, "/id", json!(id), id, problem.clone());
        refuses("", "/id", json!(id), "/id", problem.clone());
        refuses(LEARNING, "/rule/items/0/id", json!(id), "learning", problem);
    }
}

#[test]
fn points_that_do_not_add_up_to_the_indicators() {
    let problem = SchemeProblem::PointsDiffer { stated: points("11"), sum: points("10") };
    refuses("", "/groups/1/indicators/0/points", json!("11"), "3", problem);
}

#[test]
fn full_marks_that_the_rule_cannot_reach_or_exceeds() {
    let full = |stated, reachable| SchemeProblem::FullMarks {
        stated: points(stated),
        reachable: points(reachable),
    };
    refuses(LEADERSHIP, "/rule/options/2/points", json!("3"), "leadership", full("4", "3"));
    refuses(LEADERSHIP, "/rule/options/0/points", json!("5"), "leadership", full("4", "5"));
    refuses(PUBLICATION, "/rule/items/0/points", json!("2"), "publication", full("6", "5"));
    refuses(LEARNING, "/rule/cap", json!("5"), "learning", full("4", "5"));
}

#[test]
fn a_count_whose_events_earn_nothing() {
    let (place, problem) = refused(|file| {
        set(file, LEARNING, "/rule/items/0/each", "0");
        set(file, LEARNING, "/rule/items/1/each", "0");
    });
    assert_eq!(place, "learning");
    assert_eq!(problem, SchemeProblem::FullMarks { stated: points("4"), reachable: Points::ZERO });
}

#[test]
fn a_clause_that_the_criterion_does_not_have() {
    let no = || SchemeProblem::NoSuchClause("gone".into());
    for path in ["/rule/mean_clause", "/rule/lead_clauses/full", "/rule/supporting_clauses/zero"] {
        refuses(TASKS, path, json!("gone"), "tasks", no());
    }
    refuses(LEADERSHIP, "/rule/options/1/clause", json!("gone"), "leadership", no());
    refuses(MEASURES, "/rule/requires/clause", json!("gone"), "measures", no());
    refuses(MEASURES, "/rule/items/2/clause", json!("gone"), "measures", no());
    refuses(PUBLICATION, "/rule/items/1/clause", json!("gone"), "publication", no());
    refuses(LEARNING, "/rule/cap_clause", json!("gone"), "learning", no());
    // Another criterion's clause is no clause of this one.
    let other = SchemeProblem::NoSuchClause("website".into());
    refuses(LEARNING, "/rule/cap_clause", json!("website"), "learning", other);
}

#[test]
fn a_number_out_of_its_range() {
    let out = |text| SchemeProblem::OutOfRange(points(text));
    refuses(TASKS, "/rule/lead_weight", json!("0"), "tasks", out("0"));
    refuses(TASKS, "/rule/supporting_weight", json!("0.0"), "tasks", out("0"));
    refuses(TASKS, "/rule/supporting_weight", json!("-0.5"), "tasks", out("-0.5"));
    refuses(TASKS, "/rule/full_at", json!("100.01"), "tasks", out("100.01"));
    refuses(TASKS, "/rule/zero_below", json!("100.01"), "tasks", out("100.01"));
    refuses(TASKS, "/points", json!("0"), "tasks", out("0"));
    refuses(MEASURES, "/rule/floor", json!("-1"), "measures", out("-1"));
    refuses(MEASURES, "/rule/floor", json!("6.01"), "measures", out("6.01"));
    refuses(MEASURES, "/rule/items/0/each", json!("-2"), "measures", out("-2"));
    refuses("", "/decimals", json!(5), "/decimals", out("5"));
}

#[test]
fn a_basis_without_what_it_calls_for() {
    let unproved = SchemeProblem::BasisUnproved;
    let place = "tasks/lead-judged";
    let remove = |pointer: &'static str, member: &'static str| {
        move |file: &mut Value| {
            let object = file.pointer_mut(pointer).and_then(Value::as_object_mut);
            object.and_then(|object| object.remove(member)).expect("a member to remove");
        }
    };
    let judged = "/groups/0/indicators/0/criteria/0/clauses/2";
    assert_eq!(refused(remove(judged, "reading")), (place.into(), unproved(Basis::Reading)));
    // A rival reading beside words that are said to have one reading only.
    refuses(TASKS, "/clauses/2/basis", json!("notice"), place, unproved(Basis::Notice));
    refuses(TASKS, "/clauses/2/basis", json!("assumed"), place, unproved(Basis::Assumed));
    let rounding = (String::from("/clauses/rounding"), unproved(Basis::Assumed));
    assert_eq!(refused(remove("/clauses/5", "why")), rounding);
    // A reading without its rival is no reading at all.
    let (_, problem) =
        refused(remove("/groups/0/indicators/0/criteria/0/clauses/2/reading", "rival"));
    assert!(matches!(problem, SchemeProblem::Unreadable(words) if words.contains("rival")));
}

#[test]
fn another_format_or_a_newer_version() {
    let (place, problem) = refused(|file| file["version"] = json!(2));
    assert_eq!(place, "/format");
    // Refused by name: the message has the version that this program does not know.
    assert!(matches!(&problem, SchemeProblem::OtherFormat(named) if named.contains('2')));
    for change in [json!("1"), json!(null), json!(1.5), json!(-1)] {
        let (_, problem) = refused(|file| file["version"] = change.clone());
        assert!(matches!(problem, SchemeProblem::OtherFormat(_)), "version {change}");
    }
    let (_, problem) = refused(|file| file["format"] = json!("selfscore/form"));
    assert!(matches!(&problem, SchemeProblem::OtherFormat(named) if named.contains("form")));
}

#[test]
fn a_newer_version_is_named_even_if_its_members_are_unknown() {
    let (_, problem) = refused(|file| {
        file["version"] = json!(2);
        file["grades"] = json!([]);
    });
    assert!(matches!(problem, SchemeProblem::OtherFormat(_)), "{problem:?}");
}

#[test]
fn what_is_no_scheme_at_all() {
    let problem = |bytes: &[u8]| Scheme::read(bytes).expect_err("no scheme").problem;
    for text in ["", "{", "\u{feff}{}", "{\"format\": \"selfscore/scheme\""] {
        assert!(matches!(problem(text.as_bytes()), SchemeProblem::Unreadable(_)), "{text:?}");
    }
    for text in ["[]", "null", "{}", "0"] {
        assert!(matches!(problem(text.as_bytes()), SchemeProblem::OtherFormat(_)), "{text:?}");
    }
    assert!(matches!(problem(&[0xff, 0xfe]), SchemeProblem::Unreadable(_)));
}

#[test]
fn a_member_that_this_program_does_not_know_would_not_be_scored() {
    let (_, problem) = refused(|file| set(file, TASKS, "/rule/bonus", "5"));
    assert!(matches!(problem, SchemeProblem::Unreadable(words) if words.contains("bonus")));
    let (_, problem) = refused(|file| set(file, TASKS, "/rule/kind", "lottery"));
    assert!(matches!(problem, SchemeProblem::Unreadable(words) if words.contains("lottery")));
}

#[test]
fn points_that_are_no_exact_decimal() {
    for points in [json!(60), json!(60.0), json!("60分"), json!("1e2"), json!(" 60"), json!("")] {
        let (_, problem) = refused(|file| set(file, TASKS, "/points", points.clone()));
        assert!(matches!(problem, SchemeProblem::Unreadable(_)), "{points}");
    }
    for points in ["100001", "0.00001", "-100001"] {
        let (_, problem) = refused(|file| set(file, TASKS, "/points", points));
        assert!(matches!(problem, SchemeProblem::Unreadable(_)), "{points}");
    }
}

#[test]
fn nothing_where_something_is_needed() {
    refuses("", "/units", json!([]), "/units", SchemeProblem::Empty);
    refuses("", "/groups", json!([]), "/groups", SchemeProblem::Empty);
    refuses(LEADERSHIP, "/rule/options", json!([]), "leadership", SchemeProblem::Empty);
    refuses(MEASURES, "/rule/items", json!([]), "measures", SchemeProblem::Empty);
    refuses(TASKS, "/points", json!(null), "tasks", SchemeProblem::Empty);
}

#[test]
fn more_than_the_limits() {
    let many = limits::CRITERIA + 1;
    let item = |index: usize| {
        json!({ "id": format!("i{index}"), "label": { "zh": "项" }, "each": "1",
                "clause": "learning" })
    };
    let items: Value = (0..many).map(item).collect();
    refuses(LEARNING, "/rule/items", items, "learning", SchemeProblem::TooMany(many));
    let criterion = |index: usize| {
        json!({ "id": format!("c{index}"), "title": { "zh": "项" }, "clauses": [],
                "rule": { "kind": "record", "reason": { "zh": "不计分" } } })
    };
    let criteria: Value = (0..many).map(criterion).collect();
    // Six counted criteria and indicator 7 stand there already; it gives way to the many.
    let path = "/groups/2/indicators/2/criteria";
    refuses("", path, criteria, "/groups", SchemeProblem::TooMany(many + 6));
    let huge = vec![b' '; limits::FILE_BYTES + 1];
    let problem = Scheme::read(&huge).expect_err("too large").problem;
    assert_eq!(problem, SchemeProblem::TooLarge);
}
