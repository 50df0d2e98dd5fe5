//! Schemes that must not exist: each is the default scheme with one thing broken, and must be
//! refused with a finding that names the rule, the place and the values. A scheme is data that
//! an office edits.

mod support {
    pub mod altered;
}

use selfscore_core::limits;
use selfscore_core::points::Points;
use selfscore_core::scheme::lint::{Finding, Problem, Proof, Severity};
use selfscore_core::scheme::{Basis, Scheme, SchemeError};
use serde_json::{Value, json};

use support::altered::altered;

/// Why the default scheme with something changed cannot be read.
fn error(change: impl FnOnce(&mut Value)) -> SchemeError {
    let read = Scheme::read(&altered(change));
    read.map(|scheme| scheme.id().to_owned()).expect_err("the scheme is broken")
}

/// What is wrong with the default scheme with something changed.
#[track_caller]
fn refused(change: impl FnOnce(&mut Value)) -> Vec<Finding> {
    match error(change) {
        SchemeError::Refused(findings) => findings,
        other => panic!("{other}"),
    }
}

#[track_caller]
fn unreadable(change: impl FnOnce(&mut Value)) -> String {
    match error(change) {
        SchemeError::Unreadable(words) => words,
        other => panic!("{other}"),
    }
}

#[track_caller]
fn other_format(change: impl FnOnce(&mut Value)) -> String {
    match error(change) {
        SchemeError::OtherFormat(named) => named,
        other => panic!("{other}"),
    }
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

/// Expects a finding first when one member is set, by rule code, path and values. What follows
/// from it may be found besides.
#[track_caller]
fn refuses(criterion: &str, path: &str, value: Value, place: &str, code: &str, problem: Problem) {
    let found = refused(|file| set(file, criterion, path, value));
    expect(&found, &format!("{criterion}{place}"), code, &problem);
}

#[track_caller]
fn expect(found: &[Finding], path: &str, code: &str, problem: &Problem) {
    let first = &found[0];
    assert_eq!((first.code(), first.path.as_str(), &first.problem), (code, path, problem));
    for finding in found {
        assert_eq!((finding.severity, finding.proof), (Severity::Error, Proof::Exact));
    }
}

#[test]
fn an_id_that_stands_twice() {
    let twice = |criterion, path, id: &str| {
        let problem = Problem::DuplicateId { id: id.into() };
        refuses(criterion, path, json!(id), path, "duplicate_id", problem);
    };
    twice(MEASURES, "/id", "leadership");
    twice(TASKS, "/clauses/1/id", "lead-full");
    twice(LEADERSHIP, "/rule/options/1/id", "none");
    twice(LEARNING, "/rule/items/1/id", "visits");
    twice("", "/units/1", "区委组织部");
}

#[test]
fn an_id_that_is_none() {
    for id in ["", "Leadership", "a b", "../a", "负责制", &"a".repeat(65)] {
        let bad = |criterion, path| {
            let problem = Problem::BadId { id: id.into() };
            refuses(criterion, path, json!(id), path, "bad_id", problem);
        };
        bad(LEADERSHIP, "/id");
        bad("", "/id");
        bad(LEARNING, "/rule/items/0/id");
    }
}

#[test]
fn points_that_do_not_add_up_to_the_indicators() {
    let problem = Problem::PointsDiffer { stated: points("11"), sum: points("10") };
    let path = "/groups/1/indicators/0/points";
    refuses("", path, json!("11"), path, "points_differ", problem);
}

#[test]
fn full_marks_that_the_rule_cannot_reach_or_exceeds() {
    let full = |criterion, path, value, stated, reachable| {
        let problem = Problem::FullMarks { stated: points(stated), reachable: points(reachable) };
        refuses(criterion, path, json!(value), "/points", "full_marks", problem);
    };
    full(LEADERSHIP, "/rule/options/2/points", "3", "4", "3");
    full(LEADERSHIP, "/rule/options/0/points", "5", "4", "5");
    full(PUBLICATION, "/rule/items/0/points", "2", "6", "5");
    full(LEARNING, "/rule/cap", "5", "4", "5");
}

#[test]
fn a_count_whose_events_earn_nothing() {
    let found = refused(|file| {
        set(file, LEARNING, "/rule/items/0/each", "0");
        set(file, LEARNING, "/rule/items/1/each", "0");
    });
    let problem = Problem::FullMarks { stated: points("4"), reachable: Points::ZERO };
    expect(&found, &format!("{LEARNING}/points"), "full_marks", &problem);
}

#[test]
fn a_clause_that_the_criterion_does_not_have() {
    let none = |criterion, path, id: &str| {
        let problem = Problem::NoSuchClause { id: id.into() };
        refuses(criterion, path, json!(id), path, "no_such_clause", problem);
    };
    for path in ["/rule/mean_clause", "/rule/lead_clauses/full", "/rule/supporting_clauses/zero"] {
        none(TASKS, path, "gone");
    }
    none(LEADERSHIP, "/rule/options/1/clause", "gone");
    none(MEASURES, "/rule/requires/clause", "gone");
    none(MEASURES, "/rule/items/2/clause", "gone");
    none(MEASURES, "/rule/floor_clause", "gone");
    none(PUBLICATION, "/rule/items/1/clause", "gone");
    none(LEARNING, "/rule/cap_clause", "gone");
    // Another criterion's clause is no clause of this one.
    none(LEARNING, "/rule/cap_clause", "website");
}

#[test]
fn a_number_out_of_its_range() {
    let positive = |path, value| {
        let problem = Problem::NotPositive { value: points(value) };
        refuses(TASKS, path, json!(value), path, "not_positive", problem);
    };
    positive("/rule/lead_weight", "0");
    positive("/rule/supporting_weight", "0.0");
    positive("/rule/supporting_weight", "-0.5");
    positive("/points", "0");
    let out = |criterion, path, value: Value, most| {
        let text = value.as_str().map_or(value.to_string(), str::to_owned);
        let (value_points, least) = (points(&text), Points::ZERO);
        let problem = Problem::OutOfRange { value: value_points, least, most: points(most) };
        refuses(criterion, path, value, path, "out_of_range", problem);
    };
    out(TASKS, "/rule/full_at", json!("100.01"), "100");
    out(TASKS, "/rule/zero_below", json!("100.01"), "100");
    out(MEASURES, "/rule/items/0/each", json!("-2"), "100000");
    out("", "/decimals", json!(5), "4");
    // The measures have 6 points; a floor above them would be points for nothing.
    let problem = Problem::Reversed { least: points("6.01"), most: points("6") };
    refuses(MEASURES, "/rule/floor", json!("6.01"), "/rule/floor", "reversed", problem);
}

#[test]
fn a_basis_without_what_it_calls_for() {
    let remove = |pointer: &'static str, member: &'static str| {
        move |file: &mut Value| {
            let object = file.pointer_mut(pointer).and_then(Value::as_object_mut);
            object.and_then(|object| object.remove(member)).expect("a member to remove");
        }
    };
    let unproved = |found: &[Finding], path: &str, basis| {
        expect(found, path, "basis_unproved", &Problem::BasisUnproved { basis });
    };
    let judged = "/groups/0/indicators/0/criteria/0/clauses/2";
    unproved(&refused(remove(judged, "reading")), judged, Basis::Reading);
    // A rival reading beside words that are said to have one reading only.
    let notice = refused(|file| set(file, judged, "/basis", "notice"));
    unproved(&notice, judged, Basis::Notice);
    let assumed = refused(|file| set(file, judged, "/basis", "assumed"));
    unproved(&assumed, judged, Basis::Assumed);
    unproved(&refused(remove("/clauses/5", "why")), "/clauses/5", Basis::Assumed);
    // A reading without its rival is no reading at all.
    let words = unreadable(remove("/groups/0/indicators/0/criteria/0/clauses/2/reading", "rival"));
    assert!(words.contains("rival"), "{words}");
}

#[test]
fn another_format_or_a_newer_version() {
    // Refused by name: the message has the version that this program does not know.
    assert!(other_format(|file| file["version"] = json!(2)).contains('2'));
    for change in [json!("1"), json!(null), json!(1.5), json!(-1)] {
        other_format(|file| file["version"] = change.clone());
    }
    assert!(other_format(|file| file["format"] = json!("selfscore/form")).contains("form"));
}

#[test]
fn a_newer_version_is_named_even_if_its_members_are_unknown() {
    other_format(|file| {
        file["version"] = json!(2);
        file["lottery"] = json!([]);
    });
}

#[test]
fn what_is_no_scheme_at_all() {
    let error = |bytes: &[u8]| Scheme::read(bytes).expect_err("no scheme");
    for text in ["", "{", "\u{feff}{}", "{\"format\": \"selfscore/scheme\""] {
        assert!(matches!(error(text.as_bytes()), SchemeError::Unreadable(_)), "{text:?}");
    }
    for text in ["[]", "null", "{}", "0"] {
        assert!(matches!(error(text.as_bytes()), SchemeError::OtherFormat(_)), "{text:?}");
    }
    assert!(matches!(error(&[0xff, 0xfe]), SchemeError::Unreadable(_)));
}

#[test]
fn a_member_that_this_program_does_not_know_would_not_be_scored() {
    let words = unreadable(|file| set(file, TASKS, "/rule/bonus", "5"));
    assert!(words.contains("bonus"), "{words}");
    let words = unreadable(|file| set(file, TASKS, "/rule/kind", "lottery"));
    assert!(words.contains("lottery"), "{words}");
}

#[test]
fn points_that_are_no_exact_decimal() {
    for points in [json!(60), json!(60.0), json!("60分"), json!("1e2"), json!(" 60"), json!("")] {
        unreadable(|file| set(file, TASKS, "/points", points.clone()));
    }
    for points in ["100001", "0.00001", "-100001"] {
        unreadable(|file| set(file, TASKS, "/points", points));
    }
}

#[test]
fn nothing_where_something_is_needed() {
    let empty = |criterion, path| {
        refuses(criterion, path, json!([]), path, "empty", Problem::Empty);
    };
    empty("", "/units");
    empty("", "/groups");
    empty(LEADERSHIP, "/rule/options");
    empty(MEASURES, "/rule/items");
    refuses(TASKS, "/points", json!(null), "/points", "no_points", Problem::NoPoints);
}

#[test]
fn more_than_the_limits() {
    let many = limits::CRITERIA + 1;
    let too_many = |found| Problem::TooMany { found, most: limits::CRITERIA };
    let item = |index: usize| {
        json!({ "id": format!("i{index}"), "label": { "zh": "项" }, "each": "1",
                "clause": "learning" })
    };
    let items: Value = (0..many).map(item).collect();
    refuses(LEARNING, "/rule/items", items, "/rule/items", "too_many", too_many(many));
    let criterion = |index: usize| {
        json!({ "id": format!("c{index}"), "title": { "zh": "项" }, "clauses": [],
                "rule": { "kind": "record", "reason": { "zh": "不计分" } } })
    };
    let criteria: Value = (0..many).map(criterion).collect();
    // Six counted criteria and indicator 7 stand there already; it gives way to the many.
    let path = "/groups/2/indicators/2/criteria";
    refuses("", path, criteria, "/groups", "too_many", too_many(many + 6));
    let huge = vec![b' '; limits::FILE_BYTES + 1];
    assert_eq!(Scheme::read(&huge), Err(SchemeError::TooLarge));
}

#[test]
fn all_that_is_wrong_is_said_at_once_with_the_places() {
    let found = refused(|file| {
        set(file, "", "/due", "soon");
        set(file, LEADERSHIP, "/rule/options/1/clause", "gone");
        set(file, MEASURES, "/rule/items/0/each", "-2");
    });
    let codes: Vec<&str> = found.iter().map(Finding::code).collect();
    assert_eq!(codes, ["bad_date", "no_such_clause", "out_of_range"]);
    let message = SchemeError::Refused(found.clone()).to_string();
    for finding in found {
        assert!(message.contains(&finding.path), "{message}");
    }
}
